/** Values: what is read from a response, compiled once and read from each record. */
import { ConfigError } from '../config-error.ts';
import { conversions } from './conversions/conversions.ts';
import type { Reading, Value } from './definition.ts';
import { parseCondition, parsePath, type Condition } from './path.ts';
import { coerce, projectFields } from './project-fields.ts';
import { escapeOf, matchText, partsOf } from './text-parts.ts';

/** A value in a response and what stands around it: `$` and `^`. */
export interface Scope {
  readonly value: unknown;
  readonly outer?: Scope | undefined;
}

/** Rows of a table by their key. */
export type Table = ReadonlyMap<string, Scope>;

/** What holds for all records of a response. */
export interface Surroundings {
  /** IANA zone of times that state none. */
  readonly zone?: string | undefined;
  readonly tables?: ReadonlyMap<string, Table> | undefined;
  /** Told what was there and could not be read: the field, or the conversion. */
  readonly miss?: ((what: string) => void) | undefined;
}

/**
 * Reads a value. A list is several values; undefined is none. What a path selects and what a response
 * holds as a list are alike: whoever takes one value takes the first that is usable.
 */
export type Read = (scope: Scope, surroundings: Surroundings) => unknown;

export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.every(isEmpty));

/** The first of several values. */
const firstOf = (value: unknown): unknown =>
  Array.isArray(value) ? value.find((each) => !isEmpty(each)) : value;

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as unknown[]).flat() : isEmpty(value) ? [] : [value];

/** Conversions that take a list as one value. */
const whole = new Set(['blocks']);

function compilePath(text: string): Read {
  const path = parsePath(text);
  return (scope) => {
    let from: Scope | undefined = scope;
    for (let steps = path.outwards; from && steps > 0; steps--) from = from.outer;
    if (!from) return undefined;
    if (path.isSingular) return path.first(from.value);
    const selected = path.select(from.value);
    return selected.length ? selected : undefined;
  };
}

/** Text made of values: empty unless all of them are there. */
function compileText(text: string): Read {
  const parts = partsOf(text).map((part) =>
    typeof part === 'string'
      ? part
      : { read: compilePath(part.name), escape: part.escape ? escapeOf(part.escape) : String },
  );
  return (scope, surroundings) => {
    let written = '';
    for (const part of parts) {
      if (typeof part === 'string') {
        written += part;
        continue;
      }
      const value = firstOf(part.read(scope, surroundings));
      if (isEmpty(value) || typeof value === 'object') return undefined;
      written += part.escape(String(value));
    }
    return written;
  };
}

function compileFallbacks(values: readonly Value[]): Read {
  const reads = values.map(compileValue);
  return (scope, surroundings) => {
    for (const read of reads) {
      const value = read(scope, surroundings);
      if (!isEmpty(value)) return value;
    }
    return undefined;
  };
}

function compileConcat(values: readonly Value[], by = ', '): Read {
  const reads = values.map(compileValue);
  return (scope, surroundings) =>
    reads
      .flatMap((read) => listOf(read(scope, surroundings)))
      .filter((each) => !isEmpty(each) && typeof each !== 'object')
      .join(by) || undefined;
}

/** Whether a thing is kept: under all of some conditions, and none of others. */
export function compileKeep({
  keep = [],
  drop = [],
}: {
  readonly keep?: readonly string[] | undefined;
  readonly drop?: readonly string[] | undefined;
}): Condition | undefined {
  const wanted = keep.map(parseCondition);
  const unwanted = drop.map(parseCondition);
  return wanted.length || unwanted.length
    ? (value) => wanted.every((holds) => holds(value)) && !unwanted.some((holds) => holds(value))
    : undefined;
}

/**
 * The things that a path, or several steps inwards, lead to, each with what stands around it.
 * A list gives its entries, anything else itself.
 */
export function compileItems(
  items: string | readonly string[],
): (scope: Scope, surroundings: Surroundings) => Scope[] {
  const steps = [items].flat().map((step) => compilePath(step));
  return (scope, surroundings) =>
    steps.reduce<Scope[]>(
      (scopes, step) =>
        scopes.flatMap((outer) =>
          listOf(step(outer, surroundings)).map((value) => ({ value, outer })),
        ),
      [scope],
    );
}

function compileEach({ each, fields, value, keep, drop }: Reading): Read {
  const items = compileItems(each!);
  const isKept = compileKeep({ keep, drop });
  const read: Read = fields ? compileMembers(fields) : compileValue(value ?? '$');
  return (scope, surroundings) => {
    const values = items(scope, surroundings)
      .filter((item) => !isKept || isKept(item.value))
      .map((item) => read(item, surroundings))
      .filter((each) => !isEmpty(each));
    return values.length ? values : undefined;
  };
}

/** Lays a value into an object under a dotted name. Names come from a config that has been checked. */
function assign(target: Record<string, unknown>, names: readonly string[], value: unknown): void {
  let inner = target;
  for (const name of names.slice(0, -1)) inner = (inner[name] ??= {}) as Record<string, unknown>;
  inner[names.at(-1)!] = value;
}

