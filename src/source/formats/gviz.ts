import { own } from '../decode-values.ts';
import { parseJson } from './json.ts';
import { toRows, type Row } from './table.ts';

/** `Date(2020,2,20)` or `Date(2020,2,20,9,30,0)`; months count from 0. */
const DATE = /^Date\((\d{4}(?:,\d{1,3}){2,6})\)$/;

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const words = (value: unknown) => (typeof value === 'string' ? value.trim() : '');

/** Dates as ISO 8601 without a zone, which is how the spreadsheet has them; anything else as it is. */
function plain(value: unknown): unknown {
  const parts = DATE.exec(words(value))?.[1]?.split(',').map(Number);
  if (!parts) return value;
  const iso = new Date(Date.UTC(...(parts as [number, number]))).toISOString();
  return iso.slice(0, parts.length > 3 ? 19 : 10);
}

/** What a cell holds. Of an amount of money only its text says in which currency it is. */
function valueOf(cell: unknown): unknown {
  const [value, shown] = [own(cell, 'v') ?? '', words(own(cell, 'f'))];
  return typeof value === 'number' && /\p{Sc}/u.test(shown) ? shown : value;
}

/**
 * A reply of the Google Visualization API (`/gviz/tq`) → an object for each row, by the labels of the columns, or by
 * their ids (`A`, `B`) where they have none. In a sheet that is all text Google does not see the header; then the
 * first row is taken for it. A date is `2020-03-20`, with a time `2020-03-20T09:30:00`, an amount of money what the
 * sheet shows: `$450.00`; other values are as sent.
 *
 * @throws {SyntaxError} when it is something else
 * @throws {TypeError} when it has no table; with Google's reason, where it gives one
 * @see https://developers.google.com/chart/interactive/docs/dev/implementing_data_source
 */
export function parseGviz(text: string): readonly Row[] {
  const reply = parseJson(text, 'Google Visualization text');
  const table = own(reply, 'table');
  const columns = own(table, 'cols');
  if (!Array.isArray(columns)) {
    const [error] = list(own(reply, 'errors'));
    const reason = words(
      own(error, 'detailed_message') ?? own(error, 'message') ?? own(error, 'reason'),
    );
    throw new TypeError(`The reply has no table: ${reason || 'no reason is given'}`);
  }
  const rows = list(own(table, 'rows'))
    .map((row) => list(own(row, 'c')).map(valueOf))
    .filter((cells) => cells.some((cell) => cell !== ''));
  let labels = columns.map((column) => words(own(column, 'label')));
  const isLabel = (cell: unknown) => typeof cell === 'string' && !DATE.test(cell);
  if (!labels.some(Boolean) && !own(table, 'parsedNumHeaders') && rows[0]?.every(isLabel))
    labels = rows.shift()!.map(words);
  return toRows(
    columns.map(
      (column, index) => labels[index] || words(own(column, 'id')) || `column ${index + 1}`,
    ),
    rows.map((cells) => cells.map(plain)),
  );
}
