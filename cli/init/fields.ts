/** Guesses where the fields of a project are in records of which nothing is known. */
import { isObject } from '../../src/source/decode-values.ts';
import type { Value } from '../../src/source/mapping/definition.ts';
import { firstOf } from '../../src/source/mapping/scope.ts';
import { fits, guessesOf, isHtml, isName } from '../shape/guesses.ts';
import { isBlocks, type Member, membersOf } from '../shape/members.ts';
import { spellings } from '../shape/spellings.ts';

/** Fields with where they are, and sentences about what is not sure. */
export interface InferredFields {
  readonly fields: Readonly<Record<string, Value>>;
  readonly notes: readonly string[];
}

/** How much worse a member is that only a part of the records has, in ranks. */
const RARITY = 20;

interface Candidate {
  readonly member: Member;
  readonly rank: number;
  readonly isSure: boolean;
}

const share = ({ values }: Member, count: number): number => Math.min(1, values.length / count);

/** The members that may be each field, the likeliest first. */
function candidatesOf(
  members: readonly Member[],
  count: number,
): ReadonlyMap<string, readonly Candidate[]> {
  const candidates = new Map<string, Candidate[]>();
  for (const member of members)
    for (const { field, rank, isSure } of guessesOf(member)) {
      const all = candidates.get(field) ?? [];
      candidates.set(field, all);
      all.push({ member, isSure, rank: rank + RARITY * (1 - share(member, count)) });
    }
  for (const all of candidates.values()) all.sort((a, b) => a.rank - b.rank);
  return candidates;
}

const textsOf = ({ values }: Member): readonly string[] =>
  values.map(firstOf).filter((value) => typeof value === 'string');

const most = (values: readonly unknown[], test: (value: unknown) => boolean): boolean =>
  values.filter(test).length > values.length / 2;

/** Fields that are lists of texts. */
const lists = new Set([
  'skills',
  'skillsGained',
  'tools',
  'tasks',
  'deliverables',
  'learningOutcomes',
  'eligibility.classYears',
  'eligibility.majors',
]);

/** A place is better read from the object that has all of its parts. */
const placePath = (path: string): string => path.replace(/\.(?:city|addressLocality)$/i, '');

/** What is done with a member to make a field of it. */
function valueOf(field: string, member: Member): Value {
  const { path, values } = member;
  const texts = textsOf(member);
  const name = member.names.at(-1)!;
  if (field === 'descriptionHtml' && values.some(isBlocks)) return { path, as: 'blocks' };
  if (field === 'descriptionHtml' && texts.length) {
    if (!most(texts, isHtml)) return { path, as: 'paragraphs' };
    return most(texts, (text) => /&(?:amp;)?lt;\/?[a-z]/i.test(String(text)))
      ? { path, as: 'unescape' }
      : path;
  }
  if (field === 'workMode' && most(values, (value) => typeof value === 'boolean'))
    return { path, map: { true: 'remote' } };
  if (field === 'durationDays' && /week|month/i.test(name))
    return { path, as: 'duration', unit: /week/i.test(name) ? 'weeks' : 'months' };
  if (field === 'pay' && /hour/i.test(name)) return { path, as: 'money', per: 'hour' };
  if (lists.has(field) && texts.length === values.length && texts.some((text) => /[,;]/.test(text)))
    return { path, as: 'split' };
  if (field === 'locations' && member.names.length > 1) return placePath(path);
  return path;
}

/** A place of which city and state stand apart in the record itself. */
function placeOf(members: readonly Member[]): Value | undefined {
  const named = (...names: readonly string[]) =>
    members.find(
      (member) => member.names.length === 1 && names.includes(member.names[0]!.toLowerCase()),
    );
  const parts = [named('city'), named('state', 'region', 'province'), named('country')].flatMap(
    (member) => (member ? [member.path] : []),
  );
  return named('city') && parts.length > 1 ? { concat: parts } : undefined;
}

/** What is in a name that speaks of a field without being one that people call it by, the likelier first. */
const traces: readonly (readonly [field: string, name: RegExp, but?: RegExp])[] = [
  ['title', /titles?$/i],
  [
    'url',
    /(?:url|link|href|permalink)$/i,
    /logo|image|photo|picture|icon|thumb|api|self|next|company|employer|stream|video/i,
  ],
  ['postedAt', /creat|publish|post/i, /unpublish|end|until/i],
  ['applyBy', /deadline|clos|expir|until/i],
  ['hours', /hours$/i, /week|day|office|opening/i],
  ['locations', /location|city$/i],
  ['descriptionHtml', /descri/i, /company|employer/i],
];

