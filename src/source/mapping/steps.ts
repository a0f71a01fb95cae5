/** What is done with a value, step by step. */
import { ConfigError } from '../config-error.ts';
import { conversions } from './conversions/conversions.ts';
import { textOf } from './conversions/convert.ts';
import type { Reading } from './definition.ts';
import { didYouMean } from './nearest.ts';
import { firstOf, type Read, type Scope, type Surroundings } from './scope.ts';
import { matchText, partsOf } from './text-parts.ts';

/** One step that is taken with each of several values. */
export type Step = (value: unknown, scope: Scope, surroundings: Surroundings) => unknown;

/** The part of a text that a pattern calls `take`; default its first. `all` is the text itself, where it fits. */
export function matchStep(pattern: string, take: string | undefined): Step {
  const parts = partsOf(pattern);
  const names = parts.flatMap((part) => (typeof part === 'string' ? [] : [part.name]));
  const wanted = take ?? names[0];
  if (wanted === undefined || ![...names, 'all'].includes(wanted))
    throw new ConfigError(
      `"match": "${pattern}" has no part {${wanted ?? 'name'}} that "take" could name.`,
    );
  return (value) => {
    const text = textOf(value);
    const found = matchText(parts, text);
    return found && ((wanted === 'all' ? text : found.get(wanted)) || undefined);
  };
}

/** The row of a table, or what is `inside` it. */
export function lookupStep(lookup: string, keyOf: Read, inside: Read): Step {
  return (value, outer, surroundings) => {
    const wanted = textOf(firstOf(keyOf({ value, outer }, surroundings)));
    if (!wanted) return undefined;
    const found = surroundings.tables?.get(lookup)?.get(wanted);
    if (!found) surroundings.miss?.(`lookup "${lookup}"`);
    return found && inside(found, surroundings);
  };
}

/** A conversion by its name. */
export function convertStep(name: string, options: Reading): Step {
  const convert = conversions.get(name);
  if (!convert)
    throw new ConfigError(
      `"as": "${name}" is no conversion.${didYouMean(name, conversions.keys())} There are ${[...conversions.keys()].join(', ')}.`,
    );
  return (value, _scope, surroundings) => {
    const converted = convert(value, options, surroundings);
    if (converted === undefined) surroundings.miss?.(`as "${name}"`);
    return converted;
  };
}

/** Our word for theirs. */
export function mapStep(map: NonNullable<Reading['map']>): Step {
  const words = new Map(Object.entries(map).map(([word, ours]) => [word.toLowerCase(), ours]));
  const other = words.get('*');
  return (value) => words.get(textOf(value).toLowerCase()) ?? other;
}
