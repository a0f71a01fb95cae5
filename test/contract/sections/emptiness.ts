import { expect } from 'chai';
import type { Query } from '../../../src/domain/query.ts';
import type { FacetName } from '../../../src/source/listings-source.ts';
import { failure, type Trial } from '../trial.ts';

const queries: readonly Query[] = [
  {},
  { q: 'pricing' },
  { category: ['Design'] },
  { payMin: 1, currency: 'USD' },
  { sort: 'deadline' },
];

export function emptiness(trial: Trial): void {
  const { oracle } = trial;

  describe('over no projects', () => {
    before(async function () {
      if (!(await trial.begin([]))) this.skip();
    });
    after(() => trial.end());

    for (const query of queries) {
      if (!oracle.foretells(query)) continue;
      it(`finds nothing with ${JSON.stringify(query)}`, async () => {
        const page = await trial.list(query);
        expect(page.projects).to.deep.equal([]);
        trial.expectTotal(page.total, 0);
        expect(page.nextCursor).to.equal(null);
        expect(page.skipped).to.deep.equal([]);
        for (const facet of Object.keys(await oracle.facets({})) as FacetName[]) {
          expect(page.facets[facet] ?? [], facet).to.deep.equal([]);
        }
      });
    }

    it('has no project to give', async () => {
      const error = await failure(trial.source.detail(oracle.idOf('a')));
      expect(error.kind).to.equal('http');
      expect([404, 410]).to.include(error.status);
    });
  });
}
