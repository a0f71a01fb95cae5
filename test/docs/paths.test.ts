/** The examples of docs/reference-paths.md are what it says. */
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { parseCondition, parsePath, PathError } from '../../src/source/mapping/path.ts';

const text = readFileSync(new URL('../../docs/reference-paths.md', import.meta.url), 'utf8');
const [, json = ''] = /```text\n(\{.*?)```/s.exec(text) ?? [];
const response = JSON.parse(json) as { readonly jobs: readonly unknown[] };

/** The cells of the rows of the table below a heading. */
const rowsBelow = (heading: string) =>
  (text.split(`${heading} |`)[1] ?? '')
    .split('\n\n', 1)[0]!
    .split('\n')
    .slice(2)
    .map((row) => row.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|')));
const codeIn = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

describe('the reference of paths', () => {
  it('shows paths that lead to what it says', () => {
    const rows = rowsBelow('| read from | path | gives');
    expect(rows).not.to.have.length(0);
    let from: unknown = response;
    for (const [, start, cell, gives] of rows) {
      if (start === 'a job') from = response.jobs[0];
      const path = parsePath(codeIn(cell)[0]!);
      const found = path.select(path.outwards > 0 ? response : from).join(', ');
      expect(gives?.split(', of ')[0], path.text).to.equal(found);
    }
  });

  it('shows conditions that can be read', () => {
    const rows = rowsBelow('| condition | holds');
    expect(rows).not.to.have.length(0);
    for (const [, cell] of rows) parseCondition(codeIn(cell)[0]!);
  });

  it('shows what is refused, and what can be read in its place', () => {
    const rows = rowsBelow('| of JSONPath | write');
    expect(rows).not.to.have.length(0);
    for (const [, refused, instead] of rows) {
      for (const path of codeIn(refused)) expect(() => parsePath(path), path).to.throw(PathError);
      for (const path of codeIn(instead)) if (path.startsWith('$')) parsePath(path);
    }
  });
});
