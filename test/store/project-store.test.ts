import { expect } from 'chai';
import type { Project } from '../../src/domain/project.ts';
import type { ListingsSource, RequestOptions } from '../../src/source/listings-source.ts';
import { shareRequests } from '../../src/source/shared-source.ts';
import { SourceError, type Problem } from '../../src/source/source-error.ts';
import { ProjectStore } from '../../src/store/project-store.ts';

const project = (id: string, title = `Project ${id}`): Project => ({
  id,
  title,
  employer: { name: 'Example Works' },
});

interface Question {
  readonly id: string;
  readonly options: RequestOptions;
  readonly answer: (value: Project) => Promise<void>;
  readonly fail: (error: unknown) => Promise<void>;
}

const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

/** A source whose every answer the test gives by hand. */
function scripted(): ListingsSource & { readonly asked: Question[] } {
  const asked: Question[] = [];
  return {
    asked,
    list: () => Promise.reject(new Error('not asked for here')),
    detail: (id, options = {}) =>
      new Promise((resolve, reject) => {
        options.signal?.addEventListener('abort', () => {
          reject(new DOMException('Aborted', 'AbortError'));
        });
        asked.push({
          id,
          options,
          answer: (value) => (resolve(value), settled()),
          fail: (error) => (reject(error), settled()),
        });
      }),
  };
}

const failure = (kind: SourceError['kind'] = 'network', problem?: Problem) =>
  new SourceError(kind, 'failed', problem);

