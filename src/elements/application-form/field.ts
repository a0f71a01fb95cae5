import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { EMAIL, NAME, PROPOSAL, type FormField } from '../../domain/form-definition.ts';
import { alternativesTo } from '../../domain/validation.ts';
import { countWords } from '../../domain/words.ts';
import type { Localizer } from '../../i18n/localizer.ts';
import { fill } from '../internal/fill.ts';
import { icon } from '../internal/icons.ts';
import type { FieldView } from './field-view.ts';
import { fileField } from './file-field.ts';
import { errorText, labelOf, optionalMark, sizeText, typesText, wordsKey } from './field-words.ts';
import { wordMeter } from './word-meter.ts';

/** The number of choices up to which all are shown. */
const FEW = 4;

const tokens: Readonly<Record<string, string | undefined>> = {
  [NAME]: 'name',
  [EMAIL]: 'email',
  tel: 'tel',
};

/** A number field that has focus counts up and down with the wheel: nobody means that while scrolling. */
const onWheel = ({ target }: Event): void => {
  (target as HTMLElement).blur();
};

/** A field: label, hint, error, control, counter, from top to bottom; `wrap` puts its label into a heading. */
export function field(
  view: FieldView,
  definition: FormField,
  wrap: (label: unknown) => unknown = (label) => label,
): TemplateResult {
  const { l10n, snapshot, busy } = view;
  const { pointer, type, required } = definition;
  if (type === 'info') return html`<p class="prose" dir="auto">${definition.label}</p>`;

  const error = snapshot.errors[pointer];
  const [other] = alternativesTo(definition, snapshot.fields);
  const label = html`<bdi>${labelOf(l10n, definition)}</bdi> ${optionalMark(l10n, {
      required: required || !!other,
    })}`;
  const isPrefilled = snapshot.prefilled.includes(pointer);
  const guess = pointer === EMAIL ? snapshot.likelyEmail : undefined;
  const hint = hintOf(view, definition, other, isPrefilled);
  const counts = pointer === PROPOSAL;
  const describedBy =
    [hint && 'hint', error && 'error', counts && 'count', type === 'file' && 'file']
      .filter(Boolean)
      .map((part) => `${pointer}-${String(part)}`)
      .join(' ') || nothing;
  // Above the control, as all remarks are: two fields side by side keep one line.
  const question =
    guess &&
    html`<p class="hint">
      <span
        >${fill(l10n.t('didYouMean'), { email: html`<b><bdi>${guess}</bdi></b>` })}
        <button class="link" type="button" @click=${view.onUseEmail}>
          ${l10n.t('useEmail')}
        </button></span
      >
    </p>`;
  const remarks = html`${question}
  ${hint ? html`<div class="hint" id="${pointer}-hint">${hint}</div>` : nothing}
  ${
    error
      ? html`<p class="error" id="${pointer}-error">
          ${icon('alert')}<span>${errorText(l10n, snapshot.fields, error)}</span>
        </p>`
      : nothing
  }`;

  const choices = choicesOf(l10n, definition);
  if (choices) {
    const isRadio = type !== 'multiselect';
    const chosen = snapshot.values[pointer] ?? '';
    return html`<fieldset
      class="item"
      part="field"
      data-field=${pointer}
      ?data-invalid=${error}
      role=${isRadio ? 'radiogroup' : nothing}
      aria-describedby=${describedBy}
      ?inert=${busy}
    >
      <legend>${wrap(label)}</legend>
      ${remarks}
      ${choices.map(
        ({ value, label: words }) =>
          html`<label class="option"
            ><input
              type=${isRadio ? 'radio' : 'checkbox'}
              name=${definition.id}
              .value=${value}
              .checked=${live(Array.isArray(chosen) ? chosen.includes(value) : chosen === value)}
            /><span><bdi>${words}</bdi></span></label
          >`,
      )}
    </fieldset>`;
  }

  const isTick = type === 'consent';
  const labelled = html`<label for=${pointer}>${label}</label>`;
  return html`<div
    class="item ${isTick ? 'tick' : ''}"
    part="field"
    data-field=${pointer}
    ?data-invalid=${error}
    ?inert=${busy && (isTick || type === 'file' || type === 'select')}
  >
    ${isTick ? nothing : wrap(labelled)} ${remarks}
    ${
      type === 'file'
        ? fileField(view, definition, describedBy)
        : control(view, definition, describedBy)
    }
    ${isTick ? labelled : nothing} ${counts ? counter(view, definition) : nothing}
  </div>`;
}

