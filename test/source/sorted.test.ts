import { expect } from 'chai';
import fc from 'fast-check';
import { atOnce } from '../../src/source/pause.ts';
import { byText, sorted } from '../../src/source/sorted.ts';

describe('a list that is sorted in pieces', () => {
  const byRank = (a: { rank: number }, b: { rank: number }) => a.rank - b.rank;

  it('is what sorting at once makes of it, equal ones in their order', () => {
    const lengths = fc.constantFrom(0, 1, 2, 4_000, 4_001, 8_000, 12_345, 17_000);
    fc.assert(
      fc.property(lengths, fc.nat(5_000), fc.nat(), (length, ranks, seed) => {
        const items = Array.from({ length }, (_, index) => ({
          rank: ((index + seed) * 7_919) % (ranks + 1),
          index,
        }));
        const before = [...items];
        expect(atOnce(sorted(items, byRank))).to.deep.equal([...items].sort(byRank));
        expect(items).to.deep.equal(before);
      }),
      { numRuns: 20 },
    );
  });

  it('orders texts as `sort` does', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        expect(atOnce(sorted(texts, byText))).to.deep.equal([...texts].sort());
      }),
    );
  });

  it('leaves room between its pieces', () => {
    const work = sorted(
      Array.from({ length: 20_000 }, (_, index) => -index),
      (a, b) => a - b,
    );
    let pieces = 0;
    while (!work.next().done) pieces++;
    expect(pieces).to.be.above(10);
  });
});
