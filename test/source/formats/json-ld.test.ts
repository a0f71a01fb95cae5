import { expect } from 'chai';
import { parseBody } from '../../../src/source/formats/parse.ts';
import { problem } from './problem.ts';

const parse = (text: string) => parseBody('json-ld', text);
const script = (json: string) => `<script type="application/ld+json">${json}</script>`;
const job = { '@type': 'JobPosting', title: 'Count bicycles' };
const other = { '@type': 'JobPosting', title: 'Draw a map' };
const json = JSON.stringify(job);

describe('JSON-LD', () => {
  it('is found in a page, in whatever way the script is written', () => {
    for (const [open, close] of [
      ['<script type="application/ld+json">', '</script>'],
      ["<SCRIPT id=a type='Application/LD+JSON' async>", '</SCRIPT >'],
      ['<script type=application/ld+json>', '</script>'],
      ['<script\n  class="x"type = "application/ld+json; charset=utf-8"\n>', '</script>'],
    ])
      expect(parse(`<!doctype html><p>a</p>${open}${json}${close}<p>b</p>`), open).to.deep.equal([
        job,
      ]);
  });

  it('is not taken from other scripts', () => {
    const page = `<script>const a = '<script type="application/ld+json">[1]';</script>
      <script data-type="application/ld+json">${json}</script>
      <script type="module">${json}</script>`;
    expect(problem('json-ld', page)).to.contain('no <script type="application/ld+json">');
    expect(parse(page + script(JSON.stringify(other)))).to.deep.equal([other]);
  });

  it('may stand within a comment or CDATA', () => {
    for (const block of [
      `\n<!-- ${json} -->\n`,
      `//<![CDATA[\n${json}\n//]]>`,
      `/*<![CDATA[*/ [${json}] /*]]>*/`,
      `${json};`,
    ])
      expect(parse(`<html>${script(block)}`), block).to.deep.equal([job]);
  });

  it('may have line breaks in its texts', () => {
    expect(parse(`<p>${script('{"a":\r\n"b\r\n\tc"}')}`)).to.deep.equal([{ a: 'b c' }]);
  });

  it('is taken apart to nodes, in their order', () => {
    const list = {
      '@type': 'ItemList',
      itemListElement: [{ '@type': 'ListItem', position: 1, item: job }, other],
    };
    const summary = { '@type': 'ListItem', url: 'https://jobs.example/1' };
    for (const [value, nodes] of [
      [
        [job, [other], 1, null, 'x'],
        [job, other],
      ],
      [{ '@graph': [{ '@id': '#a' }, list] }, [{ '@id': '#a' }, job, other]],
      [{ '@graph': job }, [job]],
      [{ itemListElement: [summary, { item: 'https://jobs.example/2' }] }, [summary]],
      [[], []],
    ]) {
      expect(parse(JSON.stringify(value))).to.deep.equal(nodes);
      expect(parse(`<p>${script(JSON.stringify(value))}`)).to.deep.equal(nodes);
    }
    expect(parse(`<p>${script(json)}${script(JSON.stringify([other, job]))}`)).to.deep.equal([
      job,
      other,
      job,
    ]);
  });

  it('is passed over where it is broken, unless all of it is', () => {
    expect(parse(`<p>${script('{"a": ')}${script(json)}${script('')}`)).to.deep.equal([job]);
    expect(problem('json-ld', `<p>${script('{"a": }')}`)).to.contain('The page has no JSON-LD');
  });

  it('may be the whole reply', () => {
    expect(parse(` ${json}`)).to.deep.equal([job]);
    expect(problem('json-ld', 'Not found')).to.contain('not JSON-LD');
    expect(problem('json-ld', '')).to.contain('it is empty');
  });

  it('may be nested deeply', () => {
    const depth = 5_000;
    expect(parse('['.repeat(depth) + json + ']'.repeat(depth))).to.deep.equal([job]);
  });
});
