/** How the reference API grows on PostgreSQL: a page, a search, a filter and a late page, as the table does. */
import { saveSeededProject } from '../../demo/server/projects/project-row.ts';
import { startServer, type RunningServer } from '../../demo/server/server.ts';
import { startPostgres } from '../../test/server/support/postgres-server.ts';
import { listings } from '../lib/listings.ts';
import type { Row, StepOptions } from '../lib/rows.ts';
import { interleaved, ratio, summarize } from '../lib/statistics.ts';

/** Rows that are made one by one; larger tables are copies of them under other ids. */
const BASE = 1_000;
const SIZES = [1_000, 10_000, 100_000] as const;
/** The page that is late in the list; of smaller tables the last one. */
const LATE = 500;
const PAGE = 20;

async function fill({ database }: RunningServer, size: number): Promise<void> {
  await database.transaction(async (transaction) => {
    for (const project of listings(BASE, Date.now())) await saveSeededProject(transaction, project);
  });
  const columns = await database.query<{ name: string }>(
    `select column_name::text as name from information_schema.columns
     where table_name = 'projects' and is_generated = 'NEVER' and is_identity = 'NO'`,
  );
  const others = columns
    .map(({ name }) => name)
    .filter((name) => !['id', 'document', 'posted_at'].includes(name));
  await database.query(
    `insert into projects (id, document, posted_at, ${others.join(', ')})
     select id || '-' || copy,
       jsonb_set(document::jsonb, '{id}', to_jsonb(id || '-' || copy))::json,
       posted_at - copy * interval '1 day', ${others.join(', ')}
     from projects, generate_series(1, $1::int - 1) as copy`,
    [size / BASE],
  );
  await database.query('vacuum analyze projects');
}

interface Reply {
  readonly total: number;
  readonly nextCursor: string | null;
}

const get = async (url: string, headers: Record<string, string> = {}): Promise<Response> => {
  const response = await fetch(url, { headers });
  if (response.status !== 304 && !response.ok) throw new Error(`${response.status} of ${url}`);
  return response;
};

async function time(run: () => Promise<Response>): Promise<number> {
  const start = performance.now();
  await (await run()).arrayBuffer();
  return performance.now() - start;
}

/** Walks to a page by cursors and gives its address. */
async function latePage(list: string, size: number): Promise<string> {
  const pages = Math.min(LATE, size / PAGE) - 1;
  let url = list;
  for (let page = 0; page < pages; page++) {
    const { nextCursor } = (await (await get(url)).json()) as Reply;
    if (!nextCursor) break;
    url = `${list}&cursor=${encodeURIComponent(nextCursor)}`;
  }
  return url;
}

const WORDS = ['research', 'design', 'plan', 'survey', 'video', 'market'];

export const measureApi = async ({ reps }: StepOptions): Promise<Row[]> => {
  const postgres = await startPostgres();
  if (!postgres) throw new Error('There is no PostgreSQL on this machine: set TEST_DATABASE_URL.');
  const servers = new Map<number, RunningServer>();
  try {
    const asked = new Map<string, () => Promise<number>>();
    for (const size of SIZES) {
      const server = await startServer({
        databaseUrl: await postgres.createDatabase(),
        limits: 'off',
        seed: false,
      });
      servers.set(size, server);
      await fill(server, size);
      const list = `${server.url}/api/projects?limit=${PAGE}`;
      const { total } = (await (await get(list)).json()) as Reply;
      if (total !== size) throw new Error(`The API has ${total} listings in place of ${size}.`);
      const etag = (await get(list)).headers.get('etag') ?? '';
      const late = await latePage(list, size);
      let turn = 0;
      const word = () => WORDS[turn++ % WORDS.length]!;
      const ways: Record<string, () => Promise<Response>> = {
        'first page with facets': () => get(list),
        'search and filter with facets': () => get(`${list}&q=${word()}&workMode=remote`),
        'late page by cursor': () => get(late),
        'unchanged first page (304)': () => get(list, { 'If-None-Match': etag }),
      };
      for (const [name, way] of Object.entries(ways)) {
        await time(way);
        asked.set(`${name}, ${size.toLocaleString('en-US')} listings`, () => time(way));
      }
    }
    const samples = await interleaved([...asked.keys()], reps, (name) => asked.get(name)!());
    const rows: Row[] = [...asked.keys()].map((name) => ({
      name,
      unit: 'ms',
      ...summarize(samples[name]!),
    }));
    const growth = (name: string, limit?: number): Row => ({
      name: `${name}: 100,000 ÷ 1,000`,
      unit: '×',
      ...ratio(samples[`${name}, 100,000 listings`]!, samples[`${name}, 1,000 listings`]!),
      ...(limit !== undefined && { limit }),
    });
    return [
      growth('first page with facets', 3),
      growth('search and filter with facets', 3),
      growth('late page by cursor', 3),
      ...rows,
    ];
  } finally {
    for (const server of servers.values()) await server.close();
    await postgres.stop();
  }
};
