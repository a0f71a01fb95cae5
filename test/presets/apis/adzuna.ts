/** The search of Adzuna: the page in the path, two keys in the query, pay by the year that may be a guess. */
import type { Project } from '../../../src/domain/project.ts';
import { fakeApi, json, status, type FakeApi } from '../support/fake-api.ts';
import { only } from '../support/only.ts';
import { unexpected } from '../support/parameters.ts';

export const adzunaUrl = 'https://api.adzuna.com/v1/api/jobs/us';
export const appId = '5be5ff77';
export const appKey = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';

const pageOf = (id: string) => `https://www.adzuna.com/details/${id}?utm_medium=api`;

/** The words that were looked for are marked. */
const marked = (title: string) => title.replace(/^\S+/, '<strong>$&</strong>');

const jobOf = ({ id, title, employer, summary, category, locations, pay, postedAt }: Project) => ({
  __CLASS__: 'Adzuna::API::Response::Job',
  id,
  title: marked(title),
  adref: 'eyJhbGciOiJIUzI1NiJ9',
  company: { __CLASS__: 'Adzuna::API::Response::Company', display_name: employer.name },
  category: category ? { label: category, tag: category.toLowerCase() } : undefined,
  location: locations && { area: ['US', 'Illinois'], display_name: locations[0]?.display },
  description: `${marked(summary ?? 'Nothing more')}…`,
  redirect_url: pageOf(id),
  created: postedAt,
  salary_is_predicted: pay?.kind === 'hourly' ? '0' : '1',
  ...(pay && { salary_min: 41_000, salary_max: 52_000.5 }),
});

export const fakeAdzuna = (projects: readonly Project[]): FakeApi =>
  fakeApi({
    base: adzunaUrl,
    routes: {
      'GET /search/:page': ({ query, params }) => {
        const page = Number(params['page']);
        if (query.get('app_id') !== appId || query.get('app_key') !== appKey)
          return status(401, { exception: 'AUTH_FAIL', display: 'Authorisation failed' });
        const wrong = unexpected(query, {
          app_id: appId,
          app_key: appKey,
          what: 'internship',
          sort_by: 'date',
          results_per_page: /^(?:[1-9]|[1-4]\d|50)$/,
        });
        if (wrong || !Number.isInteger(page) || page < 1)
          return status(400, { exception: 'UNSUPPORTED', display: wrong });
        const size = Number(query.get('results_per_page'));
        const results = projects.slice((page - 1) * size, page * size).map(jobOf);
        return json({ results, count: projects.length, mean: 46_500 });
      },
    },
  });

/** What Adzuna says of a project; it lists only what is open. */
export function knownToAdzuna(project: Project): Project | undefined {
  const { id, title, employer, summary = 'Nothing more', locations, pay } = project;
  if ((project.status ?? 'open') !== 'open') return undefined;
  const url = pageOf(id);
  return {
    id,
    title,
    employer: { name: employer.name },
    url,
    descriptionHtml: `<p>${summary}…</p>`,
    ...only(project, 'category', 'postedAt'),
    ...(locations && { locations: [{ display: locations[0]!.display }] }),
    ...(pay?.kind === 'hourly' && {
      pay: { kind: 'unknown', display: 'USD 41,000–52,000.5 / year' },
    }),
    listedBy: { name: 'Adzuna', url },
    application: { mode: 'redirect', url },
  };
}
