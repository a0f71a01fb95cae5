import { expect } from 'chai';
import fc from 'fast-check';
import type { ListingsSource } from '../../../src/source/listings-source.ts';
import type { ListDefinition } from '../../../src/source/mapping/definition.ts';
import { openSource } from '../../../src/source/mapping/open-source.ts';
import { isObject } from '../../../src/source/decode-values.ts';
import { fakeClock, fakeFetch, type Call } from '../../support/fake-network.ts';

const api = 'https://api.example.edu/v1';

interface Job {
  readonly id: string;
  readonly title: string;
  readonly employer: { readonly name: string };
  readonly hidden?: boolean;
}

const jobs = (count: number, isHidden: (index: number) => boolean = () => false): Job[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `job/${index}`,
    title: `Study ${index}`,
    employer: { name: 'Lakeside' },
    ...(isHidden(index) && { hidden: true }),
  }));

/** An API that hands out a list in some way, and what a config says of it. */
interface Style {
  readonly list: ListDefinition;
  /** What it answers to these parameters. */
  readonly answer: (params: URLSearchParams, jobs: readonly Job[]) => Response;
  /** True where it says how many there are. */
  readonly isCounted?: boolean;
}

/** A number among the parameters; `missing` where there is none. */
const number = (params: URLSearchParams, name: string, missing: number) =>
  params.has(name) ? Number(params.get(name)) : missing;

const byOffset = (params: URLSearchParams, all: readonly Job[], most = 100) => {
  const offset = number(params, 'offset', 0);
  return all.slice(offset, offset + Math.min(number(params, 'limit', 10), most));
};

const byPage = (params: URLSearchParams, all: readonly Job[], first = 1, size = 10) => {
  const limit = number(params, 'limit', size);
  const page = number(params, 'page', first) - first;
  return all.slice(page * limit, (page + 1) * limit);
};

const offset = { offset: '{offset}', limit: '{limit}' };
const page = { page: '{page}', limit: '{limit}' };
const counted = (items: readonly Job[], { length: total }: readonly Job[]) =>
  Response.json({ items, total });

/** Responses of as many records as the API likes, and where the next one begins. */
function inPieces(params: URLSearchParams, all: readonly Job[]) {
  const from = number(params, 'after', 0);
  const count = (from % 4) * 3 + 1;
  const next = from + count < all.length ? from + count : null;
  return { items: all.slice(from, from + count), next };
}

