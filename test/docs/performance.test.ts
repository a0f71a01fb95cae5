/** The page about performance says what was measured last. */
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { DOCUMENT, withTables } from '../../bench/lib/documents.ts';
import { readResults } from '../../bench/lib/results.ts';

describe('the page about performance', () => {
  const text = readFileSync(DOCUMENT, 'utf8');

  it('has the figures of bench/results.json', () => {
    expect(text).to.match(/<!-- bench \w+: /);
    expect(withTables(text, { steps: readResults().steps ?? {} })).to.equal(text);
  });
});
