import { expect } from 'chai';
import type { Failure } from '../outage.ts';
import { failure, idsIn, type Trial } from '../trial.ts';

const kinds: readonly (readonly [Failure, string, object])[] = [
  ['status', 'an error status', { kind: 'http', status: 500 }],
  ['garbage', 'a page of HTML in place of an answer', { kind: 'malformed' }],
  ['network', 'no answer at all', { kind: 'network', status: null }],
];

export function failures(trial: Trial): void {
  const { oracle } = trial;

  describe('survives', () => {
    // Each time a source that has nothing yet that it could answer from.
    beforeEach(async function () {
      if (!(await trial.begin(oracle.held)) || !trial.subject.fail) this.skip();
    });
    afterEach(() => trial.end());

    for (const [how, what, expected] of kinds) {
      it(`${what}, and works again afterwards`, async () => {
        const { subject, source } = trial;
        subject.fail?.(how);
        expect(await failure(trial.list({}))).to.include(expected);
        expect(await failure(source.detail(oracle.idOf('a')))).to.include(expected);
        subject.heal?.();
        expect(idsIn(await trial.all({}))).to.have.members(await oracle.find({}));
        expect(await source.detail(oracle.idOf('a'))).to.have.property('id', oracle.idOf('a'));
      });
    }
  });
}
