import type { Receipt } from '../domain/application.ts';

/**
 * How a request ended in failure.
 * CORS, DNS and an ad blocker look alike to a page: `network`. `blocked` is said only when the
 * browser reported that the page's own policy forbade the request.
 */
export type ErrorKind =
  'offline' | 'timeout' | 'network' | 'http' | 'rejected' | 'malformed' | 'blocked';

/** A complaint about one part of an application; `pointer` is a JSON pointer (RFC 6901) into it. */
export interface FieldProblem {
  readonly pointer: string;
  readonly detail: string;
}

/** Code of a failure before the application went out: nobody can have received it. */
export const NOT_SENT = 'not-sent';

/** What a problem response (RFC 9457) adds to its status. */
export interface Problem {
  readonly status?: number | null;
  /** `already-received`, `duplicate-applicant`, `closed`, or a word of the API's own. */
  readonly code?: string | undefined;
  readonly detail?: string | undefined;
  readonly errors?: readonly FieldProblem[];
  readonly receipt?: Receipt | undefined;
  /** Seconds to wait, from `Retry-After`. */
  readonly retryAfter?: number | undefined;
}

/** The only error that a source throws, besides the `AbortError` of its caller's own signal. */
export class SourceError extends Error {
  readonly kind: ErrorKind;
  /** HTTP status; null when there was no response. */
  readonly status: number | null;
  readonly code: string | undefined;
  /** The API's own explanation, plain text. */
  readonly detail: string | undefined;
  readonly errors: readonly FieldProblem[];
  readonly receipt: Receipt | undefined;
  readonly retryAfter: number | undefined;

  constructor(kind: ErrorKind, message: string, problem: Problem = {}) {
    super(message);
    this.name = 'SourceError';
    this.kind = kind;
    this.status = problem.status ?? null;
    this.code = problem.code;
    this.detail = problem.detail;
    this.errors = problem.errors ?? [];
    this.receipt = problem.receipt;
    this.retryAfter = problem.retryAfter;
  }
}

/** True for the error of an aborted request, which is nobody's failure. */
export const isAbort = (error: unknown): boolean =>
  (error as { name?: unknown } | null)?.name === 'AbortError';

/** What a source threw, as a `SourceError`: one that others have written may throw anything. */
export const asSourceError = (error: unknown): SourceError =>
  error instanceof SourceError ? error : new SourceError('network', String(error));

/** What an error says, whatever was thrown. */
export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
