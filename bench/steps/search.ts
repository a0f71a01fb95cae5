/** Search where all listings are at hand, against the least that it could be: looking for a text in each of them. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Project } from '../../src/domain/project.ts';
import { ListIndex } from '../../src/source/list-index.ts';
import { MemorySource } from '../../src/source/memory-source.ts';
import { atOnce } from '../../src/source/pause.ts';
import { computing, computingOnce } from '../lib/computing.ts';
import { listings } from '../lib/listings.ts';
import type { Row, StepOptions } from '../lib/rows.ts';
import { interleaved, ratio, summarize } from '../lib/statistics.ts';
import { measureMapping } from '../mapping.ts';

const SIZES = [200, 1_000, 10_000, 100_000] as const;
/** Each is asked for once a round, so that no answer is remembered. */
const WORDS = ['research', 'design', 'data', 'plan', 'guide', 'survey', 'video', 'market'];
/** With which one begins to type: in nearly all listings, where a text is found at once. */
const LETTERS = ['r', 'd', 'p', 's', 'm'];
const PAGE = 20;

/** Everything that a project is found by, as one text. */
const haystackOf = ({
  title,
  employer,
  category,
  industry,
  skills,
  tools,
  locations,
  ...rest
}: Project) =>
  [
    title,
    employer.name,
    category,
    industry,
    ...(skills ?? []),
    ...(tools ?? []).map(({ name }) => name),
    ...(locations ?? []).map(({ display }) => display),
    rest.summary,
    ...(rest.tasks ?? []),
    ...(rest.deliverables ?? []).map((each) => each.title),
  ]
    .join(' ')
    .toLowerCase();

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What `make` makes, and the kB that it keeps for each of so many listings. */
function keeping<Made>(size: number, make: () => Made): { made: Made; kB: number } {
  const used = () => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = used();
  const made = make();
  return { made, kB: (used() - before) / size / 1000 };
}

async function ofSize(size: number, reps: number): Promise<Row[]> {
  const now = Date.now();
  const projects = listings(size, now);
  const texts = projects.map(haystackOf);
  const source = new MemorySource(projects);
  const { made: index, kB: indexBytes } = keeping(size, () => atOnce(ListIndex.over(projects)));
  const { kB: wordBytes } = keeping(size, () => atOnce(index.prepareWords()));
  const first = await computing(() => source.list({}, { limit: PAGE }));
  let round = 0;
  const word = () => WORDS[round++ % WORDS.length]!;
  const letter = () => LETTERS[round++ % LETTERS.length]!;
  const bare = (q: string) => texts.filter((text) => text.includes(q)).length;
  // How many are found, and the first page of them in order.
  const find = (q: string) => atOnce(index.search({ q }, now, PAGE));
  const ways = {
    bare: () => bare(word()),
    bareLetter: () => bare(letter()),
    find: () => find(word()),
    findLetter: () => find(letter()),
    counts: () => find(word()).facets(),
    // All of it, as a source gives it.
    list: () => source.list({ q: word() }, { limit: PAGE }),
  };
  // Warm: what is compiled and prepared once is not of one search.
  for (const way of Object.values(ways)) await way();
  const samples = await interleaved(Object.keys(ways) as (keyof typeof ways)[], reps, (name) =>
    computingOnce(ways[name]),
  );
  const of = `${size.toLocaleString('en-US')} listings`;
  return [
    {
      name: `search ÷ bare includes, ${of}`,
      unit: '×',
      ...ratio(samples.find, samples.bare),
      ...(size >= 10_000 && { limit: 1.3 }),
    },
    {
      name: `whole list (search, order, counts) ÷ bare includes, ${of}`,
      unit: '×',
      ...ratio(samples.list, samples.bare),
    },
    {
      name: `search ÷ bare includes of a single letter, ${of}`,
      unit: '×',
      ...ratio(samples.findLetter, samples.bareLetter),
    },
    { name: `bare includes, ${of}`, unit: 'ms', ...summarize(samples.bare) },
    { name: `search and order, ${of}`, unit: 'ms', ...summarize(samples.find) },
    {
      name: `search and order of a single letter, ${of}`,
      unit: 'ms',
      ...summarize(samples.findLetter),
    },
    { name: `search and counts of all filters, ${of}`, unit: 'ms', ...summarize(samples.counts) },
    { name: `whole list, ${of}`, unit: 'ms', ...summarize(samples.list) },
    { name: `first list, ${of}`, unit: 'ms', value: first, n: 1 },
    { name: `kept for a listing, filters and orders, ${of}`, unit: 'kB', value: indexBytes, n: 1 },
    { name: `kept for a listing, words, ${of}`, unit: 'kB', value: wordBytes, n: 1 },
  ];
}

const units = { bytes: 'kB', 'parse, ms': 'ms' } as const;

export async function measureSearch({ reps }: StepOptions): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of SIZES)
    rows.push(...(await ofSize(size, Math.min(reps, size > 10_000 ? 5 : 12))));
  for (const [name, value] of Object.entries(await measureMapping()))
    rows.push({
      name: `mapping 10,000 of a JSON API: ${name}`,
      unit: name in units ? units[name as keyof typeof units] : '×',
      value: name === 'bytes' ? value / 1000 : value,
    });
  return rows;
}
