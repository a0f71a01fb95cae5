/** The paths that a value of a config reads, each with what it is read from. */
import type { Reading, Value } from '../../src/source/mapping/definition.ts';
import { compileItems } from '../../src/source/mapping/reading.ts';
import type { Scope } from '../../src/source/mapping/scope.ts';
import { partsOf } from '../../src/source/mapping/text-parts.ts';

export interface Reach {
  readonly path: string;
  readonly scopes: readonly Scope[];
  /** The paths around it, of an `each`: what it is read from is at their end. */
  readonly within: readonly string[];
}

function* ofEach({ each, fields, value }: Reading, reach: Omit<Reach, 'path'>): Generator<Reach> {
  let { scopes, within } = reach;
  for (const step of [each!].flat()) {
    const paths = [step].flat();
    for (const path of paths) yield { path, scopes, within };
    const inwards = compileItems([paths]);
    scopes = scopes.flatMap((scope) => inwards(scope, {}));
    // Of fallbacks the first speaks for all.
    within = [...within, ...paths.slice(0, 1)];
  }
  for (const inner of fields ? Object.values(fields) : [value ?? '$'])
    yield* pathsOf(inner, scopes, within);
}

/** The paths of a value. Those inside of what a table gives are not among them. */
export function* pathsOf(
  value: Value,
  scopes: readonly Scope[],
  within: readonly string[] = [],
): Generator<Reach> {
  if (typeof value === 'string') {
    const paths = /^[$^]/.test(value)
      ? [value]
      : partsOf(value).flatMap((part) => (typeof part === 'string' ? [] : [part.name]));
    for (const path of paths) yield { path, scopes, within };
  } else if (Array.isArray(value)) {
    for (const each of value as readonly Value[]) yield* pathsOf(each, scopes, within);
  } else {
    const reading = value as Reading;
    if (reading.const !== undefined) return;
    if (reading.each !== undefined) yield* ofEach(reading, { scopes, within });
    else yield* pathsOf(reading.concat ?? reading.all ?? reading.path ?? '$', scopes, within);
  }
}
