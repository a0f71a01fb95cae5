/** What values are read from. */

/** A value in a response and what stands around it: `$` and `^`. */
export interface Scope {
  readonly value: unknown;
  readonly outer?: Scope | undefined;
}

/** Rows of a table by their key. */
export type Table = ReadonlyMap<string, Scope>;

/** What holds for all records of a response. */
export interface Surroundings {
  /** IANA zone of times that state none. */
  readonly zone?: string | undefined;
  /** The present day, `YYYY-MM-DD`. */
  readonly today?: string | undefined;
  readonly tables?: ReadonlyMap<string, Table> | undefined;
  /** Told what was there and could not be read: the field, or the conversion. */
  readonly miss?: ((what: string) => void) | undefined;
}

/**
 * Reads a value. A list is several values; undefined is none. What a path selects and what a response
 * holds as a list are alike: whoever takes one value takes the first that is usable.
 */
export type Read = (scope: Scope, surroundings: Surroundings) => unknown;

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';

/** No value, or a list without any. Looks no deeper than into lists in a list: a hostile one may have no end. */
export const isEmpty = (value: unknown): boolean =>
  Array.isArray(value) ? value.flat().every(isBlank) : isBlank(value);

/** The first of several values. */
export const firstOf = (value: unknown): unknown =>
  Array.isArray(value) ? value.find((each) => !isEmpty(each)) : value;

/** All of them. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : isEmpty(value) ? [] : [value];
