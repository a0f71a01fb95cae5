/** The meaning of every list parameter and sort, as SQL. Values only ever travel as parameters. */
import type { Query, Sort } from '../../../src/domain/query.ts';
import { searchExpression } from './search-words.ts';

/** Collects the values of one statement and hands out their places. */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** Facets, by the name under which they are served. */
export const FACETS = [
  'category',
  'industry',
  'skill',
  'workMode',
  'location',
  'classYear',
  'currency',
] as const;
export type FacetName = (typeof FACETS)[number];

/** A list holds what can be applied to now; everything else stays readable by its id. */
const isOpen = (now: string) => `status = 'open' and (closes_at is null or closes_at >= ${now})`;

/** Words as written, or their English stems: either may match. */
const textQuery = (place: string) =>
  `(to_tsquery('english', ${place}::text) || to_tsquery('simple', ${place}::text))`;

/** The words that are looked for, as an SQL expression; undefined where there are none. */
function wordsIn({ q }: Query, parameters: Parameters): string | undefined {
  const expression = q === undefined ? undefined : searchExpression(q);
  return expression === undefined ? undefined : textQuery(parameters.add(expression));
}

/** Of text without any word, which nothing can contain: false. */
function matchesText(query: Query, parameters: Parameters): string[] {
  if (query.q === undefined) return [];
  const words = wordsIn(query, parameters);
  return [words === undefined ? 'false' : `search @@ ${words}`];
}

/** A column whose value is unknown (null) is left out while its filter is on: SQL's own rule. */
function restrictions(query: Query, now: string, parameters: Parameters): string[] {
  const { hoursMax, durationDaysMax, applyByFrom, applyByTo, workAuthorization } = query;
  const place = (value: unknown, type: string) => `${parameters.add(value)}::${type}`;
  const conditions = [isOpen(place(now, 'timestamptz'))];
  if (hoursMax !== undefined) conditions.push(`hours <= ${place(hoursMax, 'numeric')}`);
  if (durationDaysMax !== undefined)
    conditions.push(`duration_days <= ${place(durationDaysMax, 'numeric')}`);
  if (applyByFrom !== undefined) conditions.push(`apply_by >= ${place(applyByFrom, 'date')}`);
  if (applyByTo !== undefined) conditions.push(`apply_by <= ${place(applyByTo, 'date')}`);
  if (workAuthorization === 'required') conditions.push(`work_authorization = 'required'`);
  if (workAuthorization === 'not_required')
    conditions.push(`work_authorization is distinct from 'required'`);
  if (query.paid) conditions.push('paid');
  if (query.featured) conditions.push('featured');
  return conditions;
}

/** The restrictions that facets count without, each for its own facet. */
function facetRestrictions(query: Query, parameters: Parameters): Map<FacetName, string> {
  const conditions = new Map<FacetName, string>();
  const anyOf = (values: readonly string[]) => `${parameters.add(values)}::text[]`;
  const { category, industry, skill, workMode, location, classYear, payMin, currency } = query;
  if (category) conditions.set('category', `category = any(${anyOf(category)})`);
  if (industry) conditions.set('industry', `industry = any(${anyOf(industry)})`);
  if (skill) conditions.set('skill', `skills && ${anyOf(skill)}`);
  if (workMode) conditions.set('workMode', `work_mode = any(${anyOf(workMode)})`);
  if (location) conditions.set('location', `locations && ${anyOf(location)}`);
  if (classYear)
    conditions.set(
      'classYear',
      `(cardinality(class_years) = 0 or class_years && ${anyOf(classYear)})`,
    );
  if (payMin !== undefined)
    conditions.set(
      'currency',
      `(pay_currency = ${parameters.add(currency)} and pay_total >= ${parameters.add(payMin)}::numeric)`,
    );
  return conditions;
}

export interface Conditions {
  readonly always: string;
  readonly byFacet: ReadonlyMap<FacetName, string>;
}

/** What a query asks for, its words apart. */
function conditionsButText(query: Query, now: string, parameters: Parameters): Conditions {
  return {
    always: restrictions(query, now, parameters).join(' and '),
    byFacet: facetRestrictions(query, parameters),
  };
}

export function conditionsOf(query: Query, now: string, parameters: Parameters): Conditions {
  const { always, byFacet } = conditionsButText(query, now, parameters);
  return { always: [always, ...matchesText(query, parameters)].join(' and '), byFacet };
}

const allOf = ({ always, byFacet }: Conditions): string =>
  [always, ...byFacet.values()].join(' and ');

/** Columns by which lists ascend, the unknown as the largest; each has an index with the id behind it. */
const sortColumns: Readonly<Record<Exclude<Sort, 'relevance'>, string>> = {
  newest: 'newest',
  deadline: 'soonest',
  pay: 'best_paid',
  shortest: 'shortest',
};

