/** Answers in the words of their questions. */
import type { Project } from '../../../src/domain/project.ts';
import type { StoredApplication } from './staff-repository.ts';

export interface AnsweredQuestion {
  readonly label: string;
  readonly answer: string;
}

export function answeredQuestions(
  project: Project,
  { answers = {} }: StoredApplication,
): AnsweredQuestion[] {
  const questions = project.application?.questions ?? [];
  return Object.entries(answers).map(([id, value]) => {
    const question = questions.find((each) => each.id === id);
    const inWords = (each: unknown): string =>
      typeof each === 'boolean'
        ? each
          ? 'Yes'
          : 'No'
        : (question?.options?.find((option) => option.value === each)?.label ?? String(each));
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return { label: question?.label ?? id, answer: values.map(inWords).join(', ') };
  });
}
