/** The published schema of the config: what it takes, what it refuses, and what it says of each key. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import { ROOT } from '../../scripts/lib/run.ts';
import { en } from '../../src/i18n/en/index.ts';
import { readNativeConfig } from '../../src/source/config.ts';

type Json = Readonly<Record<string, unknown>>;

const read = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Json;

const schema = read('src/source/config.schema.json');
// Conditions are about keys whose types stand beside them.
const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  strictTypes: false,
  strictRequired: false,
});
(addFormats as unknown as { default: (to: Ajv2020) => void }).default(ajv);
const isValid = ajv.compile(schema);

/** Full examples, which together use every key. */
const examples = new Map(
  globSync('test/api/configs/*.json', { cwd: ROOT }).map((path) => [
    basename(path, '.json'),
    read(path),
  ]),
);

const expectTaken = (config: Json, name = JSON.stringify(config)) =>
  expect(isValid(config), `${name}: ${ajv.errorsText(isValid.errors)}`).to.equal(true);

const native = (more: Json): Json => ({ version: 1, api: { url: '/api', ...more } });
const api = (more: Json): Json => native({ detail: { path: '/jobs/{id}' }, ...more });
const list = (more: Json): Json => api({ list: more });
const param = (value: unknown): Json => list({ query: { q: value } });
const field = (value: unknown): Json => api({ fields: { title: value } });
const apply = (more: Json): Json => api({ apply: { mode: 'post', ...more } });
const upload = (more: Json): Json => ({ version: 1, form: { upload: more } });
const sorted = { sorts: { newest: 'date' } };
const twice = { items: '$', values: [] };
const elsewhere = { result: '$', origins: ['https://a.example/b'] };

