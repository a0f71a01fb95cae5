import { expect } from 'chai';
import type { Project } from '../../../src/domain/project.ts';
import { SORTS, type Query, type Sort } from '../../../src/domain/query.ts';
import { dayFrom, OPEN } from '../contract-projects.ts';
import { idsIn, type Trial } from '../trial.ts';

/** What each filter finds in the native API. */
const filters = (now: number): readonly (readonly [string, Query, readonly string[]])[] => [
  ['category', { category: ['Design'] }, ['b', 'f']],
  ['any of several categories', { category: ['Data', 'Design'] }, ['b', 'c', 'f']],
  ['a category that nothing has', { category: ['Law'] }, []],
  ['industry', { industry: ['Health'] }, ['c', 'd']],
  ['skill', { skill: ['excel'] }, ['a', 'c']],
  ['any of several skills', { skill: ['sql', 'writing'] }, ['c', 'd']],
  ['work mode', { workMode: ['remote'] }, ['a', 'd']],
  ['place', { location: ['Boston, MA'] }, ['b', 'c']],
  ['pay for the whole project', { payMin: 450, currency: 'USD' }, ['a', 'b']],
  ['pay, hourly pay times hours', { payMin: 500, currency: 'USD' }, ['b']],
  ['pay in another currency', { payMin: 300, currency: 'EUR' }, ['c']],
  ['more than anything pays', { payMin: 501, currency: 'USD' }, []],
  ['a currency alone, which restricts nothing', { currency: 'EUR' }, OPEN],
  ['hours, by the most or else the least', { hoursMax: 30 }, ['a', 'b', 'd', 'f']],
  ['few hours', { hoursMax: 20 }, ['b', 'd']],
  ['duration, by the most or else the least', { durationDaysMax: 21 }, ['a', 'b']],
  ['long duration', { durationDaysMax: 28 }, ['a', 'b', 'c']],
  ['deadline from a day on', { applyByFrom: dayFrom(now, 5) }, ['a', 'c', 'd', 'h']],
  ['deadline up to a day', { applyByTo: dayFrom(now, 5) }, ['b', 'd']],
  [
    'deadline between two days',
    { applyByFrom: dayFrom(now, 5), applyByTo: dayFrom(now, 10) },
    ['a', 'd', 'h'],
  ],
  [
    'the day of an instant where the project is',
    { applyByFrom: dayFrom(now, 7), applyByTo: dayFrom(now, 7) },
    ['h'],
  ],
  [
    'not the day of an instant elsewhere',
    { applyByFrom: dayFrom(now, 8), applyByTo: dayFrom(now, 8) },
    [],
  ],
  [
    'class year, where none is named too',
    { classYear: ['senior'] },
    ['a', 'b', 'c', 'e', 'g', 'h'],
  ],
  ['no need of work authorization', { workAuthorization: 'not_required' }, OPEN.slice(1)],
  ['need of work authorization', { workAuthorization: 'required' }, ['a']],
  ['pay at all', { paid: true }, ['a', 'b', 'c', 'f', 'g']],
  ['being featured', { featured: true }, ['a', 'c']],
  ['several filters', { category: ['Marketing'], industry: ['Health'], hoursMax: 10 }, ['d']],
  ['a word of the title', { q: 'pricing' }, ['a']],
  ['words in another case and order', { q: 'STUDY Pricing' }, ['a']],
  ['a word still being typed', { q: 'newsl' }, ['d']],
  ['a word without its accent', { q: 'cafe' }, ['a']],
  ['a word of the summary', { q: 'competitors' }, ['a']],
  ['the name of the employer', { q: 'harbor' }, ['c', 'd']],
  ['words of which one is nowhere', { q: 'pricing zeppelin' }, []],
  ['words and a filter', { q: 'harbor', workMode: ['onsite'] }, ['c']],
];

