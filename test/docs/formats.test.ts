/** The examples of `docs/reference-formats.md` are what becomes of them. */
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { parseBody } from '../../src/source/formats/parse.ts';
import type { Format } from '../../src/source/mapping/definition.ts';

const text = readFileSync(new URL('../../docs/reference-formats.md', import.meta.url), 'utf8');
const sections = text.split(/^## /m).slice(1);

describe('the reference of formats', () => {
  it('has each format', () => {
    const names = sections.map((section) => /^`(.*?)`/.exec(section)?.[1]);
    expect(names).to.have.members(['json', 'csv', 'gviz', 'xml', 'json-ld']);
  });

  for (const section of sections) {
    const [, format = ''] = /^`(.*?)`/.exec(section) ?? [];
    it(`has an example of ${format} that is right`, () => {
      const [before, after] = [...section.matchAll(/^```\w+\n(.*?)^```$/gms)];
      expect(parseBody(format as Format, before![1]!)).to.deep.equal(JSON.parse(after![1]!));
    });
  }
});