/** `dir="auto"` would turn a field that is still empty to the left, also in right-to-left text. */
function control(
  { snapshot, l10n, busy }: FieldView,
  { pointer, id, type, required, options = [] }: FormField,
  describedBy: string | typeof nothing,
): TemplateResult {
  const value = snapshot.values[pointer] ?? '';
  const invalid = snapshot.errors[pointer] ? 'true' : nothing;
  switch (type) {
    case 'consent':
      return html`<input
        type="checkbox"
        id=${pointer}
        name=${id}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        .checked=${live(value === true)}
      />`;
    case 'textarea':
      return html`<textarea
        class="field"
        id=${pointer}
        name=${id}
        rows=${pointer === PROPOSAL ? 9 : 4}
        dir=${value ? 'auto' : nothing}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        aria-required=${required}
        ?readonly=${busy}
        .value=${live(String(value))}
      ></textarea>`;
    case 'select':
      return html`<select
        class="field"
        id=${pointer}
        name=${id}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        aria-required=${required}
      >
        <option value="" .selected=${value === ''}>
          ${l10n.t(required ? 'chooseOne' : 'noAnswer')}
        </option>
        ${options.map(
          (option) =>
            html`<option .value=${option.value} .selected=${option.value === value}>
              ${option.label}
            </option>`,
        )}
      </select>`;
    default:
      return html`<input
        class="field"
        type=${textType(type)}
        id=${pointer}
        name=${id}
        autocomplete=${tokens[pointer] ?? tokens[type] ?? nothing}
        step=${type === 'number' ? 'any' : nothing}
        dir=${value ? 'auto' : nothing}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        aria-required=${required}
        ?readonly=${busy}
        .value=${live(Number.isNaN(value) ? '' : String(value))}
        @wheel=${type === 'number' ? onWheel : nothing}
      />`;
  }
}

/** Every type of a question that is left here is one of `<input>`, too. */
const textType = (type: FormField['type']) =>
  type as 'text' | 'email' | 'tel' | 'url' | 'date' | 'number';

/** The choices that are all shown; undefined for a field of another kind. */
function choicesOf(
  { t }: Localizer,
  { type, options = [], required }: FormField,
): readonly { value: string; label: string }[] | undefined {
  if (type === 'multiselect') return options;
  const choices =
    type === 'boolean'
      ? [
          { value: 'true', label: t('yes') },
          { value: 'false', label: t('no') },
        ]
      : options;
  if (type !== 'boolean' && (type !== 'select' || choices.length > FEW)) return undefined;
  // A radio button cannot be taken back, an answer can.
  return required ? choices : [...choices, { value: '', label: t('noAnswer') }];
}

function hintOf(
  { l10n, employer }: FieldView,
  { help, prompts, limits, type }: FormField,
  other: FormField | undefined,
  isPrefilled: boolean,
): TemplateResult | undefined {
  const { t } = l10n;
  const lines = [
    help && html`<p class="prose" dir="auto">${help}</p>`,
    prompts?.length &&
      html`<p>${fill(t('asksToCover'), { employer })}</p>
        <ul class="prompts">
          ${prompts.map((prompt) => html`<li><bdi>${prompt}</bdi></li>`)}
        </ul>`,
    type === 'file' &&
      limits &&
      html`<p>
        ${t('fileHint', { types: typesText(l10n, limits), size: sizeText(l10n, limits.maxBytes) })}
      </p>`,
    isPrefilled && html`<p>${t('prefilled')}</p>`,
    other && html`<p>${fill(t('orInstead'), { other: labelOf(l10n, other) })}</p>`,
  ].filter(Boolean);
  return lines.length ? html`${lines}` : undefined;
}

/** How many words there are, of how many. */
function counter({ l10n, snapshot }: FieldView, definition: FormField): TemplateResult {
  const { pointer, minWords: min = 0, maxWords: max = 0 } = definition;
  const n = countWords(String(snapshot.values[pointer] ?? ''), l10n.locale);
  const key = wordsKey(definition);
  return html`<div class="count">
    ${wordMeter(n, min, max)}
    <p id="${pointer}-count">
      ${
        key === 'wordsCount'
          ? l10n.t(key, { n })
          : fill(l10n.t(key, { min, max }), { n: html`<b>${l10n.number(n)}</b>` })
      }
    </p>
  </div>`;
}
