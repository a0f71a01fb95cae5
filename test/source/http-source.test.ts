import { expect } from 'chai';
import fc from 'fast-check';
import { HttpSource, resolveApiUrl } from '../../src/source/http-source.ts';
import { isAbort, SourceError } from '../../src/source/source-error.ts';
import {
  fakeClock,
  fakeFetch,
  hanging,
  rejection,
  replace,
  withDocument,
  type Answer,
} from '../support/fake-network.ts';

const api = 'https://listings.example.edu/api';
const project = { id: '1', title: 'Study', employer: { name: 'Lakeside' } };
const list = () => Response.json({ items: [project], total: 1, nextCursor: null });
const status = (code: number, headers: Record<string, string> = {}) =>
  new Response('{}', { status: code, headers });
const text = (body: string) => new Response(body);

/** A source over prepared answers, whose time passes at once. */
function sourceOver(...answers: Answer[]) {
  const network = fakeFetch(...answers);
  const clock = fakeClock();
  return { ...network, clock, source: new HttpSource({ url: api, fetch: network.fetch, clock }) };
}

async function failure(promise: Promise<unknown>): Promise<SourceError> {
  const error = await rejection(promise);
  expect(error).to.be.instanceOf(SourceError);
  return error as SourceError;
}

describe('the URL of an API', () => {
  it('is resolved and loses its trailing slashes', () => {
    expect(resolveApiUrl('/api//', 'https://a.example/page?x')).to.equal('https://a.example/api');
    expect(resolveApiUrl('https://a.example')).to.equal('https://a.example');
    expect(resolveApiUrl('//b.example/v2/', 'https://a.example/')).to.equal('https://b.example/v2');
    expect(new HttpSource({ url: 'api', baseUrl: 'https://a.example/x/y' }).url).to.equal(
      'https://a.example/x/api',
    );
  });

  it('is resolved against the document, where there is one', async () => {
    await withDocument(({ baseURI }) => {
      expect(resolveApiUrl('api')).to.equal(new URL('api', baseURI).href);
    });
  });

  it('is refused with what to do when it cannot be asked', () => {
    const unusable = [
      'https://a.example/api?key=1',
      'https://a.example/api?',
      '/api#top',
      'ftp://a.example/',
      'javascript:alert(1)',
      'https://',
    ];
    for (const url of unusable) {
      expect(() => resolveApiUrl(url, 'https://a.example/')).to.throw(
        TypeError,
        `"${url}" cannot be asked for listings. Give the base URL`,
      );
    }
    expect(() => resolveApiUrl('https://me:secret@a.example/'))
      .to.throw('"https://…@a.example/" cannot')
      .with.property('message')
      .that.does.not.include('secret');
  });
});

