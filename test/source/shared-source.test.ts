import { expect } from 'chai';
import fc from 'fast-check';
import type { Project } from '../../src/domain/project.ts';
import type { ListingsSource, Page, RequestOptions } from '../../src/source/listings-source.ts';
import { isCachedSource, sharedSource, shareRequests } from '../../src/source/shared-source.ts';
import { isAbort } from '../../src/source/source-error.ts';
import { fakeFetch, rejection } from '../support/fake-network.ts';

const project = (id: string, more: Partial<Project> = {}): Project => ({
  id,
  title: `Project ${id}`,
  employer: { name: 'Lakeside' },
  ...more,
});
const pageOf = (...projects: Project[]): Page => ({
  projects,
  total: projects.length,
  nextCursor: null,
  facets: {},
  skipped: [],
});

interface Asked {
  readonly what: string;
  readonly options: RequestOptions;
  readonly answer: (value: unknown) => void;
  readonly fail: (error: Error) => void;
}

/** A source that answers when a test says so. */
function patientSource(): { source: ListingsSource; asked: Asked[] } {
  const asked: Asked[] = [];
  const ask = (what: string, options: RequestOptions = {}) =>
    new Promise<never>((resolve, reject) => {
      asked.push({
        what,
        options,
        answer: resolve as (value: unknown) => void,
        fail: reject,
      });
    });
  return {
    asked,
    source: {
      list: ({ q = '' }, { limit, cursor = '' }, options) =>
        ask(`list ${q}|${limit}|${cursor}`, options),
      detail: (id, options) => ask(`detail ${id}`, options),
      apply: (id, _, options) => ask(`apply ${id}`, options),
      report: (id, _, options) => ask(`report ${id}`, options),
    },
  };
}

/** Lets everything that waits for nothing but promises happen. */
const settle = () => new Promise((resolve) => setTimeout(resolve));
const page = { limit: 20 };

