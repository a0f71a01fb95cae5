/** The listings of the demonstration, for where there is no server. */
import type { Project } from '../../src/domain/project.ts';
import { generateProjects } from '../server/seed/generate.ts';

/**
 * The first `count` of the seeded projects (default: all) with their dates as of `now`: over all
 * categories, and some of them closed, filled or past.
 */
export const mockProjects = (now: number = Date.now(), count = Infinity): readonly Project[] =>
  generateProjects(now).slice(0, count);
