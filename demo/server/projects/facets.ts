/** How many projects each choice of a filter would give, all other filters kept. */
import type { Query } from '../../../src/domain/query.ts';
import { FACETS, type Conditions, type FacetName } from './query-to-sql.ts';

export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}
export type Facets = Readonly<Record<FacetName, readonly FacetValue[]>>;

export interface FacetRow extends Record<string, unknown> {
  readonly facet: FacetName | 'total';
  readonly value: string | null;
  readonly count: number;
}

/** The rows that a facet counts, as pairs of a choice and a project. */
const choices: Readonly<Record<FacetName, string>> = {
  category: 'select category as value from base where category is not null and',
  industry: 'select industry as value from base where industry is not null and',
  skill: 'select unnest(skills) as value from base where',
  workMode: 'select work_mode as value from base where work_mode is not null and',
  location: 'select unnest(locations) as value from base where',
  // A project that restricts nobody is there for every class year that any project names.
  classYear: `select year as value from base
    join (select distinct unnest(class_years) as year from base) years
      on cardinality(class_years) = 0 or year = any(class_years) where`,
  currency: `select pay_currency as value from base
    where pay_currency is not null and pay_total is not null and`,
};

const COLUMNS = [
  'category',
  'industry',
  'skills',
  'work_mode',
  'locations',
  'class_years',
  'pay_currency',
  'pay_total',
];

/** One statement for all facets and the total, so that they always agree. */
export function facetSql(conditions: Conditions): string {
  const { always, byFacet } = conditions;
  const marks = [...byFacet].map(([facet, sql]) => `coalesce(${sql}, false) as "in_${facet}"`);
  const others = (own?: FacetName) =>
    [...byFacet.keys()].filter((facet) => facet !== own).map((facet) => `"in_${facet}"`);
  const where = (own?: FacetName) => ['true', ...others(own)].join(' and ');
  const counts = FACETS.map(
    (facet) => `select '${facet}' as facet, value, count(*)::int as count
      from (${choices[facet]} ${where(facet)}) as chosen group by value`,
  );
  return `with base as materialized
      (select ${[...COLUMNS, ...marks].join(', ')} from projects where ${always})
    ${counts.join(' union all ')}
    union all select 'total', null, count(*)::int from base where ${where()}`;
}

const labels: Readonly<Record<string, string>> = {
  remote: 'Remote',
  hybrid: 'Hybrid',
  onsite: 'On site',
};

const labelOf = (facet: FacetName, value: string): string =>
  facet === 'workMode'
    ? (labels[value] ?? value)
    : facet === 'classYear'
      ? value.charAt(0).toUpperCase() + value.slice(1)
      : value;

/** Choices of one facet at most: more than anybody reads, and a bound for the size of an answer. */
const MOST_VALUES = 200;

/** The commonest choice first, equal ones by their value; what is chosen stays even where it is rare. */
export function facetsFrom(rows: readonly FacetRow[], query: Query): Facets {
  const valuesOf = (facet: FacetName): FacetValue[] => {
    const chosen: readonly string[] = (facet !== 'currency' && query[facet]) || [];
    return rows
      .flatMap((row) =>
        row.facet === facet && row.value !== null
          ? [{ value: row.value, label: labelOf(facet, row.value), count: row.count }]
          : [],
      )
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .filter(({ value }, index) => index < MOST_VALUES || chosen.includes(value));
  };
  return Object.fromEntries(FACETS.map((facet) => [facet, valuesOf(facet)])) as unknown as Facets;
}
