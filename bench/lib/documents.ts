/** Brings the documentation in line with what was measured last: its tables, and its plots. */
import { readFileSync, writeFileSync } from 'node:fs';
import { bars, curves, type Curve } from './plot.ts';
import type { Results } from './results.ts';
import type { Row } from './rows.ts';
import { markdownTable, tableInColumns } from './table.ts';

const ROOT = new URL('../../', import.meta.url);
/** Where figures stand. */
export const DOCUMENTS: readonly URL[] = ['docs/performance.md', 'docs/scale.md'].map(
  (path) => new URL(path, ROOT),
);

const rowsOf = ({ steps }: Pick<Results, 'steps'>, step: string): readonly Row[] =>
  steps[step]?.rows ?? [];

/** How steps were measured, under their table. */
const note = ({ steps }: Pick<Results, 'steps'>, names: readonly string[]): string => {
  const ways = names.flatMap((name) => {
    const { at, browser } = steps[name] ?? {};
    return at ? [[at, browser].filter(Boolean).join(' with ')] : [];
  });
  return ways.length > 0 ? `\n\nMeasured on ${[...new Set(ways)].join(' and ')}.` : '';
};

/**
 * The document with its tables made anew. A table stands between `<!-- bench STEP: WORDS -->` and
 * `<!-- /bench -->`, and has the rows of that step whose names start with one of the words, which `|` separates.
 * With `in columns` before the colon, what was measured of several things has a column for each of them. Steps
 * may be several, between `+`.
 */
export const withTables = (text: string, results: Pick<Results, 'steps'>): string =>
  text.replace(
    /(<!-- bench ([\w+]+)( in columns)?: (.*?) -->\n).*?(<!-- \/bench -->)/gs,
    (whole, start: string, step: string, inColumns: string, words: string, end: string) => {
      const names = step.split('+');
      const starts = words.split('|').map((each) => each.trim());
      const rows = names
        .flatMap((name) => rowsOf(results, name))
        .filter(({ name }) => starts.some((each) => name.startsWith(each)));
      if (rows.length === 0) return whole;
      const table = inColumns ? tableInColumns(rows) : markdownTable(rows);
      return `${start}${table}${note(results, names)}\n${end}`;
    },
  );

const FIRST = 'first listing ÷ limit: ';

function loadPlot(rows: readonly Row[]): string | undefined {
  const drawn = rows
    .filter(({ name }) => name.startsWith(FIRST))
    .map((row) => ({
      label: row.name
        .slice(FIRST.length)
        .replace('vanilla DOM, script and API in parallel', 'Limit: vanilla DOM'),
      row,
      isOurs: row.name.includes('Foothold'),
    }))
    .sort((a, b) => a.row.value - b.row.value);
  // Without the others it would show nothing.
  return drawn.length > 4
    ? bars('First listing painted, ÷ the client-side limit (Slow 4G, 4× CPU)', ' ×', drawn)
    : undefined;
}

function curveOf(rows: readonly Row[], start: string, label: string, isOurs: boolean): Curve {
  const points = rows
    .filter(({ name }) => name.startsWith(`${start}, `))
    .map(({ name, value }): [number, number] => [
      Number(name.slice(start.length).replace(/\D/g, '')),
      value,
    ]);
  return { label, isOurs, points };
}

function typePlot(typing: readonly Row[], searching: readonly Row[]): string | undefined {
  const all = [
    curveOf(typing, 'a letter', 'a letter, drawn', true),
    curveOf(typing, 'longest task for a letter', 'longest task', true),
    curveOf(searching, 'search and order', 'search and order', true),
    curveOf(searching, 'bare includes', 'bare includes', false),
  ].filter(({ points }) => points.length > 1);
  return all.length === 4
    ? curves('Client mode: time of the main thread', all, { at: 50, label: '50 ms: a long task' })
    : undefined;
}

function apiPlot(rows: readonly Row[]): string | undefined {
  const all = ['first page', 'filters', 'words', 'words and filters', 'page 500'].map((way) =>
    curveOf(rows, way, way, way !== 'page 500'),
  );
  return all.every(({ points }) => points.length > 2)
    ? curves('The reference API on PostgreSQL: a page of 20, median', all)
    : undefined;
}

/** Writes tables and plots. */
export function writeDocuments(results: Results): void {
  for (const document of DOCUMENTS)
    writeFileSync(document, withTables(readFileSync(document, 'utf8'), results));
  const plots = {
    'bench-first-listing': loadPlot(rowsOf(results, 'load')),
    'bench-client-mode': typePlot(rowsOf(results, 'type'), rowsOf(results, 'search')),
    'bench-api': apiPlot(['api', 'million'].flatMap((step) => rowsOf(results, step))),
  };
  for (const [name, plot] of Object.entries(plots))
    if (plot) writeFileSync(new URL(`docs/images/${name}.svg`, ROOT), plot);
}
