import { expect } from 'chai';
import { ConfigError } from '../../../src/source/config-error.ts';
import type { ListingsSource } from '../../../src/source/listings-source.ts';
import { SourceError } from '../../../src/source/source-error.ts';
import { rejection } from '../../support/fake-network.ts';
import { foreignApi, idsOf, job, openForeign, type Respond } from '../../support/foreign-source.ts';

const detail = { path: '/{id}' };
const jobs = (from: number, until: number) =>
  Array.from({ length: until - from }, (_, index) => job(from + index));

const server = (list: object, answers: Record<string, unknown>) =>
  openForeign({ list, detail }, answers);
const client = (list: object, answers: Record<string, unknown>) =>
  openForeign({ mode: 'client', list }, answers);

async function failure(promise: Promise<unknown>): Promise<SourceError> {
  const error = await rejection(promise);
  expect(error).to.be.instanceOf(SourceError);
  return error as SourceError;
}

/** The pages of a list, until it ends or there are too many. */
async function pages(source: ListingsSource, limit: number, most = 20) {
  const ids: string[][] = [];
  let cursor: string | undefined;
  do {
    const page = await source.list({}, { limit, cursor });
    ids.push(idsOf(page));
    cursor = page.nextCursor ?? undefined;
  } while (cursor && ids.length < most);
  return ids;
}

describe('the way to the next page', () => {
  const leadingTo = (next: unknown) =>
    server({ next: '$.next' }, { '': { items: [job(1)], next }, '/more': [job(2)] });

  it('may be an address of the same host, absolute or not', async () => {
    for (const next of [`${foreignApi}/more`, '/v1/more', '//api.example.edu/v1/more', './v1/more'])
      expect(await pages(leadingTo(next).source, 1), next).to.deep.equal([['1'], ['2']]);
  });

  it('is followed over https where the first page was', async () => {
    const { source, urls } = leadingTo('http://api.example.edu/v1/more');
    await pages(source, 1);
    expect(urls()).to.deep.equal([foreignApi, `${foreignApi}/more`]);
  });

  it('is not followed to another host, for a token would go along', async () => {
    for (const [next, host] of [
      ['https://evil.example/more', 'evil.example'],
      ['//evil.example', 'evil.example'],
      ['https://api.example.edu:8443/v1', 'api.example.edu:8443'],
      ['https://api.example.edu@evil.example/', 'evil.example'],
      ['data:application/json,[]', ''],
    ]) {
      const { source, calls } = leadingTo(next);
      const { nextCursor } = await source.list({}, { limit: 1 });
      const error = await failure(source.list({}, { limit: 1, cursor: nextCursor! }));
      expect(error.kind).to.equal('malformed');
      expect(error.message).to.equal(`"list.next" leads to another host, ${host}`);
      expect(calls).to.have.length(1);
    }
  });

  it('is malformed when it is no address', async () => {
    const { source } = leadingTo('https://');
    const { nextCursor } = await source.list({}, { limit: 1 });
    const error = await failure(source.list({}, { limit: 1, cursor: nextCursor! }));
    expect(error.kind).to.equal('malformed');
  });

  it('is looked for where the config says, which has to say it of a cursor', () => {
    expect(() => server({ query: { after: '{cursor}' } }, {})).to.throw(
      ConfigError,
      '"list.next" is missing: where in a response the next {cursor} is.',
    );
  });
});

describe('the end of a list', () => {
  const slice: Respond = ({ params }) => {
    const [from, size] = [Number(params.get('from')), Number(params.get('n'))];
    return { items: jobs(from, Math.min(from + size, 7)), total: 7 };
  };
  const query = { from: '{offset}', n: '{limit}' };

  it('is known without another request, where a total or a short page tells', async () => {
    for (const [list, limit] of [
      [{ query }, 5],
      [{ query, total: '$.total' }, 7],
      [{ query: { p: '{page}' }, total: '$.total' }, 7],
      [{ query: { p: '{page}' }, pageSize: 9 }, 7],
      [{ query: { p: '{page}' }, pages: '$.pages' }, 7],
      [{ query: { p: '{page}', n: '{limit}' }, firstPage: 0, pages: '$.pages' }, 7],
    ] as const) {
      const answer: Respond = (asked) =>
        'from' in list.query ? slice(asked) : { items: jobs(0, 7), total: 7, pages: 1 };
      const { source, calls } = server(list, { '': answer });
      const ids = (await pages(source, limit)).flat();
      expect(ids).to.have.length(7);
      expect(calls).to.have.length(limit === 5 ? 2 : 1);
    }
  });
});

