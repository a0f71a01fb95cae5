/** Brings the documentation in line with what was measured last: its tables, and its plots. */
import { readFileSync, writeFileSync } from 'node:fs';
import { bars, curves, type Curve } from './plot.ts';
import type { Results } from './results.ts';
import type { Row } from './rows.ts';
import { markdownTable } from './table.ts';

const ROOT = new URL('../../', import.meta.url);
export const DOCUMENT = new URL('docs/performance.md', ROOT);

const rowsOf = ({ steps }: Pick<Results, 'steps'>, step: string): readonly Row[] =>
  steps[step]?.rows ?? [];

/** How a step was measured, under its table. */
const note = ({ steps }: Pick<Results, 'steps'>, step: string): string => {
  const { at, browser } = steps[step] ?? {};
  return at ? `\n\nMeasured on ${[at, browser].filter(Boolean).join(' with ')}.` : '';
};

/**
 * The document with its tables made anew. A table stands between `<!-- bench STEP: WORDS -->` and
 * `<!-- /bench -->`, and has the rows of that step whose names start with one of the words, which `|` separates.
 */
export const withTables = (text: string, results: Pick<Results, 'steps'>): string =>
  text.replace(
    /(<!-- bench (\w+): (.*?) -->\n).*?(<!-- \/bench -->)/gs,
    (whole, start: string, step: string, words: string, end: string) => {
      const starts = words.split('|').map((each) => each.trim());
      const rows = rowsOf(results, step).filter(({ name }) =>
        starts.some((each) => name.startsWith(each)),
      );
      return rows.length ? `${start}${markdownTable(rows)}${note(results, step)}\n${end}` : whole;
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

/** Writes tables and plots. */
export function writeDocuments(results: Results): void {
  writeFileSync(DOCUMENT, withTables(readFileSync(DOCUMENT, 'utf8'), results));
  const plots = {
    'bench-first-listing': loadPlot(rowsOf(results, 'load')),
    'bench-client-mode': typePlot(rowsOf(results, 'type'), rowsOf(results, 'search')),
  };
  for (const [name, plot] of Object.entries(plots))
    if (plot) writeFileSync(new URL(`docs/images/${name}.svg`, ROOT), plot);
}
