import { expect } from 'chai';
import fc from 'fast-check';
import type { Project } from '../../src/domain/project.ts';
import { QUERY_KEYS, SORTS, type Query } from '../../src/domain/query.ts';
import { ListIndex } from '../../src/source/list-index.ts';
import type { Page } from '../../src/source/listings-source.ts';
import { MemorySource } from '../../src/source/memory-source.ts';
import { countFacets, findProjects } from '../../src/source/project-list.ts';
import { mostPay } from '../../src/source/project-values.ts';
import { isAbort } from '../../src/source/source-error.ts';
import { rejection } from '../support/fake-network.ts';
import { countPlainly, findPlainly } from './plain-matching.ts';

const now = Date.parse('2026-12-01T12:00:00Z');
const some = <Value>(...values: Value[]) => fc.constantFrom(...values);
const listOf = <Value>(...values: Value[]) => fc.array(some(...values), { maxLength: 3 });

const optional = {
  category: some('Design', 'Data', 'Law', ''),
  industry: some('Retail', 'Health'),
  skills: listOf('sql', 'r', 'Excel', 'SQL', 'Ünï code'),
  tools: listOf({ name: 'Figma' }, { name: 'R' }),
  summary: some('What eight rivals charge', 'Prices: 8 of them', '   '),
  tasks: listOf('Study rivals', 'Make a poster'),
  deliverables: listOf({ title: 'Poster' }, { title: '価格 表' }),
  workMode: some('remote', 'hybrid', 'onsite', 'unknown'),
  locations: listOf({ display: 'Chicago, IL' }, { display: 'Boston, MA' }),
  pay: fc.record(
    {
      kind: some('fixed', 'hourly', 'stipend', 'unpaid', 'unknown'),
      min: fc.nat(900),
      max: fc.nat(900),
      currency: some('USD', 'EUR'),
      per: some('project', 'hour', 'week'),
    },
    { requiredKeys: ['kind'] },
  ),
  hours: some({ min: 10 }, { max: 20 }, { min: 5, max: 40 }, {}),
  durationDays: some({ max: 7 }, { min: 28 }),
  applyBy: some(
    '2026-11-01',
    '2026-12-01',
    '2026-12-05',
    '2026-12-06T03:00:00Z',
    'Dec 5, 2026',
    'soon',
  ),
  timeZone: some('America/Chicago', 'Mars/Olympus'),
  postedAt: some('2026-11-20T10:00:00Z', '2026-11-25', 'yesterday'),
  eligibility: fc.record(
    {
      classYears: listOf('junior', 'senior'),
      workAuthorization: some('required', 'not_required'),
    },
    { requiredKeys: [] },
  ),
  status: some('open', 'closed', 'archived'),
  featured: fc.boolean(),
};
const anyProjects = fc.uniqueArray(
  fc.record(
    {
      id: fc.string({ minLength: 1, maxLength: 4 }),
      title: some('Pricing study', 'Poster series', 'Étude des prix', 'STUDYING', '価格', '…'),
      employer: fc.record({ name: some('Lakeside', 'Harbor Health', 'Study & Sons') }),
      ...optional,
    },
    { requiredKeys: ['id', 'title', 'employer'] },
  ),
  { selector: ({ id }) => id, maxLength: 30 },
) as fc.Arbitrary<Project[]>;

const words = [
  'pric',
  'study',
  'stud',
  'harbor',
  'étude',
  'r',
  'R',
  's',
  'sql',
  'poster',
  '価',
  '8',
];
const anyWords = fc.oneof(
  fc.array(some(...words), { minLength: 1, maxLength: 3 }).map((each) => each.join(' ')),
  some('', '?!', ' study', 'study-r', 'charge what'),
);

