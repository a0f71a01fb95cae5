/** The reference of the conversions: each is there, and each example comes out as it says. */
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { conversions } from '../../src/source/mapping/conversions/conversions.ts';
import { coerce, projectFields } from '../../src/source/mapping/project-fields.ts';

const reference = readFileSync(
  new URL('../../docs/reference-conversions.md', import.meta.url),
  'utf8',
);
const surroundings = { zone: 'America/Chicago' };

/** The text of each section by its heading. */
const sections = new Map(
  reference
    .split(/^## /m)
    .slice(1)
    .map((text) => [text.slice(0, text.indexOf('\n')), text]),
);

/** The value of a cell: JSON, or undefined for what is unknown or empty. */
const valueOf = (cell = ''): unknown => {
  const [, json] = /^`(.*)`$/.exec(cell.trim()) ?? [];
  if (json === undefined) expect(cell.trim()).to.be.oneOf(['', 'unknown']);
  return json === undefined ? undefined : JSON.parse(json.replaceAll('\\|', '|'));
};

/** The cells of each row of a section's table, without its head. */
const rowsOf = (section: string): string[][] =>
  (sections.get(section) ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) => line.slice(1, -1).split(/(?<!\\)\|/));

describe('the reference of conversions', () => {
  it('has each of them, in their order', () => {
    const names = [...sections.keys()].slice(1);
    expect(names).to.deep.equal([...conversions.keys()].map((name) => `\`${name}\``));
  });

  for (const [name, convert] of conversions)
    it(`has true examples of \`${name}\``, () => {
      const rows = rowsOf(`\`${name}\``);
      expect(rows).not.to.have.length(0);
      for (const [value, options, result] of rows) {
        const given = (valueOf(options) ?? {}) as Record<string, unknown>;
        expect(convert(valueOf(value), given, surroundings), value).to.deep.equal(valueOf(result));
      }
    });

  it('has true examples of fields without a conversion', () => {
    const rows = rowsOf('Without a conversion');
    expect(rows).not.to.have.length(0);
    for (const [name = '', value, result] of rows) {
      const kind = projectFields.get(name.replaceAll('`', '').trim())!;
      const converted = coerce(kind, [valueOf(value)], surroundings);
      expect(converted, `${name}${value}`).to.deep.equal(valueOf(result));
    }
  });
});
