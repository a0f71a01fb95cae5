import { expect } from 'chai';
import fc from 'fast-check';
import {
  activeFilters,
  isListKey,
  QUERY_KEYS,
  queryFromParams,
  queryKey,
  queryToParams,
  SORTS,
  withChanges,
  withoutFilter,
  withoutFilters,
  type Query,
} from '../../src/domain/query.ts';

const read = (text: string) => queryFromParams(new URLSearchParams(text));

const text = fc.string({ unit: 'binary', maxLength: 30 });
const words = fc.array(text, { maxLength: 4 });
const date = fc.constantFrom('2026-12-05', '2027-01-31', '2026-02-30', 'soon');
const number = fc.oneof(fc.integer({ min: -5, max: 2_000 }), fc.double());
/** Any query, also one that a careless page has put together. */
const anyQuery = fc.record(
  {
    q: fc.oneof(text, fc.string({ unit: 'grapheme', minLength: 190, maxLength: 230 })),
    category: words,
    industry: words,
    skill: words,
    workMode: words,
    location: words,
    payMin: number,
    currency: fc.constantFrom('USD', 'EUR', 'usd', ''),
    hoursMax: number,
    durationDaysMax: number,
    applyByFrom: date,
    applyByTo: date,
    classYear: words,
    workAuthorization: fc.constantFrom('required' as const, 'not_required' as const),
    paid: fc.boolean(),
    featured: fc.boolean(),
    sort: fc.constantFrom(...SORTS),
  },
  { requiredKeys: [] },
);

describe('query', () => {
  it('writes parameters in the order of the contract, repeated ones sorted, empty ones left out', () => {
    const query: Query = {
      sort: 'pay',
      featured: false,
      paid: true,
      skill: ['sql', 'excel', 'sql', ''],
      category: [],
      payMin: 0,
      hoursMax: 20,
      q: 'data & design',
    };
    expect(String(queryToParams(query))).to.equal(
      'q=data+%26+design&skill=excel&skill=sql&hoursMax=20&paid=true&sort=pay',
    );
  });

  it('puts a prefix before each name', () => {
    const params = queryToParams({ q: 'x', category: ['Design'] }, 'fh-');
    expect(String(params)).to.equal('fh-q=x&fh-category=Design');
    expect(queryFromParams(params, 'fh-')).to.deep.equal({ q: 'x', category: ['Design'] });
    expect(queryFromParams(params)).to.deep.equal({});
  });

  it('leaves out what it does not understand', () => {
    const nonsense =
      'q=+&category=&payMin=-1&hoursMax=many&durationDaysMax=1e12&applyByFrom=2026-02-30&paid=yes' +
      '&sort=random&currency=dollars&workAuthorization=maybe&__proto__=x&utm_source=mail';
    expect(read(nonsense)).to.deep.equal({});
  });

  it('reads every parameter', () => {
    const all: Required<Query> = {
      q: 'pricing study',
      category: ['Design', 'Marketing'],
      industry: ['Retail'],
      skill: ['research'],
      workMode: ['remote'],
      location: ['Chicago, IL'],
      payMin: 400,
      currency: 'USD',
      hoursMax: 20.5,
      durationDaysMax: 14,
      applyByFrom: '2026-12-01',
      applyByTo: '2026-12-31',
      classYear: ['junior', 'senior'],
      workAuthorization: 'not_required',
      paid: true,
      featured: true,
      sort: 'deadline',
    };
    expect(read(String(queryToParams(all)))).to.deep.equal(all);
    expect(Object.keys(all)).to.deep.equal(QUERY_KEYS);
  });

  it('is spelled in one way only', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const once = queryFromParams(queryToParams(query));
        expect(queryFromParams(queryToParams(once))).to.deep.equal(once);
        expect(queryKey(queryFromParams(queryToParams(once)))).to.equal(queryKey(once));
      }),
      { numRuns: 1_000 },
    );
  });

  it('has one key for queries that ask the same', () => {
    fc.assert(
      fc.property(words, (values) => {
        const [forth, back] = [values, [...values, ...values].reverse()];
        expect(queryKey({ category: forth })).to.equal(queryKey({ category: back }));
      }),
    );
    expect(queryKey({ q: '', paid: false, hoursMax: 0, skill: [] })).to.equal(queryKey({}));
  });

  it('ends long search words with a whole character and without a space', () => {
    expect(read(`q=${'a'.repeat(199)}😀`).q).to.equal('a'.repeat(199));
    expect(read(`q=${'a'.repeat(199)} b`).q).to.equal('a'.repeat(199));
  });

  it('changes some restrictions and keeps the others', () => {
    const query: Query = { q: 'x', category: ['Design'], paid: true };
    expect(withChanges(query, { q: '', paid: undefined, hoursMax: 10 })).to.deep.equal({
      category: ['Design'],
      hoursMax: 10,
    });
  });

  it('names each active filter, but neither words nor sort nor a mere currency', () => {
    const query: Query = {
      q: 'x',
      sort: 'pay',
      category: ['B', 'A'],
      payMin: 100,
      currency: 'USD',
      paid: true,
    };
    expect(activeFilters(query)).to.deep.equal([
      { key: 'category', value: 'A' },
      { key: 'category', value: 'B' },
      { key: 'payMin', value: '100' },
      { key: 'paid', value: 'true' },
    ]);
    expect(withoutFilters(query)).to.deep.equal({ q: 'x', sort: 'pay' });
  });

  it('loses exactly the filter that is taken away', () => {
    fc.assert(
      fc.property(anyQuery, fc.nat(), (careless, choice) => {
        const query = queryFromParams(queryToParams(careless));
        const filters = activeFilters(query);
        if (filters.length === 0) return;
        const gone = filters[choice % filters.length]!;
        const rest = withoutFilter(query, gone);
        expect(activeFilters(rest)).to.deep.equal(filters.filter((each) => each !== gone));
        expect([rest.q, rest.sort]).to.deep.equal([query.q, query.sort]);
      }),
    );
  });

  it('takes the currency away with the amount', () => {
    const query: Query = { payMin: 100, currency: 'USD', paid: true };
    expect(withoutFilter(query, { key: 'payMin', value: '100' })).to.deep.equal({ paid: true });
  });

  it('knows which parameters take several values', () => {
    expect(QUERY_KEYS.filter(isListKey)).to.deep.equal([
      'category',
      'industry',
      'skill',
      'workMode',
      'location',
      'classYear',
    ]);
    expect(isListKey('constructor')).to.equal(false);
  });
});
