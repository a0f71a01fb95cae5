/** Finds the records in a response of which nothing is known. */
import { isObject } from '../../src/source/decode-values.ts';
import { guessesOf } from './guesses.ts';
import { membersOf, stepTo } from './members.ts';

/** Records somewhere in a response. */
export interface FoundRecords {
  /** How a config says where they are. */
  readonly items: string | readonly string[];
  /** Of records that stand in an object by their names: what a name is called in a record. */
  readonly keyed?: string;
  readonly records: readonly unknown[];
}

const MAX_DEPTH = 7;
/** How many records tell what they all are like. */
const SAMPLE = 10;

/** How much each field says for it that these are listings. */
const signs: Readonly<Record<string, number>> = {
  title: 5,
  id: 3,
  'employer.name': 3,
  url: 2,
  descriptionHtml: 2,
  applyBy: 2,
  postedAt: 1,
  locations: 1,
};

/** How much records look like listings. */
function plausibility(records: readonly unknown[]): number {
  const guesses = membersOf(records.slice(0, SAMPLE)).flatMap((member) =>
    guessesOf(member).slice(0, 1),
  );
  const fields = new Set(guesses.map(({ field }) => field));
  return [...fields].reduce((sum, field) => sum + (signs[field] ?? 0), 0);
}

interface Place {
  readonly steps: readonly string[];
  readonly isList: boolean;
  readonly isKeyed: boolean;
  readonly records: unknown[];
}

/** Objects that are alike stand by their names: `{"a1": {"title": …}, "b2": {"title": …}}`. */
function isKeyed(value: object): boolean {
  const [first, ...others] = Object.values(value) as readonly unknown[];
  const names = isObject(first) ? Object.keys(first) : [];
  return (
    others.length > 0 &&
    others.every(
      (other) =>
        isObject(other) &&
        names.filter((name) => Object.hasOwn(other, name)).length > names.length / 2,
    )
  );
}

/** Every place that has objects. Lists at like places of several objects are one, reached in steps. */
function placesIn(body: unknown): readonly Place[] {
  const places = new Map<string, Place>();

  function visit(value: unknown, steps: readonly string[], depth: number): void {
    const isList = Array.isArray(value);
    if (depth > MAX_DEPTH || !(isList || isObject(value))) return;
    const key = steps.join(' ');
    const isNamed = !isList && isKeyed(value);
    const place = places.get(key) ?? { steps, isList, isKeyed: isNamed, records: [] };
    places.set(key, place);
    const objects = (isNamed ? Object.values(value) : [value].flat()).filter(isObject);
    place.records.push(...objects);
    if (isList) for (const each of objects) visit(each, [...steps, '$'], depth + 1);
    else
      for (const [name, inner] of Object.entries(value))
        // What went wrong is told in objects with a message.
        if (depth || !/^errors?$/i.test(name))
          visit(inner, [...steps.slice(0, -1), steps.at(-1)! + stepTo(name)], depth + 1);
  }

  visit(body, ['$'], 0);
  return [...places.values()].filter(({ steps }) => steps.length === 1 || steps.at(-1) !== '$');
}

/**
 * The records in a response that look most like listings; of equal ones the outermost. A list may be empty, and a
 * single object has to be known by a title. Undefined where there is neither.
 */
export function findRecords(body: unknown): FoundRecords | undefined {
  let best: Place | undefined;
  let most = 0;
  for (const place of placesIn(body)) {
    const looks = plausibility(place.records);
    const score =
      place.isList || place.isKeyed ? looks + 1 : looks > (signs.title ?? 0) ? looks : 0;
    if (score > most) [best, most] = [place, score];
  }
  return (
    best && {
      items: best.steps.length > 1 ? best.steps : best.steps[0]!,
      records: best.records,
      ...(best.isKeyed && { keyed: 'id' }),
    }
  );
}
