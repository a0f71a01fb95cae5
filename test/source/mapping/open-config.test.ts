import { expect } from 'chai';
import { ConfigError, type FootholdConfig } from '../../../src/source/config.ts';
import { fullOpener, readFullConfig } from '../../../src/source/mapping/open-config.ts';
import type { Origin } from '../../../src/source/opener.ts';
import { sharedSource } from '../../../src/source/shared-source.ts';
import { fakeFetch, rejection, replace } from '../../support/fake-network.ts';
import { idsOf, job } from '../../support/foreign-source.ts';

const page = { limit: 5 };
const api = 'https://api.example.edu/v1';
const file = 'https://www.example.edu/jobs.csv';
const mapped = { url: api, mode: 'client', list: { items: '$.jobs' } } as const;
const config = (parts: object) => ({ version: 1, ...parts }) as FootholdConfig;

const open = (origin: Origin) => fullOpener.open(origin);

/** Runs with a network that answers each address with its text. */
async function withNetwork(
  answers: Readonly<Record<string, string>>,
  run: (urls: () => string[]) => Promise<unknown>,
) {
  const { fetch, calls } = fakeFetch(({ url }) => {
    const body = answers[url];
    return new Response(body ?? '', { status: body === undefined ? 404 : 200 });
  });
  const restore = replace(globalThis, 'fetch', fetch);
  try {
    await run(() => calls.map(({ url }) => url));
  } finally {
    restore();
  }
}

const csv = 'id,title,employer\n1,Study,Lakeside\n';
const jobs = JSON.stringify({ jobs: [job(7)] });

describe('a config for every API', () => {
  const refused = (value: unknown, message: string) =>
    expect(() => readFullConfig(value)).to.throw(ConfigError, message);

  it('is taken as it is when all is well', () => {
    for (const parts of [
      {},
      { $schema: './config.schema.json', $comment: 'ours', api: { url: api } },
      { file: { url: file }, ui: {}, form: {} },
      {
        sources: [
          { id: 'a-1', name: 'Campus', api: { url: api } },
          { id: 'b', file: { data: [] } },
        ],
      },
    ]) {
      const value = config(parts);
      expect(readFullConfig(value)).to.equal(value);
    }
  });

  it('is refused with what to do when it is not', () => {
    for (const value of [null, [], 'x', 5]) refused(value, 'A config is a JSON object.');
    refused({}, '"version" must be 1.');
    refused(config({ version: 2 }), '"version" must be 1.');
    refused(config({ apis: {} }), '"apis" is not known. Did you mean "api"? There are ');
    refused(JSON.parse('{"version": 1, "__proto__": {}}'), '"__proto__" is not known.');
    refused(
      config({ api: {}, file: {} }),
      '"api" and "file" exclude each other: several go into "sources".',
    );
    for (const key of ['api', 'file', 'ui', 'form']) {
      refused(config({ [key]: [] }), `"${key}" must be an object.`);
      refused(config({ [key]: 'x' }), `"${key}" must be an object.`);
    }
  });

  it('is refused with a secret, wherever it is', () => {
    refused(config({ form: { note: 'ghp_abcdefghijklmnopqrstuvwxyz' } }), '"form.note" holds');
    refused(
      config({ sources: [{ id: 'a', api: { url: api, headers: { Authorization: 'x1' } } }] }),
      '"sources[0].api.headers.Authorization" has a value',
    );
  });

  it('has sources that can be told apart', () => {
    const sources = (...sources: unknown[]) => config({ sources });
    for (const none of [{}, [], 'x'])
      refused(config({ sources: none }), '"sources" must be a list');
    refused(sources('x'), '"sources[0]" must be an object.');
    refused(
      sources({ id: 'a', api: {} }, { id: 'a', file: {} }),
      '"sources[1].id": "a" is there twice.',
    );
    for (const id of [undefined, '', 5, 'a b', 'a:b', 'ä', 'x'.repeat(41)])
      refused(
        sources({ id, api: {} }),
        '"sources[0].id" must be a word of letters, digits, - and _.',
      );
    refused(sources({ id: 'a' }), '"sources[0]" needs either "api" or "file".');
    refused(sources({ id: 'a', api: {}, file: {} }), '"sources[0]" needs either "api" or "file".');
    refused(sources({ id: 'a', api: {}, name: 5 }), '"sources[0].name" must be text.');
    refused(
      sources({ id: 'a', api: {}, nmae: 'Campus' }),
      '"sources[0].nmae" is not known. Did you mean "name"?',
    );
  });
});

