/** Work that is done again and again, but never twice at a time. */

export interface Recurring {
  /** Does it now, or waits for what is under way. */
  run(): Promise<void>;
  /** Waits for what is under way, and does it no more. */
  stop(): Promise<void>;
}

/**
 * @param interval milliseconds
 * @param onError called where the work failed; it is done again all the same
 */
export function recurring(
  work: () => Promise<void>,
  interval: number,
  onError: (error: unknown) => void,
): Recurring {
  let running: Promise<void> | undefined;
  const run = () =>
    (running ??= work()
      .catch(onError)
      .finally(() => (running = undefined)));
  const timer = setInterval(() => void run(), interval);
  return {
    run,
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
