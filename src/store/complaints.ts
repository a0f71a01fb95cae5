import { fieldAt, RESUME, type FormField } from '../domain/form-definition.ts';
import type { FieldError } from '../domain/validation.ts';
import type { SourceError } from '../source/source-error.ts';
import type { ApplicationSnapshot } from './application-state.ts';

/** Codes that come from the API: only it can take them back, once the answer has changed. */
export const foreignCodes: ReadonlySet<string> = new Set(['server', 'fileRefused']);

const resumeFirst = (a: FormField, b: FormField): number =>
  Number(b.pointer === RESUME) - Number(a.pointer === RESUME);

/** What an API complains of, each on its field; what belongs to none is a remark. */
export function complaintsOf(
  error: SourceError,
  { fields, files }: Pick<ApplicationSnapshot, 'fields' | 'files'>,
): Pick<ApplicationSnapshot, 'errors' | 'summary' | 'remarks'> {
  const errors: Record<string, FieldError> = {};
  const remarks: string[] = [];
  for (const { pointer, detail } of error.errors) {
    const field = fieldAt(fields, pointer)?.pointer;
    if (field) errors[field] ??= { field, code: 'server', params: { detail } };
    else remarks.push(detail);
  }
  const isAboutFile = error.status === 413 || error.status === 415;
  if (isAboutFile && !error.errors.length) {
    const isSent = ({ pointer }: FormField) => !!files[pointer]?.length;
    const field = [...fields].sort(resumeFirst).find(isSent)?.pointer;
    const name = field && files[field]![0]!.name;
    if (field && name) errors[field] = { field, code: 'fileRefused', params: { name } };
  }
  const summary = fields.map(({ pointer }) => pointer).filter((pointer) => errors[pointer]);
  return { errors, summary, remarks };
}
