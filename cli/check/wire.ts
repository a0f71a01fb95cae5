/** What a source is given in place of `fetch`: a saved response, or the real thing with somebody who takes notes. */
import type { Exchange } from './report.ts';

/** An exchange with all that came. */
export interface Noted {
  readonly exchange: Exchange;
  /** As it was sent, in lower case. */
  readonly headers: readonly string[];
  readonly text: string;
  readonly answered: Headers | undefined;
}

export interface Wire {
  readonly fetch: typeof fetch;
  /** In their order. */
  readonly noted: readonly Noted[];
}

/** Names of parameters whose values nobody should read over a shoulder. */
const KEY = /key|token|secret|passw|sig(?:nature)?$|^auth/i;

/** An address without the values of keys in it. */
export const masked = (address: string): string =>
  address.replace(/([?&]([^=&#]*)=)[^&#]*/g, (all: string, start: string, name: string) =>
    KEY.test(name) ? `${start}…` : all,
  );

/** Answers with a saved response, and with nothing to whatever else is asked: tables and facets of their own. */
export function savedWire(text: string): Wire {
  const noted: Noted[] = [];
  return {
    noted,
    fetch: (input, init) => {
      const { url, method } = new Request(input, init);
      const body = noted.length ? '[]' : text;
      const exchange: Exchange = {
        method,
        url: masked(url),
        status: 200,
        time: 0,
        size: body.length,
        allowOrigin: null,
      };
      noted.push({ exchange, headers: [], text: body, answered: undefined });
      return Promise.resolve(new Response(body));
    },
  };
}

/**
 * Asks as a page would.
 * @param origin that of the page: an API may say whom it allows only to those who say who they are
 */
export function liveWire(origin: string): Wire {
  const noted: Noted[] = [];
  return {
    noted,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { method, url } = request;
      const headers = [...request.headers.keys()];
      request.headers.set('Origin', origin);
      const start = performance.now();
      const note = (status: number | null, text: string, answered?: Headers): void => {
        const allowOrigin = answered?.get('Access-Control-Allow-Origin') ?? null;
        const time = Math.round(performance.now() - start);
        const exchange = { method, url: masked(url), status, time, size: text.length, allowOrigin };
        noted.push({ exchange, headers, text, answered });
      };
      try {
        const response = await fetch(request);
        const text = await response.text();
        note(response.status, text, response.headers);
        const { status, statusText, headers: answered } = response;
        const isBare = status === 204 || status === 304;
        return new Response(isBare ? null : text, { status, statusText, headers: answered });
      } catch (error) {
        note(null, '');
        throw error;
      }
    },
  };
}
