/** Long work in slices, so that a page scrolls and takes clicks meanwhile. */

/** Milliseconds for one slice: half of a frame, with room for what else there is to do in it. */
const SLICE = 8;

let start = 0;

/** Lets the page do what has come up, and begins another slice. */
export async function yieldToPage(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  await (scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve)));
  start = performance.now();
}

/** Called between two pieces of work; waits for the page once the present slice is over. */
export function takePause(): Promise<void> | undefined {
  const now = performance.now();
  // Nothing has run for a while: this is the first piece of a slice.
  if (now - start > 5 * SLICE) start = now;
  return now - start < SLICE ? undefined : yieldToPage();
}

/** Work that may be interrupted wherever it yields. */
export type Work<Result> = Generator<undefined, Result>;

export async function inSlices<Result>(work: Work<Result>): Promise<Result> {
  for (;;) {
    const pause = takePause();
    if (pause) await pause;
    const { done, value } = work.next();
    if (done) return value;
  }
}

export function atOnce<Result>(work: Work<Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
