import { expect } from 'chai';
import fc from 'fast-check';
import { conversions } from '../../../../src/source/mapping/conversions/conversions.ts';
import { convert } from './convert-with.ts';

const names = [...conversions.keys()];

/** Text on which careless patterns take time that grows with the square of its length. */
const hostile =
  '< <a <!-- <script> </script &# &amp; &a ( [ [a]( ` **a __a _a *a 1, 1. a ä # $ : / - ~~~'
    .split(' ')
    .concat(' ', '\n', ' \n', '\n x', '- ', '# ', '1 ', 'USD ', '\u0301', '😀');

describe('a conversion', () => {
  for (const name of names)
    it(`reads nothing from nothing: ${name}`, () => {
      for (const nothing of [undefined, null, '', ' \n ', {}, [], () => 1])
        expect(convert(name, nothing), String(nothing)).to.be.oneOf([undefined, false]);
    });

  for (const name of names)
    it(`never throws, and goes on with what it can take: ${name}`, () => {
      fc.assert(
        fc.property(
          fc.oneof(fc.anything(), fc.string({ unit: 'binary' }), fc.json().map(JSON.parse)),
          fc.dictionary(
            fc.constantFrom('by', 'unit', 'scale', 'format', 'part', 'decimal', 'currency', 'per'),
            fc.oneof(fc.constantFrom('s', 'weeks', 'day', ',', 'EUR'), fc.double(), fc.string()),
          ),
          (value, options) => {
            const converted = convert(name, value, options);
            expect(converted).not.to.equal(null);
            expect(converted).not.to.equal('');
          },
        ),
      );
    });

  for (const piece of hostile)
    it(`takes time that grows with the length alone: ${JSON.stringify(piece)}`, () => {
      const text = piece.repeat(200_000 / piece.length);
      for (const each of [text, `${text}x`, `x${text}<`, `<p>${text}`])
        for (const name of names) {
          const start = performance.now();
          convert(name, each);
          expect(performance.now() - start, name).to.be.below(1_500);
        }
    });

  it('reads its own options, and none that an object inherits', () => {
    const inherited = Object.create({ by: '|', scale: 2 }) as Record<string, unknown>;
    expect(convert('split', 'a|b', inherited)).to.deep.equal(['a|b']);
    expect(convert('number', '2', inherited)).to.equal(2);
  });
});
