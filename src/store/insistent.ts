/** Sends one thing through a network that comes and goes. */
import { isOffline, REDIRECTED } from '../source/http-exchange.ts';
import { abortError, passing, pauseAfter, untilAborted, type Clock } from '../source/retry.ts';
import { asSourceError, NOT_SENT, type SourceError } from '../source/source-error.ts';

/** How often it is sent before somebody has to decide. */
const TRIES = 4;
/** Milliseconds for all tries and the pauses between them, without the time spent offline. */
const BUDGET = 90_000;
/** "Too early" (RFC 8470), of all replies to requests that come again. */
const TOO_EARLY = 425;

/** What is happening right now: the first try, a later one, or waiting for the network. */
export type Stage = 'first' | 'again' | 'offline';

export interface Insistence {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** False where a second try could count twice: then only waiting for the network is left. */
  readonly repeatable: boolean;
  readonly onStage: (stage: Stage) => void;
}

/** Resolves when the network is back. */
const online = (signal: AbortSignal): Promise<void> =>
  untilAborted(
    new Promise((resolve) => {
      // Where there is no such event there is no such state either.
      (globalThis as Partial<typeof globalThis>).addEventListener?.('online', () => resolve(), {
        once: true,
        signal,
      });
    }),
    signal,
  );

/** True for failures after which nobody knows more than before, or that pass by themselves. */
const passes = ({ kind, status, code }: SourceError): boolean =>
  kind === 'http'
    ? status === TOO_EARLY || passing.has(status ?? 0)
    : !/rejected|blocked/.test(kind) && code !== REDIRECTED;

/**
 * Runs `attempt` until there is an answer. While the browser is offline it waits, however long; after
 * failures that pass it tries again, where that is safe, and honours `Retry-After` as long as there is time.
 * Rejects with the last `SourceError`, or with `AbortError` when the signal aborts.
 */
export async function insist<Value>(
  attempt: () => Promise<Value>,
  { clock, signal, repeatable, onStage }: Insistence,
): Promise<Value> {
  let end = clock.now() + BUDGET;
  for (let tries = 1; ; tries++) {
    if (isOffline()) {
      onStage('offline');
      await online(signal);
      end = clock.now() + BUDGET;
      if (tries > 1) tries = 2;
    }
    onStage(tries > 1 ? 'again' : 'first');
    try {
      return await attempt();
    } catch (thrown) {
      if (signal.aborted) throw abortError();
      const error = asSourceError(thrown);
      if (!(repeatable || error.code === NOT_SENT) || !passes(error)) throw error;
      if (isOffline()) continue;
      const pause = pauseAfter(tries, clock.random(), error.retryAfter);
      if (tries === TRIES || clock.now() + pause >= end) throw error;
      onStage('again');
      await clock.sleep(pause, signal);
    }
  }
}
