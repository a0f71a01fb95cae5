/** Strapi: a collection with the attributes of the guide, as version 5 and as version 4 give it. */
import type { Project } from '../../../src/domain/project.ts';
import type { Limits } from '../../contract/limits.ts';
import { jsonIn } from '../support/documented.ts';
import {
  anyOf,
  atLeast,
  atMost,
  flat,
  inOrder,
  stored,
  totalOf,
  valuesAt,
  withText,
  type Document,
  type Test,
} from '../support/documents.ts';
import { fakeApi, json, status, type FakeApi } from '../support/fake-api.ts';
import { factFilters, ownOrder } from '../support/limits.ts';

interface Attribute {
  readonly type: string;
}

const { attributes } = jsonIn('docs/presets/strapi.md', '"attributes"') as {
  readonly attributes: Readonly<Record<string, Attribute>>;
};

/** What is within a relation and a component. */
const inner: Readonly<Record<string, string>> = { skills: 'name', locations: 'display' };
const standard = ['publishedAt', 'createdAt', 'updatedAt', 'documentId', 'id'];

/** Strapi writes milliseconds; nothing that is published is without a date. */
const publishedAt = (postedAt = '2020-01-01T00:00:00Z'): string => postedAt.replace('Z', '.000Z');

/** An entry as an editor makes it: names put together, skills and places in lists of their own. */
export function entryOf(project: Project): Document {
  const { id, skills, locations, deliverables, postedAt, reportable: _none, ...rest } = project;
  const camel = Object.entries(flat(stored(rest as Project) ?? rest, '_')).map(
    ([name, value]): [string, unknown] => [
      name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase()),
      value,
    ],
  );
  const entry: Record<string, unknown> = {
    ...Object.fromEntries(camel),
    payTotal: totalOf(project),
  };
  delete entry['employerVerified'];
  delete entry['eligibilityClassYears'];
  for (const name of Object.keys(entry))
    if (!attributes[name]) throw new Error(`The collection of the guide has no attribute ${name}.`);
  return {
    id: Number(id.replace(/\D/g, '')) || id.charCodeAt(0),
    documentId: id,
    ...Object.fromEntries(Object.keys(attributes).map((name) => [name, entry[name] ?? null])),
    publishedAt: publishedAt(postedAt),
    skills: skills?.map((name, index) => ({ id: index, documentId: `s${index}`, name })) ?? [],
    locations: locations?.map(({ display }, index) => ({ id: index, display })) ?? [],
    deliverables: deliverables ?? null,
  };
}

class Refusal extends Error {}
const invalid = (key: string): never => {
  throw new Refusal(`Invalid key ${key}`);
};

/** The dotted path of `[skills][name]`. */
function pathOf(keys: readonly string[]): string {
  const [name = '', within] = keys;
  if (standard.includes(name) && !within) return name;
  if (!attributes[name] || inner[name] !== within) invalid(keys.join('.'));
  return keys.join('.');
}

function condition(path: string, operator: string, values: readonly string[]): Test {
  const [value = ''] = values;
  const type = attributes[path]?.type ?? 'string';
  const isNumber = type === 'decimal' || type === 'integer';
  const read = (text: string) =>
    type === 'boolean' ? text === 'true' : isNumber ? Number(text) : text;
  switch (operator) {
    case '$in':
      return anyOf(path, values.map(read));
    case '$eq':
      return anyOf(path, [read(value)]);
    case '$gte':
      return atLeast(path, read(value) as string);
    case '$lte':
      return atMost(path, read(value) as string);
    case '$containsi':
      return withText([path], value);
    default:
      return invalid(operator);
  }
}

/** Conditions under their keys, without the index of a value: `filters[category][$in]`. */
function testsIn(query: URLSearchParams): Test[] {
  const grouped = new Map<string, string[]>();
  for (const [name, value] of query) {
    if (!name.startsWith('filters')) continue;
    const key = name.replace(/(\[\$in\])\[(\d+)\]$/, '$1');
    grouped.set(key, [...(grouped.get(key) ?? []), value]);
  }
  const choices: Test[] = [];
  const tests: Test[] = [];
  for (const [name, values] of grouped) {
    const keys = [...name.matchAll(/\[([^\]]*)\]/g)].map(([, key = '']) => key);
    const isChoice = keys[0] === '$or';
    const path = isChoice ? keys.slice(2) : keys;
    const test = condition(pathOf(path.slice(0, -1)), path.at(-1)!, values);
    (isChoice ? choices : tests).push(test);
  }
  return choices.length ? [...tests, (document) => choices.some((test) => test(document))] : tests;
}

