/** What a member of a record probably is, by its name and by what it holds. */
import { isObject } from '../../src/source/decode-values.ts';
import { coerce, projectFields } from '../../src/source/mapping/project-fields.ts';
import { listOf } from '../../src/source/mapping/scope.ts';
import { isBlocks, type Member } from './members.ts';
import { spellings } from './spellings.ts';

/** A field that a member may be. */
export interface Guess {
  readonly field: string;
  /** The lower, the likelier. */
  readonly rank: number;
  /** False of a name that other things have, too. */
  readonly isSure: boolean;
}

/** Letters and digits alone, in lower case. */
const bare = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Objects that hold what is known of a record, and say nothing themselves. */
const wrappers = new Set(
  'attributes fields document item node data record source matchedobjectdescriptor acf properties meta'.split(
    ' ',
  ),
);

/** Last names that stand for the object which they are in: `location.name` is the location. */
const standIns = new Set(
  'name label title value text displayname display rendered html href plain'.split(' '),
);

/** Fields that are so common a name inside of other things that they are only taken from the record itself. */
const ofRecord = new Set(
  'id title url employer.name summary descriptionHtml status postedAt category language'.split(' '),
);

const ranks = new Map(
  Object.entries(spellings).map(([field, [sure, unsure = '']]) => [
    field,
    new Map(
      [...sure.split(' '), ...unsure.split(' ').filter(Boolean)].map((word, index) => [
        word,
        { index, isSure: index < sure.split(' ').length },
      ]),
    ),
  ]),
);

/** What a member may be called, the surest name first. Types of JSON-LD and of block JSON say nothing of a listing. */
function calledBy(
  names: readonly string[],
): readonly { readonly word: string; readonly isInner: boolean }[] {
  if (names.at(-1)?.startsWith('@')) return [];
  const own = names
    .map(bare)
    .filter((name, index) => name && (index === names.length - 1 || !wrappers.has(name)));
  const last = own.at(-1) ?? '';
  const outer = own.slice(0, -1);
  if (!outer.length) return [{ word: last, isInner: false }];
  const words = [{ word: own.join(''), isInner: false }];
  if (standIns.has(last)) words.push({ word: outer.join(''), isInner: false });
  else words.push({ word: last, isInner: true });
  return words;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isLink = (value: unknown): boolean =>
  isText(value) && /^(?:https?:\/\/|www\.)\S+$/i.test(value.trim());
/** Text with tags, also where they are escaped. */
export const isHtml = (value: unknown): value is string =>
  isText(value) && /<[a-z!/][^<>]*>|&(?:amp;)?lt;\/?[a-z]/i.test(value);
/** Seconds or milliseconds since 1970 that are of this century, before 2040. Other numbers count or name something. */
const isEpoch = (value: number): boolean =>
  [1, 1_000].some((unit) => value > 946_684_800 * unit && value < 2_208_988_800 * unit);
const isDateLike = (value: unknown): boolean =>
  isText(value)
    ? value.length < 50 &&
      /\d{4}-\d\d-\d\d|^\/Date\(\d|\d{1,2}[/. ]\d{1,2}[/. ]\d{2,4}|\d{1,2},? \p{L}{3,9}\.? \d{4}|\p{L}{3,9}\.? \d{1,2},? \d{4}/u.test(
        value,
      )
    : typeof value === 'number' && isEpoch(value);
const isEmail = (value: unknown): boolean =>
  isText(value) && /^(?:mailto:)?[^\s@/]+@[^\s@/]+\.[a-z]+$/i.test(value);
const isAmount = (value: unknown): boolean =>
  isText(value) && value.length < 80 && /[$€£₹]\s?\d|\d\s?(?:[$€£₹]|USD|EUR|GBP)\b/.test(value);

/** Short and plain: a name, not prose, a link or a date. */
export const isName = (value: unknown): boolean =>
  isText(value) && value.length <= 200 && !isHtml(value) && !isLink(value) && !isDateLike(value);

/** What holds of a field's values besides that they can be read. */
const also: Readonly<Record<string, (value: unknown) => boolean>> = {
  title: isName,
  'employer.name': isName,
  category: isName,
  url: isLink,
  'employer.url': isLink,
  'application.url': isLink,
  descriptionHtml: (value) => isText(value) && !isLink(value),
  summary: (value) => isText(value) && !isLink(value),
  pay: (value) => !isText(value) || /\d|paid|volunt/i.test(value),
  applyBy: isDateLike,
  startsOn: isDateLike,
  endsOn: isDateLike,
  postedAt: isDateLike,
  openings: (value) => typeof value === 'number' || /^\d+$/.test(String(value)),
  status: isName,
  hours: (value) => Number(value) !== 0,
};

/** Whether values can be what a field takes. */
export function fits(field: string, values: readonly unknown[]): boolean {
  const kind = projectFields.get(field);
  if (!kind || !values.length) return false;
  const usable = values.filter((value) => {
    // Yes or no says of a place of work whether it is at home.
    if (field === 'workMode' && typeof value === 'boolean') return true;
    if (field === 'descriptionHtml' && isBlocks(value)) return true;
    const parts = listOf(value);
    return (
      coerce(kind, parts, {}) !== undefined &&
      parts.every((part) => isObject(part) || (also[field]?.(part) ?? true))
    );
  });
  return usable.length >= values.length / 2;
}

/** What the values look like, in words. */
export function looksOf(
  values: readonly unknown[],
): { readonly words: string; readonly fields: readonly string[] } | undefined {
  const most = (test: (value: unknown) => boolean) =>
    values.filter(test).length > values.length / 2;
  if (!values.length) return undefined;
  if (most(isDateLike)) return { words: 'a date', fields: ['applyBy', 'postedAt', 'startsOn'] };
  if (most(isEmail)) return { words: 'an email address', fields: ['application.email'] };
  if (most(isAmount)) return { words: 'an amount', fields: ['pay'] };
  if (most(isLink)) return { words: 'a link', fields: ['url', 'application.url'] };
  if (most(isHtml)) return { words: 'HTML', fields: ['descriptionHtml'] };
  return undefined;
}

/** The fields that a member may be, the likeliest first. */
export function guessesOf({ names, values }: Member): readonly Guess[] {
  const guesses: Guess[] = [];
  for (const [form, { word, isInner }] of calledBy(names).entries())
    for (const [field, words] of ranks) {
      const known = words.get(word);
      if (!known || (isInner && ofRecord.has(field))) continue;
      if (guesses.some((guess) => guess.field === field) || !fits(field, values)) continue;
      guesses.push({ field, rank: form * 100 + known.index, isSure: known.isSure && !isInner });
    }
  return guesses.sort((a, b) => a.rank - b.rank);
}
