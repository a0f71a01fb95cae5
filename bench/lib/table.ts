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
