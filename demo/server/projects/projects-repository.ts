/** Reads projects: one by its id, or a page of those that can be applied to. */
import type { Project } from '../../../src/domain/project.ts';
import { queryOne, type Database, type Queryable } from '../database/database.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { facetsFrom, facetSql, totalSql, type FacetRow, type Facets } from './facets.ts';
import { toListItem, type ListItem } from './list-item.ts';
import type { ListRequest } from './list-query.ts';
import { allOf, conditionsOf, orderOf, Parameters } from './query-to-sql.ts';

export interface ProjectPage {
  readonly items: readonly ListItem[];
  readonly total: number;
  readonly nextCursor: string | null;
  /** Only with the first page: they are the same for all. */
  readonly facets?: Facets;
}

interface PageRow extends Record<string, unknown> {
  readonly id: string;
  readonly document: Project;
  readonly keys: readonly string[];
}

/** One row more than asked for tells whether there is a next page. */
async function readRows(
  database: Queryable,
  { query, limit, cursor }: ListRequest,
  now: number,
): Promise<PageRow[]> {
  const parameters = new Parameters();
  const conditions = [allOf(conditionsOf(query, new Date(now).toISOString(), parameters))];
  const keys = orderOf(query, parameters);
  const order = [...keys, 'id'].join(', ');
  if (cursor !== undefined) {
    const position = readCursor(cursor, query, keys.length, now);
    const places = position.keys.map((key) => `${parameters.add(key)}::numeric`);
    conditions.push(`(${order}) > (${[...places, parameters.add(position.id)].join(', ')})`);
  }
  const keyTexts = keys.map((key) => `(${key})::text`).join(', ');
  return await database.query<PageRow>(
    `select id, document, array_to_json(array[${keyTexts}]) as keys
     from projects where ${conditions.join(' and ')}
     order by ${order} limit ${parameters.add(limit + 1)}::int`,
    parameters.values,
  );
}

async function readCounts(
  database: Queryable,
  { query, cursor }: ListRequest,
  now: number,
): Promise<FacetRow[]> {
  const parameters = new Parameters();
  const conditions = conditionsOf(query, new Date(now).toISOString(), parameters);
  const sql = cursor === undefined ? facetSql(conditions) : totalSql(conditions);
  return await database.query<FacetRow>(sql, parameters.values);
}

export async function listProjects(
  database: Database,
  request: ListRequest,
  now: number,
): Promise<ProjectPage> {
  const [rows, counts] = await Promise.all([
    readRows(database, request, now),
    readCounts(database, request, now),
  ]);
  const page = rows.slice(0, request.limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => toListItem(row.document)),
    total: counts.find((row) => row.facet === 'total')?.count ?? 0,
    nextCursor: last && rows.length > page.length ? writeCursor(request.query, last, now) : null,
    ...(request.cursor === undefined && { facets: facetsFrom(counts) }),
  };
}

export async function findProject(database: Queryable, id: string): Promise<Project | undefined> {
  // PostgreSQL has no NUL in texts; no project has it either.
  if (id.includes('\0')) return undefined;
  const sql = 'select document from projects where id = $1';
  return (await queryOne<{ document: Project }>(database, sql, [id]))?.document;
}
