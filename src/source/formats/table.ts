/** A row of a table by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

const MAX_COLUMNS = 1_000;

/**
 * Rows of cells → objects. Empty cells (`''`), cells beyond the last name and columns after the first 1,000 are left out. Of columns with one
 * name the second is `name 2`, and so on. As in `JSON.parse`, a column called `__proto__` is an own
 * property like any other.
 */
export function toRows(
  labels: readonly string[],
  rows: readonly (readonly unknown[])[],
): readonly Row[] {
  const seen = new Map<string, number>();
  const unique = (name: string): string => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count > 1 ? unique(`${name} ${count}`) : name;
  };
  const names = labels.slice(0, MAX_COLUMNS).map(unique);
  // Cell by cell, not name by name: a wide header over many short rows must not cost their product.
  return rows.map((cells) =>
    Object.fromEntries(
      cells
        .slice(0, names.length)
        .map((cell, index) => [names[index]!, cell] as const)
        .filter(([, cell]) => cell !== ''),
    ),
  );
}
