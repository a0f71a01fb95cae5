import { expect } from 'chai';
import type { Report } from '../../../src/domain/application.ts';
import { failure, type Trial } from '../trial.ts';

export function reports(trial: Trial): void {
  const { oracle, limits } = trial;
  const report = (name: string, said: Report) => trial.source.report?.(oracle.idOf(name), said);

  if (limits.reports === false) {
    it('takes no report', () => expect(trial.source.report).to.equal(undefined));
    return;
  }

  describe('takes a report', () => {
    it('of a project that is there', async () => {
      await report('a', { reason: 'scam', details: 'They asked for money.' });
      await report('a', { reason: 'other' });
      const error = await failure(report('no-such-project', { reason: 'scam' }));
      expect(error).to.include({ kind: 'http', status: 404 });
    });
  });
}
