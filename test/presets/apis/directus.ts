/** Directus: the items of one collection, with the fields of the guide, as the public role may read them. */
import type { Project } from '../../../src/domain/project.ts';
import type { Limits } from '../../contract/limits.ts';
import { isObject } from '../../../src/source/decode-values.ts';
import { jsonIn } from '../support/documented.ts';
import {
  anyOf,
  atLeast,
  atMost,
  countsAt,
  flat,
  inOrder,
  stored,
  totalOf,
  withText,
  type Document,
  type Test,
} from '../support/documents.ts';
import { fakeApi, json, status, type FakeApi } from '../support/fake-api.ts';
import { factFilters } from '../support/limits.ts';

export const directusUrl = 'https://cms.northmere.example';

const types = jsonIn('docs/presets/directus.md', '"duration_days_max"') as Readonly<
  Record<string, string>
>;

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** An item of the collection: fields that are not filled in are null. */
export function itemOf(project: Project): Document {
  const {
    locations,
    employer,
    status: _open,
    deliverables: _list,
    reportable: _none,
    ...rest
  } = stored(project)!;
  const known: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(flat(rest, '_'))) known[snake(name)] = value;
  const item = {
    ...known,
    employer_name: employer.name,
    location: locations?.[0]?.display,
    pay_total: totalOf(project),
    date_created: project.postedAt?.replace('Z', '.000Z'),
    status: 'published',
  };
  const unlisted = Object.keys(item).filter((name) => name !== 'posted_at' && !types[name]);
  if (unlisted.length) throw new Error(`The collection of the guide has no ${unlisted.join()}.`);
  return Object.fromEntries(
    Object.keys(types).map((name) => [name, (item as Document)[name] ?? null]),
  );
}

class Refusal extends Error {}

/** Only fields of the collection may be asked for; others are forbidden. */
function fieldFor(name: string): string {
  if (!types[name]) throw new Refusal(`You don't have permission to access field "${name}".`);
  return name;
}

const operators: Readonly<Record<string, (path: string, value: never) => Test>> = {
  _eq: (path, value: unknown) => anyOf(path, [value]),
  _in: (path, value: readonly unknown[]) => anyOf(path, value),
  _gte: (path, value: number | string) => atLeast(path, value),
  _lte: (path, value: number | string) => atMost(path, value),
  // Of a list between commas: a part of a word is found, too.
  _contains: (path, value: string) => (document) => String(document[path]).includes(value),
};

/** https://directus.io/docs/guides/connect/filter-rules */
function ruleOf(rule: unknown): Test {
  if (!isObject(rule)) throw new Refusal('Invalid query. A rule is an object.');
  const tests = Object.entries(rule).map(([name, inner]): Test => {
    if (name === '_and' || name === '_or') {
      if (!Array.isArray(inner) || !inner.length) throw new Refusal(`Invalid query. ${name}`);
      const each = inner.map(ruleOf);
      return (document) =>
        name === '_and'
          ? each.every((test) => test(document))
          : each.some((test) => test(document));
    }
    const [[operator, value] = ['', undefined], more] = Object.entries(inner as object) as [
      string,
      unknown,
    ][];
    const make = operators[operator];
    if (!make || more) throw new Refusal(`Invalid query. ${JSON.stringify(inner)}`);
    return make(fieldFor(name), value as never);
  });
  return (document) => tests.every((test) => test(document));
}

const known = 'search filter sort limit offset meta fields aggregate[count] groupBy[]'.split(' ');

function answer(items: readonly Document[], query: URLSearchParams): object {
  for (const name of query.keys())
    if (!known.includes(name)) throw new Refusal(`Invalid query. "${name}"`);
  const group = query.get('groupBy[]');
  if (query.has('aggregate[count]')) {
    const groups: [string | null, number][] = countsAt(items, fieldFor(group!));
    return {
      data: [[null, 1] as const, ...groups].map(([value, count]) => ({ [group!]: value, count })),
    };
  }
  const test = query.has('filter') ? ruleOf(JSON.parse(query.get('filter')!)) : () => true;
  const text = query.get('search');
  const texts = Object.keys(types).filter((name) => /string|text/i.test(types[name]!));
  const keys = query.get('sort')?.split(',') ?? [];
  for (const key of keys) fieldFor(key.replace(/^-/, ''));
  const found = inOrder(
    items.filter((item) => test(item) && (!text || withText(texts, text)(item))),
    keys,
  );
  const [limit, offset] = [Number(query.get('limit') ?? 100), Number(query.get('offset') ?? 0)];
  const page = limit < 0 ? found : found.slice(offset, offset + limit);
  const fields = query.get('fields');
  return {
    data: fields ? page.map((item) => ({ [fieldFor(fields)]: item[fields] })) : page,
    ...(query.get('meta') === 'filter_count' && { meta: { filter_count: found.length } }),
  };
}

const refusal = (code: string, message: string) => ({
  errors: [{ message, extensions: { code } }],
});

export function fakeDirectus(projects: readonly Project[]): FakeApi {
  const items = projects.filter((project) => stored(project)).map(itemOf);
  return fakeApi({
    base: directusUrl,
    routes: {
      'GET /items/:collection': ({ query, params }) => {
        if (params['collection'] !== 'projects')
          return status(403, refusal('FORBIDDEN', "You don't have permission to access this."));
        try {
          return json(answer(items, query));
        } catch (error) {
          if (error instanceof Refusal) return status(400, refusal('INVALID_QUERY', error.message));
          throw error;
        }
      },
    },
  });
}

/** What the collection has fields for. */
function knownToDirectus(project: Project): Project | undefined {
  const known = stored(project);
  if (!known) return undefined;
  const { employer, locations, deliverables: _list, reportable: _none, ...rest } = known;
  return {
    ...rest,
    employer: { name: employer.name },
    ...(rest.postedAt !== undefined && { postedAt: rest.postedAt.replace('Z', '.000Z') }),
    ...(locations && { locations: [{ display: locations[0]!.display }] }),
    status: 'open',
    application: { mode: 'redirect' },
  };
}

/** In what it falls short of the native API. */
export const directusLimits = {
  knows: knownToDirectus,
  filters: [...factFilters, 'paid', 'featured'],
  sorts: ['newest', 'deadline', 'pay', 'shortest'],
  facets: false,
  words: 'theirs',
  featuredFirst: false,
  applications: false,
  reports: false,
} as const satisfies Limits;
