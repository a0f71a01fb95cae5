import { fixture, html, waitUntil } from '@open-wc/testing';
import '../../../src/define/foothold-project-detail.ts';
import type { Project } from '../../../src/domain/project.ts';
import type { FootholdProjectDetail } from '../../../src/elements/project-detail/project-detail.ts';
import type { ListingsSource } from '../../../src/source/listings-source.ts';
import { allByRole } from '../../support/by-role.ts';

/** The calendar date some days from now, in UTC. */
export const day = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A project of which only the necessary is known. */
export const bare: Project = {
  id: 'bare',
  title: 'Label old photographs',
  employer: { name: 'Fernhollow Archive' },
};

/** A project of which everything is known. Dates that pass are far away. */
export const full: Project = {
  id: 'mkt-204',
  url: 'https://listings.example/projects/mkt-204',
  title: 'Competitor pricing study',
  employer: {
    name: 'Lakeside Analytics',
    url: 'https://lakeside.example/',
    about: 'Nine people who do market research.\nSince 2023.',
    verified: true,
  },
  summary: 'Compare what everyday items cost in five stores.',
  descriptionHtml:
    '<p>A <b>family grocer</b> is losing shoppers.</p><h2>How we work</h2><ul><li>Together</li></ul>',
  tasks: ['Agree a basket of items', 'Record prices'],
  deliverables: [
    { title: 'Price sheet', description: 'One row per item.', dueOn: '2098-12-18' },
    { title: 'Memo' },
  ],
  milestones: [
    { title: 'Kick-off call', kind: 'kickoff', dueOn: '2098-12-07' },
    { title: 'First results', kind: 'checkin', description: 'Prices from two stores.' },
  ],
  checkIns: { cadence: 'weekly', channel: 'video call' },
  hours: { min: 20, max: 30 },
  durationDays: { min: 14, max: 21 },
  pay: {
    kind: 'fixed',
    min: 450,
    max: 450,
    currency: 'USD',
    per: 'project',
    schedule: 'on_completion',
  },
  applyBy: '2098-12-05',
  timeZone: 'America/Chicago',
  startsOn: '2098-12-07',
  endsOn: '2098-12-28',
  postedAt: '2025-11-20T15:00:00Z',
  workMode: 'hybrid',
  locations: [{ display: 'Chicago, IL', city: 'Chicago', region: 'IL', country: 'US' }],
  category: 'Marketing',
  industry: 'Retail',
  skills: ['research', 'spreadsheets'],
  skillsGained: ['pricing analysis'],
  tools: [
    { name: 'Spreadsheet', providedBy: 'student' },
    { name: 'Survey software', providedBy: 'employer' },
    { name: 'Pencil' },
  ],
  learningOutcomes: ['Explain a price difference'],
  eligibility: {
    classYears: ['junior', 'senior'],
    majors: ['Economics'],
    workAuthorization: 'required',
    notes: 'Part-time students, too.',
  },
  openings: 2,
  openingsLeft: 1,
  status: 'open',
  classification: 'contractor',
  policies: { ip: 'The employer owns it.', confidentiality: 'Prices stay here.', aiUse: 'limited' },
  language: 'en',
  listedBy: { name: 'Campus board', url: 'https://board.example/' },
  reportable: true,
  application: {
    mode: 'post',
    estimatedMinutes: 15,
    requires: { resume: 'required' },
    questions: [{ id: 'portfolio', type: 'url', label: 'Portfolio' }],
  },
};

/** A source of one answer: a project, or what `detail` does. */
export const sourceOf = (
  answer: Project | ListingsSource['detail'],
  more: Partial<ListingsSource> = {},
): ListingsSource => ({
  url: 'https://listings.example',
  list: () => Promise.reject(new Error('not asked here')),
  detail: typeof answer === 'function' ? answer : () => Promise.resolve(answer),
  apply: () => Promise.reject(new Error('not sent here')),
  report: () => Promise.resolve(),
  ...more,
});

export interface Setup {
  readonly project?: Project;
  readonly source?: ListingsSource;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly width?: number;
  readonly content?: Node;
  /** Called before the detail is in its box. */
  readonly prepare?: (detail: FootholdProjectDetail, box: HTMLElement) => void;
}

/** A detail in the page; not waited for. */
export async function place({
  project = full,
  source = sourceOf(project),
  attributes = { 'project-id': project.id },
  width = 1100,
  content,
  prepare,
}: Setup = {}): Promise<FootholdProjectDetail> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.inlineSize = `${width}px`;
  const detail = document.createElement('foothold-project-detail');
  for (const [name, value] of Object.entries(attributes)) detail.setAttribute(name, value);
  if (content) detail.append(content);
  detail.source = source;
  prepare?.(detail, box);
  box.append(detail);
  await detail.updateComplete;
  return detail;
}

/** A detail that has drawn its project, or what became of it. */
export async function detailWith(setup: Setup = {}): Promise<FootholdProjectDetail> {
  const detail = await place(setup);
  await waitUntil(() => allByRole(detail, 'heading').length > 0, 'something is to be drawn');
  await detail.updateComplete;
  return detail;
}

/** The text that a person sees, in one line. */
export const textOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** What is said about a term, or undefined. */
export const fact = (detail: FootholdProjectDetail, term: string): string | undefined => {
  const found = allByRole(detail, 'term').find((each) => textOf(each) === term);
  return found && textOf(found.nextElementSibling);
};

/** The text of the section under a heading, or undefined. */
export const section = (detail: FootholdProjectDetail, title: string): string | undefined => {
  const found = allByRole(detail, 'heading').find((each) => textOf(each) === title);
  return found && textOf(found.nextElementSibling);
};
