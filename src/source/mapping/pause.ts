/** Long work in slices, so that a page scrolls and takes clicks meanwhile. */

/** Milliseconds for one slice: half of a frame, with room for what else there is to do in it. */
const SLICE = 8;

let start = 0;

const yieldToPage = (): Promise<void> => {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
};

/** Called between two pieces of work; waits for the page once the present slice is over. */
export function takePause(): Promise<void> | undefined {
  const now = performance.now();
  // Nothing has run for a while: this is the first piece of a slice.
  if (now - start > 5 * SLICE) start = now;
  if (now - start < SLICE) return undefined;
  return yieldToPage().then(() => {
    start = performance.now();
  });
}
