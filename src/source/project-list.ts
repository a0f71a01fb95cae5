/** The list of the native API over projects that are all at hand: for sources that have no server to search them. */
import type { Project } from '../domain/project.ts';
import { queryKey, type Query } from '../domain/query.ts';
import { ListIndex, type Found } from './list-index.ts';
import type { Facets, Page, PageRequest } from './listings-source.ts';
import { atOnce, inSlices, type Work } from './pause.ts';
import { SourceError } from './source-error.ts';

export const badRequest = (detail: string): SourceError =>
  new SourceError('http', detail, { status: 400, detail });

/** Refuses what the native API refuses. */
export function checkRequest({ payMin, currency }: Query, { limit }: PageRequest): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) throw badRequest('limit is 1 to 100.');
  if (payMin !== undefined && !currency) throw badRequest('payMin needs a currency.');
}

/** The id of the project after which a page starts. A cursor belongs to filters and sort, not to a page's size. */
function lastOf(cursor: string, query: Query): string {
  const [, id = '', key] = /^(.*) (\S*)$/s.exec(cursor) ?? [];
  if (key !== queryKey(query)) throw badRequest('The cursor is not known.');
  return id;
}

/** Projects as a list that is asked for page by page. What that takes is worked out when it is first asked. */
export class ProjectList {
  readonly #projects: Iterable<Project>;
  #index: Promise<ListIndex> | undefined;

  /** @param projects each with an id of its own */
  constructor(projects: Iterable<Project>) {
    this.#projects = projects;
  }

  /**
   * One page of what a query finds.
   * @param now milliseconds since 1970
   * @throws SourceError `http` with status 400, as the native API
   */
  async page(query: Query, request: PageRequest, now: number): Promise<Page> {
    checkRequest(query, request);
    const { limit, cursor } = request;
    this.#index ??= inSlices(ListIndex.over(this.#projects));
    const index = await this.#index;
    // What follows a project may be anywhere.
    const wanted = cursor ? Infinity : limit;
    const { projects, total, facets } = await inSlices(index.search(query, now, wanted));
    // Who sees a list may search in it next. Who then does is told what went wrong.
    if (!query.q) setTimeout(() => inSlices(index.prepareWords()).catch(() => undefined));
    const last = cursor && lastOf(cursor, query);
    const start = cursor ? projects.findIndex(({ id }) => id === last) + 1 : 0;
    // The project at which a page ended may have been closed since.
    if (cursor && start === 0) throw badRequest('The cursor has expired.');
    const end = start + limit;
    const page = projects.slice(start, end);
    return {
      projects: page,
      total,
      nextCursor: end < total ? `${page.at(-1)!.id} ${queryKey(query)}` : null,
      facets: cursor ? {} : facets(),
      skipped: [],
    };
  }
}

function* search(projects: readonly Project[], query: Query, now: number): Work<Found> {
  const index = yield* ListIndex.over(projects);
  return yield* index.search(query, now);
}

/** The projects that a query finds, in its order. */
export const findProjects = (projects: readonly Project[], query: Query, now: number): Project[] =>
  atOnce(search(projects, query, now)).projects;

/**
 * For each choice of each facet how many projects it would give, all other filters kept; commonest
 * first.
 */
export const countFacets = (projects: readonly Project[], query: Query, now: number): Facets =>
  atOnce(search(projects, query, now)).facets();
