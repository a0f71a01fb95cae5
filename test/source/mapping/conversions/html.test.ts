import { expect } from 'chai';
import fc from 'fast-check';
import { decode, escape } from '../../../../src/source/mapping/conversions/html.ts';
import { convert, convertEach } from './convert-with.ts';

describe('plain', () => {
  it('has a line for each block, and no tags, comments or scripts', () => {
    const html =
      '<h2>Tasks</h2>\n<ul>\n<li>Collect   <b>prices</b></li><li>Compare<br/>them</li></ul><!-- a <b> --><style>p{}</style><SCRIPT>"<p>"</SCRIPT>';
    expect(convert('plain', html)).to.equal('Tasks\nCollect prices\nCompare\nthem');
  });

  it('decodes the references that are in use', () => {
    expect(
      convert('plain', 'R&amp;D &#8211; caf&eacute;, &#x201C;it&#146;s&rdquo;&hellip;'),
    ).to.equal('R&D – café, “it’s”…');
  });

  it('leaves what is no reference and no tag as it is', () => {
    const texts = ['AT&T', 'a < b > c', '&nonsense;', '&xlt;', '1 &lt 2', '&#9999999;'];
    expect(convertEach('plain', texts)).to.deep.equal(texts);
  });

  it('keeps the lines of text without tags', () => {
    expect(convert('plain', 'One\r\n\r\n two ')).to.equal('One\ntwo');
  });

  it('drops a tag that is cut off', () => {
    expect(convert('plain', '<p>Half a <a href="https://a.ex')).to.equal('Half a');
  });

  it('has the words of the document and nothing of its tags', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const tag = fc.constantFrom('p', 'b', 'div', 'span', 'li', 'x-y', 'a href="#" title="t"');
    const { document } = fc.letrec<{ document: [string[], string] }>((tie) => ({
      document: fc.oneof(
        { maxDepth: 4 },
        word.map((text): [string[], string] => [[text], ` ${escape(text)} `]),
        fc
          .tuple(tag, fc.array(tie('document'), { maxLength: 3 }))
          .map(([name, inner]): [string[], string] => [
            inner.flatMap(([words]) => words),
            `<${name}>${inner.map(([, html]) => html).join('')}</${name.split(' ')[0]}>`,
          ]),
      ),
    }));
    fc.assert(
      fc.property(document, ([words, html]) => {
        const plain = (convert('plain', html) as string | undefined) ?? '';
        expect(plain.split(/\s+/).filter(Boolean)).to.deep.equal(words);
      }),
    );
  });
});

describe('unescape', () => {
  it('undoes escaping once', () => {
    const twice = '&amp;lt;p&amp;gt;';
    expect(convert('unescape', twice)).to.equal('&lt;p&gt;');
    expect(convert('unescape', convert('unescape', twice))).to.equal('<p>');
  });

  it('is the inverse of escaping', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decode(escape(text))).to.equal(text);
      }),
    );
  });
});

describe('first-line', () => {
  it('is the first line that is not blank', () => {
    expect(convert('first-line', '<p> </p><p>Acme</p><p>More</p>')).to.equal('Acme');
  });
});

describe('excerpt', () => {
  it('is all of a short text', () => {
    expect(convert('excerpt', '<p>Compare</p><p>five shops.</p>')).to.equal('Compare five shops.');
  });

  it('ends after a word and has at most 200 characters', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { minLength: 1 }), (words) => {
        const text = words.join(' ');
        const excerpt = convert('excerpt', `<p>${text}</p>`) as string;
        expect(excerpt.length).to.be.at.most(200);
        const kept = excerpt.replace(/…$/, '').split(' ');
        expect(kept).to.deep.equal(words.slice(0, kept.length));
      }),
    );
  });

  it('cuts what has no spaces', () => {
    expect(convert('excerpt', 'x'.repeat(300))).to.equal(`${'x'.repeat(199)}…`);
  });
});
