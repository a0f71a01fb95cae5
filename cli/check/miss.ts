/** Why a path leads nowhere, and what is probably meant. */
import { isObject, own } from '../../src/source/decode-values.ts';
import { nearest } from '../../src/source/mapping/nearest.ts';
import { PathParser } from '../../src/source/mapping/path-parser.ts';
import { type Scope, isEmpty } from '../../src/source/mapping/scope.ts';
import { select } from '../../src/source/mapping/select.ts';
import { membersOf } from '../shape/members.ts';
import type { Reach } from './reach.ts';

/** Most names that are listed. */
const NAMES = 12;

const outwards = (scope: Scope, steps: number): Scope | undefined =>
  steps && scope.outer ? outwards(scope.outer, steps - 1) : steps ? undefined : scope;

const hasChildren = (value: unknown): boolean => select([() => true], value).length > 0;

const listed = (words: readonly string[]): string => {
  const names = [...new Set(words)].map((name) => `\`${name}\``);
  return names.slice(0, NAMES).join(', ') + (names.length > NAMES ? ', …' : '');
};

/** What a filter on one text compares, as it is written: `[?@.name == 'Hours']`. */
const EQUALITY = /\[\?\s*@\.(\w+)\s*==\s*(['"])([^'"]*)\2\s*\]/;

/** Why a path leads nowhere. */
export interface Miss {
  readonly message: string;
  /** What is probably meant: a name that is there. */
  readonly meant?: string | undefined;
}

/** A filter that no entry fits: what the entries say in its place. */
function filterMiss(path: string, values: readonly unknown[]): Miss {
  const [filter = '[?…]', name = '', , wanted = ''] = EQUALITY.exec(path) ?? [];
  const entries = values.flatMap((value) => select([() => true], value));
  const words = entries.map((entry) => own(entry, name)).filter((word) => typeof word === 'string');
  if (!words.length) return { message: `no entry fits \`${filter}\`` };
  const meant = nearest(wanted, words);
  const rest = meant === undefined ? `there are ${listed(words)}` : `did you mean \`${meant}\`?`;
  return { message: `no \`${name}\` is \`${wanted}\`; ${rest}`, meant };
}

/** A name that is not there: what is, at this place or deeper. */
function nameMiss(name: string, values: readonly unknown[]): Miss {
  const names = [...new Set(values.filter(isObject).flatMap((value) => Object.keys(value)))];
  const meant = nearest(name, names);
  if (meant !== undefined) return { message: `no \`${name}\`; did you mean \`${meant}\`?`, meant };
  if (values.some(Array.isArray))
    return { message: `no \`${name}\` in a list; its entries are reached by \`[*]\` or \`[0]\`` };
  const deeper = membersOf(values).find((member) => member.names.at(-1) === name);
  if (deeper)
    return { message: `no \`${name}\` there; is it \`${deeper.path.slice(1)}\` further in?` };
  const rest = names.length ? `there are ${listed(names)}` : 'there is nothing inside';
  return { message: `no \`${name}\`; ${rest}` };
}

/**
 * Why a path gives nothing in all that it is read from; undefined where it gives something, or what is there is blank.
 */
export function whyMissing({ path, scopes }: Reach): Miss | undefined {
  const { outwards: steps, steps: selectors } = new PathParser(path).path();
  const starts = scopes.flatMap((scope) => outwards(scope, steps) ?? []);
  if (!starts.length) return scopes.length ? { message: 'nothing is that far out' } : undefined;
  let values: readonly unknown[] = starts.map(({ value }) => value);
  for (const step of selectors) {
    const next: unknown[] = values.flatMap((value) => select([step], value));
    if (!next.length) {
      if (typeof step === 'string') return nameMiss(step, values);
      return path.includes('[?') && values.some(hasChildren) ? filterMiss(path, values) : undefined;
    }
    if (isEmpty(next)) return undefined;
    values = next;
  }
  return undefined;
}
