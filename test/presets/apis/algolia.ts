/** Algolia: several searches in one request, and one record by its id, with the settings of the guide. */
import type { Project } from '../../../src/domain/project.ts';
import { jsonIn } from '../support/documented.ts';
import {
  anyOf,
  atLeast,
  atMost,
  countsAt,
  inOrder,
  withWords,
  type Document,
  type Test,
} from '../support/documents.ts';
import { fakeApi, json, status, type FakeApi } from '../support/fake-api.ts';
import { indexed } from '../support/indexed.ts';

interface Settings {
  readonly searchableAttributes: readonly string[];
  readonly attributesForFaceting: readonly string[];
  readonly numericAttributesForFiltering: readonly string[];
  readonly customRanking: readonly string[];
}

const settings = jsonIn('docs/presets/algolia.md', '"attributesForFaceting"') as Settings;
const attributes = settings.attributesForFaceting.map((name) =>
  name.replace(/^\w+\((.*)\)$/, '$1'),
);
const numbers = settings.numericAttributesForFiltering;

interface Search {
  readonly indexName: string;
  readonly query?: string;
  readonly facetFilters?: readonly (string | readonly string[])[];
  readonly numericFilters?: readonly string[];
  readonly facets?: readonly string[];
  readonly page?: number;
  readonly hitsPerPage?: number;
}

class Refusal extends Error {}

const known = 'indexName query facetFilters numericFilters facets page hitsPerPage'.split(' ');

/** `name:value`, and `name:-value` for all others. What cannot be filtered by finds nothing. */
function facetFilter(filter: string): Test {
  const at = filter.indexOf(':');
  const [name, value] = [filter.slice(0, at), filter.slice(at + 1)];
  if (at < 0) throw new Refusal('facetFilters: missing attribute');
  if (!attributes.includes(name)) return () => false;
  const isNegated = value.startsWith('-');
  const wanted = value === 'true' ? true : value.replace(/^\\?-/, '');
  const test = anyOf(name, [wanted]);
  return (document) => test(document) !== isNegated;
}

function numericFilter(filter: string): Test {
  const [, name = '', sign, limit] = /^([\w.]+)(<=|>=)(-?[\d.]+)$/.exec(filter) ?? [];
  if (!sign) throw new Refusal(`invalid numeric filter ${filter}`);
  if (!numbers.includes(name)) return () => false;
  return (sign === '<=' ? atMost : atLeast)(name, Number(limit));
}

const oneOf =
  (tests: readonly Test[]): Test =>
  (document) =>
    tests.some((test) => test(document));

function search(documents: readonly Document[], asked: Search): object {
  for (const name of Object.keys(asked))
    if (!known.includes(name)) throw new Refusal(`Unknown parameter: ${name}`);
  const { query = '', facetFilters = [], numericFilters = [], facets = [] } = asked;
  const { page = 0, hitsPerPage = 20 } = asked;
  if (!(page >= 0 && hitsPerPage >= 1 && hitsPerPage <= 1000))
    throw new Refusal('Invalid value for "hitsPerPage"');
  const tests = [
    ...facetFilters.map((filter) => oneOf([filter].flat().map((each) => facetFilter(each)))),
    ...numericFilters.map(numericFilter),
    ...(query ? [withWords(settings.searchableAttributes, query)] : []),
  ];
  const order = settings.customRanking.map((rule) =>
    rule.replace(/^(asc|desc)\((.*)\)$/, (_all, way: string, name: string) =>
      way === 'desc' ? `-${name}` : name,
    ),
  );
  const found = inOrder(
    documents.filter((document) => tests.every((test) => test(document))),
    order,
  );
  return {
    hits: found
      .slice(page * hitsPerPage, (page + 1) * hitsPerPage)
      .map((document) => ({ ...document, _highlightResult: {} })),
    nbHits: found.length,
    page,
    nbPages: Math.ceil(found.length / hitsPerPage),
    hitsPerPage,
    processingTimeMS: 1,
    facets: Object.fromEntries(
      facets
        .filter((name) => attributes.includes(name))
        .map((name) => [name, Object.fromEntries(countsAt(found, name).slice(0, 100))]),
    ),
    exhaustiveFacetsCount: true,
    query,
    params: '',
    index: asked.indexName,
  };
}

export const appId = 'AB12CD34EF';
export const url = `https://${appId.toLowerCase()}-dsn.algolia.net`;
export const key = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';

/** @param replicas names of other indices with the same records */
export function algolia(projects: readonly Project[], replicas: readonly string[] = []): FakeApi {
  const documents = indexed(projects).map(({ id, ...rest }): Document => ({
    ...rest,
    objectID: id,
  }));
  const isAllowed = (headers: Headers) =>
    headers.get('X-Algolia-Application-Id') === appId && headers.get('X-Algolia-API-Key') === key;
  const forbidden = () =>
    status(403, { message: 'Invalid Application-ID or API key', status: 403 });
  return fakeApi({
    base: url,
    routes: {
      'POST /1/indexes/*/queries': async ({ headers, json: body }) => {
        if (!isAllowed(headers)) return forbidden();
        const { requests } = (await body()) as { requests: readonly Search[] };
        try {
          const results = requests.map((request) => {
            if (!['projects', ...replicas].includes(request.indexName))
              throw new Refusal(`Index ${request.indexName} does not exist`);
            return search(documents, request);
          });
          return json({ results });
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          return status(400, { message: error.message, status: 400 });
        }
      },
      'GET /1/indexes/projects/:id': ({ headers, params }) => {
        if (!isAllowed(headers)) return forbidden();
        const found = documents.find(({ objectID }) => objectID === params['id']);
        return found
          ? json(found)
          : status(404, { message: 'ObjectID does not exist', status: 404 });
      },
    },
  });
}