describe('what a page says of its listings', () => {
  it('is nothing where it says nothing', () => {
    expect(open({})).to.equal(undefined);
    expect(open({ config: config({ ui: {} }) })).to.equal(undefined);
    expect(open({ api: '', file: '', preset: '' })).to.equal(undefined);
  });

  it('is the native API where it says an address alone', () => {
    const native = sharedSource(api);
    expect(open({ api })).to.equal(native);
    expect(open({ config: config({ api: { url: api } }) })).to.equal(native);
    expect(open({ api, config: config({ file: { url: file } }) })).to.equal(native);
    expect(open({ api: '', config: config({ api: { url: api } }) })).to.equal(native);
    const withCookies = { url: api, credentials: 'include' } as const;
    expect(open({ config: config({ api: withCookies }) })).to.equal(
      sharedSource(api, { credentials: 'include' }),
    );
  });

  it('is an API as the config describes it', async () => {
    await withNetwork({ [api]: jobs }, async () => {
      const source = open({ config: config({ api: mapped }) })!;
      expect(idsOf(await source.list({}, page, { reload: true }))).to.deep.equal(['7']);
    });
  });

  it('is, in an attribute, stronger than the config', async () => {
    const other = 'https://other.example.edu/v2';
    await withNetwork({ [other]: jobs, [file]: csv }, async (urls) => {
      const { url: _url, ...rest } = mapped;
      for (const api of [mapped, rest]) {
        const source = open({ api: other, config: config({ api }) })!;
        await source.list({}, page, { reload: true });
      }
      const records = config({ file: { data: [job(1)], preset: 'json' } });
      const source = open({ file, preset: 'csv', config: records })!;
      await source.list({}, page, { reload: true });
      expect(urls()).to.deep.equal([other, other, file]);
    });
  });

  it('is a file, whose address tells how it is written', async () => {
    await withNetwork({ [file]: csv }, async () => {
      for (const origin of [{ file }, { config: config({ file: { url: file } }) }]) {
        const { projects } = await open(origin)!.list({}, page, { reload: true });
        expect(projects[0]).to.deep.include({ title: 'Study', employer: { name: 'Lakeside' } });
      }
    });
    expect(() => open({ file: 'https://www.example.edu/jobs' })).to.throw(
      ConfigError,
      '"file": nothing tells how https://www.example.edu/jobs is written. Add "preset": ',
    );
  });

  it('is records in the config', async () => {
    const source = open({ config: config({ file: { data: [job(1), job(2)] } }) })!;
    expect((await source.list({}, page)).total).to.equal(2);
  });

  it('is several sources in one feed, each by its id', async () => {
    await withNetwork({ [api]: jobs, [file]: csv }, async () => {
      const sources = [
        { id: 'campus', name: 'Campus', file: { url: file } },
        { id: 'jobs', api: mapped },
        { id: 'page', file: { data: [job(9)] } },
      ];
      const source = open({ config: config({ sources }) })!;
      const { projects } = await source.list({}, page, { reload: true });
      expect(projects.map(({ id }) => id.split(':')[0])).to.have.members([
        'campus',
        'jobs',
        'page',
      ]);
      expect((await source.detail('jobs:7')).title).to.equal('Study 7');
    });
  });

  it('is refused by the name of its place when it cannot be used', () => {
    const wrong = { ...mapped, fields: { titel: '$.name' } };
    const sources = [
      { id: 'a', file: { data: [] } },
      { id: 'b', api: wrong },
    ];
    expect(() => open({ config: config({ sources }) })).to.throw(
      ConfigError,
      '"sources[1].api": "fields.titel" is no field of a project. Did you mean "title"?',
    );
    expect(() => open({ config: config({ api: { url: 5 } }) })).to.throw(
      ConfigError,
      '"api.url" must be text.',
    );
    expect(() => open({ config: config({ api: { url: api, credentials: 'all' } }) })).to.throw(
      ConfigError,
      '"api.credentials" is one of omit, same-origin, include.',
    );
    expect(() => open({ preset: 'json' })).to.throw(ConfigError, '"api.url" is missing');
    expect(() => open({ api, preset: 'greenhose' })).to.throw(
      ConfigError,
      '"api.preset": "greenhose" is not known. Did you mean "greenhouse"?',
    );
  });
});

describe('equal pages', () => {
  const said = () => config({ api: { ...mapped, list: { items: '$.jobs' } } });
  const token = () => 'a';

  it('have the same source', () => {
    expect(open({ config: said() })).to.equal(open({ config: said() }));
    expect(open({ file })).to.equal(open({ file }));
    const origin = { config: said(), locale: 'ar', token };
    expect(open(origin)).to.equal(open({ ...origin, config: said() }));
    const sources = () => config({ sources: [{ id: 'a', api: mapped }] });
    expect(open({ config: sources() })).to.equal(open({ config: sources() }));
  });

  it('have others where they say something else', () => {
    const all = [
      open({ config: said() }),
      open({ config: said(), locale: 'ar' }),
      open({ config: said(), locale: 'en' }),
      open({ config: said(), token }),
      open({ config: said(), token: () => 'a' }),
      open({ config: config({ api: { ...mapped, timeout: 5 } }) }),
      open({ config: config({ sources: [{ id: 'a', api: mapped }] }) }),
      open({ config: config({ sources: [{ id: 'b', api: mapped }] }) }),
    ];
    expect(new Set(all).size).to.equal(all.length);
  });

  it('share what was fetched', async () => {
    const url = 'https://once.example.edu/v1';
    await withNetwork({ [url]: jobs }, async (urls) => {
      const origin = () => ({ config: config({ api: { ...mapped, url } }) });
      await Promise.all([open(origin())!.list({}, page), open(origin())!.list({}, page)]);
      await open(origin())!.list({ q: 'study' }, page);
      expect(urls()).to.deep.equal([url]);
    });
  });

  it('ask again after a failure', async () => {
    const url = 'https://later.example.edu/v1';
    const origin = { config: config({ api: { ...mapped, url } }) };
    await withNetwork({}, async () => {
      expect(await rejection(open(origin)!.list({}, page))).to.have.property('status', 404);
    });
    await withNetwork({ [url]: jobs }, async () => {
      expect(idsOf(await open(origin)!.list({}, page))).to.deep.equal(['7']);
    });
  });
});
