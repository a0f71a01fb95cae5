/** What each field of a `Project` takes, and how the plain cases become that without any conversion. */
import { isObject, own } from '../decode-values.ts';
import { known, textOf, type Convert, type Surroundings } from './conversions/convert.ts';
import { date } from './conversions/date.ts';
import { clean } from './conversions/html.ts';
import { currency, money } from './conversions/money.ts';
import { duration, hours, number, only } from './conversions/numbers.ts';
import { url } from './conversions/text.ts';
import { boolean, oneOf, payKind, payPer, workMode } from './conversions/words.ts';

/** What a field takes: a reader of one value, with what else is to be known about it. */
export type Kind = Convert & {
  /** Takes all values, not the first that is usable. */
  readonly isList?: true;
  /** Of a record: its fields. */
  readonly members?: Members;
};

type Members = Readonly<Record<string, Kind>>;

const none = {};

const list = (read: Convert): Kind =>
  Object.assign<Convert, Pick<Kind, 'isList'>>((...given) => read(...given), { isList: true });

const having = (read: Convert, members: Members): Kind =>
  Object.assign<Convert, Pick<Kind, 'members'>>((...given) => read(...given), { members });

/** A record of which each member is read by its kind. A text in place of it is its member `name`. */
function record(members: Members, name?: string): Kind {
  const entries = Object.entries(members);
  return having((value, _options, surroundings) => {
    const from = isObject(value) || !name ? value : { [name]: value };
    const read: Record<string, unknown> = {};
    for (const [name, kind] of entries) read[name] = coerce(kind, own(from, name), surroundings);
    return known(read);
  }, members);
}

/** Sent back as it came, so it stays as it is; numbers become text. */
const id: Kind = (value) => textOf(value) && String(value);

/** Text without HTML that strayed into it. */
const text: Kind = (value) =>
  typeof value === 'boolean' ? undefined : clean(textOf(value)).trim();

const link: Kind = (value, options) => url(textOf(value), options);
const email: Kind = (value) =>
  /^(?:mailto:)?([^\s@/?]+@[^\s@/?]+)(?:\?.*)?$/i.exec(textOf(value))?.[1];

/** `YYYY-MM-DD`. */
const day: Kind = (value, _options, surroundings) => date(value, { part: 'day' }, surroundings);

/** A limit of a number or of a date. */
const limit: Kind = (value, options, surroundings) =>
  (typeof value === 'string' && day(value, options, surroundings)) || number(value, options);

/** A size in bytes: in a text, another unit could be meant. */
const bytes: Kind = (value, options) =>
  /[a-z]/i.test(textOf(value)) ? undefined : number(value, options);

const country: Kind = (value) => /^[a-z]{2}$/i.exec(textOf(value))?.[0].toUpperCase();

/** The ending of a file's name, with its dot. */
const ending: Kind = (value) =>
  textOf(value)
    .toLowerCase()
    .replace(/^\.?(?=.)/, '.');

const hour: Kind = (value) => only(hours(value, none));
const dayCount: Kind = (value) => only(duration(value, none));

const ourStatus = oneOf('open closed filled paused');
/** One of our words, or one of the source's own. */
const status: Kind = (value, ...rest) => ourStatus(value) ?? text(value, ...rest);

/** A choice of a question; a text alone is sent back and shown. */
const choice = record({ value: id, label: text });
const option: Kind = (value, ...rest) =>
  choice(isObject(value) ? value : { value, label: value }, ...rest);

const requirement = oneOf('required optional none');

const place = record({ display: text, city: text, region: text, country }, 'display');

/** A text, or the name of a thing: schema.org has countries as either. */
const nameOf = (value: unknown): string => textOf(own(value, 'name') ?? value);

/** A place, from the members that APIs and schema.org (`PostalAddress`) have for one. */
const location: Kind = (value, ...rest) => {
  const inner = own(value, 'address');
  const address = isObject(inner) ? inner : value;
  if (!isObject(address) || own(address, 'display')) return place(address, ...rest);
  const [city, region, country, name] = [
    ['city', 'addressLocality'],
    ['region', 'state', 'addressRegion'],
    ['country', 'countryCode', 'addressCountry'],
    ['name', 'address'],
  ].map((names) => names.map((each) => nameOf(own(address, each))).find(Boolean));
  const display = [...new Set([city, region, country])].filter(Boolean).join(', ') || name;
  return place({ display, city, region, country }, ...rest);
};

