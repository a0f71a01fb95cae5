/** Elasticsearch or OpenSearch behind a proxy that lets searches of one index through, with the mapping of the guide. */
import type { Project } from '../../../src/domain/project.ts';
import { isObject, own } from '../../../src/source/decode-values.ts';
import { jsonIn } from '../support/documented.ts';
import {
  anyOf,
  atLeast,
  atMost,
  countsAt,
  inOrder,
  valuesAt,
  withWords,
  type Document,
  type Test,
} from '../support/documents.ts';
import { fakeApi, json, status, type FakeApi } from '../support/fake-api.ts';
import { indexed } from '../support/indexed.ts';

type Node = Readonly<Record<string, unknown>>;

class Refusal extends Error {}

const refuse = (what: unknown): never => {
  throw new Refusal(`unknown query ${JSON.stringify(what)}`);
};

/** Types by dotted names, those of multi-fields among them. */
function typesOf(mapping: Node, before = ''): [string, string][] {
  return Object.entries(mapping['properties'] ?? {}).flatMap(([name, field]: [string, Node]) => [
    ...(typeof field['type'] === 'string'
      ? [[before + name, field['type']] as [string, string]]
      : []),
    ...typesOf(field, `${before}${name}.`),
    ...typesOf({ properties: field['fields'] }, `${before}${name}.`),
  ]);
}

const { mappings } = jsonIn('docs/presets/elasticsearch.md', '"mappings"') as {
  readonly mappings: Node;
};
const types = new Map(typesOf(mappings));

/** A field of one of these types; without a mapping nothing is found, so a test has to fail. */
function field(name: string, ...allowed: readonly string[]): string {
  if (!allowed.includes(types.get(name) ?? '')) refuse(`${name} as ${allowed.join(' or ')}`);
  return name;
}

/** The only member of an object. */
function only(node: unknown): [string, unknown] {
  const entries = isObject(node) ? Object.entries(node) : [];
  return entries.length === 1 ? entries[0]! : refuse(node);
}

const all =
  (tests: readonly Test[]): Test =>
  (document) =>
    tests.every((test) => test(document));

function bool(clauses: Node): Test {
  const clause = (name: string) => [own(clauses, name) ?? []].flat().map(query);
  for (const name of Object.keys(clauses))
    if (!['must', 'must_not', 'filter', 'should'].includes(name)) refuse(name);
  const [required, excluded] = [[...clause('must'), ...clause('filter')], clause('must_not')];
  const choices = clause('should');
  return (document) =>
    all(required)(document) &&
    !excluded.some((test) => test(document)) &&
    (!choices.length || choices.some((test) => test(document)));
}

const NUMERIC = ['integer', 'long', 'float', 'double'];

function query(node: unknown): Test {
  const [kind, value] = only(node);
  switch (kind) {
    case 'bool':
      return bool(value as Node);
    case 'match_all':
      return () => true;
    case 'ids':
      return anyOf('id', (value as { values: string[] }).values);
    case 'exists': {
      const name = field((value as { field: string }).field, 'keyword');
      return (document) => valuesAt(document, name).length > 0;
    }
    case 'term':
    case 'terms': {
      const [name, wanted] = only(value);
      if (Array.isArray(wanted) !== (kind === 'terms')) refuse(node);
      return anyOf(field(name, 'keyword', 'boolean'), [wanted].flat());
    }
    case 'range': {
      const [name, limits] = only(value);
      field(name, ...NUMERIC);
      return all(
        Object.entries(limits as Node).map(([side, limit]) =>
          side === 'gte'
            ? atLeast(name, Number(limit))
            : side === 'lte'
              ? atMost(name, Number(limit))
              : refuse(side),
        ),
      );
    }
    case 'multi_match': {
      const { query: words, fields, ...rest } = value as Node;
      if (JSON.stringify(rest) !== '{"type":"bool_prefix","fuzziness":"AUTO"}') refuse(rest);
      if (typeof words !== 'string' || !words) refuse(node);
      const names = (fields as string[]).map((name) => field(name.split('^')[0]!, 'text'));
      const paths = names.map((name) => name.replace(/\.text$/, ''));
      const tests = (words as string).split(/\s+/).map((word) => withWords(paths, word));
      return (document) => tests.some((test) => test(document));
    }
    default:
      return refuse(node);
  }
}

function order(sort: unknown): string[] {
  if (sort === '_score') return [];
  const [name, direction] = only(sort);
  field(name, ...NUMERIC);
  if (direction !== 'asc' && direction !== 'desc') refuse(sort);
  return [direction === 'desc' ? `-${name}` : name];
}

const known = 'from size track_total_hits query sort aggs'.split(' ');

function search(documents: readonly Document[], asked: Node): object {
  for (const name of Object.keys(asked)) if (!known.includes(name)) refuse(name);
  const [from, size] = [Number(asked['from'] ?? 0), Number(asked['size'] ?? 10)];
  if (from + size > 10_000) refuse('Result window is too large');
  const found = inOrder(
    documents.filter(asked['query'] === undefined ? () => true : query(asked['query'])),
    [asked['sort'] ?? []].flat().flatMap(order),
  );
  const aggregations = Object.entries((asked['aggs'] ?? {}) as Node).map(([name, agg]) => {
    const { field: path, size: most } = own(agg, 'terms') as { field: string; size: number };
    const buckets = countsAt(found, field(path, 'keyword')).slice(0, most);
    return [
      name,
      {
        doc_count_error_upper_bound: 0,
        sum_other_doc_count: 0,
        buckets: buckets.map(([key, doc_count]) => ({ key, doc_count })),
      },
    ];
  });
  return {
    took: 1,
    timed_out: false,
    _shards: { total: 1, successful: 1, skipped: 0, failed: 0 },
    hits: {
      total: { value: found.length, relation: 'eq' },
      max_score: null,
      hits: found.slice(from, from + size).map(({ id, ...source }) => ({
        _index: 'projects',
        _id: id,
        _score: null,
        _source: source,
      })),
    },
    ...(asked['aggs'] !== undefined && {
      aggregations: Object.fromEntries(aggregations) as object,
    }),
  };
}

export const url = 'https://search.example.edu';

export function elasticsearch(projects: readonly Project[]): FakeApi {
  const documents = indexed(projects);
  return fakeApi({
    base: url,
    routes: {
      'POST /:index/_search': async ({ params, json: body }) => {
        if (params['index'] !== 'projects')
          return status(404, { error: { type: 'index_not_found_exception' }, status: 404 });
        try {
          return json(search(documents, (await body()) as Node));
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          const reason = { type: 'parsing_exception', reason: error.message };
          return status(400, { error: { root_cause: [reason], ...reason }, status: 400 });
        }
      },
    },
  });
}
