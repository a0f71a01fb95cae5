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
  'Review and reply guide for online ratings of six clinics, one telephone line, two newsletters and the ' +
  'comments under everything we have posted since spring: what people praise, what they complain about, ' +
  'and what we could answer every time, kindly, briefly and in one voice';

const LONG_WORD_TITLE =
  'Donaudampfschifffahrtsgesellschaftskapitänsmützenausstellung: poster, program and captions';

const notPriced: Change = () => ({
  pay: { kind: 'unknown', display: 'Paid; the amount depends on experience' },
});

const askingEverything: Change = ({ application }) => ({
  application: {
    ...application,
    mode: 'post',
    requires: { resume: 'required', proposal: 'required' },
    proposal: { minWords: 30, maxWords: 300, prompts: ['Why this project?'] },
    questions: everyQuestionType,
  },
});

export const specialProjects: Readonly<Record<string, Change>> = {
  'mkt-204': featured,
  'dsn-201': featured,
  'dat-210': featured,
  'web-207': featured,
  'fin-203': featured,
  'vid-207': featured,
  'hrp-213': featured,
  'evt-205': featured,
  'dsn-203': closing(0),
  'web-204': closing(0),
  'mkt-203': closing(1),
  'sus-200': closing(1),
  'mkt-205': () => ({ title: LONG_TITLE }),
  'dsn-202': () => ({ title: LONG_WORD_TITLE }),
  'dat-204': () => ({ skills: FORTY_SKILLS }),
  'web-205': () => without('pay', 'classification'),
  'mkt-206': notPriced,
  'dsn-205': () => without('hours', 'durationDays'),
  'dat-205': () => without('timeZone'),
  'wri-210': () => without('applyBy', 'startsOn', 'endsOn'),
  'dat-202': () => arabicSurvey,
  'vid-213': () => arabicVideo,
  'edu-208': () => hebrewTranslation,
  'mkt-209': askingEverything,
};
