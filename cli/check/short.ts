/** Values in a few words. */
import { isObject } from '../../src/source/decode-values.ts';

/** Longest text in a report, in characters. */
const LONGEST = 200;

/** A text, cut where it is too long, on one line. */
export function cut(text: string, longest = LONGEST): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line;
}

const plainly = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);

/** Any value of a response as text: words as they are, several plain ones with commas, anything else as JSON. */
export function short(value: unknown): string {
  if (value === undefined) return '';
  // What follows is cut off; it need not be written.
  const values = [value].flat().slice(0, 50);
  return cut(
    values.some(isObject)
      ? JSON.stringify(value).slice(0, 2 * LONGEST)
      : values.map(plainly).join(', '),
  );
}
