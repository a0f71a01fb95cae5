/** Conversions of quantities: one number, a range, a time in days. */
import type { Range } from '../../../domain/project.ts';
import { isObject, own } from '../../decode-values.ts';
import { known, textOf, type Options } from './convert.ts';
import { unitOf } from './words.ts';

/** Longest text in which a quantity is looked for; what is longer is prose. */
const MAX_LENGTH = 200;

/** Floating point leaves crumbs (`123.45000000000002`), which no source meant. */
const round = (value: number): number =>
  Number.isInteger(value) ? value : Number(value.toPrecision(15));

function scaled(value: number, options: Options): number {
  const scale = own(options, 'scale');
  return typeof scale === 'number' ? round(value * scale) : value;
}

/** The numbers in a text, and the text with `#` in place of each. Thousands may be set apart, or a `k`. */
function figuresIn(text: string, options: Options): { values: number[]; rest: string } {
  const values: number[] = [];
  const pointed =
    own(options, 'decimal') === ','
      ? text.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'))
      : text;
  const rest = (pointed.length > MAX_LENGTH ? '' : pointed)
    .replace(/[#\s]+/g, ' ')
    .replace(
      /(\.\d+|\d+(?:[,'’ ]\d{3})*(?:\.\d+)?)( ?k(?![a-z]))?/gi,
      (_all, numeral: string, k?: string) => {
        const value = Number(numeral.replace(/[,'’ ]/g, ''));
        values.push(scaled(k ? value * 1_000 : value, options));
        return '#';
      },
    );
  return { values, rest: rest.trim() };
}

/** A number, or the only one in a text: `1,234.50`, `$90k`, `12 hrs`. */
export function number(value: unknown, options: Options): number | undefined {
  if (typeof value === 'number') return scaled(value, options);
  if (typeof value !== 'string') return undefined;
  const { values, rest } = figuresIn(value, options);
  return values.length === 1 ? (rest.startsWith('-') ? -values[0]! : values[0]) : undefined;
}

/** A quantity in words: is it the most or the least, one figure or two, and what does it count? */
const wording =
  /^(?:(up to|at most|max\S*|[<≤])|(from|at least|min\S*|[>≥])|between|about|approx\S*|ca\.?|~)? ?#(?: ?(\p{L}*?) ?(?:[-–—]|to|and) ?#(?= ?\3))?(\+)? ?-?([^#]*)$/iu;

interface Quantity {
  readonly range: Range;
  /** What it counts, in the words of the source. */
  readonly words: string;
}

/** The quantity that a number or a text states. */
export function quantityOf(value: unknown, options: Options): Quantity | undefined {
  if (typeof value === 'number') {
    const figure = scaled(value, options);
    return { range: { min: figure, max: figure }, words: '' };
  }
  const { values, rest } = figuresIn(textOf(value), options);
  const [match, most, least, , plus, words = ''] = wording.exec(rest) ?? [];
  const [min, max = min] = values;
  if (match === undefined || min === undefined) return undefined;
  const range = most ? { max: min } : least || plus ? { min } : { min, max };
  return { range: range as Range, words };
}

type ReadRange = (value: unknown, options: Options) => Range | undefined;

/** The one number of a range that has no other. */
export const only = (range: Range | undefined): number | undefined =>
  range?.min === range?.max ? range?.min : undefined;

/** Reads an object of two ends, too. */
const orEnds =
  (read: ReadRange): ReadRange =>
  (value, options) =>
    isObject(value)
      ? known({
          min: only(read(own(value, 'min'), options)),
          max: only(read(own(value, 'max'), options)),
        })
      : read(value, options);

/** A range: `10–20 hours`, `up to 30`, `20+`, a number, or an object with `min` and `max`. */
export const range = orEnds((value, options) => quantityOf(value, options)?.range);

/** A range of hours; undefined where a text counts anything else (`10 hours a week`). */
export const hours = orEnds((value, options) => {
  const quantity = quantityOf(value, options);
  return !quantity?.words || unitOf(quantity.words) === 'hour' ? quantity?.range : undefined;
});

/** Days of each unit of time. */
const days = { hour: 1 / 24, day: 1, week: 7, month: 30, year: 365 };

/** A range of days: of a number in `unit` (default `days`), of a text with its unit, or of ISO 8601 (`P2W`). */
export const duration = orEnds((value, options) => {
  const text = typeof value === 'string' ? value.replace(/^P(\d+)([DWMY])$/, '$1 $2') : value;
  const quantity = quantityOf(text, options);
  const unit = unitOf(quantity?.words || (own(options, 'unit') ?? 'day')) ?? '';
  const length = own(days, unit) as number | undefined;
  if (!quantity || !length) return undefined;
  const [min, max] = [quantity.range.min, quantity.range.max].map(
    (end) => end && round(end * length),
  );
  return known({ min, max });
});
