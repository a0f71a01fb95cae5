import { html, nothing, type TemplateResult } from 'lit';
import { askedFields, PROPOSAL, RESUME, type FormField } from '../../domain/form-definition.ts';
import { applyControl, encode, type ApplyTarget } from '../internal/apply.ts';
import { fill } from '../internal/fill.ts';
import { heading } from '../internal/heading.ts';
import { icon } from '../internal/icons.ts';
import { bullets, type Reading } from '../internal/reading.ts';
import { draftNotes, draftTick } from './draft-notes.ts';
import { field } from './field.ts';
import { labelOf, optionalMark } from './field-words.ts';
import type { FormView } from './form-view.ts';
import { keepRow } from './keep-row.ts';

/** Longest `mailto:` URL, in characters: somewhere above it browsers and mail programs cut what they are given. */
const MAX_MAILTO = 1800;

export interface ElsewhereView extends FormView {
  /** Where the application is made. */
  readonly target: ApplyTarget;
  /** The element that says that the student leaves. */
  readonly host: EventTarget;
}

/** A `mailto:` URL that has a subject, with a text (RFC 6068). */
const withBody = (href: string, text: string): string =>
  `${href}&body=${encode(text.replace(/\r?\n/g, '\r\n'))}`;

/** Where the application is made elsewhere: a proposal to take along, what else is asked, and the way there. */
export function elsewhere(reading: Reading, view: ElsewhereView): TemplateResult {
  const { l10n, project } = reading;
  const { t } = l10n;
  const { snapshot, target, level, copied, onCopy } = view;
  const { href = '', place = '' } = target;
  const { fields, values } = snapshot;
  const { resume } = project.application?.requires ?? {};
  // A host has none.
  const isEmail = place.includes('@');

  const proposal = fields.find(({ pointer }) => pointer === PROPOSAL);
  const text = proposal && isEmail ? String(values[PROPOSAL] ?? '').trim() : '';
  const whole = text ? withBody(href, text) : href;
  const isTooLong = !!text && whole.length > MAX_MAILTO;
  const asked = askedFields(fields, values).filter(({ pointer, type, label }) =>
    pointer === RESUME ? (resume ?? isEmail) : label && !/info|consent/.test(type),
  );
  const words = (each: FormField) =>
    isEmail && each.pointer === RESUME ? t('attachResume') : labelOf(l10n, each);
  return html`${
      proposal
        ? html`<section @input=${view.onInput}>
            ${draftNotes(l10n, snapshot, view)}
            ${view.offersDraft ? draftTick(l10n, snapshot, view) : nothing}
            ${field(view, proposal, (label) => heading(level, label, 'section__heading'))}
            <div class="actions">
              <button class="button" part="copy-button" type="button" @click=${onCopy}>
                ${t('copyProposal')}
              </button>
              <span role="status"
                >${copied ? t(copied) : isTooLong ? t('tooLongForEmail') : nothing}</span
              >
            </div>
          </section>`
        : nothing
    }
    <section>
      ${
        asked.length
          ? html`<div>
              <p>${t('remember')}</p>
              ${bullets(
                asked,
                (each) =>
                  html`<bdi>${words(each)}</bdi>
                    ${each.label || resume ? optionalMark(l10n, each) : nothing}`,
                'prompts',
              )}
            </div>`
          : nothing
      }
      <div class="actions" @click=${isTooLong ? onCopy : nothing}>
        ${applyControl(
          reading,
          { ...target, href: isTooLong ? withBody(href, t('pasteHere')) : whole },
          view.host,
          isEmail
            ? t('openEmail')
            : html`<span
                >${fill(t('continueTo'), { place })}<span class="hidden"> (${t('newTab')})</span>
                ${icon('external')}</span
              >`,
        )}
      </div>
    </section>
    ${keepRow(view)}`;
}
