import { html, nothing, type TemplateResult } from 'lit';
import {
  askedFields,
  CONSENT,
  EMAIL,
  NAME,
  PROPOSAL,
  RESUME,
  type FormField,
} from '../../domain/form-definition.ts';
import { safeUrl } from '../../lib/safe-url.ts';
import { heading } from '../internal/heading.ts';
import { outLink } from '../internal/reading.ts';
import { field } from './field.ts';
import type { FieldView } from './field-view.ts';
import { outcome } from './outcome.ts';

export interface FormView extends FieldView {
  /** Level of the headings of its sections. */
  readonly level: number;
  /** What is agreed to, in the words that are sent along. */
  readonly agreement: string;
  readonly privacyUrl: string | undefined;
  /** What became of the last attempt to copy. */
  readonly copied: 'copied' | 'copyByHand' | undefined;
  readonly onCopy: () => unknown;
  readonly onSubmit: (event: Event) => unknown;
  readonly onInput: (event: Event) => void;
  readonly onLeave: (event: FocusEvent) => void;
}

/** A file that misses its field must not replace the page, and with it everything typed. */
function onStrayFile(event: DragEvent): void {
  const isInput = (event.target as HTMLInputElement).type === 'file';
  if (!isInput && event.dataTransfer?.types.includes('Files')) event.preventDefault();
}

/** All fields in their sections, consent, what became of the last attempt, and the button. */
export function formBody(view: FormView): TemplateResult {
  const { l10n, level, snapshot, busy } = view;
  const { t } = l10n;
  const { fields, values } = snapshot;
  const asked = new Set(askedFields(fields, values));
  const title = (content: unknown) => heading(level, content, 'section__heading');
  const isOf = (...pointers: string[]) => fields.filter((each) => pointers.includes(each.pointer));
  // A field that is not asked leaves its place empty, so that the others keep their controls.
  const section = (content: unknown, all: readonly FormField[], name = '') =>
    html`<section class=${name} ?hidden=${!all.some((each) => asked.has(each))}>
      ${title(content)} ${all.map((each) => (asked.has(each) ? field(view, each) : nothing))}
    </section>`;
  // Where a section has one field, that field's label is its heading.
  const alone = (each: FormField) => html`<section>${field(view, each, title)}</section>`;

  const resume = isOf(RESUME);
  const questions = fields.filter((each) => each.label !== undefined);
  const loose = questions.filter((each) => !each.section);
  const named = new Set(questions.flatMap((each) => each.section || []));
  return html`<form
    part="form"
    novalidate
    aria-busy=${busy}
    @submit=${view.onSubmit}
    @input=${view.onInput}
    @change=${view.onInput}
    @focusout=${view.onLeave}
    @dragover=${onStrayFile}
    @drop=${onStrayFile}
  >
    ${section(t('you'), isOf(NAME, EMAIL), 'pair')} ${isOf(PROPOSAL).map(alone)}
    ${
      loose.length
        ? section(t(resume.length ? 'resumeAndQuestions' : 'yourQuestions'), [...resume, ...loose])
        : resume.map(alone)
    }
    ${[...named].map((name) =>
      section(
        html`<bdi>${name}</bdi>`,
        questions.filter((each) => each.section === name),
      ),
    )}
    <section>
      ${isOf(CONSENT).map((each) => consent(view, each))}
      <slot name="challenge"></slot>
      ${outcome(l10n, snapshot.phase, view.copied, view.onCopy)} ${sendRow(view)}
    </section>
  </form>`;
}

function consent(view: FormView, definition: FormField): TemplateResult {
  const { l10n, agreement, privacyUrl } = view;
  const address = safeUrl(privacyUrl, document.baseURI)?.href;
  const notice = outLink(l10n, address, l10n.t('privacyNotice'));
  return html`${field(view, { ...definition, label: agreement })}
  ${notice ? html`<p class="notice">${notice}</p>` : nothing}`;
}

/** The button, which keeps its width, and how far sending has come. */
function sendRow({ l10n, busy, snapshot }: FormView): TemplateResult {
  const { t } = l10n;
  const { phase, files } = snapshot;
  const hasFile = Object.values(files).some((each) => each.length);
  const progress = phase.status === 'sending' && hasFile ? phase.progress : undefined;
  return html`<div class="actions">
    <button
      class="button primary send"
      part="submit-button"
      aria-disabled=${busy ? 'true' : nothing}
    >
      <span ?data-off=${busy}>${t('send')}</span>
      <span ?data-off=${!busy}>${t('sending')}</span>
    </button>
    ${
      progress === undefined
        ? html`<span class="muted">${t('sendEmail')}</span>`
        : html`<span class="progress" part="progress">
            <progress max="1" .value=${progress} aria-label=${t('sending')}></progress>
            ${
              progress < 1
                ? t('sendingPart', {
                    part: l10n.number(progress, { style: 'percent', maximumFractionDigits: 0 }),
                  })
                : t('awaiting')
            }
          </span>`
    }
  </div>`;
}
