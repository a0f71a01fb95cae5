/** The conversions that a config names in `as`; their reference is `docs/reference-conversions.md`. */
import { blocks } from './blocks.ts';
import { textOf, type Convert, type Options } from './convert.ts';
import { date } from './date.ts';
import { decode, excerpt, plain } from './html.ts';
import { markdown, paragraphs } from './markup.ts';
import { money } from './money.ts';
import { duration, number, range } from './numbers.ts';
import { host, slug, split, url } from './text.ts';
import { boolean, payPer, workMode } from './words.ts';

/** Conversions of trimmed text that is not blank; what comes out blank is nothing. */
const ofText: Readonly<Record<string, (text: string, options: Options) => unknown>> = {
  text: (text) => text,
  lower: (text) => text.toLowerCase(),
  split,
  slug,
  url,
  host,
  plain,
  'first-line': (html) => plain(html).split('\n', 1)[0],
  excerpt,
  unescape: decode,
  paragraphs,
  markdown,
};

/** Each conversion by its name. */
export const conversions: ReadonlyMap<string, Convert> = new Map<string, Convert>([
  ...Object.entries(ofText).map(([name, convert]): [string, Convert] => [
    name,
    (value, options) => {
      const text = textOf(value);
      return (text && convert(text, options)) || undefined;
    },
  ]),
  ...Object.entries({
    blocks,
    number,
    range,
    duration,
    money,
    'pay-per': payPer,
    date,
    boolean,
    'work-mode': workMode,
  }),
]);
