import { html, nothing, type TemplateResult } from 'lit';
import { icon, type IconName } from './icons.ts';

export interface NoteOptions {
  readonly icon: IconName;
  /** The first words, in bold. */
  readonly lead?: unknown;
  readonly text?: unknown;
  /** One link or button. */
  readonly action?: unknown;
  /** `alert` for failures that need an answer now; `status` for the rest. */
  readonly role?: 'alert' | 'status';
  readonly tone?: 'warning' | 'negative' | 'positive';
}

/** A boxed remark. All notes share one anatomy: a rule at the start, an icon, bold first words, one action. */
export const note = ({ icon: name, lead, text, action, role, tone }: NoteOptions): TemplateResult =>
  html`<div class="note ${tone ?? ''}" part="note" role=${role ?? nothing}>
    ${icon(name)}
    <p>${lead ? html`<b>${lead}</b> ` : nothing}${text} ${action}</p>
  </div>`;
