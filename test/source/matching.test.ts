import { expect } from 'chai';
import fc from 'fast-check';
import type { Project } from '../../src/domain/project.ts';
import { SORTS, type Query } from '../../src/domain/query.ts';
import { countFacets, findProjects, mostPay } from '../../src/source/matching.ts';

const now = Date.parse('2026-12-01T12:00:00Z');
const some = <Value>(...values: Value[]) => fc.constantFrom(...values);

const optional = {
  category: some('Design', 'Data', 'Law'),
  industry: some('Retail', 'Health'),
  skills: fc.uniqueArray(some('sql', 'r', 'excel')),
  workMode: some('remote' as const, 'hybrid' as const, 'onsite' as const, 'unknown' as const),
  locations: fc.array(some({ display: 'Chicago, IL' }, { display: 'Boston, MA' }), {
    maxLength: 2,
  }),
  pay: fc.record({
    kind: some('fixed' as const, 'hourly' as const, 'unpaid' as const, 'unknown' as const),
    max: fc.nat(900),
    currency: some('USD', 'EUR'),
  }),
  hours: some({ min: 10 }, { max: 20 }, { min: 5, max: 40 }),
  durationDays: some({ max: 7 }, { min: 28 }),
  applyBy: some('2026-11-01', '2026-12-05', '2026-12-20', '2026-12-06T03:00:00Z'),
  timeZone: some('America/Chicago'),
  postedAt: some('2026-11-20T10:00:00Z', '2026-11-25'),
  eligibility: fc.record({ classYears: fc.uniqueArray(some('junior', 'senior')) }),
  status: some('open', 'closed', 'archived'),
  featured: fc.boolean(),
};
const anyProjects = fc.uniqueArray(
  fc.record(
    {
      id: fc.string({ minLength: 1, maxLength: 4 }),
      title: some('Pricing study', 'Poster series', 'Étude des prix'),
      employer: fc.record({ name: some('Lakeside', 'Harbor Health') }),
      ...optional,
    },
    { requiredKeys: ['id', 'title', 'employer'] },
  ),
  { selector: ({ id }) => id, maxLength: 30 },
) as fc.Arbitrary<Project[]>;

const anyQuery = fc.record(
  {
    q: some('pric', 'study', 'harbor', 'etude'),
    category: fc.uniqueArray(some('Design', 'Law')),
    skill: fc.uniqueArray(some('sql', 'excel')),
    workMode: some(['remote'], ['hybrid', 'onsite']),
    classYear: some(['junior']),
    hoursMax: some(15, 30),
    applyByTo: some('2026-12-05'),
    paid: fc.boolean(),
    sort: fc.constantFrom(...SORTS),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Query>;

const idsOf = (projects: readonly Project[], query: Query) =>
  findProjects(projects, query, now).map(({ id }) => id);

describe('matching', () => {
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
