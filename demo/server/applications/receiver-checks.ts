/** What only a receiver has to check: what a form would never send, and what whole files are. */
import { NAME, type FormField, type Values } from '../../../src/domain/form-definition.ts';
import type { FieldError as DomainError } from '../../../src/domain/validation.ts';
import type { FieldError } from '../http/problem.ts';
import { isSound } from './file-kind.ts';
import type { ReceivedFile } from './received-form.ts';

type Json = Record<string, unknown>;

export const recordOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};

export const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

export const pointerTo = (place: string, key: string): string =>
  `/${place}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;

const complain = (field: string, code: DomainError['code']): DomainError => ({
  field,
  code,
  params: {},
});

/** A form may hold numbers and ticks as text; what is sent may not. */
export function checkTypes(fields: readonly FormField[], values: Values): DomainError[] {
  const types = { number: 'number', boolean: 'boolean', consent: 'boolean' } as const;
  return fields.flatMap(({ pointer, type }) => {
    const wanted = type in types ? types[type as keyof typeof types] : undefined;
    const isText = wanted !== undefined && typeof values[pointer] === 'string';
    return isText ? [complain(pointer, 'invalid')] : [];
  });
}

/** The first bytes are not the whole file: an archive shows at its end what it holds. */
export const checkContents = (files: readonly ReceivedFile[]): DomainError[] =>
  files
    .filter(({ name, bytes }) => !isSound(name, bytes))
    .map(({ part }) => complain(pointerTo('files', part), 'fileContent'));

/** Answers and files that nobody asked for are not kept unseen; they are sent back. */
export function checkUnasked(
  fields: readonly FormField[],
  answers: Json,
  files: readonly ReceivedFile[],
): FieldError[] {
  const known = new Set(fields.filter(({ type }) => type !== 'info').map(({ pointer }) => pointer));
  const given = [
    ...Object.keys(answers).map((id) => pointerTo('answers', id)),
    ...files.map(({ part }) => pointerTo('files', part)),
  ];
  return [...new Set(given)]
    .filter((pointer) => !known.has(pointer))
    .map((pointer) => ({ pointer, detail: 'This was not asked for.' }));
}

const MAX_CONSENT = 10_000;
const MAX_FURTHER = 1000;
const LINE_BREAK = /[\n\v\f\r\x85\u2028\u2029]/;

/** Who applies ends up in a mail's header; what was agreed to is kept, so it has to be there. */
export function checkEnvelope(application: Json): FieldError[] {
  const { name, email: _email, ...further } = recordOf(application['applicant']);
  const { text, version, at } = recordOf(application['consent']);
  const checks: (readonly [holds: boolean, pointer: string, detail: string])[] = [
    [!LINE_BREAK.test(textOf(name)), NAME, 'The name has to be on one line.'],
    ...Object.entries(further).map(
      ([key, value]) =>
        [
          JSON.stringify(value).length <= MAX_FURTHER,
          pointerTo('applicant', key),
          'This is too long.',
        ] as const,
    ),
    [
      textOf(text) !== '' && textOf(text).length <= MAX_CONSENT,
      '/consent',
      'The text that was agreed to is missing.',
    ],
    [textOf(version).length <= 100, '/consent', 'The version is too long.'],
    [
      at === undefined || Number.isFinite(Date.parse(textOf(at))),
      '/consent',
      'The moment of consent is not a date.',
    ],
  ];
  return checks.filter(([holds]) => !holds).map(([, pointer, detail]) => ({ pointer, detail }));
}
