/**
 * Runs one task at a time, the latest: a student who types faster than the network answers must
 * see the results of the last letter, whatever order the replies come in. Starting a task aborts
 * the one before and drops its reply, even where aborting came too late to stop it.
 */
export class Latest {
  #controller: AbortController | undefined;

  /** The task's result, or undefined where a newer task or `abort` has taken its place. */
  async run<Value>(
    task: (signal: AbortSignal) => Promise<Value>,
  ): Promise<{ value: Value } | { error: unknown } | undefined> {
    this.abort();
    const controller = (this.#controller = new AbortController());
    let outcome: { value: Value } | { error: unknown };
    try {
      outcome = { value: await task(controller.signal) };
    } catch (error) {
      outcome = { error };
    }
    return controller.signal.aborted ? undefined : outcome;
  }

  /** Ends the task under way, if any. */
  abort(): void {
    this.#controller?.abort();
    this.#controller = undefined;
  }
}
