/** A source over a foreign API that answers from a table of paths. */
import type { Page } from '../../src/source/listings-source.ts';
import type { OpenOptions } from '../../src/source/mapping/api.ts';
import { openSource } from '../../src/source/mapping/open-source.ts';
import { fakeClock, fakeFetch, type Call } from './fake-network.ts';

export const foreignApi = 'https://api.example.edu/v1';

/** What is answered at a path below the base URL: a body, an answer, or what depends on the request. */
type Answers = Readonly<Record<string, unknown>>;

/** A request as an API sees it. */
export interface Asked extends Call {
  readonly params: URLSearchParams;
  readonly headers: Headers;
  /** How many requests came before. */
  readonly index: number;
}

export type Respond = (asked: Asked) => unknown;

const asResponse = (answer: unknown): Response =>
  answer instanceof Response ? answer.clone() : Response.json(answer);

/**
 * Opens a definition over answers by path: `/jobs`. `*` answers at all others, and without it they are 404.
 * Paths of other hosts are whole addresses.
 */
export function openForeign(
  definition: object,
  answers: Answers,
  { where, ...options }: OpenOptions & { readonly where?: string } = {},
) {
  const warnings: string[] = [];
  const clock = fakeClock();
  const { fetch, calls } = fakeFetch(async (call) => {
    const { pathname, searchParams, origin } = new URL(call.url);
    const path = (origin + pathname).replace(foreignApi, '');
    const key = path in answers ? path : '*';
    const answer = key in answers ? answers[key] : new Response(null, { status: 404 });
    const asked: Asked = {
      ...call,
      params: searchParams,
      headers: new Headers(call.init.headers),
      index: calls.length - 1,
    };
    return asResponse(typeof answer === 'function' ? await (answer as Respond)(asked) : answer);
  });
  const source = openSource(
    { url: foreignApi, ...definition },
    { fetch, clock, warn: (message) => warnings.push(message), ...options },
    where,
  );
  return { source, calls, warnings, clock, urls: () => calls.map(({ url }) => url) };
}

/** A record in our own names. */
export const job = (id: string | number, more: object = {}) => ({
  id,
  title: `Study ${id}`,
  employer: { name: 'Lakeside' },
  ...more,
});

export const idsOf = ({ projects }: Pick<Page, 'projects'>): string[] =>
  projects.map(({ id }) => id);
