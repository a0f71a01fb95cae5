/** What an applicant gets back, and keeps. */
import { randomInt } from 'node:crypto';
import type { Project } from '../../../src/domain/project.ts';

export interface StoredReceipt {
  readonly id: string;
  readonly reference: string;
  readonly submittedAt: string;
  readonly status: 'received';
  readonly nextSteps: readonly string[];
}

/** Nothing that is misread on paper or misheard on the phone: no 0 O, 1 I L, no vowels that spell words. */
const ALPHABET = '23456789BCDFGHJKMNPQRSTVWXZ';

const characters = (count: number) =>
  Array.from({ length: count }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

export const makeReference = (): string => `FH-${characters(4)}-${characters(3)}`;

export function nextStepsFor({ employer, applyBy, startsOn }: Project): string[] {
  const until = applyBy ? ` until ${applyBy.slice(0, 10)}` : '';
  return [
    `${employer.name} reads applications${until} and answers everyone by email.`,
    ...(startsOn
      ? [`If you are chosen, you agree on the outline of work before ${startsOn}.`]
      : []),
    'Quote the reference when you write to us about this application.',
  ];
}
