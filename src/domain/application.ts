/** An application: what a student sends, and what comes back. */
import type { Answers } from './questions.ts';

/** Exactly the JSON of the part `application`. */
export interface Application {
  /** Further keys are what the school asks of everybody. */
  readonly applicant: { readonly name: string; readonly email: string } & Answers;
  readonly proposal?: string;
  readonly answers: Answers;
  readonly consent: Consent;
  /** BCP 47 language in which the form was filled in. */
  readonly locale?: string;
}

/** What was agreed to, in the words that were shown. */
export interface Consent {
  readonly accepted: true;
  readonly text: string;
  readonly version: string;
  /** ISO 8601 instant. */
  readonly at: string;
}

/** A file with the name of the part that carries it: `resume`, or a question's id. */
export interface Attachment {
  readonly part: string;
  readonly file: File;
}

/** Who applies, as far as a page knows. */
export interface Identity {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
}

/**
 * What may tell a program from a person. Whoever reads applications sees it; it never refuses one, for
 * autofill and assistive technology trip such traps, too.
 */
export interface Signals {
  /** A field that nobody sees was filled in. */
  readonly trapFilled: boolean;
  /** Whole seconds between the first touch of the form and sending. */
  readonly secondsOnForm: number;
  /** What the controls in the slot `challenge` hold, by their names: `{"altcha": "eyJhbGci…"}`. */
  readonly challenge?: Readonly<Record<string, string>>;
}

/** Everything that one attempt sends. The key stays the same until there is a receipt. */
export interface Submission {
  readonly application: Application;
  readonly attachments: readonly Attachment[];
  /** UUID, sent as `Idempotency-Key`. */
  readonly key: string;
  /** Of the attempt, not of the application: they may differ each time. Sent as JSON in a part of their own, `signals`. */
  readonly signals?: Signals | undefined;
}

export interface Receipt {
  readonly id: string;
  /** What a student quotes in an email: `FH-7Q2K-93`. */
  readonly reference: string;
  /** ISO 8601 instant. */
  readonly submittedAt?: string;
  readonly status?: string;
  readonly nextSteps?: readonly string[];
}

export type ReportReason = 'scam' | 'unpaid' | 'discrimination' | 'other';
export const REPORT_REASONS: readonly ReportReason[] = [
  'scam',
  'unpaid',
  'discrimination',
  'other',
];

/** A student's report of a suspicious listing. */
export interface Report {
  readonly reason: ReportReason;
  readonly details?: string;
}