const known = /^(filters\[.*|sort|populate|fields\[0\]|pagination\[(page|pageSize)\])$/;

/** In the manner of version 4: attributes apart, and what is related below `data`. */
function asVersion4({ id, documentId: _none, skills, ...rest }: Document): Document {
  const related = (skills as Document[] | undefined)?.map(({ name, id: own }) => ({
    id: own,
    attributes: { name },
  }));
  return { id, attributes: { ...rest, ...(related && { skills: { data: related } }) } };
}

export const url = 'https://cms.example.edu/api';

export function strapi(projects: readonly Project[], version: 4 | 5 = 5): FakeApi {
  const entries = projects.filter((project) => stored(project)).map(entryOf);
  const shown = version === 4 ? asVersion4 : (entry: Document) => entry;
  const error = (code: number, name: string, message: string) =>
    status(code, { data: null, error: { status: code, name, message, details: {} } });
  return fakeApi({
    base: url,
    routes: {
      'GET /projects': ({ query }) => {
        try {
          for (const name of query.keys()) if (!known.test(name)) invalid(name);
          const page = Number(query.get('pagination[page]') ?? 1);
          const pageSize = Math.min(Number(query.get('pagination[pageSize]') ?? 25), 100);
          if (!(page >= 1 && pageSize >= 1)) invalid('pagination');
          const tests = testsIn(query);
          const keys = (query.get('sort') ?? 'id:asc').split(',').map((key) => {
            const [name = '', direction] = key.split(':');
            return (direction === 'desc' ? '-' : '') + pathOf([name]);
          });
          const found = inOrder(
            entries.filter((entry) => tests.every((test) => test(entry))),
            keys,
          );
          const fields = query.get('fields[0]');
          const isPopulated = query.get('populate') === '*';
          const read = (entry: Document) => {
            const { skills, locations, deliverables, ...rest } = entry;
            if (fields) return { id: entry['id'], [fields]: valuesAt(entry, fields)[0] ?? null };
            return isPopulated ? { ...rest, skills, locations, deliverables } : rest;
          };
          return json({
            data: found
              .slice((page - 1) * pageSize, page * pageSize)
              .map((entry) => shown(read(entry))),
            meta: {
              pagination: {
                page,
                pageSize,
                pageCount: Math.ceil(found.length / pageSize),
                total: found.length,
              },
            },
          });
        } catch (problem) {
          if (problem instanceof Refusal) return error(400, 'ValidationError', problem.message);
          throw problem;
        }
      },
      'GET /projects/:id': ({ params, query }) => {
        const name = version === 4 ? 'id' : 'documentId';
        const found = entries.find((entry) => String(entry[name]) === params['id']);
        if (query.toString() !== 'populate=*') return error(400, 'ValidationError', 'Invalid key');
        return found
          ? json({ data: shown(found), meta: {} })
          : error(404, 'NotFoundError', 'Not Found');
      },
    },
  });
}

/** What the collection of the guide has attributes for. */
function knownToStrapi(project: Project): Project | undefined {
  const held = stored(project);
  if (!held) return undefined;
  const { employer, locations, reportable: _none, eligibility, postedAt, ...rest } = held;
  const { workAuthorization } = eligibility ?? {};
  return {
    ...rest,
    employer: { name: employer.name },
    postedAt: publishedAt(postedAt),
    ...(locations && { locations: locations.map(({ display }) => ({ display })) }),
    ...(workAuthorization && { eligibility: { workAuthorization } }),
    application: { mode: 'redirect' },
  };
}

/** In what it falls short of the native API. */
export const strapiLimits = {
  knows: knownToStrapi,
  filters: [...factFilters, 'paid', 'featured'],
  sorts: ['newest', 'deadline', 'pay', 'shortest'],
  facets: false,
  words: 'theirs',
  ...ownOrder,
} as const satisfies Limits;