describe('HttpSource', () => {
  describe('asks', () => {
    it('for a list under its canonical URL', async () => {
      const { source, calls } = sourceOver(list);
      await source.list({}, { limit: 20 });
      await source.list({ sort: 'pay', q: 'a b', skill: ['z', 'y'] }, { limit: 5, cursor: 'c/1' });
      expect(calls.map(({ url }) => url)).to.deep.equal([
        `${api}/projects?limit=20`,
        `${api}/projects?q=a+b&skill=y&skill=z&sort=pay&limit=5&cursor=c%2F1`,
      ]);
    });

    it('without headers of its own, so that a preload can answer', async () => {
      const { source, calls } = sourceOver(list);
      await source.list({}, { limit: 20 });
      expect(calls[0]?.init).to.have.all.keys('credentials', 'signal');
      expect(calls[0]?.init.credentials).to.equal('same-origin');
    });

    it('past the cache when it is told to', async () => {
      const { source, calls } = sourceOver(list);
      await source.list({}, { limit: 20 }, { reload: true });
      expect(calls[0]?.init.cache).to.equal('no-cache');
    });

    it('with the credentials it was given', async () => {
      const { fetch, calls } = fakeFetch(list);
      await new HttpSource({ url: api, fetch, credentials: 'include' }).list({}, { limit: 1 });
      expect(calls[0]?.init.credentials).to.equal('include');
    });

    it('for a project by its id as one segment', async () => {
      const { source, calls } = sourceOver(() => Response.json(project));
      for (const id of ['a/b', '%2F', 'ü ?#', '...', 'a:b']) await source.detail(id);
      expect(calls.map(({ url }) => url.slice(api.length))).to.deep.equal([
        '/projects/a%2Fb',
        '/projects/%252F',
        '/projects/%C3%BC%20%3F%23',
        '/projects/...',
        '/projects/a%3Ab',
      ]);
    });

    it('never for anything but a project, whatever the id', async () => {
      const { source, calls } = sourceOver(() => Response.json(project));
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('.', '..', '')),
          async (id) => {
            calls.length = 0;
            await source.detail(id).catch(() => undefined);
            for (const { url } of calls) {
              const { pathname, search, hash } = new URL(url);
              expect(pathname).to.match(/^\/api\/projects\/[^/]+$/);
              expect(search + hash).to.equal('');
            }
          },
        ),
      );
    });

    it('not at all for an id that no URL can carry: such a project is not there', async () => {
      const { source, calls } = sourceOver(() => Response.json(project));
      for (const id of ['', '.', '..', '\ud800']) {
        expect(await failure(source.detail(id))).to.include({ kind: 'http', status: 404 });
      }
      expect(calls).to.have.length(0);
    });
  });

  describe('reads', () => {
    it('a page, with relative addresses from the API', async () => {
      const item = { ...project, url: 'projects/1', employer: { name: 'E', logoUrl: '/logo.png' } };
      const { source } = sourceOver(() => Response.json({ items: [item, null] }));
      const { projects, skipped } = await source.list({}, { limit: 20 });
      expect(projects[0]?.url).to.equal(`${api}/projects/1`);
      expect(projects[0]?.employer.logoUrl).to.equal('https://listings.example.edu/logo.png');
      expect(skipped).to.have.length(1);
    });

    it('a body with a byte order mark', async () => {
      const { source } = sourceOver(text(`\uFEFF${JSON.stringify(project)}`));
      expect(await source.detail('1')).to.deep.equal(project);
    });

    const bodies: Record<string, () => Response> = {
      'nothing (204)': () => new Response(null, { status: 204 }),
      'an empty body': () => text(''),
      'a sign-in page': () => text('<!doctype html><title>Sign in</title>'),
      null: () => text('null'),
      'a number': () => text('5'),
      'a string': () => text('"x"'),
      'a list without its object': () => text('[]'),
      'an empty object': () => text('{}'),
      'a body that is cut': () => text('{"items": [{"id": "1", "ti'),
      '10 MB': () => text(`{"items":[],"id":"1","x":"${'x'.repeat(10_000_000)}"}`),
      'what says it is 10 MB': () =>
        new Response('{}', { headers: { 'Content-Length': '10000000' } }),
      'a body whose connection breaks': () =>
        new Response(
          new ReadableStream({
            start(controller) {
              controller.enqueue(new TextEncoder().encode('{"items":['));
              controller.error(new TypeError('terminated'));
            },
          }),
        ),
    };
    for (const [name, body] of Object.entries(bodies)) {
      it(`${name} as malformed, in every operation, asked once`, async () => {
        for (const ask of ['list', 'detail', 'apply'] as const) {
          const { source, calls } = sourceOver(body);
          const asked = {
            list: () => source.list({}, { limit: 20 }),
            detail: () => source.detail('1'),
            apply: () => source.apply('1', submission()),
          }[ask];
          expect((await failure(asked())).kind, ask).to.equal('malformed');
          expect(calls).to.have.length(1);
        }
      });
    }

    it('any text to a result or a malformed one', async () => {
      await fc.assert(
        fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (body) => {
          const { source } = sourceOver(text(body));
          const error = await source.list({}, { limit: 20 }).catch((reason: unknown) => reason);
          if (error instanceof Error) expect(error).to.include({ kind: 'malformed', status: 200 });
        }),
      );
    });

    it('a project that cannot be shown as malformed', async () => {
      const { source } = sourceOver(() => Response.json({ id: '1' }));
      expect(await failure(source.detail('1'))).to.include({ kind: 'malformed', status: 200 });
    });
  });

  describe('asks again', () => {
    it('after a failure that may pass, up to three times in all', async () => {
      for (const code of [408, 429, 500, 502, 503, 504]) {
        const { source, calls, clock } = sourceOver(status(code), status(code), list);
        expect((await source.list({}, { limit: 20 })).total).to.equal(1);
        expect(calls).to.have.length(3);
        expect(clock.pauses).to.deep.equal([250, 500]);
      }
      const { source, calls } = sourceOver(status(503));
      expect(await failure(source.list({}, { limit: 20 }))).to.include({
        kind: 'http',
        status: 503,
      });
      expect(calls).to.have.length(3);
    });

    it('after a network error', async () => {
      const { source, calls } = sourceOver(new TypeError('Failed to fetch'), list);
      await source.list({}, { limit: 20 });
      expect(calls).to.have.length(2);
    });

    it('not after any other answer', async () => {
      for (const code of [400, 401, 403, 404, 410, 501]) {
        const { source, calls } = sourceOver(status(code));
        expect(await failure(source.detail('1'))).to.include({ kind: 'http', status: code });
        expect(calls).to.have.length(1);
      }
    });

    it('after what Retry-After says, in seconds or as a date', async () => {
      for (const value of ['2', 'Tue, 01 Dec 2026 12:00:02 GMT']) {
        const { source, clock } = sourceOver(status(503, { 'Retry-After': value }), list);
        await source.list({}, { limit: 20 });
        expect(clock.pauses).to.deep.equal([2_250]);
      }
    });

    it('not when it would have to wait longer than half a minute', async () => {
      const { source, calls } = sourceOver(status(429, { 'Retry-After': '120' }));
      const error = await failure(source.list({}, { limit: 20 }));
      expect(error).to.include({ kind: 'http', status: 429, retryAfter: 120 });
      expect(calls).to.have.length(1);
    });

    it('within half a minute in all', async () => {
      const { source, calls } = sourceOver(status(503, { 'Retry-After': '20' }));
      await failure(source.list({}, { limit: 20 }));
      expect(calls).to.have.length(2);
    });

    it('as usual when Retry-After makes no sense', async () => {
      for (const value of ['soon', '-5', 'Tue, 01 Dec 2020 12:00:00 GMT']) {
        const { source, clock } = sourceOver(status(503, { 'Retry-After': value }), list);
        await source.list({}, { limit: 20 });
        expect(clock.pauses).to.deep.equal([250]);
      }
    });

    it('after pauses spread evenly up to their limit', async () => {
      const pauses: number[] = [];
      const clock = {
        ...fakeClock(),
        random: Math.random,
        sleep: (ms: number) => Promise.resolve(void pauses.push(ms)),
      };
      const { fetch } = fakeFetch(() => status(503));
      const source = new HttpSource({ url: api, fetch, clock });
      await Promise.all(
        Array.from({ length: 2_000 }, () => source.detail('1').catch(() => undefined)),
      );
      for (const [limit, index] of [
        [500, 0],
        [1_000, 1],
      ] as const) {
        // All first pauses come before all second ones, since no time passes.
        const of = pauses.slice(index * 2_000, (index + 1) * 2_000);
        expect(Math.max(...of)).to.be.below(limit);
        for (let tenth = 0; tenth < 10; tenth++) {
          const inside = of.filter((each) => Math.floor((each / limit) * 10) === tenth);
          expect(inside.length).to.be.within(120, 280);
        }
      }
    });
  });

  describe('ends', () => {
    it('as offline when the browser is, without asking again', async () => {
      const restore = replace(navigator, 'onLine', false);
      try {
        const { source, calls } = sourceOver(new TypeError('Failed to fetch'));
        const error = await failure(source.list({}, { limit: 20 }));
        expect(error).to.include({ kind: 'offline', status: null });
        expect(calls).to.have.length(1);
      } finally {
        restore();
      }
    });

    it('as blocked when the page’s policy was reported to forbid the request', async () => {
      await withDocument(async (page) => {
        const violating = (blockedURI: string) => () => {
          // Browsers report in a task of its own.
          setTimeout(() => {
            page.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), { blockedURI }));
          });
          return Promise.reject(new TypeError('Failed to fetch'));
        };
        for (const uri of [`${api}/projects?limit=20`, 'https://listings.example.edu']) {
          const { source, calls } = sourceOver(violating(uri));
          const error = await failure(source.list({}, { limit: 20 }));
          expect(error).to.include({ kind: 'blocked', status: null });
          expect(calls).to.have.length(1);
        }
        for (const uri of ['https://other.example/', '', 'inline']) {
          const { source } = sourceOver(violating(uri));
          expect((await failure(source.list({}, { limit: 20 }))).kind).to.equal('network');
        }
      });
    });

    it('as a timeout when no answer comes, also from a fetch that knows no signals', async () => {
      for (const answer of [hanging, () => new Promise<Response>(() => undefined)]) {
        const { fetch, calls } = fakeFetch(answer);
        const source = new HttpSource({ url: api, fetch, timeout: 10 });
        const error = await failure(source.detail('1'));
        expect(error).to.include({ kind: 'timeout', status: null });
        expect(calls).to.have.length(1);
      }
    });

    it('as a timeout when a body never ends', async () => {
      const { fetch } = fakeFetch(() => new Response(new ReadableStream()));
      const source = new HttpSource({ url: api, fetch, timeout: 10 });
      expect((await failure(source.detail('1'))).kind).to.equal('timeout');
    });

    it('with AbortError when it was aborted before, meanwhile, or during a pause', async () => {
      const before = sourceOver(list);
      const signal = AbortSignal.abort();
      expect(isAbort(await rejection(before.source.list({}, { limit: 20 }, { signal })))).to.equal(
        true,
      );
      expect(before.calls).to.have.length(0);

      const { source: slow } = sourceOver(hanging);
      const meanwhile = new AbortController();
      const asked = rejection(slow.detail('1', { signal: meanwhile.signal }));
      meanwhile.abort(new Error('a reason of the caller’s own'));
      expect(isAbort(await asked)).to.equal(true);

      const { fetch, calls } = fakeFetch(status(503, { 'Retry-After': '5' }));
      const pausing = new AbortController();
      const source = new HttpSource({ url: api, fetch });
      const retried = rejection(source.detail('1', { signal: pausing.signal }));
      setTimeout(() => pausing.abort(), 10);
      expect(isAbort(await retried)).to.equal(true);
      expect(calls).to.have.length(1);
    });

    it('as rejected or http, with what the problem says', async () => {
      const problem = (code: number) =>
        Response.json({ detail: 'Too large', code: 'size' }, { status: code });
      for (const code of [409, 413, 415, 422]) {
        const error = await failure(sourceOver(problem(code)).source.apply('1', submission()));
        expect(error).to.include({
          kind: 'rejected',
          status: code,
          detail: 'Too large',
          code: 'size',
        });
      }
      const html = new Response('<h1>Bad gateway</h1>', { status: 403 });
      expect(await failure(sourceOver(html).source.detail('1'))).to.include({
        kind: 'http',
        status: 403,
        detail: undefined,
      });
    });
  });

  describe('sends', () => {
    const receipt = { id: '7', reference: 'FH-7' };
    const created = () => Response.json(receipt, { status: 201 });

    it('an application as a form: one field of JSON and the files', async () => {
      const { source, calls } = sourceOver(created);
      expect(await source.apply('a/b', submission())).to.deep.equal(receipt);
      const { url, init } = calls[0]!;
      expect(url).to.equal(`${api}/projects/a%2Fb/applications`);
      expect(init).to.include({ method: 'POST', redirect: 'error', credentials: 'same-origin' });
      expect(init.headers).to.deep.equal({ 'Idempotency-Key': 'key-1' });
      const form = init.body as FormData;
      expect([...form.keys()]).to.deep.equal(['application', 'resume', 'samples', 'samples']);
      expect(JSON.parse(form.get('application') as string)).to.deep.equal(submission().application);
      expect((form.get('resume') as File).name).to.equal('Résumé.pdf');
      expect(form.getAll('samples').map((file) => (file as File).name)).to.deep.equal(['1', '2']);
    });

    it('lists as lists on pages that give arrays a toJSON', async () => {
      const restore = replace(Array.prototype, 'toJSON', function (this: unknown[]) {
        return `[${this.join(', ')}]`;
      });
      const { source, calls } = sourceOver(created);
      try {
        await source.apply('1', submission());
      } finally {
        restore();
      }
      const sent = (calls[0]!.init.body as FormData).get('application') as string;
      expect(JSON.parse(sent)).to.deep.equal(submission().application);
    });

    it('an application once, whatever comes of it', async () => {
      for (const answer of [
        status(503, { 'Retry-After': '1' }),
        new TypeError('Failed to fetch'),
      ]) {
        const { source, calls } = sourceOver(answer);
        await failure(source.apply('1', submission()));
        expect(calls).to.have.length(1);
      }
    });

    it('and says how long to wait', async () => {
      const { source } = sourceOver(status(503, { 'Retry-After': '7' }));
      expect(await failure(source.apply('1', submission()))).to.include({
        kind: 'http',
        status: 503,
        retryAfter: 7,
      });
    });

    it('and reads what has to be corrected, and an earlier receipt', async () => {
      const errors = [{ pointer: '/files/resume', detail: 'Empty.' }];
      const wrong = () => Response.json({ errors }, { status: 422 });
      expect(
        (await failure(sourceOver(wrong).source.apply('1', submission()))).errors,
      ).to.deep.equal(errors);
      const before = () => Response.json({ code: 'already-received', receipt }, { status: 409 });
      const error = await failure(sourceOver(before).source.apply('1', submission()));
      expect(error).to.deep.include({ kind: 'rejected', code: 'already-received', receipt });
    });

    it('four times as patiently as it asks', async () => {
      const slow = () =>
        new Promise<Response>((resolve) => setTimeout(() => resolve(created()), 60));
      const { fetch } = fakeFetch(slow);
      const source = new HttpSource({ url: api, fetch, timeout: 40 });
      expect(await source.apply('1', submission())).to.deep.equal(receipt);
      expect((await failure(source.detail('1'))).kind).to.equal('timeout');
    });

    it('a report as JSON', async () => {
      const { source, calls } = sourceOver(() => new Response(null, { status: 204 }));
      await source.report('1', { reason: 'scam', details: 'They ask for money.' });
      expect(calls[0]?.url).to.equal(`${api}/projects/1/reports`);
      expect(calls[0]?.init.headers).to.deep.equal({ 'Content-Type': 'application/json' });
      expect(JSON.parse(calls[0]?.init.body as string)).to.deep.equal({
        reason: 'scam',
        details: 'They ask for money.',
      });
      const { source: failing } = sourceOver(status(404));
      expect(await failure(failing.report('1', { reason: 'other' }))).to.include({ status: 404 });
    });
  });
});

function submission() {
  return {
    key: 'key-1',
    application: {
      applicant: { name: 'Ada', email: 'ada@student.example' },
      proposal: 'I’d "compare"\nprices. \u2028',
      answers: { tools: ['sql', 'r'], visa: false, years: 2 },
      consent: {
        accepted: true as const,
        text: 'I agree',
        version: '1',
        at: '2026-12-01T12:00:00Z',
      },
    },
    attachments: [
      { part: 'resume', file: new File(['%PDF-'], 'Résumé.pdf', { type: 'application/pdf' }) },
      { part: 'samples', file: new File(['a'], '1') },
      { part: 'samples', file: new File(['b'], '2') },
    ],
  };
}
