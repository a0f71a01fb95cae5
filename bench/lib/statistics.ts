/** What a row of samples says: medians, for other programs on the machine only ever add time. */

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** The value below which this part (0 to 1) of the values lies, between two of them in proportion. */
export function quantile(values: readonly number[], part: number): number {
  if (values.length === 0) throw new RangeError('There are no samples.');
  const ordered = sorted(values);
  const place = part * (ordered.length - 1);
  const low = ordered[Math.floor(place)]!;
  return low + (ordered[Math.ceil(place)]! - low) * (place - Math.floor(place));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Samples in one figure, with how far they lie apart. */
export interface Summary {
  /** The median. */
  readonly value: number;
  readonly least: number;
  /** The quartiles: half of the samples lie between them. */
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

export const summarize = (values: readonly number[]): Summary => ({
  value: median(values),
  least: Math.min(...values),
  low: quantile(values, 0.25),
  high: quantile(values, 0.75),
  n: values.length,
});

/**
 * How many times as much one thing takes as another: the quotient of the medians. How far it lies apart
 * is seen by the rounds, in each of which both were measured.
 */
export function ratio(values: readonly number[], others: readonly number[]): Summary {
  const rounds = values.map((value, round) => value / (others[round] ?? NaN));
  return { ...summarize(rounds.filter(Number.isFinite)), value: median(values) / median(others) };
}

/** The same items in an order of chance. */
function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, rank: Math.random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** Measures each of them `reps` times: in rounds, and in each of those in an order of chance. */
export async function interleaved<Name extends string, Result>(
  names: readonly Name[],
  reps: number,
  measure: (name: Name) => Promise<Result>,
): Promise<Readonly<Record<Name, readonly Result[]>>> {
  const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    Name,
    Result[]
  >;
  for (let round = 1; round <= reps; round++) {
    if (process.stderr.isTTY) process.stderr.write(`\r  ${round} of ${reps} `);
    for (const name of shuffled(names)) samples[name].push(await measure(name));
  }
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  return samples;
}
