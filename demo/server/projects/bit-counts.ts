/**
 * Counts all facets of any query from bits: one row of `listing_bits` says for 8,192 listings which of them
 * have a value, so that an intersection is one `&`, and a count one `bit_count`, both as fast as memory.
 */
import { QUERY_KEYS, type Query } from '../../../src/domain/query.ts';
import type { FacetRow } from './facets.ts';
import { searchWords } from './search-words.ts';
import { FACETS, Parameters, type FacetName } from './query-to-sql.ts';

/** Listings in one row of bits. */
export const CHUNK = 8192;
export const NO_BITS = `B'0'::bit(${CHUNK})`;
/** Class year of what restricts nobody. */
export const ANY_YEAR = '';

/** Chunks and bits of the listings that have one of the values for which `condition` holds. */
const anyOf = (facet: string, condition: string) =>
  `(select chunk, bit_or(bits) as bits from listing_bits
    where facet = ${facet} and ${condition} group by chunk)`;

/** The same of values that are numbers: the case keeps one of another facet from being read as such. */
const anyNumber = (facet: string, comparison: string) =>
  anyOf(facet, `case when facet = ${facet} then value::numeric ${comparison} end`);

/** What no facet counts without. */
function always(query: Query, parameters: Parameters): string[] {
  const { hoursMax, durationDaysMax, applyByFrom, applyByTo, workAuthorization } = query;
  const place = (value: unknown, type: string) => `${parameters.add(value)}::${type}`;
  const sets: string[] = [];
  const add = (facet: string, condition: string) => sets.push(anyOf(`'${facet}'`, condition));
  if (query.q !== undefined)
    sets.push(
      `(select chunk, bits from bits_of_words(${parameters.add(searchWords(query.q))}::text[]))`,
    );
  if (hoursMax !== undefined) sets.push(anyNumber(`'hours'`, `<= ${place(hoursMax, 'numeric')}`));
  if (durationDaysMax !== undefined)
    sets.push(anyNumber(`'durationDays'`, `<= ${place(durationDaysMax, 'numeric')}`));
  if (applyByFrom !== undefined) add('applyBy', `value >= ${place(applyByFrom, 'text')}`);
  if (applyByTo !== undefined) add('applyBy', `value <= ${place(applyByTo, 'text')}`);
  if (workAuthorization) add('workAuthorization', `value = '${workAuthorization}'`);
  if (query.paid) add('paid', 'true');
  if (query.featured) add('featured', 'true');
  return sets;
}

/** The filters that facets count without, each for its own facet. */
function filters(query: Query, parameters: Parameters): Map<FacetName, string> {
  const sets = new Map<FacetName, string>();
  const { classYear, payMin, currency } = query;
  for (const facet of ['category', 'industry', 'skill', 'workMode', 'location'] as const) {
    const values = query[facet];
    if (values)
      sets.set(facet, anyOf(`'${facet}'`, `value = any(${parameters.add(values)}::text[])`));
  }
  if (classYear) {
    const years = parameters.add([...classYear, ANY_YEAR]);
    sets.set('classYear', anyOf(`'classYear'`, `value = any(${years}::text[])`));
  }
  if (payMin !== undefined) {
    const facet = `${parameters.add(`pay:${currency ?? ''}`)}::text`;
    sets.set('currency', anyNumber(facet, `>= ${parameters.add(payMin)}::numeric`));
  }
  return sets;
}

/** `masks`: for each chunk what fulfils everything (`every`), and everything but the filter of a facet. */
function masksSql(query: Query, parameters: Parameters): { sql: string; filtered: FacetName[] } {
  const required = always(query, parameters);
  const optional = [...filters(query, parameters)];
  const but = (own?: FacetName) =>
    [
      'must.bits',
      ...optional
        .filter(([name]) => name !== own)
        .map(([name]) => `coalesce("${name}".bits, ${NO_BITS})`),
    ].join(' & ');
  const bits = ['open.bits', ...required.map((_, index) => `required_${index}.bits`)].join(' & ');
  const joins = required.map((set, index) => `join ${set} as required_${index} using (chunk)`);
  const masks = optional.map(([name]) => `, ${but(name)} as "but_${name}"`);
  const sql = `must as materialized (
      select chunk, ${bits} as bits
      from (select chunk, bits from listing_bits where facet = 'open') as open ${joins.join(' ')}
    ), masks as materialized (
      select chunk, must.bits as must, ${but()} as every ${masks.join('')}
      from must ${optional.map(([name, set]) => `left join ${set} as "${name}" using (chunk)`).join(' ')}
    ), total as materialized (
      select coalesce(sum(bit_count(every)), 0)::int as count from masks
    )`;
  return { sql, filtered: optional.map(([name]) => name) };
}

