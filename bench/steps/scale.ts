/**
 * How the reference API grows with the listings on PostgreSQL: pages with facets, words and filters, a late
 * page, an unchanged one, and 200 clients at once. With `--reps 50` or more every figure is of 50 requests.
 * `BENCH_MOST_LISTINGS=1000000` adds the largest table, which takes the longest to fill.
 */
import { seedMany } from '../../demo/server/seed/many.ts';
import { startServer, type RunningServer } from '../../demo/server/server.ts';
import { startPostgres } from '../../test/server/support/postgres-server.ts';
import type { Row, StepOptions } from '../lib/rows.ts';
import { interleaved, ratio, summarize } from '../lib/statistics.ts';

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const CLIENTS = 200;
const LATE = 500;

const WORDS = ['research', 'design', 'plan', 'survey', 'video', 'market', 'harbor', 'cedar labs'];
const FILTERS = [
  'category=Design',
  'workMode=remote&paid=true',
  'skill=SQL&hoursMax=20',
  'classYear=junior&industry=Retail',
  'category=Research&category=Marketing&workMode=hybrid',
  'payMin=500&currency=USD&durationDaysMax=21',
];

const get = async (url: string, headers: Record<string, string> = {}): Promise<Response> => {
  const response = await fetch(url, { headers });
  if (response.status !== 304 && !response.ok) throw new Error(`${response.status} of ${url}`);
  return response;
};

async function time(url: string, headers?: Record<string, string>): Promise<number> {
  const start = performance.now();
  await (await get(url, headers)).arrayBuffer();
  return performance.now() - start;
}

/** The address of a page that is reached by its cursor; of a short list, the last full one. */
async function latePage(list: string): Promise<string> {
  let url = list;
  for (let page = 1; page < LATE; page++) {
    const { nextCursor } = (await (await get(url)).json()) as { nextCursor: string | null };
    if (!nextCursor) break;
    url = `${list}&cursor=${encodeURIComponent(nextCursor)}`;
  }
  return url;
}

type Ask = () => Promise<number>;

async function waysOf(server: RunningServer): Promise<Readonly<Record<string, Ask>>> {
  const list = `${server.url}/api/projects?limit=20`;
  let turn = 0;
  const word = () => encodeURIComponent(WORDS[turn++ % WORDS.length]!);
  const filter = () => FILTERS[turn++ % FILTERS.length]!;
  const second = await latePage(list);
  const etag = (await get(list)).headers.get('etag') ?? '';
  return {
    'first page with facets': () => time(list),
    'filters with facets': () => time(`${list}&${filter()}`),
    'words with facets': () => time(`${list}&q=${word()}`),
    'words and filters with facets': () => time(`${list}&q=${word()}&${filter()}`),
    [`page ${LATE}`]: () => time(second),
    'unchanged first page (304)': () => time(list, { 'If-None-Match': etag }),
  };
}

/** Many clients, each with its own search; every answer has to be one. */
async function crowd(server: RunningServer, label: string): Promise<Row[]> {
  const list = `${server.url}/api/projects?limit=20`;
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 50);
  const times = await Promise.all(
    Array.from({ length: CLIENTS }, async (_, client) => {
      const own: number[] = [];
      for (let turn = client; turn < client + 2; turn++)
        own.push(
          await time(`${list}&${FILTERS[turn % FILTERS.length]!}&q=${WORDS[turn % WORDS.length]!}`),
        );
      return own;
    }),
  ).finally(() => clearInterval(watch));
  return [
    { name: `${CLIENTS} clients at once, ${label}`, unit: 'ms', ...summarize(times.flat()) },
    { name: `memory for ${CLIENTS} clients, ${label}`, unit: 'MB', value: (most - before) / 1e6 },
  ];
}

const named = (size: number) => `${size.toLocaleString('en-US')} listings`;

/** Measures servers that have so many listings each. */
export async function measureSizes(
  servers: ReadonlyMap<number, RunningServer>,
  reps: number,
): Promise<Row[]> {
  const asked = new Map<string, Ask>();
  const kinds = new Set<string>();
  for (const [size, server] of servers)
    for (const [kind, ask] of Object.entries(await waysOf(server))) {
      await ask();
      kinds.add(kind);
      asked.set(`${kind}, ${named(size)}`, ask);
    }
  const samples = await interleaved([...asked.keys()], reps, (name) => asked.get(name)!());
  const growth = [...kinds].map((kind): Row => {
    const [many, few] = [100_000, 1_000].map((size) => samples[`${kind}, ${named(size)}`] ?? []);
    return {
      name: `${kind}: 100,000 ÷ 1,000`,
      unit: '×',
      ...ratio(many!, few!),
      ...(kind.startsWith('page') ? {} : { limit: 3 }),
    };
  });
  const late = ratio(
    samples[`page ${LATE}, ${named(100_000)}`]!,
    samples[`first page with facets, ${named(100_000)}`]!,
  );
  const rows = [...asked.keys()].map((name): Row => {
    return { name, unit: 'ms', ...summarize(samples[name]!) };
  });
  const crowds: Row[] = [];
  for (const [size, server] of servers) crowds.push(...(await crowd(server, named(size))));
  return [
    ...growth,
    { name: `page ${LATE} ÷ page 1, of 100,000`, unit: '×', ...late, limit: 1.25 },
    ...rows,
    ...crowds,
  ];
}

export const measureScale = async ({ reps }: StepOptions): Promise<Row[]> => {
  const postgres = await startPostgres();
  if (!postgres) throw new Error('There is no PostgreSQL on this machine: set TEST_DATABASE_URL.');
  const most = Number(process.env['BENCH_MOST_LISTINGS'] || 100_000);
  const servers = new Map<number, RunningServer>();
  try {
    for (const size of SIZES.filter((each) => each <= most)) {
      const databaseUrl = await postgres.createDatabase();
      const server = await startServer({ databaseUrl, limits: 'off', seed: false });
      servers.set(size, server);
      await seedMany(server.database, size, Date.now());
    }
    return await measureSizes(servers, reps);
  } finally {
    for (const server of servers.values()) await server.close();
    await postgres.stop();
  }
};
