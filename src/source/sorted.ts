import type { Work } from './pause.ts';

/** What is sorted at once, which takes a millisecond or two. */
const RUN = 4_000;

type Compare<Item> = (a: Item, b: Item) => number;

export const byText: Compare<string> = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** A sorted copy, made piece by piece. Equal ones stay in their order. */
export function* sorted<Item>(items: readonly Item[], compare: Compare<Item>): Work<Item[]> {
  let runs: Item[][] = [];
  for (let at = 0; at < items.length; at += RUN) {
    runs.push(items.slice(at, at + RUN).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const longer: Item[][] = [];
    for (let at = 0; at < runs.length; at += 2)
      longer.push(yield* merged(runs[at]!, runs[at + 1] ?? [], compare));
    runs = longer;
  }
  return runs[0] ?? [];
}

function* merged<Item>(
  some: readonly Item[],
  others: readonly Item[],
  compare: Compare<Item>,
): Work<Item[]> {
  const all: Item[] = [];
  let at = 0;
  for (const item of some) {
    while (at < others.length && compare(others[at]!, item) < 0) all.push(others[at++]!);
    all.push(item);
    if (all.length % RUN === 0) yield;
  }
  return all.concat(others.slice(at));
}