const styles: Readonly<Record<string, Style>> = {
  'offsets, counted': {
    list: { query: offset, total: '$.total' },
    answer: (params, all) => counted(byOffset(params, all), all),
    isCounted: true,
  },
  'offsets, not counted': {
    list: { query: offset, pageSize: 7 },
    answer: (params, all) => Response.json(byOffset(params, all)),
  },
  'offsets, fewer records than are asked for': {
    list: { query: offset, total: '$.total' },
    answer: (params, all) => counted(byOffset(params, all, 3), all),
    isCounted: true,
  },
  'offsets, whatever the limit': {
    list: { query: offset, total: { header: 'X-Total' } },
    answer: (params, all) =>
      Response.json(all.slice(number(params, 'offset', 0)), {
        headers: { 'X-Total': String(all.length) },
      }),
    isCounted: true,
  },
  'offsets that are refused beyond the end': {
    list: { query: { offset: '{offset}' }, pageSize: 4 },
    answer: (params, all) =>
      number(params, 'offset', 0) >= all.length && all.length
        ? new Response(null, { status: 416 })
        : Response.json(byOffset(params, all, 4)),
  },
  'pages from 1 of a size that is asked for': {
    list: { query: page, total: '$.total', pageSize: 12 },
    answer: (params, all) => counted(byPage(params, all), all),
    isCounted: true,
  },
  'pages from 0 of a size that is asked for, not counted': {
    list: { query: page, firstPage: 0 },
    answer: (params, all) => Response.json(byPage(params, all, 0)),
  },
  'pages of a size that is asked for, which are counted': {
    list: { query: page, pages: '$.pages' },
    answer: (params, all) => {
      const pages = Math.ceil(all.length / number(params, 'limit', 10));
      return Response.json({ items: byPage(params, all), pages });
    },
  },
  'pages of a known size, counted': {
    list: { path: '/{page}', pageSize: 10, total: '$.total' },
    answer: (params, all) => counted(byPage(params, all), all),
    isCounted: true,
  },
  'pages of a known size, not counted': {
    list: { path: '/{page}', pageSize: 10 },
    answer: (params, all) => Response.json(byPage(params, all)),
  },
  'pages of an unknown size': {
    list: { query: { page: '{page}' } },
    answer: (params, all) => Response.json(byPage(params, all, 1, 6)),
  },
  'pages of an unknown size from 0, which are counted': {
    list: { query: { page: '{page}' }, firstPage: 0, pages: '$.pages' },
    answer: (params, all) =>
      Response.json({ items: byPage(params, all, 0, 6), pages: Math.ceil(all.length / 6) }),
  },
  'pages that are not there beyond the last': {
    list: { query: { page: '{page}' } },
    answer: (params, all) =>
      number(params, 'page', 1) > Math.max(1, Math.ceil(all.length / 6))
        ? Response.json({ detail: 'Invalid page.' }, { status: 404 })
        : Response.json(byPage(params, all, 1, 6)),
  },
  'cursors after as many as are asked for': {
    list: { query: { after: '{cursor}', limit: '{limit}' }, next: '$.next' },
    answer: (params, all) => {
      const from = number(params, 'after', 0);
      const until = from + number(params, 'limit', 5);
      return Response.json({
        items: all.slice(from, until),
        next: until < all.length ? until : null,
      });
    },
  },
  'cursors after at least as many as are asked for': {
    list: { query: { after: '{cursor}', limit: '{limit}' }, next: '$.next' },
    answer: (params, all) => {
      const from = number(params, 'after', 0);
      const until = from + 5 * Math.ceil(number(params, 'limit', 5) / 5);
      return Response.json({
        items: all.slice(from, until),
        next: until < all.length ? until : null,
      });
    },
  },
  'cursors after as many as the API likes': {
    list: { query: { after: '{cursor}', limit: '{limit}' }, next: '$.next' },
    answer: (params, all) => Response.json(inPieces(params, all)),
  },
  'cursors in a body': {
    list: { method: 'POST', body: { after: '{cursor}' }, next: '$.next' },
    answer: (params, all) => Response.json(inPieces(params, all)),
  },
  'addresses of the next page': {
    list: { path: '/jobs', query: { limit: '{limit}' }, next: '$.next' },
    answer(params, all) {
      const limit = number(params, 'limit', 5);
      const from = number(params, 'after', 0);
      const next =
        from + limit < all.length ? `${api}/jobs?limit=${limit}&after=${from + limit}` : '';
      return Response.json({ items: all.slice(from, from + limit), next });
    },
  },
  'addresses that are relative, as objects': {
    list: { path: '/jobs', next: ['$.next.href', '$.next'] },
    answer(params, all) {
      const { items, next } = inPieces(params, all);
      return Response.json({ items, next: next === null ? null : { href: `?after=${next}` } });
    },
  },
  'a header Link': {
    list: { next: { header: 'Link' } },
    answer(params, all) {
      const { items, next } = inPieces(params, all);
      const last = '</v1?after=9999>; rel="last"';
      const link = next === null ? last : `</v1?after=${next}>; rel="next", ${last}`;
      return Response.json(items, { headers: { Link: link } });
    },
  },
  'everything at once': {
    list: {},
    answer: (_params, all) => Response.json(all),
  },
  'everything at once, as much as is asked for': {
    list: { query: { n: '{limit}' }, pageSize: 500 },
    answer: (params, all) => Response.json(all.slice(0, number(params, 'n', 1))),
  },
};

