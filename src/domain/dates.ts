/** Calendar dates and the instants at which they end, in a named time zone. */

const DAY = 86_400_000;
const dateOnly = /^(\d{4})-(\d{2})-(\d{2})$/;

const daysIn = (year: number, month: number): number =>
  month === 2
    ? (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

/** True for a real calendar date written `YYYY-MM-DD` (so not for February 30). */
export function isDate(text: string): boolean {
  const [, year, month, day] = dateOnly.exec(text)?.map(Number) ?? [];
  return (
    year !== undefined && month! >= 1 && month! <= 12 && day! >= 1 && day! <= daysIn(year, month!)
  );
}

/** `YYYY-MM-DD` of an instant, in UTC. */
const utcDate = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** What clocks of one zone show, at the instants that were asked for. */
interface Clock {
  readonly format: Intl.DateTimeFormat;
  readonly shown: Map<number, number>;
}

/** Formatters are dear to make (some 0.1 ms on a phone) and a list asks for the same zone again and again. */
const clocks = new Map<string, Clock | undefined>();
/** A list asks for the same few days again and again, too, and formatting one takes longer than all else. */
const MOST_SHOWN = 1_000;

function clockOf(timeZone: string): Clock | undefined {
  if (!clocks.has(timeZone)) {
    let clock: Clock | undefined;
    try {
      const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
        timeZone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
      clock = { format, shown: new Map() };
    } catch {
      // A zone that this browser does not know.
    }
    clocks.set(timeZone, clock);
  }
  return clocks.get(timeZone);
}

/** What the clocks of a zone show at an instant, as if that were UTC; undefined for an unknown zone. */
function wallClock(timeZone: string, instant: number): number | undefined {
  const clock = clockOf(timeZone);
  if (!clock) return undefined;
  let wall = clock.shown.get(instant);
  if (wall === undefined) {
    const parts = clock.format.formatToParts(instant);
    const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
    const time = [part('hour'), part('minute'), part('second')] as const;
    wall = Date.UTC(part('year'), part('month') - 1, part('day'), ...time);
    if (clock.shown.size > MOST_SHOWN) clock.shown.clear();
    clock.shown.set(instant, wall);
  }
  return wall;
}

/** The calendar date of an instant in a zone; undefined when the zone is not known to this browser. */
export function dateIn(timeZone: string, instant: number): string | undefined {
  const wall = wallClock(timeZone, instant);
  return wall === undefined ? undefined : utcDate(wall);
}

/**
 * The instant at which the clocks of a zone show `wall`, which is written as if it were UTC: the first of
 * two, and where they skip it, when they would have shown it. Undefined for a zone not known to this browser.
 */
export function instantIn(timeZone: string, wall: number): number | undefined {
  // Clocks may change on that very day, even at that very time. So the offsets before and after it are tried.
  const [before, after] = [wall - DAY, wall + DAY].map((instant) => {
    const shown = wallClock(timeZone, instant);
    return shown === undefined ? undefined : wall - shown + instant;
  });
  if (before === undefined || after === undefined) return undefined;
  const first = Math.min(before, after);
  const isThere = before === after || (wallClock(timeZone, first) ?? 0) >= wall;
  return isThere ? first : Math.max(before, after);
}

/**
 * The last millisecond of a calendar date in a zone.
 * Without a zone, or with one that is not known, the day ends when it has ended everywhere (UTC−12).
 */
export function endOfDay(date: string, timeZone?: string): number {
  const midnight = Date.parse(date) + DAY;
  const end = timeZone ? instantIn(timeZone, midnight) : undefined;
  return (end ?? midnight + 12 * 3_600_000) - 1;
}

/** Whole calendar days from one `YYYY-MM-DD` to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** `YYYY-MM-DD`, `days` after `date`. */
export const addDays = (date: string, days: number): string =>
  utcDate(Date.parse(date) + days * DAY);

/** The calendar date of an instant where the reader is, on this machine's own clock. */
export const localDate = (instant: number): string =>
  utcDate(instant - new Date(instant).getTimezoneOffset() * 60_000);
