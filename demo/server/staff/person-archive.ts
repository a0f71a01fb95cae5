/**
 * All that is held on one person as a ZIP archive: `everything.json` for machines (GDPR, article 20), and the
 * files. It is written while it is sent, so it may be of any size.
 */
import type { ReadStream } from 'node:fs';
import { PassThrough, type Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { AttachmentStorage } from '../applications/attachment-storage.ts';
import type { Held } from './people-repository.ts';
import type { Attachment } from './staff-repository.ts';

type HeldApplication = Held['applications'][number];

/** Undefined for a file that is not there, or that nobody may open yet. */
function pathOf(
  storage: AttachmentStorage,
  { reference }: HeldApplication,
  { file_name: name, storage_name: stored, scan }: Attachment,
  position: number,
): string | undefined {
  const isOpen = (scan === 'none' || scan === 'clean') && storage.isReleased(stored);
  return isOpen ? `files/${reference}/${position + 1}-${name}` : undefined;
}

const inJson = (held: Held, storage: AttachmentStorage, now: number) => ({
  exportedAt: new Date(now).toISOString(),
  email: held.email ?? null,
  applications: held.applications.map((each) => ({
    reference: each.reference,
    id: each.id,
    receivedAt: each.submitted,
    project: {
      id: each.project.id,
      title: each.project.title,
      employer: each.project.employer.name,
    },
    application: each.application,
    signals: each.signals,
    files: each.attachments.map((file, position) => ({
      part: file.part,
      name: file.file_name,
      mediaType: file.media_type,
      bytes: file.bytes,
      virusScan: file.scan,
      path: pathOf(storage, each, file, position) ?? null,
    })),
  })),
  emails: held.emails.map(({ recipient, subject, body, state, created }) => ({
    to: recipient,
    subject,
    body,
    state,
    writtenAt: created,
  })),
  reportsThatMentionTheAddress: held.reports.map(
    ({ project_id: project, reason, details, reported }) => ({
      project,
      reason,
      details,
      receivedAt: reported,
    }),
  ),
});

export function personArchive(held: Held, storage: AttachmentStorage, now: number): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream.pipe(new PassThrough());
  let reading: ReadStream | undefined;
  zip.on('error', (error: Error) => output.destroy(error));
  // Who goes away in the middle leaves a file half read.
  output.once('close', () => reading?.destroy());
  const json = JSON.stringify(inJson(held, storage, now), undefined, 2);
  zip.addBuffer(Buffer.from(json), 'everything.json', { mtime: new Date(now) });
  for (const application of held.applications)
    for (const [position, file] of application.attachments.entries()) {
      const path = pathOf(storage, application, file, position);
      if (path === undefined) continue;
      const options = { mtime: new Date(application.submitted), size: file.bytes };
      zip.addReadStreamLazy(path, options, (done) => {
        reading = storage.read(file.storage_name);
        done(null, reading);
      });
    }
  zip.end();
  return output;
}
