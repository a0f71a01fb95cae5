import { expect } from 'chai';
import type { Query } from '../../../src/domain/query.ts';
import { failure, idsIn, type Trial } from '../trial.ts';

const queries: readonly Query[] = [{}, { sort: 'shortest' }, { q: 'figma' }, { paid: true }];
/** Other questions than the one that a cursor was given with. */
const others: readonly Query[] = [{ paid: true }, { sort: 'pay' }, { sort: 'newest' }];

export function pages(trial: Trial): void {
  const { oracle } = trial;

  describe('pages', () => {
    it('through everything once, in order', async () => {
      for (const query of queries.filter((each) => oracle.foretells(each))) {
        const whole = idsIn(await trial.all(query));
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await trial.list(query, 2, cursor);
          seen.push(...idsIn(page));
          trial.expectTotal(page.total, whole.length);
          expect(page.projects.length).to.be.at.most(2);
          cursor = page.nextCursor ?? undefined;
        } while (cursor !== undefined && seen.length < 20);
        expect(seen).to.deep.equal(whole);
      }
    });

    it('of another size from the same place', async () => {
      const whole = idsIn(await trial.all({}));
      const { projects: first, nextCursor } = await trial.list({}, 2);
      const rest = nextCursor === null ? [] : idsIn(await trial.all({}, 100, nextCursor));
      expect(rest).to.deep.equal(whole.slice(first.length));
    });

    it('from nowhere that is not known, or belongs to another query', async () => {
      const { nextCursor } = await trial.list({}, 2);
      const refused = { kind: 'http', status: 400 };
      expect(await failure(trial.list({}, 2, 'nowhere'))).to.include(refused);
      if (trial.isLimited && nextCursor === null) return;
      for (const query of others.filter((each) => oracle.foretells(each))) {
        expect(await failure(trial.list(query, 2, nextCursor ?? ''))).to.include(refused);
      }
    });
  });
}
