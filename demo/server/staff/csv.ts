/** CSV that a spreadsheet opens without running anything in it. */

/** A cell that begins like a formula is made text by an apostrophe: applicants write these cells. */
const harmless = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);

const cell = (text: string): string => `"${harmless(text).replaceAll('"', '""')}"`;

/** RFC 4180, with the mark by which Excel recognizes UTF-8. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  '\uFEFF' + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
