import { html, nothing } from 'lit';
import { durationText, payFact, placeFact, weeksOf } from '../internal/facts.ts';
import { weekBar } from './week-bar.ts';
import { fact, facts, say, shortDate, type Piece, type Reading } from '../internal/reading.ts';

/** What is paid: the figure large, and what that is per hour (or in all) beside it. */
function pay(reading: Reading): Piece {
  const { l10n, project } = reading;
  const { t } = l10n;
  const known = payFact(l10n, project);
  const isFixed = project.pay?.kind === 'fixed' && known?.main !== project.pay.display;
  const more = !isFixed
    ? known?.more
    : known?.more
      ? t('fixedPayAbout', { pay: known.more })
      : t('fixedPay');
  return html`<div class="pay">
    <dt class="hidden">${t('pay')}</dt>
    <dd>
      ${known ? html`<b>${say(reading, known.main)}</b>` : html`<span class="muted">${t('payNotStated')}</span>`}
      ${known && more ? html`<span class="muted">${more}</span>` : nothing}
    </dd>
  </div>`;
}

/** How long it lasts, between its first and its last day. */
function duration(reading: Reading, bar: Piece): Piece {
  const { l10n, project } = reading;
  const { durationDays, startsOn, endsOn } = project;
  if (!durationDays) return undefined;
  const end = endsOn && shortDate(reading, endsOn);
  const isOpen = durationDays.min !== durationDays.max;
  return html`<div class="duration">
    <dt class="hidden">${l10n.t('filterDuration')}</dt>
    <dd>
      ${bar ?? nothing}
      <span class="ends">
        ${startsOn ? html`<span>${shortDate(reading, startsOn)}</span>` : nothing}
        <span>${durationText(l10n, durationDays)}</span>
        ${end ? html`<span>${isOpen ? l10n.t('atTheLatest', { date: end }) : end}</span>` : nothing}
      </span>
    </dd>
  </div>`;
}

function places({ l10n, project: { openings, openingsLeft } }: Reading): string | undefined {
  if (openingsLeft === undefined) return openings === undefined ? undefined : l10n.number(openings);
  return openings === undefined
    ? l10n.t('placesLeft', { n: openingsLeft })
    : l10n.t('placesLeftOf', { left: openingsLeft, all: openings });
}

/** The facts by which a student decides: pay, time, where, when, how many. */
export function factList(reading: Reading): Piece {
  const { l10n, project } = reading;
  const { t } = l10n;
  const { hours, durationDays, startsOn, endsOn, pay: paid, classification } = project;
  const weeks = durationDays && weeksOf(durationDays);
  const place = placeFact(l10n, project);
  const { min = 0, max = min } = hours ?? {};
  return facts(
    pay(reading),
    duration(reading, weeks && weekBar(weeks)),
    fact(
      t('hours'),
      hours && t('inAll', { pay: l10n.range(l10n.number(hours.min ?? max), l10n.number(max)) }),
    ),
    fact(t('where'), place && say(reading, place.main), place?.more && say(reading, place.more)),
    fact(t('starts'), startsOn && shortDate(reading, startsOn, 'short')),
    fact(t('ends'), endsOn && !durationDays && shortDate(reading, endsOn, 'short')),
    fact(t('places'), places(reading)),
    fact(
      t('paid'),
      paid?.schedule && t(paid.schedule === 'milestones' ? 'byMilestone' : 'on_completion'),
    ),
    fact(t('terms'), classification && t(classification)),
  );
}

/** What applying takes: minutes, and what has to be there. Nothing is presumed of what is asked elsewhere. */
export function effort(
  { l10n: { t }, project: { application = {} } }: Reading,
  isElsewhere: boolean,
): string {
  const { estimatedMinutes, requires = {}, questions = [] } = application;
  const { proposal = isElsewhere ? 'optional' : 'required' } = requires;
  const asked = questions.filter(({ type }) => type !== 'info' && type !== 'consent').length;
  return [
    estimatedMinutes && t('aboutMinutes', { n: estimatedMinutes }),
    requires.resume === 'required' && t('resumeRequired'),
    proposal === 'required' && t('proposalRequired'),
    asked > 0 && t('questionCount', { n: asked }),
  ]
    .filter((each) => each)
    .join(' ');
}
