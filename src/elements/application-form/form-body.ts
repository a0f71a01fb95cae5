import { html, nothing, type TemplateResult } from 'lit';
import { askedFields, CONSENT, type FormField } from '../../domain/form-definition.ts';
import { formSections, isOpen, type FormSection } from '../../domain/form-sections.ts';
import { safeUrl } from '../../lib/safe-url.ts';
import { heading } from '../internal/heading.ts';
import { outLink } from '../internal/reading.ts';
import { draftTick } from './draft-notes.ts';
import { field } from './field.ts';
import type { FormView } from './form-view.ts';
import { outcome } from './outcome.ts';
import { review } from './review.ts';
import { sectionTitle } from './section-words.ts';
import { sendRow } from './send-row.ts';
import { keepRow } from './keep-row.ts';
import { wordMeter } from './word-meter.ts';

/** A file that misses its field must not replace the page, and with it everything typed. */
function onStrayFile(event: DragEvent): void {
  const isInput = (event.target as HTMLInputElement).type === 'file';
  if (!isInput && event.dataTransfer?.types.includes('Files')) event.preventDefault();
}

/** All fields in their sections, consent, what became of the last attempt, and the button. */
export function formBody(view: FormView): TemplateResult {
  const { l10n, snapshot, busy, offersDraft } = view;
  const { fields, steps, step } = snapshot;
  const isLong = steps.length > 0;
  const asked = new Set(askedFields(fields, snapshot.values));
  const open = steps.map((each) => isOpen(each, asked));
  const caption = (index: number) =>
    isLong
      ? html`<span class="caption">${l10n.t('stepOf', placeOf(open, index))}</span> `
      : nothing;
  const place = placeOf(open, step);
  const [consent] = fields.filter(({ pointer }) => pointer === CONSENT);
  return html`<form
    part="form"
    novalidate
    aria-busy=${busy}
    @submit=${view.onSubmit}
    @input=${view.onInput}
    @change=${view.onInput}
    @focusout=${view.onLeave}
    @pointerdown=${view.onPress}
    @paste=${view.onPaste}
    @dragover=${onStrayFile}
    @drop=${onStrayFile}
  >
    ${isLong ? wordMeter(place.n, 0, place.of) : nothing}
    ${offersDraft ? draftTick(l10n, snapshot, view) : nothing}
    ${(isLong ? steps : formSections(fields)).map((each, index) =>
      section(view, each, asked, isLong && index !== step, caption(index)),
    )}
    <section class=${isLong ? 'step' : nothing} ?hidden=${isLong && step < steps.length}>
      ${
        isLong
          ? html`${title(view, l10n.t('review'), caption(steps.length))}
            ${step === steps.length ? review(view) : nothing}`
          : nothing
      }
      ${consent ? agreementField(view, consent) : nothing}
      <slot name="challenge"></slot>
      ${outcome(l10n, snapshot.phase)}
    </section>
    <div class="hidden" aria-hidden="true">
      <label
        >${l10n.t('trap')}<input name="fax" tabindex="-1" autocomplete="off" data-trap
      /></label>
    </div>
    ${sendRow(view)} ${keepRow(view)}
  </form>`;
}

const title = ({ level }: FormView, content: unknown, above: unknown) =>
  heading(level, html`${above}${content}`, 'section__heading');

/** Which step of how many, counting those in which something is asked, and the review. */
const placeOf = (open: readonly boolean[], index: number): { n: number; of: number } => ({
  n: open.slice(0, index).filter(Boolean).length + 1,
  of: open.filter(Boolean).length + 1,
});

/**
 * A section with its fields. One that is not asked now leaves its place empty, so that the others keep
 * their controls. Where a section has one field, that field's label is its heading.
 */
function section(
  view: FormView,
  each: FormSection,
  asked: ReadonlySet<FormField>,
  isElsewhere: boolean,
  above: TemplateResult | typeof nothing,
): TemplateResult {
  const { kind, name, fields } = each;
  const isHidden = isElsewhere || !isOpen(each, asked);
  const [first] = fields;
  const step = view.snapshot.steps.length ? 'step' : '';
  if (kind === 'proposal' || kind === 'resume')
    return html`<section class=${step} ?hidden=${isHidden}>
      ${field(view, first!, (label) => title(view, label, above))}
    </section>`;
  const words = sectionTitle(view.l10n, each);
  return html`<section class="${step} ${kind === 'you' ? 'pair' : ''}" ?hidden=${isHidden}>
    ${title(view, name ? html`<bdi>${words}</bdi>` : words, above)}
    ${fields.map((one) => (asked.has(one) ? field(view, one) : nothing))}
  </section>`;
}

function agreementField(view: FormView, definition: FormField): TemplateResult {
  const { l10n, agreement, privacyUrl } = view;
  const address = safeUrl(privacyUrl, document.baseURI)?.href;
  const notice = outLink(l10n, address, l10n.t('privacyNotice'));
  return html`${field(view, { ...definition, label: agreement })}
  ${notice ? html`<p class="notice">${notice}</p>` : nothing}`;
}