/** Best first: the words are in the title; in the labels, too; anywhere. */
function tiersOf(query: Query, parameters: Parameters): string[] {
  const words = wordsIn(query, parameters);
  if (words === undefined) return matchesText(query, parameters);
  const inColumn = (column: string) => `${column} @@ ${words}`;
  const [titles, headings] = [inColumn('titles'), inColumn('headings')];
  return [titles, `${headings} and not ${titles}`, `${inColumn('search')} and not ${headings}`];
}

export interface Order {
  /** Conditions of the groups of which a list consists, one after the other. */
  readonly groups: readonly string[];
  /** By what each of them ascends; ties are settled by id. */
  readonly column: string;
}

/**
 * An order is made of groups that are all read along one index: a page then costs the same wherever it is,
 * and however many there are. Ranks that have to be worked out for all that is found would not.
 */
function orderOf(query: Query, parameters: Parameters): Order {
  const { q, sort } = query;
  const byWords = q !== undefined && (sort === undefined || sort === 'relevance');
  const tiers = byWords ? tiersOf(query, parameters) : matchesText(query, parameters);
  const found = tiers.length > 0 ? tiers : ['true'];
  const column = sort === undefined || sort === 'relevance' ? 'newest' : sortColumns[sort];
  return {
    groups:
      sort === undefined
        ? ['featured', 'not featured'].flatMap((each) => found.map((tier) => `${each} and ${tier}`))
        : found,
    column,
  };
}

const DAY = 86_400_000;

export interface PageOptions {
  readonly query: Query;
  readonly limit: number;
  readonly after?: { readonly keys: readonly [group: string, key: string]; readonly id: string };
  readonly now: number;
}

export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

const documentsOf = (found: string, limit: string) =>
  `select id, document, array_to_json(array[place::text, key::text]) as keys
   from (${found}) as found order by place, key, id limit ${limit}`;

/** The groups that a list consists of, from the one that the page before has reached. */
export function groupsOf({ query, after }: PageOptions): number[] {
  const { groups } = orderOf(query, new Parameters());
  return [...groups.keys()].slice(Number(after?.keys[0] ?? 0));
}

/** The rows of a page that are in one group: some steps along its index. */
export function walkSql({ query, limit, after, now }: PageOptions, place: number): Statement {
  const parameters = new Parameters();
  const { groups, column } = orderOf(query, parameters);
  const { always, byFacet } = conditionsButText(query, new Date(now).toISOString(), parameters);
  const conditions = [always, ...byFacet.values(), groups[place] ?? 'false'];
  // Whoever was late yesterday, anywhere on earth, is stepped over in the index.
  if (column === 'soonest') conditions.push(`soonest >= ${Math.floor(now / DAY) - 2}`);
  if (after && Number(after.keys[0]) === place)
    conditions.push(
      `(${column}, id) > (${parameters.add(after.keys[1])}::numeric, ${parameters.add(after.id)})`,
    );
  const rows = `${parameters.add(limit)}::int`;
  const found = `select ${place} as place, ${column} as key, id, document from projects
    where ${conditions.join(' and ')} order by ${column}, id limit ${rows}`;
  return { sql: documentsOf(found, rows), values: parameters.values };
}

/** Listings at these places, of which it is known what they are, as long as they are open. */
export const openAt = (slots: readonly number[], now: number, parameters: Parameters): string =>
  `${isOpen(`${parameters.add(new Date(now).toISOString())}::timestamptz`)} and slot = any(${parameters.add(slots)}::int[])`;

/**
 * The same page where little is to be found: all of that is fetched and sorted, for along the index it would
 * be a long way from one to the next.
 * @param slots what is to be found, where that is known already
 */
export function gatherSql(
  { query, limit, after, now }: PageOptions,
  slots?: readonly number[],
): Statement {
  const parameters = new Parameters();
  const { groups, column } = orderOf(query, new Parameters());
  const conditions = slots
    ? openAt(slots, now, parameters)
    : allOf(conditionsOf(query, new Date(now).toISOString(), parameters));
  // Words that no case needs must not become a parameter: PostgreSQL would not know of which type it is.
  const cases =
    groups.length > 1
      ? orderOf(query, parameters)
          .groups.slice(0, -1)
          .map((group, index) => `when ${group} then ${index}`)
      : [];
  const place = cases.length > 0 ? `case ${cases.join(' ')} else ${groups.length - 1} end` : '0';
  const found = `select ${place} as place, ${column} as key, id, document from projects
    where ${conditions} offset 0`;
  const behind = after
    ? `select * from (${found}) as all_found where (place, key, id) > (${[
        `${parameters.add(after.keys[0])}::int`,
        `${parameters.add(after.keys[1])}::numeric`,
        parameters.add(after.id),
      ].join(', ')})`
    : found;
  return { sql: documentsOf(behind, `${parameters.add(limit)}::int`), values: parameters.values };
}