describe('the schema of the config', () => {
  for (const [name, config] of examples)
    it(`takes the example "${name}"`, () => expectTaken(config, name));

  it('takes little', () => {
    for (const config of [{ version: 1 }, native({}), api({}), { version: 1, file: { data: [] } }])
      expectTaken(config);
  });

  it('takes any object as a body that looks like an operator and is none', () => {
    for (const body of [{ join: { from: 'a' } }, { each: 'q' }, { if: '{q}' }, { of: 1, by: 2 }])
      expectTaken(api({ list: { method: 'POST', body } }));
  });

  it('takes null for what a preset says and this config does not', () => {
    const list = { query: { q: null }, sorts: { pay: null }, facets: { skill: null }, total: null };
    const none = { list, detail: null, fields: { summary: null }, headers: { Accept: null } };
    expectTaken({ version: 1, api: { preset: 'wordpress', ...none } });
  });

  it('takes the presets, as parts of a source', () => {
    const isSource = ajv.getSchema(`${String(schema.$id)}#/$defs/source`);
    const paths = globSync('src/source/mapping/presets/*.json', { cwd: ROOT });
    expect(paths).not.to.be.empty;
    for (const path of paths)
      expect(isSource?.(read(path)), `${path}: ${ajv.errorsText(isSource?.errors)}`).to.equal(true);
  });

  it('takes the configs of the demo, whose messages exist', () => {
    const paths = globSync('demo/site/config/*.json', { cwd: ROOT });
    expect(paths).not.to.be.empty;
    for (const path of paths) {
      const config = read(path);
      expectTaken(config, path);
      const { ui } = config as { ui?: { wording?: Record<string, Json> } };
      for (const messages of Object.values(ui?.wording ?? {})) {
        expect(Object.keys(en)).to.include.members(Object.keys(messages));
      }
    }
  });

  /** What is wrong, where it is noticed, and a config with it. */
  const refused: readonly (readonly [string, string, unknown])[] = [
    ['no version', '', { api: { url: '/api' } }],
    ['another version', '/version', { version: 2 }],
    ['an unknown section', '', { version: 1, source: {} }],
    ['a section that is no object', '/ui', { version: 1, ui: [] }],
    ['an api and a file', '/file', { ...native({}), file: { url: '/a' } }],
    ['a file and several sources', '/sources', { version: 1, file: { url: '/a' }, sources: [] }],
    ['an api without a URL', '/api', { version: 1, api: {} }],
    ['a file without a URL', '/file', { version: 1, file: { format: 'csv' } }],
    ['a URL with a password', '/api/url', api({ url: 'https://me:secret@listings.example.edu' })],
    ['a query in the URL of a native API', '/api/url', native({ url: '/api?x=1' })],
    ['a server without a request for one project', '/api', native({ list: {} })],
    ['what the browser does itself', '/api/list/sorts', api({ mode: 'client', list: sorted })],
    ['a source without an id', '/sources/0', { version: 1, sources: [{ api: { url: '/a' } }] }],
    ['an id with a colon', '/sources/0/id', { version: 1, sources: [{ id: 'a:b' }] }],
    ['a source that is neither', '/sources/0', { version: 1, sources: [{ id: 'a' }] }],
    ['a misspelled key of a source', '/api', api({ feilds: {} })],
    ['a misspelled key of a list', '/api/list', list({ item: '$.jobs' })],
    ['a misspelled key of a request', '/api/detail', api({ detail: { paht: '/x' } })],
    ['a misspelled key of an operator', '/api/list/query/q', param({ join: [], by: '', y: 1 })],
    ['an operator without what it needs', '/api/list/query/q', param({ join: ['a'] })],
    ['no place for terms', '/api/list/query/q/within', param({ join: [], by: ',', within: '()' })],
    ['an open brace in a template', '/api/list/path', list({ path: '/jobs/{id' })],
    ['an unknown escape', '/api/list/query/q', param('{q|sql}')],
    ['a body that cannot be sent', '/api/list', list({ method: 'GET', body: {} })],
    ['another method', '/api/list/method', list({ method: 'PUT' })],
    ['an unknown mode', '/api/mode', api({ mode: 'hybrid' })],
    ['an unknown format', '/api/format', api({ format: 'yaml' })],
    ['an unknown order', '/api/list/sorts', list({ sorts: { oldest: 'date' } })],
    ['an unknown facet', '/api/list/facets', list({ facets: { colour: { items: '$' } } })],
    ['a facet of two kinds', '/api/list/facets/skill', list({ facets: { skill: twice } })],
    ['a table of two kinds', '/api/tables/a', api({ tables: { a: { values: {}, path: '/a' } } })],
    ['too high a cap', '/api/list/cap', list({ cap: 1_000_000 })],
    ['an unknown field', '/api/fields', api({ fields: { organisation: '$.org' } })],
    [
      'an object in place of dotted names',
      '/api/fields/pay',
      api({ fields: { pay: { min: '$' } } }),
    ],
    ['a path without its start', '/api/fields/title', field('title')],
    ['a path without its dot', '/api/fields/title', field('$title')],
    ['a list of no fallbacks', '/api/fields/title', field([])],
    ['a wrong fallback', '/api/fields/title/1', field(['$.title', 'name'])],
    ['a value from two places', '/api/fields/title/const', field({ path: '$.a', const: 'b' })],
    [
      'all of a value that is elsewhere',
      '/api/fields/title/all',
      field({ path: '$.a', all: ['$.b'] }),
    ],
    ['members of nothing', '/api/fields/title', field({ fields: { name: '$' } })],
    ['a key of no table', '/api/fields/title', field({ path: '$.a', key: '$.id' })],
    ['a part of nothing', '/api/fields/title', field({ path: '$.a', take: 'b' })],
    ['a condition without its subject', '/api/list/keep/0', list({ keep: ['listed == true'] })],
    ['a condition that is in no list', '/api/list/keep', list({ keep: '@.listed' })],
    ['no way to apply', '/api/apply', api({ apply: { path: '/apply' } })],
    ['an address with a variable host', '/api/apply/url', apply({ url: 'https://{id}.example/' })],
    ['a relative address to apply at', '/api/apply/url', apply({ url: '/apply' })],
    ['what no receipt has', '/api/apply/receipt', apply({ receipt: { number: '$.a' } })],
    ['an upload that gives nothing', '/api/apply/upload', apply({ upload: { path: '/up' } })],
    ['a promise in words', '/api/apply/idempotent', apply({ idempotent: 'yes' })],
    ['an origin with a path', '/api/apply/upload/origins/0', apply({ upload: elsewhere })],
    ['a literal token', '/api/headers/Authorization', api({ headers: { Authorization: 'a' } })],
    ['a cookie', '/api/headers/Cookie', api({ headers: { Cookie: '{token}' } })],
    ['a literal key in a header', '/api/headers/X-Api-Key', api({ headers: { 'X-Api-Key': 'a' } })],
    ['a literal key in a parameter', '/api/list/query/api_key', list({ query: { api_key: 'a' } })],
    ['no privacy notice', '/form/privacyUrl', { version: 1, form: { privacyUrl: '' } }],
    ['an ending without its dot', '/form/upload/accept/0', upload({ accept: ['pdf'] })],
  ];
  for (const [about, place, config] of refused)
    it(`refuses ${about}`, () => {
      expect(isValid(config)).to.equal(false);
      expect(isValid.errors?.map(({ instancePath }) => instancePath)).to.include(place);
    });
});