const orders: Readonly<Record<Sort, string>> = {
  newest: 'a c b f d e g h',
  relevance: 'a c b f d e g h',
  deadline: 'b d h a c e f g',
  pay: 'b a c d e f g h',
  shortest: 'd b a f c e g h',
};

/** What a card shows besides the name of the employer. */
const SHOWN = [
  'title',
  'summary',
  'pay',
  'hours',
  'durationDays',
  'applyBy',
  'timeZone',
  'workMode',
  'locations',
  'category',
  'industry',
  'skills',
  'featured',
] as const satisfies readonly (keyof Project)[];

export function lists(trial: Trial): void {
  const { oracle, limits } = trial;

  async function expectOrder(query: Query, native: string): Promise<void> {
    const ids = idsIn(await trial.all(query));
    if (!trial.isLimited) expect(ids.join(' ')).to.equal(native);
    expect(await oracle.misplaced(query, ids), 'the wrong way round').to.equal(undefined);
  }

  describe('lists', () => {
    it('what can be applied to now, and nothing else', async () => {
      const page = await trial.all({});
      const expected = await trial.expected({}, OPEN);
      expect(idsIn(page)).to.have.members(expected);
      trial.expectTotal(page.total, expected.length);
      expect(page.nextCursor).to.equal(null);
      expect(page.skipped).to.deep.equal([]);
    });

    it('with word of what it can be asked, where that is not everything', async () => {
      const { offers } = await trial.list({});
      if (!offers) return;
      expect(offers.filters).to.have.members(oracle.filters);
      expect(offers.sorts).to.have.members(oracle.sorts);
    });

    it('what a card shows', async () => {
      const { projects: found } = await trial.all({});
      if (trial.isLimited) {
        for (const item of found) {
          const known = oracle.known.find(({ id }) => id === item.id)!;
          const expected = limits.lists?.(known) ?? known;
          expect({ ...item, complete: true }, item.title).to.deep.equal({
            ...expected,
            complete: true,
          });
        }
        return;
      }
      const a = found.find(({ id }) => id === 'a');
      for (const key of SHOWN) expect(a?.[key], key).to.deep.equal(oracle.known[0]?.[key]);
      expect(a?.employer.name).to.equal('Lakeside Analytics');
    });

    for (const [what, query, native] of filters(trial.now)) {
      if (!oracle.foretells(query)) continue;
      it(`by ${what}`, async () => {
        const page = await trial.all(query);
        const expected = await trial.expected(query, native);
        expect(idsIn(page)).to.have.members(expected);
        trial.expectTotal(page.total, expected.length);
      });
    }

    if (limits.words === 'theirs' && oracle.filters.includes('q')) {
      it('by the longest word of the title, as the API searches', async () => {
        for (const { title, id } of oracle.known) {
          if (!(await oracle.find({})).includes(id)) continue;
          const [q] = title.split(' ').sort((a, b) => b.length - a.length);
          expect(idsIn(await trial.all({ q: q! })), q).to.include(id);
        }
      });

      it('nothing by a word that is nowhere', async () => {
        const { projects: found, total } = await trial.all({ q: 'zeppelin' });
        expect(found).to.deep.equal([]);
        trial.expectTotal(total, 0);
      });
    }

    for (const sort of SORTS) {
      if (!oracle.foretells({ sort })) continue;
      it(`in the order of ${sort}, the unknown last, ties by id`, () =>
        expectOrder({ sort }, orders[sort]));
    }

    if (limits.featuredFirst !== false) {
      it('featured ones first unless told how to sort', async () => {
        await expectOrder({}, 'a c b f d e g h');
        if (oracle.foretells({ q: 'figma' })) await expectOrder({ q: 'figma' }, 'c b');
      });
    }

    if (oracle.foretells({ q: 'figma', sort: 'relevance' })) {
      it('by relevance what has the word in its title first', () =>
        expectOrder({ q: 'figma', sort: 'relevance' }, 'b c'));
    }
  });
}
