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

/** Until when a project takes applications; undefined when it does not say. */
export function deadlineOf(
  project: Pick<Project, 'applyBy' | 'timeZone'>,
  now: number,
): Deadline | undefined {
  const { applyBy, timeZone } = project;
  if (!applyBy) return undefined;
  const isDay = isDate(applyBy);
  const at = isDay ? endOfDay(applyBy, timeZone) : Date.parse(applyBy);
  if (!Number.isFinite(at)) return undefined;
  const today = timeZone ? dateIn(timeZone, now) : undefined;
  const date = isDay ? applyBy : ((timeZone && dateIn(timeZone, at)) ?? applyBy.slice(0, 10));
  const past = now > at;
  return today === undefined || past
    ? { at, date, past }
    : { at, date, past, daysLeft: daysBetween(today, date) };
}

/** Why a project takes no application, or `open`. A status that is not known here is returned as it is. */
export function availabilityOf(project: Project, now: number): string {
  const status = project.status ?? 'open';
  return status === 'open' && deadlineOf(project, now)?.past ? 'closed' : status;
}

/** True where an amount can be shown: a kind that pays, an amount and its currency. */
export const hasAmount = (pay: Pay | undefined): pay is Pay & { readonly currency: string } =>
  pay?.currency !== undefined && (pay.min ?? pay.max) !== undefined && pay.kind !== 'unpaid';

/** What one amount is paid for. */
export const payPer = (pay: Pay): NonNullable<Pay['per']> =>
  pay.per ?? (pay.kind === 'hourly' ? 'hour' : 'project');

const low = (range: Range) => range.min ?? range.max;
const high = (range: Range) => range.max ?? range.min;

/** Pay per hour of a project paid as a whole; undefined unless both pay and hours are known. */
export function hourlyRate({ pay, hours }: Pick<Project, 'pay' | 'hours'>): Range | undefined {
  if (!hasAmount(pay) || payPer(pay) !== 'project' || !hours) return undefined;
  const [least, most] = [low(hours), high(hours)];
  return least && most ? { min: low(pay)! / most, max: high(pay)! / least } : undefined;
}

/** Pay for all of the work of a project paid by the hour; undefined unless both figures are known. */
export function totalPay({ pay, hours }: Pick<Project, 'pay' | 'hours'>): Range | undefined {
  if (!hasAmount(pay) || payPer(pay) !== 'hour' || !hours) return undefined;
  return { min: low(pay)! * low(hours)!, max: high(pay)! * high(hours)! };
}
