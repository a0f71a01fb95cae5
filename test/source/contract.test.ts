/** Every source that needs no server of its own passes the contract, here in Node and in a browser. */
import type { HttpHandler } from 'msw';
import { handlersFor } from '../../demo/mocks/handlers.ts';
import { answerNatively } from '../../demo/mocks/native-api.ts';
import { HttpSource } from '../../src/source/http-source.ts';
import { MemorySource } from '../../src/source/memory-source.ts';
import { shareRequests } from '../../src/source/shared-source.ts';
import { listingsSourceSuite } from '../contract/listings-source.suite.ts';

listingsSourceSuite('MemorySource', (projects) => ({ source: new MemorySource(projects) }));

listingsSourceSuite('a shared MemorySource', (projects) => ({
  source: shareRequests(new MemorySource(projects)),
}));

listingsSourceSuite('HttpSource with a fetch of its own', (projects) => {
  const url = 'https://listings.example.edu/api';
  const memory = new MemorySource(projects, {
    summarize: ({ deliverables: _, reportable: __, ...card }) => card,
  });
  const fetch = (input: RequestInfo | URL, init?: RequestInit) =>
    answerNatively(new Request(input, init), memory, url);
  return { source: new HttpSource({ url, fetch }) };
});

/** A name that is not written down, so that a browser is not asked for what is only in Node. */
const platform = 'process' in globalThis ? 'node' : 'browser';

listingsSourceSuite('HttpSource over a mocked network', async (projects) => {
  const { startMocks } = (await import(`../contract/mock-network.${platform}.ts`)) as {
    startMocks: (handlers: readonly HttpHandler[]) => Promise<() => unknown>;
  };
  const api = 'https://mocked.example.edu/api';
  const close = await startMocks(handlersFor(new MemorySource(projects), { api, delay: 1 }));
  return { source: new HttpSource({ url: api }), close };
});
