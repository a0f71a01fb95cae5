import { isObject, own } from '../decode-values.ts';
import { parseJson } from './json.ts';

const SCRIPT = /<script\b([^<>]*)>|<\/script/gi;
const JSON_LD = /[\s"']type\s*=[\s"']*application\/ld\+json/i;

/** JSON as pages have it: within a comment or CDATA, and with line breaks in its texts, which become spaces. */
function parseBlock(block: string): unknown {
  const json = block.replace(/<!\[CDATA\[|\]\]>/g, '').replace(/\p{Cc}+/gu, ' ');
  const end = Math.max(json.lastIndexOf('}'), json.lastIndexOf(']')) + 1;
  return JSON.parse(json.slice(json.search(/[{[]/), end));
}

function parsePage(page: string): readonly unknown[] {
  const values: unknown[] = [];
  let problem = 'it has no <script type="application/ld+json">';
  // Where the script begins that is being passed; -1 of one that is something else.
  let start = 0;
  for (const { 0: tag, 1: attributes, index } of page.matchAll(SCRIPT)) {
    if (attributes !== undefined) {
      start ||= JSON_LD.test(attributes) ? index + tag.length : -1;
      continue;
    }
    if (start > 0)
      try {
        values.push(parseBlock(page.slice(start, index)));
      } catch (error) {
        problem = (error as Error).message;
      }
    start = 0;
  }
  if (!values.length) throw new SyntaxError(`The page has no JSON-LD to read: ${problem}.`);
  return values;
}

/**
 * The JSON-LD of a page, or JSON-LD by itself → a list of its nodes, in their order. Lists, `@graph` and the items of an
 * `ItemList` are taken apart. Blocks that cannot be read are passed over, unless there are no others.
 *
 * @throws {SyntaxError} when there is none
 * @see https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents
 */
export function parseJsonLd(text: string): readonly unknown[] {
  const nodes: unknown[] = [];
  // A stack in place of recursion: a reply could be nested deeper than that goes.
  const pending = [/^\s*</.test(text) ? parsePage(text) : parseJson(text, 'JSON-LD')];
  while (pending.length) {
    const value = pending.pop();
    const inner = Array.isArray(value)
      ? (value as unknown[])
      : (own(value, '@graph') ?? own(value, 'itemListElement') ?? own(value, 'item'));
    if (inner) for (const each of [inner].flat().reverse()) pending.push(each);
    else if (isObject(value)) nodes.push(value);
  }
  return nodes;
}
