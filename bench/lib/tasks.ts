/** The tasks of a page's main thread, as Chromium's own trace has them. */
import type { Browser, Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds, of the thread's own time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/**
 * The longest task while `run` runs, in milliseconds that the main thread has computed: what else ran on
 * the machine is not in it.
 */
export async function longestTask(
  browser: Browser,
  page: Page,
  run: () => Promise<void>,
): Promise<number> {
  await browser.startTracing(page, {
    categories: ['toplevel', 'disabled-by-default-devtools.timeline'],
  });
  let buffer: Buffer;
  try {
    await run();
  } finally {
    buffer = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(buffer.toString()) as { traceEvents: TraceEvent[] };
  const key = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(key),
  );
  const durations = traceEvents
    .filter((event) => /RunTask$/.test(event.name) && mains.has(key(event)))
    .map(({ tdur = 0 }) => tdur / 1000);
  if (durations.length === 0) throw new Error('The trace has no tasks of the main thread.');
  return Math.max(...durations);
}
