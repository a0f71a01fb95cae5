/** What search engines hold of projects: what the guide's own function makes of them. */
import type { Project } from '../../../src/domain/project.ts';
import { functionIn } from './documented.ts';
import { stored, type Document } from './documents.ts';
import { factFilters } from './limits.ts';

const toDocument = functionIn<(project: Project) => Document>('docs/guides/scale.md', 'toDocument');

/** As JSON has it: what is undefined is not there. */
export const indexed = (projects: readonly Project[]): Document[] =>
  projects.map((project) => JSON.parse(JSON.stringify(toDocument(project))) as Document);

/** What such an index knows of a project. When it was posted, is a number of seconds. */
export function knownOf(project: Project): Project | undefined {
  const known = stored(project);
  return (
    known && {
      ...known,
      ...(known.postedAt !== undefined && { postedAt: new Date(known.postedAt).toISOString() }),
      application: { mode: 'redirect' },
    }
  );
}

/** What all of them can be asked. */
export const filters = [...factFilters, 'workAuthorization', 'paid', 'featured'] as const;

export const facets = [
  'category',
  'industry',
  'skill',
  'workMode',
  'location',
  'currency',
] as const;

/** In what all of them fall short. */
export const limits = {
  knows: knownOf,
  words: 'theirs',
  featuredFirst: false,
  ties: false,
  applications: false,
  reports: false,
} as const;
