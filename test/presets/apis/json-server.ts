/** json-server 0.17: one collection of a `db.json` that holds projects as the guide has them. */
import type { Project } from '../../../src/domain/project.ts';
import type { Limits } from '../../contract/limits.ts';
import {
  anyOf,
  atLeast,
  atMost,
  inOrder,
  stored,
  withText,
  type Document,
  type Test,
} from '../support/documents.ts';
import { fakeApi, json, status, type FakeApi } from '../support/fake-api.ts';
import { ownOrder } from '../support/limits.ts';

export const url = 'http://localhost:3000';

const equal = ['category', 'industry', 'workMode', 'pay.kind', 'featured'];
const limited = ['hours.max_lte', 'durationDays.max_lte', 'applyBy_gte', 'applyBy_lte'];

/** The test that a parameter is; the real one passes over what no record has. */
function testOf(name: string, values: readonly string[]): Test {
  const [value = ''] = values;
  if (name === 'q') return (document) => withText(Object.keys(document), value)(document);
  if (equal.includes(name))
    return anyOf(
      name,
      values.flatMap((each) => (name === 'featured' ? each === 'true' : each)),
    );
  if (!limited.includes(name)) throw new TypeError(`Nobody needs ${name}.`);
  const path = name.slice(0, -4);
  const limit = path === 'applyBy' ? value : Number(value);
  return name.endsWith('_lte') ? atMost(path, limit) : atLeast(path, limit);
}

function list(documents: readonly Document[], query: URLSearchParams): Response {
  const asked = new URLSearchParams(query);
  const take = (name: string) => {
    const value = asked.get(name);
    asked.delete(name);
    return value;
  };
  const [page, size, sort, order] = ['_page', '_limit', '_sort', '_order'].map(take);
  const tests = [...new Set(asked.keys())].map((name) => testOf(name, asked.getAll(name)));
  const found = inOrder(
    documents.filter((document) => tests.every((test) => test(document))),
    sort ? [(order === 'desc' ? '-' : '') + sort] : [],
  );
  if (!page) return json(found);
  const [from, length] = [(Number(page) - 1) * Number(size), Number(size)];
  return json(found.slice(from, from + length), { 'X-Total-Count': String(found.length) });
}

export function jsonServer(projects: readonly Project[]): FakeApi {
  const documents = projects.flatMap((project): Document[] => {
    const document = stored(project);
    return document ? [{ ...document }] : [];
  });
  return fakeApi({
    base: url,
    routes: {
      'GET /projects': ({ query }) => list(documents, query),
      'GET /projects/:id': ({ params }) => {
        const found = documents.find(({ id }) => id === params['id']);
        return found ? json(found) : status(404, {});
      },
    },
  });
}

/** In what it falls short of the native API. */
export const jsonServerLimits = {
  knows: stored,
  filters: [
    'q',
    'category',
    'industry',
    'workMode',
    'hoursMax',
    'durationDaysMax',
    'applyByFrom',
    'applyByTo',
    'paid',
    'featured',
  ],
  sorts: ['newest', 'deadline', 'shortest'],
  facets: false,
  words: 'theirs',
  ...ownOrder,
} as const satisfies Limits;
