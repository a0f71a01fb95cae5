/** Asks again after failures that pass by themselves. */
import { SourceError } from './source-error.ts';

/** The parts of the world that tests replace. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after a time in milliseconds, rejects with `AbortError` when the signal aborts. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** At least 0, less than 1. */
  readonly random: () => number;
}

export const abortError = (): DOMException => new DOMException('Aborted', 'AbortError');

/** Waits for something that goes on when this caller gives up. */
export const untilAborted = <Value>(
  promise: Promise<Value>,
  signal: AbortSignal | undefined,
): Promise<Value> =>
  signal
    ? new Promise((resolve, reject) => {
        const leave = () => reject(abortError());
        if (signal.aborted) leave();
        signal.addEventListener('abort', leave, { once: true });
        void promise
          .then(resolve, reject)
          .finally(() => signal.removeEventListener('abort', leave));
      })
    : promise;

export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        reject(abortError());
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, milliseconds);
      if (signal?.aborted) stop();
      else signal?.addEventListener('abort', stop, { once: true });
    }),
};

const TRIES = 3;
/** Milliseconds for all tries and the pauses between them. */
const BUDGET = 30_000;
/** Longest pause of our own choice, in milliseconds. */
const LONGEST = 8_000;
/** Statuses that pass by themselves. */
export const passing: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

const passes = (error: unknown): error is SourceError =>
  error instanceof SourceError &&
  (error.kind === 'network' || (error.kind === 'http' && passing.has(error.status ?? 0)));

/**
 * Milliseconds to wait after a number of failed tries: random between nothing and a limit that doubles
 * ("full jitter"), so that a class that does the same thing together does not come back together.
 * `Retry-After`, in seconds, comes on top.
 */
export const pauseAfter = (tries: number, random: number, retryAfter = 0): number =>
  random * Math.min(LONGEST, 500 * 2 ** (tries - 1)) + retryAfter * 1_000;

/**
 * Runs `attempt` until it succeeds, at most three times within 30 seconds. `attempt` is told how many
 * milliseconds are left.
 *
 * Where a pause asks for more than is left, the error goes to the caller at once.
 */
export async function withRetries<Value>(
  attempt: (budget: number) => Promise<Value>,
  { now, sleep, random }: Clock,
  signal?: AbortSignal,
): Promise<Value> {
  const end = now() + BUDGET;
  for (let tries = 1; ; tries++) {
    try {
      return await attempt(end - now());
    } catch (error) {
      if (tries === TRIES || !passes(error)) throw error;
      const pause = pauseAfter(tries, random(), error.retryAfter);
      if (now() + pause >= end) throw error;
      await sleep(pause, signal);
    }
  }
}