const anyQuery = fc.record(
  {
    q: anyWords,
    category: fc.uniqueArray(some('Design', 'Law', 'Arts')),
    industry: some(['Retail']),
    skill: fc.uniqueArray(some('sql', 'Excel')),
    workMode: some(['remote'], ['hybrid', 'onsite'], ['unknown']),
    location: some(['Boston, MA']),
    payMin: some(1, 300),
    currency: some('USD', 'EUR'),
    classYear: some(['junior'], ['freshman']),
    hoursMax: some(15, 30),
    durationDaysMax: some(7, 30),
    applyByFrom: some('2026-12-01', '2026-12-06'),
    applyByTo: some('2026-12-05'),
    workAuthorization: some('required', 'not_required'),
    paid: fc.boolean(),
    featured: fc.boolean(),
    sort: fc.constantFrom(...SORTS),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Query>;
/** As most are: of one or two restrictions. */
const shortQuery = fc
  .tuple(anyQuery, fc.shuffledSubarray([...QUERY_KEYS], { maxLength: 3 }))
  .map(([query, keys]): Query => {
    const { payMin, currency = 'USD', ...rest } = query;
    const picked = Object.entries(rest).filter(([key]) => keys.includes(key as keyof Query));
    const pay = payMin !== undefined && keys.includes('payMin') ? { payMin, currency } : {};
    return { ...(Object.fromEntries(picked) as Query), ...pay };
  });

const idsOf = (projects: readonly Project[], query: Query) =>
  findProjects(projects, query, now).map(({ id }) => id);

describe('a list index', () => {
  it('finds, orders and counts as going through all projects one by one does', () => {
    fc.assert(
      fc.property(anyProjects, fc.oneof(shortQuery, anyQuery), (projects, query) => {
        expect(idsOf(projects, query)).to.deep.equal(
          findPlainly(projects, query, now).map(({ id }) => id),
        );
        expect(countFacets(projects, query, now)).to.deep.equal(countPlainly(projects, query, now));
      }),
      { numRuns: 2_000 },
    );
  });

  it('answers so at any time after, page by page', async () => {
    const times = fc.array(fc.nat(6 * 24 * 3_600_000), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        anyProjects,
        shortQuery,
        times,
        some(1, 3, 100),
        async (all, query, later, limit) => {
          let time = now;
          const source = new MemorySource(all, { now: () => time });
          for (const passed of later) {
            time = now + passed;
            const expected = findPlainly(all, query, time).map(({ id }) => id);
            const ids: string[] = [];
            let cursor: string | undefined;
            do {
              const page: Page = await source.list(query, { limit, cursor });
              expect(page.total).to.equal(expected.length);
              expect(page.facets).to.deep.equal(cursor ? {} : countPlainly(all, query, time));
              ids.push(...page.projects.map(({ id }) => id));
              cursor = page.nextCursor ?? undefined;
            } while (cursor);
            expect(ids).to.deep.equal(expected);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('answers for every word that is being typed, one letter after the other', async () => {
    const projects = fc.sample(anyProjects, { seed: 7, numRuns: 5 }).flat();
    const all = projects.map((project, index) => ({ ...project, id: `${index}` }));
    const source = new MemorySource(all, { now: () => now });
    for (const text of ['pricing study', 'étude des prix', 'harbor health r', '価格 8']) {
      for (let end = 1; end <= text.length; end++) {
        const q = text.slice(0, end);
        const { projects: page, facets } = await source.list({ q }, { limit: 100 });
        const expected = findPlainly(all, { q }, now).map(({ id }) => id);
        expect(
          page.map(({ id }) => id),
          q,
        ).to.deep.equal(expected.slice(0, 100));
        expect(facets, q).to.deep.equal(countPlainly(all, { q }, now));
      }
    }
  });

  describe('of many projects', () => {
    const many = Array.from({ length: 12_000 }, (_, index): Project => ({
      id: `${(index * 7_919) % 12_000}`,
      title: `Study ${index % 13} of prices`,
      employer: { name: `Lakeside ${index % 700}` },
      postedAt: new Date(now - (index % 90) * 3_600_000).toISOString(),
      featured: index % 50 === 0,
      skills: [`method ${index % 300}`],
    }));
    const firstOf = (query: Query) =>
      findPlainly(many, query, now)
        .slice(0, 100)
        .map(({ id }) => id);

    it('is made ready project by project, so that the page need not wait', () => {
      const making = ListIndex.over(many);
      let pieces = 0;
      let made = making.next();
      for (; !made.done; made = making.next()) pieces++;
      expect(pieces).to.be.above(many.length);
      const words = made.value.prepareWords();
      pieces = 0;
      while (!words.next().done) pieces++;
      expect(pieces).to.be.above(many.length);
    });

    it('answers all who ask while it is being made', async () => {
      const source = new MemorySource(many, { now: () => now });
      const queries: Query[] = [{}, { q: 'lakeside 1' }, { sort: 'deadline' }, { q: 'study 12' }];
      const pages = await Promise.all(
        [...queries, ...queries].map((query) => source.list(query, { limit: 100 })),
      );
      for (const [index, { projects }] of pages.entries())
        expect(projects.map(({ id }) => id)).to.deep.equal(firstOf(queries[index % 4]!));
    });

    it('stops waiting for it when it is aborted', async () => {
      const controller = new AbortController();
      const abort = () => {
        controller.abort();
        return now;
      };
      const source = new MemorySource(many, { now: abort });
      const asked = rejection(source.list({ q: 'study' }, { limit: 1 }, controller));
      expect(isAbort(await asked)).to.equal(true);
    });
  });

  it('gives the same in the same order, in whatever order projects come', () => {
    fc.assert(
      fc.property(anyProjects, anyQuery, (projects, query) => {
        expect(idsOf([...projects].reverse(), query)).to.deep.equal(idsOf(projects, query));
      }),
      { numRuns: 300 },
    );
  });

  it('never finds more with one restriction more', () => {
    fc.assert(
      fc.property(anyProjects, anyQuery, anyQuery, (projects, query, more) => {
        const { sort: _, ...restrictions } = more;
        const both: Query = { ...restrictions, ...query };
        expect(idsOf(projects, query)).to.include.members(idsOf(projects, both));
      }),
    );
  });

  it('sorts without losing or doubling any', () => {
    fc.assert(
      fc.property(anyProjects, anyQuery, fc.constantFrom(...SORTS), (projects, query, sort) => {
        expect(idsOf(projects, { ...query, sort })).to.have.members(idsOf(projects, query));
      }),
    );
  });

  it('counts for each choice what choosing it finds', () => {
    fc.assert(
      fc.property(anyProjects, anyQuery, (projects, query) => {
        const facets = countFacets(projects, query, now);
        for (const name of ['category', 'industry', 'skill', 'workMode', 'classYear'] as const) {
          for (const { value, count } of facets[name] ?? []) {
            expect(count).to.equal(idsOf(projects, { ...query, [name]: [value] }).length);
            expect(count).to.be.above(0);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('takes the day of a deadline from the project’s own zone', () => {
    const evening: Project = {
      id: '1',
      title: 'x',
      employer: { name: 'y' },
      applyBy: '2026-12-06T03:00:00Z',
      timeZone: 'America/Chicago',
    };
    expect(idsOf([evening], { applyByTo: '2026-12-05' })).to.deep.equal(['1']);
    expect(idsOf([evening], { applyByFrom: '2026-12-06' })).to.deep.equal([]);
  });
});

describe('the most that a project pays', () => {
  it('is its highest amount, hourly pay times the most hours', () => {
    expect(mostPay({ pay: { kind: 'fixed', min: 4, max: 5, currency: 'USD' } })).to.equal(5);
    expect(mostPay({ pay: { kind: 'stipend', min: 4, currency: 'USD' } })).to.equal(4);
    const pay = { kind: 'hourly', max: 20, currency: 'USD' } as const;
    expect(mostPay({ pay, hours: { min: 10, max: 20 } })).to.equal(400);
    expect(mostPay({ pay: { kind: 'unpaid' } })).to.equal(0);
  });

  it('is unknown where a figure is missing, or nobody said how often it is paid', () => {
    const pay = { kind: 'hourly', max: 20, currency: 'USD' } as const;
    expect(mostPay({ pay })).to.equal(undefined);
    expect(mostPay({ pay: { kind: 'fixed', max: 5 } })).to.equal(undefined);
    expect(mostPay({ pay: { kind: 'unknown', max: 5, currency: 'USD' } })).to.equal(undefined);
    expect(mostPay({})).to.equal(undefined);
    for (const per of ['week', 'month'] as const) {
      expect(mostPay({ pay: { ...pay, per }, hours: { max: 5 } })).to.equal(undefined);
    }
  });
});
