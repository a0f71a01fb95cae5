import { expect } from 'chai';
import fc from 'fast-check';
import { ConfigError } from '../../../src/source/config-error.ts';
import type { RequestDefinition } from '../../../src/source/mapping/definition.ts';
import { compileRequest } from '../../../src/source/mapping/request.ts';
import type { Variables } from '../../../src/source/mapping/template.ts';

const base = 'https://api.example.edu/v1';

const compile = (definition: RequestDefinition, from = base) =>
  compileRequest(definition, 'list', from);
const fill = (definition: RequestDefinition, variables: Variables = {}, from = base) =>
  compile(definition, from).fill(variables);
/** What stands behind the base URL. */
const urlOf = (definition: RequestDefinition, variables: Variables = {}, from = base) =>
  decodeURI(fill(definition, variables, from).url.replace('https://api.example.edu', ''));

const anyText = fc
  .array(fc.nat(0xffff), { minLength: 1 })
  .map((units) => `${String.fromCharCode(...units).replace(/\p{Cs}/gu, '/')}?`);

describe('the URL of a request', () => {
  it('is the base URL, its path and its parameters', () => {
    expect(urlOf({})).to.equal('/v1');
    expect(urlOf({ path: '/jobs' })).to.equal('/v1/jobs');
    expect(urlOf({ path: 'jobs' }, {}, `${base}/`)).to.equal('/v1/jobs');
    expect(urlOf({ path: '/jobs', query: { q: '{q}', n: 5, all: true } }, { q: 'a b' })).to.equal(
      '/v1/jobs?q=a+b&n=5&all=true',
    );
  });

  it('leaves out parameters that say nothing', () => {
    const query = { q: '{q}', sort: { of: '{sort}', map: {} }, none: null, empty: '' };
    expect(urlOf({ query })).to.equal('/v1?empty=');
  });

  it('keeps the parameters of the base URL and of the path', () => {
    const from = `${base}?board=7`;
    expect(
      urlOf({ path: '/jobs?state={state}', query: { q: 'a' } }, { state: 'a&b' }, from),
    ).to.equal('/v1/jobs?board=7&state=a%26b&q=a');
  });

  it('has values in its path as one segment each', () => {
    fc.assert(
      fc.property(anyText, (id) => {
        const { url } = fill({ path: '/jobs/x{id}/apply' }, { id });
        const { pathname, search, hash, host } = new URL(url);
        expect(pathname.split('/').map(decodeURIComponent)).to.deep.equal([
          '',
          'v1',
          'jobs',
          `x${id}`,
          'apply',
        ]);
        expect([search, hash, host]).to.deep.equal(['', '', 'api.example.edu']);
      }),
    );
  });

  it('is another one where the path is an address of its own', () => {
    expect(fill({ path: 'https://words.example/terms/{id}' }, { id: 1 }).url).to.equal(
      'https://words.example/terms/1',
    );
    // Two slashes are no address: a value at the start of a path leads nowhere else.
    expect(new URL(fill({ path: '//evil.example/x' }).url).host).to.equal('api.example.edu');
    for (const path of ['{id}', '{id|inside}'])
      expect(new URL(fill({ path }, { id: 'https://evil.example/' }).url).host).to.equal(
        'api.example.edu',
      );
  });

  it('has no variable in its host', () => {
    for (const path of ['https://{id}/jobs', 'https://{id}.example.edu', 'http://a.example{id}'])
      expect(() => compile({ path })).to.throw(
        ConfigError,
        `"list": "${path}" has a variable in its host. It may have some after it.`,
      );
    expect(() => compile({ path: 'https://a.example/{id}' })).to.not.throw();
  });
});

describe('several values of a parameter', () => {
  const skill = ['a b', 'c,d'];

  it('are written as the API has them', () => {
    const encodings: Readonly<Record<string, RequestDefinition['query']>> = {
      '?skill=a+b&skill=c,d': { skill: '{skill}' },
      '?skill[]=a+b&skill[]=c,d': { 'skill[]': '{skill}' },
      '?filters[skill][$in][0]=a+b&filters[skill][$in][1]=c,d': {
        'filters[skill][$in][*]': '{skill}',
      },
      '?skill=a+b,c,d': { skill: { each: 'skill', as: '{value}', by: ',' } },
      '?skill=a+b;c,d': { skill: { each: 'skill', as: '{value}', by: ';' } },
      '?skill=in.("a+b","c,d")': { skill: 'in.({skill|quoted})' },
      '?skill=["a+b","c,d"]': { skill: { join: ['{skill|quoted}'], by: '', within: '[{all}]' } },
      '?filter={"skill":{"_in":["a+b","c,d"]}}': { filter: { skill: { _in: '{skill}' } } },
      '?or=skill:a+b+OR+skill:c,d': {
        or: { each: 'skill', as: 'skill:{value}', by: ' OR ' },
      },
    };
    for (const [written, query] of Object.entries(encodings)) {
      const url = urlOf({ query: query! }, { skill });
      expect(decodeURIComponent(url)).to.equal(`/v1${written}`);
      expect(urlOf({ query: query! })).to.equal('/v1');
    }
  });

  it('come back from the URL as they went in', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (skill) => {
        const url = new URL(
          fill({ query: { skill: '{skill}', 'n[*]': '{skill}' } }, { skill }).url,
        );
        expect(url.searchParams.getAll('skill')).to.deep.equal(skill);
        for (const [index, value] of skill.entries())
          expect(url.searchParams.get(`n[${index}]`)).to.equal(value);
      }),
    );
  });
});

