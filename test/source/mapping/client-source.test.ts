import { expect } from 'chai';
import type { Query } from '../../../src/domain/query.ts';
import { ConfigError } from '../../../src/source/config-error.ts';
import type { Page } from '../../../src/source/listings-source.ts';
import { SourceError } from '../../../src/source/source-error.ts';
import { rejection } from '../../support/fake-network.ts';
import { foreignApi, idsOf, job, openForeign, type Respond } from '../../support/foreign-source.ts';

const page = { limit: 5 };
const minutes = 60_000;

const open = (definition: object, answers: Record<string, unknown>, options = {}) =>
  openForeign({ mode: 'client', ...definition }, answers, options);

async function failure(promise: Promise<unknown>): Promise<SourceError> {
  const error = await rejection(promise);
  expect(error).to.be.instanceOf(SourceError);
  return error as SourceError;
}

/** What answers when it is told to. */
function held(): { respond: Respond; answer: (body: unknown) => void } {
  const waiting: ((body: unknown) => void)[] = [];
  return {
    respond: () => new Promise((resolve) => waiting.push(resolve)),
    answer: (body) => waiting.shift()!(body),
  };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('a list that the browser searches', () => {
  const items = [
    job(1, { category: 'Design', postedAt: '2026-11-02' }),
    job(2, { category: 'Data', postedAt: '2026-11-03' }),
    job(3, { category: 'Data', postedAt: '2026-11-01', title: 'Survey of prices' }),
  ];
  const { source, calls } = open({}, { '': { items } });

  it('is fetched once, and then found, sorted, counted and cut into pages here', async () => {
    const list = async (query: Query, limit = 5) => idsOf(await source.list(query, { limit }));
    expect(await list({})).to.deep.equal(['2', '1', '3']);
    expect(await list({ q: 'survey' })).to.deep.equal(['3']);
    expect(await list({ category: ['Data'] })).to.deep.equal(['2', '3']);
    const { facets, total, nextCursor } = await source.list({}, { limit: 1 });
    expect(total).to.equal(3);
    expect(facets.category).to.deep.equal([
      { value: 'Data', count: 2 },
      { value: 'Design', count: 1 },
    ]);
    expect(idsOf(await source.list({}, { limit: 1, cursor: nextCursor! }))).to.deep.equal(['1']);
    expect(calls).to.have.length(1);
  });

  it('is all that there is of a project, where the API has no more', async () => {
    expect(await source.detail('3')).to.deep.include({ id: '3', complete: true });
    expect(await failure(source.detail('4'))).to.include({ kind: 'http', status: 404 });
    expect(calls).to.have.length(1);
  });

  it('has no request that narrows it', () => {
    for (const query of [{ q: '{q}' }, { q: { if: 'category', then: 'x' } }])
      expect(() => open({ list: { query } }, {})).to.throw(ConfigError, /"list" asks with \{\w+\}/);
  });
});

describe('the filters and orders of a list that the browser searches', () => {
  const offersOf = async (...records: object[]) =>
    (await open({}, { '': records }).source.list({}, page)).offers!;

  it('are those that do something with its projects', async () => {
    expect(await offersOf(job(1))).to.deep.equal({ filters: ['q'], sorts: ['relevance'] });
    const whole = job(2, {
      category: 'Design',
      industry: 'Retail',
      skills: ['SQL'],
      workMode: 'remote',
      locations: [{ display: 'Chicago' }],
      pay: { kind: 'fixed', max: 300, currency: 'USD' },
      hours: { max: 20 },
      durationDays: { max: 14 },
      applyBy: '2026-12-20',
      postedAt: '2026-11-01',
      eligibility: { classYears: ['Junior'], workAuthorization: 'required' },
      featured: true,
    });
    const { filters, sorts } = await offersOf(job(1), whole);
    expect(filters).to.have.members(
      'q category industry skill workMode location payMin currency hoursMax durationDaysMax applyByFrom applyByTo classYear workAuthorization paid featured'.split(
        ' ',
      ),
    );
    expect(sorts).to.deep.equal(['relevance', 'newest', 'deadline', 'pay', 'shortest']);
  });

  it('are none of values that say nothing', async () => {
    const vague = job(1, { workMode: 'unknown', pay: { display: 'to be agreed' } });
    expect(await offersOf(vague)).to.deep.equal({ filters: ['q'], sorts: ['relevance'] });
  });
});

describe('a list that the browser fetches', () => {
  const list = { query: { p: '{page}' }, pageSize: 2, cap: 5 };
  const endless: Respond = ({ params }) => {
    const first = 2 * Number(params.get('p'));
    return [job(first), job(first + 1)];
  };

  it('is fetched in as many requests as it takes, up to its cap', async () => {
    const { source, calls, warnings } = open({ list }, { '': endless });
    const { total } = await source.list({}, page);
    expect(total).to.equal(5);
    expect(calls).to.have.length(3);
    expect(warnings).to.deep.equal([
      `Foothold, ${foreignApi}: the list has more than 5 records, of which the first are shown. Raise "list.cap" (to 10000 at most), or let the API search with "mode": "server".`,
    ]);
  });

  it('counts towards its cap what is left out, for that is fetched, too', async () => {
    const dropping = { list: { ...list, drop: ['@.title'] } };
    const { source, calls } = open(dropping, { '': endless });
    expect((await source.list({}, page)).total).to.equal(0);
    expect(calls).to.have.length(3);
  });

  it('has a cap of its own, and a most', async () => {
    const everything = Array.from({ length: 10_005 }, (_, index) => ({ id: index }));
    for (const [cap, most] of [
      [undefined, 2_000],
      [50_000, 10_000],
    ]) {
      const { source, warnings } = open({ list: { ...(cap && { cap }) } }, { '': everything });
      expect((await source.list({}, page)).skipped).to.have.length(most!);
      expect(warnings.join()).to.contain(`more than ${most} records`);
    }
  });

  it('fails when one of its requests does, and is fetched again then', async () => {
    const failing: Respond = (asked) =>
      asked.index === 1 ? new Response(null, { status: 403 }) : endless(asked);
    const { source } = open({ list }, { '': failing });
    expect((await failure(source.list({}, page))).status).to.equal(403);
    expect((await source.list({}, page)).total).to.equal(5);
  });

  it('says once, with the first page, what could not be read', async () => {
    const { source } = open({}, { '': [job(1), { id: 2 }, job(3)] });
    const first = await source.list({}, { limit: 1 });
    expect(first.skipped).to.deep.equal([{ reason: 'record 1: no usable title' }]);
    expect(first.total).to.equal(2);
    const second = await source.list({}, { limit: 1, cursor: first.nextCursor! });
    expect(second.skipped).to.deep.equal([]);
  });
});

describe('a description', () => {
  const fields = {
    id: '$.id',
    title: '$.title',
    'employer.name': '$.employer.name',
    descriptionHtml: '$.text',
  };
  const items = [job(1, { text: '<p>One</p>' }), job(2, { text: '<p>Two</p>' }), job(3)];
  const texts = ({ projects }: Page) => projects.map(({ descriptionHtml }) => descriptionHtml);

  it('is there in a list and in a detail, whoever searches', async () => {
    for (const definition of [
      { fields },
      { fields, list: { cap: 3 } },
      { fields, mode: 'server', detail: { path: '/jobs/{id}' } },
    ]) {
      const { source } = open(definition, { '': items, '/jobs/2': items[1] });
      expect(texts(await source.list({}, page))).to.have.members([
        '<p>One</p>',
        '<p>Two</p>',
        undefined,
      ]);
      expect((await source.detail('2')).descriptionHtml).to.equal('<p>Two</p>');
    }
  });
});

describe('what the browser has fetched', () => {
  const counting: Respond = ({ index }) => [job(index)];

  it('is good for five minutes, unless somebody wants it anew', async () => {
    const { source, calls, clock } = open({}, { '': counting });
    const ids = async (options = {}) => idsOf(await source.list({}, page, options));
    expect(await ids()).to.deep.equal(['0']);
    await clock.sleep(4.9 * minutes);
    expect(await ids()).to.deep.equal(['0']);
    expect(await ids({ reload: true })).to.deep.equal(['1']);
    expect(calls[1]!.init.cache).to.equal('no-cache');
    await clock.sleep(5 * minutes);
    expect(await ids()).to.deep.equal(['2']);
    expect(calls).to.have.length(3);
  });

  it('is fetched once for all who ask at the same time', async () => {
    const { source, calls } = open({}, { '': counting });
    const pages = await Promise.all([
      source.list({}, page),
      source.list({ q: 'study' }, page),
      source.detail('0'),
    ]);
    expect(calls).to.have.length(1);
    expect(pages[1].total).to.equal(1);
  });

  it('is fetched on for the others when one gives up', async () => {
    const { respond, answer } = held();
    const { source, calls } = open({}, { '': respond });
    const controller = new AbortController();
    const given = rejection(source.list({}, page, { signal: controller.signal }));
    const patient = source.list({}, page);
    await settled();
    controller.abort();
    expect(await given).to.have.property('name', 'AbortError');
    answer([job(1)]);
    expect(idsOf(await patient)).to.deep.equal(['1']);
    expect(calls).to.have.length(1);
  });

  it('may fail when all have given up, without anybody being troubled', async () => {
    const unhandled: unknown[] = [];
    const { respond, answer } = held();
    const { source } = open({}, { '': respond });
    const note = (event: PromiseRejectionEvent) => unhandled.push(event.reason);
    const inNode = (reason: unknown) => unhandled.push(reason);
    const isNode = typeof globalThis.addEventListener !== 'function';
    if (isNode) process.on('unhandledRejection', inNode);
    else globalThis.addEventListener('unhandledrejection', note);
    const controller = new AbortController();
    const given = rejection(source.list({}, page, { signal: controller.signal }));
    await settled();
    controller.abort(new Error('for a reason of its own'));
    expect(await given).to.have.property('name', 'AbortError');
    answer(new Response(null, { status: 403 }));
    await settled();
    if (isNode) process.off('unhandledRejection', inNode);
    else globalThis.removeEventListener('unhandledrejection', note);
    expect(unhandled).to.deep.equal([]);
  });

  it('is asked for by nobody who has given up before', async () => {
    const { source, calls } = open({}, { '': counting });
    const signal = AbortSignal.abort(new Error('gone'));
    expect(await rejection(source.list({}, page, { signal }))).to.have.property(
      'name',
      'AbortError',
    );
    expect(calls).to.have.length(0);
  });
});

describe('a detail beside a list that the browser searches', () => {
  const definition = { list: { path: '/jobs' }, detail: { path: '/jobs/{id}' } };
  const answers = {
    '/jobs': [job(1, { summary: 'short', locations: [{ display: 'Chicago' }] })],
    '/jobs/1': job(1, { summary: 'long' }),
  };

  it('is asked for, and laid over what the list has said', async () => {
    const { source, urls } = open(definition, answers);
    expect((await source.list({}, page)).projects[0]).to.not.have.property('complete');
    expect(await source.detail('1')).to.deep.include({
      summary: 'long',
      locations: [{ display: 'Chicago' }],
    });
    expect(urls()).to.deep.equal([`${foreignApi}/jobs`, `${foreignApi}/jobs/1`]);
  });

  it('is not asked for of what the list has not', async () => {
    const { source, calls } = open(definition, answers);
    expect((await failure(source.detail('2'))).status).to.equal(404);
    expect(calls).to.have.length(1);
  });
});

describe('how to apply', () => {
  const modesOf = async (apply: object | undefined, fields?: object) => {
    const records = [
      job(1, { url: 'https://a.example/1' }),
      job(2, { application: { mode: 'email', email: 'jobs@lakeside.example' } }),
    ];
    const { source } = open(
      { ...(apply && { apply }), ...(fields && { fields }) },
      {
        '': records,
      },
    );
    const { projects } = await source.list({}, page);
    const details = await Promise.all(projects.map(({ id }) => source.detail(id)));
    expect(details.map(({ application }) => application)).to.deep.equal(
      projects.map(({ application }) => application),
    );
    return projects
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ application }) => application?.mode);
  };
  const fields = {
    id: '$.id',
    title: '$.title',
    'employer.name': '$.employer.name',
    url: '$.url',
    'application.mode': '$.application.mode',
    'application.email': '$.application.email',
  };

  it('is what the config says of all, unless a listing says otherwise itself', async () => {
    for (const own of [undefined, fields]) {
      expect(await modesOf({ mode: 'redirect' }, own)).to.deep.equal(['redirect', 'email']);
      expect(await modesOf({ mode: 'post' }, own)).to.deep.equal([undefined, 'email']);
      expect(await modesOf(undefined, own)).to.deep.equal([undefined, 'email']);
    }
  });

  it('leaves out what the request has no place for, so that nobody writes in vain', async () => {
    const requires = async (body: object | undefined, own?: object) => {
      const apply = { mode: 'post', ...(body && { body }) };
      const record = job(1, { ...(own && { application: { requires: own } }) });
      const { projects } = await open({ apply }, { '': [record] }).source.list({}, page);
      return projects[0]?.application?.requires;
    };
    expect(await requires({ name: '{name}' })).to.deep.equal({ resume: 'none', proposal: 'none' });
    expect(await requires({ all: '{application}' })).to.deep.equal({ resume: 'none' });
    expect(await requires({ text: '{proposal}' }, { proposal: 'optional' })).to.deep.equal({
      resume: 'none',
      proposal: 'optional',
    });
    for (const body of [
      undefined,
      { a: '{proposal}', b: '{resume.base64}' },
      { a: '{application}', '...': '{files}' },
    ])
      expect(await requires(body)).to.equal(undefined);
  });

  it('is nothing that a source takes, unless it is sent from here', () => {
    expect(open({ apply: { mode: 'redirect' } }, {}).source.apply).to.equal(undefined);
    expect(open({}, {}).source.apply).to.equal(undefined);
    expect(open({ apply: { mode: 'post' } }, {}).source.apply).to.be.a('function');
  });
});
