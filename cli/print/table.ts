/** Plain text in columns. */

/** Columns that a text takes in a terminal, near enough: wide letters take two, marks none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of new Intl.Segmenter().segment(text))
    width +=
      /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
        segment,
      )
        ? 2
        : 1;
  return width;
}

/** A text that takes no more than so many columns. */
export function fitted(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (widthOf(kept + segment) > width - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Least width of a column that is made narrower. */
const NARROWEST = 10;

/**
 * Rows of cells as aligned lines, the first row being the heading. What does not fit the width is taken from the widest
 * columns; the first one stays as it is.
 */
export function tableLines(rows: readonly (readonly string[])[], width: number): string[] {
  const widths = (rows[0] ?? []).map((_, index) =>
    Math.max(...rows.map((row) => widthOf(row[index] ?? ''))),
  );
  const gaps = 2 * (widths.length - 1);
  for (;;) {
    const over = widths.reduce((sum, each) => sum + each, gaps) - width;
    const widest = widths.indexOf(Math.max(...widths.slice(1)), 1);
    if (over <= 0 || widths[widest]! <= NARROWEST) break;
    widths[widest]!--;
  }
  return rows.map((row) =>
    row
      .map((cell, index) => padded(fitted(cell, widths[index]!), widths[index]!))
      .join('  ')
      .trimEnd(),
  );
}
