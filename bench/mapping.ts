/**
 * How long mapping takes beside parsing: a JSON API's 10,000 listings become projects, against `JSON.parse` of the
 * same body in the same process. Medians of several rounds, taken in turn, of what the thread itself computed.
 */
import { openSource } from '../src/source/mapping/open-source.ts';
import { computing } from './lib/computing.ts';
import { median } from './lib/statistics.ts';
import { openings } from './openings.ts';

export const COUNT = 10_000;
const ROUNDS = 15;

/** How that API is read; its address is left open. */
export const definition = {
  url: 'https://jobs.example.edu/v2',
  mode: 'client',
  list: { path: '/openings', items: '$.data.openings', cap: COUNT },
  fields: {
    id: '$.ref',
    title: '$.name',
    'employer.name': '$.company.label',
    'employer.url': '$.company.site',
    url: '$.link',
    summary: '$.teaser',
    descriptionHtml: '$.text',
    hours: '$.hours',
    durationDays: { path: '$.weeks', as: 'duration', unit: 'weeks' },
    'pay.kind': { const: 'fixed' },
    'pay.min': { path: '$.fee.from_cents', as: 'number', scale: 0.01 },
    'pay.max': { path: '$.fee.to_cents', as: 'number', scale: 0.01 },
    'pay.currency': '$.fee.currency',
    applyBy: '$.closes',
    timeZone: { const: 'America/Chicago' },
    postedAt: '$.created',
    workMode: '$.mode',
    locations: '$.places',
    category: '$.team.name',
    skills: '$.tags',
  },
} as const;

/** Milliseconds for parsing and for parsing with mapping, and what follows from them. */
export async function measureMapping(): Promise<Readonly<Record<string, number>>> {
  const text = JSON.stringify({ data: { openings: openings(COUNT), count: COUNT } });
  const fetch = () => Promise.resolve(new Response(text));
  const parsing: number[] = [];
  const listing: number[] = [];
  const searching: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    parsing.push(await computing(() => JSON.parse(text) as unknown));
    const source = openSource(definition, { fetch });
    listing.push(await computing(() => source.list({}, { limit: 20 })));
    searching.push(await computing(() => source.list({ q: `study ${round}` }, { limit: 20 })));
  }
  const parse = median(parsing);
  return {
    bytes: text.length,
    'parse, ms': parse,
    'first list (read, parse, map, sort, count) ÷ parse': median(listing) / parse,
    'search in all ÷ parse': median(searching) / parse,
  };
}
