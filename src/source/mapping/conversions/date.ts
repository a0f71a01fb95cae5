/**
 * The conversion of dates: `YYYY-MM-DD`, or an instant with its offset. The offset stays as written
 * where there is one, so that the day is the one that the source shows.
 */
import { dateIn, instantIn, isDate } from '../../../domain/dates.ts';
import { moment, own } from '../../decode-values.ts';
import { textOf, type Options, type Surroundings } from './convert.ts';

/** Longest text that is taken for a date. */
const MAX_LENGTH = 80;

const months = 'janfebmaraprmayjunjulaugsepoctnovdec';

const twoDigits = (value: unknown): string => String(value).padStart(2, '0');

/** A real day; the month may be a name. */
function dateFrom(year: string, month: string, day: string): string | undefined {
  const number = /\d/.test(month) ? month : 1 + months.indexOf(month) / 3;
  const date = `${year}-${twoDigits(number)}-${twoDigits(day)}`;
  return isDate(date) ? date : undefined;
}

/**
 * The day that a text without a time says: two numbers and the name of a month, or three numbers.
 * `3/4/2026` is one of two days, which only `format` can tell; `3.4.2026` is in April.
 */
function dayIn(text: string, format: unknown): string | undefined {
  const tokens = text
    .toLowerCase()
    .replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
    .match(/\d+|\b[a-z]{3}/g)
    ?.filter((token) => /\d/.test(token) || months.indexOf(token) % 3 === 0);
  const [first, second, third, more] = tokens ?? [];
  if (!first || !second || !third || more) return undefined;
  if (/^\d{4}/.test(first)) return dateFrom(first, second, third);
  const dayFirst = dateFrom(third, second, first);
  const monthFirst = dateFrom(third, first, second);
  if (!dayFirst || !monthFirst || dayFirst === monthFirst) return dayFirst ?? monthFirst;
  // With dots between the numbers, everybody writes the day first.
  const order = typeof format === 'string' ? format : /\d\. ?\d/.test(text) && 'D';
  return order ? (/^d/i.test(order) ? dayFirst : monthFirst) : undefined;
}

/** Minutes ahead of UTC of an offset, or of a name that RFC 822 knows; NaN of any other. */
function offsetOf(zone: string): number {
  const [offset, sign, hours = 0, minutes = 0] =
    /^(?:Z|UTC?|GMT)?(?:([+-])(\d\d):?(\d\d)?)?(?: \(.*)?$/i.exec(zone) ?? [];
  if (offset !== undefined) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const [, place, season] = /^([PMCE])([SD])T$/.exec(zone) ?? [];
  return place ? ('PMCE'.indexOf(place) - (season === 'D' ? 7 : 8)) * 60 : NaN;
}

/** Minutes ahead of UTC by zone and day. A zone is dear to ask, and of many times there are few days. */
const offsets = new Map<string, number>();

/** Minutes that the clocks of a zone are ahead of UTC; NaN where it is not known. */
function offsetIn(zone: string, day: string, wall: number): number {
  const offsetAt = (time: number): number => (time - (instantIn(zone, time) ?? NaN)) / 60_000;
  let offset = offsets.get(zone + day);
  if (offset === undefined) {
    const midnight = Date.parse(day);
    offset = offsetAt(midnight);
    // On a day on which clocks change, each time is asked for by itself.
    if (offset !== offsetAt(midnight + 86_400_000)) return offsetAt(wall);
    offsets.set(zone + day, offset);
  }
  return offset;
}

const withTime =
  /^([^:]*?)(?:(?:T|[\s,]+(?:at\s+)?)(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(?:([ap])\.?m\b\.?)?\s*(.*))?$/i;

/** A day, with or without a time. A time of which nobody knows the zone is no instant: the day alone counts. */
function fromText(text: string, format: unknown, zone: string | undefined): string | undefined {
  const [, date = '', hours, minutes, seconds = 0, half, place] = withTime.exec(text) ?? [];
  const day = dayIn(date, format);
  if (!day || !hours) return day;
  const hour = half ? (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0) : hours;
  const time = `${day}T${twoDigits(hour)}:${minutes!}:${twoDigits(seconds)}`;
  const wall = Date.parse(`${time}Z`);
  if (Number.isNaN(wall)) return undefined;
  const offset = place ? offsetOf(place) : zone ? offsetIn(zone, day, wall) : NaN;
  if (Number.isNaN(offset)) return day;
  const [h, m] = [Math.abs(offset) / 60, Math.abs(offset) % 60].map(Math.trunc);
  return moment(`${time}${offset < 0 ? '-' : '+'}${twoDigits(h)}:${twoDigits(m)}`);
}

/** Seconds or milliseconds since 1970; told apart by their size, if not by `unit` (`s`, `ms`). */
function fromEpoch(text: string, unit: unknown): string | undefined {
  if (!/^\d{9,13}(\.\d+)?$/.test(text)) return undefined;
  const count = Number(text);
  return new Date(unit === 's' || (!unit && count < 1e11) ? count * 1_000 : count).toISOString();
}

/** Days before today, as boards count them: `Posted 3 Days Ago`, `yesterday`. */
function daysAgo(text: string, today: string | undefined): string | undefined {
  const [, count, day] = /(?:^| )(?:(\d{1,3}) days? ago|(today|yesterday))$/i.exec(text) ?? [];
  if (!today || !(count ?? day)) return undefined;
  const days = Number(count ?? /^y/i.test(day!));
  return new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * `YYYY-MM-DD` or an instant, of the usual ways to write them. Options: `zone` of times that state none,
 * `format` (`M/D/YYYY`, `D/M/YYYY`, `D.M.YYYY`), `unit` of numbers, `part` (`day`).
 *
 * What databases write for "none" is none: days until 1970 (the count 0, in the Americas the evening
 * before) and of the year 9999.
 */
export function date(
  value: unknown,
  options: Options,
  surroundings: Surroundings,
): string | undefined {
  // `/Date(1785920400000)/` is how OData and .NET write a number.
  const text = textOf(value).replace(/^\/Date\((\d+).*/, '$1');
  const stated = textOf(own(options, 'zone'));
  const read =
    text.length > MAX_LENGTH
      ? undefined
      : (moment(text) ??
        fromEpoch(text, own(options, 'unit')) ??
        fromText(text, own(options, 'format'), stated || surroundings.zone) ??
        daysAgo(text, surroundings.today));
  if (!read || read < '1971' || read >= '9999') return undefined;
  if (own(options, 'part') !== 'day') return read;
  const elsewhere = stated && read.length > 10 && dateIn(stated, Date.parse(read));
  return elsewhere || read.slice(0, 10);
}
