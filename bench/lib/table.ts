/** Rows as a table, for the terminal and for the documentation. */
import { figure, isMet, type Row } from './rows.ts';

const HEAD = ['', 'measured', 'half of the samples', 'n', 'limit', 'goal', ''] as const;

/** The cells of a row: what, figure, spread, samples, limit, goal, verdict. */
function cellsOf(row: Row): string[] {
  const { low, high, n, limit, goal } = row;
  const bound = (value: number | undefined) =>
    value === undefined ? '' : `≤ ${figure(row, value)}`;
  return [
    row.name,
    figure(row, row.value),
    low === undefined || high === undefined ? '' : `${figure(row, low)} to ${figure(row, high)}`,
    n === undefined ? '' : String(n),
    bound(limit),
    bound(goal),
    { true: 'met', false: 'missed', undefined: '' }[String(isMet(row)) as 'true'],
  ];
}

/** Aligned columns. */
export function printTable(rows: readonly Row[]): string {
  const lines = [[...HEAD], ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Markdown; a column in which nothing stands is left out. */
export function markdownTable(rows: readonly Row[]): string {
  const lines = rows.map(cellsOf);
  const columns = HEAD.map((_, column) => column).filter((column) =>
    lines.some((line) => line[column] !== ''),
  );
  const draw = (line: readonly string[]) =>
    `| ${columns.map((column) => line[column]!).join(' | ')} |`;
  const rule = `|${columns.map((column) => (column === 0 ? '---' : '--:')).join('|')}|`;
  return [draw(HEAD), rule, ...lines.map(draw)].join('\n');
}

const GROWTH = /^(.*): ([\d,]+ ÷ [\d,]+)$/;
const OF_SOMETHING = /^(.*), (.*)$/;

/**
 * Markdown, a line for each thing that was measured of several, which stand beside each other, with how it
 * grows: `pages, 1,000 listings`, `pages, 10,000 listings`, and `pages: 10,000 ÷ 1,000` at the end.
 */
export function tableInColumns(rows: readonly Row[]): string {
  const lines = new Map<string, Map<string, Row>>();
  for (const row of rows) {
    const [, what, column] = GROWTH.exec(row.name) ?? OF_SOMETHING.exec(row.name) ?? [];
    if (what === undefined || column === undefined) continue;
    const line = lines.get(what) ?? new Map<string, Row>();
    lines.set(what, line.set(column, row));
  }
  const columns = [...new Set([...lines.values()].flatMap((line) => [...line.keys()]))].sort(
    (a, b) => Number(a.includes('÷')) - Number(b.includes('÷')),
  );
  const cell = (row: Row | undefined): string => {
    if (!row) return '';
    const met = { true: ', met', false: ', missed', undefined: '' }[String(isMet(row)) as 'true'];
    const bound = row.limit === undefined ? '' : ` (≤ ${figure({ unit: '' }, row.limit)}${met})`;
    return figure(row, row.value) + bound;
  };
  return [
    `|  | ${columns.join(' | ')} |`,
    `|---|${columns.map(() => '--:').join('|')}|`,
    ...[...lines].map(
      ([what, line]) => `| ${what} | ${columns.map((each) => cell(line.get(each))).join(' | ')} |`,
    ),
  ].join('\n');
}
