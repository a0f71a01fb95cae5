/** Members of records that nothing reads. */
import type { Value } from '../../src/source/mapping/definition.ts';
import { nearest } from '../../src/source/mapping/nearest.ts';
import { PathParser } from '../../src/source/mapping/path-parser.ts';
import { plainName } from '../../src/source/mapping/plain-names.ts';
import { guessesOf, looksOf } from '../shape/guesses.ts';
import { type Member, membersOf } from '../shape/members.ts';
import { pathsOf } from './reach.ts';
import type { Unused } from './report.ts';
import { short } from './short.ts';

/** Most members that are told of. */
const MOST = 12;

export interface Use {
  /** Where the fields are. */
  readonly values: readonly Value[];
  /** Of `keep` and `drop`. */
  readonly conditions: readonly string[];
  /** Whether members that have our own names are read. */
  readonly isByName: boolean;
  /** Fields that no project has. */
  readonly lacking: ReadonlySet<string>;
}

/** The names on a path, lists left out; undefined of one that starts outside of the record. */
function namesOn(path: string): readonly string[] | undefined {
  const { outwards, steps } = new PathParser(path).path();
  return outwards ? undefined : steps.filter((step) => typeof step === 'string');
}

/** The members that values read, as the names on their paths. */
export const readBy = (values: readonly Value[]): readonly (readonly string[])[] =>
  values
    .flatMap((value) => [...pathsOf(value, [])])
    .flatMap(({ path, within }) => {
      const parts = [...within, path].map(namesOn);
      return parts.includes(undefined) ? [] : [parts.flatMap((part) => part ?? [])];
    })
    // Of `$` it is not said what is read of it.
    .filter((names) => names.length);

/** What conditions look at: `@.listed == true`. */
const readByConditions = (conditions: readonly string[]): readonly (readonly string[])[] =>
  conditions.flatMap((condition) =>
    [...condition.matchAll(/@((?:\.\w+|\['[^']*'\])+)/g)].flatMap(([, rest = '']) => [
      namesOn(`$${rest}`) ?? [],
    ]),
  );

/** True where one of two lists of names begins with the other. */
const overlap = (a: readonly string[], b: readonly string[]): boolean =>
  (a.length < b.length ? a : b).every((_name, index) => a[index] === b[index]);

/** What a member looks like: a field by its name, or nearly so, or several by its values. */
function looks(
  member: Member,
  { lacking, isByName }: Use,
): Omit<Unused, 'path' | 'example'> | undefined {
  const look = looksOf(member.values);
  const guesses = guessesOf(member);
  const guess = guesses.find(({ field }) => lacking.has(field));
  if (guess) return { looksLike: look?.words ?? 'a field of a project', fields: [guess.field] };
  const names = new Map([...lacking].map((field) => [plainName(field), field]));
  const near =
    isByName && member.names.length === 1 && nearest(plainName(member.names[0]!), names.keys());
  if (near) return { looksLike: 'a name of ours that is misspelled', fields: [names.get(near)!] };
  // A name that speaks of something else is believed.
  if (guesses.length || /(?:^|[^a-z])ids?$|[a-z]Ids?$/i.test(member.names.at(-1)!))
    return undefined;
  const fields = look?.fields.filter((field) => lacking.has(field)) ?? [];
  return fields.length && look ? { looksLike: look.words, fields } : undefined;
}

/** What of the records is not read, and could be a field that the projects lack. */
export function findUnused(records: readonly unknown[], use: Use): readonly Unused[] {
  const known = [...readBy(use.values), ...readByConditions(use.conditions)];
  return membersOf(records)
    .filter(({ names, values }) => values.length && !known.some((each) => overlap(each, names)))
    .flatMap((member) => {
      const found = looks(member, use);
      return found ? [{ path: member.path, ...found, example: short(member.values[0]) }] : [];
    })
    .slice(0, MOST);
}
