import { unexpected } from './unexpected.ts';

/** Text; a comment, an instruction or a DOCTYPE; CDATA; an end tag; the beginning of a start tag. */
const TOKEN =
  /([^<]+)|<!--[^]*?-->|<\?[^]*?\?>|<!DOCTYPE[^[>]*(?:\[[^]*?\]\s*)?>|<!\[CDATA\[([^]*?)\]\]>|<\/([^\s<>]+)\s*>|<([A-Za-z_:\x80-\uFFFF][^\s/<>="']*)/y;
/** The end of a start tag, or one attribute. */
const PART = /\s*(?:(\/?>)|([^\s/<>="']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)'))/y;

const MAX_DEPTH = 100;

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

/** Other entities stay as they are written: those of HTML, and whatever a DOCTYPE defines. */
const decode = (text: string) =>
  text.replace(
    /&(?:(lt|gt|amp|quot|apos)|#(\d{1,6}|x[\da-fA-F]{1,5}));/g,
    (_, name: string | undefined, number: string) =>
      name ? ENTITIES[name]! : String.fromCodePoint(Number(`0${number}`)),
  );

type Members = Map<string, unknown[]>;

/** An element that is being read. */
interface OpenElement {
  readonly name: string;
  /** Where its content begins. */
  readonly start: number;
  /** Values of attributes by `@name`, and of child elements by name. */
  readonly members: Members;
  /** How many attributes it has. */
  readonly attributes: number;
  /** Its own text, without white space at its beginning. */
  text: string;
  /** How much of the text is not trimmed, because it comes from CDATA. */
  kept: number;
}

const add = (members: Members, name: string, value: unknown) => {
  const values = members.get(name);
  if (values) values.push(value);
  else members.set(name, [value]);
};

/** @param markup what stands between its tags */
function valueOf({ members, attributes, text, kept }: OpenElement, markup: string): unknown {
  const words = text.slice(0, kept) + text.slice(kept).trimEnd();
  if (!members.size) return words;
  const isHtml = words || members.has('p') || members.has('div');
  if (isHtml && members.size > attributes) members.set('#html', [markup]);
  if (words) members.set('#text', [words]);
  return Object.fromEntries(
    [...members].map(([name, values]) => [name, values.length > 1 ? values : values[0]]),
  );
}

/**
 * XML → what JSON could have said. An element that is nothing but text is that text, trimmed unless it is CDATA. Any
 * other is an object: child elements by name (of several with one name a list), attributes as `@name`, its own
 * text as `#text`. Where the content looks like HTML, elements within text or a `p` or `div`, the markup inside is
 * `#html`. Names keep their prefixes. The whole is `{ [name of the root]: … }`.
 *
 * A DOCTYPE is passed over and nothing of it expanded or fetched. A `&` that begins no entity is text. `DOMParser` would do
 * neither in Node nor on pages with Trusted Types, of which it is a sink.
 *
 * @throws {SyntaxError} with the line, when it is not well-formed, or deeper than 100 elements
 * @see https://www.w3.org/TR/xml/
 */
export function parseXml(text: string): unknown {
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match;
  };
  const fail = (problem: string): never => {
    throw unexpected('XML', text, problem, at);
  };

  const open: OpenElement[] = [];
  const begin = (name: string, members: Members) =>
    open.push({ name, start: at, members, attributes: members.size, text: '', kept: 0 });
  const end = (until: number) => {
    const element = open.pop()!;
    add(open.at(-1)!.members, element.name, valueOf(element, text.slice(element.start, until)));
  };

  begin('', new Map());
  while (at < text.length) {
    const element = open.at(-1)!;
    const token = take(TOKEN) ?? fail(`${JSON.stringify(text.slice(at, at + 20))} is out of place`);
    const [, plain, data, closed, opened] = token;
    if (plain) {
      const words = decode(plain);
      element.text += element.text ? words : words.trimStart();
    } else if (data !== undefined) {
      element.text += data;
      element.kept = element.text.length;
    } else if (closed) {
      if (closed !== element.name) fail(`</${closed}> does not close <${element.name}>`);
      end(token.index);
    } else if (opened) {
      if (open.length > MAX_DEPTH) fail(`<${opened}> is more than ${MAX_DEPTH} elements deep`);
      const members: Members = new Map();
      let part: RegExpExecArray;
      do {
        part = take(PART) ?? fail(`the tag <${opened}> is not well-formed`);
        if (part[2]) add(members, `@${part[2]}`, decode(part[3] ?? part[4]!));
      } while (!part[1]);
      begin(opened, members);
      if (part[1] === '/>') end(at);
    }
  }
  const document = open.pop()!;
  if (open.length) fail(`<${document.name}> is never closed`);
  if (document.text || [...document.members.values()].flat().length !== 1)
    fail('there must be one root element');
  return valueOf(document, text);
}
