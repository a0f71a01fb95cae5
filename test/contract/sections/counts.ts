import { expect } from 'chai';
import type { Query } from '../../../src/domain/query.ts';
import type { FacetName, Facets, FacetValue } from '../../../src/source/listings-source.ts';
import type { Trial } from '../trial.ts';

const entriesOf = (facets: Facets) =>
  Object.entries(facets) as [FacetName, readonly FacetValue[]][];
const valuesOf = (values: readonly FacetValue[] | undefined) => values?.map(({ value }) => value);

const chosen = (facet: FacetName, value: string): Query =>
  facet === 'currency' ? { currency: value, payMin: 1 } : { [facet]: [value] };

const contexts: readonly Query[] = [
  {},
  { workMode: ['remote'] },
  { category: ['Design'], classYear: ['junior'] },
  { payMin: 450, currency: 'USD' },
  { q: 'harbor' },
];

/** What there is to choose in the native API. */
const choices: { readonly [Name in FacetName]: readonly string[] } = {
  category: ['Design', 'Marketing', 'Data'],
  industry: ['Health', 'Retail'],
  skill: ['excel', 'figma', 'research', 'sql', 'writing'],
  workMode: ['remote', 'hybrid', 'onsite'],
  location: ['Boston, MA', 'Chicago, IL'],
  classYear: ['junior', 'freshman', 'senior'],
  currency: ['USD', 'EUR'],
};

export function counts(trial: Trial): void {
  const { oracle, limits } = trial;

  /** By asking for each choice; for a source that has all filters. */
  async function expectConsistent(query: Query, facets: Facets): Promise<void> {
    const entries = entriesOf(facets);
    expect(entries.map(([facet]) => facet)).to.include.members(['category', 'workMode']);
    for (const [facet, values] of entries) {
      for (const { value, count } of values) {
        const { total } = await trial.list({ ...query, ...chosen(facet, value) }, 1);
        expect(count, `${facet}=${value}`).to.equal(total);
      }
    }
  }

  async function expectForetold(query: Query, facets: Facets): Promise<void> {
    for (const [facet, expected] of entriesOf(await oracle.facets(query))) {
      const given = facets[facet] ?? [];
      const pairs = given.map(({ value, count }) => ({ value, count }));
      expect(pairs, facet).to.have.deep.members([...expected]);
      const numbers = given.map(({ count }) => count!);
      expect(numbers, facet).to.deep.equal([...numbers].sort((a, b) => b - a));
    }
  }

  describe('counts', () => {
    for (const query of contexts) {
      if (limits.facets === false || !oracle.foretells(query)) continue;
      it(`what each choice would give with ${JSON.stringify(query)}`, async () => {
        const { facets } = await trial.list(query);
        await (trial.isLimited ? expectForetold : expectConsistent)(query, facets);
      });
    }

    if (!trial.isLimited) {
      it('every value that there is, the commonest first', async () => {
        const { facets } = await trial.list({});
        for (const [facet, values] of Object.entries(choices)) {
          expect(valuesOf(facets[facet as FacetName]), facet).to.deep.equal(values);
        }
      });

      it('the choices beside the one taken', async () => {
        const { facets } = await trial.list({ category: ['Design'] });
        expect(facets.category).to.have.length(3);
        expect(valuesOf(facets.workMode)).to.deep.equal(['hybrid']);
      });
      return;
    }

    it('nothing else, and gives no choice that cannot be taken', async () => {
      const { facets } = await trial.list({});
      const counted = Object.keys(await oracle.facets({}));
      for (const [facet, values] of entriesOf(facets)) {
        if (values.length === 0) continue;
        expect(oracle.canChoose(facet), facet).to.equal(true);
        if (counted.includes(facet)) continue;
        for (const { value, count } of values) expect(count, value).to.equal(undefined);
      }
    });
  });
}