/** An object of values, by dotted names. */
function compileMembers(fields: Readonly<Record<string, Value>>): Read {
  const members = Object.entries(fields).map(
    ([name, value]) => [name.split('.'), compileValue(value)] as const,
  );
  return (scope, surroundings) => {
    const result: Record<string, unknown> = {};
    for (const [names, read] of members) {
      const value = read(scope, surroundings);
      if (!isEmpty(value)) assign(result, names, value);
    }
    return Object.keys(result).length ? result : undefined;
  };
}

/** What is read before anything is done with it. */
function compileSource(reading: Reading): Read {
  const { path, const: constant, concat, by, each } = reading;
  if (constant !== undefined) return () => constant;
  if (concat) return compileConcat(concat, by);
  if (each !== undefined) return compileEach(reading);
  return compileValue(path ?? '$');
}

/** One step that is taken with each of several values. */
type Step = (value: unknown, scope: Scope, surroundings: Surroundings) => unknown;

function matchStep(pattern: string, take: string | undefined): Step {
  const parts = partsOf(pattern);
  const names = parts.flatMap((part) => (typeof part === 'string' ? [] : [part.name]));
  const wanted = take ?? names[0];
  if (wanted === undefined || !names.includes(wanted))
    throw new ConfigError(
      `"match": "${pattern}" has no part {${wanted ?? 'name'}} that "take" could name.`,
    );
  return (value) => matchText(parts, String(value))?.get(wanted) || undefined;
}

function lookupStep({ lookup, key, take }: Reading): Step {
  const keyOf = compileValue(key ?? '$');
  const inside = compileValue(take ?? '$');
  return (value, outer, surroundings) => {
    const wanted = firstOf(keyOf({ value, outer }, surroundings));
    const found = surroundings.tables?.get(lookup!)?.get(String(wanted));
    return found && inside(found, surroundings);
  };
}

function convertStep(name: string, options: Reading): Step {
  const convert = conversions.get(name);
  if (!convert)
    throw new ConfigError(
      `"as": "${name}" is no conversion. There are ${[...conversions.keys()].join(', ')}.`,
    );
  return (value, _scope, surroundings) => {
    const converted = convert(value, options, surroundings);
    if (converted === undefined) surroundings.miss?.(`as "${name}"`);
    return converted;
  };
}

function mapStep(map: NonNullable<Reading['map']>): Step {
  const words = new Map(Object.entries(map).map(([word, ours]) => [word.toLowerCase(), ours]));
  const other = words.get('*');
  return (value) => words.get(String(value).trim().toLowerCase()) ?? other;
}

function compileReading(reading: Reading): Read {
  const source = compileSource(reading);
  const { match, take, lookup, as, map } = reading;
  const names = as === undefined ? [] : [as].flat();
  const steps: { readonly step: Step; readonly isWhole?: boolean }[] = [];
  if (match !== undefined) steps.push({ step: matchStep(match, take) });
  if (lookup !== undefined) steps.push({ step: lookupStep(reading) });
  for (const name of names)
    steps.push({ step: convertStep(name, reading), isWhole: whole.has(name) });
  if (map) steps.push({ step: mapStep(map) });
  return (scope, surroundings) => {
    let value = source(scope, surroundings);
    for (const { step, isWhole } of steps) {
      if (isEmpty(value)) return undefined;
      if (Array.isArray(value) && !isWhole) {
        const values = listOf(value)
          .filter((each) => !isEmpty(each))
          .flatMap((each) => step(each, scope, surroundings))
          .filter((each) => !isEmpty(each));
        value = values.length ? values : undefined;
      } else value = step(value, scope, surroundings);
    }
    return value;
  };
}

/**
 * Compiles a value.
 * @throws ConfigError or PathError that says what is wrong and shows what is right
 */
export function compileValue(value: Value): Read {
  if (typeof value === 'string') {
    if (/^[$^]/.test(value)) return compilePath(value);
    if (/\{[$^]/.test(value)) return compileText(value);
    throw new ConfigError(
      `"${value}" is neither a path ("$.${value}") nor text made of values ("{$.${value}}"). A word that is meant is written {"const": "${value}"}.`,
    );
  }
  return Array.isArray(value)
    ? compileFallbacks(value as readonly Value[])
    : compileReading(value as Reading);
}

/** Compiles the fields of a project: what each record becomes before it is decoded. */
export function compileFields(
  fields: Readonly<Record<string, Value>>,
): (scope: Scope, surroundings: Surroundings) => Record<string, unknown> {
  const members = Object.entries(fields).map(([name, value]) => {
    const kind = projectFields.get(name);
    if (!kind) throw new ConfigError(`"fields.${name}" is no field of a project.`);
    return { name, names: name.split('.'), kind, read: compileValue(value) };
  });
  return (scope, surroundings) => {
    const record: Record<string, unknown> = {};
    for (const { name, names, kind, read } of members) {
      const value = read(scope, surroundings);
      if (isEmpty(value)) continue;
      const field = coerce(kind, Array.isArray(value) ? value : [value], surroundings);
      if (field === undefined) surroundings.miss?.(name);
      else assign(record, names, field);
    }
    return record;
  };
}
