/** What a conversion is, and the one thing that most of them begin with. */

export interface Surroundings {
  /** IANA zone of times that state none. */
  readonly zone?: string | undefined;
  /** The present day, `YYYY-MM-DD`, from which days ago are counted. */
  readonly today?: string | undefined;
}

/** The whole `Reading`; a conversion reads its own options from it, own properties only. */
export type Options = Readonly<Record<string, unknown>>;

/** One value in, what it means out; undefined where it cannot be read. A list that comes out is several values. */
export type Convert = (value: unknown, options: Options, surroundings: Surroundings) => unknown;

/** The trimmed text of a scalar; empty for anything else. */
export const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value.trim()
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';

/** An object without the members that are undefined; undefined where all of them are. */
export function known<Members extends object>(
  members: Members,
): { [Name in keyof Members]?: Exclude<Members[Name], undefined> } | undefined {
  let result: Record<string, unknown> | undefined;
  for (const [name, value] of Object.entries(members) as [string, unknown][])
    if (value !== undefined) (result ??= {})[name] = value;
  return result as Members | undefined;
}

/** A table of a line such as `amp:& lt:<`: a name, and what it stands for. */
export const tableOf = (line: string): ReadonlyMap<string, string> =>
  new Map(line.split(' ').map((entry) => entry.split(':') as [string, string]));
