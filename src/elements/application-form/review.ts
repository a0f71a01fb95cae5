import { html, nothing, type TemplateResult } from 'lit';
import { askedFields } from '../../domain/form-definition.ts';
import { heading } from '../internal/heading.ts';
import { answersOf } from './field-words.ts';
import type { FormView } from './form-view.ts';
import { sectionTitle } from './section-words.ts';

/** Everything that was answered, step by step, to be read again before it is sent. */
export function review(view: FormView): TemplateResult {
  const { l10n, snapshot, level, busy, onStep } = view;
  const { t } = l10n;
  const { steps, fields, values, files } = snapshot;
  const asked = new Set(askedFields(fields, values));
  return html`${steps.map((section, index) => {
    const own = section.fields.filter((each) => asked.has(each) && each.type !== 'info');
    if (!own.length) return nothing;
    const title = sectionTitle(l10n, section);
    return html`<div class="review">
      <div class="review__head">
        ${heading(level + 1, title)}
        <button
          class="link action"
          type="button"
          aria-label="${t('change')} ${title}"
          ?hidden=${busy}
          @click=${() => {
            onStep(index);
          }}
        >
          ${t('change')}
        </button>
      </div>
      <dl>
        ${answersOf(l10n, own, values, files, t('noAnswer')).map(
          ({ label, text }) =>
            html`<dt dir="auto">${label}</dt>
              <dd class="prose" dir="auto">${text}</dd>`,
        )}
      </dl>
    </div>`;
  })}`;
}
