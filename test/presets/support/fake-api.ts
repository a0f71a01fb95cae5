/** An API of somebody else's, as a `fetch`: routes, and words to answer in. */
import { outage, type Outage } from '../../contract/outage.ts';

/** A request that came in. */
export interface FakeRequest {
  readonly method: string;
  readonly url: URL;
  /** The parameters of the URL. */
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** What stood for the `:names` of the route, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly json: () => Promise<unknown>;
  readonly text: () => Promise<string>;
  readonly form: () => Promise<FormData>;
}

export type Handler = (request: FakeRequest) => Response | Promise<Response>;

export interface FakeApi extends Pick<Outage, 'fail' | 'heal'> {
  readonly fetch: typeof fetch;
  /** What was asked, in order; also what was not answered. */
  readonly requests: readonly Request[];
}

export interface FakeApiOptions {
  /** What all addresses begin with: `https://api.example.com/v1`. */
  readonly base: string;
  /** By method and path: `GET /jobs/:id`. `:name` stands for one segment. Of two that fit the first counts. */
  readonly routes: Readonly<Record<string, Handler>>;
}

/** The values of a route's names; undefined where it is another route. */
function match(route: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [route.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const segment = decodeURIComponent(given[index]!);
    if (part.startsWith(':')) params[part.slice(1)] = segment;
    else if (part !== segment) return undefined;
  }
  return params;
}

/** A request that no route is for fails like one to a host that is not there, and says so. */
export function fakeApi({ base, routes }: FakeApiOptions): FakeApi {
  const { fail, heal, around } = outage();
  const requests: Request[] = [];

  async function answer(request: Request): Promise<Response> {
    const { method, headers } = request;
    const url = new URL(request.url);
    const path = `${url.origin}${url.pathname}`;
    for (const [route, handler] of Object.entries(routes)) {
      const [verb, pattern] = route.split(' ');
      const isHere = verb === method && path.startsWith(base);
      const params = isHere && match(pattern!, path.slice(base.length));
      if (!params) continue;
      return handler({
        method,
        url,
        query: url.searchParams,
        headers,
        params,
        json: () => request.clone().json(),
        text: () => request.clone().text(),
        form: () => request.clone().formData(),
      });
    }
    throw new TypeError(`No route of the fake API is for ${method} ${request.url}.`);
  }

  const reached = around((input, init) => answer(new Request(input, init)));
  return {
    requests,
    fail,
    heal,
    fetch: (input, init) => {
      const request = new Request(input, init);
      requests.push(request.clone());
      return reached(request);
    },
  };
}

const written =
  (type: string) =>
  (body: string, headers: HeadersInit = {}) =>
    new Response(body, {
      headers: { 'Content-Type': type, ...Object.fromEntries(new Headers(headers)) },
    });

export const json = (body: unknown, headers?: HeadersInit): Response =>
  written('application/json')(JSON.stringify(body), headers);
export const text = written('text/plain; charset=utf-8');
export const xml = written('application/xml');

/** An answer of a status alone, or with JSON. 204 and 304 have none. */
export const status = (code: number, body?: unknown): Response =>
  body === undefined ? new Response(null, { status: code }) : Response.json(body, { status: code });

const quoted = (cell: string): string =>
  /["\r\n,;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Rows as RFC 4180 has them; a cell without a value is empty. */
export const csv = (
  rows: readonly (readonly (string | number | boolean | undefined)[])[],
  separator = ',',
): Response =>
  written('text/csv; charset=utf-8')(
    rows.map((row) => row.map((cell) => quoted(String(cell ?? ''))).join(separator)).join('\r\n'),
  );

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text for a place in XML or HTML, or HTML that an API escapes once more. */
export const escaped = (value: string): string =>
  value.replace(/[&<>"]/g, (character) => ENTITIES[character]!);
