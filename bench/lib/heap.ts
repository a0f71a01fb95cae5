/** What a page keeps in memory once everything that can go is gone. */
import type { CDPSession } from 'playwright-core';

/** Bytes of JavaScript objects, after a collection. */
export async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.enable');
  // What finalizers let go of goes with the next one.
  for (let round = 0; round < 3; round++) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = (await cdp.send('Runtime.getHeapUsage')) as { usedSize: number };
  return usedSize;
}
