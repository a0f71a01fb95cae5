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
 * The reply, unless its status is one of an error.
 * @param now milliseconds since 1970
 * @throws SourceError `rejected` for 409, 413, 415 and 422, `http` for other statuses, with what can be
 *   read of a problem document (RFC 9457)
 */
export function checked(reply: Reply, now: number): Reply {
  const { status, retryAfter } = reply;
  if (status >= 200 && status < 300) return reply;
  let problem: unknown;
  try {
    problem = JSON.parse(reply.text);
  } catch {
    // Not every error comes with a problem document.
  }
  throw new SourceError(
    rejecting.has(status) ? 'rejected' : 'http',
    `The API answered ${status}.`,
    { ...decodeProblem(status, problem), retryAfter: secondsOf(retryAfter, now) },
  );
}
