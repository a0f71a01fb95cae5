/**
 * Checks a value against JSON Schema (draft 2020-12), as far as `config.schema.json` uses it. The code that reads
 * a config says more about what it refuses; this finds the rest, and all of it at once. Formats are not looked at.
 */
import { isObject, own } from '../../src/source/decode-values.ts';
import { didYouMean } from '../../src/source/mapping/nearest.ts';
import { plainJson } from '../../src/source/plain-json.ts';
import type { Problem } from './report.ts';

type Schema = Readonly<Record<string, unknown>> | boolean;
type Schemas = Readonly<Record<string, Schema>>;

/** One value at its place, with the names of its members that some schema has spoken of. */
interface Tested {
  readonly value: unknown;
  readonly key: string;
  readonly known: Set<string>;
}

const typeOf = (value: unknown): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'array'
      : Number.isInteger(value)
        ? 'integer'
        : typeof value;

const types: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  null: 'null',
  number: 'a number',
  object: 'an object',
  string: 'text',
};

const listed = (values: readonly unknown[]): string =>
  values.map((value) => (typeof value === 'string' ? value : plainJson(value))).join(', ');

export class SchemaChecker {
  readonly #root: Schema;
  readonly #patterns = new Map<string, RegExp>();

  constructor(root: unknown) {
    this.#root = root as Schema;
  }

  /** What is wrong with a value, each with its place. */
  check(value: unknown): readonly Problem[] {
    return this.#check(this.#root, { value, key: '', known: new Set() });
  }

