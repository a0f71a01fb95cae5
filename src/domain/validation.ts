/**
 * What has to be put right before an application can be sent, as codes and figures; words are for
 * whoever shows it. The same rules hold in the form and on a server that imports them.
 */
import { isDate } from './dates.ts';
import { checkFile, DEFAULT_FILE_LIMITS, type FileFacts, type FileProblem } from './files.ts';
import { answerTo, askedFields, type FormField, type Values } from './form-definition.ts';
import { countWords } from './words.ts';

export type FieldCode =
  | 'required'
  /** One of several alternatives is needed; `other` is the pointer of the second. */
  | 'alternative'
  /** Not what this type of field takes. */
  | 'invalid'
  | 'tooShort'
  | 'tooLong'
  | 'tooFewWords'
  | 'tooManyWords'
  | 'tooLow'
  | 'tooHigh'
  | 'tooFew'
  | 'tooMany'
  | FileProblem
  /** A server did not take the file and did not say why. */
  | 'fileRefused'
  /** A server's own words, in `detail`. */
  | 'server';

export interface FieldError {
  /** The field's pointer. */
  readonly field: string;
  readonly code: FieldCode;
  /** `limit` is what the field states, `n` what it has or lacks. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** Files that were chosen, by pointer. */
export type FilesByField = Readonly<Record<string, readonly FileFacts[] | undefined>>;

type Flaw = Omit<FieldError, 'field'>;

const flaw = (code: FieldCode, params: FieldError['params'] = {}): Flaw => ({ code, params });

/** The grammar of HTML's own email fields, with a dot in the domain. */
const email =
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d]([a-z\d-]{0,61}[a-z\d])?(\.[a-z\d]([a-z\d-]{0,61}[a-z\d])?)+$/i;

function isWebAddress(text: string): boolean {
  try {
    const { protocol, hostname } = new URL(text);
    return /^https?:$/.test(protocol) && /[^.]\../.test(hostname);
  } catch {
    return false;
  }
}

const isPhone = (text: string): boolean =>
  /^[+(\p{Nd}][\p{Nd}\s().,/ext#*-]*$/iu.test(text) && (text.match(/\p{Nd}/gu)?.length ?? 0) > 3;

/** What a text of that type has to look like. */
const shapes: Partial<Record<FormField['type'], (text: string) => boolean>> = {
  email: (text) => email.test(text),
  url: isWebAddress,
  tel: isPhone,
  date: isDate,
};

/** Below or above what a field states. Of dates `min` and `max` are text, and compare as text. */
const checkBounds = ({ min, max }: FormField, answer: unknown): Flaw | undefined => {
  if (typeof min === typeof answer && min! > answer!) return flaw('tooLow', { limit: min! });
  if (typeof max === typeof answer && max! < answer!) return flaw('tooHigh', { limit: max! });
  return undefined;
};

function checkText(field: FormField, text: string, locale: string | undefined): Flaw | undefined {
  const { type, minLength = 0, maxLength = Infinity, minWords = 0, maxWords = Infinity } = field;
  const n = text.length;
  if (n > maxLength) return flaw('tooLong', { limit: maxLength, n });
  if (shapes[type]?.(text) === false) return flaw('invalid');
  if (n < minLength) return flaw('tooShort', { limit: minLength, n });
  const words = minWords || maxWords < Infinity ? countWords(text, locale) : 0;
  if (words < minWords) return flaw('tooFewWords', { limit: minWords, n: minWords - words });
  if (words > maxWords) return flaw('tooManyWords', { limit: maxWords, n: words - maxWords });
  return checkBounds(field, text);
}

function checkCount(
  { minItems = 0, maxItems = Infinity }: Pick<FormField, 'minItems' | 'maxItems'>,
  n: number,
): Flaw | undefined {
  if (n < minItems) return flaw('tooFew', { limit: minItems, n });
  return n > maxItems ? flaw('tooMany', { limit: maxItems, n }) : undefined;
}

function checkAnswer(field: FormField, answer: unknown, locale?: string): Flaw | undefined {
  const isOption = (value: unknown) => field.options?.some((option) => option.value === value);
  switch (field.type) {
    case 'number':
      return Number.isFinite(answer) ? checkBounds(field, answer) : flaw('invalid');
    case 'select':
      return isOption(answer) ? undefined : flaw('invalid');
    case 'multiselect':
      return Array.isArray(answer) &&
        answer.every(isOption) &&
        new Set(answer).size === answer.length
        ? checkCount(field, answer.length)
        : flaw('invalid');
    case 'boolean':
    case 'consent':
      return typeof answer === 'boolean' ? undefined : flaw('invalid');
    default:
      return typeof answer === 'string' ? checkText(field, answer, locale) : flaw('invalid');
  }
}

/** How many files a field takes that is open to several and states no number. */
const MAX_FILES = 10;

/** `multiple` opens a field to several files; otherwise it takes one. */
function checkFiles(field: FormField, files: readonly FileFacts[]): Flaw | undefined {
  const limits = field.limits ?? DEFAULT_FILE_LIMITS;
  for (const { name, size, head } of files) {
    const code = checkFile({ name, size, head }, limits);
    if (code) return flaw(code, { name, size, limit: limits.maxBytes });
  }
  const { multiple, minItems = 0, maxItems = MAX_FILES } = field;
  return checkCount(multiple ? { minItems, maxItems } : { maxItems: 1 }, files.length);
}

/**
 * Checks everything that is asked, in the order of the fields; at most one error a field.
 * @param locale BCP 47 language in which words are counted
 */
export function validate(
  fields: readonly FormField[],
  values: Values,
  files: FilesByField = {},
  locale?: string,
): readonly FieldError[] {
  const asked = askedFields(fields, values).filter(({ type }) => type !== 'info');
  const isAnswered = (field: FormField): boolean =>
    field.type === 'file'
      ? !!files[field.pointer]?.length
      : answerTo(field, values[field.pointer]) !== undefined;

  const checkMissing = (field: FormField): Flaw | undefined => {
    const others = alternativesTo(field, asked);
    if (others.some(isAnswered) || ![field, ...others].some(({ required }) => required))
      return undefined;
    const [other] = others;
    if (!other) return flaw('required');
    // Said once, at the first of them.
    return others.every((each) => asked.indexOf(each) > asked.indexOf(field))
      ? flaw('alternative', { other: other.pointer })
      : undefined;
  };

  return asked.flatMap((field) => {
    const { pointer } = field;
    const found = !isAnswered(field)
      ? checkMissing(field)
      : field.type === 'file'
        ? checkFiles(field, files[pointer]!)
        : checkAnswer(field, answerTo(field, values[pointer]), locale);
    return found ? [{ field: pointer, ...found }] : [];
  });
}

/** The fields of which one answer is enough together with this one, whichever names the other. */
export function alternativesTo(
  field: FormField,
  fields: readonly FormField[],
): readonly FormField[] {
  const names = (one: FormField, other: FormField) =>
    one.alternativeTo === other.id && (other.label !== undefined || other.id === 'resume');
  return fields.filter((other) => other !== field && (names(field, other) || names(other, field)));
}
