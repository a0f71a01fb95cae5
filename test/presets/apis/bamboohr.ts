/** A careers site of BambooHR: a list of titles and places, the rest in a request for each opening. */
import type { Pay, Project } from '../../../src/domain/project.ts';
import { escaped, fakeApi, json, status, type FakeApi } from '../support/fake-api.ts';
import { only } from '../support/only.ts';
import { unexpected } from '../support/parameters.ts';

export const bamboohrUrl = 'https://lakeside.bamboohr.com';

const pageOf = (id: string) => `${bamboohrUrl}/careers/${id}`;

const modes: Readonly<Record<string, string | null>> = { onsite: '0', remote: '1', hybrid: '2' };

const hourly = ({ min, max, currency }: Pay) => `${min} - ${max} ${currency} per hour`;

const htmlOf = (summary: string) => `<p>${escaped(summary)}</p>\n<p>&nbsp;</p>`;

/** What list and detail have in common. */
function openingOf({ id, title, category, workMode, locations }: Project) {
  const [place] = locations ?? [];
  const isRemote = workMode === 'remote';
  const none = { country: null, state: null, province: null, city: null };
  return {
    jobOpeningName: `${title} `,
    departmentId: category ? `18${id}` : null,
    departmentLabel: category ?? null,
    employmentStatusLabel: 'Internship',
    employmentType: null,
    // Of remote work the place is another one: where applicants have to live.
    location: place && !isRemote ? { city: place.city, state: place.region } : { city: null },
    atsLocation: isRemote && place ? { ...none, city: place.city, state: place.region } : none,
    isRemote: null,
    locationType: modes[workMode ?? 'unknown'] ?? null,
  };
}

const detailOf = (project: Project) => ({
  ...openingOf(project),
  jobOpeningShareUrl: pageOf(project.id),
  jobOpeningStatus: 'Open',
  description: project.summary === undefined ? '' : htmlOf(project.summary),
  compensation: project.pay?.kind === 'hourly' ? hourly(project.pay) : null,
  datePosted: null,
  minimumExperience: null,
});

export function fakeBamboohr(projects: readonly Project[]): FakeApi {
  const wrong = (query: URLSearchParams) => unexpected(query, {}) && status(400);
  return fakeApi({
    base: bamboohrUrl,
    routes: {
      'GET /careers/list': ({ query }) =>
        wrong(query) ||
        json({
          meta: { totalCount: projects.length },
          result: projects.map((project) => ({ id: project.id, ...openingOf(project) })),
        }),
      'GET /careers/:id/detail': ({ query, params }) => {
        const project = projects.find(({ id }) => id === params['id']);
        const found = project && { meta: {}, result: { jobOpening: detailOf(project) } };
        return wrong(query) || (found ? json(found) : status(404));
      },
    },
  });
}

/** What list and detail say together; only what is open is published. */
export function knownToBamboohr(project: Project): Project | undefined {
  const { id, title, summary, workMode, locations, pay } = project;
  if ((project.status ?? 'open') !== 'open') return undefined;
  const url = pageOf(id);
  return {
    id,
    title,
    employer: { name: 'lakeside' },
    url,
    ...only(project, 'category'),
    ...(summary !== undefined && { descriptionHtml: htmlOf(summary) }),
    ...(workMode && workMode !== 'unknown' && { workMode }),
    ...(locations && { locations: [only(locations[0]!, 'display', 'city', 'region')] }),
    ...(pay?.kind === 'hourly' && { pay: { ...pay, per: 'hour' } }),
    application: { mode: 'redirect', url },
  };
}

/** What the list says of it. */
export function listedByBamboohr({ descriptionHtml: _text, pay: _pay, ...listed }: Project) {
  return listed;
}
