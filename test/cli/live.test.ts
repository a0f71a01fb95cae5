/** What a config makes of an API that is asked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { check } from '../../cli/check/check.ts';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';

type Handler = (request: IncomingMessage, url: URL, response: ServerResponse) => unknown;

const projects = Array.from({ length: 45 }, (_, index) => ({
  id: `p${index}`,
  title: `Project ${index}`,
  employer: { name: 'Lakeside Analytics' },
  url: `https://jobs.example.edu/${index}`,
}));

/** Runs with an API that gives the value of a handler as JSON. */
async function withApi(handle: Handler, run: (url: string) => Promise<void>): Promise<void> {
  const server = createServer((request, response) => {
    const body = handle(request, new URL(request.url ?? '/', 'http://localhost'), response);
    if (!response.writableEnded) response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const live = (api: SourceDefinition, more: Parameters<typeof check>[1] = {}) =>
  check({ version: 1, api }, { isLive: true, ...more });

const paged: SourceDefinition = {
  mode: 'client',
  list: {
    path: '/jobs',
    query: { page: '{page}', per_page: '{limit}', api_key: '{publicKey}' },
    pageSize: 20,
    total: '$.total',
    items: '$.items',
  },
  publicKey: 'everybody-sees-it',
};

const page: Handler = (_request, url) => {
  const [number, size] = ['page', 'per_page'].map((name) => Number(url.searchParams.get(name)));
  const items = projects.slice((number! - 1) * size!, number! * size!);
  return { items, total: projects.length };
};

describe('an API that is asked', () => {
  it('shows its requests without keys, its pages and its total', () =>
    withApi(page, async (url) => {
      const { ok, sources } = await live({ url, ...paged });
      const [{ requests, paging, list } = {}] = sources;
      expect(ok).to.equal(true);
      expect(
        requests?.map(({ method, url: asked, status }) => [
          method,
          asked.slice(url.length),
          status,
        ]),
      ).to.deep.equal([
        ['GET', '/jobs?page=1&per_page=20&api_key=…', 200],
        ['GET', '/jobs?page=2&per_page=20&api_key=…', 200],
        ['GET', '/jobs?page=3&per_page=20&api_key=…', 200],
      ]);
      expect(paging).to.deep.equal({ kind: 'page', total: 45, pages: null, next: null });
      expect(list).to.include({ records: 20, projects: 20 });
    }));

  it('is warned of when it has more than is fetched, or the same on each page', async () => {
    await withApi(page, async (url) => {
      const { sources } = await live({ url, ...paged, list: { ...paged.list, cap: 20 } });
      expect(sources[0]?.warnings.join()).to.include('more than 20 records');
    });
    await withApi(
      () => ({ items: projects.slice(0, 20) }),
      async (url) => {
        const { sources } = await live({
          url,
          ...paged,
          list: { ...paged.list, total: null as never },
        });
        expect(sources[0]?.warnings.join()).to.include('the same records as those before');
      },
    );
  });

  const cors = async (headers: Record<string, string>, more: SourceDefinition = {}) => {
    let warnings: readonly string[] = [];
    await withApi(
      (_request, _url, response) => {
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
        return { items: projects };
      },
      async (url) => {
        const { sources } = await live(
          { url, mode: 'client', ...more },
          { origin: 'https://www.example.edu' },
        );
        ({ warnings } = sources[0]!);
      },
    );
    return warnings.join('\n');
  };

  it('is told of by what it says to pages on other hosts', async () => {
    expect(await cors({})).to.include('sent no Access-Control-Allow-Origin');
    expect(await cors({ 'Access-Control-Allow-Origin': '*' })).to.equal('');
    expect(await cors({ 'Access-Control-Allow-Origin': 'https://www.example.edu' })).to.equal('');
    expect(await cors({ 'Access-Control-Allow-Origin': 'https://jobs.example.edu' })).to.include(
      'allows pages of https://jobs.example.edu alone',
    );
    expect(
      await cors({ 'Access-Control-Allow-Origin': '*' }, { credentials: 'include' }),
    ).to.include('has to name the page');
  });

  it('is told of by the headers that a page sends and reads', async () => {
    const allowed = { 'Access-Control-Allow-Origin': '*', 'X-Total-Count': '45' };
    const more = {
      headers: { 'X-Api-Version': '2' },
      list: { total: { header: 'X-Total-Count' } },
    };
    const warnings = await cors(allowed, more);
    expect(warnings).to.include('ask with x-api-version');
    expect(warnings).to.include('cannot read the header X-Total-Count');
    const exposed = { ...allowed, 'Access-Control-Expose-Headers': 'ETag, X-Total-Count' };
    expect(await cors(exposed, more)).not.to.include('X-Total-Count');
  });

  it('is asked for one project, too', () =>
    withApi(
      (_request, url) =>
        url.pathname === '/jobs'
          ? { items: [{ id: 'a/b', title: 'Study', employer: { name: 'Lakeside' } }] }
          : {
              job: {
                id: 'a/b',
                title: 'Study',
                employer: { name: 'Lakeside' },
                summary: 'All of it.',
              },
            },
      async (url) => {
        const { sources, ok } = await live({
          url,
          mode: 'client',
          list: { path: '/jobs' },
          detail: { path: '/jobs/{id}', record: '$.job' },
        });
        expect(ok).to.equal(true);
        expect(sources[0]?.requests.at(-1)?.url).to.equal(`${url}/jobs/a%2Fb`);
        expect(
          sources[0]?.detail?.fields.find(({ name }) => name === 'summary')?.example?.result,
        ).to.equal('All of it.');
      },
    ));

  it('is a problem when it refuses, and gets the token that it wants', () =>
    withApi(
      ({ headers }, _url, response) => {
        if (headers.authorization !== 'Bearer sesame') response.statusCode = 401;
        return { items: projects.slice(0, 1) };
      },
      async (url) => {
        const api: SourceDefinition = {
          url,
          mode: 'client',
          headers: { Authorization: 'Bearer {token}' },
        };
        const refused = await live(api);
        expect(refused.ok).to.equal(false);
        expect(refused.problems[0]).to.deep.equal({
          key: 'api.list',
          message: '"api.list": The API answered 401.',
        });
        expect((await live(api, { token: 'sesame' })).ok).to.equal(true);
        expect(JSON.stringify(await live(api, { token: 'sesame' }))).not.to.include('sesame');
      },
    ));

  it('is a problem when nobody is there', async () => {
    let gone = '';
    await withApi(page, (url) => {
      gone = url;
      return Promise.resolve();
    });
    const { problems, sources } = await live({ url: gone, mode: 'client' });
    expect(problems[0]?.message).to.include('cannot be reached');
    expect(sources[0]?.requests[0]).to.include({ status: null });
  }).timeout(20_000);
});
