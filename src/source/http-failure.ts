/** What a reply with an error status says. */
import { decodeProblem } from './decode.ts';
import type { Reply } from './http-exchange.ts';
import { SourceError } from './source-error.ts';

/** `Retry-After` in seconds; it is a number of them or an HTTP date. */
function secondsOf(retryAfter: string | null, now: number): number | undefined {
  if (!retryAfter) return undefined;
  const seconds = /^\d+$/.test(retryAfter)
    ? Number(retryAfter)
    : (Date.parse(retryAfter) - now) / 1_000;
  return seconds >= 0 ? seconds : undefined;
}

const rejecting = new Set([409, 413, 415, 422]);

/**
 * What a reply says whose status is one of an error: `rejected` for 409, 413, 415 and 422, `http` for other
 * statuses, with what can be read of a problem document (RFC 9457). Undefined of any other reply.
 * @param now milliseconds since 1970
 */
export function failureOf(
  { status, text, retryAfter }: Reply,
  now: number,
): SourceError | undefined {
  if (status >= 200 && status < 300) return undefined;
  let problem: unknown;
  try {
    problem = JSON.parse(text);
  } catch {
    // Not every error comes with a problem document.
  }
  return new SourceError(
    rejecting.has(status) ? 'rejected' : 'http',
    `The API answered ${status}.`,
    { ...decodeProblem(status, problem), retryAfter: secondsOf(retryAfter, now) },
  );
}

/**
 * The reply, unless its status is one of an error.
 * @throws SourceError, see `failureOf`
 */
export function checked(reply: Reply, now: number): Reply {
  const failure = failureOf(reply, now);
  if (failure) throw failure;
  return reply;
}
