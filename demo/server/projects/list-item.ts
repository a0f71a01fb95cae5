/** What of a project goes into a list: what a card shows. The rest comes with the detail. */
import type { Project } from '../../../src/domain/project.ts';

const CARD_KEYS = [
  'id',
  'url',
  'title',
  'summary',
  'hours',
  'durationDays',
  'pay',
  'applyBy',
  'timeZone',
  'startsOn',
  'postedAt',
  'workMode',
  'locations',
  'category',
  'industry',
  'skills',
  'openings',
  'openingsLeft',
  'status',
  'featured',
  'language',
] as const satisfies readonly (keyof Project)[];

export type ListItem = Pick<Project, (typeof CARD_KEYS)[number] | 'employer' | 'application'>;

export function toListItem(project: Project): ListItem {
  const { about: _about, ...employer } = project.employer;
  const mode = project.application?.mode;
  return {
    ...(Object.fromEntries(
      CARD_KEYS.filter((key) => project[key] !== undefined).map((key) => [key, project[key]]),
    ) as Pick<Project, (typeof CARD_KEYS)[number]>),
    employer,
    ...(mode && { application: { mode } }),
  };
}
