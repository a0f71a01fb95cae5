/** Several sources pass the contract as one does, once the ids that they are given are taken off again. */
import type { Project } from '../../../src/domain/project.ts';
import type { ListingsSource, Page } from '../../../src/source/listings-source.ts';
import { MemorySource, type MemorySourceOptions } from '../../../src/source/memory-source.ts';
import { MergedSource } from '../../../src/source/merged/merged-source.ts';
import { listingsSourceSuite } from '../../contract/listings-source.suite.ts';
import type { Limits } from '../../contract/limits.ts';
import { outage } from '../../contract/outage.ts';

/** The projects in order in so many sources: ties are settled by the order of the parts, then by id. */
function spread(
  projects: readonly Project[],
  count: number,
  options: MemorySourceOptions,
): ListingsSource {
  const size = Math.ceil(projects.length / count) || 1;
  const partOf = (index: number) => `part-${Math.floor(index / size)}`;
  const parts = Array.from({ length: count }, (_, index) => ({
    id: `part-${index}`,
    source: new MemorySource(projects.slice(index * size, (index + 1) * size), options),
  }));
  const merged = new MergedSource(parts);
  const outside = (id: string) => {
    const index = projects.findIndex((each) => each.id === id);
    return `${partOf(Math.max(index, 0))}:${id}`;
  };
  const inside = (project: Project): Project => ({
    ...project,
    id: project.id.replace(/^part-\d+:/, ''),
  });
  return {
    list: async (...asked): Promise<Page> => {
      const page = await merged.list(...asked);
      return { ...page, projects: page.projects.map(inside) };
    },
    detail: async (id, options) => inside(await merged.detail(outside(id), options)),
    apply: (id, ...rest) => merged.apply!(outside(id), ...rest),
    report: (id, ...rest) => merged.report!(outside(id), ...rest),
  };
}

/** Where sources name different class years, nobody knows how many projects each year would give. */
const severalCount: Limits = {
  facets: ['category', 'industry', 'skill', 'workMode', 'location', 'currency'],
};

for (const [count, limits] of [[1], [2, severalCount], [3, severalCount]] as const) {
  listingsSourceSuite(
    `MergedSource over ${count}`,
    (projects) => {
      const { error: fail, ...controls } = outage();
      return { source: spread(projects, count, { fail }), ...controls };
    },
    limits,
  );
}
