/** Projects that stand in a list more than once: once for each of their places. */
import type { Project } from '../../domain/project.ts';

/** A project with its places and those of the same one, as it stands elsewhere. */
function withPlacesOf(project: Project, other: Project): Project {
  const known = new Set(project.locations?.map(({ display }) => display));
  const more = other.locations?.filter(({ display }) => !known.has(display)) ?? [];
  return more.length ? { ...project, locations: [...(project.locations ?? []), ...more] } : project;
}

/** Takes a project into a list; false where it stands there already, with all of its places. */
export function addTo(projects: Map<string, Project>, project: Project): boolean {
  const earlier = projects.get(project.id);
  const whole = earlier ? withPlacesOf(earlier, project) : project;
  projects.set(project.id, whole);
  return whole !== earlier;
}