describe('a shared source', () => {
  it('makes one request of equal ones at one time', async () => {
    const { source, asked } = patientSource();
    const shared = shareRequests(source);
    const answers = Promise.all([
      shared.list({ q: 'a', category: ['x', 'y'] }, page),
      shared.list({ category: ['y', 'x'], q: 'a' }, page),
      shared.detail('1'),
      shared.detail('1'),
    ]);
    expect(asked.map(({ what }) => what)).to.deep.equal(['list a|20|', 'detail 1']);
    asked[0]!.answer(pageOf());
    asked[1]!.answer(project('1'));
    const [first, second, third, fourth] = await answers;
    expect(first).to.equal(second);
    expect(third).to.equal(fourth);
  });

  it('keeps different requests apart', () => {
    const { source, asked } = patientSource();
    const shared = shareRequests(source);
    void shared.list({}, page);
    void shared.list({}, { limit: 100 });
    void shared.list({}, { limit: 20, cursor: 'c' });
    void shared.list({ q: 'a' }, page);
    void shared.detail('list');
    expect(asked).to.have.length(5);
  });

  it('gives a recent answer again for a minute', async () => {
    let now = 1_000;
    const { source, asked } = patientSource();
    const shared = shareRequests(source, { now: () => now });
    const first = shared.list({}, page);
    asked[0]!.answer(pageOf());
    await first;
    now += 59_999;
    expect(await shared.list({}, page)).to.equal(await first);
    expect(asked).to.have.length(1);
    now += 1;
    void shared.list({}, page);
    expect(asked).to.have.length(2);
  });

  it('asks anew when it is told to, and passes that on', async () => {
    const { source, asked } = patientSource();
    const shared = shareRequests(source);
    const first = shared.list({}, page);
    asked[0]!.answer(pageOf());
    await first;
    const second = shared.list({}, page, { reload: true });
    expect(asked[1]?.options.reload).to.equal(true);
    asked[1]!.answer(pageOf(project('new')));
    expect((await second).projects).to.have.length(1);
    expect(await shared.list({}, page)).to.equal(await second);
  });

  it('shows what it remembers, also when that is old', async () => {
    let now = 1_000;
    const { source, asked } = patientSource();
    const shared = shareRequests(source, { now: () => now, maxAge: 10 });
    expect(shared.cached({}, page)).to.equal(undefined);
    expect(shared.cachedDetail('1')).to.equal(undefined);
    const [list, detail] = [shared.list({}, page), shared.detail('1')];
    asked[0]!.answer(pageOf());
    asked[1]!.answer(project('1'));
    await Promise.all([list, detail]);
    expect(shared.cached({}, page)).to.deep.equal({ value: pageOf(), at: 1_000, fresh: true });
    now += 10;
    expect(shared.cached({}, page)).to.deep.equal({ value: pageOf(), at: 1_000, fresh: false });
    expect(shared.cachedDetail('1')).to.include({ at: 1_000, fresh: false });
  });

  it('forgets what was not used for longest', async () => {
    const { source, asked } = patientSource();
    const shared = shareRequests(source);
    for (let index = 0; index < 50; index++) {
      const detail = shared.detail(String(index));
      asked[index]!.answer(project(String(index)));
      await detail;
    }
    shared.cachedDetail('0');
    const detail = shared.detail('new');
    asked[50]!.answer(project('new'));
    await detail;
    expect(shared.cachedDetail('0')?.value.id).to.equal('0');
    expect(shared.cachedDetail('1')).to.equal(undefined);
    expect(shared.cachedDetail('2')?.value.id).to.equal('2');
  });

  it('does not remember a failure, and tells it to all who wait', async () => {
    const { source, asked } = patientSource();
    const shared = shareRequests(source);
    const errors = [rejection(shared.detail('1')), rejection(shared.detail('1'))];
    const error = new Error('down');
    asked[0]!.fail(error);
    expect(await Promise.all(errors)).to.deep.equal([error, error]);
    void shared.detail('1');
    expect(asked).to.have.length(2);
  });

  describe('answers a detail from a list', () => {
    const listed = async (...projects: Project[]) => {
      const { source, asked } = patientSource();
      const shared = shareRequests(source);
      const list = shared.list({}, page);
      asked[0]!.answer(pageOf(...projects));
      await list;
      return { shared, asked };
    };

    it('where its item is complete', async () => {
      const { shared, asked } = await listed(project('1', { complete: true }), project('2'));
      expect((await shared.detail('1')).id).to.equal('1');
      expect(asked).to.have.length(1);
      void shared.detail('2');
      expect(asked[1]?.what).to.equal('detail 2');
    });

    it('unless a younger one is at hand', async () => {
      const { shared, asked } = await listed(project('1', { complete: true }));
      const reloaded = shared.detail('1', { reload: true });
      asked[1]!.answer(project('1', { openingsLeft: 0 }));
      await reloaded;
      expect((await shared.detail('1')).openingsLeft).to.equal(0);
    });
  });

  describe('when callers give up', () => {
    it('rejects each for itself and ends the request with the last', async () => {
      const { source, asked } = patientSource();
      const shared = shareRequests(source);
      const [one, other] = [new AbortController(), new AbortController()];
      const first = rejection(shared.detail('1', { signal: one.signal }));
      const second = rejection(shared.detail('1', { signal: other.signal }));
      one.abort();
      expect(isAbort(await first)).to.equal(true);
      await settle();
      expect(asked[0]?.options.signal?.aborted).to.equal(false);
      other.abort();
      expect(isAbort(await second)).to.equal(true);
      await settle();
      expect(asked[0]?.options.signal?.aborted).to.equal(true);
    });

    it('answers the others', async () => {
      const { source, asked } = patientSource();
      const shared = shareRequests(source);
      const controller = new AbortController();
      const first = rejection(shared.detail('1', { signal: controller.signal }));
      const second = shared.detail('1');
      controller.abort();
      await first;
      asked[0]!.answer(project('1'));
      expect((await second).id).to.equal('1');
    });

    it('keeps the request for one who comes back at once', async () => {
      const { source, asked } = patientSource();
      const shared = shareRequests(source);
      const controller = new AbortController();
      const left = rejection(shared.detail('1', { signal: controller.signal }));
      controller.abort();
      const back = shared.detail('1');
      await left;
      await settle();
      expect(asked).to.have.length(1);
      expect(asked[0]?.options.signal?.aborted).to.equal(false);
      asked[0]!.answer(project('1'));
      expect((await back).id).to.equal('1');
    });

    it('asks anew for one who comes later', async () => {
      const { source, asked } = patientSource();
      const shared = shareRequests(source);
      const controller = new AbortController();
      const left = rejection(shared.detail('1', { signal: controller.signal }));
      controller.abort();
      await left;
      await settle();
      const late = shared.detail('1');
      expect(asked).to.have.length(2);
      asked[1]!.answer(project('1'));
      expect((await late).id).to.equal('1');
    });

    it('asks nothing for one who had given up before', async () => {
      const { source, asked } = patientSource();
      const signal = AbortSignal.abort();
      expect(isAbort(await rejection(shareRequests(source).detail('1', { signal })))).to.equal(
        true,
      );
      expect(asked).to.have.length(0);
    });
  });

  describe('invalidated', () => {
    const remembering = async () => {
      const { source, asked } = patientSource();
      const shared = shareRequests(source);
      const all = [shared.list({}, page), shared.detail('1'), shared.detail('2')];
      asked[0]!.answer(pageOf(project('1', { complete: true })));
      asked[1]!.answer(project('1'));
      asked[2]!.answer(project('2'));
      await Promise.all(all);
      asked.length = 0;
      return { shared, asked };
    };

    it('as a whole still remembers, but asks', async () => {
      const { shared, asked } = await remembering();
      shared.invalidate();
      expect(shared.cached({}, page)?.fresh).to.equal(false);
      void shared.list({}, page);
      void shared.detail('2');
      expect(asked).to.have.length(2);
    });

    it('for one project asks for that alone', async () => {
      const { shared, asked } = await remembering();
      shared.invalidate('1');
      expect(shared.cachedDetail('1')?.fresh).to.equal(false);
      expect(shared.cachedDetail('2')?.fresh).to.equal(true);
      expect(shared.cached({}, page)?.fresh).to.equal(true);
      void shared.detail('1');
      expect(asked.map(({ what }) => what)).to.deep.equal(['detail 1']);
    });

    it('does not take an answer that was asked for before', async () => {
      const { source, asked } = patientSource();
      const shared = shareRequests(source);
      const old = shared.detail('1');
      shared.invalidate('1');
      const young = shared.detail('1');
      expect(asked).to.have.length(2);
      asked[1]!.answer(project('1', { title: 'new' }));
      asked[0]!.answer(project('1', { title: 'old' }));
      expect((await old).title).to.equal('old');
      expect((await young).title).to.equal('new');
      expect(shared.cachedDetail('1')).to.deep.include({ fresh: true, value: await young });
    });

    it('by an application that was received, not by one that failed', async () => {
      const { shared, asked } = await remembering();
      const failing = rejection(shared.apply!('1', {} as never));
      asked[0]!.fail(new Error('closed'));
      await failing;
      expect(shared.cachedDetail('1')?.fresh).to.equal(true);
      const applying = shared.apply!('1', {} as never);
      asked[1]!.answer({ id: '7', reference: '7' });
      expect(await applying).to.deep.equal({ id: '7', reference: '7' });
      expect(shared.cachedDetail('1')?.fresh).to.equal(false);
    });
  });

  it('can do what its source can', () => {
    const { source, asked } = patientSource();
    const whole = shareRequests({ ...source, url: 'https://a.example', idempotent: true });
    expect(whole).to.include({ url: 'https://a.example', idempotent: true });
    void whole.report!('1', { reason: 'scam' });
    expect(asked[0]?.what).to.equal('report 1');
    const bare: ListingsSource = {
      list: () => Promise.reject(new Error('not asked')),
      detail: () => Promise.reject(new Error('not asked')),
    };
    const least = shareRequests(bare);
    expect(least).not.to.have.any.keys('apply', 'report', 'url', 'idempotent');
    expect(isCachedSource(least)).to.equal(true);
    expect(isCachedSource(bare)).to.equal(false);
  });

  it('gives everybody the answer to the question they asked, in whatever order answers come', async () => {
    const question = fc.record({
      q: fc.constantFrom('a', 'b', 'c'),
      abort: fc.boolean(),
      reload: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(question, { minLength: 1, maxLength: 8 }),
        async (scheduler, questions) => {
          const running = new Set<string>();
          const shared = shareRequests({
            list: scheduler.scheduleFunction(({ q = '' }) => Promise.resolve(pageOf(project(q)))),
            detail: () => Promise.reject(new Error('not asked')),
          });
          const outcomes = questions.map(async ({ q, abort, reload }, index) => {
            const controller = new AbortController();
            running.add(String(index));
            const asked = shared.list({ q }, page, { signal: controller.signal, reload });
            if (abort) void scheduler.schedule(Promise.resolve()).then(() => controller.abort());
            try {
              expect((await asked).projects[0]?.id).to.equal(q);
            } catch (error) {
              if (!abort || !isAbort(error)) throw error;
            } finally {
              running.delete(String(index));
            }
          });
          await scheduler.waitIdle();
          await Promise.all(outcomes);
          expect(running.size).to.equal(0);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('the shared source of a page', () => {
  it('is one for one URL with one kind of credentials', async () => {
    const { fetch, calls } = fakeFetch(() => Response.json({ items: [] }));
    const one = sharedSource('https://shared.example/api/', { fetch });
    const other = sharedSource('/api', { baseUrl: 'https://shared.example/page' });
    expect(other).to.equal(one);
    const include = { fetch, credentials: 'include' } as const;
    expect(sharedSource('https://shared.example/api', include)).not.to.equal(one);
    expect(sharedSource('https://shared.example/other', { fetch })).not.to.equal(one);
    await Promise.all([one.list({}, page), other.list({}, page)]);
    expect(calls).to.have.length(1);
    expect(one.url).to.equal('https://shared.example/api');
  });
});
