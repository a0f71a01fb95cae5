/** An answer of an API: its body as a tree for paths, and its headers. */
import type { Total, Value } from './definition.ts';
import { compileValue } from './reading.ts';
import { firstOf, type Read, type Scope, type Surroundings } from './scope.ts';
import { matchText, partsOf } from './text-parts.ts';

export interface Answer {
  readonly body: Scope;
  readonly headers: Headers | undefined;
  /** The URL that answered. */
  readonly url: string;
}

type ReadAnswer<Result> = (answer: Answer, surroundings: Surroundings) => Result | undefined;

const isHeader = (value: object): value is { header: string; match?: string; take?: string } =>
  'header' in value;

function compileHeader(name: string, match?: string, take?: string): ReadAnswer<string> {
  const parts = match === undefined ? undefined : partsOf(match);
  return ({ headers }) => {
    const text = headers?.get(name) ?? undefined;
    if (!parts || text === undefined) return text;
    const found = matchText(parts, text);
    return take === undefined ? found?.values().next().value : found?.get(take);
  };
}

function compileBody(value: Value): ReadAnswer<unknown> {
  const read: Read = compileValue(value);
  return ({ body }, surroundings) => firstOf(read(body, surroundings));
}

const compile = (source: Total): ReadAnswer<unknown> =>
  typeof source === 'object' && isHeader(source)
    ? compileHeader(source.header, source.match, source.take)
    : compileBody(source);

/** A number of an answer that is not negative. */
export function compileCount(source: Total | undefined): ReadAnswer<number> {
  if (source === undefined) return () => undefined;
  const read = compile(source);
  return (answer, surroundings) => {
    const value = read(answer, surroundings);
    const count = typeof value === 'string' && value.trim() ? Number(value) : value;
    return typeof count === 'number' && count >= 0 && count < Infinity
      ? Math.floor(count)
      : undefined;
  };
}

/** True of a parameter that names the relation `next`, among others or alone. */
function isNext(param: string): boolean {
  const [name = '', relations = ''] = param.toLowerCase().split('=');
  return name.trim() === 'rel' && relations.split(/[\s"]/).includes('next');
}

/** The address of the relation `next` in a header `Link` (RFC 8288). */
function linkedNext(header: string): string | undefined {
  for (const link of header.split(/,(?=\s*<)/)) {
    const [address = '', params = ''] = link.split('>', 2);
    if (params.split(';').some(isNext)) return address.trim().slice(1);
  }
  return undefined;
}

/** Where the next page is, as text. */
export function compileNext(
  source: Value | { readonly header: string } | undefined,
): ReadAnswer<string> {
  if (source === undefined) return () => undefined;
  const read = compile(source);
  const isLink =
    typeof source === 'object' && 'header' in source && /^link$/i.test(source.header as string);
  return (answer, surroundings) => {
    const value = read(answer, surroundings);
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text !== 'string' || !text) return undefined;
    return isLink ? linkedNext(text) : text;
  };
}
