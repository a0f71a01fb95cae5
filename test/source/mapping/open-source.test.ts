import { expect } from 'chai';
import type { Submission } from '../../../src/domain/application.ts';
import { ConfigError } from '../../../src/source/config-error.ts';
import { openSource } from '../../../src/source/mapping/open-source.ts';
import { fakeFetch, withDocument } from '../../support/fake-network.ts';
import { foreignApi, idsOf, job, openForeign } from '../../support/foreign-source.ts';

const page = { limit: 5 };
const list = { items: '$' };

/** The address of the first request of a source over this URL. */
async function asked(url: string, options: { baseUrl?: string; path?: string } = {}) {
  const { fetch, calls } = fakeFetch(Response.json([]));
  const { path, ...rest } = options;
  const definition = { url, mode: 'client', list: { ...list, ...(path && { path }) } };
  await openSource(definition, { fetch, ...rest }).list({}, page);
  return calls[0]!.url;
}

describe('the address of a foreign API', () => {
  it('may be relative to the page, and may have a query', async () => {
    const baseUrl = 'https://www.example.edu/careers/index.html?x#y';
    expect(await asked('/api', { baseUrl })).to.equal('https://www.example.edu/api');
    expect(await asked('api/v1', { baseUrl, path: '/jobs' })).to.equal(
      'https://www.example.edu/careers/api/v1/jobs',
    );
    expect(await asked(`${foreignApi}/?board=7#top`, { path: 'jobs' })).to.equal(
      `${foreignApi}/jobs?board=7`,
    );
    await withDocument(async ({ baseURI }) => {
      expect(await asked('jobs.json')).to.equal(new URL('jobs.json', baseURI).href);
    });
  });

  it('is refused with what to do when it cannot be asked', () => {
    for (const url of ['ftp://a.example/', 'javascript:alert(1)', 'https://', 'data:,[]'])
      expect(() => openSource({ url, mode: 'client' })).to.throw(
        ConfigError,
        `"api.url": "${url}" cannot be asked for listings. Give an address that starts with https://`,
      );
  });

  it('is known to whoever asks for it', () => {
    expect(openForeign({ mode: 'client' }, {}).source.url).to.equal(foreignApi);
  });
});

describe('names that hold for all of a source', () => {
  it('are the parts of its address, and what params say', async () => {
    const fields = {
      id: '$.id',
      title: '$.title',
      'employer.name': { const: '{site} by {account} at {host} in {town}' },
    };
    const { fetch } = fakeFetch(Response.json([job(1)]));
    const source = openSource(
      {
        url: 'https://acme.jobs.example/boards/lake%20side',
        mode: 'client',
        params: { town: 'Chicago' },
        list,
        fields,
      },
      { fetch },
    );
    const { projects } = await source.list({}, page);
    expect(projects[0]?.employer.name).to.equal(
      'lake side by acme at acme.jobs.example in Chicago',
    );
  });
});

describe('a definition that cannot be used', () => {
  const refused = (definition: object, message: string, where?: string) =>
    expect(() =>
      openSource({ url: foreignApi, mode: 'client', ...definition }, {}, where),
    ).to.throw(ConfigError, message);

  it('is refused by the name of its place', () => {
    refused({ list: { items: 'jobs' } }, '"api": "jobs" ');
    refused(
      { fields: { title: '$.a..b' } },
      '"sources[1].file": "fields.title": "$.a..b" ',
      'sources[1].file',
    );
    refused({ list: { path: '/{' } }, '"api": "/{" opens a brace that it does not close.');
    refused({ list: { keep: ['title'] } }, '"api": "title" ');
    refused({ list: { next: 5 } }, '"api": ');
    refused({ apply: { mode: 'post', ok: 'yes' } }, '"api": "yes" ');
  });
});

describe('records in a config', () => {
  const submission: Submission = {
    application: {
      applicant: { name: 'Ana', email: 'ana@student.example' },
      answers: {},
      consent: { accepted: true, text: 'I agree', version: '1', at: '2026-12-01T12:00:00Z' },
    },
    attachments: [],
    key: 'k',
  };

  it('are listed as if an API had sent them', async () => {
    for (const [data, more] of [
      [[job(1), job(2)], {}],
      [{ jobs: [job(1), job(2)] }, { list: { items: '$.jobs', path: '/jobs', query: { a: '1' } } }],
      ['id,title,employer\n1,Study,Lakeside\n2,Survey,Lakeside', { preset: 'csv' }],
    ] as const) {
      const { source, calls } = openForeign({ url: undefined, data, ...more }, {});
      expect(idsOf(await source.list({}, page))).to.deep.equal(['1', '2']);
      expect(await source.detail('2')).to.deep.include({ id: '2', complete: true });
      expect(calls).to.have.length(0);
    }
  });

  it('may look words up elsewhere', async () => {
    const terms = 'https://www.example.edu/terms.json';
    const { source } = openForeign(
      {
        data: [job(1, { term: 12 })],
        tables: { terms: { path: terms, value: '$.name' } },
        fields: {
          id: '$.id',
          title: '$.title',
          'employer.name': '$.employer.name',
          category: { path: '$.term', lookup: 'terms' },
        },
      },
      { [terms]: [{ id: 12, name: 'Marketing' }] },
    );
    expect((await source.list({}, page)).projects[0]?.category).to.equal('Marketing');
  });

  it('take applications at an address of their own alone', async () => {
    const url = 'https://apply.example.edu/{id}';
    const { source, urls } = openForeign(
      { data: [job(1)], apply: { mode: 'post', url } },
      { 'https://apply.example.edu/1': { reference: 'R-1' } },
    );
    expect(await source.apply!('1', submission)).to.deep.equal({ id: 'R-1', reference: 'R-1' });
    expect(urls()).to.deep.equal(['https://apply.example.edu/1']);
    expect(() => openForeign({ data: [], apply: { mode: 'post' } }, {})).to.throw(
      ConfigError,
      '"api.apply.url" is missing: records in the config have no API that takes applications.',
    );
  });

  it('do not suffer from what a page has done to JSON', async () => {
    const before = Object.getOwnPropertyDescriptor(Array.prototype, 'toJSON');
    Object.defineProperty(Array.prototype, 'toJSON', { value: () => 'broken', configurable: true });
    try {
      const { source } = openForeign({ data: [job(1)] }, {});
      expect(idsOf(await source.list({}, page))).to.deep.equal(['1']);
    } finally {
      if (before) Object.defineProperty(Array.prototype, 'toJSON', before);
      else Reflect.deleteProperty(Array.prototype, 'toJSON');
    }
  });
});
