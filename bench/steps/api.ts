/**
 * How the reference API grows with the listings on PostgreSQL: pages with facets, words and filters, a late
 * page, an unchanged one, and 200 clients at once. A million takes minutes to fill, and is a step by itself.
 */
import { startPostgres } from '../../test/server/support/postgres-server.ts';
import { startListings, type ListingsServer } from '../lib/listings-server.ts';
import type { Row, StepOptions } from '../lib/rows.ts';
import { interleaved, ratio, summarize } from '../lib/statistics.ts';

const FEW = 1_000;
const CLIENTS = 200;
/** Each client asks so often in a round. */
const TURNS = 2;
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

const listOf = ({ url }: ListingsServer) => `${url}/api/projects?limit=20`;
const wordsIn = (turn: number) => `q=${encodeURIComponent(WORDS[turn % WORDS.length]!)}`;
const filterIn = (turn: number) => FILTERS[turn % FILTERS.length]!;

type Ask = () => Promise<number>;

async function waysOf(server: ListingsServer): Promise<Readonly<Record<string, Ask>>> {
  const list = listOf(server);
  let turn = 0;
  const late = await latePage(list);
  const etag = (await get(list)).headers.get('etag') ?? '';
  return {
    'first page': () => time(list),
    filters: () => time(`${list}&${filterIn(turn++)}`),
    words: () => time(`${list}&${wordsIn(turn++)}`),
    'words and filters': () => time(`${list}&${wordsIn(turn)}&${filterIn(turn++)}`),
    [`page ${LATE}`]: () => time(late),
    'unchanged first page (304)': () => time(list, { 'If-None-Match': etag }),
  };
}

const named = (size: number) => `${size.toLocaleString('en-US')} listings`;

/** Many clients at once, each with searches of its own. Told to come again (503), none does: it has failed. */
async function crowd(server: ListingsServer, label: string, rounds: number): Promise<Row[]> {
  const list = listOf(server);
  const times: number[] = [];
  let failed = 0;
  const client = async (_: unknown, number: number) => {
    for (let turn = number; turn < number + TURNS; turn++)
      await time(`${list}&${wordsIn(turn)}&${filterIn(turn)}`).then(
        (each) => times.push(each),
        () => failed++,
      );
  };
  const memory: number[] = [];
  const start = performance.now();
  for (let round = 0; round < rounds; round++) {
    await Promise.all(Array.from({ length: CLIENTS }, client));
    memory.push((await server.mostMemory()) / 1e6);
  }
  const seconds = (performance.now() - start) / 1000;
  const of = (what: string) => `${what}, ${label}`;
  return [
    { name: of(`${CLIENTS} clients at once`), unit: 'ms', ...summarize(times) },
    { name: of(`${CLIENTS} clients: answers a second`), unit: '', value: times.length / seconds },
    { name: of(`${CLIENTS} clients: failed requests`), unit: '', value: failed, limit: 0 },
    { name: of(`${CLIENTS} clients: memory of the process`), unit: 'MB', value: memory.at(-1)! },
    {
      name: of(`${CLIENTS} clients: memory after the last round ÷ after the one before`),
      unit: '×',
      value: memory.at(-1)! / memory.at(-2)!,
      limit: 1.1,
    },
  ];
}

interface Measuring {
  readonly reps: number;
  /** Of the crowd. */
  readonly rounds: number;
  readonly shown: readonly number[];
  /** What the last of them may cost, of what few do. */
  readonly limit?: number;
}

/** Measures all sizes in the same rounds. Of those in `shown` there are rows; the last one is held against few. */
async function measure(
  servers: ReadonlyMap<number, ListingsServer>,
  { reps, rounds, shown, limit }: Measuring,
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
  const most = shown.at(-1)!;
  const of = (kind: string, size: number) => samples[`${kind}, ${named(size)}`]!;
  const growth = [...kinds].map((kind): Row => ({
    name: `${kind}: ${most.toLocaleString('en-US')} ÷ ${FEW.toLocaleString('en-US')}`,
    unit: '×',
    ...ratio(of(kind, most), of(kind, FEW)),
    ...(limit !== undefined && { limit }),
  }));
  const rows: Row[] = [
    ...growth,
    {
      name: `page ${LATE} ÷ page 1, ${named(most)}`,
      unit: '×',
      ...ratio(of(`page ${LATE}`, most), of('first page', most)),
      limit: 1.25,
    },
  ];
  for (const size of shown) {
    const server = servers.get(size)!;
    for (const kind of kinds)
      rows.push({ name: `${kind}, ${named(size)}`, unit: 'ms', ...summarize(of(kind, size)) });
    rows.push(
      ...(await crowd(server, named(size), rounds)),
      { name: `disk, ${named(size)}`, unit: 'MB', value: server.disk.all / 1e6 },
      { name: `disk: of which bits, ${named(size)}`, unit: 'MB', value: server.disk.bits / 1e6 },
    );
  }
  return rows;
}

async function measureSizes(sizes: readonly number[], options: Measuring): Promise<Row[]> {
  const postgres = await startPostgres();
  if (!postgres) throw new Error('There is no PostgreSQL on this machine: set TEST_DATABASE_URL.');
  const servers = new Map<number, ListingsServer>();
  try {
    for (const size of sizes)
      servers.set(size, await startListings(await postgres.createDatabase(), size));
    return await measure(servers, options);
  } finally {
    for (const server of servers.values()) await server.stop();
    await postgres.stop();
  }
}

export const measureApi = async ({ reps }: StepOptions): Promise<Row[]> => {
  const sizes = [FEW, 10_000, 100_000];
  return await measureSizes(sizes, { reps, rounds: 5, shown: sizes, limit: 3 });
};

/** A thousand are measured along with it, in the same rounds. */
export const measureMillion = async ({ reps }: StepOptions): Promise<Row[]> =>
  await measureSizes([FEW, 1_000_000], { reps, rounds: 3, shown: [1_000_000] });
