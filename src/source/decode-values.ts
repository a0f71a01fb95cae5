/**
 * Readers: small functions that turn one `unknown` value of a response into what it should be, or
 * into undefined. They are put together to tables in `decode.ts`, so that a bad field degrades to an
 * absent one by construction.
 *
 * Only own properties are read and only named ones are written, so neither `__proto__` in a body nor
 * a polluted `Object.prototype` gets through.
 */
import { isDate } from '../domain/dates.ts';

/** Reads one value; undefined when it is not usable. `base` is what relative URLs are resolved against. */
export type Reader<Value> = (value: unknown, base?: string) => Value | undefined;

/** One reader for each property of a record. */
type Fields<Value> = { readonly [Key in keyof Value]-?: Reader<Exclude<Value[Key], undefined>> };

/** Longest list that is kept. */
const MAX_ENTRIES = 500;
/** Longest single line, in UTF-16 code units. */
const MAX_LINE = 500;
/** Longest text of several lines, and longest HTML. */
const MAX_PROSE = 50_000;

type Members = Readonly<Record<string, unknown>>;
export const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An own property of an object; undefined of anything else. */
export const own = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** What is not in a text as it should be; most texts have none of it, and one look is cheaper than four. */
/* eslint-disable no-control-regex -- they are what is looked for */
const unclean = /^\s|\s$|\s\s|[\0-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\u2028\u2029]/;
const uncleanProse = /^\s|\s$|[\0-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff]/;
/* eslint-enable no-control-regex */

/**
 * A single line: trimmed, white space collapsed, cut. Dropped are control characters, lone surrogates
 * (with which `encodeURIComponent` throws) and the two direction overrides, which make text read as something else.
 */
export const line: Reader<string> = (value) => {
  if (typeof value !== 'string') return undefined;
  if (value && value.length <= MAX_LINE && !unclean.test(value)) return value;
  return (
    value
      .trim()
      .slice(0, MAX_LINE)
      .replace(/\s+/g, ' ')
      .replace(/[\p{Cc}\p{Cs}\u202D\u202E]/gu, '')
      .trim() || undefined
  );
};

/** A value that is sent back, so it stays exactly as it came; numbers become strings. */
export const choice: Reader<string> = (value) =>
  typeof value === 'number' ? String(value) : line(value) && (value as string);

/** A text that may have several lines, or HTML. */
export const prose: Reader<string> = (value) => {
  if (typeof value !== 'string') return undefined;
  if (value && value.length <= MAX_PROSE && !uncleanProse.test(value)) return value;
  return (
    value
      .trim()
      .slice(0, MAX_PROSE)
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\n\t]|[\p{Cs}\u202D\u202E]/gu, '')
      .trim() || undefined
  );
};

/** A line of a certain form. */
export const pattern =
  (form: RegExp): Reader<string> =>
  (value) =>
    typeof value === 'string' && form.test(value) ? value : undefined;

/**
 * An identifier, exactly as sent: whoever changes it cannot ask for it again. Safe integers become strings.
 * `.` and `..` cannot be written as one segment of a URL, not even percent-encoded.
 */
export const identifier: Reader<string> = (value) => {
  const id = Number.isSafeInteger(value) ? String(value) : value;
  return typeof id === 'string' &&
    id.length <= 200 &&
    id.trim() &&
    !/^\.\.?$|[\p{Cc}\p{Cs}]/u.test(id)
    ? id
    : undefined;
};

/** A number that is not negative. */
export const amount: Reader<number> = (value) =>
  typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER ? value : undefined;

/** A whole number that is not negative. */
export const count: Reader<number> = (value) =>
  Number.isInteger(value) ? amount(value) : undefined;

export const flag: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

/** One of the values known here. */
export const oneOf =
  <Value extends string>(...values: readonly Value[]): Reader<Value> =>
  (value) =>
    values.find((each) => each === value);

/** `YYYY-MM-DD` of a real day. */
export const date: Reader<string> = (value) =>
  typeof value === 'string' && isDate(value) ? value : undefined;

const instant = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/**
 * `YYYY-MM-DD`, or an instant with its offset. A time without an offset means another instant to
 * each reader, so it is not usable.
 */
export const moment: Reader<string> = (value) =>
  typeof value === 'string' &&
  isDate(instant.exec(value)?.[1] ?? value) &&
  Number.isFinite(Date.parse(value))
    ? value
    : undefined;

/** A URL that `URL` would write in the very same way; parsing is what costs most in a record. */
const plainUrl = /^https:\/\/(?!.*xn--)(?:[a-z][a-z\d-]*\.)+[a-z]+\/[\w/-]*$/;

/** An absolute http(s) URL without credentials; a relative one is resolved against `base`. */
export const url: Reader<string> = (value, base) => {
  if (typeof value !== 'string' || !value.trim() || value.length > 2_000) return undefined;
  if (plainUrl.test(value)) return value;
  try {
    const { protocol, username, password, href } = new URL(value, base);
    return /^https?:$/.test(protocol) && !username && !password ? href : undefined;
  } catch {
    return undefined;
  }
};

/** A list of what can be read of it; undefined when that is nothing. */
export const list =
  <Value>(read: Reader<Value>): Reader<readonly Value[]> =>
  (value, base) => {
    if (!Array.isArray(value)) return undefined;
    const entries: Value[] = [];
    for (const each of value.slice(0, MAX_ENTRIES) as unknown[]) {
      const entry = read(each, base);
      if (entry !== undefined && !entries.includes(entry)) entries.push(entry);
    }
    return entries.length ? entries : undefined;
  };

/** A record of which each field is read by itself; undefined without the required ones, or with none at all. */
export const record = <Value extends object>(
  fields: Fields<Value>,
  ...required: readonly (keyof Value & string)[]
): Reader<Value> => {
  const readers = Object.entries<Reader<unknown>>(fields);
  return (value, base) => {
    if (!isObject(value)) return undefined;
    const result: Record<string, unknown> = {};
    let isEmpty = true;
    for (const [key, read] of readers) {
      if (!Object.hasOwn(value, key)) continue;
      const field = read(value[key], base);
      if (field === undefined) continue;
      result[key] = field;
      isEmpty = false;
    }
    return !isEmpty && required.every((key) => Object.hasOwn(result, key))
      ? (result as Value)
      : undefined;
  };
};

/**
 * A record in which the first of each pair is not above the second. Where it is, nobody can say which
 * of the two is wrong, so both are unknown.
 */
export const ordered =
  <Value extends object>(
    read: Reader<Value>,
    ...pairs: readonly (readonly [keyof Value & string, keyof Value & string])[]
  ): Reader<Value> =>
  (value, base) => {
    const result = read(value, base);
    if (!result) return undefined;
    const reversed: string[] = pairs.filter(([low, high]) => result[low] > result[high]).flat();
    if (!reversed.length) return result;
    const known = Object.entries(result).filter(([key]) => !reversed.includes(key));
    return known.length ? (Object.fromEntries(known) as Value) : undefined;
  };
