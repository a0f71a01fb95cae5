import { expect } from 'chai';
import fc from 'fast-check';
import { didYouMean, nearest } from '../../../src/source/mapping/nearest.ts';

const keys = ['title', 'employer.name', 'url', 'list', 'organization', 'q'];

describe('the word that is meant', () => {
  it('is the nearest of those that are known', () => {
    for (const [word, meant] of [
      ['titel', 'title'],
      ['TITLE', 'title'],
      ['ulr', 'url'],
      ['lsit', 'list'],
      ['organisation', 'organization'],
      ['employer_name', 'employer.name'],
    ] as const)
      expect(nearest(word, keys), word).to.equal(meant);
  });

  it('is none when nothing is near', () => {
    for (const word of ['description', 'xyz', '', 'x'.repeat(10_000)])
      expect(nearest(word, ['title', 'employer.name']), word.slice(0, 9)).to.equal(undefined);
    expect(nearest('title', [])).to.equal(undefined);
  });

  it('is a known word itself', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), (known, word) => {
        const meant = nearest(word, known);
        if (meant !== undefined) expect(known).to.include(meant);
        if (word && known.includes(word)) expect(meant?.toLowerCase()).to.equal(word.toLowerCase());
      }),
    );
  });

  it('is asked for, or nothing is said', () => {
    expect(didYouMean('titel', keys)).to.equal(' Did you mean "title"?');
    expect(didYouMean('description', keys)).to.equal('');
  });
});
