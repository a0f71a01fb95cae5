/** Mock Service Worker between the page and the network. */
import type { HttpHandler } from 'msw';
import { setupWorker } from 'msw/browser';

export async function startMocks(handlers: readonly HttpHandler[]): Promise<() => unknown> {
  const worker = setupWorker(...handlers);
  await worker.start({ quiet: true, onUnhandledFrame: 'bypass' });
  return () => worker.stop();
}
