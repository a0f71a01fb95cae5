import { expect } from 'chai';
import fc from 'fast-check';
import { ConfigError } from '../../../src/source/config-error.ts';
import type { SourceDefinition } from '../../../src/source/mapping/definition.ts';
import { laidOver, readDefinition } from '../../../src/source/mapping/read-definition.ts';

const presets = new Map<string, SourceDefinition>([
  [
    'board',
    {
      mode: 'server',
      headers: { Accept: 'application/json' },
      list: {
        path: '/jobs',
        query: { q: '{q}', n: '{limit}' },
        keep: ['@.a'],
        sorts: { pay: 'p' },
      },
      detail: { path: '/jobs/{id}' },
      fields: { id: '$.id', title: ['$.name', '$.title'] },
      tables: { terms: { path: '/terms', value: '$.name' } },
      apply: { mode: 'post', receipt: { id: '$.id' } },
    },
  ],
  ['campus', { preset: 'board', list: { query: { n: null }, keep: ['@.b'] } }],
]);

const url = 'https://a.example/api';
const read = (definition: unknown, where = 'api') => readDefinition(definition, where, presets);
const refused = (definition: object, message: string | RegExp, where?: string) =>
  expect(() => read({ url, ...definition }, where)).to.throw(ConfigError, message);

describe('a definition with a key that is not known', () => {
  it('is refused at every level, with what may be meant', () => {
    for (const [definition, place, meant] of [
      [{ ulr: 'x' }, 'ulr', 'url'],
      [{ list: { itmes: '$' } }, 'list.itmes', 'items'],
      [{ list: { sorts: { newst: 'x' } } }, 'list.sorts.newst', 'newest'],
      [{ list: { facets: { categories: {} } } }, 'list.facets.categories', 'category'],
      [{ list: { facets: { category: { vlue: '$' } } } }, 'list.facets.category.vlue', 'value'],
      [{ detail: { recrod: '$' } }, 'detail.recrod', 'record'],
      [{ tables: { terms: { lookup: 'x', keys: '$' } } }, 'tables.terms.lookup', undefined],
      [{ tables: { terms: { keys: '$' } } }, 'tables.terms.keys', 'key'],
      [{ apply: { mode: 'post', urls: 'x' } }, 'apply.urls', 'url'],
      [{ apply: { receipt: { refrence: '$' } } }, 'apply.receipt.refrence', 'reference'],
      [{ apply: { errors: { feild: '$' } } }, 'apply.errors.feild', 'field'],
      [{ apply: { duplicate: { sttus: 1 } } }, 'apply.duplicate.sttus', 'status'],
      [{ apply: { upload: { orgins: [] } } }, 'apply.upload.orgins', 'origins'],
    ] as const)
      refused(
        definition,
        `"api.${place}" is not known.${meant ? ` Did you mean "${meant}"?` : ''} There are `,
      );
  });

  it('is refused by the name of its place', () => {
    refused(
      { lsit: {} },
      '"sources[2].file.lsit" is not known. Did you mean "list"?',
      'sources[2].file',
    );
  });

  it('is refused with names of all objects, too', () => {
    for (const key of ['__proto__', 'constructor', 'toString']) {
      const definition: unknown = JSON.parse(`{"url": "${url}", "list": {"${key}": {"a": 1}}}`);
      expect(() => read(definition)).to.throw(ConfigError, `"api.list.${key}" is not known.`);
    }
  });
});

describe('a definition with a value of the wrong kind', () => {
  it('is refused with the right one', () => {
    for (const [definition, message] of [
      [{ url: 5 }, 'url" must be text.'],
      [{ list: { path: ['/jobs'] } }, 'list.path" must be text.'],
      [{ zone: true }, 'zone" must be text.'],
      [{ timeout: '15' }, 'timeout" must be a positive whole number.'],
      [{ list: { pageSize: 0 } }, 'list.pageSize" must be a positive whole number.'],
      [{ list: { pageSize: '20' } }, 'list.pageSize" must be a positive whole number.'],
      [{ list: { firstPage: '0' } }, 'list.firstPage" must be a whole number.'],
      [{ list: { plainNames: 'yes' } }, 'list.plainNames" must be true or false.'],
      [{ list: { keep: '@.a' } }, 'list.keep" must be a list.'],
      [{ list: { query: [] } }, 'list.query" must be an object.'],
      [{ list: [] }, 'list" must be an object.'],
      [{ fields: 'title' }, 'fields" must be an object.'],
      [{ tables: [] }, 'tables" must be an object.'],
      [{ tables: { a: '$' } }, 'tables.a" must be an object.'],
      [{ headers: 'Accept' }, 'headers" must be an object.'],
      [{ mode: 'browser' }, 'mode" is one of server, client.'],
      [{ apply: { mode: 'client' } }, 'apply.mode" is one of post, redirect, email.'],
      [{ format: 'yaml' }, 'format" is one of json, csv, xml, gviz, json-ld.'],
      [{ list: { method: 'PUT' } }, 'list.method" is one of GET, POST.'],
      [{ credentials: true }, 'credentials" is one of omit, same-origin, include.'],
      [{ apply: { encoding: 'xml' } }, 'apply.encoding" is one of multipart, json, urlencoded.'],
    ] as const)
      refused(definition, `"api.${message}`);
    for (const definition of [null, undefined, 'x', 5, []])
      expect(() => read(definition)).to.throw(ConfigError, '"api" must be an object.');
  });
});

