/** The ways in which a config says where a field is: its fallbacks, and our own names. */
import { isObject, own } from '../../src/source/decode-values.ts';
import type { Reading, Value } from '../../src/source/mapping/definition.ts';
import { plainName } from '../../src/source/mapping/plain-names.ts';
import { compileValue } from '../../src/source/mapping/reading.ts';
import { firstOf, type Read, type Scope } from '../../src/source/mapping/scope.ts';
import { stepTo } from '../shape/members.ts';

export interface Way {
  /** As the config has it, or the path that it stands for. */
  readonly value: Value;
  readonly read: Read;
  /** Reads what is there before anything is done with it. */
  readonly raw: Read;
  /** What is done with it, in order. */
  readonly steps: readonly string[];
}

const isReading = (value: Value): value is Reading => isObject(value);

/** The keys of a reading that say where a value is, not what is done with it. */
const sourceKeys = new Set('path const concat all by each fields value keep drop'.split(' '));

const sourceOf = (value: Value): Value =>
  isReading(value)
    ? Object.fromEntries(Object.entries(value).filter(([key]) => sourceKeys.has(key)))
    : value;

function stepsOf(value: Value): readonly string[] {
  if (!isReading(value)) return [];
  const { match, lookup, as, map } = value;
  return [
    ...(match === undefined ? [] : [`match "${match}"`]),
    ...(lookup === undefined ? [] : [`lookup "${lookup}"`]),
    ...(as === undefined ? [] : [as].flat()),
    ...(map === undefined ? [] : ['map']),
  ];
}

/** Each fallback of a value by itself. */
export const waysOf = (value: Value): readonly Way[] =>
  [value].flat().map((each: Value) => ({
    value: each,
    read: compileValue(each),
    raw: compileValue(sourceOf(each)),
    steps: stepsOf(each),
  }));

/** The name by which an object has a field that is written in any manner. */
const writtenAs = (name: string, value: unknown): string | undefined =>
  isObject(value)
    ? Object.keys(value).find((key) => plainName(key) === plainName(name))
    : undefined;

/** The way to a field under our own name, in an object that `fields.*` leads to. Undefined where no record has it. */
export function wayByName(name: string, others: Value, scopes: readonly Scope[]): Way | undefined {
  const read = compileValue(others);
  const inside = (scope: Scope) => firstOf(read(scope, {}));
  const written = scopes
    .map((scope) => writtenAs(name, inside(scope)))
    .find((key) => key !== undefined);
  if (written === undefined) return undefined;
  const member: Read = (scope) => {
    const value = inside(scope);
    return own(value, writtenAs(name, value) ?? '');
  };
  const path = typeof others === 'string' ? others + stepTo(written) : written;
  return { value: path, read: member, raw: member, steps: [] };
}

/** The way to a field in a record that is a project as it is. */
export function nativeWay(name: string): Way {
  const read: Read = ({ value }) => name.split('.').reduce(own, value);
  return { value: `$.${name}`, read, raw: read, steps: [] };
}
