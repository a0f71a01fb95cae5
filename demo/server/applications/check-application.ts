/**
 * Checks an application against its listing. The widget checks the same before sending, but anybody can
 * send anything: nothing reaches the database unless it passes here.
 */
import type { ApplicationTerms, Project } from '../../../src/domain/project.ts';
import type { Answers } from '../../../src/domain/questions.ts';
import { countWords } from '../../../src/domain/words.ts';
import { Problem, type FieldError } from '../http/problem.ts';
import { checkAnswers, isEmail } from './check-answers.ts';
import { checkFiles } from './check-files.ts';
import type { ReceivedForm } from './received-form.ts';

export interface CheckedApplication {
  readonly name: string;
  readonly email: string;
}

type Json = Record<string, unknown>;

const MAX_NAME = 200;
const MAX_PROPOSAL = 50_000;

const recordOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

function checkApplicant({ name, email, ...further }: Json): FieldError[] {
  const errors: FieldError[] = [];
  const complain = (key: string, detail: string) =>
    errors.push({ pointer: `/applicant/${key}`, detail });
  if (textOf(name) === '') complain('name', 'The name is missing.');
  else if (textOf(name).length > MAX_NAME || /\p{Cc}/u.test(textOf(name)))
    complain('name', `The name can have at most ${MAX_NAME} characters, on one line.`);
  if (textOf(email) === '') complain('email', 'The email address is missing.');
  else if (!isEmail(textOf(email))) complain('email', 'This is not an email address.');
  for (const [key, value] of Object.entries(further))
    if (JSON.stringify(value).length > 1000) complain(key, 'This is too long.');
  return errors;
}

function checkProposal(terms: ApplicationTerms, value: unknown, locale: string): FieldError[] {
  const { minWords = 0, maxWords = Infinity } = terms.proposal ?? {};
  const asked = terms.requires?.proposal ?? 'required';
  const complain = (detail: string): FieldError[] => [{ pointer: '/proposal', detail }];
  const text = textOf(value);
  if (value !== undefined && typeof value !== 'string') return complain('This has to be a text.');
  if (text === '') return asked === 'required' ? complain('The proposal is missing.') : [];
  if (asked === 'none') return complain('A proposal was not asked for.');
  if (text.length > MAX_PROPOSAL) return complain(`At most ${MAX_PROPOSAL} characters.`);
  const words = countWords(text, locale || undefined);
  if (words < minWords) return complain(`${words} words; at least ${minWords} are needed.`);
  if (words > maxWords) return complain(`${words} words; at most ${maxWords} are read.`);
  return [];
}

/** The text that was agreed to is kept with the application, so it has to be there. */
function checkConsent({ accepted, text, version, at }: Json): FieldError[] {
  const complain = (detail: string): FieldError[] => [{ pointer: '/consent', detail }];
  if (accepted !== true) return complain('An application needs consent.');
  if (textOf(text) === '' || textOf(text).length > 10_000)
    return complain('The text that was agreed to is missing.');
  if (textOf(version).length > 100) return complain('The version is too long.');
  if (at !== undefined && !Number.isFinite(Date.parse(textOf(at))))
    return complain('The moment of consent is not a date.');
  return [];
}

const unstorable = (value: unknown): boolean => JSON.stringify(value).includes('\\u0000');

/** Returns who applies; throws the problem that says everything that is wrong. */
export function checkApplication(project: Project, form: ReceivedForm): CheckedApplication {
  const terms = project.application ?? {};
  const application = recordOf(form.application);
  const applicant = recordOf(application['applicant']);
  const answers = recordOf(application['answers']) as Answers;
  const files = checkFiles(terms, answers, form.files);
  const hasFile = (id: string) => form.files.some(({ part }) => part === id);
  const errors = [
    ...checkApplicant(applicant),
    ...checkProposal(terms, application['proposal'], textOf(application['locale'])),
    ...files.refused,
    ...checkAnswers(terms.questions ?? [], answers, hasFile),
    ...checkConsent(recordOf(application['consent'])),
  ];
  if (unstorable(application)) errors.push({ pointer: '', detail: 'There is a NUL character.' });
  if (errors.length > 0)
    throw new Problem(422, {
      detail: 'Something in the application has to be corrected.',
      errors: [...errors, ...files.wrongType],
    });
  if (files.wrongType.length > 0)
    throw new Problem(415, {
      detail: 'A file is not of an accepted type.',
      errors: files.wrongType,
    });
  return { name: textOf(applicant['name']), email: textOf(applicant['email']) };
}
