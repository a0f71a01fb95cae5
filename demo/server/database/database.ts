/**
 * The one port to PostgreSQL. Everything above it speaks SQL and never learns whether a server answers
 * or the engine embedded in this process. Both adapters hand back what the queries select, so queries
 * select only types that both drivers read alike: text, int, boolean and json.
 */

export type Row = Record<string, unknown>;

export interface Queryable {
  query<Result extends Row = Row>(sql: string, parameters?: readonly unknown[]): Promise<Result[]>;
}

export interface Database extends Queryable {
  /** Runs `work` in one transaction; it is rolled back when `work` throws. */
  transaction<Result>(work: (transaction: Queryable) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** No connection, or one that broke before the answer came: it will pass, and what was asked may be asked again. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
  /** True of a transaction that was being committed: nobody knows whether it was. */
  readonly mayBeDone: boolean;

  constructor(cause: unknown, { mayBeDone = false } = {}) {
    super('The database is busy, or does not answer.', { cause });
    this.mayBeDone = mayBeDone;
  }
}

/** The first row of a query that gives at most one. */
export async function queryOne<Result extends Row>(
  database: Queryable,
  sql: string,
  parameters: readonly unknown[],
): Promise<Result | undefined> {
  const [row] = await database.query<Result>(sql, parameters);
  return row;
}

/** SQLSTATE of an error that came from PostgreSQL. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}
