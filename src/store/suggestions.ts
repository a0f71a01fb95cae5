/** Which restriction of a query to take away, where nothing matches. */
import { activeFilters, withChanges, type Query } from '../domain/query.ts';
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
 * What a query asks for, by parameter. Several values of one parameter widen the list, so they stand
 * together.
 */
export function restrictionsOf(query: Query): Pick<Suggestion, 'key' | 'values'>[] {
  const values = new Map<keyof Query, string[]>();
  for (const { key, value } of activeFilters(query)) {
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  if (query.q) values.set('q', [query.q]);
  return [...values].map(([key, each]) => ({ key, values: each }));
}

/** The query with one of its restrictions taken away. An amount takes its currency along. */
const loosened = (query: Query, key: keyof Query): Query =>
  withChanges(query, { [key]: undefined, ...(key === 'payMin' ? { currency: undefined } : {}) });

/**
 * Asks what each restriction costs, the dearest first. Those that could not be counted, or whose
 * removal gives nothing, are left out.
 */
export async function suggest(
  query: Query,
  count: (query: Query) => Promise<Page>,
): Promise<Suggestion[]> {
  const asked = restrictionsOf(query)
    .slice(0, MOST)
    .map((each) => ({ ...each, query: loosened(query, each.key) }));
  const counted = await Promise.allSettled(asked.map((each) => count(each.query)));
  return asked
    .flatMap((each, index) => {
      const outcome = counted[index]!;
      const total = outcome.status === 'fulfilled' ? outcome.value.total : null;
      return total ? [{ ...each, total }] : [];
    })
    .sort((a, b) => b.total - a.total);
}
