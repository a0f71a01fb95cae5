/** The list of the native API over projects that are all at hand: for sources that have no server to search them. */
import type { Project } from '../domain/project.ts';
import { queryKey, type Query } from '../domain/query.ts';
import type { Page, PageRequest } from './listings-source.ts';
import { countFacets, findProjects } from './matching.ts';
import { SourceError } from './source-error.ts';

export const badRequest = (detail: string): SourceError =>
  new SourceError('http', detail, { status: 400, detail });

/** Refuses what the native API refuses. */
export function checkRequest({ payMin, currency }: Query, { limit }: PageRequest): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) throw badRequest('limit is 1 to 100.');
  if (payMin !== undefined && !currency) throw badRequest('payMin needs a currency.');
}

/** The project after which a page starts. A cursor belongs to filters and sort, not to a page's size. */
function lastOf(projects: ReadonlyMap<string, Project>, cursor: string, query: Query): Project {
  const [, id = '', key] = /^(.*) (\S*)$/s.exec(cursor) ?? [];
  const project = projects.get(id);
  if (!project || key !== queryKey(query)) throw badRequest('The cursor is not known.');
  return project;
}

/**
 * One page of what a query finds.
 * @param now milliseconds since 1970
 * @throws SourceError `http` with status 400, as the native API
 */
export function pageOf(
  projects: ReadonlyMap<string, Project>,
  query: Query,
  request: PageRequest,
  now: number,
): Page {
  checkRequest(query, request);
  const { limit, cursor } = request;
  const all = [...projects.values()];
  const found = findProjects(all, query, now);
  const start = cursor ? found.indexOf(lastOf(projects, cursor, query)) + 1 : 0;
  // The project at which a page ended may have been closed since.
  if (cursor && start === 0) throw badRequest('The cursor has expired.');
  const page = found.slice(start, start + limit);
  const last = page.at(-1);
  return {
    projects: page,
    total: found.length,
    nextCursor: last && start + limit < found.length ? `${last.id} ${queryKey(query)}` : null,
    facets: cursor ? {} : countFacets(all, query, now),
    skipped: [],
  };
}
