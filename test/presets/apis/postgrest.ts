/**
 * PostgREST over a real database with the tables of the guide: the parameters of a URL become SQL, as the
 * anonymous role.
 */
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import type { Project } from '../../../src/domain/project.ts';
import { exampleIn } from '../support/documented.ts';
import { flat, stored } from '../support/documents.ts';
import { fakeApi, json, status, type FakeApi, type FakeRequest } from '../support/fake-api.ts';

const GUIDE = 'docs/presets/postgrest.md';

let database: Promise<PGlite> | undefined;

async function openDatabase(): Promise<PGlite> {
  const engine = await PGlite.create({ extensions: { pg_trgm } });
  await engine.exec('create role anon nologin');
  await engine.exec(exampleIn(GUIDE, 'create table projects'));
  await engine.exec(exampleIn(GUIDE, 'create policy'));
  await engine.exec(exampleIn('docs/guides/scale.md', 'create function find_projects'));
  return engine;
}

/** Opens the one database of these tests, which takes longer than a source waits for an answer. */
export const opened = (): Promise<unknown> => (database ??= openDatabase());

export async function closed(): Promise<void> {
  await (await database)?.close();
  database = undefined;
}

/** The database, with these projects in it. */
async function holding(projects: readonly Project[]): Promise<PGlite> {
  const engine = await database!;
  await engine.exec('truncate projects');
  const { rows: columns } = await engine.query<{ column_name: string }>(
    "select column_name from information_schema.columns where table_name = 'projects' and is_generated = 'NEVER'",
  );
  for (const project of projects) {
    const row: Record<string, unknown> = {};
    const known = stored(project) ?? project;
    const { locations, deliverables, reportable: _none, ...rest } = known;
    for (const [name, value] of Object.entries(flat(rest, '_')))
      row[name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] = value;
    if (locations) row['locations'] = locations.map(({ display }) => display);
    if (deliverables) row['deliverables'] = JSON.stringify(deliverables);
    delete row['employer_verified'];
    row['status'] ??= 'open';
    row['posted_at'] ??= null;
    for (const name of Object.keys(row))
      if (!columns.some(({ column_name }) => column_name === name))
        throw new Error(`The table of the guide has no column ${name}.`);
    const names = Object.keys(row);
    await engine.query(
      `insert into projects (${names.join()}) values (${names.map((_, at) => `$${at + 1}`).join()})`,
      Object.values(row),
    );
  }
  return engine;
}

class Refusal extends Error {}

const refuse = (what: string): never => {
  throw new Refusal(`failed to parse filter (${what})`);
};

/** Bare words, or anything between double quotes with backslashes before quotes and backslashes. */
const QUOTED = /"((?:[^"\\]|\\.)*)"/;
const unquoted = (text: string): string =>
  QUOTED.exec(text)?.[0] === text ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text;

/** Cuts at commas outside quotes and braces. */
const parts = (text: string): string[] =>
  text.match(/(?:"(?:[^"\\]|\\.)*"|\{[^{}]*\}|[^,"{}])+/g) ?? refuse(text);

/** A condition in SQL; its values go into `values`. */
function condition(column: string, filter: string, values: unknown[]): string {
  const [, operator = '', operand = ''] = /^(\w+)\.(.*)$/s.exec(filter) ?? refuse(filter);
  if (!/^[a-z_]+$/.test(column)) refuse(column);
  const value = (given: unknown) => `$${values.push(given)}`;
  switch (operator) {
    case 'eq':
      return `"${column}" = ${value(operand)}`;
    case 'gte':
      return `"${column}" >= ${value(operand)}`;
    case 'lte':
      return `"${column}" <= ${value(operand)}`;
    case 'isdistinct':
      return `"${column}" is distinct from ${value(operand)}`;
    case 'ilike':
      return `"${column}" ilike ${value(unquoted(operand).replaceAll('*', '%'))}`;
    case 'ov':
      return `"${column}" && ${value(operand)}::text[]`;
    case 'is':
      if (!/^(null|true|false)$/.test(operand)) refuse(filter);
      return `"${column}" is ${operand}`;
    case 'in': {
      const list = /^\((.*)\)$/s.exec(operand)?.[1] ?? refuse(filter);
      return `"${column}" = any(${value(parts(list).map(unquoted))})`;
    }
    default:
      return refuse(filter);
  }
}

