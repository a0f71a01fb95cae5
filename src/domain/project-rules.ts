/** What follows from a project's data: whether it is open, until when, and what an hour of it pays. */
import { dateIn, daysBetween, endOfDay, isDate } from './dates.ts';
import type { Pay, Project, Range } from './project.ts';

/** Days before its deadline from which a project counts as closing soon. */
export const CLOSING_SOON_DAYS = 2;

export interface Deadline {
  /** The last instant, in milliseconds since 1970. */
  readonly at: number;
  /** The calendar date, `YYYY-MM-DD`, in the project's zone (or as written). */
  readonly date: string;
  /** Calendar days left in the project's zone; absent without a usable zone, for then nobody can say. */
  readonly daysLeft?: number;
  readonly past: boolean;
}

type Dates = Pick<Project, 'applyBy' | 'timeZone'>;

/** The last instant at which an application is taken; undefined when nobody says. */
function endOf({ applyBy, timeZone }: Dates): number | undefined {
  if (!applyBy) return undefined;
  const at = isDate(applyBy) ? endOfDay(applyBy, timeZone) : Date.parse(applyBy);
  return Number.isFinite(at) ? at : undefined;
}

/** Until when a project takes applications; undefined when it does not say. */
export function deadlineOf(project: Dates, now: number): Deadline | undefined {
  const { applyBy = '', timeZone } = project;
  const isDay = isDate(applyBy);
  // Of a day the calendar says all that a list needs. At which instant it ends is dear to work out.
  let known: number | undefined;
  const end = () => (known ??= endOf(project));
  if (!isDay && end() === undefined) return undefined;
  const date = isDay ? applyBy : ((timeZone && dateIn(timeZone, end()!)) ?? applyBy.slice(0, 10));
  const today = timeZone && dateIn(timeZone, now);
  const past = isDay && today ? today > date : now > end()!;
  return {
    date,
    past,
    ...(today && !past && { daysLeft: daysBetween(today, date) }),
    get at() {
      return end()!;
    },
  };
}

/** Why a project takes no application, or `open`. A status that is not known here is returned as it is. */
export function availabilityOf(project: Project, now: number): string {
  const status = project.status ?? 'open';
  // Asked of every project of a list, with every letter that is typed: no more is worked out than needed.
  return status === 'open' && now > (endOf(project) ?? Infinity) ? 'closed' : status;
}

/** True where an amount can be shown: a kind that pays, an amount and its currency. */
export const hasAmount = (pay: Pay | undefined): pay is Pay & { readonly currency: string } =>
  pay?.currency !== undefined && (pay.min ?? pay.max) !== undefined && pay.kind !== 'unpaid';

/** What one amount is paid for. */
export const payPer = (pay: Pay): NonNullable<Pay['per']> =>
  pay.per ?? (pay.kind === 'hourly' ? 'hour' : 'project');

/** Both ends of a range; one that is not known is where the other is. */
function ends({ min, max }: Range): readonly [low: number, high: number] | undefined {
  const [low, high] = [min ?? max, max ?? min];
  return low === undefined || high === undefined ? undefined : [low, high];
}

/** Amounts and hours of a project whose pay is `per` something; undefined unless both are known. */
function figures({ pay, hours }: Pick<Project, 'pay' | 'hours'>, per: Pay['per']) {
  const paid = hasAmount(pay) && payPer(pay) === per ? ends(pay) : undefined;
  const worked = hours && ends(hours);
  return paid && worked && { paid, worked };
}

/** Pay per hour of a project paid as a whole; undefined unless both pay and hours are known. */
export function hourlyRate(project: Pick<Project, 'pay' | 'hours'>): Range | undefined {
  const known = figures(project, 'project');
  if (!known?.worked[0]) return undefined;
  const { paid, worked } = known;
  return { min: paid[0] / worked[1], max: paid[1] / worked[0] };
}

/** Pay for all of the work of a project paid by the hour; undefined unless both figures are known. */
export function totalPay(project: Pick<Project, 'pay' | 'hours'>): Range | undefined {
  const known = figures(project, 'hour');
  if (!known) return undefined;
  const { paid, worked } = known;
  return { min: paid[0] * worked[0], max: paid[1] * worked[1] };
}
