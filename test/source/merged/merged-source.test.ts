import { expect } from 'chai';
import type { Project } from '../../../src/domain/project.ts';
import type { Query } from '../../../src/domain/query.ts';
import type { ListingsSource, Offers, Page } from '../../../src/source/listings-source.ts';
import { MemorySource } from '../../../src/source/memory-source.ts';
import { MergedSource } from '../../../src/source/merged/merged-source.ts';
import { sharedOf } from '../../../src/source/shared-source.ts';
import { isAbort, SourceError } from '../../../src/source/source-error.ts';
import { rejection } from '../../support/fake-network.ts';
import { page, project, scriptedList, settled } from '../../support/scripted-list.ts';

const idsOf = ({ projects }: Page) => projects.map(({ id }) => id);
const first = { limit: 20 };

/** A source that answers with these pages, one after the other, the last one for ever; a page may be an error. */
function giving(...pages: (Page | Error)[]): ListingsSource & { readonly asked: unknown[] } {
  const asked: unknown[] = [];
  return {
    asked,
    detail: () => Promise.reject(new Error('not asked for here')),
    list: (query, request, { reload = false } = {}) => {
      const answer = pages[Math.min(asked.length, pages.length - 1)]!;
      asked.push({ query, ...request, reload });
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  };
}

/** Sources under the names `a`, `b` … */
const merge = (...sources: ListingsSource[]) =>
  new MergedSource(sources.map((source, index) => ({ id: 'abc'[index]!, source })));

const dated = (id: string, postedAt: string, more: Partial<Project> = {}) =>
  project(id, { title: `Project ${id}`, postedAt, ...more });

describe('MergedSource', () => {
  it('puts the name of the part before each id, and finds it there', async () => {
    const source = merge(
      new MemorySource([project('1', { tasks: ['Count'] })]),
      new MemorySource([project('x:y/ü')]),
    );
    expect(idsOf(await source.list({}, first))).to.have.members(['a:1', 'b:x:y/ü']);
    expect(await source.detail('a:1')).to.deep.include({ id: 'a:1', tasks: ['Count'] });
    expect((await source.detail('b:x:y/ü')).id).to.equal('b:x:y/ü');
    for (const id of ['a:2', 'c:1', 'a', 'a:', ':1', '1', 'ax'])
      expect(await rejection(source.detail(id)), id).to.include({ kind: 'http', status: 404 });
  });

  it('refuses names that cannot stand before an id', () => {
    for (const id of ['', 'a:b', 'ä', 'a b', '%41'])
      expect(() => new MergedSource([{ id, source: giving(page([])) }]), id).to.throw(TypeError);
  });

  it('refuses parts with one name', () => {
    const part = { id: 'a', source: giving(page([])) };
    expect(() => new MergedSource([part, part])).to.throw(TypeError, 'id of its own');
  });

  it('has nothing without parts', async () => {
    const { projects, total, nextCursor } = await new MergedSource([]).list({}, first);
    expect({ projects, total, nextCursor }).to.deep.equal({
      projects: [],
      total: 0,
      nextCursor: null,
    });
  });

  it('says who lists a project, where the part has a name and the project says nothing', async () => {
    const own = { name: 'The board itself', url: 'https://board.example/' };
    const source = new MergedSource([
      { id: 'a', name: 'Campus board', source: giving(page(['1'])) },
      { id: 'b', source: giving(page(['2'])) },
      { id: 'c', name: 'Jobs', source: new MemorySource([project('3', { listedBy: own })]) },
    ]);
    const { projects } = await source.list({}, first);
    expect(projects.map(({ id, listedBy }) => [id, listedBy])).to.deep.equal([
      ['a:1', { name: 'Campus board' }],
      ['b:2', undefined],
      ['c:3', own],
    ]);
    expect((await source.detail('c:3')).listedBy).to.deep.equal(own);
  });

  describe('orders', () => {
    const board = new MemorySource([
      dated('old', '2026-11-01'),
      dated('new', '2026-11-20'),
      dated('undated', ''),
    ]);
    const jobs = new MemorySource([dated('middle', '2026-11-10'), dated('newest', '2026-11-30')]);

    it('by date, the unknown last', async () => {
      expect(idsOf(await merge(board, jobs).list({}, first))).to.deep.equal([
        'b:newest',
        'a:new',
        'b:middle',
        'a:old',
        'a:undated',
      ]);
    });

    it('featured ones first unless told how to sort', async () => {
      const featured = new MemorySource([dated('f', '2026-10-01', { featured: true })]);
      expect(idsOf(await merge(board, featured).list({}, first))[0]).to.equal('b:f');
      const { projects } = await merge(board, featured).list({ sort: 'newest' }, first);
      expect(projects.at(-2)!.id).to.equal('b:f');
    });

    it('equals by the order of the parts, then as each part gives them', async () => {
      const source = merge(giving(page(['2', '1'])), giving(page(['0'])));
      expect(idsOf(await source.list({}, first))).to.deep.equal(['a:2', 'a:1', 'b:0']);
    });

    it('words by the place in each part, and equal places by where the words are', async () => {
      const found = (id: string, more: Partial<Project>) => project(id, { ...more });
      const source = merge(
        giving({
          ...page([]),
          projects: [
            found('1', { title: 'Poster', summary: 'Sketch a map.' }),
            found('2', { title: 'Map of maps' }),
          ],
        }),
        giving({
          ...page([]),
          projects: [found('1', { title: 'Map' }), found('2', { title: 'Mapp, as they spell it' })],
        }),
      );
      const ordered = ['b:1', 'a:1', 'a:2', 'b:2'];
      expect(idsOf(await source.list({ q: 'map' }, first))).to.deep.equal(ordered);
      expect(idsOf(await source.list({ q: 'map', sort: 'relevance' }, first))).to.deep.equal(
        ordered,
      );
    });
  });

  describe('leaves out doubles', () => {
    const elsewhere = (url: string) => ({ application: { mode: 'redirect' as const, url } });
    const shown = async (a: Partial<Project>, b: Partial<Project>) => {
      const source = merge(
        new MemorySource([project('1', { title: 'One', ...a })]),
        new MemorySource([project('2', { title: 'Two', ...b })]),
      );
      const answer = await source.list({}, first);
      expect(answer.total).to.equal(answer.projects.length);
      return answer.projects.length;
    };

    it('with the same title and employer, whatever the case, accents and signs', async () => {
      const employer = (name: string) => ({ employer: { name } });
      const a = { title: 'Étude  of prices!', ...employer('Lakeside Analytics') };
      expect(
        await shown(a, { title: 'etude of PRICES', ...employer('lakeside analytics') }),
      ).to.equal(1);
      expect(await shown(a, { title: 'etude of PRICES', ...employer('Hilltop Works') })).to.equal(
        2,
      );
      expect(await shown({ title: '???' }, { title: '!' })).to.equal(2);
    });

    it('with the same address to apply at, whoever links there', async () => {
      const url = 'https://Jobs.example/apply/7/?lang=en&utm_source=a&gh_src=x#top';
      expect(await shown(elsewhere(url), { url: 'http://jobs.example/apply/7?lang=en' })).to.equal(
        1,
      );
      expect(
        await shown(elsewhere(url), elsewhere('https://jobs.example/apply/7?ref=b&lang=en')),
      ).to.equal(1);
      expect(
        await shown(elsewhere(url), elsewhere('https://jobs.example/apply/7?lang=de')),
      ).to.equal(2);
      expect(await shown({ url: 'not an address' }, { url: 'not an address' })).to.equal(2);
    });

    it('but not those of one part, which knows its own', async () => {
      const twice = new MemorySource([
        project('1', { title: 'One' }),
        project('2', { title: 'One' }),
      ]);
      expect(idsOf(await merge(twice, new MemorySource([])).list({}, first))).to.have.length(2);
    });

    it('but nothing by an address at which a part has several projects, as one form for all', async () => {
      const form = elsewhere('https://forms.example/apply');
      const all = (...ids: string[]) => new MemorySource(ids.map((id) => project(id, form)));
      expect((await merge(all('1', '2'), all('3', '4')).list({}, first)).total).to.equal(4);
    });
  });

  describe('says of a query', () => {
    it('how many there are, unless a part does not count', async () => {
      const [a, b] = [page(['1'], { total: 7 }), page(['2'], { total: 5 })];
      expect((await merge(giving(a), giving(b)).list({}, first)).total).to.equal(12);
      const uncounted = giving({ ...b, total: null });
      expect((await merge(giving(a), uncounted).list({}, first)).total).to.equal(null);
    });

    it('which records could not be read, each once', async () => {
      const bad = (reason: string) => [{ reason }];
      const b = giving(
        page(['2'], { skipped: bad('b'), nextCursor: 'more' }),
        page(['3'], { skipped: bad('c') }),
      );
      const source = merge(giving(page(['1'], { skipped: bad('a') })), b);
      const one = await source.list({}, { limit: 2 });
      expect(one.skipped.map(({ reason }) => reason)).to.deep.equal(['a', 'b']);
      const two = await source.list({}, { limit: 2, cursor: one.nextCursor! });
      expect(two.skipped.map(({ reason }) => reason)).to.deep.equal(['c']);
    });

    it('is not held up by a part of which nothing can be read', async () => {
      const skipped = Array.from({ length: 20 }, () => ({ reason: 'no title' }));
      const broken = giving(page([], { skipped, total: 900, nextCursor: 'more' }));
      const answer = await merge(broken, giving(page(['1']))).list({}, first);
      expect(idsOf(answer)).to.deep.equal(['b:1']);
      expect(answer.nextCursor).to.equal(null);
      expect(broken.asked).to.have.length(1);
    });

    it('the choices of each part, with numbers where all count', async () => {
      const facets = {
        category: [
          { value: 'Design', count: 2 },
          { value: 'Data', label: 'Data & AI', count: 1 },
        ],
        skill: [{ value: 'sql', count: 1 }],
        industry: [{ value: 'Retail', count: 4 }],
      };
      const other = {
        category: [
          { value: 'Law', count: 2 },
          { value: 'Data', count: 5 },
        ],
        skill: [{ value: 'r' }],
      };
      const answer = await merge(
        giving(page(['1'], { facets })),
        giving(page(['2'], { facets: other })),
      ).list({}, first);
      expect(answer.facets).to.deep.equal({
        category: [
          { value: 'Data', label: 'Data & AI', count: 6 },
          { value: 'Design', count: 2 },
          { value: 'Law', count: 2 },
        ],
        skill: [{ value: 'sql' }, { value: 'r' }],
        // The native API leaves out a facet without choices.
        industry: [{ value: 'Retail', count: 4 }],
      });
    });

    it('the choices with the first page alone, as the native API may', async () => {
      const facets = { category: [{ value: 'Design', count: 2 }] };
      const source = merge(giving(page(['1', '2'], { facets })));
      const { nextCursor } = await source.list({}, { limit: 1 });
      const two = await source.list({}, { limit: 1, cursor: nextCursor! });
      expect(two.facets).to.deep.equal({});
    });

    it('no numbers where a part names what it offers and does not count it', async () => {
      const facets = { workMode: [{ value: 'remote', count: 2 }] };
      const offers: Offers = { filters: ['workMode', 'category'], sorts: ['newest'] };
      const counted = giving(page(['1'], { facets }));
      const given = async (more: Partial<Page>) =>
        (await merge(counted, giving(page(['2'], more))).list({}, first)).facets.workMode;
      const other = { category: [{ value: 'Law', count: 1 }] };
      expect(await given({ offers, facets: other })).to.deep.equal([{ value: 'remote' }]);
      expect(await given({})).to.deep.equal([{ value: 'remote' }]);
      // Where nothing was found there is nothing to count.
      expect(await given({ total: 0 })).to.deep.equal(facets.workMode);
    });

    it('what all parts offer, also while one of them fails', async () => {
      const offers = (filters: Offers['filters'], sorts: Offers['sorts']) => ({
        offers: { filters, sorts },
      });
      const failure = new SourceError('network', 'x');
      const b = giving(page(['2'], offers(['q', 'workMode'], ['newest'])), failure);
      const source = merge(
        giving(page(['1'], offers(['q', 'category', 'workMode'], ['pay', 'newest']))),
        b,
        giving(page(['3'])),
      );
      const common = { filters: ['q', 'workMode'], sorts: ['newest'] };
      expect((await source.list({}, first)).offers).to.deep.equal(common);
      const again = await source.list({}, { limit: 5 });
      expect(again.failures).to.have.length(1);
      expect(again.offers).to.deep.equal(common);
      expect((await merge(giving(page(['1']))).list({}, first)).offers).to.equal(undefined);
    });
  });

  describe('when a part fails', () => {
    const failure = new SourceError('timeout', 'too slow');

    it('shows the others and says which is missing', async () => {
      const source = new MergedSource([
        { id: 'a', source: giving(page(['1'], { total: 30, nextCursor: 'more' })) },
        { id: 'jobs', name: 'Job board', source: giving(failure) },
        { id: 'c', source: giving(new TypeError('no SourceError')) },
      ]);
      const answer = await source.list({}, { limit: 1 });
      expect(idsOf(answer)).to.deep.equal(['a:1']);
      expect(answer.total).to.equal(30);
      expect(answer.failures?.map(({ source: name, error }) => [name, error.kind])).to.deep.equal([
        ['Job board', 'timeout'],
        ['c', 'network'],
      ]);
    });

    it('leaves it out for the rest of the list', async () => {
      const b = giving(failure, page(['x']));
      const source = merge(new MemorySource([project('1'), project('2')]), b);
      const { nextCursor } = await source.list({}, { limit: 1 });
      const two = await source.list({}, { limit: 1, cursor: nextCursor! });
      expect(idsOf(two)).to.deep.equal(['a:2']);
      expect(two.nextCursor).to.equal(null);
      expect(two.failures).to.have.length(1);
      expect(b.asked).to.have.length(1);
    });

    it('asks none but that one anew, and all where none failed', async () => {
      const [a, b] = [giving(page(['1'])), giving(failure, page(['2']))];
      const source = merge(a, b);
      await source.list({}, first);
      const again = await source.list({}, first, { reload: true });
      expect(idsOf(again)).to.deep.equal(['a:1', 'b:2']);
      expect(again.failures).to.deep.equal([]);
      expect(a.asked).to.have.length(1);
      expect(b.asked.at(-1)).to.deep.include({ reload: true });
      await source.list({}, first, { reload: true });
      expect([a, b].map(({ asked }) => asked.length)).to.deep.equal([2, 3]);
      expect(a.asked.at(-1)).to.deep.include({ reload: true });
    });

    it('knows what failed of each query by itself', async () => {
      const [a, b] = [giving(page(['1'])), giving(failure, page(['2']))];
      const source = merge(a, b);
      await source.list({}, first);
      await source.list({ q: 'project' }, first);
      await source.list({ q: 'project' }, first, { reload: true });
      expect(a.asked).to.have.length(3);
      await source.list({}, first, { reload: true });
      expect(a.asked).to.have.length(3);
    });

    it('shows what came before, where a later page fails', async () => {
      const a = giving(page(['1', '2'], { total: 9, nextCursor: 'more' }), failure);
      const b = giving(page(['3', '4', '5']));
      const source = merge(a, b);
      const { nextCursor } = await source.list({}, { limit: 2 });
      const two = await source.list({}, { limit: 2, cursor: nextCursor! });
      expect(idsOf(two)).to.deep.equal(['b:3', 'b:4']);
      expect(two.failures).to.have.length(1);
      // Two that came of the one, three of the other.
      expect(two.total).to.equal(5);
    });

    it('fails where the rest of the list does not come, and asks for the same again', async () => {
      const a = giving(page(['1'], { nextCursor: 'more' }), failure, page(['2']));
      const source = merge(a, giving(page([])));
      const { nextCursor } = await source.list({}, { limit: 1 });
      const rest = { limit: 1, cursor: nextCursor! };
      expect(await rejection(source.list({}, rest))).to.equal(failure);
      expect(idsOf(await source.list({}, rest))).to.deep.equal(['a:2']);
    });

    it('shows no projects where the others have none', async () => {
      const answer = await merge(giving(page([])), giving(failure)).list({}, first);
      expect(answer).to.deep.include({ projects: [], total: 0, nextCursor: null });
      expect(answer.failures).to.have.length(1);
    });

    it('fails as the first one where all fail', async () => {
      const source = merge(giving(failure), giving(new SourceError('network', 'x')));
      expect(await rejection(source.list({}, first))).to.equal(failure);
    });

    it('forgets its place in the list where the part has forgotten its own', async () => {
      const expired = new SourceError('http', 'x', { status: 400 });
      const a = giving(page(['1'], { nextCursor: 'more' }), expired);
      const source = merge(a, giving(page(['2', '3'])));
      const { nextCursor } = await source.list({}, { limit: 1 });
      const error = await rejection(source.list({}, { limit: 2, cursor: nextCursor! }));
      expect(error).to.equal(expired);
    });
  });

  describe('cursors', () => {
    const many = () => new MemorySource(['1', '2', '3'].map((id) => project(id)));

    it('belong to one query of one source', async () => {
      const [source, other] = [merge(many()), merge(many())];
      const { nextCursor } = await source.list({}, { limit: 1 });
      const refuses = async (from: MergedSource, query: Query, cursor: string | null) =>
        expect(await rejection(from.list(query, { limit: 1, cursor: cursor! }))).to.include({
          kind: 'http',
          status: 400,
        });
      await refuses(other, {}, nextCursor);
      await refuses(source, { paid: true }, nextCursor);
      await refuses(source, {}, 'nowhere 3');
      expect(idsOf(await source.list({}, { limit: 1, cursor: nextCursor! }))).to.deep.equal([
        'a:2',
      ]);
    });

    it('are forgotten once many other lists were begun', async () => {
      const source = merge(many());
      const { nextCursor } = await source.list({}, { limit: 1 });
      for (let index = 0; index < 20; index++) await source.list({ q: `${index}` }, { limit: 1 });
      const error = await rejection(source.list({}, { limit: 1, cursor: nextCursor! }));
      expect(error).to.include({ kind: 'http', status: 400 });
    });
  });

  it('ends all requests when it is aborted, and goes on from there afterwards', async () => {
    const [a, b] = [scriptedList(), scriptedList()];
    const source = merge(a, b);
    const begun = source.list({}, { limit: 1 });
    await settled();
    await a.asked[0]!.answer(page(['1'], { nextCursor: 'more' }));
    await b.asked[0]!.answer(page([]));
    const { nextCursor } = await begun;
    const rest = { limit: 1, cursor: nextCursor! };
    const controller = new AbortController();
    const asked = rejection(source.list({}, rest, controller));
    await settled();
    controller.abort();
    expect(isAbort(await asked)).to.equal(true);
    await settled();
    expect(a.asked[1]!.options.signal?.aborted).to.equal(true);
    expect(isAbort(await rejection(source.list({}, rest, controller)))).to.equal(true);
    expect(a.asked).to.have.length(2);
    const again = source.list({}, rest);
    await settled();
    await a.asked[2]!.answer(page(['2']));
    expect(idsOf(await again)).to.deep.equal(['a:2']);
  });

  it('asks again of nobody what a shared source remembers', async () => {
    const a = giving(page(['1']));
    const shared = sharedOf(merge(a, giving(page(['2']))));
    await shared.list({}, first);
    await shared.list({}, first);
    expect(a.asked).to.have.length(1);
    expect(shared.cached({}, first)?.value.failures).to.deep.equal([]);
  });
});
