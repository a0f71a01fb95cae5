/** What an API that searches for itself has to find, so that a fake one need only read its own requests. */
import type { Project } from '../../../src/domain/project.ts';
import type { Query } from '../../../src/domain/query.ts';
import type { Facets, FacetValue } from '../../../src/source/listings-source.ts';
import { countFacets, findProjects } from '../../../src/source/project-list.ts';

export interface Finding {
  /** From `offset` on, at most `limit` of them. */
  readonly projects: readonly Project[];
  /** How many there are in all. */
  readonly total: number;
  /** For each choice how many it would give: a filter does not narrow the choices beside it. */
  readonly facets: Facets;
  /** How many of what was found have each value, as search engines count by themselves. */
  readonly narrowed: Facets;
}

export interface Memory {
  /** What can be applied to and fits, in the order of the native API. */
  find(query: Query, offset?: number, limit?: number): Finding;
  /** Any project, also one that cannot be applied to any more. */
  get(id: string | undefined): Project | undefined;
}

export const askMemory = (projects: readonly Project[], now = Date.now()): Memory => ({
  find(query, offset = 0, limit = Infinity) {
    const found = findProjects(projects, query, now);
    return {
      projects: found.slice(offset, offset + limit),
      total: found.length,
      facets: countFacets(projects, query, now),
      narrowed: countFacets(found, {}, now),
    };
  },
  get: (id) => projects.find((project) => project.id === id),
});

/** Choices as many engines write them: `{"Design": 4}`. */
export const countsOf = (values: readonly FacetValue[] = []): Readonly<Record<string, number>> =>
  Object.fromEntries(values.map(({ value, count = 0 }): [string, number] => [value, count]));
