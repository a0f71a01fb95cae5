import { html, type TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/localizer.ts';
import { note } from '../internal/note.ts';

export interface KeepView {
  readonly l10n: Localizer;
  readonly busy: boolean;
  /** What became of the last attempt to copy. */
  readonly copied: 'copied' | 'copyByHand' | undefined;
  /** Somebody pressed "Clear form", and has to say that it was meant. */
  readonly clearing: boolean;
  readonly onCopy: () => unknown;
  readonly onDownload: () => void;
  /** Asks, clears, or leaves it as it is. */
  readonly onClear: (meaning: 'ask' | 'yes' | 'no') => void;
}

/** What can be done with the answers besides sending them. */
export function keepRow(view: KeepView): TemplateResult {
  const { l10n, busy, copied, clearing, onCopy, onDownload, onClear } = view;
  const { t } = l10n;
  const clear = (meaning: 'ask' | 'yes' | 'no') => () => {
    onClear(meaning);
  };
  return html`<div class="actions keep">
      <button class="link action" type="button" @click=${onCopy}>
        ${t(copied === 'copied' ? copied : 'copyAnswers')}
      </button>
      <button class="link action" type="button" @click=${onDownload}>
        ${t('downloadAnswers')}
      </button>
      <button class="link action" type="button" data-clear ?hidden=${busy} @click=${clear('ask')}>
        ${t('clearForm')}
      </button>
    </div>
    ${
      clearing && !busy
        ? note({
            icon: 'alert',
            tone: 'warning',
            lead: t('clearAsk'),
            action: html`<span class="choices"
              ><button class="button" type="button" data-first @click=${clear('yes')}>
                ${t('clearYes')}
              </button>
              <button class="link" type="button" @click=${clear('no')}>
                ${t('clearNo')}
              </button></span
            >`,
          })
        : ''
    }`;
}
