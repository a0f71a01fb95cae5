/** What the virus scan says of a file, where it matters to whoever wants to open it. */
import { html, type Html } from './html.ts';
import type { ApplicationSummary, Attachment } from './staff-repository.ts';

const marks: Partial<Record<Attachment['scan'], string>> = {
  waiting: 'not scanned yet',
  infected: 'deleted: a virus was found in it',
};

/** Only what a scanner has seen, or where there is none, may leave this server. */
export const isOpen = ({ scan }: Pick<Attachment, 'scan'>): boolean => marks[scan] === undefined;

export function fileMark({ scan }: Pick<Attachment, 'scan'>): Html {
  const mark = marks[scan];
  return mark === undefined ? html`` : html`<span class="mark">${mark}</span>`;
}

/** `2`, `2, 1 not scanned yet`. */
export function fileCount({ files, waiting, infected }: ApplicationSummary): string {
  return [
    String(files),
    ...(waiting > 0 ? [`${waiting} not scanned yet`] : []),
    ...(infected > 0 ? [`${infected} deleted: virus`] : []),
  ].join(', ');
}
