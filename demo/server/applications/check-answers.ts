/** Checks the answers to a listing's own questions. */
import { isDate } from '../../../src/domain/dates.ts';
import {
  isAsked,
  type Answer,
  type Answers,
  type Question,
} from '../../../src/domain/questions.ts';
import type { FieldError } from '../http/problem.ts';

const MAX_TEXT = 10_000;
const EMAIL =
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)+$/i;

export const isEmail = (text: string): boolean => text.length <= 254 && EMAIL.test(text);

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
}

/** What is wrong with an answer; undefined when nothing is. */
type Check = (question: Question, answer: Answer) => string | undefined;

const checkLength: Check = ({ minLength = 0, maxLength = MAX_TEXT }, answer) => {
  if (typeof answer !== 'string') return 'This has to be a text.';
  if (answer.length < minLength) return `This needs at least ${minLength} characters.`;
  if (answer.length > maxLength) return `This can have at most ${maxLength} characters.`;
  return undefined;
};

const textThat =
  (matches: (text: string) => boolean, complaint: string): Check =>
  (question, answer) =>
    checkLength(question, answer) ?? (matches(String(answer)) ? undefined : complaint);

const checkNumber: Check = ({ min, max }, answer) => {
  if (typeof answer !== 'number') return 'This has to be a number.';
  if (typeof min === 'number' && answer < min) return `This has to be at least ${min}.`;
  if (typeof max === 'number' && answer > max) return `This can be at most ${max}.`;
  return undefined;
};

const checkDate: Check = ({ min, max }, answer) => {
  if (typeof answer !== 'string' || !isDate(answer)) return 'This has to be a date, as YYYY-MM-DD.';
  if (typeof min === 'string' && answer < min) return `This cannot be before ${min}.`;
  if (typeof max === 'string' && answer > max) return `This cannot be after ${max}.`;
  return undefined;
};

const isOption = ({ options }: Question, value: unknown) =>
  options?.some((option) => option.value === value) === true;

const checkChoices: Check = (question, answer) => {
  const { minItems = 0, maxItems = Infinity } = question;
  if (!Array.isArray(answer)) return 'This has to be a list of choices.';
  if (!answer.every((value) => isOption(question, value)) || new Set(answer).size < answer.length)
    return 'Choose from the given options, each once.';
  if (answer.length < minItems) return `Choose at least ${minItems}.`;
  if (answer.length > maxItems) return `Choose at most ${maxItems}.`;
  return undefined;
};

const checkBoolean: Check = (_question, answer) =>
  typeof answer === 'boolean' ? undefined : 'This has to be true or false.';

const isPhone = (text: string) =>
  /^[+\d][\d\s()./-]{3,38}(?:\s?(?:x|ext\.?)\s?\d{1,6})?$/i.test(text);

const checks: Readonly<Record<Exclude<Question['type'], 'file' | 'info'>, Check>> = {
  text: checkLength,
  textarea: checkLength,
  email: textThat(isEmail, 'This is not an email address.'),
  tel: textThat(isPhone, 'This is not a phone number.'),
  url: textThat(isWebAddress, 'This is not a web address, such as https://example.org/.'),
  number: checkNumber,
  date: checkDate,
  select: (question, answer) =>
    isOption(question, answer) ? undefined : 'Choose one of the given options.',
  multiselect: checkChoices,
  boolean: checkBoolean,
  consent: (question, answer) =>
    checkBoolean(question, answer) ??
    (question.required && answer !== true ? 'This has to be agreed to.' : undefined),
};

const isAnswered = (answer: unknown): boolean =>
  answer !== undefined &&
  !(typeof answer === 'string' && answer.trim() === '') &&
  !(Array.isArray(answer) && answer.length === 0);

/** Answering either of two alternatives is enough, whichever of them names the other. */
const alternativesOf = (question: Question, questions: readonly Question[]): string[] =>
  questions
    .filter((other) => other.alternativeTo === question.id || other.id === question.alternativeTo)
    .map((other) => other.id);

/** `has(id)` tells whether a question has its answer, or its file. */
export const isMissing = (
  question: Question,
  questions: readonly Question[],
  has: (id: string) => boolean,
): boolean =>
  question.required === true &&
  !has(question.id) &&
  !alternativesOf(question, questions).some((id) => has(id));

export function checkAnswers(
  questions: readonly Question[],
  answers: Answers,
  filePart: (id: string) => boolean,
): FieldError[] {
  const errors: FieldError[] = [];
  const known = new Map(questions.map((question) => [question.id, question]));
  const complain = (id: string, detail: string) =>
    errors.push({ pointer: `/answers/${id}`, detail });

  for (const id of Object.keys(answers)) {
    const type = known.get(id)?.type;
    if (type === undefined || type === 'file' || type === 'info')
      complain(id.replaceAll('~', '~0').replaceAll('/', '~1'), 'This was not asked.');
  }
  for (const question of questions) {
    const { id, type } = question;
    if (type === 'file' || type === 'info' || !isAsked(question, answers)) continue;
    const answer = answers[id];
    if (answer !== undefined && isAnswered(answer)) {
      const wrong = checks[type](question, answer);
      if (wrong) complain(id, wrong);
    } else if (
      isMissing(question, questions, (each) => isAnswered(answers[each]) || filePart(each))
    ) {
      complain(id, 'This has to be answered.');
    }
  }
  return errors;
}
