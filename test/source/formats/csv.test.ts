import { expect } from 'chai';
import fc from 'fast-check';
import { parseBody } from '../../../src/source/formats/parse.ts';
import { problem } from './problem.ts';

const parse = (text: string) => parseBody('csv', text) as Record<string, string>[];

describe('CSV', () => {
  it('gives an object for each row, by the names in the first', () => {
    expect(parse('id,title\n1,Count bicycles\n2,Draw a map\n')).to.deep.equal([
      { id: '1', title: 'Count bicycles' },
      { id: '2', title: 'Draw a map' },
    ]);
    expect(parse('id,title')).to.deep.equal([]);
  });

  it('may have any line ends, a byte order mark and blank rows', () => {
    const rows = [{ a: '1', b: '2' }, { a: '3' }];
    for (const end of ['\n', '\r\n', '\r'])
      expect(parse(`\uFEFF${end}a,b${end}${end}1,2${end},${end} , ${end}3,${end}`)).to.deep.equal(
        rows,
      );
    expect(parse('a,b\n1,2\n3,')).to.deep.equal(rows);
  });

  it('is separated by what the first line has most of, outside of quotation marks', () => {
    const rows = [{ 'pay, total': '1', 'b;c': '2', d: '3' }];
    expect(parse('"pay, total",b;c,d\n1,2,3')).to.deep.equal(rows);
    expect(parse('pay, total;"b;c";d\n1;2;3')).to.deep.equal(rows);
    expect(parse('pay, total\tb;c\td\n1\t2\t3')).to.deep.equal(rows);
    expect(parse('a,"x;y;z;w"\n1,2')).to.deep.equal([{ a: '1', 'x;y;z;w': '2' }]);
    expect(parse('a,"x\n;;""y"";"\n1,2')).to.deep.equal([{ a: '1', 'x\n;;"y";': '2' }]);
    expect(parse('title\nA; B, C')).to.deep.equal([{ title: 'A; B' }]);
  });

  it('has plain dates where a column tells which number is the day', () => {
    const dates = (...cells: string[]) =>
      parse(`closes\n${cells.join('\n')}`).map(({ closes }) => closes);
    expect(dates('3/4/2026', '12/25/2026 17:00:00')).to.deep.equal([
      '2026-03-04',
      '2026-12-25 17:00:00',
    ]);
    expect(dates('3-4-2026', '25-12-2026', 'soon')).to.deep.equal([
      '2026-04-03',
      '2026-12-25',
      'soon',
    ]);
    for (const unsure of [
      ['3/4/2026', '5/6/2026'],
      ['25/12/2026', '12/25/2026', '3/4/2026'],
      ['13/4/20261', '1/2-2026'],
    ])
      expect(dates(...unsure)).to.deep.equal(unsure);
    expect(parse('a,b\n3/4/2026,31/1/2026')).to.deep.equal([{ a: '3/4/2026', b: '2026-01-31' }]);
  });

  it('may name the separator as Excel does', () => {
    expect(parse('sep=;\r\na;b\r\n1;2')).to.deep.equal([{ a: '1', b: '2' }]);
    expect(parse('sep=,\na,b\n1,2')).to.deep.equal([{ a: '1', b: '2' }]);
  });

  it('has quotation marks, separators and lines within quoted cells', () => {
    expect(parse('a,b\n"x, ""y""","line 1\r\nline 2"\n"",""""\n')).to.deep.equal([
      { a: 'x, "y"', b: 'line 1\r\nline 2' },
      { b: '"' },
    ]);
  });

  it('is read where people stray from the rules', () => {
    expect(parse('a, b\n 1 , "x, y" \n5" disk,"x" y\n')).to.deep.equal([
      { a: '1', b: 'x, y' },
      { a: '5" disk', b: 'x y' },
    ]);
  });

  it('may have rows that are too short or too long', () => {
    expect(parse('a,b,c\n1\n1,2,3,4\n,2')).to.deep.equal([
      { a: '1' },
      { a: '1', b: '2', c: '3' },
      { b: '2' },
    ]);
  });

  it('tells columns apart that have one name or none', () => {
    expect(parse('a,a,,a 2,a,\n1,2,3,4,5,6')).to.deep.equal([
      { a: '1', 'a 2': '2', 'column 3': '3', 'a 2 2': '4', 'a 3': '5', 'column 6': '6' },
    ]);
  });

  it('has at most 1,000 columns', () => {
    const [row] = parse(`${'a,'.repeat(1_500)}\n${'1,'.repeat(1_500)}`);
    expect(Object.keys(row!)).to.have.length(1_000);
  });

  it('has columns of any name, without harm', () => {
    const [row] = parse('__proto__,constructor,a\nx,y,z');
    expect(Object.entries(row!)).to.deep.equal([
      ['__proto__', 'x'],
      ['constructor', 'y'],
      ['a', 'z'],
    ]);
    expect(Object.getPrototypeOf(row)).to.equal(Object.prototype);
    expect(parse('a\n1')[0]).to.not.have.property('x');
  });

  it('says what came instead', () => {
    expect(problem('csv', '\n')).to.contain('not CSV: it is empty');
    expect(problem('csv', '<!DOCTYPE html><html>')).to.contain('HTML page');
    for (const other of ['{"items":[]}', ' [1]', '<rss>', 'PK\u0003\u0004\0\0'])
      expect(problem('csv', other)).to.contain('something else');
  });

  it('says in which line a quotation mark is never closed', () => {
    expect(problem('csv', 'a,b\n"1\n",2\n3,"4\n5,6')).to.contain(
      'line 4, a quotation mark is never closed',
    );
  });

  it('is read as it was written', () => {
    const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(' ', ',', ';', '\t', '"', '\n', '\r', 'x') }),
    );
    const name = text.map((each) => each.trim()).filter(Boolean);
    const table = fc
      .uniqueArray(name, { minLength: 2, maxLength: 5 })
      .filter(([first]) => !/^sep=$|\0/.test(first!))
      .chain((names) =>
        fc.tuple(
          fc.constant(names),
          fc.array(fc.array(text, { minLength: names.length, maxLength: names.length })),
        ),
      );
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n', '\r'),
        ([names, rows], separator, end) => {
          const written = [names, ...rows].map((row) => row.map(quote).join(separator)).join(end);
          const expected = rows
            .map((row) => names.map((each, index) => [each, row[index]!.trim()] as const))
            .map((row) => row.filter(([, cell]) => cell !== ''))
            .filter((row) => row.length);
          fc.pre(!written.includes('\0'));
          expect(parse(written)).to.deep.equal(expected.map((row) => Object.fromEntries(row)));
        },
      ),
    );
  });
});
