/**
 * How a form is laid out: its fields in sections and, where there are many, a section or a part of one at
 * a time. Which fields a form has never depends on the answers, so neither does this.
 */
import {
  APPLICANT,
  askedFields,
  PROPOSAL,
  RESUME,
  type FormField,
  type Values,
} from './form-definition.ts';

/** What a section is about; `own` ones have the listing's own heading. */
export type SectionKind =
  'you' | 'proposal' | 'resume' | 'resumeAndQuestions' | 'questions' | 'own';

export interface FormSection {
  readonly kind: SectionKind;
  /** The listing's own heading. */
  readonly name?: string;
  /** Which part of a long section, from 1, and of how many. */
  readonly part?: readonly [part: number, of: number];
  readonly fields: readonly FormField[];
}

/** How many fields a person sees at once without losing the thread. Longer forms go step by step. */
export const MAX_TOGETHER = 8;

const takesAnswer = ({ type }: FormField): boolean => type !== 'info' && type !== 'consent';

/** All fields but the consent at the end, in the order of a conversation: who, why, with what, and the rest. */
export function formSections(fields: readonly FormField[]): readonly FormSection[] {
  const of = (...pointers: string[]) => fields.filter((each) => pointers.includes(each.pointer));
  const you = fields.filter(({ pointer }) => pointer.startsWith(APPLICANT));
  const questions = fields.filter((each) => each.label !== undefined && !you.includes(each));
  const loose = questions.filter((each) => !each.section);
  const resume = of(RESUME);
  const names = new Set(questions.flatMap((each) => each.section || []));
  const sections: readonly FormSection[] = [
    { kind: 'you', fields: you },
    { kind: 'proposal', fields: of(PROPOSAL) },
    loose.length
      ? {
          kind: resume.length ? 'resumeAndQuestions' : 'questions',
          fields: [...resume, ...loose],
        }
      : { kind: 'resume', fields: resume },
    ...[...names].map((name): FormSection => {
      return { kind: 'own', name, fields: questions.filter((each) => each.section === name) };
    }),
  ];
  return sections.filter((each) => each.fields.length);
}

/** Parts of a section that are short enough; a text before a question stays with it. */
function inParts(section: FormSection): readonly FormSection[] {
  const count = section.fields.filter(takesAnswer).length;
  const parts = Math.ceil(count / MAX_TOGETHER);
  if (parts < 2) return [section];
  const most = Math.ceil(count / parts);
  const lists: FormField[][] = [[]];
  for (const field of section.fields) {
    const last = lists.at(-1)!;
    const isFull = last.filter(takesAnswer).length === most;
    if (isFull && lists.length < parts) lists.push([field]);
    else last.push(field);
  }
  return lists.map((list, index) => ({
    ...section,
    part: [index + 1, lists.length],
    fields: list,
  }));
}

/** The steps of a long form, without the last one, in which everything is read again; none for a short form. */
export function formSteps(fields: readonly FormField[]): readonly FormSection[] {
  return fields.filter(takesAnswer).length > MAX_TOGETHER
    ? formSections(fields).flatMap(inParts)
    : [];
}

/** True where anything of it is asked. */
export const isOpen = ({ fields }: FormSection, asked: ReadonlySet<FormField>): boolean =>
  fields.some((each) => asked.has(each));

/** Of each step whether anything is asked in it, given the answers so far. Others are left out. */
export function openSteps(
  steps: readonly FormSection[],
  fields: readonly FormField[],
  values: Values,
): readonly boolean[] {
  const asked = new Set(askedFields(fields, values));
  return steps.map((step) => isOpen(step, asked));
}
