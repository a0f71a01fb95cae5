/**
 * The ways in which an API hands out a long list. Which one an API has is told by the variables of its
 * request: `{page}`, `{offset}`, `{cursor}`, or an address of the next response.
 */
import { ConfigError } from '../config-error.ts';
import type { ListDefinition } from './definition.ts';
import type { Variables } from './template.ts';

/** Where a response begins: an offset, the number of a page, a cursor or an address; null at the start. */
export type Place = number | string | null;

/** What is asked for at a place. */
export interface Step {
  readonly variables: Variables;
  /** In place of the request's own URL. */
  readonly url?: string | undefined;
  /** How many records were asked for; unknown where the API decides. */
  readonly size?: number | undefined;
  /** How many records at the start of the response are before the place. */
  readonly skip: number;
  /** Records before this response, where that is known. */
  readonly before?: number | undefined;
}

/** What a response says about what follows it. */
export interface Extent {
  /** How many records are in it. */
  readonly count: number;
  readonly total?: number | undefined;
  readonly pages?: number | undefined;
  readonly next?: string | undefined;
}

export interface Paging {
  /** True where a place is an offset, so that one inside a response can be named. */
  readonly isAbsolute?: boolean;
  /** What to ask for to get `wanted` records from a place on. */
  step(place: Place, wanted: number): Step;
  /** Where the next response begins; undefined after the last. */
  next(place: Place, step: Step, extent: Extent): Place | undefined;
}

/** Most records of one response, where the API takes a limit and the config does not say. */
const MOST = 100;

/** True when nothing follows, as far as a response tells. */
function isEnd({ size, before }: Step, { count, total }: Extent): boolean {
  if (!count) return true;
  if (total !== undefined && before !== undefined) return before + count >= total;
  return size !== undefined && count < size;
}

/** Each response says where the next one is: at an address, or after a cursor. */
const byNext = (most: number, isCursor: boolean): Paging => ({
  step(place, wanted) {
    const limit = Math.min(wanted, most);
    if (isCursor) return { variables: { cursor: place, limit }, skip: 0 };
    return { variables: { limit }, url: place === null ? undefined : String(place), skip: 0 };
  },
  next: (_place, _step, { count, next }) => (count ? next : undefined),
});

const byOffset = (most: number): Paging => ({
  isAbsolute: true,
  step(place, wanted) {
    const before = Number(place);
    const size = Math.min(wanted, most);
    return { variables: { offset: before, limit: size }, size, before, skip: 0 };
  },
  next: (place, step, extent) => (isEnd(step, extent) ? undefined : Number(place) + extent.count),
});

/**
 * Pages of a size that is asked for. A place is an offset: it is the start of a page of the wanted size, or
 * else inside one of the largest.
 */
const byPageOfSize = (first: number, most: number): Paging => ({
  isAbsolute: true,
  step(place, wanted) {
    const offset = Number(place);
    const size = wanted <= most && offset % wanted === 0 ? wanted : most;
    const page = Math.floor(offset / size);
    const before = page * size;
    return {
      variables: { page: first + page, limit: size },
      size,
      before,
      skip: offset - before,
    };
  },
  next: (_place, step, extent) =>
    isEnd(step, extent) || isLastPage(step, extent, first) ? undefined : step.before! + step.size!,
});

/** Pages as the API makes them. */
const byPage = (first: number, size: number | undefined): Paging => ({
  step(place) {
    const page = place === null ? first : Number(place);
    const before = page === first ? 0 : size && (page - first) * size;
    return { variables: { page }, size, before, skip: 0 };
  },
  next: (_place, step, extent) =>
    isEnd(step, extent) || isLastPage(step, extent, first)
      ? undefined
      : Number(step.variables.page) + 1,
});

const isLastPage = ({ variables }: Step, { pages }: Extent, first: number): boolean =>
  pages !== undefined && Number(variables.page) - first + 1 >= pages;

/** One response with everything. */
const atOnce = (limit: number): Paging => ({
  step: () => ({ variables: { limit }, skip: 0, before: 0 }),
  next: () => undefined,
});

/**
 * The paging of a list.
 * @param uses the variables of its request
 * @throws ConfigError when nothing says where a cursor comes from
 */
export function pagingOf(list: ListDefinition, uses: ReadonlySet<string>): Paging {
  const { firstPage = 1, pageSize, next } = list;
  const most = pageSize ?? MOST;
  const isCursor = uses.has('cursor');
  if (isCursor && next === undefined)
    throw new ConfigError('"list.next" is missing: where in a response the next {cursor} is.');
  if (next !== undefined) return byNext(most, isCursor);
  if (uses.has('offset')) return byOffset(most);
  if (!uses.has('page')) return atOnce(most);
  return uses.has('limit') ? byPageOfSize(firstPage, most) : byPage(firstPage, pageSize);
}
