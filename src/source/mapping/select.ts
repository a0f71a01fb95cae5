/**
 * Walks into JSON along the steps of a path. Only own members are read. Since no step goes down more
 * than one level, and none selects a thing twice, the work is bounded by the size of the value.
 */
import { isObject, own } from '../decode-values.ts';

/** Whether something holds of a value. */
export type Condition = (value: unknown) => boolean;

/** One step: the name of a member, an index (from the end when negative), or which of all children. */
export type Selector = string | number | Condition;

/** Whether the steps lead to one value at most. */
export const isSingular = (steps: readonly Selector[]): boolean =>
  steps.every((step) => typeof step !== 'function');

/** Most values after one step. A value that is no tree could give more than it has parts. */
const MAX_VALUES = 100_000;

const child = (value: unknown, step: string | number): unknown =>
  typeof step === 'string'
    ? own(value, step)
    : Array.isArray(value)
      ? (value as unknown[]).at(step)
      : undefined;

const childrenOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];

/** All values that the steps lead to, in document order; the first 100,000 of them. */
export function select(steps: readonly Selector[], value: unknown): unknown[] {
  let values: unknown[] = value === undefined ? [] : [value];
  for (const step of steps) {
    const found: unknown[] = [];
    for (const each of values) {
      const next = typeof step === 'function' ? childrenOf(each).filter(step) : [child(each, step)];
      for (const one of next) {
        if (one !== undefined && found.length < MAX_VALUES) found.push(one);
      }
    }
    values = found;
  }
  return values;
}

/** The first of them; undefined where there is none. */
export function selectFirst(steps: readonly Selector[], value: unknown): unknown {
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index]!;
    if (typeof step === 'function') return select(steps.slice(index), value)[0];
    value = child(value, step);
  }
  return value;
}
