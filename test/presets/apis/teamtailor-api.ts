/** The API of Teamtailor (JSON:API) behind a server that adds the key: jobs in pages, what they refer to beside them. */
import type { Location, Pay, Project } from '../../../src/domain/project.ts';
import { escaped, fakeApi, json, status, type FakeApi } from '../support/fake-api.ts';
import { only } from '../support/only.ts';
import { unexpected } from '../support/parameters.ts';

export const teamtailorApiUrl = 'https://careers.northmere.example/teamtailor/v1';

const site = 'https://career.lakeside.example';
const pageOf = (id: string) => `${site}/jobs/${id}-a-title`;
const applyOf = (id: string) => `${pageOf(id)}/applications/new`;
const htmlOf = (title: string) => `<p>About: ${escaped(title)}</p>`;

const remoteStatus = { remote: 'fully', hybrid: 'hybrid', onsite: 'none', unknown: null };

/** Salaries are by the hour or a longer time. */
const units: Readonly<Record<string, string>> = { hour: 'hourly', month: 'monthly' };
const unitOf = ({ kind, per }: Pay) => units[per ?? (kind === 'hourly' ? 'hour' : '')];

interface Resource {
  readonly id: string;
  readonly type: string;
  readonly attributes: object;
}

const departmentOf = (category: string): Resource => ({
  id: String(category.length),
  type: 'departments',
  attributes: { name: category },
});

/** Its id is that of a department, too: only with its type it is one thing. */
const locationOf = ({ city, country }: Location): Resource => ({
  id: String(city!.length),
  type: 'locations',
  attributes: { address: 'Main Street 1', city, country, name: null, zip: '60601' },
});

const refersTo = ({ id, type }: Resource) => ({ id, type });

function jobOf(project: Project) {
  const { id, title, summary, category, workMode, locations, pay, postedAt, featured } = project;
  const unit = pay && unitOf(pay);
  return {
    id,
    type: 'jobs',
    links: {
      'careersite-job-url': pageOf(id),
      'careersite-job-apply-url': applyOf(id),
      self: `https://api.teamtailor.com/v1/jobs/${id}`,
    },
    attributes: {
      title,
      pitch: summary ?? null,
      body: htmlOf(title),
      'external-application-url': null,
      'human-status': 'published',
      internal: false,
      'language-code': 'en',
      pinned: featured ?? false,
      status: 'open',
      tags: [],
      'remote-status': workMode ? remoteStatus[workMode] : null,
      'created-at': postedAt ?? null,
      'start-date': null,
      'end-date': null,
      'min-salary': (unit && pay?.min) ?? null,
      'max-salary': (unit && pay?.max) ?? null,
      currency: unit ? pay?.currency : 'EUR',
      'salary-time-unit': unit ?? 'monthly',
    },
    relationships: {
      department: { data: category ? refersTo(departmentOf(category)) : null },
      locations: { data: locations?.map(locationOf).map(refersTo) ?? [] },
    },
  };
}

/** What jobs refer to, each once. */
function included(projects: readonly Project[]): Resource[] {
  const all = projects.flatMap(({ category, locations = [] }) => [
    ...(category ? [departmentOf(category)] : []),
    ...locations.map(locationOf),
  ]);
  return [...new Map(all.map((each) => [`${each.type} ${each.id}`, each])).values()];
}

const expected = {
  api_version: '20240404',
  'filter[feed]': 'public',
  include: 'department,locations',
  'page[size]': /^([1-9]|[12]\d|30)$/,
  'page[number]': /^[1-9]\d*$/,
};

/** @param most how many jobs a page has at most: a fake one says so to have several with few jobs */
export const fakeTeamtailorApi =
  (most = 30) =>
  (projects: readonly Project[]): FakeApi =>
    fakeApi({
      base: teamtailorApiUrl,
      routes: {
        'GET /jobs': ({ query }) => {
          const wrong = unexpected(query, expected);
          const [size, page] = [Number(query.get('page[size]')), Number(query.get('page[number]'))];
          if (wrong || size > most)
            return status(400, { errors: [{ title: 'Invalid', detail: wrong, status: '400' }] });
          const jobs = projects.slice((page - 1) * size, page * size);
          return json({
            data: jobs.map(jobOf),
            included: included(jobs),
            meta: {
              'record-count': projects.length,
              'page-count': Math.ceil(projects.length / size),
            },
            links: { first: 'https://api.teamtailor.com/v1/jobs?page[number]=1' },
          });
        },
      },
    });

/** What the API says of a project; only what is open is published. */
export function knownToTeamtailorApi(project: Project): Project | undefined {
  const { id, title, workMode, locations, pay, featured = false } = project;
  if ((project.status ?? 'open') !== 'open') return undefined;
  const per = pay && unitOf(pay) && (pay.per ?? 'hour');
  return {
    id,
    title,
    employer: { name: 'career.lakeside.example' },
    url: pageOf(id),
    language: 'en',
    featured,
    descriptionHtml: htmlOf(title),
    ...only(project, 'summary', 'category', 'postedAt'),
    ...((workMode === 'remote' || workMode === 'hybrid') && { workMode }),
    ...(locations && {
      locations: locations.map((place) => ({
        display: `${place.city!}, ${place.country!}`,
        ...only(place, 'city', 'country'),
      })),
    }),
    ...(per && { pay: { ...pay, kind: per === 'hour' ? 'hourly' : 'unknown', per } }),
    application: { mode: 'redirect', url: applyOf(id) },
  };
}
