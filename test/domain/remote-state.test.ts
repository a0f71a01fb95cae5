import { expect } from 'chai';
import { valueOf } from '../../src/domain/remote-state.ts';

describe('a remote state', () => {
  it('has a value when it is ready or stale, and none otherwise', () => {
    expect(valueOf({ status: 'ready', value: 1 })).to.equal(1);
    expect(valueOf({ status: 'stale', value: 2, at: 0 })).to.equal(2);
    expect(valueOf({ status: 'loading' })).to.equal(undefined);
    expect(valueOf({ status: 'failed', error: 'x' })).to.equal(undefined);
  });
});
