/** Typesense: the search of one collection by GET, with the schema of the guide. */
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

interface Field {
  readonly name: string;
  readonly type: string;
  readonly facet?: boolean;
  readonly sort?: boolean;
}

const { fields } = jsonIn('docs/presets/typesense.md', '"enable_nested_fields"') as {
  readonly fields: readonly Field[];
};

const schema = new Map(fields.map((field) => [field.name, field]));
schema.set('id', { name: 'id', type: 'string' });

class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

function fieldFor(use: string, name: string, fits: (field: Field) => boolean = () => true): Field {
  const field = schema.get(name);
  if (field && fits(field)) return field;
  throw new Refusal(404, `Could not find a ${use} named \`${name}\` in the schema.`);
}

const isNumber = ({ type }: Field): boolean => /^(int|float)/.test(type);

/** One value: bare words, or anything between backticks. */
function literal(text: string, { type }: Field): unknown {
  const word = /^`([^`]*)`$|^([^`[\],&|]+)$/.exec(text.trim());
  if (!word) throw new Refusal(400, 'Could not parse the filter query.');
  const value = word[1] ?? word[2]!;
  if (type === 'bool') return value === 'true';
  if (!/^(int|float)/.test(type)) return value;
  if (!/^-?\d+(\.\d+)?$/.test(value))
    throw new Refusal(400, 'Error with filter field: Not a number.');
  return Number(value);
}

function condition(text: string): Test {
  const [, name = '', sign, value = ''] = /^([\w.]+):(!=|=|<=|>=|) ?(.+)$/.exec(text.trim()) ?? [];
  const field = fieldFor('filter field', name);
  const list = /^\[(.*)\]$/.exec(value)?.[1]?.match(/`[^`]*`|[^,]+/g) ?? [value];
  const values = list.map((each) => literal(each, field));
  if (sign === '=') return anyOf(name, values);
  if (sign === '!=') return (document) => !anyOf(name, values)(document);
  if (!sign || !isNumber(field)) throw new Refusal(400, 'Error with filter field.');
  return (sign === '<=' ? atMost : atLeast)(name, values[0] as number);
}

const conditions = (filter: string): Test[] =>
  (filter.match(/(?:`[^`]*`|[^`&])+/g) ?? []).map(condition);

function order(sort: string): string[] {
  const keys = sort.split(',');
  if (keys.length > 3) throw new Refusal(400, 'Only upto 3 sort_by fields are allowed.');
  return keys.flatMap((key) => {
    const [name = '', direction] = key.split(':');
    if (direction !== 'asc' && direction !== 'desc')
      throw new Refusal(400, 'Order for field should be either `asc` or `desc`.');
    if (name === '_text_match') return [];
    fieldFor('field', name, (field) => field.sort ?? (isNumber(field) || field.type === 'bool'));
    return [direction === 'desc' ? `-${name}` : name];
  });
}

const known =
  'x-typesense-api-key q query_by filter_by facet_by max_facet_values sort_by page per_page'.split(
    ' ',
  );

function search(documents: readonly Document[], params: URLSearchParams): object {
  for (const name of params.keys())
    if (!known.includes(name) || params.getAll(name).length > 1)
      throw new Refusal(400, `No such parameter: ${name}`);
  const asked = (name: string) => params.get(name) ?? undefined;
  const [q, by] = [asked('q'), asked('query_by')];
  if (!q || !by) throw new Refusal(400, 'Parameter `q` is required.');
  const paths = by.split(',');
  for (const path of paths) fieldFor('field', path, ({ type }) => type.startsWith('string'));
  const size = Number(asked('per_page') ?? 10);
  const page = Number(asked('page') ?? 1);
  if (size > 250) throw new Refusal(422, 'Only upto 250 hits can be fetched per page.');
  if (!(page >= 1)) throw new Refusal(422, 'Parameter `page` must be an unsigned integer.');
  const tests = asked('filter_by') === undefined ? [] : conditions(asked('filter_by')!);
  if (q !== '*') tests.push(withWords(paths, q));
  const found = inOrder(
    documents.filter((document) => tests.every((test) => test(document))),
    order(asked('sort_by') ?? '_text_match:desc'),
  );
  const facets = asked('facet_by')?.split(',') ?? [];
  return {
    facet_counts: facets.map((name) => ({
      counts: countsAt(found, fieldFor('facet field', name, ({ facet }) => !!facet).name)
        .slice(0, Number(asked('max_facet_values') ?? 10))
        .map(([value, count]) => ({ count, highlighted: value, value })),
      field_name: name,
      sampled: false,
      stats: { total_values: 1 },
    })),
    found: found.length,
    hits: found
      .slice((page - 1) * size, page * size)
      .map((document) => ({ document, highlight: {}, highlights: [], text_match: 100 })),
    out_of: documents.length,
    page,
    request_params: { collection_name: 'projects', per_page: size, q },
    search_cutoff: false,
    search_time_ms: 1,
  };
}

export const url = 'https://search.example.edu';
export const key = 'xQ1search2only3key4';

export function typesense(projects: readonly Project[]): FakeApi {
  const documents = indexed(projects);
  return fakeApi({
    base: url,
    routes: {
      'GET /collections/projects/documents/search': ({ query, headers }) => {
        if ((query.get('x-typesense-api-key') ?? headers.get('x-typesense-api-key')) !== key)
          return status(401, {
            message: 'Forbidden - a valid `x-typesense-api-key` header must be sent.',
          });
        try {
          return json(search(documents, query));
        } catch (error) {
          if (error instanceof Refusal) return status(error.status, { message: error.message });
          throw error;
        }
      },
    },
  });
}
