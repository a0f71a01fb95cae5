/** The native listings API for Mock Service Worker: in the demo without a server, and in tests. */
import { delay, http, HttpResponse, type HttpHandler } from 'msw';
import type { ListingsSource } from '../../src/source/listings-source.ts';
import { answerNatively } from './native-api.ts';

export interface HandlerOptions {
  /** Absolute base URL of the API, without a trailing slash. */
  readonly api: string;
  /** Milliseconds before each answer; `real` varies like a server. Default: none. */
  readonly delay?: number | 'real';
}

/** Handlers that answer from a source. Whatever else is under `api` is not theirs and passes through. */
export function handlersFor(
  source: ListingsSource,
  { api, delay: pause }: HandlerOptions,
): HttpHandler[] {
  const resolve = async ({ request }: { request: Request }) => {
    if (pause !== undefined) await delay(pause);
    try {
      return await answerNatively(request, source, api);
    } catch (error) {
      if (error instanceof TypeError) return HttpResponse.error();
      throw error;
    }
  };
  return [
    http.get(`${api}/projects`, resolve),
    http.get(`${api}/projects/:id`, resolve),
    http.post(`${api}/projects/:id/applications`, resolve),
    http.post(`${api}/projects/:id/reports`, resolve),
  ];
}
