import { expect } from 'chai';
import { rememberNewest } from '../../src/source/remember-newest.ts';

describe('what is remembered', () => {
  it('is the newest, and counts as new again when it comes again', () => {
    const map = new Map<string, number>();
    for (const [index, key] of ['a', 'b', 'a', 'c'].entries()) rememberNewest(map, key, index, 2);
    expect([...map]).to.deep.equal([
      ['a', 2],
      ['c', 3],
    ]);
  });
});