function disjunction(text: string, values: unknown[]): string {
  const inner = /^\((.*)\)$/s.exec(text)?.[1] ?? refuse(text);
  const terms = parts(inner).map((term) => {
    const [, column = '', filter = ''] = /^(\w+)\.(.*)$/s.exec(term) ?? refuse(term);
    if (/^ilike\./.test(filter) && !QUOTED.test(filter)) refuse(filter);
    return condition(column, filter, values);
  });
  return `(${terms.join(' or ')})`;
}

function order(text: string): string {
  return text
    .split(',')
    .map((term) => {
      const [, column, direction = 'asc', nulls] =
        /^([a-z_]+)(?:\.(asc|desc))?(?:\.(nullsfirst|nullslast))?$/.exec(term) ?? refuse(term);
      return `"${column!}" ${direction}${nulls ? ` nulls ${nulls.slice('nulls'.length)}` : ''}`;
    })
    .join();
}

/** @param sought of a function: its parameter */
async function read(
  engine: PGlite,
  table: string,
  { query, headers }: FakeRequest,
  sought?: string | null,
) {
  const values: unknown[] = sought == null ? [] : [sought];
  const tests = ['true'];
  for (const [name, filter] of query) {
    if (['order', 'limit', 'offset'].includes(name)) continue;
    if (sought !== undefined && name === 'sought') continue;
    tests.push(name === 'or' ? disjunction(filter, values) : condition(name, filter, values));
  }
  const given = sought === undefined ? '' : sought === null ? '()' : '($1)';
  const from = `from "${table}"${given} where ${tests.join(' and ')}`;
  const sorted = query.get('order') ? `order by ${order(query.get('order')!)}` : '';
  const [limit, offset] = [query.get('limit') ?? 'all', query.get('offset') ?? '0'];
  if (!/^(all|\d+)$/.test(limit) || !/^\d+$/.test(offset)) refuse('limit');
  return engine.transaction(async (transaction) => {
    await transaction.query('set local role anon');
    const { rows } = await transaction.query<{ body: unknown[]; total: number }>(
      `select (select count(*)::int ${from}) as total, coalesce(json_agg(found), '[]') as body
       from (select * ${from} ${sorted} limit ${limit} offset ${offset}) as found`,
      values,
    );
    const { body, total } = rows[0]!;
    const first = Number(offset);
    if (first > total) return status(416, { code: 'PGRST103' });
    const range = body.length ? `${first}-${first + body.length - 1}` : '*';
    const isCounted = headers.get('Prefer') === 'count=exact';
    return json(body, { 'Content-Range': `${range}/${isCounted ? total : '*'}` });
  });
}

export const url = 'https://data.example.edu';

/** @param key what the header `apikey` has to be, of Supabase */
export function postgrest(projects: readonly Project[], base = url, key?: string): FakeApi {
  let engine: Promise<PGlite> | undefined;
  return fakeApi({
    base,
    routes: {
      'GET /rpc/:function': async (request) => {
        engine ??= holding(projects);
        const { params, query } = request;
        return read(await engine, params['function']!, request, query.get('sought'));
      },
      'GET /:table': async (request) => {
        if (key !== undefined && request.headers.get('apikey') !== key)
          return status(401, { message: 'Invalid API key' });
        engine ??= holding(projects);
        try {
          return await read(await engine, request.params['table']!, request);
        } catch (error) {
          const { code, message } = error as { code?: string; message: string };
          if (error instanceof Refusal) return status(400, { code: 'PGRST100', message });
          if (code === undefined) throw error;
          const answer = { '42P01': 404, '42501': 401 }[code] ?? 400;
          return status(answer, { code, message });
        }
      },
    },
  });
}