describe('the native reader', () => {
  it('takes the native part of the language', () => {
    for (const config of [examples.get('native'), { version: 1 }, native({})])
      expect(readNativeConfig(config)).to.deep.equal(config);
  });

  it('refuses the rest, which the schema takes, and names the script that reads it', () => {
    const others = [...examples].filter(([name]) => name !== 'native');
    expect(others).not.to.be.empty;
    for (const [name, config] of others)
      expect(() => readNativeConfig(config), name).to.throw('foothold-any.js');
  });

  it('refuses what the schema refuses of it', () => {
    for (const config of [{ api: { url: '/api' } }, { version: 2 }, { version: 1, ui: [] }]) {
      expect(isValid(config)).to.equal(false);
      expect(() => readNativeConfig(config)).to.throw();
    }
  });
});

/** A schema's parts, each with the pointer to it, without conditions and refusals. */
function* partsOf(part: Json, pointer = '#'): Generator<readonly [pointer: string, part: Json]> {
  yield [pointer, part];
  const single = ['items', 'additionalProperties'].filter((key) => part[key]);
  for (const key of single) yield* partsOf(part[key] as Json, `${pointer}/${key}`);
  for (const key of ['properties', '$defs'])
    for (const [name, inner] of Object.entries((part[key] ?? {}) as Json))
      if (typeof inner === 'object') yield* partsOf(inner as Json, `${pointer}/${key}/${name}`);
}
const parts = [...partsOf(schema)];

/** All objects in a schema, conditions included. */
function* everyPartOf(part: Json): Generator<Json> {
  yield part;
  for (const inner of Object.values(part))
    if (typeof inner === 'object' && inner !== null) yield* everyPartOf(inner as Json);
}

describe('what the schema says of a key', () => {
  const properties = parts.filter(([pointer]) => /\/properties\/[^/]+$/.test(pointer));

  it('is there, for every key', () => {
    const describes = ({ description, $ref }: Json): boolean =>
      typeof description === 'string' ||
      parts.some(([pointer, part]) => pointer === $ref && describes(part));
    expect(properties).to.have.length.above(150);
    const undescribed = properties.filter(([, part]) => !describes(part));
    expect(undescribed.map(([pointer]) => pointer)).to.deep.equal([]);
  });

  it('is used in an example', () => {
    const used = new Set<string>();
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        used.add(key);
        visit(inner);
      }
    };
    for (const config of examples.values()) visit(config);
    const unused = properties
      .filter(([pointer]) => !/\/(fields|message)\/properties\//.test(pointer))
      .map(([pointer]) => pointer.slice(pointer.lastIndexOf('/') + 1))
      .filter((key) => !used.has(key));
    expect(unused).to.deep.equal([]);
  });

  /** The examples of a kind of value, which stand in its comment: objects and lists as JSON, texts as they are. */
  const inComment = (comment: string): unknown[] =>
    [...(comment.split(/ Examples?: /)[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, text = '']) =>
      /^[[{]"/.test(text) ? (JSON.parse(text) as unknown) : text,
    );

  it('has examples and a default that it takes itself', () => {
    let checked = 0;
    for (const [pointer, part] of parts) {
      const holds = ajv.getSchema(`${String(schema.$id)}${pointer}`);
      const { examples: shown = [], default: byDefault, $comment = '' } = part;
      const values = [...(shown as unknown[]), ...inComment($comment as string)];
      if (byDefault !== undefined) values.push(byDefault);
      for (const value of values) {
        const isTaken = holds?.(value);
        expect(isTaken, `${pointer}: ${ajv.errorsText(holds?.errors)}`).to.equal(true);
        checked++;
      }
    }
    expect(checked).to.be.above(100);
  });

  it('stands beside no reference to something that says the same', () => {
    // Editors lay what is referred to over what refers to it, keyword by keyword.
    const keywordsOf = ($ref: unknown): string[] => {
      const name = String($ref).slice('#/$defs/'.length);
      const target = (schema.$defs as Record<string, Json>)[name];
      return target ? [...Object.keys(target), ...keywordsOf(target.$ref)] : [];
    };
    const lost = [...everyPartOf(schema)].flatMap((part) => {
      const theirs = keywordsOf(part.$ref);
      const ours = Object.keys(part).filter((key) => key !== '$ref' && key !== '$comment');
      return ours
        .filter((key) => theirs.includes(key))
        .map((key) => `${key} of ${String(part.$ref)}`);
    });
    expect(lost).to.deep.equal([]);
  });
});
