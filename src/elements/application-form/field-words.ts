/** What a form says of its fields: labels, hints, what is wrong, and answers to be read again. */
import { html, nothing, type TemplateResult } from 'lit';
import { isDate } from '../../domain/dates.ts';
import { extensionOf, type FileLimits } from '../../domain/files.ts';
import {
  answerTo,
  askedFields,
  CONSENT,
  EMAIL,
  NAME,
  PROPOSAL,
  RESUME,
  type FormField,
  type Values,
} from '../../domain/form-definition.ts';
import type { FieldError } from '../../domain/validation.ts';
import type { MessageKey } from '../../i18n/en/index.ts';
import type { Localizer } from '../../i18n/localizer.ts';
import type { ApplicationSnapshot } from '../../store/application-state.ts';
import { fill } from '../internal/fill.ts';

type Keys = Readonly<Record<string, MessageKey | undefined>>;

const labels: Keys = {
  [NAME]: 'fullName',
  [EMAIL]: 'email',
  [PROPOSAL]: 'proposal',
  [RESUME]: 'resume',
};

const needs: Keys = {
  [NAME]: 'needName',
  [EMAIL]: 'needEmail',
  [PROPOSAL]: 'needProposal',
  consent: 'needTick',
  file: 'needFile',
};

const bad: Keys = {
  email: 'badEmail',
  url: 'badUrl',
  tel: 'badTel',
  number: 'badNumber',
  date: 'badDate',
};

/** The words of a field: the listing's own for its questions. */
export const labelOf = ({ t }: Localizer, { pointer, label }: FormField): string =>
  label ?? t(labels[pointer] ?? 'privacyNotice');

/** What stands after the label of a field that may be left empty. */
export const optionalMark = (
  { t }: Localizer,
  { required }: Pick<FormField, 'required'>,
): TemplateResult | typeof nothing =>
  required ? nothing : html`<span class="muted optional">${t('optional')}</span>`;

const MEGABYTE = 1024 * 1024;

/** `184 kB`, `5 MB`; rounded up, so that what is too large also looks it. */
export function sizeText(l10n: Localizer, bytes: number): string {
  const large = bytes >= MEGABYTE;
  return l10n.number(large ? Math.ceil((bytes / MEGABYTE) * 10) / 10 : Math.ceil(bytes / 1024), {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: 1,
  });
}

/** `PDF`, of `resume.pdf`. */
export const typeText = (name: string): string => extensionOf(name).slice(1).toUpperCase();

/** `PDF, DOCX or TXT`. */
export const typesText = (l10n: Localizer, { accept }: FileLimits): string =>
  l10n.list(
    accept.map((extension) => extension.slice(1).toUpperCase()),
    'disjunction',
  );

function errorKey({ pointer, type, label }: FormField, code: FieldError['code']): MessageKey {
  switch (code) {
    case 'required':
      return (
        needs[pointer] ??
        (type === 'consent' && !label ? 'needConsent' : needs[type]) ??
        'needAnswer'
      );
    case 'alternative':
      return 'needEither';
    case 'invalid':
      return bad[type] ?? 'badChoice';
    case 'tooLow':
      return type === 'date' ? 'tooEarly' : code;
    case 'tooHigh':
      return type === 'date' ? 'tooLate' : code;
    case 'server':
      return 'fieldRefused';
    default:
      return code;
  }
}

/** Of a file it is a size, of a day a date, else a number. */
function limitText(l10n: Localizer, code: string, limit: string | number): string {
  if (typeof limit === 'string') return l10n.date(limit, { dateStyle: 'medium' });
  return code.startsWith('file') ? sizeText(l10n, limit) : l10n.number(limit);
}

/** What is wrong with a field and how to put it right; the same in the summary and at the field. */
export function errorText(
  l10n: Localizer,
  fields: readonly FormField[],
  { field: pointer, code, params }: FieldError,
): unknown {
  const field = fields.find((each) => each.pointer === pointer)!;
  const other = fields.find((each) => each.pointer === params.other);
  const { limit, n, size, name, detail } = params;
  if (detail) return fill('{detail}', { detail });
  return fill(l10n.t(errorKey(field, code), n === undefined ? {} : { n }), {
    label: labelOf(l10n, field),
    other: other && labelOf(l10n, other),
    name,
    limit: limit === undefined ? limit : limitText(l10n, code, limit),
    size: sizeText(l10n, Number(size)),
    types: field.limits && typesText(l10n, field.limits),
  });
}

/** `117 of 50 to 300 words`; the number stands for itself where `{n}` is left open. */
export function wordsKey({ minWords, maxWords }: FormField): MessageKey {
  if (minWords) return maxWords ? 'wordsRange' : 'wordsAtLeast';
  return maxWords ? 'wordsAtMost' : 'wordsCount';
}

/** One answer, as it is read again. */
export interface GivenAnswer {
  readonly label: string;
  readonly text: string;
}

/**
 * What was answered, field by field and in words.
 * @param missing stands for an answer that is not there; without it such a field is left out
 */
export const answersOf = (
  l10n: Localizer,
  fields: readonly FormField[],
  values: Values,
  files: ApplicationSnapshot['files'],
  missing?: string,
): readonly GivenAnswer[] =>
  fields.flatMap((field) => {
    const names = files[field.pointer]?.map(({ name }) => name).join(', ');
    const text =
      (field.type === 'file' ? names : inWords(l10n, field, values[field.pointer])) || missing;
    return text ? [{ label: labelOf(l10n, field), text }] : [];
  });

function inWords(l10n: Localizer, field: FormField, value: unknown): string {
  const answer = answerTo(field, value);
  const word = (each: unknown) =>
    field.options?.find((option) => option.value === each)?.label ?? String(each);
  if (answer === undefined) return '';
  if (typeof answer === 'boolean') return l10n.t(answer ? 'yes' : 'no');
  if (Array.isArray(answer)) return l10n.list(answer.map(word));
  if (field.type === 'date' && isDate(String(answer)))
    return l10n.date(String(answer), { dateStyle: 'long' });
  return word(answer);
}

/** Everything that was answered, in order. What was agreed to at the end is the same for everybody. */
export const givenAnswers = (
  l10n: Localizer,
  { fields, values, files }: ApplicationSnapshot,
): readonly GivenAnswer[] =>
  answersOf(
    l10n,
    askedFields(fields, values).filter(({ pointer }) => pointer !== CONSENT),
    values,
    files,
  );

/** All answers as plain text, to be kept somewhere else. */
export const answersText = (l10n: Localizer, snapshot: ApplicationSnapshot): string =>
  givenAnswers(l10n, snapshot)
    .map(({ label, text }) => `${label}\n${text}\n`)
    .join('\n');
