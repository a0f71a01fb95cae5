import { expect } from 'chai';
import { failure, type Trial } from '../trial.ts';

export function details(trial: Trial): void {
  const { oracle } = trial;

  describe('gives a project', () => {
    it('with everything that is known of it', async () => {
      for (const project of oracle.known) {
        const detail = await trial.source.detail(project.id);
        expect({ ...detail, complete: true }, project.title).to.deep.equal({
          ...project,
          complete: true,
        });
      }
    });

    it('that equals its complete list item', async () => {
      for (const item of (await trial.all({})).projects) {
        if (item.complete) expect(await trial.source.detail(item.id)).to.deep.equal(item);
      }
    });

    it('or says that it is gone', async () => {
      const error = await failure(trial.source.detail(oracle.idOf('no-such-project')));
      expect(error.kind).to.equal('http');
      expect([404, 410]).to.include(error.status);
    });
  });
}
