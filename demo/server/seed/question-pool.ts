/** Questions of a listing's own, of every type that a form can ask. */
import type { Question } from '../../../src/domain/questions.ts';
import type { Random } from './random.ts';

const portfolio: Question = {
  id: 'portfolio',
  type: 'url',
  label: 'Portfolio or one piece of work',
  help: 'A link anyone can open without signing in.',
};

const pool: readonly Question[] = [
  {
    id: 'weekly_hours',
    type: 'number',
    label: 'Hours a week you can give',
    required: true,
    min: 2,
    max: 20,
  },
  { id: 'earliest_start', type: 'date', label: 'Earliest day you can start' },
  {
    id: 'heard_from',
    type: 'select',
    label: 'How did you hear of this project?',
    options: [
      { value: 'career_center', label: 'Career center' },
      { value: 'instructor', label: 'An instructor' },
      { value: 'friend', label: 'A friend' },
      { value: 'other', label: 'Somewhere else' },
    ],
  },
  {
    id: 'meeting_days',
    type: 'multiselect',
    label: 'Days on which you could meet',
    required: true,
    minItems: 1,
    options: [
      { value: 'mon', label: 'Monday' },
      { value: 'tue', label: 'Tuesday' },
      { value: 'wed', label: 'Wednesday' },
      { value: 'thu', label: 'Thursday' },
      { value: 'fri', label: 'Friday' },
    ],
  },
  {
    id: 'similar_work',
    type: 'textarea',
    label: 'Something similar that you have done',
    help: 'A course project counts.',
    maxLength: 1200,
  },
  { id: 'phone', type: 'tel', label: 'Phone number', help: 'Only if we may call.' },
  { id: 'own_computer', type: 'boolean', label: 'I have a computer that I can use for this work' },
];

/** One of each type, in three sections, with a condition and an alternative. */
export const everyQuestionType: readonly Question[] = [
  {
    id: 'about_files',
    type: 'info',
    label: 'Files are read by two people at the employer and deleted after ninety days.',
    section: 'Before you start',
  },
  {
    id: 'pronunciation',
    type: 'text',
    label: 'How is your name said?',
    maxLength: 80,
    section: 'About you',
  },
  { id: 'second_email', type: 'email', label: 'A second email address', section: 'About you' },
  { id: 'phone', type: 'tel', label: 'Phone number', section: 'About you' },
  {
    id: 'portfolio',
    type: 'url',
    label: 'Portfolio',
    alternativeTo: 'work_sample',
    required: true,
    section: 'Your work',
  },
  {
    id: 'work_sample',
    type: 'file',
    label: 'Work sample',
    help: 'Instead of a portfolio; up to three files.',
    accept: ['.pdf', '.docx', '.txt'],
    multiple: true,
    maxItems: 3,
    section: 'Your work',
  },
  {
    id: 'approach',
    type: 'textarea',
    label: 'How would you begin?',
    required: true,
    minLength: 20,
    maxLength: 1500,
    section: 'Your work',
  },
  {
    id: 'weekly_hours',
    type: 'number',
    label: 'Hours a week you can give',
    required: true,
    min: 2,
    max: 20,
    section: 'Your time',
  },
  { id: 'earliest_start', type: 'date', label: 'Earliest day you can start', section: 'Your time' },
  {
    id: 'experience',
    type: 'select',
    label: 'Experience with interviews',
    required: true,
    options: [
      { value: 'none', label: 'None yet' },
      { value: 'course', label: 'In a course' },
      { value: 'work', label: 'At work' },
    ],
    section: 'Your work',
  },
  {
    id: 'experience_details',
    type: 'textarea',
    label: 'What did you do there?',
    required: true,
    maxLength: 600,
    showIf: { question: 'experience', in: ['course', 'work'] },
    section: 'Your work',
  },
  {
    id: 'languages',
    type: 'multiselect',
    label: 'Languages you could interview in',
    required: true,
    minItems: 1,
    maxItems: 3,
    options: [
      { value: 'en', label: 'English' },
      { value: 'es', label: 'Spanish' },
      { value: 'ar', label: 'Arabic' },
      { value: 'vi', label: 'Vietnamese' },
    ],
    section: 'Your work',
  },
  {
    id: 'own_computer',
    type: 'boolean',
    label: 'I have a computer that I can use for this work',
    section: 'Your time',
  },
  {
    id: 'recording',
    type: 'consent',
    label: 'I agree that the closing call may be recorded for the team.',
    required: true,
    section: 'Before you start',
  },
];

export function makeQuestions(random: Random, visual: boolean): Question[] {
  const count = random.pick([0, 0, 0, 1, 1, 2, 3]);
  return [
    ...(visual ? [{ ...portfolio, required: random.chance(0.5) }] : []),
    ...random.sample(pool, count),
  ];
}
