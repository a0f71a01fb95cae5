/** Decodes how an application to a project is made, with the questions it asks. */
import { ConfigError } from './config-error.ts';
import type { ApplicationTerms } from '../domain/project.ts';
import type { Question, QuestionCondition, QuestionOption } from '../domain/questions.ts';
import {
  amount,
  choice,
  count,
  date,
  flag,
  isObject,
  line,
  list,
  oneOf,
  ordered,
  own,
  pattern,
  prose,
  record,
  url,
  type Reader,
} from './decode-values.ts';

const requirement = oneOf('required', 'optional', 'none');
const extensions: Reader<readonly string[]> = list(pattern(/^\.[\w.+-]{1,20}$/));

/** Without the characters that mean something in a `mailto:` URL. */
const email = pattern(/^[^\s@?&#%,;:<>()"\\]+@[^\s@?&#%,;:<>()"\\]+$/);

/**
 * `application`, `signals` and `resume` name parts of their own; an own property `__proto__` is refused by
 * careful JSON parsers, so such an application could never arrive.
 */
const questionId = pattern(/^(?!(application|signals|resume|__proto__)$)[\w-]{1,64}$/);

const scalar: Reader<string | number | boolean> = (value) =>
  typeof value === 'string'
    ? value
    : (flag(value) ?? (Number.isFinite(value) ? (value as number) : undefined));

const limit: Reader<number | string> = (value) =>
  Number.isFinite(value) ? (value as number) : date(value);

const readCondition = record<QuestionCondition>(
  { question: questionId, equals: scalar, in: list(scalar) },
  'question',
);

const readQuestion = ordered(
  record<Question>(
    {
      id: questionId,
      type: oneOf(
        'text',
        'textarea',
        'email',
        'tel',
        'url',
        'number',
        'date',
        'select',
        'multiselect',
        'boolean',
        'file',
        'consent',
        'info',
      ),
      label: prose,
      required: flag,
      help: prose,
      options: list(record<QuestionOption>({ value: choice, label: line }, 'value', 'label')),
      minLength: count,
      maxLength: count,
      min: limit,
      max: limit,
      minItems: count,
      maxItems: count,
      accept: extensions,
      multiple: flag,
      section: line,
      alternativeTo: pattern(/^[\w-]{1,64}$/),
      showIf: readCondition,
    },
    'id',
    'type',
    'label',
  ),
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
  ['min', 'max'],
);

/** A question that can be asked as it is meant: with its choices, and under its condition. */
function usable(question: Question | undefined, value: unknown): question is Question {
  if (!question) return false;
  const { type, options, showIf } = question;
  return (
    ((type !== 'select' && type !== 'multiselect') || !!options) &&
    (own(value, 'showIf') == null || (showIf?.equals ?? showIf?.in) !== undefined)
  );
}

/** The questions that can be asked, and whether one that had to be answered is not among them. */
function readQuestions(value: unknown): { questions: readonly Question[]; lost: boolean } {
  if (!Array.isArray(value)) return { questions: [], lost: value != null };
  const byId = new Map<string, Question>();
  let lost = value.length > 500;
  const lose = (question: unknown) => {
    lost ||= own(question, 'required') === true;
  };
  for (const each of value.slice(0, 500) as unknown[]) {
    const question = readQuestion(each);
    if (usable(question, each) && !byId.has(question.id)) byId.set(question.id, question);
    else lose(each);
  }
  // A question whose condition names one that is not there would never be asked: it is lost as well,
  // and so are those that depend on it.
  for (let size = -1; size !== byId.size;) {
    size = byId.size;
    for (const question of byId.values()) {
      if (question.showIf && !byId.has(question.showIf.question)) {
        byId.delete(question.id);
        lose(question);
      }
    }
  }
  return { questions: [...byId.values()], lost };
}

/** Names of what the form asks anyway. */
const fixed = new Set(['name', 'email']);

/**
 * What a school asks of every applicant.
 * @throws ConfigError naming the field at fault
 */
export function readFormFields(value: unknown): readonly Question[] {
  if (!Array.isArray(value)) throw new ConfigError('"form.fields" must be a list.');
  const ids = new Set<string>();
  return value.map((each: unknown, index) => {
    const question = readQuestion(each);
    const where = `"form.fields[${index}]"`;
    if (!usable(question, each) || question.type === 'file')
      throw new ConfigError(
        `${where} cannot be asked. It needs an "id" (letters, digits, - and _), a "label", and a "type" other than "file"; a choice needs its "options".`,
      );
    if (fixed.has(question.id) || ids.has(question.id))
      throw new ConfigError(`${where}: "${question.id}" is asked already. Give it another "id".`);
    ids.add(question.id);
    return question;
  });
}

const readTerms = record<Omit<ApplicationTerms, 'questions'>>({
  mode: oneOf('post', 'redirect', 'email'),
  url,
  email,
  estimatedMinutes: amount,
  requires: record({ resume: requirement, proposal: requirement }),
  proposal: ordered(
    record<NonNullable<ApplicationTerms['proposal']>>({
      minWords: count,
      maxWords: count,
      prompts: list(prose),
    }),
    ['minWords', 'maxWords'],
  ),
  upload: record({
    maxBytes: (value) => count(value) || undefined,
    accept: extensions,
  }),
});

/**
 * Decodes `application`.
 *
 * What cannot be followed here is not left out in silence: when a required question cannot be asked,
 * or the mode is not known, or lacks its address, the application becomes a link to `application.url`
 * or else to the project's own page. Only where there is neither, it stays what it is without that
 * question, and the API has the last word.
 */
export function readApplication(
  value: unknown,
  base?: string,
  projectUrl?: string,
): ApplicationTerms | undefined {
  if (!isObject(value)) return undefined;
  const terms = readTerms(value, base) ?? {};
  const { questions, lost } = readQuestions(own(value, 'questions'));
  const page = terms.url ?? projectUrl;
  const elsewhere =
    lost ||
    terms.mode === 'redirect' ||
    (terms.mode === 'email' ? !terms.email : !terms.mode && own(value, 'mode') != null);
  if (elsewhere && page) return { ...terms, mode: 'redirect', url: page };
  const all = questions.length ? { ...terms, questions } : terms;
  return Object.keys(all).length ? all : undefined;
}
