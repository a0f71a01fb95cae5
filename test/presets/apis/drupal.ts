/** Drupal with its module JSON:API: nodes of one content type with the fields of the guide, and the terms that they name. */
import type { Project } from '../../../src/domain/project.ts';
import { jsonIn } from '../support/documented.ts';
import {
  anyOf,
  atLeast,
  atMost,
  flat,
  inOrder,
  stored,
  totalOf,
  withText,
  type Document,
  type Test,
} from '../support/documents.ts';
import { escaped, fakeApi, json, status, type FakeApi } from '../support/fake-api.ts';

export const drupalUrl = 'https://www.northmere.example';

const types = jsonIn('docs/presets/drupal.md', '"field_pay_total"') as Readonly<
  Record<string, string>
>;
const core = ['id', 'title', 'status', 'created', 'sticky', 'langcode'];

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const htmlOf = (title: string) => `<p>About ${escaped(title)}</p>\n`;
const posted = (postedAt: string) => postedAt.replace('Z', '+00:00');

interface Term {
  readonly type: string;
  readonly id: string;
  readonly name: string;
}

const termOf =
  (vocabulary: string) =>
  (name: string): Term => ({
    type: `taxonomy_term--${vocabulary}`,
    id: `${vocabulary}-${name.toLowerCase().replace(/\W+/g, '-')}`,
    name,
  });

/** A node as its database has it: terms within, fields that are not filled in null. */
function nodeOf(project: Project): Document {
  const {
    id,
    title,
    employer,
    category,
    skills,
    locations,
    postedAt,
    featured,
    status: _open,
    deliverables: _list,
    reportable: _none,
    ...rest
  } = stored(project)!;
  const fields: Record<string, unknown> = {
    field_employer: employer.name,
    field_category: category && termOf('category')(category),
    field_skills: skills?.map(termOf('skills')) ?? [],
    field_locations: locations?.map(({ display }) => termOf('locations')(display)) ?? [],
    field_pay_total: totalOf(project),
    field_apply_link: { uri: `https://apply.northmere.example/${id}`, title: '', options: [] },
    body: { value: title, format: 'basic_html', processed: htmlOf(title), summary: '' },
  };
  for (const [name, value] of Object.entries(flat(rest, '_')))
    fields[`field_${snake(name)}`] = value;
  const unlisted = Object.keys(fields).filter((name) => !types[name]);
  if (unlisted.length) throw new Error(`The content type of the guide has no ${unlisted.join()}.`);
  return {
    id,
    title,
    status: true,
    sticky: featured ?? false,
    langcode: 'en',
    created: postedAt && posted(postedAt),
    ...Object.fromEntries(Object.keys(types).map((name) => [name, fields[name] ?? null])),
  };
}

const isReference = (name: string) => /taxonomy/i.test(types[name] ?? '');
const isDecimal = (name: string) => /decimal/i.test(types[name] ?? '');
const termsIn = (node: Document, name: string) => [node[name] ?? []].flat() as Term[];

/** A node as JSON:API has it: attributes here, what it refers to there. */
function resourceOf(node: Document) {
  const attributes: Record<string, unknown> = {
    drupal_internal__nid: 42,
    path: { alias: `/projects/${String(node['id'])}`, pid: 7, langcode: 'en' },
  };
  const relationships: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(node)) {
    if (name === 'id') continue;
    if (!isReference(name)) {
      attributes[name] = isDecimal(name) && value !== null ? Number(value).toFixed(2) : value;
      continue;
    }
    const terms = termsIn(node, name).map(({ type, id }) => ({ type, id }));
    relationships[name] = { data: name === 'field_category' ? (terms[0] ?? null) : terms };
  }
  return { type: 'node--project', id: node['id'], attributes, relationships };
}

const resourceOfTerm = ({ type, id, name }: Term) => ({
  type,
  id,
  attributes: { name, status: true },
});

class Refusal extends Error {}
const refuse = (what: string): never => {
  throw new Refusal(what);
};

/** `filter[a][b]=c` as PHP reads it. */
interface Tree {
  [name: string]: string | Tree;
}
function treeOf(query: URLSearchParams, root: string): Tree {
  const tree: Tree = {};
  for (const [name, value] of query) {
    const [first, ...keys] = name.replaceAll(']', '').split('[');
    if (first !== root) continue;
    let inner = tree;
    for (const key of keys.slice(0, -1)) inner = (inner[key] ??= {}) as Tree;
    inner[keys.at(-1)!] = value;
  }
  return tree;
}

function pathFor(path: string): string {
  const [field = '', property] = path.split('.');
  const isKnown = property ? isReference(field) && property === 'name' : !isReference(field);
  if (!isKnown || !(core.includes(field) || types[field]))
    refuse(
      `Invalid nested filtering. The field \`${field}\`, given in the path \`${path}\`, does not exist.`,
    );
  return path;
}

/** What a text of a query is compared with. */
const typed = (path: string, value: string): string | number =>
  /decimal|integer/i.test(types[path] ?? '') ? Number(value) : value;

