/**
 * Listings of other shapes than the native one, as a school may have them: a spreadsheet saved as CSV, and a
 * department's own JSON. Made of the seeded projects, so that their dates are never past.
 */
import type { Project } from '../../src/domain/project.ts';
import { generateProjects } from '../server/seed/generate.ts';

const quoted = (value: unknown): string => `"${String(value ?? '').replaceAll('"', '""')}"`;

const weeksOf = ({ durationDays }: Project): number | undefined =>
  durationDays?.max && Math.ceil(durationDays.max / 7);

const rangeText = ({ min, max }: { min?: number; max?: number } = {}): string =>
  min === max ? String(min ?? '') : `${min ?? ''}-${max ?? ''}`;

/** The columns that somebody at a career center would make. */
const columns: Readonly<Record<string, (project: Project) => unknown>> = {
  Title: ({ title }) => title,
  Employer: ({ employer }) => employer.name,
  Summary: ({ summary }) => summary,
  'Apply by': ({ applyBy }) => applyBy,
  Hours: ({ hours }) => rangeText(hours),
  Weeks: weeksOf,
  Pay: ({ pay }) => pay?.max && `$${pay.max}`,
  'Work mode': ({ workMode }) => workMode,
  Location: ({ locations }) => locations?.map(({ display }) => display).join('; '),
  Category: ({ category }) => category,
  Skills: ({ skills }) => skills?.join(', '),
  Description: ({ tasks }) => tasks?.join('\n\n'),
  'Apply email': () => 'careers@northmere.example',
};

function csv(projects: readonly Project[]): string {
  const rows = projects.map((project) => Object.values(columns).map((of) => quoted(of(project))));
  return [Object.keys(columns).map(quoted), ...rows].map((row) => row.join(',')).join('\r\n');
}

/** A department's list as its own system writes it. */
function departmentJson(projects: readonly Project[]): string {
  const openings = projects.map((project, index) => ({
    nr: index + 1,
    headline: project.title,
    lab: { label: project.employer.name, home: project.employer.url },
    blurb: project.summary,
    text: project.tasks?.map((task) => `&lt;p&gt;${task}&lt;/p&gt;`).join(''),
    effort: `${rangeText(project.hours)} hours`,
    stipend_cents: project.pay?.max && project.pay.max * 100,
    closes: project.applyBy && Math.floor(Date.parse(`${project.applyBy}T23:00:00Z`) / 1000),
    where: { remote: project.workMode === 'remote' ? 1 : 0, site: project.locations?.[0]?.display },
    field: project.category,
    keywords: project.skills,
    link: `/project.html?id=${project.id}`,
  }));
  return JSON.stringify({ result: { openings, count: openings.length } });
}

/**
 * The files by name.
 * @param now milliseconds since 1970
 */
export function demoFiles(now: number): Readonly<Record<string, string>> {
  const open = generateProjects(now).filter(
    ({ status = 'open', pay, hours }) => status === 'open' && pay?.kind === 'fixed' && hours,
  );
  return {
    'micro-internships.csv': csv(open.slice(0, 24)),
    'department.json': departmentJson(open.slice(40, 52)),
  };
}
