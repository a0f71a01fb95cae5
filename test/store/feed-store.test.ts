import { expect } from 'chai';
import fc from 'fast-check';
import type { Query } from '../../src/domain/query.ts';
import { valueOf } from '../../src/domain/remote-state.ts';
import { MemorySource } from '../../src/source/memory-source.ts';
import { shareRequests } from '../../src/source/shared-source.ts';
import { SourceError, type Problem } from '../../src/source/source-error.ts';
import { FeedStore, type FeedOptions } from '../../src/store/feed-store.ts';
import { page, project, scriptedList, settled } from '../support/scripted-list.ts';

const failure = (kind: SourceError['kind'] = 'network', problem?: Problem) =>
  new SourceError(kind, 'failed', problem);
const expired = () => failure('http', { status: 400 });

const ids = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `p${from + index}`);

const shownBy = (store: FeedStore) =>
  valueOf(store.snapshot.results)?.projects.map(({ id }) => id) ?? [];

describe('FeedStore', () => {
  let source: ReturnType<typeof scriptedList>;
  let store: FeedStore;
  /** Timers of some length are held: `[run, pause]`. Short ones run, for the tests wait with them. */
  let timers: [() => void, number][];
  const { setTimeout: realSetTimeout } = globalThis;

  const create = (options: Partial<FeedOptions> = {}) => {
    source = scriptedList();
    return (store = new FeedStore({ source, pageSize: 2, ...options }));
  };
  const retryPauses = () => timers.map(([, pause]) => pause / 1000).filter((pause) => pause > 1);
  const lastTimer = () => {
    timers.at(-1)![0]();
  };

  beforeEach(() => {
    timers = [];
    globalThis.setTimeout = ((run: () => void, pause = 0) =>
      pause < 200
        ? realSetTimeout(run, pause)
        : timers.push([run, pause])) as typeof globalThis.setTimeout;
    create();
  });

  afterEach(() => {
    store.stop();
    globalThis.setTimeout = realSetTimeout;
  });

  describe('asking', () => {
    it('asks for the first page and shows it', async () => {
      expect(store.snapshot.results).to.deep.equal({ status: 'idle' });
      store.show({ category: ['Design'] });
      expect(store.snapshot.results).to.deep.equal({ status: 'loading' });
      expect(source.asked[0]).to.deep.include({ query: { category: ['Design'] } });
      expect(source.asked[0]!.request.limit).to.equal(2);
      await source.asked[0]!.answer(page(['a', 'b'], { total: 5, nextCursor: 'c' }));
      expect(store.snapshot.results.status).to.equal('ready');
      expect(valueOf(store.snapshot.results)).to.deep.include({
        query: { category: ['Design'] },
        total: 5,
        nextCursor: 'c',
        pages: 1,
      });
      expect(shownBy(store)).to.deep.equal(['a', 'b']);
    });

    it('puts the scope over every query, and the order under it', () => {
      create({ scope: { featured: true, category: ['Design'] }, sort: 'deadline' });
      store.show({ q: 'map', category: ['Data'] });
      store.change({ sort: 'pay' });
      expect(source.asked.map(({ query }) => query)).to.deep.equal([
        { q: 'map', featured: true, category: ['Design'], sort: 'deadline' },
        { q: 'map', featured: true, category: ['Design'], sort: 'pay' },
      ]);
      expect(store.snapshot.query).to.deep.equal({ q: 'map', category: ['Data'], sort: 'pay' });
    });

    it('asks nothing where nothing has changed', async () => {
      store.show({ q: 'map' });
      store.show({ q: 'map' });
      await source.asked[0]!.answer(page(['a']));
      store.show({ q: 'map' });
      store.change({ q: ' map ' });
      expect(source.asked).to.have.length(1);
    });

    it('leaves out projects that came before, and pages of nothing end the list', async () => {
      store.show({});
      await source.asked[0]!.answer(page(['a', 'a', 'b'], { total: 9, nextCursor: 'c' }));
      expect(shownBy(store)).to.deep.equal(['a', 'b']);
      void store.more();
      await source.asked[1]!.answer(page(['b', 'c'], { total: 9, nextCursor: 'd' }));
      expect(shownBy(store)).to.deep.equal(['a', 'b', 'c']);
      void store.more();
      await source.asked[2]!.answer(page([], { total: 9, nextCursor: 'd' }));
      expect(valueOf(store.snapshot.results)?.nextCursor).to.equal(null);
    });

    it('takes whatever a source throws as a failure', async () => {
      store.show({});
      await source.asked[0]!.fail(new TypeError('x is not a function'));
      expect(store.snapshot.results).to.have.nested.property('error.kind', 'network');
    });
  });

  describe('searching', () => {
    it('asks once typing has paused', () => {
      store.show({});
      for (const words of ['p', 'po', 'pos']) store.search(words);
      expect(source.asked).to.have.length(1);
      expect(timers.map(([, pause]) => pause)).to.deep.equal([250, 250, 250]);
      lastTimer();
      expect(source.asked).to.have.length(2);
      expect(source.asked[1]!.query).to.deep.equal({ q: 'pos' });
      expect(source.asked[0]!.options.signal?.aborted).to.equal(true);
    });

    it('takes words along that were typed just before a filter was chosen', () => {
      store.show({ sort: 'pay' });
      store.search('map');
      store.change({ workMode: ['remote'] });
      expect(store.snapshot.query).to.deep.equal({
        q: 'map',
        workMode: ['remote'],
        sort: 'pay',
      });
      expect(source.asked).to.have.length(2);
    });

    it('drops replies for all questions but the last', async () => {
      store.show({});
      store.change({ q: 'a' });
      store.change({ q: 'ab' });
      await source.asked[2]!.answer(page(['last']));
      await source.asked[0]!.answer(page(['first']));
      await source.asked[1]!.answer(page(['second']));
      expect(shownBy(store)).to.deep.equal(['last']);
    });

    it('shows the answer to the last question, whatever order 1,000 series of answers come in', async function () {
      this.timeout(60_000);
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.record({ delay: fc.nat(6), fails: fc.boolean() }), {
            minLength: 2,
            maxLength: 8,
          }),
          async (answers) => {
            let turn = 0;
            const racing = new FeedStore({
              pageSize: 2,
              source: {
                detail: () => Promise.reject(new Error('not asked for here')),
                // It does not listen to being aborted: the worst kind of source.
                list: async ({ q = '' }) => {
                  const { delay, fails } = answers[turn++]!;
                  for (let tick = 0; tick < delay; tick++) await Promise.resolve();
                  if (fails) throw failure();
                  return page([q]);
                },
              },
            });
            racing.show({ q: 'q0' });
            for (let index = 1; index < answers.length; index++) {
              if (index % 2) await Promise.resolve();
              racing.change({ q: `q${index}` });
            }
            await settled();
            const last = `q${answers.length - 1}`;
            expect(racing.snapshot.query).to.deep.equal({ q: last });
            expect(racing.snapshot.results.status).to.equal(
              answers.at(-1)!.fails ? 'failed' : 'ready',
            );
            if (!answers.at(-1)!.fails) expect(shownBy(racing)).to.deep.equal([last]);
            racing.stop();
          },
        ),
        { numRuns: 1000 },
      );
    });
  });

  describe('keeping the list', () => {
    it('keeps it while another query is on its way, and drops it when that fails', async () => {
      store.show({});
      await source.asked[0]!.answer(page(['a']));
      store.change({ q: 'x' });
      expect(store.snapshot.results).to.deep.include({ status: 'stale' });
      expect(store.snapshot.results).not.to.have.property('error');
      expect(shownBy(store)).to.deep.equal(['a']);
      await source.asked[1]!.fail(failure());
      expect(store.snapshot.results.status).to.equal('failed');
    });

    it('keeps it when the same query fails', async () => {
      store.show({});
      const before = Date.now();
      await source.asked[0]!.answer(page(['a']));
      store.refresh();
      store.refresh();
      expect(source.asked).to.have.length(2);
      expect(source.asked[1]!.options.reload).to.equal(true);
      await source.asked[1]!.fail(failure('timeout'));
      const { results } = store.snapshot;
      expect(results).to.have.nested.property('error.kind', 'timeout');
      expect(results.status === 'stale' && results.at).to.be.within(before, Date.now());
      expect(shownBy(store)).to.deep.equal(['a']);
    });

    it('shows what a source remembers at once, and asks again where that is old', async () => {
      let now = 0;
      create();
      const shared = shareRequests(source, { now: () => now });
      store = new FeedStore({ source: shared, pageSize: 2 });
      store.show({});
      await source.asked[0]!.answer(page(['old']));
      store.change({ q: 'x' });
      await source.asked[1]!.answer(page(['x']));

      store.change({ q: '' });
      expect(store.snapshot.results.status).to.equal('ready');
      expect(shownBy(store)).to.deep.equal(['old']);
      expect(source.asked).to.have.length(2);

      now = 61_000;
      store.change({ q: 'x' });
      expect(store.snapshot.results.status).to.equal('stale');
      expect(shownBy(store)).to.deep.equal(['x']);
      await source.asked[2]!.answer(page(['new x']));
      expect(shownBy(store)).to.deep.equal(['new x']);
    });
  });

  describe('paging', () => {
    const first = page(['a', 'b'], {
      total: 5,
      nextCursor: 'c1',
      facets: { category: [{ value: 'Design', count: 5 }] },
    });

    it('appends the next page and says where it starts', async () => {
      store.show({});
      await source.asked[0]!.answer(first);
      const more = store.more();
      expect(store.snapshot.more).to.equal('loading');
      expect(await store.more()).to.equal(undefined);
      expect(source.asked).to.have.length(2);
      expect(source.asked[1]!.request).to.deep.equal({ limit: 2, cursor: 'c1' });
      await source.asked[1]!.answer(page(['c', 'd'], { total: null, nextCursor: 'c2' }));
      expect(await more).to.equal(2);
      expect(shownBy(store)).to.deep.equal(['a', 'b', 'c', 'd']);
      expect(store.snapshot.more).to.equal('idle');
      expect(store.pages).to.equal(2);
      expect(valueOf(store.snapshot.results)).to.deep.include({
        total: 5,
        nextCursor: 'c2',
        facets: first.facets,
      });
    });

    it('keeps the list where the next page does not come, and asks for it again', async () => {
      store.show({});
      await source.asked[0]!.answer(first);
      const more = store.more();
      await source.asked[1]!.fail(failure('offline'));
      expect(await more).to.equal(undefined);
      expect(store.snapshot).to.deep.include({ more: 'failed' });
      expect(store.snapshot.moreError?.kind).to.equal('offline');
      expect(store.snapshot.results.status).to.equal('ready');
      store.retry();
      await source.asked[2]!.answer(page(['c']));
      expect(shownBy(store)).to.deep.equal(['a', 'b', 'c']);
      expect(store.snapshot).to.deep.include({ more: 'idle', moreError: undefined });
    });

    it('starts anew where the source has forgotten the place in the list', async () => {
      store.show({});
      await source.asked[0]!.answer(first);
      const more = store.more();
      await source.asked[1]!.fail(expired());
      expect(source.asked[2]!.request).to.deep.equal({ limit: 4, cursor: undefined });
      expect(shownBy(store)).to.deep.equal(['a', 'b']);
      await source.asked[2]!.answer(page(['z', 'a', 'b', 'c'], { total: 6, nextCursor: 'c2' }));
      expect(await more).to.equal(2);
      expect(shownBy(store)).to.deep.equal(['z', 'a', 'b', 'c']);
    });

    it('gives way to another query', async () => {
      store.show({});
      await source.asked[0]!.answer(first);
      const more = store.more();
      store.change({ q: 'x' });
      await source.asked[2]!.answer(page(['x', 'y', 'z']));
      await source.asked[1]!.answer(page(['c', 'd']));
      expect(await more).to.equal(undefined);
      expect(shownBy(store)).to.deep.equal(['x', 'y', 'z']);
      expect(store.snapshot.more).to.equal('idle');
    });

    it('asks for one page more where the list is just being asked again', async () => {
      store.show({});
      await source.asked[0]!.answer(first);
      store.refresh();
      const more = store.more();
      expect(source.asked[2]!.request).to.deep.equal({ limit: 4, cursor: undefined });
      await source.asked[2]!.answer(page(['a', 'b', 'c'], { total: 3 }));
      expect(await more).to.equal(2);
    });

    it('has nothing to append at the end, or while another query is on its way', async () => {
      store.show({});
      await source.asked[0]!.answer(page(['a']));
      expect(await store.more()).to.equal(undefined);
      store.show({ q: 'x' });
      await source.asked[1]!.answer(page(['x'], { nextCursor: 'c' }));
      store.change({ q: 'y' });
      expect(await store.more()).to.equal(undefined);
      expect(source.asked).to.have.length(3);
    });

    it('restores many pages by one request, and by cursor beyond a hundred projects', async () => {
      create({ pageSize: 40 });
      store.show({ q: 'x' }, 3);
      expect(store.pages).to.equal(3);
      expect(source.asked[0]!.request).to.deep.equal({ limit: 100, cursor: undefined });
      await source.asked[0]!.answer(page(ids(100), { total: 300, nextCursor: 'c100' }));
      expect(source.asked[1]!.request).to.deep.equal({ limit: 20, cursor: 'c100' });
      await source.asked[1]!.answer(page(ids(20, 100), { total: 300, nextCursor: 'c120' }));
      expect(shownBy(store)).to.have.length(120);
      expect(store.pages).to.equal(3);
      expect(source.asked).to.have.length(2);
    });

    it('shows what has come where a later request of a restored view fails', async () => {
      create({ pageSize: 100 });
      store.show({}, 2);
      await source.asked[0]!.answer(page(ids(100), { total: 300, nextCursor: 'c' }));
      await source.asked[1]!.fail(expired());
      expect(store.snapshot.results.status).to.equal('ready');
      expect(shownBy(store)).to.have.length(100);
      expect(store.pages).to.equal(1);
    });

    it('counts the pages that were asked for, however many records a source tells it could not read', async () => {
      const skipped = Array.from({ length: 9 }, () => ({ reason: 'no title' }));
      store.show({});
      await source.asked[0]!.answer(page(['a', 'b'], { total: 14, nextCursor: 'c', skipped }));
      expect(store.pages).to.equal(1);
      void store.more();
      await source.asked[1]!.answer(page(['c', 'd'], { total: 14, nextCursor: 'd' }));
      expect(store.pages).to.equal(2);
      create();
      store.show({}, 2);
      await source.asked[0]!.answer(page(['a', 'b'], { nextCursor: 'c', skipped }));
      expect(source.asked).to.have.length(1);
      expect(store.pages).to.equal(2);
    });

    it('does not go round in circles with a source that repeats itself', async () => {
      create({ pageSize: 100 });
      store.show({}, 3);
      await source.asked[0]!.answer(page(ids(100), { total: 300, nextCursor: 'c' }));
      await source.asked[1]!.answer(page(ids(100), { total: 300, nextCursor: 'c' }));
      expect(source.asked).to.have.length(2);
      expect(shownBy(store)).to.have.length(100);
    });
  });

  describe('after a failure', () => {
    it('asks again by itself, with pauses that double up to five minutes', async () => {
      store.show({});
      for (let turn = 0; turn < 6; turn++) {
        await source.asked[turn]!.fail(failure());
        expect(store.snapshot.retryAt).to.be.greaterThan(Date.now());
        lastTimer();
      }
      expect(retryPauses()).to.deep.equal([20, 40, 80, 160, 300, 300]);
      await source.asked[6]!.answer(page(['a']));
      expect(store.snapshot.results.status).to.equal('ready');
      expect(store.snapshot.retryAt).to.equal(undefined);
    });

    it('leaves a server alone for as long as it asks, and asks no more where the page forbids it', async () => {
      store.show({});
      await source.asked[0]!.fail(failure('http', { status: 503, retryAfter: 90 }));
      expect(retryPauses()).to.deep.equal([90]);
      store.change({ q: 'x' });
      await source.asked[1]!.fail(failure('blocked'));
      expect(retryPauses()).to.deep.equal([90]);
      expect(store.snapshot.retryAt).to.equal(undefined);
    });

    it('asks again when told to, and not where nothing failed', async () => {
      store.retry();
      store.show({}, 3);
      await source.asked[0]!.fail(failure());
      store.retry();
      expect(source.asked[1]!.request.limit).to.equal(6);
      await source.asked[1]!.answer(page(['a']));
      store.retry();
      expect(source.asked).to.have.length(2);
    });
  });

  describe('with several sources', () => {
    const failures = [{ source: 'Jobs', error: failure() }];
    const offers = { filters: ['q'], sorts: ['newest'] } as const;

    it('keeps what is offered, and says which of them the last request went without', async () => {
      store.show({});
      await source.asked[0]!.answer(page(['a', 'b'], { nextCursor: 'c', offers }));
      void store.more();
      await source.asked[1]!.answer(page(['c'], { failures }));
      expect(valueOf(store.snapshot.results)).to.deep.include({ offers, failures });
      store.refresh();
      await source.asked[2]!.answer(page(['a', 'b', 'c'], { failures: [] }));
      expect(valueOf(store.snapshot.results)).to.deep.include({ offers: undefined, failures: [] });
    });

    it('asks again for those that failed when told to, and first for a page that did not come', async () => {
      store.show({});
      await source.asked[0]!.answer(page(['a'], { nextCursor: 'c', failures }));
      expect(store.snapshot.retryAt).to.equal(undefined);
      store.retry();
      store.retry();
      expect(source.asked.at(-1)!.options.reload).to.equal(true);
      expect(source.asked).to.have.length(2);
      await source.asked[1]!.answer(page(['a'], { nextCursor: 'c', failures }));
      void store.more();
      await source.asked[2]!.fail(failure());
      store.retry();
      expect(source.asked[3]!.request.cursor).to.equal('c');
    });
  });

  it('does not ask again at once for what has failed, however often it is shown', async () => {
    store.show({ q: 'x' });
    await source.asked[0]!.fail(failure());
    store.show({ q: 'x' });
    expect(source.asked).to.have.length(1);
    store.stop();
    store.show({ q: 'x' });
    expect(source.asked).to.have.length(2);
  });

  describe('where nothing matches', () => {
    it('says what giving up each restriction would bring, the most rewarding first', async () => {
      const projects = [
        ...ids(3).map((id) => project(id, { category: 'Design', workMode: 'onsite' })),
        ...ids(5, 3).map((id) => project(id, { category: 'Data', workMode: 'remote' })),
        ...ids(2, 8).map((id) => project(id, { category: 'Media', workMode: 'remote' })),
      ];
      store = new FeedStore({ source: new MemorySource(projects), pageSize: 2 });
      const query: Query = { category: ['Data', 'Media'], workMode: ['onsite'] };
      store.show(query);
      await settled();
      await settled();
      expect(valueOf(store.snapshot.results)?.total).to.equal(0);
      expect(store.snapshot.suggestions).to.deep.equal([
        { key: 'workMode', values: ['onsite'], query: { category: ['Data', 'Media'] }, total: 7 },
        { key: 'category', values: ['Data', 'Media'], query: { workMode: ['onsite'] }, total: 3 },
      ]);
    });

    it('asks for a single project each, of four at most, and takes the currency with the amount', async () => {
      create({ scope: { featured: true } });
      store.show({
        q: 'map',
        category: ['Design'],
        industry: ['Retail'],
        skill: ['maps'],
        payMin: 500,
        currency: 'USD',
        hoursMax: 10,
      });
      await source.asked[0]!.answer(page([]));
      const counts = source.asked.slice(1);
      expect(counts).to.have.length(4);
      for (const { request, query } of counts) {
        expect(request.limit).to.equal(1);
        expect(query.featured).to.equal(true);
      }
      const withoutPay = counts.filter(({ query }) => query.payMin === undefined);
      expect(withoutPay.map(({ query }) => query.currency)).to.deep.equal([undefined]);
    });

    it('goes without those that cannot be counted', async () => {
      store.show({ q: 'x', paid: true });
      await source.asked[0]!.answer(page([]));
      await source.asked[1]!.fail(failure());
      await source.asked[2]!.answer(page(['a'], { total: 4 }));
      expect(store.snapshot.suggestions.map(({ key, total }) => [key, total])).to.deep.equal([
        ['q', 4],
      ]);
      expect(store.snapshot.results.status).to.equal('ready');
    });

    it('drops suggestions for a query that has passed', async () => {
      store.show({ q: 'x' });
      await source.asked[0]!.answer(page([]));
      store.change({ q: 'y' });
      await source.asked[1]!.answer(page(['a'], { total: 4 }));
      expect(store.snapshot.suggestions).to.deep.equal([]);
    });
  });

  describe('stopping', () => {
    it('ends what is under way, and takes it up again when shown', async () => {
      store.show({ q: 'x' });
      store.search('xy');
      store.stop();
      expect(source.asked[0]!.options.signal?.aborted).to.equal(true);
      await settled();
      expect(store.snapshot.results.status).to.equal('loading');
      store.show({ q: 'x' });
      await source.asked[1]!.answer(page(['x']));
      expect(shownBy(store)).to.deep.equal(['x']);
    });

    it('lets paging be asked for again', async () => {
      store.show({});
      await source.asked[0]!.answer(page(['a', 'b'], { total: 3, nextCursor: 'c' }));
      void store.more();
      store.stop();
      expect(store.snapshot.more).to.equal('idle');
      void store.more();
      await source.asked[2]!.answer(page(['c']));
      expect(shownBy(store)).to.deep.equal(['a', 'b', 'c']);
    });
  });
});
