import pg from 'pg';
import { DatabaseUnavailable, type Database, type Queryable, type Row } from './database.ts';

type Client = Pick<pg.Pool | pg.PoolClient, 'query'>;

export interface ConnectionOptions {
  /** At most so many at a time; default 10. */
  readonly most?: number;
  /** Milliseconds to wait for one; default 5,000. */
  readonly patience?: number;
}

/**
 * Who waits in vain is told to come again, which is soon enough to be heard: a widget tries a list three times in
 * 30 seconds and waits for 15 at most, while a request may wait for a connection more than once, to be counted and
 * to be answered. With less, a crowd would be sent away that can be served: of 200 searches at once among 100,000
 * listings none is. Writes have the same patience, since they may come again under their key.
 */
const PATIENCE = 5_000;

/** SQLSTATEs by which PostgreSQL says that it is not there: connection lost, none left, ending, starting. */
const ABSENT = /^(08...|53300|57P0[123])$/;

/** Everything else that PostgreSQL says itself is an answer; what the driver says is that none came. */
async function heard<Answer>(
  answer: Promise<Answer>,
  options?: { mayBeDone: boolean },
): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof pg.DatabaseError && !ABSENT.test(error.code ?? '')) throw error;
    throw new DatabaseUnavailable(error, options);
  }
}

const queryable = (client: Client): Queryable => ({
  async query<Result extends Row>(sql: string, parameters: readonly unknown[] = []) {
    const { rows } = await heard(client.query<Result>(sql, [...parameters]));
    return rows;
  },
});

/** A connection that breaks while nothing is asked of it says so; unheard, that would end the process. */
const ignore = () => undefined;

function openPool(url: string, options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, ...options });
  pool.on('error', ignore);
  return pool;
}

/** A PostgreSQL server that may be down at any time: it is soon given up, for there is another one to ask. */
export function openReplica(url: string): Queryable & Pick<Database, 'close'> {
  const pool = openPool(url, { connectionTimeoutMillis: 1_000, query_timeout: 3_000 });
  return { ...queryable(pool), close: () => pool.end() };
}

/** A PostgreSQL server, through a small pool of connections. */
export async function openPostgresDatabase(
  url: string,
  { most = 10, patience = PATIENCE }: ConnectionOptions = {},
): Promise<Database> {
  const pool = openPool(url, { max: most, connectionTimeoutMillis: patience });
  await pool.query('select 1');
  return {
    ...queryable(pool),
    async transaction(work) {
      const client = await heard(pool.connect());
      client.on('error', ignore);
      let broken = false;
      try {
        await heard(client.query('begin'));
        const result = await work(queryable(client));
        await heard(client.query('commit'), { mayBeDone: true });
        return result;
      } catch (error) {
        await client.query('rollback').catch(() => (broken = true));
        throw error;
      } finally {
        client.off('error', ignore);
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}