describe('ProjectStore', () => {
  let source: ReturnType<typeof scripted>;
  let store: ProjectStore;
  /** Timers of some length are held: `[run, pause]`. Short ones run, for the tests wait with them. */
  let timers: [() => void, number][];
  const { setTimeout: realSetTimeout } = globalThis;

  beforeEach(() => {
    timers = [];
    globalThis.setTimeout = ((run: () => void, pause = 0) =>
      pause < 1000
        ? realSetTimeout(run, pause)
        : timers.push([run, pause])) as typeof globalThis.setTimeout;
    source = scripted();
    store = new ProjectStore(source);
  });

  afterEach(() => {
    store.stop();
    globalThis.setTimeout = realSetTimeout;
  });

  const pauses = () => timers.map(([, pause]) => pause / 1000);
  const lastTimer = () => {
    timers.at(-1)![0]();
  };

  it('asks for a project and shows it', async () => {
    expect(store.snapshot).to.deep.include({ id: '', project: { status: 'idle' }, gone: false });
    store.show('a');
    expect(store.snapshot).to.deep.include({ id: 'a', project: { status: 'loading' } });
    await source.asked[0]!.answer(project('a'));
    expect(store.snapshot.project).to.deep.equal({ status: 'ready', value: project('a') });
  });

  it('tells its listeners of every change', async () => {
    const seen: string[] = [];
    store.subscribe(() => seen.push(store.snapshot.project.status));
    store.show('a');
    await source.asked[0]!.answer(project('a'));
    expect(seen).to.deep.equal(['loading', 'ready']);
  });

  it('drops the reply for a project that is no longer wanted', async () => {
    store.show('a');
    store.show('b');
    await source.asked[1]!.answer(project('b'));
    await source.asked[0]!.answer(project('a'));
    expect(source.asked[0]!.options.signal?.aborted).to.equal(true);
    expect(store.snapshot.project).to.deep.equal({ status: 'ready', value: project('b') });
  });

  it('does not ask twice for what it shows or is asking for', async () => {
    store.show('a');
    store.show('a');
    await source.asked[0]!.answer(project('a'));
    store.show('a');
    expect(source.asked).to.have.length(1);
  });

  for (const status of [404, 410]) {
    it(`says that a project is gone at ${status}, and does not ask again by itself`, async () => {
      store.show('a');
      await source.asked[0]!.fail(failure('http', { status }));
      expect(store.snapshot).to.deep.include({ id: 'a', project: { status: 'idle' }, gone: true });
      expect(timers).to.deep.equal([]);
      store.show('a');
      expect(source.asked).to.have.length(1);
    });
  }

  it('drops what it showed when a project turns out to be gone', async () => {
    store.show('a');
    await source.asked[0]!.answer(project('a'));
    store.refresh();
    await source.asked[1]!.fail(failure('http', { status: 410 }));
    expect(store.snapshot).to.deep.include({ project: { status: 'idle' }, gone: true });
    store.show('b');
    expect(store.snapshot.gone).to.equal(false);
  });

  it('keeps what it shows while it asks whether that still holds', async () => {
    store.show('a');
    await source.asked[0]!.answer(project('a', 'Old'));
    const before = Date.now();
    store.refresh();
    store.refresh();
    expect(source.asked).to.have.length(2);
    expect(source.asked[1]!.options.reload).to.equal(true);
    const { project: state } = store.snapshot;
    expect(state).to.deep.include({ status: 'stale', value: project('a', 'Old') });
    expect(state).not.to.have.property('error');
    expect(state.status === 'stale' && state.at).to.be.within(before - 1000, before);
    await source.asked[1]!.answer(project('a', 'New'));
    expect(store.snapshot.project).to.deep.equal({ status: 'ready', value: project('a', 'New') });
  });

  it('keeps what it shows when asking again fails, and says why', async () => {
    store.show('a');
    await source.asked[0]!.answer(project('a'));
    store.refresh();
    const error = failure('timeout');
    await source.asked[1]!.fail(error);
    expect(store.snapshot.project).to.deep.include({
      status: 'stale',
      value: project('a'),
      error,
    });
  });

  it('fails with a reason, and recovers on request', async () => {
    store.show('a');
    const error = failure('http', { status: 500 });
    await source.asked[0]!.fail(error);
    expect(store.snapshot.project).to.deep.equal({ status: 'failed', error });
    store.retry();
    expect(store.snapshot.project.status).to.equal('loading');
    await source.asked[1]!.answer(project('a'));
    expect(store.snapshot.project.status).to.equal('ready');
  });

  it('does not ask again at once for what has failed, however often it is shown', async () => {
    store.show('a');
    await source.asked[0]!.fail(failure());
    store.show('a');
    expect(source.asked).to.have.length(1);
    expect(store.snapshot.project.status).to.equal('failed');
  });

  it('takes whatever else a source throws for an unreachable source', async () => {
    store.show('a');
    await source.asked[0]!.fail('no words');
    const { project: state } = store.snapshot;
    expect(state.status === 'failed' && state.error).to.be.instanceOf(SourceError);
    expect(state.status === 'failed' && state.error.kind).to.equal('network');
  });

  it('asks again by itself after 20 seconds, twice that, and never more than 5 minutes', async () => {
    store.show('a');
    for (let round = 0; round < 6; round++) {
      await source.asked[round]!.fail(failure());
      lastTimer();
    }
    expect(pauses()).to.deep.equal([20, 40, 80, 160, 300, 300]);
    await source.asked[6]!.answer(project('a'));
    store.refresh();
    await source.asked[7]!.fail(failure());
    expect(pauses().at(-1)).to.equal(20);
  });

  it('says when it asks again', async () => {
    store.show('a');
    const before = Date.now();
    await source.asked[0]!.fail(failure());
    expect(store.snapshot.retryAt! - before).to.be.within(20_000, 21_000);
    store.retry();
    expect(store.snapshot.retryAt).to.equal(undefined);
  });

  it('waits as long as the server asks for, within a day', async () => {
    store.show('a');
    await source.asked[0]!.fail(failure('http', { status: 503, retryAfter: 90 }));
    expect(pauses().at(-1)).to.equal(90);
    lastTimer();
    await source.asked[1]!.fail(failure('http', { status: 503, retryAfter: 1e9 }));
    expect(pauses().at(-1)).to.equal(86_400);
  });

  it('does not ask again by itself what the page forbids', async () => {
    store.show('a');
    await source.asked[0]!.fail(failure('blocked'));
    expect(timers).to.deep.equal([]);
    expect(store.snapshot.retryAt).to.equal(undefined);
  });

  it('is quiet once stopped, and takes up again what was wanted', async () => {
    store.show('a');
    store.stop();
    await settled();
    expect(source.asked[0]!.options.signal?.aborted).to.equal(true);
    expect(store.snapshot.project.status).to.equal('loading');
    store.show('a');
    await source.asked[1]!.answer(project('a'));
    expect(store.snapshot.project.status).to.equal('ready');
  });

  it('does nothing where nothing was asked for', () => {
    store.retry();
    store.refresh();
    expect(source.asked).to.deep.equal([]);
  });

  describe('with a source that remembers', () => {
    let now: number;

    beforeEach(() => {
      now = Date.now();
      const remembering = shareRequests(source, { maxAge: 60_000, now: () => now });
      store = new ProjectStore(remembering);
    });

    it('shows at once what is remembered and fresh, without asking', async () => {
      store.show('a');
      await source.asked[0]!.answer(project('a'));
      store.show('b');
      store.show('a');
      expect(store.snapshot.project).to.deep.equal({ status: 'ready', value: project('a') });
      expect(source.asked.map(({ id }) => id)).to.deep.equal(['a', 'b']);
    });

    it('shows what is older as stale while it asks anew', async () => {
      store.show('a');
      await source.asked[0]!.answer(project('a', 'Old'));
      store.show('b');
      const at = now;
      now += 61_000;
      store.show('a');
      expect(store.snapshot.project).to.deep.equal({
        status: 'stale',
        value: project('a', 'Old'),
        at,
      });
      await source.asked[2]!.answer(project('a', 'New'));
      expect(store.snapshot.project).to.deep.equal({ status: 'ready', value: project('a', 'New') });
    });
  });
});
