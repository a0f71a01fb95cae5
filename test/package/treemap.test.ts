import { expect } from 'chai';
import fc from 'fast-check';
import { type Box, squarify } from '../../scripts/lib/treemap.ts';

const area = ({ width, height }: Box) => width * height;
const overlap = (a: number, length: number, b: number, other: number) =>
  Math.max(0, Math.min(a + length, b + other) - Math.max(a, b));

const weights = fc
  .array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 40 })
  .map((list) => list.sort((a, b) => b - a));
const whole = { x: 10, y: 20, width: 400, height: 300 };

describe('a treemap', () => {
  it('gives each its share of the whole, in its order', () => {
    fc.assert(
      fc.property(weights, (list) => {
        const total = list.reduce((sum, each) => sum + each, 0);
        const boxes = squarify(list, whole);
        expect(boxes).to.have.length(list.length);
        for (const [index, box] of boxes.entries())
          expect(area(box)).to.be.closeTo((area(whole) * list[index]!) / total, 0.01);
      }),
    );
  });

  it('keeps inside the whole, and lays none over another', () => {
    fc.assert(
      fc.property(weights, (list) => {
        const boxes = squarify(list, whole);
        for (const [index, box] of boxes.entries()) {
          expect(box.x).to.be.at.least(10 - 1e-6);
          expect(box.y).to.be.at.least(20 - 1e-6);
          expect(box.x + box.width).to.be.at.most(410 + 1e-6);
          expect(box.y + box.height).to.be.at.most(320 + 1e-6);
          for (const other of boxes.slice(index + 1)) {
            const shared =
              overlap(box.x, box.width, other.x, other.width) *
              overlap(box.y, box.height, other.y, other.height);
            expect(shared).to.be.below(0.01);
          }
        }
      }),
    );
  });

  it('draws no strips where it can draw squares', () => {
    const boxes = squarify([1, 1, 1, 1], { x: 0, y: 0, width: 100, height: 100 });
    for (const box of boxes) expect(box.width).to.be.closeTo(box.height, 0.01);
  });
});
