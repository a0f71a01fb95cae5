import { expect } from 'chai';
import { rejection } from '../../support/fake-network.ts';
import { csv, escaped, fakeApi, json, status, text, xml } from './fake-api.ts';
import { onRealResponses } from './fixtures.ts';

const base = 'https://api.example.com/v1';
const routes = {
  'GET /jobs': () => json([], { 'X-Total': '0' }),
  'GET /jobs/mine': () => text('mine'),
  'GET /jobs/:id': ({ params }: { params: Readonly<Record<string, string>> }) => json(params),
  'POST /jobs': async ({ json: body }: { json: () => Promise<unknown> }) => json(await body()),
};

describe('a fake API', () => {
  it('answers by method and path, and keeps what it was asked', async () => {
    const { fetch, requests } = fakeApi({ base, routes });
    const list = await fetch(`${base}/jobs?page=2`);
    expect(await list.json()).to.deep.equal([]);
    expect(list.headers.get('X-Total')).to.equal('0');
    expect(await (await fetch(`${base}/jobs/mine`)).text()).to.equal('mine');
    expect(await (await fetch(`${base}/jobs/a%2Fb`)).json()).to.deep.equal({ id: 'a/b' });
    const sent = await fetch(`${base}/jobs`, { method: 'POST', body: '{"q":"sql"}' });
    expect(await sent.json()).to.deep.equal({ q: 'sql' });
    expect(requests.map(({ method, url }) => `${method} ${url.slice(base.length)}`)).to.deep.equal([
      'GET /jobs?page=2',
      'GET /jobs/mine',
      'GET /jobs/a%2Fb',
      'POST /jobs',
    ]);
    expect(await requests.at(-1)!.text()).to.equal('{"q":"sql"}');
  });

  it('says which request it has no route for', async () => {
    const { fetch } = fakeApi({ base, routes });
    for (const elsewhere of [`${base}/jobs/a/b`, `${base}/job`, 'https://other.example/v1/jobs']) {
      expect(String(await rejection(fetch(elsewhere)))).to.include(`GET ${elsewhere}`);
    }
  });

  it('fails in the ways of an API until it is healed', async () => {
    const { fetch, fail, heal } = fakeApi({ base, routes });
    fail('status');
    expect((await fetch(`${base}/jobs`)).status).to.equal(500);
    fail('garbage');
    expect(await (await fetch(`${base}/jobs`)).text()).to.include('<title>');
    fail('network');
    expect(await rejection(fetch(`${base}/jobs`))).to.be.instanceOf(TypeError);
    heal();
    expect(await (await fetch(`${base}/jobs`)).json()).to.deep.equal([]);
  });

  it('writes tables, markup and bare statuses', async () => {
    const table = csv([
      ['id', 'title'],
      [1, 'A, "B"'],
      [undefined, 'two\nlines'],
    ]);
    expect(await table.text()).to.equal('id,title\r\n1,"A, ""B"""\r\n,"two\nlines"');
    expect(await csv([['a;b', true]], ';').text()).to.equal('"a;b";true');
    const page = xml(`<title>${escaped('R&D <"1">')}</title>`);
    expect(await page.text()).to.equal('<title>R&amp;D &lt;&quot;1&quot;&gt;</title>');
    expect(page.headers.get('Content-Type')).to.equal('application/xml');
    expect(status(204)).to.include({ status: 204, body: null });
    expect(await status(422, { error: 'no' }).json()).to.deep.equal({ error: 'no' });
  });
});

onRealResponses('Real responses', ['greenhouse-empty.json'], (read) => {
  it('are read as they came', () => {
    expect(JSON.parse(read('greenhouse-empty.json'))).to.have.property('jobs').that.is.empty;
  });
});
