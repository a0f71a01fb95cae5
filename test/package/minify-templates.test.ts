import { expect } from 'chai';
import {
  minifyCss,
  minifyMarkup,
  shortenPrivateProperties,
} from '../../scripts/lib/minify-templates.ts';

describe('minified templates', () => {
  it('keep what CSS means', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['a { b : c ; d: e; }', 'a{b :c;d:e}'],
      ['.a :hover > b + c ~ d {}', '.a :hover>b + c ~ d{}'],
      ['a { width: calc( 1px + -0.5em ) !important }', 'a{width:calc(1px + -.5em)!important}'],
      ['a{color: red; color: oklch(0.5 0.1 10.5)}', 'a{color:red;color:oklch(.5 .1 10.5)}'],
      [`a::after { content: '  ; { /* x */  0.5 '; }`, `a::after{content:'  ; { /* x */  0.5 '}`],
      ['a/* gone */ b { /* and\n this */ c: d }', 'a b{c:d}'],
      [
        '@media (min-width: 3em) and (max-width: 4em) { a { b: c } }',
        '@media (min-width:3em) and (max-width:4em){a{b:c}}',
      ],
      [
        '[x="a  >  b"] { grid-template: "a  b" 0.5fr / 1fr }',
        '[x="a  >  b"]{grid-template:"a  b" .5fr / 1fr}',
      ],
    ];
    for (const [css, minified] of cases) expect(minifyCss(css)).to.equal(minified);
  });

  it('shorten private properties, and keep those that pages set', () => {
    expect(
      shortenPrivateProperties('a{--_ink:red;color:var(--_ink,var(--foothold-color-text,--_x))}', [
        '--_edge',
        '--_ink',
      ]),
    ).to.equal('a{--_1:red;color:var(--_1,var(--foothold-color-text,--_x))}');
  });

  it('keep the spaces that separate words', async () => {
    const cases: readonly (readonly [string, string])[] = [
      [
        '\n  <p>\n    One <b>two</b>, <a href="x">three</a>\n  </p>\n',
        '<p>One <b>two</b>, <a href="x">three</a></p>',
      ],
      [' · @PLACE <b>x</b> ', ' · @PLACE <b>x</b> '],
      ['<bdi>a</bdi>\n<bdi>b</bdi>', '<bdi>a</bdi> <bdi>b</bdi>'],
      ['<ul>\n  <li>a</li>\n  <li>b</li>\n</ul>', '<ul><li>a</li><li>b</li></ul>'],
      ['a &lt; b &amp; c', 'a &lt; b &amp; c'],
      // What a page puts into a slot stands in the line, like a word.
      ['<div>\n  Meanwhile: <slot></slot>\n</div>', '<div>Meanwhile: <slot></slot></div>'],
      [
        '<p>One <input> <progress></progress> two</p>',
        '<p>One <input> <progress></progress> two</p>',
      ],
    ];
    for (const [html, minified] of cases) expect(await minifyMarkup(html)).to.equal(minified);
  });

  it('keep bindings and attributes, empty ones too', async () => {
    const html =
      '<option value="" ?selected="@PLACE" .someProperty="@PLACE" @click="@PLACE">x</option>';
    expect(await minifyMarkup(html)).to.equal(html);
  });

  it('keep pieces of a document as they are', async () => {
    for (const piece of [
      '<li>a</li>',
      '<td>a</td>',
      '<option>a</option>',
      '<dt>a</dt><dd>b</dd>',
    ]) {
      expect(await minifyMarkup(piece)).to.equal(piece);
    }
  });
});
