/**
 * Answers the listings API inside the browser, for the pages without a server. It stands before all
 * other scripts, so that none asks the API before there is one.
 */
import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';
import { MemorySource } from '../../src/source/memory-source.ts';
import { handlersFor } from '../mocks/handlers.ts';
import { generateProjects } from '../server/seed/generate.ts';

const here = (path: string) => new URL(path, document.baseURI).href;

/** The pages may lie in any folder; the seed speaks of the root. */
const projects = generateProjects(Date.now()).map((project) => {
  const { logoUrl } = project.employer;
  const employer = logoUrl ? { logoUrl: here(`.${logoUrl}`) } : {};
  return { ...project, employer: { ...project.employer, ...employer } };
});

const worker = setupWorker(
  ...handlersFor(new MemorySource(projects), { api: here('./api'), delay: 'real' }),
  http.all(here('./api-down/*'), () =>
    HttpResponse.json({ title: 'The listings are being moved.', status: 503 }, { status: 503 }),
  ),
);

const ready = worker.start({
  quiet: true,
  onUnhandledFrame: 'bypass',
  serviceWorker: { url: here('./mockServiceWorker.js') },
});

const fetchNow = window.fetch.bind(window);
window.fetch = async (...request) => {
  await ready;
  return await fetchNow(...request);
};