describe('a definition', () => {
  it('needs an address, or records', () => {
    expect(() => read({})).to.throw(
      ConfigError,
      '"api.url" is missing: the address of the listings.',
    );
    expect(read({ data: [] })).to.deep.equal({ data: [] });
  });

  it('holds no secrets', () => {
    refused({ headers: { 'X-Api-Key': 'abc' } }, '"api.headers.X-Api-Key" has a value');
  });

  it('does not mix what the API does with what the browser does', () => {
    for (const key of ['sorts', 'facets'])
      refused(
        { mode: 'client', list: { [key]: {} } },
        `"api.list.${key}" does nothing in mode "client", in which the browser has all listings`,
      );
    expect(() => read({ url, mode: 'server', list: { sorts: {}, facets: {} } })).to.not.throw();
  });

  it('never fails with anything but what it says', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('list', 'apply', 'tables', 'fields', 'headers'),
        (value, key) => {
          try {
            read({ url, [key]: value });
          } catch (error) {
            expect(error).to.be.instanceOf(ConfigError);
          }
        },
      ),
    );
  });
});

describe('a preset', () => {
  it('is what a definition is laid over, member by member', () => {
    const { list, fields, headers, apply, tables } = read({
      preset: 'board',
      url,
      headers: { 'X-Version': '2' },
      list: { query: { n: '{limit}', per: 'page' }, keep: ['@.c'] },
      fields: { title: '$.headline' },
      tables: { terms: { value: '$.label' }, more: { values: {} } },
      apply: { receipt: { reference: '$.ref' } },
    });
    expect(list).to.deep.equal({
      path: '/jobs',
      query: { q: '{q}', n: '{limit}', per: 'page' },
      keep: ['@.c'],
      sorts: { pay: 'p' },
    });
    expect(fields).to.deep.equal({ id: '$.id', title: '$.headline' });
    expect(headers).to.deep.equal({ Accept: 'application/json', 'X-Version': '2' });
    expect(apply).to.deep.equal({ mode: 'post', receipt: { id: '$.id', reference: '$.ref' } });
    expect(tables).to.deep.equal({
      terms: { path: '/terms', value: '$.label' },
      more: { values: {} },
    });
  });

  it('loses what is null', () => {
    const { list, fields, tables, apply } = read({
      preset: 'board',
      url,
      list: { path: null, query: { q: null, mine: null }, sorts: null },
      fields: { title: null, summary: null },
      tables: { terms: null },
      apply: null,
    });
    expect(list).to.deep.equal({ query: { n: '{limit}' }, keep: ['@.a'] });
    expect(fields).to.deep.equal({ id: '$.id' });
    expect(tables).to.deep.equal({});
    expect(apply).to.equal(undefined);
  });

  it('may have a preset itself', () => {
    expect(read({ preset: 'campus', url }).list).to.deep.equal({
      path: '/jobs',
      query: { q: '{q}' },
      keep: ['@.b'],
      sorts: { pay: 'p' },
    });
  });

  it('stays as it is', () => {
    const before = JSON.stringify([...presets]);
    read({ preset: 'campus', url, list: { query: { q: 'x' } }, fields: { id: null } });
    expect(JSON.stringify([...presets])).to.equal(before);
  });

  it('is refused when it is not known, with what may be meant', () => {
    refused(
      { preset: 'bord' },
      '"api.preset": "bord" is not known. Did you mean "board"? There are board, campus.',
    );
    refused(
      { preset: 'toString' },
      '"api.preset": "toString" is not known. There are board, campus.',
    );
  });
});

describe('laying one definition over another', () => {
  it('touches the prototype of nothing', () => {
    const hostile = JSON.parse(
      '{"__proto__": {"polluted": 1}, "list": {"__proto__": {"a": 1}}}',
    ) as object;
    const laid = laidOver({ list: {} }, hostile);
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
    expect(Object.getPrototypeOf(laid)).to.equal(Object.prototype);
    expect(Object.getPrototypeOf(laid.list)).to.equal(Object.prototype);
  });

  it('changes nothing when there is nothing to lay', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (definition) => {
        expect(laidOver(definition, {})).to.deep.equal({ ...definition });
      }),
    );
  });
});
