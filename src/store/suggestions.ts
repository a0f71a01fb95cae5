/** Which restriction of a query to take away, where nothing matches. */
import { activeFilters, isListKey, withChanges, type Query } from '../domain/query.ts';
import type { Page } from '../source/listings-source.ts';

/** One thing a student can give up, and what that would give. */
export interface Suggestion {
  /** The parameter that is taken away. */
  readonly key: keyof Query;
  /** What it is restricted to now; several values mean any of them. */
  readonly values: readonly string[];
  /** The query without it. */
  readonly query: Query;
  /** How many projects that would give. */
  readonly total: number;
}

/** More would be a list to study, and each costs a request. */
const MOST = 4;

/**
 * The query with one of its restrictions taken away, for each of them. Several values of one
 * parameter widen it, so they go together.
 */
function loosened(query: Query): Omit<Suggestion, 'total'>[] {
  const values = new Map<keyof Query, string[]>();
  for (const { key, value } of activeFilters(query)) {
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  if (query.q) values.set('q', [query.q]);
  return [...values].slice(0, MOST).map(([key, each]) => ({
    key,
    values: isListKey(key) ? each : each.slice(0, 1),
    query: withChanges(query, {
      [key]: undefined,
      ...(key === 'payMin' ? { currency: undefined } : {}),
    }),
  }));
}

/**
 * Asks what each restriction costs, the dearest first. Those that could not be counted, or whose
 * removal gives nothing, are left out.
 */
export async function suggest(
  query: Query,
  count: (query: Query) => Promise<Page>,
): Promise<Suggestion[]> {
  const asked = loosened(query);
  const counted = await Promise.allSettled(asked.map((each) => count(each.query)));
  return asked
    .flatMap((each, index) => {
      const outcome = counted[index]!;
      const total = outcome.status === 'fulfilled' ? outcome.value.total : null;
      return total ? [{ ...each, total }] : [];
    })
    .sort((a, b) => b.total - a.total);
}
