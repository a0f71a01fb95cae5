/** Meilisearch: the search of one index by POST, with the settings of the guide. */
import type { Project } from '../../../src/domain/project.ts';
import { own } from '../../../src/source/decode-values.ts';
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

const settings = jsonIn('docs/presets/meilisearch.md', '"filterableAttributes"') as Readonly<
  Record<'searchableAttributes' | 'filterableAttributes' | 'sortableAttributes', readonly string[]>
>;

class Refusal extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

function attribute(name: string, kind: 'filterable' | 'sortable'): string {
  if (settings[`${kind}Attributes`].includes(name)) return name;
  const code = kind === 'filterable' ? 'invalid_search_filter' : 'invalid_search_sort';
  throw new Refusal(code, `Attribute \`${name}\` is not ${kind}.`);
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[A-Za-z0-9_.]+|[<>!]?=|[[\],()]|\S/g;

/** True where there is a list, or a text, with nothing in it. */
function isEmptyAt(document: Document, path: string): boolean {
  let value: unknown = document;
  for (const name of path.split('.')) value = own(value, name);
  return value === '' || (Array.isArray(value) && value.length === 0);
}

/** True where there is nothing, not even an empty list. */
function isMissingAt(document: Document, path: string): boolean {
  return !isEmptyAt(document, path) && valuesAt(document, path).length === 0;
}

/** A reader of filter expressions, of which it knows what it is asked here. */
class Expression {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = text.match(TOKEN) ?? [];
  }

  read(): Test {
    const test = this.#or();
    if (this.#at < this.#tokens.length) this.#refuse();
    return test;
  }

  #or(): Test {
    const terms = [this.#and()];
    while (this.#skip('OR')) terms.push(this.#and());
    return (document) => terms.some((test) => test(document));
  }

  #and(): Test {
    const terms = [this.#condition()];
    while (this.#skip('AND')) terms.push(this.#condition());
    return (document) => terms.every((test) => test(document));
  }

  #condition(): Test {
    const name = attribute(this.#next(), 'filterable');
    const operator = this.#next();
    switch (operator) {
      case 'IN':
        return anyOf(name, this.#list());
      case '=':
        return anyOf(name, [this.#value()]);
      case '!=': {
        const test = anyOf(name, [this.#value()]);
        return (document) => !test(document);
      }
      case '>=':
        return atLeast(name, this.#number());
      case '<=':
        return atMost(name, this.#number());
      case 'NOT':
        if (this.#next() !== 'EXISTS') this.#refuse();
        return (document) => isMissingAt(document, name);
      case 'IS':
        if (this.#next() !== 'EMPTY') this.#refuse();
        return (document) => isEmptyAt(document, name);
      default:
        return this.#refuse();
    }
  }

  #list(): unknown[] {
    const values: unknown[] = [];
    if (!this.#skip('[')) this.#refuse();
    while (!this.#skip(']')) {
      values.push(this.#value());
      if (!this.#skip(',') && this.#tokens[this.#at] !== ']') this.#refuse();
    }
    return values;
  }

  #number(): number {
    const value = Number(this.#next());
    return Number.isNaN(value) ? this.#refuse() : value;
  }

  #value(): unknown {
    const token = this.#next();
    if (token.startsWith('"')) return token.slice(1, -1).replace(/\\(.)/g, '$1');
    if (!/^\w+$/.test(token)) this.#refuse();
    return token === 'true' ? true : token;
  }

  #next(): string {
    return this.#tokens[this.#at++] ?? this.#refuse();
  }

  #skip(token: string): boolean {
    const isThere = this.#tokens[this.#at] === token;
    if (isThere) this.#at++;
    return isThere;
  }

  #refuse(): never {
    throw new Refusal(
      'invalid_search_filter',
      `Was expecting something else: ${this.#tokens.slice(this.#at - 1).join(' ')}`,
    );
  }
}

interface Search {
  readonly q?: string;
  readonly filter?: string | readonly string[];
  readonly facets?: readonly string[];
  readonly sort?: readonly string[];
  readonly offset?: number;
  readonly limit?: number;
}

const known = ['q', 'filter', 'facets', 'sort', 'offset', 'limit'];

function search(documents: readonly Document[], asked: Search): object {
  for (const name of Object.keys(asked))
    if (!known.includes(name)) throw new Refusal('bad_request', `Unknown field \`${name}\``);
  const { q = '', filter = [], facets = [], sort = [], offset = 0, limit = 20 } = asked;
  if (!Number.isInteger(offset) || !Number.isInteger(limit))
    throw new Refusal('invalid_search_limit', 'Invalid value type at `.limit`.');
  const tests = [filter].flat().map((text) => new Expression(text).read());
  if (q) tests.push(withWords(settings.searchableAttributes, q));
  const keys = sort.map((key) => {
    const [, name = '', direction] = /^([\w.]+):(asc|desc)$/.exec(key) ?? [];
    attribute(name, 'sortable');
    return direction === 'desc' ? `-${name}` : name;
  });
  const found = inOrder(
    documents.filter((document) => tests.every((test) => test(document))),
    keys,
  );
  return {
    hits: found.slice(offset, offset + limit),
    query: q,
    processingTimeMs: 1,
    limit,
    offset,
    estimatedTotalHits: found.length,
    facetDistribution: Object.fromEntries(
      facets.map((name) => [
        attribute(name, 'filterable'),
        Object.fromEntries(countsAt(found, name).slice(0, 100)),
      ]),
    ),
    facetStats: {},
  };
}

export const url = 'https://search.example.edu';
export const key = 'd0a1search2only3key4';

export function meilisearch(projects: readonly Project[]): FakeApi {
  const documents = indexed(projects);
  return fakeApi({
    base: url,
    routes: {
      'POST /indexes/:index/search': async ({ params, headers, json: body }) => {
        if (headers.get('Authorization') !== `Bearer ${key}`)
          return status(403, {
            message: 'The provided API key is invalid.',
            code: 'invalid_api_key',
          });
        if (params['index'] !== 'projects')
          return status(404, { message: 'Index not found.', code: 'index_not_found' });
        try {
          return json(search(documents, (await body()) as Search));
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          return status(400, { message: error.message, code: error.code, type: 'invalid_request' });
        }
      },
    },
  });
}