describe('the headers of a request', () => {
  it('are those of all requests and its own, of which the latter count', () => {
    const common = { headers: { Accept: 'text/csv', 'X-Api-Version': '2' } };
    const request = compileRequest(
      { headers: { accept: 'application/json', 'Accept-Language': '{language}' } },
      'list',
      base,
      common,
    );
    expect(request.fill({ language: 'ar' }).headers).to.deep.equal({
      accept: 'application/json',
      'x-api-version': '2',
      'accept-language': 'ar',
    });
    expect(request.fill({}).headers).to.not.have.property('accept-language');
  });
});

describe('the headers of all requests', () => {
  const common = { headers: { Authorization: 'Bearer {token}' } };
  const headersOf = (path: string, headers: Record<string, string> = {}) =>
    compileRequest({ path, headers }, 'tables.a', base, common).fill({ token: 't' }).headers;

  it('go to the API alone, not to another host', () => {
    expect(headersOf('https://api.example.edu/v2/terms')).to.deep.equal({
      authorization: 'Bearer t',
    });
    for (const path of [
      'https://words.example/a',
      'http://api.example.edu/',
      'https://api.example.edu:8443/{id}',
    ])
      expect(headersOf(path), path).to.deep.equal({});
    expect(headersOf('https://words.example/a', { Accept: 'text/csv' })).to.deep.equal({
      accept: 'text/csv',
    });
  });
});

describe('the body of a request', () => {
  it('may be a form', () => {
    const body = { search: '{q}', type: '{skill}' };
    const outgoing = fill(
      { method: 'POST', encoding: 'urlencoded', body },
      { q: 'a&b', skill: ['x', 'y'] },
    );
    expect(outgoing.headers).to.deep.equal({ 'content-type': 'application/x-www-form-urlencoded' });
    expect(outgoing.body).to.equal('search=a%26b&type=x&type=y');
  });

  it('is JSON, with numbers and lists as they are', () => {
    const body = { query: '{q}', size: '{limit}', filters: { skill: '{skill}' } };
    const outgoing = fill({ method: 'POST', body }, { q: 'a"b', limit: 20, skill: ['x'] });
    expect(outgoing.method).to.equal('POST');
    expect(outgoing.headers).to.deep.equal({ 'content-type': 'application/json' });
    expect(outgoing.body).to.equal('{"query":"a\\"b","size":20,"filters":{"skill":["x"]}}');
  });

  it('is an empty object when it says nothing', () => {
    expect(fill({ method: 'POST', body: { q: '{q}' } }).body).to.equal('{}');
    expect(fill({ method: 'POST' })).to.not.have.property('body');
  });

  it('has the type that the config says, in whatever case', () => {
    const headers = { 'CONTENT-TYPE': 'application/vnd.api+json' };
    expect(fill({ method: 'POST', headers, body: {} }).headers).to.deep.equal({
      'content-type': 'application/vnd.api+json',
    });
  });

  it('is refused where nothing is sent', () => {
    expect(() => compile({ body: {} })).to.throw(
      ConfigError,
      '"list.body" goes with "method": "POST" alone: a GET sends none.',
    );
  });
});

describe('a request', () => {
  it('knows all of its variables', () => {
    const { uses } = compile({
      path: '/{a}',
      method: 'POST',
      query: { x: '{b}' },
      headers: { y: '{c}' },
      body: ['{d.e}'],
    });
    expect([...uses]).to.have.members(['a', 'b', 'c', 'd']);
  });

  it('has its own format, or the one of the source', () => {
    expect(compile({}).format).to.equal('json');
    expect(compile({ format: 'xml' }).format).to.equal('xml');
    expect(compileRequest({}, 'list', base, { format: 'csv' }).format).to.equal('csv');
  });
});
