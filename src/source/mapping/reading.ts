/** Values: what is read from a response, compiled once and read from each record. */
import { ConfigError } from '../config-error.ts';
import { isObject, own } from '../decode-values.ts';
import type { Items, Reading, Value } from './definition.ts';
import { didYouMean } from './nearest.ts';
import { parseCondition, parsePath, type Condition } from './path.ts';
import { firstOf, isEmpty, listOf, type Read, type Scope, type Surroundings } from './scope.ts';
import { convertStep, lookupStep, mapStep, matchStep, type Step } from './steps.ts';
import { escapeOf, partsOf } from './text-parts.ts';

function compilePath(text: string): Read {
  const path = parsePath(text);
  return (scope) => {
    let from: Scope | undefined = scope;
    for (let steps = path.outwards; from && steps > 0; steps--) from = from.outer;
    if (!from) return undefined;
    if (path.isSingular) return path.first(from.value);
    // Of lists that are selected, the entries count; a list at one place is that list, whatever is in it.
    const selected = path.select(from.value).flat();
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

function compileAll(values: readonly Value[]): Read {
  const reads = values.map(compileValue);
  return (scope, surroundings) => reads.flatMap((read) => listOf(read(scope, surroundings)));
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
export function compileItems(items: Items): (scope: Scope, surroundings: Surroundings) => Scope[] {
  const steps = [items]
    .flat()
    .map((step) => (typeof step === 'string' ? compilePath(step) : compileFallbacks(step)));
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

/**
 * Lays a value into an object under a dotted name. What is there already is copied: it may be a part of the
 * response, or be inherited, and others have it, too.
 */
export function assign(
  target: Record<string, unknown>,
  names: readonly string[],
  value: unknown,
): void {
  let inner = target;
  const last = names.length - 1;
  for (let index = 0; index < last; index++) {
    const name = names[index]!;
    const before = own(inner, name);
    inner = inner[name] = isObject(before) ? { ...before } : {};
  }
  inner[names[last]!] = value;
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
  const { path, const: constant, concat, all, by, each } = reading;
  if (constant !== undefined) return () => constant;
  if (concat) return compileConcat(concat, by);
  if (all) return compileAll(all);
  if (each !== undefined) return compileEach(reading);
  return compileValue(path ?? '$');
}

/** Conversions that take a list as one value. */
const whole = new Set(['blocks']);

/** The keys of a reading, those that conversions take among them. */
const keys =
  'path const concat all by each fields value keep drop match take lookup key as map scale decimal unit currency per kind zone format part params'.split(
    ' ',
  );

/** What only conversions take, each with one that does. */
const conversionOf = {
  scale: 'number',
  decimal: 'number',
  unit: 'duration',
  currency: 'money',
  per: 'money',
  kind: 'money',
  zone: 'date',
  format: 'date',
  part: 'date',
  params: 'url',
};

function compileReading(reading: Reading): Read {
  for (const key of Object.keys(reading))
    if (!keys.includes(key))
      throw new ConfigError(
        `"${key}" is no key of a reading.${didYouMean(key, keys)} There are ${keys.join(', ')}.`,
      );
  for (const [option, as] of Object.entries(conversionOf))
    if (own(reading, option) !== undefined && reading.as === undefined)
      throw new ConfigError(
        `"${option}" does nothing without a conversion: write "as" beside it, for example "as": "${as}".`,
      );
  const source = compileSource(reading);
  const { match, take, lookup, key, as, map } = reading;
  const names = as === undefined ? [] : [as].flat();
  const steps: { readonly step: Step; readonly isWhole?: boolean }[] = [];
  if (match !== undefined) steps.push({ step: matchStep(match, take) });
  if (lookup !== undefined)
    steps.push({ step: lookupStep(lookup, compileValue(key ?? '$'), compileValue(take ?? '$')) });
  for (const name of names)
    steps.push({ step: convertStep(name, reading), isWhole: whole.has(name) });
  if (map) steps.push({ step: mapStep(map) });
  return (scope, surroundings) => {
    let value = source(scope, surroundings);
    for (const { step, isWhole } of steps) {
      if (isEmpty(value)) return undefined;
      if (Array.isArray(value) && !isWhole) {
        const values = value
          .flat()
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
  if (Array.isArray(value)) return compileFallbacks(value as readonly Value[]);
  if (isObject(value)) return compileReading(value);
  throw new ConfigError(
    `${String(value)} says not where a value is. One that is meant is written {"const": ${String(value)}}.`,
  );
}
