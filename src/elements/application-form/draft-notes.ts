import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Localizer } from '../../i18n/localizer.ts';
import type { ApplicationSnapshot } from '../../store/application-state.ts';
import { fill } from '../internal/fill.ts';
import { note } from '../internal/note.ts';

export interface DraftActions {
  readonly onKeep: (kept: boolean) => void;
  readonly onUse: () => void;
  readonly onDrop: () => void;
}

/** What is left in this tab from before: an application that was sent, or answers that were not. */
export function draftNotes(
  l10n: Localizer,
  { sentBefore, draft }: ApplicationSnapshot,
  { onUse, onDrop }: DraftActions,
): TemplateResult {
  const { t } = l10n;
  return html`${
    sentBefore
      ? note({
          icon: 'tick',
          tone: 'positive',
          lead: t('sentBefore'),
          text: fill(t('sentBeforeText'), {
            time: l10n.date(sentBefore.at, { dateStyle: 'medium', timeStyle: 'short' }),
            reference: sentBefore.reference,
          }),
        })
      : nothing
  }
  ${
    draft.leftover
      ? note({
          icon: 'info',
          lead: t('draftFound', { time: l10n.date(draft.leftover, { timeStyle: 'short' }) }),
          text: t('draftFoundText'),
          action: html`<span class="choices"
            ><button class="button" type="button" @click=${onUse}>${t('useDraft')}</button>
            <button class="link" type="button" @click=${onDrop}>${t('dropDraft')}</button></span
          >`,
        })
      : nothing
  }`;
}

/** The offer to keep answers in this tab, un-ticked at first. */
export const draftTick = (
  { t }: Localizer,
  { draft }: ApplicationSnapshot,
  { onKeep }: DraftActions,
): TemplateResult | typeof nothing =>
  draft.leftover
    ? nothing
    : html`<div class="item tick">
        <input
          type="checkbox"
          id="draft"
          aria-describedby="draft-hint"
          .checked=${live(draft.kept)}
          @change=${({ target }: Event) => {
            onKeep((target as HTMLInputElement).checked);
          }}
        />
        <label for="draft">${t('keepDraft')}</label>
        <div class="hint" id="draft-hint" role=${draft.failed ? 'alert' : nothing}>
          <p>${t(draft.failed ? 'draftFailed' : 'keepDraftHelp')}</p>
        </div>
      </div>`;
