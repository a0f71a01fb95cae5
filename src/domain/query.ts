/** What a student asks of the list, and its one canonical spelling. */
import { isDate } from './dates.ts';

export type Sort = 'relevance' | 'newest' | 'deadline' | 'pay' | 'shortest';
export const SORTS: readonly Sort[] = ['relevance', 'newest', 'deadline', 'pay', 'shortest'];

/**
 * A query: every key is a parameter of the native API, with the same name and meaning.
 * Absent means unrestricted. Several values mean any of them.
 */
export interface Query {
  readonly q?: string;
  readonly category?: readonly string[];
  readonly industry?: readonly string[];
  readonly skill?: readonly string[];
  readonly workMode?: readonly string[];
  readonly location?: readonly string[];
  /** The least it must be able to pay for the whole project, in `currency`. */
  readonly payMin?: number;
  /** ISO 4217. */
  readonly currency?: string;
  readonly hoursMax?: number;
  readonly durationDaysMax?: number;
  /** `YYYY-MM-DD`, inclusive; so is `applyByTo`. */
  readonly applyByFrom?: string;
  readonly applyByTo?: string;
  readonly classYear?: readonly string[];
  readonly workAuthorization?: 'required' | 'not_required';
  readonly paid?: boolean;
  readonly featured?: boolean;
  readonly sort?: Sort;
}

type Kind = 'text' | 'list' | 'number' | 'date' | 'flag';

/** The parameters in the order in which they are sent. */
const kinds = {
  q: 'text',
  category: 'list',
  industry: 'list',
  skill: 'list',
  workMode: 'list',
  location: 'list',
  payMin: 'number',
  currency: 'text',
  hoursMax: 'number',
  durationDaysMax: 'number',
  applyByFrom: 'date',
  applyByTo: 'date',
  classYear: 'list',
  workAuthorization: 'text',
  paid: 'flag',
  featured: 'flag',
  sort: 'text',
} as const satisfies Record<keyof Query, Kind>;

export const QUERY_KEYS = Object.keys(kinds) as (keyof Query)[];

/** The keys that take several values. */
export type ListKey = {
  [Key in keyof typeof kinds]: (typeof kinds)[Key] extends 'list' ? Key : never;
}[keyof typeof kinds];

export const isListKey = (key: string): key is ListKey => kinds[key as keyof Query] === 'list';

function readValue(key: keyof Query, raw: readonly string[]): Query[keyof Query] | undefined {
  const values = raw.map((each) => each.trim()).filter(Boolean);
  const [first] = values;
  if (first === undefined) return undefined;
  switch (kinds[key]) {
    case 'list':
      return [...new Set(values)].sort();
    case 'number': {
      const number = Number(first);
      return number > 0 && number < 1e9 ? number : undefined;
    }
    case 'date':
      return isDate(first) ? first : undefined;
    case 'flag':
      return first === 'true' ? true : undefined;
    case 'text':
      if (key === 'sort') return SORTS.find((sort) => sort === first);
      if (key === 'workAuthorization')
        return first === 'required' || first === 'not_required' ? first : undefined;
      if (key === 'currency') return /^[A-Z]{3}$/.test(first) ? first : undefined;
      // Neither half a character nor a space at the end: both would read differently the next time.
      return first
        .slice(0, 200)
        .replace(/\p{Cs}$/u, '')
        .trim();
  }
}

/** Reads a query from parameters; what is not understood is left out. */
export function queryFromParams(params: URLSearchParams, prefix = ''): Query {
  const query: Record<string, unknown> = {};
  for (const key of QUERY_KEYS) {
    const value = readValue(key, params.getAll(prefix + key));
    if (value !== undefined) query[key] = value;
  }
  return query;
}

/** Writes a query's parameters in canonical order, repeated ones sorted, empty ones left out. */
export function queryToParams(query: Query, prefix = ''): URLSearchParams {
  const params = new URLSearchParams();
  for (const key of QUERY_KEYS) {
    const value = query[key];
    const values = typeof value === 'object' ? [...new Set(value)].sort() : [value];
    for (const each of values) if (each) params.append(prefix + key, String(each));
  }
  return params;
}

/** Equal for queries that ask the same; usable as a key. */
export const queryKey = (query: Query): string => queryToParams(query).toString();

/** `query` with `changes` made; an undefined, empty or false change removes its key. */
export const withChanges = (
  query: Query,
  changes: { readonly [Key in keyof Query]?: Query[Key] | undefined },
): Query => queryFromParams(queryToParams({ ...query, ...changes } as Query));

/** One restriction that a student can take away again by itself. */
export interface ActiveFilter {
  readonly key: Exclude<keyof Query, 'q' | 'sort' | 'currency'>;
  readonly value: string;
}

const notFilters = new Set<string>(['q', 'sort', 'currency']);

/** The restrictions of a query besides the search words, one for each value. */
export function activeFilters(query: Query): ActiveFilter[] {
  return [...queryToParams(query)]
    .filter(([key]) => !notFilters.has(key))
    .map(([key, value]) => ({ key: key as ActiveFilter['key'], value }));
}

/** `query` without one of its restrictions. A currency without an amount restricts nothing and goes too. */
export function withoutFilter(query: Query, { key, value }: ActiveFilter): Query {
  const rest = isListKey(key) ? query[key]?.filter((each) => each !== value) : undefined;
  return withChanges(query, {
    [key]: rest,
    ...(key === 'payMin' ? { currency: undefined } : {}),
  });
}

/** `query` with its words and sort, and none of its filters. */
export const withoutFilters = ({ q, sort }: Query): Query => withChanges({}, { q, sort });
