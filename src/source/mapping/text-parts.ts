/** Text with `{slots}`: the form that templates, text made of values, and patterns have in common. */
import { ConfigError } from '../config-error.ts';

/** A place in a text: `{name}`, or `{name|escape}`. */
export interface Slot {
  readonly name: string;
  /** How what comes here is written, for a place with its own quoting; empty where it is not said. */
  readonly escape: string;
}

/** Words and slots in turn. */
export type Parts = readonly (string | Slot)[];

/** Where a slot ends: at its brace, but not at one inside a quoted name of a path. */
function endOfSlot(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length; at++) {
    const char = text[at]!;
    if (quote) {
      if (char === '\\') at++;
      else if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '}') return at;
  }
  throw new ConfigError(
    `"${text}" opens a brace that it does not close. A brace that is meant is written {{.`,
  );
}

/**
 * Cuts a text at its slots. `{{` and `}}` are braces.
 * @throws ConfigError when a brace is left open
 */
export function partsOf(text: string): Parts {
  const parts: (string | Slot)[] = [];
  let words = '';
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if ((char === '{' || char === '}') && text[at + 1] === char) at++;
    else if (char === '{') {
      const end = endOfSlot(text, at + 1);
      const inside = text.slice(at + 1, end);
      const bar = /\|\s*([a-z]+)\s*$/.exec(inside);
      if (words) parts.push(words);
      words = '';
      parts.push({ name: inside.slice(0, bar?.index).trim(), escape: bar?.[1] ?? '' });
      at = end;
      continue;
    }
    words += char;
  }
  if (words) parts.push(words);
  return parts;
}

const backslashed = (text: string): string => text.replace(/[\\"']/g, '\\$&');

const characters: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Ways to write a value where the text around it has a syntax of its own. */
export const escapes: ReadonlyMap<string, (text: string) => string> = new Map([
  /** Percent-encoded, as one segment of a URL. Half a surrogate pair has no encoding. */
  ['url', (text) => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'))],
  /** `"…"` with backslashes: Meilisearch, Algolia, PostgREST, JSON-like languages. */
  ['quoted', (text) => `"${text.replace(/[\\"]/g, '\\$&')}"`],
  /** `'…'` with backslashes: Airtable. */
  ['single', (text) => `'${text.replace(/[\\']/g, '\\$&')}'`],
  /** `'…'` with quotes doubled: SQL, OData. */
  ['doubled', (text) => `'${text.replaceAll("'", "''")}'`],
  /** `` `…` ``, which has no escape of its own: Typesense. */
  ['backtick', (text) => `\`${text.replaceAll('`', '')}\``],
  /** Backslashes before quotes and backslashes, for inside quotes that stand there already. */
  ['inside', backslashed],
  /** Text as HTML. */
  ['html', (text) => text.replace(/[&<>"]/g, (char) => characters[char]!)],
  /** Digits alone: of `2026-12-05` the number `20261205`, for engines that order nothing but numbers. */
  ['digits', (text) => text.replace(/\D/g, '')],
]);

/**
 * The function that an escape names.
 * @throws ConfigError naming the ones that there are
 */
export function escapeOf(name: string): (text: string) => string {
  const escape = escapes.get(name);
  if (escape) return escape;
  throw new ConfigError(`"|${name}" is none of ${[...escapes.keys()].join(', ')}.`);
}

/**
 * Takes a text apart by a pattern, the inverse of a template: `{company}: {title}`. Each slot holds what
 * stands before the next words; the last one what is left, up to the words that end the pattern. Undefined
 * where the words are not in the text.
 */
export function matchText(parts: Parts, text: string): ReadonlyMap<string, string> | undefined {
  const found = new Map<string, string>();
  let open: Slot | undefined;
  let rest = text;
  for (const [index, part] of parts.entries()) {
    if (typeof part !== 'string') {
      open = part;
      continue;
    }
    const isLast = index === parts.length - 1;
    const at = isLast && rest.endsWith(part) ? rest.length - part.length : rest.indexOf(part);
    if (at < 0 || (at > 0 && !open)) return undefined;
    if (open) found.set(open.name, rest.slice(0, at).trim());
    open = undefined;
    rest = rest.slice(at + part.length);
  }
  if (open) found.set(open.name, rest.trim());
  else if (rest) return undefined;
  return found;
}
