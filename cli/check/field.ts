/** What becomes of one field of a project in some records. */
import type { Project } from '../../src/domain/project.ts';
import { isObject, own } from '../../src/source/decode-values.ts';
import { coerce, projectFields } from '../../src/source/mapping/project-fields.ts';
import { isEmpty, listOf, type Scope, type Surroundings } from '../../src/source/mapping/scope.ts';
import { whyMissing } from './miss.ts';
import { pathsOf } from './reach.ts';
import type { Failure, FieldReport } from './report.ts';
import { short } from './short.ts';
import type { Way } from './ways.ts';

/** A record with what has become of it; undefined where it is skipped. */
export interface ReadRecord {
  readonly scope: Scope;
  readonly project: Project | undefined;
}

/** The value of a project at a dotted name. */
export const valueAt = (project: Project | undefined, name: string): unknown =>
  name.split('.').reduce<unknown>(own, project);

/** Counts failures, and keeps the first example of each. */
class Failures {
  readonly #found = new Map<string, { records: number; example: string }>();

  add(what: string, raw: unknown): void {
    const failure = this.#found.get(what) ?? { records: 0, example: short(raw) };
    failure.records++;
    this.#found.set(what, failure);
  }

  get all(): readonly Failure[] {
    return [...this.#found].map(([what, failure]) => ({ what, ...failure }));
  }
}

/** Sentences about ways that lead nowhere in any record: what is nearly there, or else what is there. */
function hintsFor(
  ways: readonly Way[],
  records: readonly ReadRecord[],
  { isOwn, isNeeded, used }: FieldOptions,
): readonly string[] {
  const scopes = records.map(({ scope }) => scope);
  const misses = ways
    .flatMap(({ value }) => [...pathsOf(value, scopes)])
    .flatMap((reach) => {
      const miss = whyMissing(reach);
      return miss ? [{ ...miss, path: reach.path }] : [];
    });
  // A preset looks for many names, and what it nearly finds may well be something else.
  const near = misses.filter(({ meant }) => meant !== undefined && (isOwn || !used.has(meant)));
  const told = near.length ? near : isOwn ? misses : isNeeded ? misses.slice(0, 1) : [];
  return [...new Set(told.map(({ path, message }) => `${path}: ${message}`))];
}

/** A value nearly as students see it: things by their names, a range by its ends. */
function shown(value: unknown): string {
  const partOf = (each: unknown): unknown => {
    if (!isObject(each)) return each;
    const name = ['display', 'name', 'title', 'label'].map((key) => own(each, key)).find(Boolean);
    const ends = Object.keys(each).every((key) => key === 'min' || key === 'max');
    return name ?? (ends ? [...new Set([each.min ?? '', each.max ?? ''])].join('–') : each);
  };
  return short(Array.isArray(value) ? value.map(partOf) : partOf(value));
}

export interface FieldOptions {
  readonly surroundings: Surroundings;
  /** True where the records are projects as they are, of which nothing is converted. */
  readonly isNative: boolean;
  /** True where the config itself says where it is; a preset has fallbacks that may well lead nowhere. */
  readonly isOwn: boolean;
  /** True of a field that every project needs. */
  readonly isNeeded: boolean;
  /** Names of members that any field reads. */
  readonly used: ReadonlySet<string>;
}

/** Reads a field from each record, each of its ways by itself. The first that gives anything counts. */
export function explainField(
  name: string,
  ways: readonly Way[],
  records: readonly ReadRecord[],
  options: FieldOptions,
): FieldReport {
  const { surroundings, isNative, isOwn } = options;
  const kind = projectFields.get(name)!;
  const hits = ways.map(() => 0);
  const failures = new Failures();
  let example: FieldReport['example'];
  let count = 0;

  /** Whether a way gives anything in a record. */
  function follow(way: Way, { scope, project }: ReadRecord): boolean {
    const raw = way.raw(scope, surroundings);
    const missed = new Set<string>();
    const read = way.read(scope, { ...surroundings, miss: (what) => missed.add(what) });
    for (const what of missed) failures.add(what, raw);
    if (isEmpty(read)) return false;
    const field = isNative ? read : coerce(kind, listOf(read), surroundings);
    const kept = project && field !== undefined ? valueAt(project, name) : field;
    if (kept === undefined) {
      // Of an application that is made elsewhere it does not matter what is asked there.
      if (!name.startsWith('application.') || field === undefined) failures.add(name, raw);
    } else {
      count++;
      example ??= { from: way.value, raw: short(raw), steps: way.steps, result: shown(kept) };
    }
    return true;
  }

  for (const record of records) {
    const hit = ways.findIndex((way) => follow(way, record));
    if (hit >= 0) hits[hit]!++;
  }
  const first = hits.findIndex((each) => each > 0);
  // What is always there may stand in for what is misspelled.
  const isCertain = first >= 0 && !isOwn && !isConstant(ways[first]!.value);
  const inQuestion = isCertain ? [] : ways.slice(0, first < 0 ? undefined : first);
  return {
    name,
    records: count,
    ways: ways.map(({ value }, index) => ({ value, hits: hits[index]! })),
    ...(example && { example }),
    failures: failures.all,
    hints: hintsFor(inQuestion, records, first < 0 ? options : { ...options, isNeeded: false }),
  };
}

const isConstant = (value: Way['value']): boolean => isObject(value) && 'const' in value;
