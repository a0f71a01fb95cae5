import type { Project } from '../../domain/project.ts';

/**
 * The address of a project to pass on: the page's own where it says which project this is, else the
 * listing's.
 */
export function linkTo({ id, url }: Project): string {
  const { href, search, hash } = location;
  const parameters = new URLSearchParams(`${search}&${hash.slice(1)}`);
  return url && ![...parameters.values()].includes(id) ? url : href;
}