  #check(schema: Schema, tested: Tested): readonly Problem[] {
    const { value, key, known } = tested;
    if (schema === true) return [];
    if (schema === false) return [{ key, message: 'has no place beside what else is there' }];
    const problems = [
      ...this.#checkItself(schema, tested),
      ...(isObject(value) ? this.#checkMembers(schema, value, tested) : []),
      ...(Array.isArray(value) ? this.#checkEntries(schema, value as unknown[], key) : []),
      ...this.#checkParts(schema, tested),
    ];
    if (schema.unevaluatedProperties === false && isObject(value))
      for (const name of Object.keys(value))
        if (!known.has(name)) problems.push(unknown(key, name, [...known]));
    return problems;
  }

  #checkItself(schema: Exclude<Schema, boolean>, { value, key }: Tested): readonly Problem[] {
    const wanted = schema.type === undefined ? [] : [schema.type].flat().map(String);
    const type = typeOf(value);
    const complain = (message: string): Problem[] => [{ key, message }];
    if (
      wanted.length &&
      !wanted.includes(type) &&
      !(type === 'integer' && wanted.includes('number'))
    )
      return complain(`must be ${wanted.map((each) => types[each]).join(' or ')}`);
    if (Object.hasOwn(schema, 'const') && schema.const !== value)
      return complain(`must be ${plainJson(schema.const)}`);
    const { enum: choices, pattern, minLength, minimum = value, maximum = value } = schema;
    if (Array.isArray(choices) && !choices.includes(value))
      return complain(
        `is one of ${listed(choices as unknown[])}.${didYouMean(String(value), choices.map(String))}`,
      );
    if (typeof value === 'string') {
      if (typeof pattern === 'string' && !this.#pattern(pattern).test(value))
        return complain(`is not written as it should be${exampleOf(schema)}`);
      if (value.length < Number(minLength)) return complain('must not be empty');
    }
    if (typeof value === 'number' && (value < Number(minimum) || value > Number(maximum)))
      return complain(
        value < Number(minimum)
          ? `must be at least ${String(minimum)}`
          : `must be at most ${String(maximum)}`,
      );
    return [];
  }

  #checkMembers(
    schema: Exclude<Schema, boolean>,
    value: Readonly<Record<string, unknown>>,
    { key, known }: Tested,
  ): readonly Problem[] {
    const problems: Problem[] = [];
    const properties = (schema.properties ?? {}) as Schemas;
    const patterns = Object.entries((schema.patternProperties ?? {}) as Schemas);
    const {
      additionalProperties: others,
      propertyNames: names,
      minProperties,
      maxProperties,
    } = schema;
    for (const [name, inner] of Object.entries(value)) {
      const place = key ? `${key}.${name}` : name;
      const matching = [
        ...(Object.hasOwn(properties, name) ? [properties[name]!] : []),
        ...patterns.flatMap(([pattern, each]) => (this.#pattern(pattern).test(name) ? [each] : [])),
      ];
      if (!matching.length && others === false) {
        problems.push(unknown(key, name, Object.keys(properties)));
        known.add(name);
        continue;
      }
      if (!matching.length && others !== undefined) matching.push(others as Schema);
      if (matching.length) known.add(name);
      for (const each of matching) problems.push(...this.#check(each, at(inner, place)));
      if (names !== undefined)
        for (const { message } of this.#check(names as Schema, at(name, '')))
          problems.push({ key: place, message: `as a name ${message}` });
    }
    for (const name of (schema.required ?? []) as readonly string[])
      if (!Object.hasOwn(value, name)) problems.push({ key, message: `needs "${name}"` });
    for (const [name, needed] of Object.entries(
      (schema.dependentRequired ?? {}) as Record<string, string[]>,
    ))
      if (Object.hasOwn(value, name) && needed.some((each) => !Object.hasOwn(value, each)))
        problems.push({
          key,
          message: `has "${name}", which goes with "${needed.join('" and "')}"`,
        });
    const size = Object.keys(value).length;
    if (size < Number(minProperties)) problems.push({ key, message: 'must not be empty' });
    if (size > Number(maxProperties))
      problems.push({ key, message: 'has more members than it may' });
    return problems;
  }

  #checkEntries(
    { items, minItems, uniqueItems }: Exclude<Schema, boolean>,
    entries: readonly unknown[],
    key: string,
  ) {
    const problems: Problem[] = [];
    if (items !== undefined)
      for (const [index, entry] of entries.entries())
        problems.push(...this.#check(items as Schema, at(entry, `${key}[${index}]`)));
    if (entries.length < Number(minItems))
      problems.push({ key, message: 'must not be an empty list' });
    if (uniqueItems && new Set(entries.map(String)).size < entries.length)
      problems.push({ key, message: 'has an entry twice' });
    return problems;
  }

  /** Schemas for the same value: those that a schema is made of. */
  #checkParts(schema: Exclude<Schema, boolean>, tested: Tested): readonly Problem[] {
    const { value, key } = tested;
    const holds = (part: Schema) => !this.#check(part, { ...tested, known: new Set() }).length;
    const parts = [...((schema.allOf ?? []) as readonly Schema[])];
    if (typeof schema.$ref === 'string') parts.push(this.#resolve(schema.$ref));
    if (schema.if !== undefined) {
      const branch = holds(schema.if as Schema) ? schema.then : schema.else;
      if (branch !== undefined) parts.push(branch as Schema);
    }
    for (const [name, part] of Object.entries((schema.dependentSchemas ?? {}) as Schemas))
      if (isObject(value) && Object.hasOwn(value, name)) parts.push(part);
    const problems = parts.flatMap((part) => this.#check(part, tested));
    if (schema.not !== undefined && holds(schema.not as Schema))
      problems.push({ key, message: 'has members that exclude each other' });
    for (const choices of [schema.anyOf, schema.oneOf] as (readonly Schema[] | undefined)[])
      if (choices) problems.push(...this.#checkChoices(choices, tested));
    if (schema.oneOf && (schema.oneOf as readonly Schema[]).filter(holds).length > 1)
      problems.push({ key, message: 'has members that exclude each other' });
    return problems;
  }

  /** Of several schemas the one that nearly fits tells what is wrong. */
  #checkChoices(choices: readonly Schema[], tested: Tested): readonly Problem[] {
    const results = choices.map((choice) => this.#check(choice, tested));
    const depth = (problems: readonly Problem[]) =>
      Math.max(...problems.map(({ key }) => key.length));
    const [best = []] = results.sort((a, b) =>
      !a.length || !b.length ? a.length - b.length : depth(b) - depth(a) || a.length - b.length,
    );
    const isPlain =
      best.length === 1 && best[0]!.key === tested.key && /^needs /.test(best[0]!.message);
    if (!isPlain) return best;
    const needs = results.flat().filter(({ key }) => key === tested.key);
    return [
      { key: tested.key, message: [...new Set(needs.map(({ message }) => message))].join(', or ') },
    ];
  }

  /** `#/$defs/value` */
  #resolve(reference: string): Schema {
    return reference
      .split('/')
      .slice(1)
      .reduce<unknown>((inner, name) => own(inner, name), this.#root) as Schema;
  }

  #pattern(text: string): RegExp {
    const pattern = this.#patterns.get(text) ?? new RegExp(text, 'u');
    this.#patterns.set(text, pattern);
    return pattern;
  }
}

const at = (value: unknown, key: string): Tested => ({ value, key, known: new Set() });

/** Most names that are listed. */
const MOST_NAMES = 30;

function unknown(key: string, name: string, names: readonly string[]): Problem {
  const all = names.length > MOST_NAMES ? '' : ` There are ${names.join(', ')}`;
  return {
    key: key ? `${key}.${name}` : name,
    message: `is not known.${didYouMean(name, names)}${all}`,
  };
}

function exampleOf({ examples }: Exclude<Schema, boolean>): string {
  const [example] = Array.isArray(examples) ? (examples as unknown[]) : [];
  return example === undefined ? '' : `; for example ${plainJson(example)}`;
}
