import { html, nothing, type TemplateResult } from 'lit';
import type { FormChange } from '../../domain/form-changes.ts';
import { askedFields } from '../../domain/form-definition.ts';
import type { MessageKey } from '../../i18n/en/index.ts';
import type { Localizer } from '../../i18n/localizer.ts';
import type { ApplicationSnapshot } from '../../store/application-state.ts';
import { fill } from '../internal/fill.ts';
import { icon } from '../internal/icons.ts';
import { answersOf, labelOf } from './field-words.ts';

const words: Readonly<Record<FormChange['kind'], MessageKey>> = {
  removed: 'questionRemoved',
  added: 'questionAdded',
  changed: 'questionChanged',
};

/** What has become of the form meanwhile, with the answers that have no place in it any more. */
export function changesNote(
  l10n: Localizer,
  { changes: all, fields, values, files }: ApplicationSnapshot,
): TemplateResult | typeof nothing {
  // What depends on an answer that was not given is not asked yet.
  const asked = askedFields(fields, values);
  const changes = all.filter(({ kind, field }) => kind === 'removed' || asked.includes(field));
  if (!changes.length) return nothing;
  return html`<div class="note warning" part="note" role="status">
    ${icon('alert')}
    <div>
      <p><b>${l10n.t('formChanged')}</b></p>
      <ul class="changes">
        ${changes.map(
          ({ kind, field }) =>
            html`<li>
              ${fill(l10n.t(words[kind]), { label: labelOf(l10n, field) })}
              ${
                kind === 'removed'
                  ? answersOf(l10n, [field], values, files).map(
                      ({ text }) => html`<p class="prose" dir="auto">${text}</p>`,
                    )
                  : nothing
              }
            </li>`,
        )}
      </ul>
    </div>
  </div>`;
}