/** An id by its name alone: `lks_openingid`, `@ref`. That of something else is in many records the same. */
const anyId = (members: readonly Member[], count: number): Member | undefined =>
  members.find(
    ({ names, values }) =>
      names.length === 1 &&
      /(?:id|guid|ref|number|nr)$/i.test(names[0]!) &&
      values.length === count &&
      new Set(values).size === count &&
      values.every((value) => ['string', 'number'].includes(typeof value)),
  );

/** A title where no name speaks of one: the first short text that is another in each record. */
const anyTitle = (members: readonly Member[]): Member | undefined =>
  members.find(
    ({ names, values }) =>
      !names.some((name) => name.startsWith('__')) &&
      values.length > 0 &&
      new Set(values).size === values.length &&
      values.every(isName) &&
      most(values, (value) => /\p{L}{3}/u.test(String(value))),
  );

const differs = ({ values }: Member): boolean => new Set(values).size >= values.length / 2;

/**
 * Infers fields.
 * @param records some of those of a response
 * @param wanted which; default all
 * @param keyed what the name of a record is called in it, where records stand by their names
 */
export function inferFields(
  records: readonly unknown[],
  wanted: readonly string[] = Object.keys(spellings),
  keyed?: string,
): InferredFields {
  const members = membersOf(records).filter(({ values }) => values.length);
  const candidates = candidatesOf(members, records.length);
  const fields: Record<string, Value> = {};
  const notes: string[] = [];
  const taken = new Set<string>();
  const guess = (field: string, member: Member): void => {
    taken.add(member.path);
    fields[field] = valueOf(field, member);
    notes.push(`"${field}" is read from ${member.path}: is it that?`);
  };
  if (keyed !== undefined) fields.id = `$.${keyed}`;
  for (const field of wanted) {
    if (fields[field]) continue;
    const free = (candidates.get(field) ?? []).filter(
      ({ member }) => !taken.has(member.path) && (field !== 'id' || differs(member)),
    );
    const [best, next] = free;
    if (!best) continue;
    taken.add(best.member.path);
    const value = valueOf(field, best.member);
    const isPart = share(best.member, records.length) < 1;
    fields[field] = isPart && next ? [value, valueOf(field, next.member)] : value;
    if (!best.isSure) notes.push(`"${field}" is read from ${best.member.path}: is it that?`);
  }
  for (const [field, name, but] of traces) {
    if (fields[field] || !wanted.includes(field)) continue;
    const member = members.find(
      ({ names, path, values }) =>
        (names.length === 1 || field === 'title') &&
        name.test(names.at(-1)!) &&
        !but?.test(names.at(-1)!) &&
        !taken.has(path) &&
        fits(field, values),
    );
    if (member) guess(field, member);
  }
  const id = !fields.id && wanted.includes('id') && anyId(members, records.length);
  if (id) guess('id', id);
  if (fields.locations && wanted.includes('locations'))
    fields.locations = placeOf(members) ?? fields.locations;
  if (!fields.title && wanted.includes('title')) {
    const member = anyTitle(members.filter(({ path }) => !taken.has(path)));
    if (member) {
      fields.title = member.path;
      notes.push(`No name speaks of a title; ${member.path} is taken for it.`);
    }
  }
  if (!fields.id && wanted.includes('id')) {
    const self = members.find(
      ({ path, values }) =>
        /^\$\._?links\.self(?:\.href)?$/.test(path) && new Set(values).size === values.length,
    );
    if (self) fields.id = { path: self.path, as: 'slug' };
  }
  return { fields: withId(fields, wanted, notes), notes };
}

/** Where no member is an id, one is made of what differs. */
function withId(
  fields: Readonly<Record<string, Value>>,
  wanted: readonly string[],
  notes: string[],
): Record<string, Value> {
  if (fields.id || !wanted.includes('id')) return { ...fields };
  const { title, 'employer.name': employer, url } = fields;
  const parts = [url ?? [title, employer]].flat().filter((part) => part !== undefined);
  if (!parts.length) return { ...fields };
  notes.push(
    'No member is an id; one is made of other members. It changes when they do, and links that were shared then break.',
  );
  return {
    id: url ? { path: url, as: 'slug' } : { concat: parts, by: ' ', as: 'slug' },
    ...fields,
  };
}

/** Whether records are of this employer alone, whose name stands around them. */
export const outerName = (body: unknown): Value | undefined =>
  isObject(body)
    ? ['company', 'employer', 'organization', 'name', 'title']
        .filter((name) => typeof body[name] === 'string')
        .map((name) => `^.${name}`)[0]
    : undefined;
