/** The XML feed of a career site of Personio: all positions at once, in the language that is asked for. */
import type { Pay, Project } from '../../../src/domain/project.ts';
import { escaped, fakeApi, status, xml, type FakeApi } from '../support/fake-api.ts';
import { only } from '../support/only.ts';
import { unexpected } from '../support/parameters.ts';

const host = 'lakeside.jobs.personio.de';
export const personioUrl = `https://${host}`;

const element = (name: string, text: string | number | undefined) =>
  text === undefined ? '' : `<${name}>${escaped(String(text))}</${name}>`;

/** Offices as a company names them: work from home is one of them. */
const officesOf = ({ locations, workMode }: Project): readonly string[] =>
  locations?.map(({ display }) => display) ?? (workMode === 'remote' ? ['Remote'] : []);

/** Pay is by the hour or a longer time, never for a project. */
const salaryTypes: Readonly<Record<string, string>> = { hour: 'hourly', month: 'monthly' };
const salaryType = ({ kind, per }: Pay) => salaryTypes[per ?? (kind === 'hourly' ? 'hour' : '')];

function salary(pay: Pay | undefined): string {
  const type = pay && salaryType(pay);
  if (!type) return '';
  const { min, max, currency } = pay;
  const range = element('min', min) + element('max', max);
  const rest = element('currencyCode', currency) + element('type', type);
  return `<salaryInformation>${range}${rest}</salaryInformation>`;
}

const sectionsOf = (summary: string | undefined) =>
  summary === undefined
    ? ''
    : `<jobDescription>
            <name>Tasks &amp; aims</name>
            <value>
                <![CDATA[<p>${escaped(summary)}</p>]]>
            </value>
        </jobDescription>
        <jobDescription>
            <name>Profile</name>
            <value></value>
        </jobDescription>`;

function position(project: Project): string {
  const { id, title, employer, summary, category, postedAt, pay } = project;
  const [office, ...others] = officesOf(project);
  return `<position>
    ${element('id', id)}
    ${element('subcompany', employer.name)}
    ${element('office', office)}
    <additionalOffices>${others.map((other) => element('office', other)).join('')}</additionalOffices>
    ${element('department', category)}
    <recruitingCategory></recruitingCategory>
    ${element('name', title)}
    <jobDescriptions>${sectionsOf(summary)}</jobDescriptions>
    <employmentType>freelance</employmentType>
    <seniority>student</seniority>
    <schedule>part-time</schedule>
    ${salary(pay)}
    ${element('createdAt', postedAt?.replace('Z', '+00:00'))}
</position>`;
}

export const fakePersonio = (projects: readonly Project[]): FakeApi =>
  fakeApi({
    base: personioUrl,
    routes: {
      'GET /xml': ({ query }) =>
        unexpected(query, { language: /^[a-z]{2}$/ })
          ? status(400)
          : xml(
              `<?xml version="1.0" encoding="UTF-8"?>\n<workzag-jobs>\n${projects.map(position).join('\n')}</workzag-jobs>`,
            ),
    },
  });

/** What the feed says of a project; only what is open is in it. */
export function knownToPersonio(project: Project): Project | undefined {
  const { id, title, employer, summary, postedAt, pay } = project;
  if ((project.status ?? 'open') !== 'open') return undefined;
  const url = `${personioUrl}/job/${id}`;
  const offices = officesOf(project);
  const per = pay && salaryType(pay) && (pay.per ?? 'hour');
  return {
    id,
    title,
    employer: only(employer, 'name'),
    url,
    ...only(project, 'category'),
    ...(summary !== undefined && {
      descriptionHtml: `<h3>Tasks &amp; aims</h3><p>${escaped(summary)}</p>`,
    }),
    ...(postedAt !== undefined && { postedAt: postedAt.replace('Z', '+00:00') }),
    ...(offices.length > 0 && { locations: offices.map((display) => ({ display })) }),
    ...(offices[0] === 'Remote' && { workMode: 'remote' }),
    ...(per && { pay: { ...pay, kind: per === 'hour' ? 'hourly' : 'unknown', per } }),
    classification: 'contractor',
    application: { mode: 'redirect', url },
  };
}
