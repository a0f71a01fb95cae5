/**
 * Paths into a response, and conditions on what is found there: the part of JSONPath (RFC 9535) that
 * takes one way down, without slices, unions, descendants or functions.
 */
import { PathParser } from './path-parser.ts';
import { type Condition, isSingular, select, selectFirst } from './select.ts';

export { PathError } from './path-parser.ts';
export type { Condition } from './select.ts';

/** A path that has been read. */
export interface Path {
  /** As it was written. */
  readonly text: string;
  /** Where it starts, in steps outwards: 0 for `$`, n for n carets. */
  readonly outwards: number;
  /** True where it can select no more than one value: no wildcard and no filter. */
  readonly isSingular: boolean;
  /** All that it selects in a value, in document order; at most 100,000. `undefined` is no value. */
  select(value: unknown): unknown[];
  /** The first of them; undefined where there is none. Allocates nothing unless there may be several. */
  first(value: unknown): unknown;
}

/**
 * Reads `$.jobs[0].title`, `^.company`, `$['job count']`, `$.jobs[*]`, `$.tags[?@.kind == 'skill']`.
 * @throws {PathError} for anything else
 */
export function parsePath(text: string): Path {
  const { outwards, steps } = new PathParser(text).path();
  return {
    text,
    outwards,
    isSingular: isSingular(steps),
    select: (value) => select(steps, value),
    first: (value) => selectFirst(steps, value),
  };
}

/**
 * Reads `@.isListed == true`, `@.status != 'closed'`, `@.pay > 0`, `@.open` (is there, with whatever
 * value) or `!@.open` (is not).
 * @throws {PathError} for anything else
 */
export const parseCondition = (text: string): Condition => new PathParser(text).condition();
