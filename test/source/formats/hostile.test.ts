/** Replies that mean harm, or make no sense. */
import { expect } from 'chai';
import fc from 'fast-check';
import { guessFormat, parseBody } from '../../../src/source/formats/parse.ts';

const formats = ['json', 'csv', 'xml', 'gviz', 'json-ld'] as const;

/** Reads a text in a format; a text that cannot be read has to be refused in our words. */
function read(format: (typeof formats)[number], text: string): unknown {
  try {
    return parseBody(format, text);
  } catch (error) {
    expect(error).to.be.instanceOf(format === 'gviz' ? Error : SyntaxError);
    expect((error as Error).message).to.match(/^The (reply is not|reply has no|page has no) /);
    return undefined;
  }
}

const timeOf = (run: () => unknown): number => {
  const start = performance.now();
  run();
  return performance.now() - start;
};

/**
 * Measures what four times the size costs, until that is what it should be: 4 times the time, and not 16. Other
 * work on the machine only adds time, so the least counts. Of a few milliseconds the ratio says nothing, but
 * what grows with the square takes minutes at this size.
 */
function expectLinear(run: (text: string) => unknown, part: string, whole: string, name: string) {
  let [least, more] = [Infinity, Infinity];
  for (let attempt = 0; attempt < 10 && !(more / Math.max(least, 10) < 8); attempt++) {
    least = Math.min(
      least,
      timeOf(() => run(part)),
    );
    more = Math.min(
      more,
      timeOf(() => run(whole)),
    );
  }
  expect(more / Math.max(least, 10), `${name}: ${least} and ${more} ms`).to.be.below(8);
}

const filled =
  (before: string, unit: string, after = '') =>
  (size: number) =>
    before + unit.repeat(size / unit.length) + after;

const MEGABYTE = 1_000_000;

describe('a reply that means harm', () => {
  for (const text of [
    filled('', '<a'),
    filled('', '<a>'),
    filled('<a', ' '),
    filled('<a ', 'b="" '),
    filled('<a ', 'b'),
    filled('<a ', 'b= '),
    filled('<r>', '<a/>', '</r>'),
    filled('<r>', '&'),
    filled('<r>', '&#1'),
    filled('<r>', 'a <b/> ', '</r>'),
    filled('<r>', ' ', '</r>'),
    filled('', '"'),
    filled('', '"a,'),
    filled('', '""",'),
    filled('a,', '"'),
    filled('', 'a,'),
    filled('', ' '),
    filled('', '\n'),
    filled('', '\ufeff'),
    (size: number) => filled('', 'a,')(size / 2) + filled('\n', 'b\n')(size / 2),
    filled('', '<![CDATA['),
    filled('<r>', '<![CDATA[]]'),
    filled('<r>', '<![CDATA[]]>', '</r>'),
    filled('', '<!--'),
    filled('<!--', '--'),
    filled('', '<?'),
    filled('', '<!DOCTYPE ['),
    filled('<!DOCTYPE r [', ']  '),
    filled('', '<script>'),
    filled('', '<script '),
    filled('<script type', ' ='),
    filled('<script ', ' type  '),
    filled('<p><script type=', '"'),
    filled('', '<script type="application/ld+json">'),
    filled('', '<script type="application/ld+json">{}</script>'),
    filled('<p><script type="application/ld+json">', '{'),
    filled('', '('),
    filled('a', '('),
    filled('a(', ' '),
    filled('', 'a({'),
  ])
    it(`takes time that grows with its size and no faster: ${JSON.stringify(text(30))}`, () => {
      const part = text(MEGABYTE / 4);
      const whole = text(MEGABYTE);
      for (const format of formats) expectLinear((each) => read(format, each), part, whole, format);
      expectLinear((each) => guessFormat(each, each), part, whole, 'guess');
    }).timeout(60_000);

  it('is read or refused in our words, and changes no prototype', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...[
          '<',
          '>',
          '/',
          '"',
          "'",
          '=',
          '{',
          '}',
          '[',
          ']',
          '(',
          ')',
          ',',
          ';',
          ':',
          '\n',
          '\t',
          ' ',
        ],
        ...[
          'a',
          '1',
          '-',
          '&',
          '&lt;',
          '&#x41;',
          '<a>',
          '</a>',
          '<a b="',
          '<!--',
          '-->',
          '<![CDATA[',
          ']]>',
        ],
        ...[
          '<?',
          '?>',
          '<!DOCTYPE ',
          '__proto__',
          '<__proto__>',
          '"__proto__":{"polluted":1}',
          '"v":',
        ],
        ...[
          'constructor',
          'prototype',
          'polluted',
          '<script type="application/ld+json">',
          '</script>',
        ],
        ...[
          '{"table":{"cols":[',
          '{"label":"__proto__"}',
          '"rows":[',
          '{"c":[',
          'null',
          'Date(2020,2,20)',
        ],
      ),
      fc.string({ maxLength: 3 }),
      fc.json({ maxDepth: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        for (const format of formats) {
          read(format, text);
          expect({}).to.not.have.property('polluted');
        }
        guessFormat(text, text);
      }),
      { numRuns: 500 },
    );
  });
});