describe('a list whose pages do not end', () => {
  it('ends where a response names itself as the next one', async () => {
    const same = { items: [job(1)], next: 'again' };
    const list = { query: { after: '{cursor}' }, next: '$.next' };
    expect(await pages(server(list, { '': same }).source, 1)).to.deep.equal([['1'], ['1']]);
    expect(idsOf(await client(list, { '': same }).source.list({}, { limit: 9 }))).to.deep.equal([
      '1',
    ]);
  });

  it('is asked ten times for one page at most, when nothing new comes', async () => {
    const again: Respond = ({ index }) => ({ items: [job(1)], next: `c${index}` });
    const list = { query: { after: '{cursor}' }, next: '$.next' };
    const { source, calls } = server(list, { '': again });
    expect(idsOf(await source.list({}, { limit: 5 }))).to.deep.equal(['1']);
    expect(calls).to.have.length(10);
  });

  it('is not asked on by a browser that has seen all of a page before', async () => {
    const again: Respond = ({ index }) => ({ items: jobs(0, 3), next: `c${index}` });
    for (const list of [
      { query: { after: '{cursor}' }, next: '$.next' },
      { query: { p: '{page}' } },
    ]) {
      const { source, calls, warnings } = client(list, { '': again });
      const { total } = await source.list({}, { limit: 9 });
      expect(total).to.equal(3);
      expect(calls).to.have.length(2);
      expect(warnings.join()).to.contain('does the API know the parameters that name a page?');
    }
  });
});

describe('records that are left out', () => {
  it('leave a page empty that has others behind it', async () => {
    const list = { query: { p: '{page}' }, pageSize: 1, drop: ['@.filled == true'] };
    const hidden: Respond = ({ params }) => {
      const page = Number(params.get('p'));
      return page > 12 ? [] : [job(page, { filled: page < 12 })];
    };
    const { source, calls } = server(list, { '': hidden });
    const first = await source.list({}, { limit: 1 });
    expect(first).to.deep.include({ projects: [], total: null });
    expect(first.nextCursor).to.be.a('string');
    expect(calls).to.have.length(10);
    const second = await source.list({}, { limit: 1, cursor: first.nextCursor! });
    expect(idsOf(second)).to.deep.equal(['12']);
  });

  it('are skipped with a reason when they cannot be read, and stand for records of the page', async () => {
    const all = [job(1), { id: 2 }, 'text', null, job(3), job(4), job(5)];
    const { source, warnings } = server({ items: '$.jobs' }, { '': { jobs: all } });
    const { projects, skipped, total, nextCursor } = await source.list({}, { limit: 5 });
    expect(projects.map(({ id }) => id)).to.deep.equal(['1', '3']);
    expect(skipped.map(({ reason }) => reason)).to.deep.equal([
      'record 1: no usable title',
      'record 2: not an object',
      'record 3: not an object',
    ]);
    expect(total).to.equal(null);
    const rest = await source.list({}, { limit: 5, cursor: nextCursor! });
    expect(idsOf(rest)).to.deep.equal(['4', '5']);
    expect(warnings.join()).to.contain('3 of 5 records are left out');
  });

  it('are more than a total that cannot be right', async () => {
    const list = { query: { p: '{page}', n: '{limit}' }, total: '$.total' };
    const answer: Respond = () => ({ items: jobs(0, 5), total: 2 });
    const { total } = await server(list, { '': answer }).source.list({}, { limit: 4 });
    expect(total).to.equal(null);
  });

  it('are counted by nobody', async () => {
    const items = [job(1), job(2, { filled: true }), { id: 3 }];
    const list = { total: '$.total', drop: ['@.filled == true'] };
    const whole = await server(list, { '': { items, total: 3 } }).source.list({}, { limit: 9 });
    expect(whole.total).to.equal(2);
    const part = await server(
      { ...list, query: { p: '{page}', n: '{limit}' } },
      {
        '': { items, total: 30 },
      },
    ).source.list({}, { limit: 1 });
    expect(part.total).to.equal(null);
  });
});

