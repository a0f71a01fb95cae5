import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/localizer.ts';
import type { ApplicationSnapshot } from '../../store/application-state.ts';
import { fill } from '../internal/fill.ts';
import { heading } from '../internal/heading.ts';
import { icon } from '../internal/icons.ts';
import { errorText, labelOf } from './field-words.ts';

/**
 * What stood in the way of sending, each a link to its field. It stays as long as it was at the attempt,
 * with what is right by now marked so: a list that shrinks would move the field somebody writes in.
 */
export function errorSummary(
  l10n: Localizer,
  level: number,
  { summary, remarks, errors, fields, phase, step, steps }: ApplicationSnapshot,
  onGo: (pointer: string) => void,
): TemplateResult | typeof nothing {
  const { t } = l10n;
  if (!summary.length && !remarks.length) return nothing;
  const wasSending = step === steps.length;
  const line = (pointer: string) => {
    const error = errors[pointer];
    const field = fields.find((each) => each.pointer === pointer);
    if (!field) return nothing;
    return html`<li>
      ${
        error
          ? html`<a
              href="#${pointer}"
              @click=${(event: Event) => {
                event.preventDefault();
                onGo(pointer);
              }}
              >${errorText(l10n, fields, error)}</a
            >`
          : html`<span class="muted"
              >${icon('tick')} ${fill(t('putRight'), { label: labelOf(l10n, field) })}</span
            >`
      }
    </li>`;
  };
  return html`<div
    class="summary"
    part="error-summary"
    role="group"
    tabindex="-1"
    aria-labelledby="summary"
  >
    ${icon('alert')}
    <div>
      ${heading(level, html`<span id="summary">${t('problem')}</span>`, 'section__heading')}
      <p class="muted">
        ${t(wasSending && phase.status !== 'unconfirmed' ? 'nothingSent' : 'stillHere')}
      </p>
      <ul>
        ${summary.map(line)} ${remarks.map((remark) => html`<li dir="auto">${remark}</li>`)}
      </ul>
    </div>
  </div>`;
}
