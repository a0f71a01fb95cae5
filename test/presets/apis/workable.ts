/** The widget of Workable: the whole account at once, a job again for each of its places. */
import type { Project } from '../../../src/domain/project.ts';
import { escaped, fakeApi, json, status, type FakeApi } from '../support/fake-api.ts';
import { only } from '../support/only.ts';
import { unexpected } from '../support/parameters.ts';

export const workableUrl = 'https://apply.workable.com/api/v1/widget/accounts/lakeside';

const pageOf = (id: string) => `https://apply.workable.com/j/${id}`;
const htmlOf = (summary: string) => `<p>${escaped(summary)}</p>`;
const requirements = '<ul><li>You can count &amp; write</li></ul>';

function jobsOf(project: Project) {
  const { id, title, summary = '', category, industry, postedAt } = project;
  const day = postedAt?.slice(0, 10) ?? '';
  const job = {
    title,
    shortcode: id,
    code: '',
    employment_type: 'Contract',
    telecommuting: project.workMode === 'remote',
    department: category ?? '',
    url: pageOf(id),
    shortlink: pageOf(id),
    application_url: `${pageOf(id)}/apply`,
    published_on: day,
    created_at: day,
    education: '',
    experience: '',
    function: '',
    industry: industry ?? '',
    description: htmlOf(summary),
    requirements,
    benefits: '',
  };
  const places = project.locations ?? [];
  if (!places.length) return [{ ...job, country: '', city: '', state: '', locations: [] }];
  return places.map(({ city, region, country }) => ({
    ...job,
    country: 'United States',
    city,
    state: region,
    locations: [{ country: 'United States', countryCode: country, city, region, hidden: false }],
  }));
}

export const fakeWorkable = (projects: readonly Project[]): FakeApi =>
  fakeApi({
    base: workableUrl,
    routes: {
      'GET ': ({ query }) =>
        unexpected(query, { details: 'true' })
          ? status(400, { error: 'Bad request' })
          : json({ name: 'Lakeside Analytics', description: null, jobs: projects.flatMap(jobsOf) }),
    },
  });

/** What Workable says of a job that is published. */
export function knownToWorkable(project: Project): Project | undefined {
  const { id, title, summary = '', workMode, locations, postedAt } = project;
  if ((project.status ?? 'open') !== 'open') return undefined;
  return {
    id,
    title,
    employer: { name: 'Lakeside Analytics' },
    url: pageOf(id),
    descriptionHtml: htmlOf(summary) + requirements,
    ...only(project, 'category', 'industry'),
    ...(postedAt && { postedAt: postedAt.slice(0, 10) }),
    ...(workMode === 'remote' && { workMode }),
    ...(locations && {
      locations: locations.map((place) => ({
        ...place,
        display: `${place.city}, ${place.region}, United States`,
      })),
    }),
    application: { mode: 'redirect', url: `${pageOf(id)}/apply` },
  };
}
