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

/** `December 4, 2026`: calendar dates, the same wherever they are read. */
const inWords = (date: string): string =>
  new Date(date.slice(0, 10)).toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' });

export function nextStepsFor({ employer, applyBy, startsOn }: Project): string[] {
  const until = applyBy ? ` until ${inWords(applyBy)}` : '';
  return [
    `${employer.name} reads applications${until} and answers everyone by email.`,
    ...(startsOn
      ? [`If you are chosen, you agree on the outline of work before ${inWords(startsOn)}.`]
      : []),
    'Quote the reference when you write to us about this application.',
  ];
}
