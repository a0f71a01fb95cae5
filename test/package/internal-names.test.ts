import { expect } from 'chai';
import { internalNames } from '../../scripts/lib/internal-names.ts';

describe('names that the scripts shorten', () => {
  const names = internalNames();

  it('are those of our own handlers, answers and stores', () => {
    expect(names).to.include.members(['onSubmit', 'isBegun', 'hasWork', 'snapshot']);
  });

  it('are none of the platform, of Lit or of what a page may use', () => {
    const others = ['isConnected', 'onLine', 'hasAttribute', 'hasUpdated', 'isUpdatePending'];
    for (const name of [...others, 'onProgress']) expect(names).not.to.include(name);
  });
});
