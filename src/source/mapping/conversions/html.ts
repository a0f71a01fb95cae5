/** Conversions between HTML and plain text. Each is linear in its input. */
import { tableOf } from './convert.ts';

/** Character references that listings are full of; letters with accents are put together. */
const named = tableOf(
  'amp:& lt:< gt:> quot:" apos:\' nbsp:\u00a0 hellip:… ndash:– mdash:— lsquo:‘ rsquo:’ ldquo:“ rdquo:” ' +
    'bull:• middot:· copy:© reg:® trade:™ euro:€ pound:£ szlig:ß grave:\u0300 acute:\u0301 circ:\u0302 ' +
    'tilde:\u0303 uml:\u0308 ring:\u030a cedil:\u0327',
);

/** Decodes character references once. What is none stays as it is. */
export const decode = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z])([a-z]{1,7}));/gi,
    (reference: string, decimal?: string, hex?: string, letter?: string, more?: string) => {
      if (letter && more) {
        const accent = named.get(more) ?? '';
        const accented = /\p{M}/u.test(accent) ? (letter + accent).normalize() : reference;
        return named.get(letter + more) ?? accented;
      }
      const code = decimal ? Number(decimal) : parseInt(hex!, 16);
      // As browsers read them (HTML standard, 13.2.5.80).
      return code > 127 && code < 160
        ? new TextDecoder('windows-1252').decode(Uint8Array.of(code))
        : String.fromCodePoint(code);
    },
  );

/** Text as HTML that shows it. */
export const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * Comments, what is never shown, and tags. Each alternative succeeds wherever it begins, at the latest
 * at the end of the text, so nothing is looked at twice.
 */
const markup =
  /<!--[^]*?(?:-->|$)|<(script|style)\b[^]*?(?:<\/\1\s*>|$)|<[!/]?([a-z][a-z\d]*)[^<>]*>?/gi;

const isBreak =
  /^(?:br|p|div|li|[uo]l|d[ldt]|t[rdh]|table|h[1-6r]|pre|blockquote|section|article)$/i;

/** The text that HTML shows, a line for each block. Text without tags keeps its own lines. */
export const plain = (html: string): string =>
  decode(
    /<[!/a-z]/i.test(html)
      ? html
          .replace(/\s+/g, ' ')
          .replace(markup, (_tag, _hidden, name: string) => (isBreak.test(name) ? '\n' : ''))
      : html,
  )
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();

/**
 * Text of a field that is no HTML. Many sources write it as HTML all the same, and escape that up to
 * three times; only what is certainly a reference or a tag is taken for one.
 */
export function clean(text: string): string {
  let cleaned = text;
  for (let round = 0; round < 4 && /[&<]/.test(cleaned); round++)
    cleaned = /<(?:\/[a-z]|br\b)/i.test(cleaned) ? plain(cleaned) : decode(cleaned);
  return cleaned;
}

/** Longest excerpt, in characters. */
const MAX_EXCERPT = 200;

/** The beginning of the text that HTML shows, cut after a word. */
export function excerpt(html: string): string {
  const text = plain(html).replaceAll('\n', ' ');
  const start = text.slice(0, MAX_EXCERPT - 1).replace(/ [^ ]*$/, '');
  return text.length > MAX_EXCERPT ? `${start}…` : text;
}
