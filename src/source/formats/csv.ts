import { toRows, type Row } from './table.ts';
import { unexpected } from './unexpected.ts';

/** What ends a cell, for each of the usual separators. */
const CELL_ENDS = [/[,\r\n]/g, /[;\r\n]/g, /[\t\r\n]/g];

/** The way cells end in the first line, outside of quotation marks. */
function cellEndOf(text: string): RegExp {
  const plain = text.slice(0, 100_000).replace(/"[^"]*"?/g, '"');
  const [line = ''] = /\S[^\r\n]*/.exec(plain) ?? [];
  const count = (cellEnd: RegExp) => line.match(cellEnd)?.length ?? 0;
  return CELL_ENDS.reduce((best, each) => (count(each) > count(best) ? each : best));
}

/**
 * The rows that have anything in them, each as its trimmed cells. Where people stray from RFC 4180 they are
 * followed: spaces may stand before a quoted cell, text after it belongs to it, and a quotation mark
 * within a plain cell is itself.
 */
function readRows(text: string): string[][] {
  const cellEnd = cellEndOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at <= text.length; at++) {
    while (text[at] === ' ') at++;
    let cell = '';
    if (text[at] === '"') {
      const start = at + 1;
      do {
        at = text.indexOf('"', at + 1) + 1;
        if (!at) throw unexpected('CSV', text, 'a quotation mark is never closed', start);
      } while (text[at] === '"');
      cell = text.slice(start, at - 1).replaceAll('""', '"');
    }
    cellEnd.lastIndex = at;
    const end = cellEnd.exec(text);
    row.push((cell + text.slice(at, end?.index)).trim());
    at = end?.index ?? text.length;
    if (end && !/[\r\n]/.test(end[0])) continue;
    if (row.some(Boolean)) rows.push(row);
    row = [];
  }
  return rows;
}

/** Two numbers, of which one is the day and one the month, and a year. */
const DATE = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/;

/**
 * `3/4/2026` is one of two days. Where another cell of its column shows which number is the day, since it is above
 * 12, dates are written as ISO 8601: `2026-03-04`.
 */
function withPlainDates(rows: readonly string[][]): readonly string[][] {
  const dayFirst = new Set<number>();
  const monthFirst = new Set<number>();
  for (const row of rows)
    for (const [column, cell] of row.entries()) {
      const [, first, , second] = DATE.exec(cell) ?? [];
      if (Number(first) > 12) dayFirst.add(column);
      if (Number(second) > 12) monthFirst.add(column);
    }
  const plain =
    (column: number) => (_: string, first: string, _sign: string, second: string, year: string) =>
      [year, ...(dayFirst.has(column) ? [second, first] : [first, second])]
        .map((number) => number.padStart(2, '0'))
        .join('-');
  return rows.map((row) =>
    row.map((cell, column) =>
      dayFirst.has(column) === monthFirst.has(column) ? cell : cell.replace(DATE, plain(column)),
    ),
  );
}

/**
 * CSV (RFC 4180) → an object for each row, by the names in the first one; a column without a name is `column 3`. The
 * separator is the one of comma, semicolon and tab that the first line has most of. Blank rows are
 * dropped, empty cells left out, and so are cells beyond the last name. All values are text; dates are ISO 8601
 * in a column that tells day and month apart.
 *
 * @throws {SyntaxError} when it is something else, or a quotation mark is not closed
 */
export function parseCsv(text: string): readonly Row[] {
  // JSON, markup or bytes would make one strange column.
  if (/^\s*(?:[<[{]|$)/.test(text) || text.includes('\0'))
    throw unexpected('CSV', text, 'it looks like something else');
  const rows = readRows(text);
  // Excel's own way of naming the separator: a line `sep=;` before the header.
  if (rows[0]?.[0] === 'sep=') rows.shift();
  const [header = [], ...records] = rows;
  return toRows(
    header.map((name, index) => name || `column ${index + 1}`),
    withPlainDates(records),
  );
}
