/** What is known of one application at a moment, as the form draws it. */
import type { Receipt } from '../domain/application.ts';
import type { FormChange } from '../domain/form-changes.ts';
import type { FormField, Values } from '../domain/form-definition.ts';
import type { FormSection } from '../domain/form-sections.ts';
import type { FieldError } from '../domain/validation.ts';
import type { ApplyOptions } from '../source/listings-source.ts';
import { NOT_SENT, type SourceError } from '../source/source-error.ts';
import type { ChosenFile } from './chosen-file.ts';
import type { SentBefore } from './draft-box.ts';
import type { Stage } from './insistent.ts';

/** Why an application was not taken, or was not even sent. */
export type FailureReason =
  /** Not sent: the student stopped it in time. */
  | 'stopped'
  /** Not sent: what stands in the slot `challenge` has not been done. */
  | 'unchecked'
  /** Not sent: the page's own policy forbids it. */
  | 'blocked'
  /** Not sent: what has to go ahead of it, a file, found no way. */
  | 'unreached'
  /** Not sent: a listener of `foothold-application-submit` let its promise reject. */
  | 'held'
  /** Not sent: these listings take no applications here. */
  | 'unsupported'
  | 'closed'
  | 'gone'
  /** This email address has applied to this project before. */
  | 'duplicate'
  /** Too many at once: try again later. */
  | 'busy'
  | 'refused';

/** Where an application stands. */
export type Phase =
  | { readonly status: 'editing' }
  | {
      readonly status: 'sending';
      readonly stage: Stage;
      /** The part sent so far, 0 to 1; absent where nobody can say. */
      readonly progress?: number;
    }
  | {
      /** It may or may not have arrived. */
      readonly status: 'unconfirmed';
      /** Sending it again settles that, and counts once. Otherwise the student had better look first. */
      readonly repeatable: boolean;
      /** Why a later attempt was not even sent, or that it was stopped. */
      readonly reason?: FailureReason;
    }
  | {
      readonly status: 'failed';
      readonly reason: FailureReason;
      /** Seconds to wait, where the API says. */
      readonly wait?: number | undefined;
      /** The API's own words. */
      readonly detail?: string | undefined;
    }
  | {
      readonly status: 'sent';
      readonly receipt: Receipt;
      /** ISO 8601 instant. */
      readonly sentAt: string;
      /** An earlier version had arrived already, and is the one that counts. */
      readonly earlier: boolean;
    };

/** What is kept in this tab, if the student asks for it. */
export interface DraftState {
  /** What is typed is written down as it changes. */
  readonly kept: boolean;
  /** It was asked for, and could not be written. */
  readonly failed?: boolean;
  /** One that was left over from before, offered but not filled in: when it was written, in milliseconds since 1970. */
  readonly leftover?: number | undefined;
}

export interface ApplicationSnapshot {
  readonly fields: readonly FormField[];
  /** The steps of a long form, without the review at the end; none for a short one. */
  readonly steps: readonly FormSection[];
  /** The step that is open; `steps.length` is the review. */
  readonly step: number;
  /** The review was open already. */
  readonly reviewed: boolean;
  /** What was typed, by pointer. */
  readonly values: Values;
  readonly files: Readonly<Record<string, readonly ChosenFile[]>>;
  /** Pointers of the fields whose files are being copied. */
  readonly reading: readonly string[];
  /** Pointers of the fields that hold what the page knew already, untouched so far. */
  readonly prefilled: readonly string[];
  /** The email address that was probably meant. */
  readonly likelyEmail?: string | undefined;
  /** What is wrong now, by pointer. */
  readonly errors: Readonly<Record<string, FieldError | undefined>>;
  /** Pointers of what was wrong at the last attempt to go on, in order; some may be right by now. */
  readonly summary: readonly string[];
  /** What the API said of something that is not on the form. */
  readonly remarks: readonly string[];
  /** How the form has changed since somebody began to fill it in. */
  readonly changes: readonly FormChange[];
  readonly draft: DraftState;
  /** An earlier application from this tab. */
  readonly sentBefore?: SentBefore | undefined;
  readonly phase: Phase;
}

export const blank: Omit<ApplicationSnapshot, 'fields' | 'steps'> = {
  step: 0,
  reviewed: false,
  values: {},
  files: {},
  reading: [],
  prefilled: [],
  likelyEmail: undefined,
  errors: {},
  summary: [],
  remarks: [],
  changes: [],
  draft: { kept: false },
  sentBefore: undefined,
  phase: { status: 'editing' },
};

/** What the form was shown with at the moment of sending. */
export interface Agreement {
  readonly text: string;
  readonly version: string;
}

/** What the page has to say about one attempt to send. */
export interface Attempt {
  /** Asked before anything is sent: false stops quietly, a rejection with a remark. */
  readonly approve?: () => Promise<boolean>;
  /** A field that nobody sees was filled in. */
  readonly trapFilled?: boolean;
  /** What the controls in the slot `challenge` hold; `unfinished` where none of them holds anything. */
  readonly challenge?: () => Readonly<Record<string, string>> | 'unfinished' | undefined;
  readonly token?: ApplyOptions['token'];
}

/** What a refusal means for the application. */
export function phaseAfter(error: SourceError, repeatable: boolean): Phase {
  const { kind, status, code, retryAfter: wait, detail } = error;
  const failed = (reason: FailureReason): Phase => ({ status: 'failed', reason, wait, detail });
  if (kind === 'blocked') return failed('blocked');
  if (status === 429 || status === 503) return failed('busy');
  if (status === 404 || status === 410) return failed('gone');
  if (status === 409 && code === 'duplicate-applicant') return failed('duplicate');
  if (status === 409 && (!code || code === 'closed')) return failed('closed');
  if (status !== null && status >= 400 && status < 500 && status !== 408) return failed('refused');
  if (code === NOT_SENT) return failed('unreached');
  // No answer, half an answer, or one of a server in between: it may have arrived.
  return { status: 'unconfirmed', repeatable };
}
