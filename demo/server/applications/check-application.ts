/**
 * Checks an application against its listing, by the rules that the widget's form follows too. To those
 * come the checks that only a receiver needs.
 */
import { HEAD_BYTES, type FileFacts } from '../../../src/domain/files.ts';
import {
  askedFields,
  EMAIL,
  formDefinition,
  NAME,
  valuesOf,
} from '../../../src/domain/form-definition.ts';
import type { Project } from '../../../src/domain/project.ts';
import {
  validate,
  type FieldError as DomainError,
  type FilesByField,
} from '../../../src/domain/validation.ts';
import { readApplication } from '../../../src/source/decode-application.ts';
import { Problem, type FieldError } from '../http/problem.ts';
import { complaintOf, isAboutType } from './complaints.ts';
import {
  checkContents,
  checkEnvelope,
  checkTypes,
  checkUnasked,
  pointerTo,
  recordOf,
  textOf,
} from './receiver-checks.ts';
import type { ReceivedFile, ReceivedForm } from './received-form.ts';

export interface CheckedApplication {
  readonly name: string;
  readonly email: string;
}

/** What the form's own rules look at in a file, by the pointer of its field. */
function factsOf(files: readonly ReceivedFile[]): FilesByField {
  const facts: Record<string, FileFacts[]> = {};
  for (const { part, name, bytes } of files)
    (facts[pointerTo('files', part)] ??= []).push({
      name,
      size: bytes.length,
      head: bytes.subarray(0, HEAD_BYTES),
    });
  return facts;
}

/** One complaint a field is enough, and the first is the plainest. */
const firstOfEach = (errors: readonly FieldError[]): FieldError[] =>
  [...new Map(errors.toReversed().map((error) => [error.pointer, error])).values()].toReversed();

/**
 * The project as a form understands it: a question that cannot be asked is not expected either, and limits
 * that contradict each other are read in the same way.
 */
export function asFormReadsIt({ application, ...project }: Project): Project {
  const terms = readApplication(application, undefined, project.url);
  return terms ? { ...project, application: terms } : project;
}

/** Returns who applies; throws the problem that says everything that is wrong. */
export function checkApplication(project: Project, form: ReceivedForm): CheckedApplication {
  const application = recordOf(form.application);
  const definition = formDefinition(project);
  const values = valuesOf(definition, application);
  const fields = askedFields(definition, values);
  const found = validate(
    definition,
    values,
    factsOf(form.files),
    textOf(application['locale']) || undefined,
  );
  const unasked = checkUnasked(fields, recordOf(application['answers']), form.files);
  const flawed = new Set([...found.map(({ field }) => field), ...unasked.map((e) => e.pointer)]);
  const sound = form.files.filter(({ part }) => !flawed.has(pointerTo('files', part)));
  const all = [...found, ...checkTypes(fields, values), ...checkContents(sound)];

  const toError = (error: DomainError) => ({ pointer: error.field, detail: complaintOf(error) });
  const wrongType = all.filter(isAboutType).map(toError);
  const refused = [
    ...all.filter((error) => !isAboutType(error)).map(toError),
    ...unasked,
    ...checkEnvelope(application),
  ];
  if (refused.length > 0)
    throw new Problem(422, {
      detail: 'Something in the application has to be corrected.',
      errors: firstOfEach([...refused, ...wrongType]),
    });
  if (wrongType.length > 0)
    throw new Problem(415, { detail: 'A file is not accepted.', errors: firstOfEach(wrongType) });
  return { name: textOf(values[NAME]), email: textOf(values[EMAIL]) };
}
