/** Documents as search engines and content systems hold them; a fake API reads its own syntax into questions to them. */
import { availabilityOf, deadlineOf } from '../../../src/domain/project-rules.ts';
import type { Project, Range } from '../../../src/domain/project.ts';
import { isObject, own } from '../../../src/source/decode-values.ts';
import { mostPay } from '../../../src/source/project-values.ts';
import { wordsOf } from '../../../src/source/words.ts';

export type Document = Readonly<Record<string, unknown>>;
export type Test = (document: Document) => boolean;

/** All values at a dotted path. Lists on the way are gone into. */
export function valuesAt(document: unknown, path: string): readonly unknown[] {
  let values: readonly unknown[] = [document];
  for (const name of path.split('.')) values = values.flatMap((value) => own(value, name));
  return values.filter((value) => value !== undefined && value !== null);
}

const some =
  (path: string, holds: (value: unknown) => boolean): Test =>
  (document) =>
    valuesAt(document, path).some(holds);

/** What is unknown is none of them. */
export const anyOf = (path: string, wanted: readonly unknown[]): Test =>
  some(path, (value) => wanted.includes(value));

type Order = number | string;

/** In the order of what it is compared with: numbers among numbers, texts among texts. */
export const atMost = (path: string, limit: Order): Test =>
  some(path, (value) => typeof value === typeof limit && (value as Order) <= limit);
export const atLeast = (path: string, limit: Order): Test =>
  some(path, (value) => typeof value === typeof limit && (value as Order) >= limit);

/** All words, each at the beginning of one in the texts at these paths. */
export function withWords(paths: readonly string[], text: string): Test {
  const wanted = wordsOf(text);
  return (document) => {
    const words = wordsOf(paths.flatMap((path) => valuesAt(document, path)).join(' '));
    return wanted.every((word) => words.some((each) => each.startsWith(word)));
  };
}

/** The text as it stands, in any case. */
export const withText = (paths: readonly string[], text: string): Test => {
  const wanted = text.toLowerCase();
  return (document) =>
    paths.some((path) =>
      valuesAt(document, path).some((value) => String(value).toLowerCase().includes(wanted)),
    );
};

/** By one key after the other, `-` before those that descend; what is unknown comes last. */
export function inOrder(documents: readonly Document[], keys: readonly string[]): Document[] {
  const compare = (a: Document, b: Document, key: string): number => {
    const path = key.replace(/^-/, '');
    const [[one], [other]] = [valuesAt(a, path), valuesAt(b, path)] as [Order[], Order[]];
    if (one === other) return 0;
    if (one === undefined || other === undefined) return one === undefined ? 1 : -1;
    return one < other === (key === path) ? -1 : 1;
  };
  return documents.toSorted((a, b) => {
    for (const key of keys) {
      const order = compare(a, b, key);
      if (order) return order;
    }
    return 0;
  });
}

/** How many have each value at a path, the commonest first. */
export function countsAt(documents: readonly Document[], path: string): [string, number][] {
  const counts = new Map<string, number>();
  for (const document of documents)
    for (const value of new Set(valuesAt(document, path).map(String)))
      counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

const withMost = (range: Range) => ({ ...range, max: range.max ?? range.min! });

/**
 * A project as the guides have it stored: only while it can be applied to, a deadline as a day, and the most
 * of each range.
 */
export function stored(project: Project): Project | undefined {
  if (availabilityOf(project, Date.now()) !== 'open') return undefined;
  const { applyBy: _applyBy, hours, durationDays, workMode, ...rest } = project;
  const day = deadlineOf(project, 0)?.date;
  return {
    ...rest,
    ...(day && { applyBy: day }),
    ...(hours && { hours: withMost(hours) }),
    ...(durationDays && { durationDays: withMost(durationDays) }),
    ...(workMode && workMode !== 'unknown' && { workMode }),
  };
}

/** What it pays for all of the work, at most. */
export const totalOf = mostPay;

/** An object without objects in it, its names put together by `between`. */
export function flat(value: object, between: string, before = ''): Record<string, unknown> {
  const members: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value))
    if (isObject(member)) Object.assign(members, flat(member, between, before + name + between));
    else members[before + name] = member;
  return members;
}
