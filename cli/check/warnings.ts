/** What works, and will trouble somebody. */
import type { Api } from '../../src/source/mapping/api.ts';
import type { SourceDefinition, Template } from '../../src/source/mapping/definition.ts';
import { partsOf } from '../../src/source/mapping/text-parts.ts';
import type { Noted } from './wire.ts';

/** What students type, or what an API may have in its facets: it can hold quotes and brackets. */
const FREE = new Set('q category industry skill location classYear value'.split(' '));

/** Signs of a language that gives quotes and brackets a meaning. */
const SYNTAX = /["'`():=<>[\]]|\b(?:and|or|like|eq|contains)\b/i;

/** Places in a template where free text is written into a language without being quoted for it. */
function unescapedIn(template: Template | undefined, where: string): readonly string[] {
  if (typeof template === 'string') {
    const parts = partsOf(template);
    const isLanguage = parts.some((part) => typeof part === 'string' && SYNTAX.test(part));
    return isLanguage
      ? parts.flatMap((part) =>
          typeof part === 'object' && !part.escape && FREE.has(part.name)
            ? [
                `"${where}" writes {${part.name}} into "${template}" as it is: a quote or a bracket in it changes what is asked. Say how it is quoted, for example {${part.name}|quoted}.`,
              ]
            : [],
        )
      : [];
  }
  if (typeof template !== 'object' || template === null) return [];
  return Object.entries(template).flatMap(([key, inner]) =>
    unescapedIn(
      inner as Template,
      Array.isArray(template) ? `${where}[${key}]` : `${where}.${key}`,
    ),
  );
}

/** What the definition alone tells. */
export function definitionWarnings(
  { url }: Api,
  { list = {} }: SourceDefinition,
  key: string,
): readonly string[] {
  const { protocol, hostname } = new URL(url);
  const isLocal = /^(localhost|127\.|\[::1\])/.test(hostname);
  return [
    ...(protocol === 'http:' && !isLocal
      ? [
          `"${key}.url" starts with http://: a page on https:// cannot ask it, and anybody on the way can read along.`,
        ]
      : []),
    ...unescapedIn(list.query, `${key}.list.query`),
    ...unescapedIn(list.body, `${key}.list.body`),
  ];
}

/** Headers that a page may send without asking first, and the types of a body (Fetch standard, "CORS-safelisted"). */
const SAFE = new Set(['accept', 'accept-language', 'content-language']);

/** Headers that a page may read without being told so. */
const READABLE = new Set(
  'cache-control content-language content-length content-type expires last-modified pragma'.split(
    ' ',
  ),
);

/** Names of the headers that a definition reads. */
function headersRead({ list = {} }: SourceDefinition): readonly string[] {
  return [list.total, list.pages, list.next].flatMap((source) =>
    typeof source === 'object' && 'header' in source ? [String(source.header)] : [],
  );
}

/**
 * What the answers say to pages on other hosts (CORS).
 * @param origin of a page that was said to ask
 */
export function corsWarnings(
  { url, definition }: Api,
  noted: readonly Noted[],
  origin: string,
): readonly string[] {
  const [first] = noted;
  if (!first?.answered || new URL(url).origin === origin) return [];
  const { allowOrigin: allowed } = first.exchange;
  const withCookies = definition.credentials === 'include';
  if (allowed === null)
    return [
      'The API sent no Access-Control-Allow-Origin: a page on another host cannot read it. Ask for "*" to be sent, or let a server of yours pass it on.',
    ];
  if (allowed === '*' && withCookies)
    return [
      'The API allows "*", which does not do with "credentials": "include": it has to name the page\'s origin.',
    ];
  if (allowed !== '*' && allowed !== origin)
    return [
      `The API allows pages of ${allowed} alone. One of ${origin} cannot read it (--origin says which yours is).`,
    ];
  const asking = first.headers.filter((name) => !SAFE.has(name) && name !== 'origin');
  const exposed = (first.answered.get('Access-Control-Expose-Headers') ?? '')
    .toLowerCase()
    .split(/\s*,\s*/);
  const hidden = headersRead(definition).filter(
    (name) =>
      !READABLE.has(name.toLowerCase()) &&
      !exposed.includes(name.toLowerCase()) &&
      !exposed.includes('*'),
  );
  return [
    ...(asking.length
      ? [
          `Pages on other hosts ask with ${asking.join(', ')}: the API has to allow that in its answer to OPTIONS (Access-Control-Allow-Headers).`,
        ]
      : []),
    ...hidden.map(
      (name) =>
        `Pages on other hosts cannot read the header ${name}: it is not in Access-Control-Expose-Headers.`,
    ),
  ];
}