/**
 * The slots of what was found, as text between commas. The bits are read as text, which is cut at each 1: what
 * lies before it tells where it stands.
 */
const SLOTS = `select string_agg(slot::text, ',') from (
    select chunk * ${CHUNK} + sum(length(piece) + 1) over (partition by chunk order by turn)::int - 1 as slot,
      turn < max(turn) over (partition by chunk) as is_set
    from masks, string_to_table(every::text, '1') with ordinality as pieces (piece, turn)
  ) as places where is_set`;

/** How many are found and, if that is less than `few`, their slots. */
export const foundSql = (query: Query, parameters: Parameters, few: number): string =>
  `with ${masksSql(query, parameters).sql}
   select count, case when count < ${few} then coalesce((${SLOTS}), '') end as slots from total`;

export interface FoundRow extends Record<string, unknown> {
  readonly count: number;
  readonly slots: string | null;
}

/** Undefined where there are too many. */
export const slotsIn = ({ slots }: FoundRow): number[] | undefined =>
  slots === '' ? [] : slots?.split(',').map(Number);

/** True of the list of all that is open. */
export const restrictsNothing = (query: Query): boolean =>
  QUERY_KEYS.every((key) => key === 'sort' || query[key] === undefined);

const namesOf = (facets: readonly FacetName[]) => facets.map((facet) => `'${facet}'`).join(', ');

/** The counts of a list that nothing restricts are written beside the bits. */
const ALL_COUNTS = `
  select facet, value, sum(listings)::int as count from listing_bits
  where facet in (${namesOf(FACETS)}) group by facet, value
  union all select 'total', null, coalesce(sum(listings), 0)::int from listing_bits where facet = 'open'`;

/** What counts more than what was found: facets that are filtered, and class years, which anybody may name. */
export const countedBeyond = (query: Query): FacetName[] => [
  ...new Set([...filters(query, new Parameters()).keys(), 'classYear' as const]),
];

/** One statement for the total and facets, all of them where nothing is restricted. */
export function bitCountSql(
  query: Query,
  parameters: Parameters,
  facets: readonly FacetName[],
): string {
  if (restrictsNothing(query)) return ALL_COUNTS;
  const { sql, filtered } = masksSql(query, parameters);
  const cases = filtered.map((name) => `when '${name}' then "but_${name}"`);
  const mask = cases.length > 0 ? `case b.facet ${cases.join(' ')} else every end` : 'every';
  // Behind "offset 0" there are numbers alone: bits would be carried along and sorted, on the disk if they are many.
  return `with ${sql}
    select facet, value, sum(count)::int as count from (
      select b.facet, b.value, bit_count(b.bits & ${mask})::int as count,
        b.facet = 'classYear' and bit_count(b.bits & must) > 0 as is_named
      from listing_bits as b join masks using (chunk)
      where b.facet in (${namesOf(facets)}) offset 0
    ) as counted group by facet, value having sum(count) > 0 or bool_or(is_named)
    union all select 'total', null, count from total`;
}

/** What restricts nobody is there for every class year that any project names. */
export function withAnyYear(rows: readonly FacetRow[]): FacetRow[] {
  const isYear = ({ facet }: FacetRow) => facet === 'classYear';
  const anyYear = rows.find((row) => isYear(row) && row.value === ANY_YEAR)?.count ?? 0;
  return rows
    .filter((row) => !isYear(row) || row.value !== ANY_YEAR)
    .map((row) => (isYear(row) ? { ...row, count: row.count + anyYear } : row))
    .filter(({ count }) => count > 0);
}
