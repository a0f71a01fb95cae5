/** The first pause before asking again, and the longest, in milliseconds. */
const FIRST = 20_000;
const LONGEST = 300_000;
/** A server may ask for more patience, up to a day (longer timers overflow). */
const DAY = 86_400_000;

/**
 * Asks again by itself after a failure: a page that is left open recovers without its reader.
 * Pauses double from 20 seconds to 5 minutes, and are never shorter than the server's `Retry-After`.
 */
export class AutoRetry {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pause = FIRST;

  /**
   * Plans the next try in place of any planned before.
   * @param retryAfter seconds for which the server wants to be left alone
   * @returns when it will be, in milliseconds since 1970
   */
  plan(retry: () => void, retryAfter = 0): number {
    this.cancel();
    const pause = Math.min(Math.max(this.#pause, retryAfter * 1000), DAY);
    this.#pause = Math.min(this.#pause * 2, LONGEST);
    this.#timer = setTimeout(retry, pause);
    return Date.now() + pause;
  }

  /** Drops the planned try. */
  cancel(): void {
    clearTimeout(this.#timer);
  }

  /** After a success: the next failure starts with the first pause. */
  reset(): void {
    this.cancel();
    this.#pause = FIRST;
  }
}
