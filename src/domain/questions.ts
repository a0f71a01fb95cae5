/** The questions a listing asks, as data. */

export type QuestionType =
  | 'text'
  | 'textarea'
  | 'email'
  | 'tel'
  | 'url'
  | 'number'
  | 'date'
  | 'select'
  | 'multiselect'
  | 'boolean'
  | 'file'
  | 'consent'
  | 'info';

export interface QuestionOption {
  readonly value: string;
  readonly label: string;
}

/** Shown only while the answer to another question is this (or one of these). */
export interface QuestionCondition {
  readonly question: string;
  readonly equals?: string | number | boolean;
  readonly in?: readonly (string | number | boolean)[];
}

export interface Question {
  /** `[A-Za-z0-9_-]{1,64}`; `application` and `resume` are reserved. */
  readonly id: string;
  readonly type: QuestionType;
  readonly label: string;
  readonly required?: boolean;
  readonly help?: string;
  /** Of `select` and `multiselect`. */
  readonly options?: readonly QuestionOption[];
  /** In characters. */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Of `number`; of `date` as `YYYY-MM-DD`. */
  readonly min?: number | string;
  readonly max?: number | string;
  /** How many choices, or files. */
  readonly minItems?: number;
  readonly maxItems?: number;
  /** File name extensions, each with its dot. */
  readonly accept?: readonly string[];
  readonly multiple?: boolean;
  /** Heading under which it stands. */
  readonly section?: string;
  /** Answering either this or that question is enough. */
  readonly alternativeTo?: string;
  readonly showIf?: QuestionCondition;
}

/** An answer; files are kept apart. */
export type Answer = string | number | boolean | readonly string[];
export type Answers = Readonly<Record<string, Answer | undefined>>;

/** True while a question applies, given the answers so far. */
export function isAsked(question: Pick<Question, 'showIf'>, answers: Answers): boolean {
  const condition = question.showIf;
  if (!condition) return true;
  const { question: id } = condition;
  const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
  const wanted = condition.in ?? (condition.equals === undefined ? [] : [condition.equals]);
  const given = Array.isArray(answer) ? (answer as readonly string[]) : [answer];
  return given.some(
    (value) => value !== undefined && wanted.some((each) => String(each) === String(value)),
  );
}
