import { html, nothing, type TemplateResult } from 'lit';
import { deadlineFact, durationText, hoursText, payFact, placeFact } from '../internal/facts.ts';
import { icon } from '../internal/icons.ts';
import { fact, facts, say, shortDate, type Reading } from '../internal/reading.ts';

export interface OutlineOptions {
  /** Where it is narrow the outline is folded away behind one line. */
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** Leads to the whole project. */
  readonly link: TemplateResult | typeof nothing;
}

/** The project at hand, beside the form or behind one line above it. */
export function outline(
  reading: Reading,
  { isOpen, onToggle, link }: OutlineOptions,
): TemplateResult {
  const { l10n, project, now } = reading;
  const { t } = l10n;
  const { hours, durationDays, deliverables } = project;
  const pay = payFact(l10n, project);
  const place = placeFact(l10n, project);
  const deadline = deadlineFact(l10n, project, now);
  const short = [
    pay?.main,
    deadline && t('byDate', { date: shortDate(reading, deadline.deadline.date) }),
  ];
  const title = say(reading, project.title);
  return html`<aside class="outline" part="outline" aria-label=${project.title}>
    <button
      class="link outline__toggle"
      type="button"
      aria-expanded=${isOpen}
      aria-controls="outline"
      @click=${onToggle}
    >
      <span
        >${title}${short.map((each) => (each ? html` · <bdi class="short">${each}</bdi>` : nothing))}</span
      >
      ${icon('chevron')}
    </button>
    <div id="outline" class="outline__box ${isOpen ? 'open' : ''}">
      <p class="outline__title"><b>${title}</b></p>
      ${facts(
        fact(t('pay'), pay && say(reading, pay.main), pay?.more),
        fact(
          t('hours'),
          hours && hoursText(l10n, hours),
          durationDays && durationText(l10n, durationDays),
        ),
        fact(
          t('where'),
          place && say(reading, place.main),
          place?.more && say(reading, place.more),
        ),
        fact(
          t('applyBy'),
          deadline && html`<span title=${deadline.full}>${deadline.main}</span>`,
          deadline?.more,
        ),
      )}
      ${
        deliverables?.length
          ? html`<div class="outline__more">
              <p class="muted">${t('youWouldDeliver')}</p>
              <ul>
                ${deliverables.map(
                  ({ title: what, dueOn }) =>
                    html`<li>
                      ${say(reading, what)}${dueOn ? `, ${shortDate(reading, dueOn)}` : nothing}
                    </li>`,
                )}
              </ul>
            </div>`
          : nothing
      }
      ${link}
    </div>
  </aside>`;
}
