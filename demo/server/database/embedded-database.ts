import { PGlite } from '@electric-sql/pglite';
import type { Database, Queryable, Row } from './database.ts';

type Engine = Pick<PGlite, 'query'>;

const queryable = (engine: Engine): Queryable => ({
  async query<Result extends Row>(sql: string, parameters: readonly unknown[] = []) {
    const { rows } = await engine.query<Result>(sql, [...parameters]);
    return rows;
  },
});

/** PostgreSQL inside this process, kept in `folder`, or in memory when none is given. */
export async function openEmbeddedDatabase(folder?: string): Promise<Database> {
  const engine = folder === undefined ? await PGlite.create() : await PGlite.create(folder);
  return {
    ...queryable(engine),
    transaction: (work) => engine.transaction((transaction) => work(queryable(transaction))),
    close: () => engine.close(),
  };
}
