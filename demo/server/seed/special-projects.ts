/**
 * Listings as they really come: too long, too many, half known, in other scripts. Each is open and changes
 * only what it is about; a page that shows these well shows all.
 */
import { addDays } from '../../../src/domain/dates.ts';
import type { Project } from '../../../src/domain/project.ts';
import { everyQuestionType } from './question-pool.ts';
import { arabicSurvey, arabicVideo, hebrewTranslation } from './right-to-left.ts';
import { todayIn } from './schedule.ts';

type Change = (project: Project, now: number) => Partial<Project>;

/** A key that is set to `undefined` leaves the project without it. */
const without = (...keys: (keyof Project)[]): Partial<Project> =>
  Object.fromEntries(keys.map((key) => [key, undefined]));

const closing =
  (days: number): Change =>
  ({ timeZone }, now) => ({ applyBy: addDays(todayIn(timeZone, now), days) });

const featured: Change = () => ({ featured: true });

const FORTY_SKILLS = [
  'listening',
  'interviewing',
  'note taking',
  'spreadsheets',
  'SQL',
  'Python',
  'statistics',
  'mapping',
  'drawing',
  'layout',
  'typography',
  'photography',
  'video editing',
  'sound recording',
  'copywriting',
  'editing',
  'proofreading',
  'translation',
  'Spanish',
  'Arabic',
  'Vietnamese',
  'public speaking',
  'facilitation',
  'scheduling',
  'budgeting',
  'bookkeeping',
  'fundraising',
  'negotiation',
  'volunteering',
  'cooking',
  'gardening',
  'first aid',
  'cycling',
  'carpentry',
  'sewing',
  'customer service',
  'social media',
  'search engine optimization',
  'project planning',
  'patience',
];

const LONG_TITLE =
  'Everything we know, half know and only believe about how visitors, volunteers, members, neighbors, ' +
  'school groups and passers-by find their way through our buildings, our website and our printed programs: ' +
  'a friendly inventory with recommendations in order of effort';

export const specialProjects: Readonly<Record<string, Change>> = {
  'mkt-204': featured,
  'dsn-201': featured,
  'dat-203': featured,
  'web-202': featured,
  'dsn-203': closing(0),
  'web-204': closing(0),
  'mkt-203': closing(1),
  'dat-202': closing(1),
  'mkt-205': () => ({ title: LONG_TITLE }),
  'dsn-204': () => ({
    title: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenausstellung: labels and captions',
  }),
  'dat-204': () => ({ skills: FORTY_SKILLS }),
  'web-205': () => without('pay', 'classification'),
  'mkt-206': () => ({
    pay: { kind: 'unknown', display: 'Paid; the amount depends on experience' },
  }),
  'dsn-205': () => without('hours', 'durationDays'),
  'dat-205': () => without('timeZone'),
  'web-206': () => without('applyBy', 'startsOn', 'endsOn'),
  'web-203': () => arabicSurvey,
  'dsn-206': () => hebrewTranslation,
  'dat-206': () => arabicVideo,
  'mkt-202': ({ application }) => ({
    application: {
      ...application,
      mode: 'post',
      requires: { resume: 'required', proposal: 'required' },
      proposal: { minWords: 30, maxWords: 300, prompts: ['Why this project?'] },
      questions: everyQuestionType,
    },
  }),
};
