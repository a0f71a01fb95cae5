import { html, nothing, type TemplateResult } from 'lit';
import { EMAIL, PROPOSAL } from '../../domain/form-definition.ts';
import { countWords } from '../../domain/words.ts';
import type { ApplicationSnapshot, Phase } from '../../store/application-state.ts';
import { hoursText, payFact } from '../internal/facts.ts';
import { fill } from '../internal/fill.ts';
import { heading } from '../internal/heading.ts';
import { icon } from '../internal/icons.ts';
import { prose, say, shortDate, type Reading } from '../internal/reading.ts';
import { saveStart } from '../internal/deadline.ts';
import { givenAnswers } from './field-words.ts';

export interface ReceiptOptions {
  /** Level of its heading. */
  readonly level: number;
  readonly snapshot: ApplicationSnapshot;
  readonly onFinish: () => void;
  readonly onPrint: () => void;
  readonly onDownload: () => void;
  /** Leads back to the projects. */
  readonly back: TemplateResult | typeof nothing;
}

const row = (term: string, main: unknown, more?: unknown): TemplateResult =>
  html`<div>
    <dt>${term}</dt>
    <dd>${main}${more ? html`<p class="muted">${more}</p>` : nothing}</dd>
  </div>`;

/** That it arrived, under which reference, what was sent and what happens next. */
export function receipt(
  reading: Reading,
  { receipt: { reference, nextSteps = [] }, sentAt, earlier }: Extract<Phase, { status: 'sent' }>,
  { level, snapshot, onFinish, onPrint, onDownload, back }: ReceiptOptions,
): TemplateResult {
  const { l10n, project } = reading;
  const { t } = l10n;
  const { values, files } = snapshot;
  const employer = project.employer.name;
  const words = countWords(String(values[PROPOSAL] ?? ''), l10n.locale);
  const names = Object.values(files).flatMap((each) => each.map(({ name }) => name));
  const withIt = [words ? t('proposalWords', { n: words }) : '', ...names].filter(Boolean);
  const known = [
    payFact(l10n, project)?.main,
    project.hours && hoursText(l10n, project.hours),
    project.startsOn && `${t('starts')} ${shortDate(reading, project.startsOn)}`,
  ].filter(Boolean);
  const dotted = (items: readonly unknown[]) =>
    items.map((item, index) => html`${index ? ' · ' : nothing}<bdi>${item}</bdi>`);

  return html`<div class="receipt" part="receipt">
    <div class="receipt__head">
      <span class="receipt__tick">${icon('tick')}</span>${heading(level, t('sent'))}
    </div>
    <p class="lede">
      ${
        earlier
          ? fill(t('sentEarlier'), { employer })
          : fill(t('sentTo'), {
              employer,
              email: html`<b><bdi>${String(values[EMAIL]).trim()}</bdi></b>`,
            })
      }
    </p>
    <dl class="slip">
      ${row(t('reference'), html`<b class="reference" dir="ltr">${reference}</b>`)}
      ${row(t('project'), say(reading, project.title), known.length && dotted(known))}
      ${row(t('sentAt'), l10n.date(sentAt, { dateStyle: 'full', timeStyle: 'short' }))}
      ${withIt.length && !earlier ? row(t('withIt'), dotted(withIt)) : nothing}
    </dl>
    ${
      nextSteps.length
        ? html`${heading(level + 1, t('nextSteps'), 'section__heading')}
            <ol class="steps">
              ${nextSteps.map((step) => html`<li><span dir="auto">${step}</span></li>`)}
            </ol>`
        : nothing
    }
    <div class="actions">
      <button class="button primary" type="button" @click=${onFinish}>${t('finish')}</button>
      ${back}
      <button class="link action" type="button" @click=${onPrint}>${t('print')}</button>
      <button class="link action" type="button" @click=${onDownload}>
        ${t('downloadAnswers')}
      </button>
      ${
        project.startsOn
          ? html`<button
              class="link action"
              type="button"
              @click=${() => {
                saveStart(reading, reference);
              }}
            >
              ${t('addStart')}
            </button>`
          : nothing
      }
    </div>
    <p class="muted small">${t('finishText')}</p>
    <details class="copy" part="copy">
      <summary>${t(earlier ? 'whatYouWrote' : 'whatYouSent')}</summary>
      <dl>
        ${givenAnswers(l10n, snapshot).map(
          ({ label, text }) =>
            html`<dt dir="auto">${label}</dt>
              <dd>${prose(reading, text)}</dd>`,
        )}
      </dl>
    </details>
  </div>`;
}