function testOf(path: string, operator: string, value: string | Tree | undefined): Test {
  const known = pathFor(path);
  const values = typeof value === 'object' ? Object.values(value).map(String) : [value ?? ''];
  const [first = ''] = values;
  switch (operator) {
    case '=':
      if (known === 'status' || known === 'sticky') return anyOf(known, [first === '1']);
      return anyOf(known, [first]);
    case 'IN':
      return typeof value === 'object' ? anyOf(known, values) : refuse('IN');
    case 'CONTAINS':
      return withText([known], first);
    case '>=':
      return atLeast(known, typed(known, first));
    case '<=':
      return atMost(known, typed(known, first));
    case 'IS NULL':
      return (node) => node[known] === null;
    default:
      return refuse(`The operator "${operator}" is not allowed.`);
  }
}

/** https://www.drupal.org/docs/core-modules-and-themes/core-modules/jsonapi-module/filtering */
function filterOf(filters: Tree): Test {
  const groups = new Map<string, Test[]>();
  const always: Test[] = [];
  for (const [id, filter] of Object.entries(filters))
    if (typeof filter === 'object' && filter['group']) groups.set(id, []);
  for (const [id, filter] of Object.entries(filters)) {
    if (groups.has(id)) continue;
    const whole =
      typeof filter === 'string'
        ? { path: id, value: filter }
        : (filter['condition'] ?? { path: id, ...filter });
    const { path, operator = '=', value, memberOf } = whole as Tree;
    // Written short, Drupal makes it a member of no group.
    if (typeof filter === 'object' && filter['memberOf']) refuse('memberOf');
    const test = testOf(String(path), operator as string, value);
    const among = memberOf === undefined ? always : groups.get(memberOf as string);
    (among ?? refuse(`No group ${String(memberOf)}`)).push(test);
  }
  for (const tests of groups.values()) always.push((node) => tests.some((test) => test(node)));
  return (node) => always.every((test) => test(node));
}

const INCLUDE = 'field_category,field_skills,field_locations';

function listOf(nodes: readonly Document[], url: URL): object {
  const query = url.searchParams;
  for (const name of query.keys())
    if (!/^(filter\[.*|include|sort|page\[(offset|limit)\])$/.test(name)) refuse(name);
  if (query.get('include') !== INCLUDE) refuse('include');
  const test = filterOf(treeOf(query, 'filter'));
  const keys = query.get('sort')?.split(',') ?? [];
  for (const key of keys) pathFor(key.replace(/^-/, ''));
  const found = inOrder(nodes.filter(test), keys);
  const [offset, limit] = [
    Number(query.get('page[offset]') ?? 0),
    Number(query.get('page[limit]') ?? 50),
  ];
  if (!(limit >= 1 && limit <= 50)) refuse('page[limit]');
  const page = found.slice(offset, offset + limit);
  const next = new URL(url);
  next.searchParams.set('page[offset]', String(offset + limit));
  const terms = page.flatMap((node) => INCLUDE.split(',').flatMap((name) => termsIn(node, name)));
  return {
    jsonapi: { version: '1.1' },
    data: page.map(resourceOf),
    ...(terms.length > 0 && {
      included: [...new Map(terms.map((term) => [term.id, resourceOfTerm(term)])).values()],
    }),
    meta: { count: found.length },
    links: {
      self: { href: url.href },
      // Behind a proxy Drupal may think that it is asked without encryption.
      ...(offset + limit < found.length && {
        next: { href: next.href.replace('https:', 'http:') },
      }),
    },
  };
}

const problem = (code: number, detail: string) =>
  status(code, {
    errors: [{ title: code === 404 ? 'Not Found' : 'Bad Request', status: String(code), detail }],
  });

export function fakeDrupal(projects: readonly Project[]): FakeApi {
  const nodes = projects.filter((project) => stored(project)).map(nodeOf);
  const terms = new Map(
    nodes
      .flatMap((node) => INCLUDE.split(',').flatMap((name) => termsIn(node, name)))
      .map((term) => [term.id, term]),
  );
  return fakeApi({
    base: drupalUrl,
    routes: {
      'GET /jsonapi/node/project': ({ url }) => {
        try {
          return json(listOf(nodes, url));
        } catch (error) {
          if (error instanceof Refusal) return problem(400, error.message);
          throw error;
        }
      },
      'GET /jsonapi/node/project/:id': ({ params, query }) => {
        const node = nodes.find(({ id }) => id === params['id']);
        if (!node) return problem(404, 'The "entity" parameter was not converted.');
        if (query.get('include') !== INCLUDE) return problem(400, 'include');
        const included = INCLUDE.split(',')
          .flatMap((name) => termsIn(node, name))
          .map(resourceOfTerm);
        return json({ data: resourceOf(node), ...(included.length > 0 && { included }) });
      },
      'GET /jsonapi/taxonomy_term/:vocabulary': ({ params }) =>
        json({
          data: [...terms.values()]
            .filter(({ type }) => type === `taxonomy_term--${params['vocabulary']!}`)
            .map(resourceOfTerm),
        }),
    },
  });
}

/** What the content type has fields for. */
export function knownToDrupal(project: Project): Project | undefined {
  const known = stored(project);
  if (!known) return undefined;
  const { id, employer, locations, deliverables: _list, reportable: _none, ...rest } = known;
  return {
    ...rest,
    id,
    employer: { name: employer.name },
    url: `${drupalUrl}/projects/${id}`,
    language: 'en',
    featured: project.featured ?? false,
    descriptionHtml: htmlOf(project.title).trim(),
    ...(rest.postedAt !== undefined && { postedAt: posted(rest.postedAt) }),
    ...(locations && { locations: locations.map(({ display }) => ({ display })) }),
    application: { mode: 'redirect', url: `https://apply.northmere.example/${id}` },
  };
}
