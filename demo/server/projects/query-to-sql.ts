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

function matchesText(q: string, parameters: Parameters): string {
  const expression = searchExpression(q);
  return expression === undefined ? 'false' : `search @@ ${textQuery(parameters.add(expression))}`;
}

/** A column whose value is unknown (null) is left out while its filter is on: SQL's own rule. */
function restrictions(query: Query, now: string, parameters: Parameters): string[] {
  const { hoursMax, durationDaysMax, applyByFrom, applyByTo, workAuthorization } = query;
  const place = (value: unknown, type: string) => `${parameters.add(value)}::${type}`;
  const conditions = [isOpen(place(now, 'timestamptz'))];
  if (query.q !== undefined) conditions.push(matchesText(query.q, parameters));
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

export function conditionsOf(query: Query, now: string, parameters: Parameters): Conditions {
  return {
    always: restrictions(query, now, parameters).join(' and '),
    byFacet: facetRestrictions(query, parameters),
  };
}

export const allOf = ({ always, byFacet }: Conditions): string =>
  [always, ...byFacet.values()].join(' and ');

const newest = `coalesce(-extract(epoch from posted_at), 1e15)`;

const sortKeys: Readonly<Record<Exclude<Sort, 'relevance'>, string>> = {
  newest,
  deadline: `coalesce(apply_by - date '1970-01-01', 1e15)`,
  pay: 'coalesce(-pay_total, 1e15)',
  shortest: 'coalesce(hours, 1e15)',
};

/**
 * What a list is ordered by: numbers, all ascending, with the unknown as the largest; ties are settled
 * by id. That makes a page's place one row comparison, whatever the sort.
 */
export function orderOf({ q, sort }: Query, parameters: Parameters): string[] {
  const relevance = () => {
    const expression = q === undefined ? undefined : searchExpression(q);
    return expression === undefined
      ? newest
      : `-round(ts_rank(search, ${textQuery(parameters.add(expression))})::numeric, 6)`;
  };
  if (sort === undefined) return ['(not featured)::int', relevance()];
  return [sort === 'relevance' ? relevance() : sortKeys[sort]];
}