describe('a project that stands in a list more than once', () => {
  const places = (id: number, ...names: string[]) =>
    job(id, { locations: names.map((display) => ({ display })) });
  const list = { query: { p: '{page}', n: '{limit}' }, total: '$.total' };
  const all: Respond = ({ params }) => {
    const [page, size] = [Number(params.get('p')), Number(params.get('n'))];
    const items = [places(1, 'Chicago'), places(1, 'Boston', 'Chicago'), places(2, 'Chicago')];
    return { items: items.slice((page - 1) * size, page * size), total: 3 };
  };
  const placesIn = (page: Awaited<ReturnType<ListingsSource['list']>>) =>
    page.projects.map(({ id, locations = [] }) => [id, ...locations.map(({ display }) => display)]);

  it('is one with all of its places', async () => {
    const whole = await server(list, { '': all }).source.list({}, { limit: 9 });
    expect(placesIn(whole)).to.deep.equal([
      ['1', 'Chicago', 'Boston'],
      ['2', 'Chicago'],
    ]);
    const everything = await client({ ...list, pageSize: 1 }, { '': all }).source.list(
      {},
      {
        limit: 9,
      },
    );
    expect(placesIn(everything)).to.deep.equal(placesIn(whole));
  });

  it('is one also where it comes in two responses for one page', async () => {
    const { source } = server({ ...list, pageSize: 1 }, { '': all });
    expect(placesIn(await source.list({}, { limit: 2 }))).to.deep.equal([
      ['1', 'Chicago', 'Boston'],
      ['2', 'Chicago'],
    ]);
  });
});

describe('the last response', () => {
  const everything: Respond = ({ index }) => jobs(10 * index, 10 * index + 5);

  it('is asked for once, while parts of it are still to be given', async () => {
    const { source, calls } = server({}, { '': everything });
    expect(await pages(source, 2)).to.deep.equal([['0', '1'], ['2', '3'], ['4']]);
    expect(calls).to.have.length(1);
  });

  it('is asked for anew by whoever begins anew', async () => {
    const { source, calls } = server({}, { '': everything });
    await source.list({}, { limit: 2 });
    expect(idsOf(await source.list({}, { limit: 2 }))).to.deep.equal(['10', '11']);
    expect(calls).to.have.length(2);
  });

  it('is asked for anew by whoever says so', async () => {
    const { source, calls } = server({}, { '': everything });
    const { nextCursor } = await source.list({}, { limit: 2 });
    const again = await source.list({}, { limit: 2, cursor: nextCursor! }, { reload: true });
    expect(idsOf(again)).to.deep.equal(['12', '13']);
    expect(calls.map(({ init }) => init.cache)).to.deep.equal([undefined, 'no-cache']);
  });

  it('is that of one query', async () => {
    const { source, calls } = server({ query: { q: '{q}' } }, { '': everything });
    const { nextCursor } = await source.list({ q: 'a' }, { limit: 2 });
    await source.list({ q: 'b' }, { limit: 2 });
    const page = await source.list({ q: 'a' }, { limit: 2, cursor: nextCursor! });
    expect(idsOf(page)).to.deep.equal(['22', '23']);
    expect(calls).to.have.length(3);
  });
});

describe('a cursor', () => {
  it('belongs to one query', async () => {
    const { source } = server({ query: { q: '{q}' } }, { '': jobs(0, 5) });
    const { nextCursor } = await source.list({ q: 'a' }, { limit: 2 });
    const error = await failure(source.list({ q: 'b' }, { limit: 2, cursor: nextCursor! }));
    expect(error).to.include({ kind: 'http', status: 400 });
  });

  it('is refused when it is none of ours', async () => {
    const { source, calls } = server({ query: { p: '{page}' } }, { '': jobs(0, 5) });
    for (const cursor of [
      'x',
      '5',
      'null',
      '{}',
      '[]',
      '[1,0]',
      '[1,0.5,""]',
      '[1,-1,""]',
      '[{},0,""]',
    ])
      expect((await failure(source.list({}, { limit: 2, cursor }))).status, cursor).to.equal(400);
    expect(calls).to.have.length(0);
  });
});

