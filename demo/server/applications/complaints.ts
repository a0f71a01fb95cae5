/** What is wrong with a field, in English, for a client that has no words of its own. */
import type { FieldCode, FieldError as DomainError } from '../../../src/domain/validation.ts';

const complaints: Readonly<Record<FieldCode, string>> = {
  required: 'This is required.',
  alternative: 'Either this or {other} is required.',
  invalid: 'This is not what is asked for.',
  tooShort: 'This needs at least {limit} characters.',
  tooLong: 'This can have at most {limit} characters.',
  tooFewWords: 'This needs at least {limit} words; {n} are missing.',
  tooManyWords: 'This can have at most {limit} words; {n} are too many.',
  tooLow: 'This has to be at least {limit}.',
  tooHigh: 'This can be at most {limit}.',
  tooFew: 'At least {limit} are needed.',
  tooMany: 'At most {limit} are taken.',
  fileName: 'The name of the file is too long, or has characters that hide what it is.',
  fileType: 'A file of this type is not accepted.',
  fileDouble: 'The name of the file has the extension of a program inside.',
  fileEmpty: 'The file is empty.',
  fileTooLarge: 'The file is larger than {limit} bytes.',
  fileUnreadable: 'The file could not be read.',
  fileContent: 'The file is not what its name says.',
  fileRefused: 'The file is not accepted.',
  server: 'This is not accepted.',
};

/** Codes about what a file is, or pretends to be, rather than about the form: 415 instead of 422. */
const TYPE_CODES: readonly FieldCode[] = ['fileName', 'fileType', 'fileDouble', 'fileContent'];

export const isAboutType = ({ code }: DomainError): boolean => TYPE_CODES.includes(code);

export const complaintOf = ({ code, params }: DomainError): string =>
  complaints[code].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
