/** Checks the files of an application against what the listing asks for. */
import type { ApplicationTerms } from '../../../src/domain/project.ts';
import { isAsked, type Answers } from '../../../src/domain/questions.ts';
import type { FieldError } from '../http/problem.ts';
import { isMissing } from './check-answers.ts';
import { mediaTypeOf, RESUME_TYPES } from './file-kind.ts';
import type { ReceivedFile } from './received-form.ts';

export interface FileErrors {
  /** Missing, empty, too many, not asked for: 422. */
  readonly refused: readonly FieldError[];
  /** Not of an accepted type, or not what the name says: 415. */
  readonly wrongType: readonly FieldError[];
}

/** How one part may be filled. */
interface Slot {
  readonly part: string;
  readonly required: boolean;
  readonly most: number;
  readonly accept: readonly string[];
}

export const DEFAULT_MAX_BYTES = 5_242_880;

function slotsOf(
  { requires, questions = [], upload }: ApplicationTerms,
  answers: Answers,
  has: (id: string) => boolean,
): Slot[] {
  const accept = upload?.accept ?? RESUME_TYPES;
  const resume = requires?.resume ?? 'optional';
  const ofQuestions = questions
    .filter((question) => question.type === 'file' && isAsked(question, answers))
    .map((question) => ({
      part: question.id,
      required: isMissing(question, questions, has),
      most: question.multiple ? (question.maxItems ?? 10) : 1,
      accept: question.accept ?? accept,
    }));
  return resume === 'none'
    ? ofQuestions
    : [{ part: 'resume', required: resume === 'required', most: 1, accept }, ...ofQuestions];
}

export function checkFiles(
  terms: ApplicationTerms,
  answers: Answers,
  files: readonly ReceivedFile[],
): FileErrors {
  const has = (id: string) => answers[id] !== undefined || files.some(({ part }) => part === id);
  const slots = slotsOf(terms, answers, has);
  const refused: FieldError[] = [];
  const wrongType: FieldError[] = [];

  for (const { part, required, most } of slots) {
    const count = files.filter((file) => file.part === part).length;
    const pointer = `/files/${part}`;
    if (count === 0 && required) refused.push({ pointer, detail: 'This file is required.' });
    if (count > most) refused.push({ pointer, detail: `At most ${most} can be attached.` });
  }
  for (const { part, name, bytes } of files) {
    const slot = slots.find((each) => each.part === part);
    const pointer = `/files/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!slot) refused.push({ pointer, detail: 'This file was not asked for.' });
    else if (bytes.length === 0) refused.push({ pointer, detail: 'The file is empty.' });
    else if (mediaTypeOf(name, bytes, slot.accept) === undefined)
      wrongType.push({
        pointer,
        detail: `The file has to be one of ${slot.accept.join(', ')}, and be what its name says.`,
      });
  }
  return { refused, wrongType };
}
