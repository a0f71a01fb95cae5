/** APIs that nobody has heard of, read by what a definition says of them. */
import type { Project } from '../../../src/domain/project.ts';
import type { Query, Sort } from '../../../src/domain/query.ts';
import type { SourceDefinition } from '../../../src/source/mapping/definition.ts';
import { askMemory, countsOf } from './ask-memory.ts';
import { fakeApi, json, status } from './fake-api.ts';
import { only } from './only.ts';
import { presetSuite } from './preset-suite.ts';

const url = 'https://openings.example.com/v2';

/** Everything at once, in words of its own; it neither searches nor knows what a deliverable is. */
const words = { remote: 'HOME', hybrid: 'BOTH', onsite: 'OFFICE', unknown: '' };
const opening = (project: Project) => ({
  ref: Number(project.id),
  name: project.title,
  org: { name: project.employer.name },
  blurb: project.summary ?? null,
  group: project.category ?? '',
  tags: project.skills ?? [],
  where: words[project.workMode ?? 'unknown'],
  places: project.locations?.map(({ city, region }) => ({ town: city, state: region })),
  closes: project.applyBy,
  zone: project.timeZone ?? '',
  since: project.postedAt,
  state: project.status,
});

presetSuite({
  name: 'A described API that gives everything at once',
  url,
  api: (projects) =>
    fakeApi({ base: url, routes: { 'GET /openings': () => json(projects.map(opening)) } }),
  config: {
    mode: 'client',
    list: { path: '/openings', items: '$' },
    fields: {
      id: '$.ref',
      title: '$.name',
      'employer.name': '$.org.name',
      summary: '$.blurb',
      category: '$.group',
      skills: '$.tags[*]',
      workMode: { path: '$.where', map: { home: 'remote', both: 'hybrid', office: 'onsite' } },
      locations: {
        each: '$.places[*]',
        fields: { display: '{$.town}, {$.state}', city: '$.town', region: '$.state' },
      },
      applyBy: '$.closes',
      timeZone: '$.zone',
      postedAt: '$.since',
      status: '$.state',
    },
  },
  limits: {
    ids: (index) => String(101 + index),
    knows: ({ id, title, employer: { name }, ...project }) => ({
      id,
      title,
      employer: { name },
      ...only(
        project,
        'summary',
        'category',
        'skills',
        'applyBy',
        'timeZone',
        'postedAt',
        'status',
      ),
      ...(project.workMode !== 'unknown' && only(project, 'workMode')),
      ...(project.locations && {
        locations: project.locations.map((place) => only(place, 'display', 'city', 'region')),
      }),
    }),
    filters: ['q', 'category', 'skill', 'workMode', 'location', 'applyByFrom', 'applyByTo'],
    sorts: ['relevance', 'newest', 'deadline'],
    applications: false,
    reports: false,
  },
});

const modes: Readonly<Record<string, string>> = {
  home: 'remote',
  both: 'hybrid',
  office: 'onsite',
};
const split = (value: string | null) => value?.split(',');

/** The query in a request of the API that is described below. */
function asked(params: URLSearchParams): Query {
  const [text, topics] = [params.get('text'), split(params.get('topics'))];
  const where = split(params.get('where'))?.map((word) => modes[word]!);
  const [most, order] = [params.get('most_hours'), params.get('order')];
  return {
    ...(text && { q: text }),
    ...(topics && { category: topics }),
    ...(where && { workMode: where }),
    ...(most && { hoursMax: Number(most) }),
    ...(order && {
      sort: { '-since': 'newest', closes: 'deadline', '-fit': 'relevance' }[order] as Sort,
    }),
  };
}

const searching: SourceDefinition = {
  list: {
    path: '/search',
    query: {
      text: '{q}',
      topics: { each: 'category', as: '{value}', by: ',' },
      where: {
        each: 'workMode',
        as: { of: '{value}', map: { remote: 'home', hybrid: 'both', onsite: 'office' } },
        by: ',',
      },
      most_hours: '{hoursMax}',
      order: '{sort}',
      page: '{page}',
      size: '{limit}',
    },
    pageSize: 3,
    items: '$.results[*]',
    total: '$.count',
    sorts: { newest: '-since', deadline: 'closes', relevance: '-fit' },
    facets: {
      category: { items: '$.topics' },
      workMode: { values: ['remote', 'hybrid', 'onsite'] },
    },
  },
  detail: { path: '/search/{id}' },
};

presetSuite({
  name: 'A described API that searches for itself',
  url,
  api: (projects) => {
    const memory = askMemory(projects);
    return fakeApi({
      base: url,
      routes: {
        'GET /search': ({ query }) => {
          const [page, size] = [Number(query.get('page')), Number(query.get('size'))];
          if (!(page >= 1 && size >= 1 && size <= 3)) return status(400);
          const {
            projects: results,
            total,
            facets,
          } = memory.find(asked(query), (page - 1) * size, size);
          return json({ results, count: total, topics: countsOf(facets.category) });
        },
        'GET /search/:id': ({ params }) => {
          const project = memory.get(params['id']);
          return project ? json(project) : status(404, { error: 'unknown' });
        },
      },
    });
  },
  config: searching,
  limits: {
    filters: ['q', 'category', 'workMode', 'hoursMax'],
    sorts: ['newest', 'deadline', 'relevance'],
    facets: ['category'],
    featuredFirst: false,
    applications: false,
    reports: false,
  },
});
