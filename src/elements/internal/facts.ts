/** A project's facts in words: the same everywhere, so that rows, panel, form and receipt agree. */
import type { Pay, Project, Range } from '../../domain/project.ts';
import {
  CLOSING_SOON_DAYS,
  deadlineOf,
  hasAmount,
  hourlyRate,
  payPer,
  totalPay,
  type Deadline,
} from '../../domain/project-rules.ts';
import type { Localizer } from '../../i18n/localizer.ts';
import { deadlineClock } from './deadline-clock.ts';

/** A fact's first line, and what stands under it. Absent is unknown. */
export interface Fact {
  readonly main: string;
  readonly more?: string | undefined;
}

const ends = (range: Range): [number, number] => [
  (range.min ?? range.max)!,
  (range.max ?? range.min)!,
];

const money = (l10n: Localizer, range: Range, currency: string): string =>
  l10n.money(...ends(range), currency);

function amount(l10n: Localizer, pay: Pay & { readonly currency: string }): string {
  const figure = money(l10n, pay, pay.currency);
  const per = payPer(pay);
  if (per === 'hour') return l10n.t('perHour', { pay: figure });
  if (per === 'week') return l10n.t('perWeek', { pay: figure });
  if (per === 'month') return l10n.t('perMonth', { pay: figure });
  return pay.kind === 'stipend' ? l10n.t('stipend', { pay: figure }) : figure;
}

/** What is paid, and per hour (or in all) when both figures are known. */
export function payFact(l10n: Localizer, project: Project): Fact | undefined {
  const { pay } = project;
  if (pay?.kind === 'unpaid') return { main: l10n.t('unpaid') };
  if (!hasAmount(pay)) return pay?.display ? { main: pay.display } : undefined;
  const main = amount(l10n, pay);
  const rate = hourlyRate(project);
  const total = totalPay(project);
  const more = rate
    ? l10n.t('perHour', { pay: money(l10n, rate, pay.currency) })
    : total && l10n.t('inAll', { pay: money(l10n, total, pay.currency) });
  const said = (text: string) => (pay.estimated ? l10n.t('payEstimated', { pay: text }) : text);
  return more ? { main, more: said(more) } : { main: said(main) };
}

function span(
  l10n: Localizer,
  range: Range,
  one: 'hoursCount' | 'daysCount' | 'weeksCount',
  several: 'hoursRange' | 'daysRange' | 'weeksRange',
): string {
  const [from, to] = ends(range);
  return from === to
    ? l10n.t(one, { n: from })
    : l10n.t(several, { range: l10n.range(l10n.number(from), l10n.number(to)) });
}

/** `20–30 hours`. */
export const hoursText = (l10n: Localizer, hours: Range): string =>
  span(l10n, hours, 'hoursCount', 'hoursRange');

/** A duration in whole weeks; undefined under a week. */
export function weeksOf(days: Range): Range | undefined {
  const [from, to] = ends(days).map((each) => Math.round(each / 7)) as [number, number];
  return from >= 1 ? { min: from, max: to } : undefined;
}

/** `2–3 weeks`; in days where it is shorter than one week. */
export function durationText(l10n: Localizer, days: Range): string {
  const weeks = weeksOf(days);
  return weeks
    ? span(l10n, weeks, 'weeksCount', 'weeksRange')
    : span(l10n, days, 'daysCount', 'daysRange');
}

/** `Remote`, and the place under it. */
export function placeFact(l10n: Localizer, project: Project): Fact | undefined {
  const mode =
    project.workMode && project.workMode !== 'unknown' ? l10n.t(project.workMode) : undefined;
  const places = project.locations?.map((each) => each.display).join(' · ');
  if (mode) return { main: mode, more: project.workMode === 'remote' ? undefined : places };
  return places ? { main: places } : undefined;
}

export interface DeadlineFact extends Fact {
  readonly deadline: Deadline;
  /** Within two days: said by a word, an icon and weight. */
  readonly soon: boolean;
  /** Date, time and zone in full. Worked out when it is read. */
  readonly full: string;
  /** The same; of a day that is not near, without the time at which it ends. That is dear in a list. */
  readonly brief: string;
}

const wholeDay = { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' } as const;

/** `Dec 5`, and `13 days left` under it; `Tomorrow`, and its date, when it closes soon. */
export function deadlineFact(
  l10n: Localizer,
  project: Project,
  now: number,
): DeadlineFact | undefined {
  const deadline = deadlineOf(project, now);
  if (!deadline) return undefined;
  const { daysLeft } = deadline;
  const { date, zone, hasTime } = deadlineClock(project, deadline);
  const soon = daysLeft !== undefined && daysLeft <= CLOSING_SOON_DAYS;
  const word = daysLeft === 0 ? 'today' : daysLeft === 1 ? 'tomorrow' : undefined;
  const day = (weekday?: 'short') => l10n.date(date, { weekday, month: 'short', day: 'numeric' });
  return {
    deadline,
    soon,
    main: word ? l10n.t(word) : day(),
    more: word
      ? day('short')
      : daysLeft === undefined
        ? undefined
        : l10n.t('daysLeft', { n: daysLeft }),
    get full() {
      const time = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;
      return hasTime
        ? l10n.date(deadline.at, { ...wholeDay, ...time, timeZone: zone })
        : l10n.date(date, wholeDay);
    },
    get brief() {
      return soon || date !== project.applyBy ? this.full : l10n.date(date, wholeDay);
    },
  };
}

/** Initials of the first two words of a name, for employers without a logo; `&` is no word. */
export const initials = (name: string): string =>
  (name.match(/[\p{L}\p{N}][^\s]*/gu) ?? [])
    .slice(0, 2)
    .map((word) => [...word][0])
    .join('')
    .toUpperCase();
