/** Every source that needs no server of its own passes the contract, here in Node and in a browser. */
import { http, type HttpHandler } from 'msw';
import { handlersFor } from '../../demo/mocks/handlers.ts';
import { answerNatively } from '../../demo/mocks/native-api.ts';
import { HttpSource } from '../../src/source/http-source.ts';
import { MemorySource } from '../../src/source/memory-source.ts';
import { shareRequests } from '../../src/source/shared-source.ts';
import { listingsSourceSuite } from '../contract/listings-source.suite.ts';
import { outage } from '../contract/outage.ts';

/** Between two tries no time passes. */
const clock = { sleep: () => Promise.resolve() };

listingsSourceSuite('MemorySource', (projects) => {
  const { error, ...api } = outage();
  return { source: new MemorySource(projects, { fail: error }), ...api };
});

listingsSourceSuite('a shared MemorySource', (projects) => {
  const { error, ...api } = outage();
  return { source: shareRequests(new MemorySource(projects, { fail: error })), ...api };
});

listingsSourceSuite('HttpSource with a fetch of its own', (projects) => {
  const url = 'https://listings.example.edu/api';
  const { around, ...api } = outage();
  const memory = new MemorySource(projects, {
    summarize: ({ deliverables: _, reportable: __, ...card }) => card,
  });
  const fetch = around((input, init) => answerNatively(new Request(input, init), memory, url));
  return { source: new HttpSource({ url, fetch, clock }), ...api };
});

/** A name that is not written down, so that a browser is not asked for what is only in Node. */
const platform = 'process' in globalThis ? 'node' : 'browser';

listingsSourceSuite('HttpSource over a mocked network', async (projects) => {
  const { startMocks } = (await import(`../contract/mock-network.${platform}.ts`)) as {
    startMocks: (handlers: readonly HttpHandler[]) => Promise<() => unknown>;
  };
  const url = 'https://mocked.example.edu/api';
  const { answer, ...api } = outage();
  const close = await startMocks([
    http.all(`${url}/*`, answer),
    ...handlersFor(new MemorySource(projects), { api: url, delay: 1 }),
  ]);
  return { source: new HttpSource({ url, clock }), close, ...api };
});