/** The parameters of a request, those in its path and its body among them. */
function paramsOf({ url, init: { body } }: Call): URLSearchParams {
  const { searchParams, pathname } = new URL(url);
  const [, last] = /\/(\d+)$/.exec(pathname) ?? [];
  if (last) searchParams.set('page', last);
  const sent: unknown = typeof body === 'string' ? JSON.parse(body) : {};
  for (const [name, value] of Object.entries(isObject(sent) ? sent : {}))
    searchParams.set(name, String(value));
  return searchParams;
}

function sourceOf({ list, answer }: Style, all: readonly Job[], more: object = {}) {
  const warnings: string[] = [];
  const { fetch, calls } = fakeFetch((call) => answer(paramsOf(call), all));
  const definition = { url: api, list: { ...list, ...more }, detail: { path: '/{id}' } };
  const source = openSource(definition, {
    fetch,
    clock: fakeClock(),
    warn: (message) => warnings.push(message),
  });
  return { source, calls, warnings };
}

/** All that a list gives in pages of these sizes, over and over; each page must keep to its limit. */
async function read(source: ListingsSource, sizes: readonly number[]) {
  const ids: string[] = [];
  const totals = new Set<number | null>();
  let cursor: string | undefined;
  for (let index = 0; index < 400; index++) {
    const limit = sizes[index % sizes.length]!;
    const { projects, total, nextCursor, skipped } = await source.list({}, { limit, cursor });
    expect(projects.length).to.be.at.most(limit);
    expect(skipped).to.deep.equal([]);
    ids.push(...projects.map(({ id }) => id));
    totals.add(total);
    if (nextCursor === null) return { ids, totals: [...totals] };
    cursor = nextCursor;
  }
  throw new Error('It does not end.');
}

const idsOf = (all: readonly Job[]) => all.filter(({ hidden }) => !hidden).map(({ id }) => id);
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
const counts = fc.nat(70);

for (const [name, style] of Object.entries(styles))
  describe(`a list in ${name}`, () => {
    it('gives every record once and in order, whatever the sizes of pages', async () => {
      await fc.assert(
        fc.asyncProperty(counts, sizes, async (count, sizes) => {
          const all = jobs(count);
          const { ids, totals } = await read(sourceOf(style, all).source, sizes);
          expect(ids).to.deep.equal(idsOf(all));
          // On one page everybody can count.
          const known = style.isCounted ? [count] : [count, null];
          expect(known).to.include.members(totals);
        }),
        { numRuns: 50 },
      );
    });

    it('gives them also where some are dropped, and counts none that nobody sees', async () => {
      const hidden = fc.func<[number], boolean>(fc.boolean());
      await fc.assert(
        fc.asyncProperty(counts, sizes, hidden, async (count, sizes, isHidden) => {
          const all = jobs(count, isHidden);
          const { source } = sourceOf(style, all, { drop: ['@.hidden == true'] });
          const { ids, totals } = await read(source, sizes);
          expect(ids).to.deep.equal(idsOf(all));
          expect([ids.length, null]).to.include.members(totals);
        }),
        { numRuns: 25 },
      );
    });

    it('gives them to two who ask at the same time', async () => {
      await fc.assert(
        fc.asyncProperty(counts, sizes, sizes, async (count, some, others) => {
          const all = jobs(count);
          const { source } = sourceOf(style, all);
          const both = await Promise.all([read(source, some), read(source, others)]);
          for (const { ids } of both) expect(ids).to.deep.equal(idsOf(all));
        }),
        { numRuns: 25 },
      );
    });

    it('gives them to a browser that fetches everything', async () => {
      await fc.assert(
        fc.asyncProperty(counts, sizes, async (count, sizes) => {
          const all = jobs(count);
          const { fetch } = fakeFetch((call) => style.answer(paramsOf(call), all));
          const definition = { url: api, mode: 'client', list: style.list };
          const warn = () => undefined;
          const source = openSource(definition, { fetch, clock: fakeClock(), warn });
          const { ids, totals } = await read(source, sizes);
          expect(ids).to.have.members(idsOf(all)).and.have.length(count);
          expect(totals).to.deep.equal([count]);
        }),
        { numRuns: 25 },
      );
    });
  });
