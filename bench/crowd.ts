/**
 * What a content delivery network keeps from the API, by simulation.
 *
 * The model. Each student opens the board so often a day; half of them within four hours. A visit asks for the first
 * page, then one to four times for a search or filter, each of which is one of a list by Zipf's law (exponent
 * 1.1: some are asked for all the time, most hardly ever), and opens two listings, by the same law. Copies live
 * for 30 seconds, as the API says, or for five minutes, as a network may be told. Requests are counted as
 * answered from a copy when one is fresh at that place. Each run comes to the same.
 */
import { Random } from '../demo/server/seed/random.ts';
import type { Row, Step } from './lib/rows.ts';

const DAY = 86_400;
const LIVES = [
  { name: '30 seconds', seconds: 30 },
  { name: '5 minutes', seconds: 300 },
];
const BUSY = 4 * 3_600;

interface Model {
  readonly name: string;
  readonly students: number;
  readonly visitsADay: number;
  /** Different searches that anybody makes; listings. */
  readonly searches: number;
  readonly listings: number;
  /** Places of the network that keep copies of their own. */
  readonly places: number;
}

interface Outcome {
  readonly requests: number;
  readonly hitRate: number;
  /** Requests a second that reach the API in the busy hours, on average. */
  readonly busyRate: number;
  /** Of these, what they are at most in one second. */
  readonly peak: number;
}

/** Draws one of `count` by Zipf's law. */
function zipf(count: number, exponent: number): (random: Random) => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) sums[rank] = sum += (rank + 1) ** -exponent;
  return (random) => {
    const wanted = random.next() * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

function simulate(model: Model, life: number): Outcome {
  const random = new Random('crowd');
  const searches = zipf(model.searches, 1.1);
  const listings = zipf(model.listings, 1.1);
  const visits = Math.round(model.students * model.visitsADay);
  const starts = Float64Array.from({ length: visits }, () =>
    random.chance(0.5) ? random.next() * BUSY : BUSY + random.next() * (DAY - BUSY),
  ).sort();
  const freshUntil = new Map<string, number>();
  const misses = new Uint32Array(DAY + 3_600);
  let requests = 0;
  for (const start of starts) {
    const place = random.between(1, model.places);
    const ask = (what: string, at: number) => {
      requests++;
      const key = `${place} ${what}`;
      if ((freshUntil.get(key) ?? 0) > at) return;
      freshUntil.set(key, at + life);
      misses[Math.floor(at)]!++;
    };
    ask('first page', start);
    const steps = random.between(1, 4);
    for (let step = 1; step <= steps; step++) ask(`search ${searches(random)}`, start + step * 12);
    for (let each = 1; each <= 2; each++) ask(`listing ${listings(random)}`, start + 60 * each);
  }
  const missed = misses.reduce((sum, each) => sum + each, 0);
  const busy = misses.slice(0, BUSY);
  return {
    requests,
    hitRate: 1 - missed / requests,
    busyRate: busy.reduce((sum, each) => sum + each, 0) / BUSY,
    peak: busy.reduce((most, each) => Math.max(most, each), 0),
  };
}

const MODELS: readonly Model[] = [
  {
    name: 'one school',
    students: 20_000,
    visitsADay: 0.05,
    searches: 500,
    listings: 200,
    places: 1,
  },
  {
    name: 'a state system',
    students: 400_000,
    visitsADay: 0.05,
    searches: 5_000,
    listings: 5_000,
    places: 3,
  },
  {
    name: 'every university of a country',
    students: 19_000_000,
    visitsADay: 0.05,
    searches: 100_000,
    listings: 100_000,
    places: 20,
  },
];

function rowsOf(model: Model): Row[] {
  const { name, students, searches, listings, places } = model;
  const row = (what: string, value: number, unit: Row['unit'] = ''): Row => ({
    name: `${what}, ${name}`,
    value,
    unit,
  });
  const outcomes = LIVES.map((life) => ({ life: life.name, ...simulate(model, life.seconds) }));
  return [
    row('students', students),
    row('searches that anybody makes', searches),
    row('listings', listings),
    row('places of the network', places),
    row('requests a day', outcomes[0]!.requests),
    ...outcomes.flatMap(({ life, hitRate, busyRate, peak }) => [
      row(`answered from copies of ${life}`, 100 * hitRate, '%'),
      row(`copies of ${life}: requests a second at the API in the busy hours`, busyRate),
      row(`copies of ${life}: at most in one second`, peak),
    ]),
  ];
}

export const measureCrowd: Step = () => Promise.resolve(MODELS.flatMap(rowsOf));
