/** The job board API of Arbeitnow: page after page by a link, HTML that is escaped, seconds. */
import type { Project } from '../../../src/domain/project.ts';
import { escaped, fakeApi, json, status, type FakeApi } from '../support/fake-api.ts';
import { only } from '../support/only.ts';

export const arbeitnowUrl = 'https://www.arbeitnow.com/api/job-board-api';

const PER_PAGE = 3;

const pageOf = (id: string) => `https://www.arbeitnow.com/jobs/companies/somebody/${id}`;
const htmlOf = (summary: string) => `<h2 class="s-pb-2">Hallo</h2>\n<p>${escaped(summary)}</p>`;

const jobOf = (project: Project) => ({
  slug: project.id,
  company_name: project.employer.name,
  title: project.title,
  description: escaped(htmlOf(project.summary ?? '')),
  remote: project.workMode === 'remote',
  url: pageOf(project.id),
  tags: project.category ? [project.category] : [],
  job_types: ['Internship'],
  location: project.locations?.[0]?.display ?? '',
  created_at: project.postedAt ? Date.parse(project.postedAt) / 1_000 : null,
});

export const fakeArbeitnow = (projects: readonly Project[]): FakeApi =>
  fakeApi({
    base: arbeitnowUrl,
    routes: {
      'GET ': ({ query }) => {
        const page = Number(query.get('page') ?? 1);
        const isKnown = [...query.keys()].every((name) => name === 'page');
        if (!isKnown || !Number.isInteger(page) || page < 1)
          return status(400, { message: 'Bad request' });
        const from = (page - 1) * PER_PAGE;
        const at = (number: number) => `${arbeitnowUrl}?page=${number}`;
        return json({
          data: projects.slice(from, from + PER_PAGE).map(jobOf),
          links: {
            first: at(1),
            last: null,
            prev: page > 1 ? at(page - 1) : null,
            next: from + PER_PAGE < projects.length ? at(page + 1) : null,
          },
          meta: { current_page: page, from: from + 1, path: arbeitnowUrl, per_page: PER_PAGE },
        });
      },
    },
  });

/** What Arbeitnow says of a project; it lists only what is open. */
export function knownToArbeitnow(project: Project): Project | undefined {
  const { id, title, employer, summary = '', locations, postedAt, workMode } = project;
  if ((project.status ?? 'open') !== 'open') return undefined;
  const url = pageOf(id);
  return {
    id,
    title,
    employer: { name: employer.name },
    url,
    descriptionHtml: htmlOf(summary),
    ...only(project, 'category'),
    ...(workMode === 'remote' && { workMode }),
    ...(postedAt && { postedAt: new Date(postedAt).toISOString() }),
    ...(locations && { locations: [{ display: locations[0]!.display }] }),
    listedBy: { name: 'Arbeitnow', url },
    application: { mode: 'redirect', url },
  };
}
