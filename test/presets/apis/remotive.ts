/** The public API of Remotive: every remote job at once, pay in words, times without a zone. */
import type { Pay, Project } from '../../../src/domain/project.ts';
import { escaped, fakeApi, json, status, type FakeApi } from '../support/fake-api.ts';
import { only } from '../support/only.ts';
import { unexpected } from '../support/parameters.ts';

export const remotiveUrl = 'https://remotive.com/api/remote-jobs';

const pageOf = (id: string) => `https://remotive.com/remote-jobs/all-others/project-${id}`;
const htmlOf = (summary: string) => `<p style="margin: 0">${escaped(summary)}</p>`;

/** What an advertiser writes, as free text. */
const wordsOf = ({ kind, per, min, max, currency }: Pay): string =>
  kind === 'unpaid'
    ? ''
    : `${min} - ${max} ${currency} per ${per ?? (kind === 'hourly' ? 'hour' : 'project')}`;

const jobOf = (project: Project) => ({
  id: Number(project.id),
  url: pageOf(project.id),
  title: project.title,
  company_name: project.employer.name,
  company_logo: `https://remotive.com/job/${project.id}/logo`,
  category: project.category ?? '',
  tags: project.skills?.map((skill) => `${skill} `) ?? [],
  job_type: project.pay?.kind === 'fixed' ? 'freelance' : '',
  publication_date: project.postedAt?.replace('Z', '') ?? '',
  candidate_required_location: project.locations?.map(({ region }) => region).join(', ') ?? '',
  salary: project.pay ? wordsOf(project.pay) : '',
  description: htmlOf(project.summary ?? ''),
  company_logo_url: `https://remotive.com/job/${project.id}/logo`,
});

export const fakeRemotive = (projects: readonly Project[]): FakeApi =>
  fakeApi({
    base: remotiveUrl,
    routes: {
      'GET ': ({ query }) => {
        const wrong = unexpected(query, {});
        if (wrong) return status(400, { error: wrong });
        const jobs = projects.map(jobOf);
        return json({
          '00-warning': 'Link back to Remotive.',
          '0-legal-notice': 'https://remotive.com/api-documentation',
          'job-count': jobs.length,
          'total-job-count': jobs.length,
          jobs,
        });
      },
    },
  });

function payKnown({ kind, per, min, max, currency }: Pay): Pay {
  const amount = { min: min!, max: max!, currency: currency! };
  if (kind === 'hourly') return { kind, ...amount, per: 'hour' };
  return per === 'month'
    ? { kind: 'unknown', ...amount, per }
    : { kind: 'fixed', ...amount, per: 'project' };
}

/** What Remotive says of a project; it lists only what is open. */
export function knownToRemotive(project: Project): Project | undefined {
  const { id, title, employer, summary = '', locations, postedAt, pay } = project;
  if ((project.status ?? 'open') !== 'open') return undefined;
  const url = pageOf(id);
  return {
    id,
    title,
    employer: { name: employer.name, logoUrl: `https://remotive.com/job/${id}/logo` },
    url,
    descriptionHtml: htmlOf(summary),
    workMode: 'remote',
    ...only(project, 'category', 'skills'),
    ...(postedAt && { postedAt: postedAt.slice(0, 10) }),
    ...(locations && {
      locations: [...new Set(locations.map(({ region }) => region!))].map((display) => ({
        display,
      })),
    }),
    ...(pay && pay.kind !== 'unpaid' && { pay: payKnown(pay) }),
    ...(pay?.kind === 'fixed' && { classification: 'contractor' }),
    listedBy: { name: 'Remotive', url },
    application: { mode: 'redirect', url },
  };
}
