/** Mock Service Worker between Node and the network. */
import type { HttpHandler } from 'msw';
import { setupServer } from 'msw/node';

export async function startMocks(handlers: readonly HttpHandler[]): Promise<() => unknown> {
  const server = setupServer(...handlers);
  server.listen({ onUnhandledFrame: 'error' });
  return Promise.resolve(() => server.close());
}
