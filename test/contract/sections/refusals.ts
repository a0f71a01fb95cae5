import { expect } from 'chai';
import { isAbort } from '../../../src/source/source-error.ts';
import { rejection } from '../../support/fake-network.ts';
import { failure, type Trial } from '../trial.ts';

export function refusals(trial: Trial): void {
  const { oracle } = trial;
  const refused = { kind: 'http', status: 400 };

  describe('refuses', () => {
    if (oracle.filters.includes('payMin')) {
      it('an amount without its currency', async () => {
        expect(await failure(trial.list({ payMin: 100 }))).to.include(refused);
      });
    }

    it('a page of no size, or of a huge one', async () => {
      expect(await failure(trial.list({}, 0))).to.include(refused);
      expect(await failure(trial.list({}, 101))).to.include(refused);
    });

    it('to go on when it is aborted', async () => {
      const { source } = trial;
      const aborted = { signal: AbortSignal.abort() };
      expect(isAbort(await rejection(source.list({}, { limit: 5 }, aborted)))).to.equal(true);
      expect(isAbort(await rejection(source.detail(oracle.idOf('a'), aborted)))).to.equal(true);
      const controller = new AbortController();
      // Of a size that nothing else asks for: not the answer to an earlier question.
      const asked = rejection(
        source.list({}, { limit: 99 }, { signal: controller.signal, reload: true }),
      );
      controller.abort();
      expect(isAbort(await asked)).to.equal(true);
    });
  });
}
