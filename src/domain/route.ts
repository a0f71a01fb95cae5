/** Which view a board shows, and its spelling in a URL. */
import { QUERY_KEYS, queryFromParams, queryToParams, type Query } from './query.ts';

export interface Route {
  /** The project that is open; absent on the list. */
  readonly projectId?: string | undefined;
  /** True while its application form is open. */
  readonly applying?: boolean;
  readonly query: Query;
  /** How many pages of the list are shown, 1 or more. */
  readonly pages: number;
}

/** More pages than a person pages through; a made-up link must not ask for thousands. */
const MAX_PAGES = 50;

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
};

/** Reads a route from a query string (or a fragment's); parameters of others are passed over. */
export function readRoute(search: string, key: string): Route {
  const params = new URLSearchParams(search);
  const projectId = params.get(`${key}-project`) || undefined;
  const pages = Math.trunc(Number(params.get(`${key}-page`)));
  return {
    projectId,
    applying: projectId !== undefined && params.get(`${key}-apply`) === '1',
    query: queryFromParams(params, `${key}-`),
    pages: pages >= 1 ? Math.min(pages, MAX_PAGES) : 1,
  };
}

/**
 * `search` with this route in it. Parameters of others stay as they are, to the letter and in
 * order: a page's own server may be particular about their spelling.
 */
export function writeRoute(search: string, key: string, route: Route): string {
  const own = new Set(['project', 'apply', 'page', ...QUERY_KEYS].map((name) => `${key}-${name}`));
  const foreign = search
    .replace(/^[?#]/, '')
    .split('&')
    .filter((pair) => pair && !own.has(decode(pair.split('=', 1)[0]!)));
  const params = new URLSearchParams();
  if (route.projectId) params.append(`${key}-project`, route.projectId);
  if (route.projectId && route.applying) params.append(`${key}-apply`, '1');
  for (const [name, value] of queryToParams(route.query, `${key}-`)) params.append(name, value);
  if (route.pages > 1) params.append(`${key}-page`, String(route.pages));
  return [...foreign, params.toString()].filter(Boolean).join('&');
}
