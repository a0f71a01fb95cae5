/** The pages about performance and scale say what was measured last. */
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { DOCUMENTS, withTables } from '../../bench/lib/documents.ts';
import { readResults } from '../../bench/lib/results.ts';

for (const document of DOCUMENTS)
  describe(`the page ${document.pathname.split('/').at(-1)}`, () => {
    const text = readFileSync(document, 'utf8');

    it('has the figures of bench/results.json', () => {
      expect(text).to.match(/<!-- bench [\w+]+/);
      expect(withTables(text, { steps: readResults().steps ?? {} })).to.equal(text);
    });
  });