/** What an answer is compared with, as it is. */
const answer: Kind = (value) => (isObject(value) ? undefined : value);

const question = record({
  id,
  type: oneOf(
    'text textarea email tel url number date select multiselect boolean file consent info',
  ),
  label: text,
  required: boolean,
  help: text,
  options: list(option),
  minLength: number,
  maxLength: number,
  min: limit,
  max: limit,
  minItems: number,
  maxItems: number,
  accept: list(ending),
  multiple: boolean,
  section: text,
  alternativeTo: id,
  showIf: record({ question: id, equals: answer, in: list(answer) }),
});

const project: Members = {
  id,
  title: text,
  employer: record(
    { name: text, url: link, logoUrl: link, about: text, verified: boolean },
    'name',
  ),
  url: link,
  summary: text,
  descriptionHtml: textOf,
  tasks: list(text),
  deliverables: list(record({ title: text, description: text, dueOn: day }, 'title')),
  milestones: list(
    record(
      { title: text, description: text, kind: oneOf('kickoff checkin draft final'), dueOn: day },
      'title',
    ),
  ),
  checkIns: record({ cadence: text, channel: text }, 'cadence'),
  hours: having(hours, { min: hour, max: hour }),
  durationDays: having(duration, { min: dayCount, max: dayCount }),
  pay: having(
    (value, options) => money(typeof value === 'string' ? clean(value) : value, options),
    {
      kind: payKind,
      min: number,
      max: number,
      currency,
      per: payPer,
      display: text,
      estimated: boolean,
      schedule: oneOf('on_completion milestones'),
    },
  ),
  applyBy: date,
  timeZone: text,
  startsOn: day,
  endsOn: day,
  postedAt: date,
  workMode,
  locations: list(location),
  category: text,
  industry: text,
  skills: list(text),
  skillsGained: list(text),
  tools: list(record({ name: text, providedBy: oneOf('employer student') }, 'name')),
  learningOutcomes: list(text),
  eligibility: record({
    classYears: list(text),
    majors: list(text),
    workAuthorization: oneOf('required not_required'),
    notes: text,
  }),
  openings: number,
  openingsLeft: number,
  status,
  featured: boolean,
  classification: oneOf('contractor employee volunteer course_credit'),
  policies: record({
    ip: text,
    confidentiality: text,
    aiUse: oneOf('allowed limited prohibited'),
  }),
  language: (value) => textOf(value).replaceAll('_', '-'),
  listedBy: record({ name: text, url: link }, 'name'),
  reportable: boolean,
  complete: boolean,
  application: record({
    mode: oneOf('post redirect email'),
    url: link,
    email,
    estimatedMinutes: number,
    requires: record({ resume: requirement, proposal: requirement }),
    proposal: record({ minWords: number, maxWords: number, prompts: list(text) }),
    questions: list(question),
    upload: record({ maxBytes: bytes, accept: list(ending) }),
  }),
};

/** One value for a field of a kind. */
function coerceOne(kind: Kind, value: unknown, surroundings: Surroundings): unknown {
  const usable = value == null ? undefined : kind(value, none, surroundings);
  return usable === '' ? undefined : usable;
}

/**
 * What was selected, as a field of a kind takes it; undefined where it cannot be read. Of several values, a single
 * field takes the first that is usable, a list all of them: lists among them are flattened, blanks and
 * repetitions dropped. What is right already stays as it is.
 */
export function coerce(kind: Kind, selected: unknown, surroundings: Surroundings): unknown {
  if (!Array.isArray(selected) && !kind.isList) return coerceOne(kind, selected, surroundings);
  const found = new Map<unknown, unknown>();
  for (const value of [selected].flat(3)) {
    const usable = coerceOne(kind, value, surroundings);
    if (usable === undefined) continue;
    if (!kind.isList) return usable;
    found.set(isObject(usable) ? JSON.stringify(usable) : usable, usable);
  }
  return found.size ? [...found.values()] : undefined;
}

/** The paths of fields and of the fields of records among them, each with its kind. */
const pathsOf = (members: Members, prefix = ''): [string, Kind][] =>
  Object.entries(members).flatMap(([name, kind]) => [
    [prefix + name, kind],
    ...pathsOf(kind.members ?? {}, `${prefix}${name}.`),
  ]);

/** What a config can name in `fields`: every path of a project, down to its lists. */
export const projectFields: ReadonlyMap<string, Kind> = new Map(pathsOf(project));
