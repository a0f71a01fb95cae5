import type { Format } from '../mapping/definition.ts';
import { parseCsv } from './csv.ts';
import { parseGviz } from './gviz.ts';
import { parseJsonLd } from './json-ld.ts';
import { parseJson } from './json.ts';
import { parseXml } from './xml.ts';

export { guessFormat } from './guess.ts';

const parsers: Readonly<Record<Format, (text: string) => unknown>> = {
  json: parseJson,
  csv: parseCsv,
  xml: parseXml,
  gviz: parseGviz,
  'json-ld': parseJsonLd,
};

/**
 * The text of a reply → a tree of objects, lists and plain values, for which paths can be written. Nothing of the text is
 * run, and the time that it takes grows with its length and no faster.
 *
 * @throws {SyntaxError} when the text is not of this format
 * @throws {TypeError} when it is, but holds no data
 */
export function parseBody(format: Format, text: string): unknown {
  return parsers[format](text.replace(/^\uFEFF/, ''));
}
