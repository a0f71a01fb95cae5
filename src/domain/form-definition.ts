/**
 * The application form of a project as data: which fields, in which order, with which limits.
 *
 * A field is named by its JSON pointer (RFC 6901) into what is sent: `/applicant/email`, `/proposal`,
 * `/answers/portfolio`, `/files/resume`, `/consent`. So a server's complaint lands on its field as it is.
 */
import type { Application, Consent } from './application.ts';
import { DEFAULT_FILE_LIMITS, type FileLimits } from './files.ts';
import type { Project } from './project.ts';
import { isAsked, type Answer, type Question } from './questions.ts';

export interface FormField extends Omit<Question, 'label' | 'required'> {
  readonly pointer: string;
  /** A listing's own question has its own words; the fixed fields are worded by whoever draws them. */
  readonly label?: string;
  readonly required: boolean;
  readonly minWords?: number;
  readonly maxWords?: number;
  /** What the employer asks to be covered. */
  readonly prompts?: readonly string[];
  /** Of files. */
  readonly limits?: FileLimits;
}

/** What was typed, ticked or chosen, by pointer. Numbers may still be text. */
export type Values = Readonly<Record<string, unknown>>;

/** Start of every pointer to something about the applicant, and to an answer to a question. */
export const APPLICANT = '/applicant/';
const ANSWERS = '/answers/';
export const NAME = '/applicant/name';
export const EMAIL = '/applicant/email';
export const PROPOSAL = '/proposal';
export const RESUME = '/files/resume';
export const CONSENT = '/consent';

export const MAX_NAME = 200;
export const MAX_EMAIL = 254;
export const MAX_PROPOSAL = 50_000;
/** Longest answer where a question states no limit, in characters. */
export const MAX_ANSWER = 10_000;

/** What a school adds to the form of every project. */
export interface FormTerms {
  /** Limits of one file where the listing states none. */
  readonly upload?: Partial<FileLimits>;
  /** What it asks about the applicant besides name and email; no files. */
  readonly fields?: readonly Question[];
}

const answerField = (question: Question, place: string): FormField => ({
  maxLength: MAX_ANSWER,
  ...question,
  required: question.required ?? false,
  pointer: place + question.id,
});

/** The fields of a project's form. */
export function formDefinition(
  { application = {} }: Pick<Project, 'application'>,
  { upload = {}, fields: further = [] }: FormTerms = {},
): readonly FormField[] {
  const { requires, proposal, questions = [] } = application;
  const limits: FileLimits = { ...DEFAULT_FILE_LIMITS, ...upload, ...application.upload };
  const wantsProposal = requires?.proposal ?? 'required';
  const wantsResume = requires?.resume ?? 'optional';
  const fields: FormField[] = [
    { pointer: NAME, id: 'name', type: 'text', required: true, maxLength: MAX_NAME },
    { pointer: EMAIL, id: 'email', type: 'email', required: true, maxLength: MAX_EMAIL },
    ...further.map((each) => answerField(each, APPLICANT)),
  ];
  if (wantsProposal !== 'none') {
    fields.push({
      ...proposal,
      pointer: PROPOSAL,
      id: 'proposal',
      type: 'textarea',
      required: wantsProposal === 'required',
      maxLength: MAX_PROPOSAL,
    });
  }
  if (wantsResume !== 'none') {
    const required = wantsResume === 'required';
    fields.push({ pointer: RESUME, id: 'resume', type: 'file', required, limits });
  }
  for (const question of questions) {
    const { id, type, accept = limits.accept, required = false } = question;
    fields.push(
      type === 'file'
        ? { ...question, required, pointer: `/files/${id}`, limits: { ...limits, accept } }
        : answerField(question, ANSWERS),
    );
  }
  return [...fields, { pointer: CONSENT, id: 'consent', type: 'consent', required: true }];
}

/** The field that a pointer names, or into which it points. */
export const fieldAt = (fields: readonly FormField[], pointer: string): FormField | undefined =>
  fields.find((field) => `${pointer}/`.startsWith(`${field.pointer}/`)) ??
  fields.find(({ id, type, label }) => label && type === 'file' && pointer === `/answers/${id}`);

/**
 * A field's answer as it is sent: trimmed, numbers as numbers, yes and no as booleans. Undefined when
 * there is none. What is of a wrong type stays as it is, for `validate` to complain of.
 */
export function answerTo({ type }: Pick<FormField, 'type'>, value: unknown): unknown {
  const answer = typeof value === 'string' ? value.trim() : value;
  if (answer === '' || answer === null || (Array.isArray(answer) && !answer.length))
    return undefined;
  if (type === 'consent') return answer || undefined;
  if (typeof answer !== 'string') return answer;
  if (type === 'number') return Number(answer);
  if (type === 'boolean') return answer === 'true' || (answer === 'false' ? false : answer);
  // A person types "example.org"; a browser needs the rest.
  if (type === 'url' && /^[\w-]+(\.[\w-]+)+([/?#:]|$)/.test(answer)) return `https://${answer}`;
  return answer;
}

/** Whether there is an answer at all, of whatever type. */
export const isGiven = (value: unknown): boolean => answerTo({ type: 'text' }, value) !== undefined;

/**
 * The fields that apply, given the answers so far. What depends on a question that is not asked itself
 * is not asked either.
 */
export function askedFields(fields: readonly FormField[], values: Values): readonly FormField[] {
  const isShown = (field: FormField, trail: readonly string[] = []): boolean => {
    if (!field.showIf) return true;
    const { question: id } = field.showIf;
    const other = fields.find((each) => each.label !== undefined && each.id === id);
    if (!other || trail.includes(id) || !isShown(other, [...trail, id])) return false;
    const answer = answerTo(other, values[other.pointer]) as Answer | undefined;
    return isAsked(field, { [id]: answer });
  };
  return fields.filter((field) => isShown(field));
}

/** What is sent, of the fields that apply. `values` have to be valid. */
export function applicationOf(
  fields: readonly FormField[],
  values: Values,
  consent: Consent,
  locale: string,
): Application {
  const answer = (field: FormField) => answerTo(field, values[field.pointer]);
  const asked = askedFields(fields, values);
  const fixed = (pointer: string) => {
    const field = asked.find((each) => each.pointer === pointer);
    return field && (answer(field) as string | undefined);
  };
  const proposal = fixed(PROPOSAL);
  const under = (start: string) =>
    Object.fromEntries(
      asked
        .filter(({ pointer }) => pointer.startsWith(start))
        .map((field) => [field.id, answer(field) as Answer | undefined])
        .filter(([, given]) => given !== undefined),
    ) as Record<string, Answer>;
  return {
    applicant: { ...under(APPLICANT), name: fixed(NAME) ?? '', email: fixed(EMAIL) ?? '' },
    ...(proposal === undefined ? {} : { proposal }),
    answers: under(ANSWERS),
    consent,
    locale,
  };
}

const own = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;

/** The inverse of `applicationOf`: the values of a received application, whatever it holds. */
export function valuesOf(fields: readonly FormField[], application: unknown): Values {
  return Object.fromEntries(
    fields.map(({ pointer, id }) => [
      pointer,
      pointer === CONSENT
        ? own(own(application, 'consent'), 'accepted')
        : pointer.split('/').slice(1, -1).concat(id).reduce(own, application),
    ]),
  );
}
