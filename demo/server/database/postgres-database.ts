import pg from 'pg';
import type { Database, Queryable, Row } from './database.ts';

type Client = Pick<pg.Pool | pg.PoolClient, 'query'>;

const queryable = (client: Client): Queryable => ({
  async query<Result extends Row>(sql: string, parameters: readonly unknown[] = []) {
    const { rows } = await client.query<Result>(sql, [...parameters]);
    return rows;
  },
});

function openPool(url: string, options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 10, ...options });
  // An idle connection that breaks is replaced at the next query; unheard, it would end the process.
  pool.on('error', () => undefined);
  return pool;
}

/** A PostgreSQL server that may be down at any time: it is soon given up, for there is another one to ask. */
export function openReplica(url: string): Queryable & Pick<Database, 'close'> {
  const pool = openPool(url, { connectionTimeoutMillis: 1_000, query_timeout: 3_000 });
  return { ...queryable(pool), close: () => pool.end() };
}

/** A PostgreSQL server, through a small pool of connections. */
export async function openPostgresDatabase(url: string): Promise<Database> {
  const pool = openPool(url, { connectionTimeoutMillis: 10_000 });
  await pool.query('select 1');
  return {
    ...queryable(pool),
    async transaction(work) {
      const client = await pool.connect();
      let broken = false;
      try {
        await client.query('begin');
        const result = await work(queryable(client));
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch(() => (broken = true));
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}