describe('the developer is told', () => {
  const pagesOfTen: Respond = ({ params }) => {
    const page = Number(params.get('p'));
    return { items: jobs(10 * page - 10, 10 * page), total: 50 };
  };

  it('when an API gives another number of records than it is asked for', async () => {
    const list = { query: { p: '{page}', n: '{limit}' }, total: '$.total' };
    const { source, warnings } = server(list, { '': pagesOfTen });
    await source.list({}, { limit: 20 });
    expect(warnings).to.deep.equal([
      `Foothold, ${foreignApi}: the list was asked for 20 records and gave 10: "list.pageSize" is what it gives at most.`,
    ]);
  });

  it('when nothing says how the rest of a list is asked for', async () => {
    const { source, warnings } = server({ total: '$.total' }, { '': pagesOfTen });
    const { total, nextCursor } = await source.list({}, { limit: 20 });
    expect({ total, nextCursor }).to.deep.equal({ total: 10, nextCursor: null });
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('gives 10 of 50 records, and nothing says how the others are');
  });

  it('when the header that counts cannot be read', async () => {
    const { source, warnings } = server({ total: { header: 'X-Total' } }, { '': [job(1)] });
    expect((await source.list({}, { limit: 20 })).total).to.equal(1);
    expect(warnings).to.deep.equal([
      `Foothold, ${foreignApi}: the list has no header X-Total that can be read. A server on another host has to name it in Access-Control-Expose-Headers.`,
    ]);
  });

  it('once, and of nothing when all is well', async () => {
    const list = { query: { p: '{page}' }, pageSize: 10, total: '$.total' };
    const { source, warnings } = server(list, { '': pagesOfTen });
    await pages(source, 7);
    expect(warnings).to.deep.equal([]);
  });
});

describe('a reply that is no list', () => {
  it('is malformed, and says where records were looked for and what was there', async () => {
    const { source, warnings } = server(
      { items: '$.jobs' },
      {
        '': { results: [], total: 0, meta: {} },
      },
    );
    const error = await failure(source.list({}, { limit: 5 }));
    expect(error.kind).to.equal('malformed');
    expect(error.message).to.equal(
      `"list.items": "$.jobs" leads nowhere in the reply of ${foreignApi}, which has results, total, meta`,
    );
    expect(warnings).to.deep.equal([`Foothold, ${foreignApi}: ${error.message}.`]);
  });

  it('is malformed whatever it is', async () => {
    for (const body of ['null', '5', '"text"', 'true', '{}', '', '<html><body>Sign in', '[1'])
      for (const open of [server, client]) {
        const { source } = open({ items: '$.jobs' }, { '': new Response(body) });
        const error = await failure(source.list({}, { limit: 5 }));
        expect(error.kind, body).to.equal('malformed');
        const isRead = /^(null|\d|"|true|\{)/.test(body);
        expect(error.status, body).to.equal(isRead ? null : 200);
      }
  });

  it('is an empty list where it is one', async () => {
    for (const [items, body] of [
      ['$', []],
      ['$', null],
      ['$.jobs', { jobs: null }],
      ['$.jobs[*]', { jobs: [] }],
    ])
      for (const open of [server, client]) {
        const page = await open({ items }, { '': Response.json(body) }).source.list(
          {},
          { limit: 5 },
        );
        expect(page).to.deep.include({ projects: [], total: 0, nextCursor: null, skipped: [] });
      }
  });

  it('cannot touch the prototype of all objects', async () => {
    const body =
      '[{"id":"__proto__","title":"x","employer":{"name":"y"},"__proto__":{"polluted":1}}]';
    const { source } = server({}, { '': new Response(body) });
    expect(idsOf(await source.list({}, { limit: 5 }))).to.deep.equal(['__proto__']);
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
  });
});
