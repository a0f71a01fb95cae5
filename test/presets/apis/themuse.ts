/** The public API of The Muse: pages of 20 that are counted from 0, filters by name, no search. */
import type { Project } from '../../../src/domain/project.ts';
import type { Query } from '../../../src/domain/query.ts';
import { askMemory } from '../support/ask-memory.ts';
import { escaped, fakeApi, json, status, type FakeApi } from '../support/fake-api.ts';
import { only } from '../support/only.ts';

export const museUrl = 'https://www.themuse.com/api/public';

const PER_PAGE = 20;
/** From this page on there is nothing, whatever the count says. */
const TOO_FAR = 100;

const pageOf = (id: string) => `https://www.themuse.com/jobs/somebody/project-${id}`;
const htmlOf = (summary: string) => `<p>${escaped(summary)}</p>`;
const named = (name: string) => ({ name });

/** What The Muse says of a project; only of what is open. */
export function knownToMuse(project: Project): Project | undefined {
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
    ...(postedAt && { postedAt }),
    ...(locations && { locations: locations.map(({ display }) => ({ display })) }),
    listedBy: { name: 'The Muse', url },
    application: { mode: 'redirect', url },
  };
}

const jobOf = ({ id, title, employer, descriptionHtml, ...project }: Project) => ({
  contents: descriptionHtml,
  name: title,
  type: 'external',
  publication_date: project.postedAt,
  short_name: `project-${id}`,
  model_type: 'jobs',
  id: Number(id),
  locations: [
    ...(project.workMode === 'remote' ? [named('Flexible / Remote')] : []),
    ...(project.locations ?? []).map(({ display }) => named(display)),
  ],
  categories: project.category ? [named(project.category)] : [],
  levels: [{ name: 'Internship', short_name: 'internship' }],
  tags: [],
  refs: { landing_page: pageOf(id) },
  company: { id: 1, short_name: 'somebody', name: employer.name },
});

const parameters = ['page', 'level', 'category', 'location', 'api_key'];

export function fakeMuse(projects: readonly Project[]): FakeApi {
  const memory = askMemory(projects.map(knownToMuse).filter((project) => project !== undefined));
  const refused = (code: number, error: string) => status(code, { code, error });
  return fakeApi({
    base: museUrl,
    routes: {
      'GET /jobs': ({ query }) => {
        const page = Number(query.get('page') || NaN);
        if (!Number.isInteger(page) || page < 0 || page >= TOO_FAR)
          return refused(400, 'Invalid page parameter');
        for (const name of query.keys())
          if (!parameters.includes(name)) return refused(400, `Invalid parameter ${name}`);
        if (query.getAll('level').join() !== 'Internship') return refused(400, 'Invalid level');
        const [category, location] = [query.getAll('category'), query.getAll('location')];
        const asked: Query = {
          ...(category.length && { category }),
          ...(location.length && { location }),
        };
        const found = memory.find(asked, page * PER_PAGE, PER_PAGE);
        return json({
          page,
          page_count: Math.ceil(found.total / PER_PAGE),
          items_per_page: PER_PAGE,
          took: 5,
          timed_out: false,
          total: found.total,
          results: found.projects.map(jobOf),
        });
      },
      'GET /jobs/:id': ({ params }) => {
        const project = memory.get(params['id']);
        return project ? json(jobOf(project)) : refused(404, 'Not found');
      },
    },
  });
}
