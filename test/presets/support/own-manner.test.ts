/** An API that searches, sorts and counts as it likes: what it is not held to, and what it is. */
import type { Project } from '../../../src/domain/project.ts';
import { askMemory, countsOf } from './ask-memory.ts';
import { fakeApi, json, status } from './fake-api.ts';
import { presetSuite } from './preset-suite.ts';
import { ownOrder } from './limits.ts';

const url = 'https://search.example.com';

/** By text, the missing before the smallest, the later id before the earlier. */
const compare = (key: (project: Project) => string) => (a: Project, b: Project) => {
  const [one, other] = [key(a), key(b)];
  return one === other ? (a.id < b.id ? 1 : -1) : one < other ? -1 : 1;
};
const byDeadline = compare(({ applyBy }) => applyBy ?? '');
const byTitle = compare(({ title }) => title);

/** Any of the words, anywhere in the title. */
const fits = ({ title }: Project, text: string) =>
  text.split(' ').some((word) => title.toLowerCase().includes(word.toLowerCase()));

presetSuite({
  name: 'An API with a manner of its own',
  url,
  api: (projects) => {
    const memory = askMemory(projects);
    return fakeApi({
      base: url,
      routes: {
        'POST /find': async ({ json: body }) => {
          const {
            text = '',
            fields,
            sort,
            from,
            size,
          } = (await body()) as {
            text?: string;
            fields?: Record<string, string[]>;
            sort?: string;
            from: number;
            size: number;
          };
          const { projects: all, narrowed } = memory.find(fields ?? {});
          const hits = all
            .filter((project) => fits(project, text))
            .sort(sort === 'deadline' ? byDeadline : byTitle);
          return json({
            hits: hits.slice(from, from + size),
            skills: countsOf(narrowed.skill),
          });
        },
        'GET /projects/:id': ({ params }) => {
          const project = memory.get(params['id']);
          return project ? json(project) : status(404);
        },
      },
    });
  },
  config: {
    list: {
      path: '/find',
      method: 'POST',
      body: {
        text: '{q}',
        fields: { skill: '{skill}', category: '{category}' },
        sort: '{sort}',
        from: '{offset}',
        size: '{limit}',
      },
      items: '$.hits[*]',
      sorts: { deadline: 'deadline' },
      facets: { skill: { items: '$.skills' } },
    },
    detail: { path: '/projects/{id}' },
  },
  limits: {
    filters: ['q', 'skill', 'category'],
    sorts: ['deadline'],
    facets: ['skill'],
    total: false,
    words: 'theirs',
    ...ownOrder,
  },
});
