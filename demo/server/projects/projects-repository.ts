/** Reads projects: one by its id, or a page of those that can be applied to. */
import type { Project } from '../../../src/domain/project.ts';
import { queryOne, type Queryable, type Row } from '../database/database.ts';
import {
  bitCountSql,
  countedBeyond,
  foundSql,
  restrictsNothing,
  slotsIn,
  withAnyYear,
  type FoundRow,
} from './bit-counts.ts';
import { hasListingBits } from './bit-index.ts';
import { readCursor, writeCursor, type Position } from './cursor.ts';
import { facetsFrom, facetSql, type FacetRow, type Facets } from './facets.ts';
import { toListItem, type ListItem } from './list-item.ts';
import type { ListRequest } from './list-query.ts';
import {
  conditionsOf,
  FACETS,
  gatherSql,
  groupsOf,
  openAt,
  Parameters,
  walkSql,
  type FacetName,
  type PageOptions,
  type Statement,
} from './query-to-sql.ts';

export interface ProjectPage {
  readonly items: readonly ListItem[];
  /** Of pages behind the first, how many there were when that was read. */
  readonly total: number;
  readonly nextCursor: string | null;
  /** Only with the first page: they are the same for all. */
  readonly facets?: Facets;
}

interface PageRow extends Record<string, unknown> {
  readonly id: string;
  readonly document: Project;
  readonly keys: Position['keys'];
}

/** What is gathered and sorted, instead of being read in the order of the list. */
const FEW = 1_000;

const run = async <Result extends Row>(database: Queryable, { sql, values }: Statement) =>
  await database.query<Result>(sql, values);

/** Group after group, until the page is full; most pages are full after one. */
async function walk(database: Queryable, page: PageOptions): Promise<PageRow[]> {
  const rows: PageRow[] = [];
  for (const group of groupsOf(page)) {
    const rest = { ...page, limit: page.limit - rows.length };
    rows.push(...(await run<PageRow>(database, walkSql(rest, group))));
    if (rows.length >= page.limit) break;
  }
  return rows;
}

/** Facets and total, one listing by one. */
async function countListings(
  database: Queryable,
  { query, now }: PageOptions,
): Promise<FacetRow[]> {
  const parameters = new Parameters();
  const sql = facetSql(conditionsOf(query, new Date(now).toISOString(), parameters));
  return await database.query<FacetRow>(sql, parameters.values);
}

const totalIn = (counts: readonly FacetRow[]) =>
  counts.find((row) => row.facet === 'total')?.count ?? 0;

interface Found {
  readonly rows: PageRow[];
  /** Only of the first page. */
  readonly counts?: FacetRow[];
}

/** Few listings are looked through for each page. */
async function findAmongFew(database: Queryable, page: PageOptions): Promise<Found> {
  const rows =
    page.query.q === undefined ? walk(database, page) : run<PageRow>(database, gatherSql(page));
  if (page.after) return { rows: await rows };
  const [found, counts] = await Promise.all([rows, countListings(database, page)]);
  return { rows: found, counts };
}

/** Where only a few of many are found, which ones; it is known of `total` whether that may be. */
async function slotsOfFew(
  database: Queryable,
  { query }: PageOptions,
  total: number | undefined,
): Promise<number[] | undefined> {
  if (restrictsNothing(query) || (total ?? 0) >= FEW) return undefined;
  const parameters = new Parameters();
  const sql = foundSql(query, parameters, FEW);
  const [found] = await database.query<FoundRow>(sql, parameters.values);
  return found && slotsIn(found);
}

async function countByBits(
  database: Queryable,
  { query }: PageOptions,
  facets: readonly FacetName[] = FACETS,
): Promise<FacetRow[]> {
  const parameters = new Parameters();
  const sql = bitCountSql(query, parameters, facets);
  return withAnyYear(await database.query<FacetRow>(sql, parameters.values));
}

/** What is found is counted one by one, and by bits only what counts more than that. */
async function countFew(
  database: Queryable,
  page: PageOptions,
  slots: readonly number[],
): Promise<FacetRow[]> {
  const facets = countedBeyond(page.query);
  const isBeyond = ({ facet }: FacetRow) => facets.some((each) => each === facet);
  const parameters = new Parameters();
  const always = openAt(slots, page.now, parameters);
  const sql = facetSql({ always, byFacet: new Map() });
  const [found, others] = await Promise.all([
    database.query<FacetRow>(sql, parameters.values),
    countByBits(database, page, facets),
  ]);
  return [...found.filter((row) => !isBeyond(row)), ...others.filter(isBeyond)];
}

/** Of many it is first asked whether a few of them are found: then both page and counts have a short way. */
async function findAmongMany(
  database: Queryable,
  page: PageOptions,
  total: number | undefined,
): Promise<Found> {
  const slots = await slotsOfFew(database, page, total);
  const rows = slots ? run<PageRow>(database, gatherSql(page, slots)) : walk(database, page);
  if (page.after) return { rows: await rows };
  const [found, counts] = await Promise.all([
    rows,
    slots ? countFew(database, page, slots) : countByBits(database, page),
  ]);
  return { rows: found, counts };
}

export async function listProjects(
  database: Queryable,
  request: ListRequest,
  now: number,
): Promise<ProjectPage> {
  const { query, limit, cursor } = request;
  const after = cursor === undefined ? undefined : readCursor(cursor, query, now);
  // One row more than asked for tells whether there is a next page.
  const wanted: PageOptions = { query, limit: limit + 1, now, ...(after && { after }) };
  const { rows, counts } = (await hasListingBits(database))
    ? await findAmongMany(database, wanted, after?.total)
    : await findAmongFew(database, wanted);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  // Bits may be some seconds behind; what is seen is there.
  const total = after?.total ?? Math.max(totalIn(counts ?? []), rows.length);
  return {
    items: page.map((row) => toListItem(row.document)),
    total,
    nextCursor:
      last && rows.length > page.length ? writeCursor(query, { ...last, total }, now) : null,
    ...(counts && { facets: facetsFrom(counts, query) }),
  };
}

export async function findProject(database: Queryable, id: string): Promise<Project | undefined> {
  // PostgreSQL has no NUL in texts; no project has it either.
  if (id.includes('\0')) return undefined;
  const sql = 'select document from projects where id = $1';
  return (await queryOne<{ document: Project }>(database, sql, [id]))?.document;
}
