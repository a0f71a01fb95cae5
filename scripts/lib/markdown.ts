/** The Markdown of the references that scripts write. */
import { readFileSync, writeFileSync } from 'node:fs';

/** One line of a table: no line breaks, and no bar that would end a cell. */
export const cell = (text = ''): string =>
  text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\|/g, '\\|')
    .trim();

export const code = (text = ''): string => (text ? `\`${cell(text)}\`` : '');

/** A table; nothing where it has no rows. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  if (!rows.length) return '';
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return `${[line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}

/** Writes a file; with `--check` among the arguments it only says whether that would change it. */
export function writeOrCheck(file: string, text: string): void {
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${file} is not what the code says. Run "npm run reference" and commit it.`);
    process.exitCode = 1;
  }
}
