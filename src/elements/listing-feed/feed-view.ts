import { activeFilters, type Query, type Sort } from '../../domain/query.ts';
import type { Localizer } from '../../i18n/localizer.ts';
import type { Facets, Offers } from '../../source/listings-source.ts';
import type { FeedSnapshot, FeedStore } from '../../store/feed-store.ts';

/** What every part of the feed draws from. */
export interface FeedView {
  readonly l10n: Localizer;
  /** Has what is asked, and what came. */
  readonly store: FeedStore;
  /** What the page fixes of every query. */
  readonly scope: Query;
  /** The last ones known: filters stay while a query fails. */
  readonly facets: Facets;
  /** Of the same source; absent: everything. */
  readonly offers: Offers | undefined;
  /** The order that holds while none is chosen, where the page says one. */
  readonly sort: Sort | undefined;
  /** A few projects, and neither search nor filters, order or pages. */
  readonly isTeaser: boolean;
  /** Names of the filters that are drawn, in this order. */
  readonly filters: readonly string[];
}

/** True where a parameter does something, and is the student's to set. */
export const isOffered = (
  { scope, offers }: Pick<FeedView, 'scope' | 'offers'>,
  key: keyof Query,
): boolean => !(key in scope) && (offers?.filters.includes(key) ?? true);

/** The order in force while none is chosen. */
export const defaultSort = ({ sort, store }: FeedView): Sort =>
  sort ?? (store.snapshot.query.q ? 'relevance' : 'newest');

/** The currency that amounts are asked in: what most projects of the list pay in, unless it is said. */
export const currencyOf = ({ store, scope, facets }: FeedView): string | undefined =>
  store.snapshot.query.currency ??
  scope.currency ??
  [...(facets.currency ?? [])].sort((a, b) => (b.count ?? 0) - (a.count ?? 0))[0]?.value;

/** True where something narrows the list, besides what the page fixes. */
export const isRestricted = (query: Query): boolean =>
  Boolean(query.q) || activeFilters(query).length > 0;

/** True while something is on its way. */
export const isAsking = ({ results, more }: FeedSnapshot): boolean =>
  results.status === 'loading' ||
  (results.status === 'stale' && !results.error) ||
  more === 'loading';
