import { expect } from 'chai';
import fc from 'fast-check';
import { convert } from './convert-with.ts';

/** The names of the tags in HTML. */
const tagsIn = (html: unknown): Set<string> =>
  new Set([...String(html).matchAll(/<\/?([^\s>]*)/g)].map(([, name = '']) => name));

describe('paragraphs', () => {
  it('are set apart by empty lines, and keep their own lines', () => {
    expect(convert('paragraphs', 'One\r\ntwo\r\n \r\nthree')).to.equal(
      '<p>One<br>two</p><p>three</p>',
    );
  });

  it('show signs of HTML as signs', () => {
    expect(convert('paragraphs', 'a < "b" & <b>')).to.equal(
      '<p>a &#60; &#34;b&#34; &#38; &#60;b&#62;</p>',
    );
  });
});

describe('markdown', () => {
  const html = (...lines: string[]) => convert('markdown', lines.join('\n'));

  it('has headings and paragraphs', () => {
    expect(html('## Tasks', 'One', 'two  ', 'three', '', 'four')).to.equal(
      '<h2>Tasks</h2><p>One\ntwo<br>three\n</p><p>four\n</p>',
    );
  });

  it('has lists, whose items may go on in a line below', () => {
    expect(html('- a', '', '* b', '  c', '1. d', '2) e')).to.equal(
      '<ul><li>a</li><li>b c</li></ul><ol><li>d</li><li>e</li></ol>',
    );
  });

  it('reads rows of asterisks and long lists in the time of their length', () => {
    const before = performance.now();
    expect(html('*'.repeat(100_000))).to.include('**');
    expect(html(...Array<string>(100_000).fill('- a\n  b'))).to.match(/<li>a b<\/li><\/ul>$/);
    expect(performance.now() - before).to.be.below(2_000);
  });

  it('has bold, italic, code and links', () => {
    expect(html('**a *b*** and _c_ `d*e*f` [g *h*](https://a.example/_x_)')).to.equal(
      '<p><strong>a <em>b</em></strong> and <em>c</em> <code>d*e*f</code> ' +
        '<a href="https://a.example/_x_">g <em>h</em></a>\n</p>',
    );
  });

  it('leaves the signs in words, sums and names alone', () => {
    expect(html('2 * 3 * 4, snake_case_name')).to.equal('<p>2 * 3 * 4, snake_case_name\n</p>');
  });

  it('keeps code as it is', () => {
    expect(html('```js', 'a *b* <c>', '', '# d', '```', 'e')).to.equal(
      '<pre>a *b* &#60;c&#62;\n\n# d\n</pre><p>e\n</p>',
    );
  });

  it('links to pages and mail alone', () => {
    expect(tagsIn(html('[a](javascript:alert) [b](/c) [d](data:x)'))).to.deep.equal(new Set(['p']));
    expect(html('[a](mailto:b@c.example)')).to.contain('<a href="mailto:b@c.example">');
  });

  it('never lets tags of its source through, nor quotes out of an address', () => {
    const piece = fc.constantFrom(
      ...'<b> </p> <script> " \' & [ ]( ) https:// * ** _ ` ``` # - 1. a'.split(' '),
      '\n',
      ' ',
    );
    const ours = 'p h1 h2 h3 h4 h5 h6 ul ol li pre code a strong em br'.split(' ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const made = convert('markdown', pieces.join(''));
        expect(ours).to.include.members([...tagsIn(made ?? '')]);
        for (const [tag] of String(made).matchAll(/<[^>]* [^>]*>/g))
          expect(tag).to.match(/^<a href="[^"<>\s]*">$/);
      }),
      { numRuns: 1_000 },
    );
  });
});
