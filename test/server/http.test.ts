import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { apply, application } from './support/forms.ts';
import { appOn, onEachDatabase } from './support/servers.ts';

const ORIGIN = 'https://www.example.edu';

onEachDatabase('HTTP', (subject) => {
  it('says when it is ready', async () => {
    const { status, body } = await subject().api.send('/health');
    expect(status).to.equal(200);
    expect(body).to.deep.equal({ status: 'ready' });
  });

  it('lets pages of any other site read', async () => {
    for (const path of [
      '/projects',
      '/projects/mkt-204',
      '/projects/nope',
      '/nope',
      '/projects?limit=0',
    ]) {
      const { headers } = await subject().api.send(path, { headers: { Origin: ORIGIN } });
      expect(headers.get('access-control-allow-origin'), path).to.equal('*');
      expect(headers.get('access-control-expose-headers'), path).to.equal('Retry-After');
      expect(headers.has('access-control-allow-credentials'), path).to.equal(false);
    }
  });

  it('answers a preflight', async () => {
    const { status, headers } = await subject().api.send('/projects/mkt-204/applications', {
      method: 'OPTIONS',
      headers: {
        Origin: ORIGIN,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'idempotency-key',
      },
    });
    expect(status).to.equal(204);
    expect(headers.get('access-control-allow-origin')).to.equal('*');
    expect(headers.get('access-control-allow-methods')).to.equal('GET, POST');
    expect(headers.get('access-control-allow-headers')).to.equal(
      'Idempotency-Key, Content-Type, Authorization',
    );
    expect(Number(headers.get('access-control-max-age'))).to.be.greaterThan(600);
  });

  it('answers OPTIONS that are no preflight, too', async () => {
    const { status } = await subject().api.send('/projects', { method: 'OPTIONS' });
    expect(status).to.equal(204);
  });

  it('names the state of what it sends, and saves it from being sent again', async () => {
    const { api } = subject();
    for (const path of ['/projects?limit=5', '/projects/mkt-204', '/logos/lakeside.svg']) {
      const first = await api.send(path);
      expect(first.headers.get('cache-control')).to.match(/^public, max-age=\d+$/);
      const etag = first.headers.get('etag') ?? '';
      if (path.startsWith('/logos')) continue;
      for (const tag of [etag, `W/${etag}`]) {
        const again = await api.send(path, { headers: { 'If-None-Match': tag } });
        expect(again.status, path).to.equal(304);
        expect(again.text).to.equal('');
      }
      const other = await api.send(path, { headers: { 'If-None-Match': '"other"' } });
      expect(other.status).to.equal(200);
    }
  });

  it('answers HEAD', async () => {
    const { status, text } = await subject().api.send('/projects', { method: 'HEAD' });
    expect(status).to.equal(200);
    expect(text).to.equal('');
  });

  it('answers in problems wherever it is asked in vain', async () => {
    const { api } = subject();
    for (const [path, init, expected] of [
      ['/nope', {}, 404],
      ['/projects/mkt-204/nope', {}, 404],
      ['/projects', { method: 'DELETE' }, 404],
      ['/projects/%ZZ', {}, 400],
    ] as const) {
      const { status, headers } = await api.send(path, init);
      expect(status, path).to.equal(expected);
      expect(headers.get('content-type'), path).to.match(/^application\/problem\+json/);
    }
  });

  it('shows a page where there is no page', async () => {
    const response = await fetch(`${subject().api.url}/nowhere`);
    expect(response.status).to.equal(404);
    expect(response.headers.get('content-type')).to.match(/^text\/html/);
    expect(response.headers.get('x-content-type-options')).to.equal('nosniff');
  });

  it('tells nothing of what went wrong inside', async () => {
    const { database } = subject();
    const broken = {
      ...database,
      query: () => Promise.reject(new Error('relation "secrets" does not exist')),
    };
    const api = await appOn(broken);
    for (const path of ['/projects', '/projects/mkt-204', '/health']) {
      const { status, text } = await api.send(path);
      expect(status).to.equal(500);
      expect(text).not.to.include('secrets');
    }
  });

  describe('with limits', () => {
    const limits = { reads: 5, applications: 2, confirmations: 5 };

    it('counts all reads of an address together', async () => {
      const api = await appOn(subject().database, { limits });
      for (const path of [
        '/projects',
        '/projects/mkt-204',
        '/projects/nope',
        '/projects',
        '/projects',
      ])
        expect((await api.send(path)).status).to.be.oneOf([200, 404]);
      const { status, headers } = await api.send('/projects');
      expect(status).to.equal(429);
      expect(Number(headers.get('retry-after'))).to.be.within(1, 60);
      expect(headers.get('access-control-allow-origin')).to.equal('*');
      expect((await api.send('/health')).status).to.equal(200);
    });

    it('counts applications apart from reads', async () => {
      const api = await appOn(subject().database, { limits });
      expect((await apply(api, {}, { key: randomUUID() })).status).to.equal(422);
      expect((await apply(api, {}, { key: randomUUID() })).status).to.equal(422);
      const { status, headers } = await apply(api, application());
      expect(status).to.equal(429);
      expect(Number(headers.get('retry-after'))).to.be.within(1, 600);
      expect((await api.send('/projects')).status).to.equal(200);
    });

    it('does not count preflights', async () => {
      const api = await appOn(subject().database, { limits });
      for (let count = 0; count < 10; count++)
        expect((await api.send('/projects', { method: 'OPTIONS' })).status).to.equal(204);
    });

    it('believes a proxy about addresses only where one is trusted', async () => {
      const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } });
      const { database } = subject();
      const trusting = await appOn(database, { limits, trustProxy: true });
      const doubting = await appOn(database, { limits });
      const statuses = async (api: typeof trusting) => {
        const replies = [];
        for (let count = 0; count < 7; count++)
          replies.push((await api.send('/projects/nope', from(`203.0.113.${count}`))).status);
        return replies;
      };
      expect(await statuses(trusting)).not.to.include(429);
      expect(await statuses(doubting)).to.include(429);
    });
  });
});
