/** Starts the reference API with as many listings as wanted, on a PostgreSQL server. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { migrate } from '../../demo/server/database/migrate.ts';
import { openPostgresDatabase } from '../../demo/server/database/postgres-database.ts';
import { seedMany } from '../../demo/server/seed/many.ts';

const SCRIPT = fileURLToPath(new URL('serve-listings.ts', import.meta.url));

export interface ListingsServer {
  readonly url: string;
  /** Bytes of the database, and of the bits in it. */
  readonly disk: { readonly all: number; readonly bits: number };
  /** The most memory that the process has had, in bytes. */
  mostMemory(): Promise<number>;
  stop(): Promise<void>;
}

async function fill(databaseUrl: string, listings: number): Promise<ListingsServer['disk']> {
  const database = await openPostgresDatabase(databaseUrl);
  try {
    await migrate(database);
    await seedMany(database, listings, Date.now());
    const [row] = await database.query<Record<'all' | 'bits', string>>(
      `select pg_database_size(current_database())::text as all,
         (pg_total_relation_size('listing_bits') + pg_total_relation_size('listing_word_bits'))::text as bits`,
    );
    return { all: Number(row?.all), bits: Number(row?.bits) };
  } finally {
    await database.close();
  }
}

export async function startListings(
  databaseUrl: string,
  listings: number,
): Promise<ListingsServer> {
  const disk = await fill(databaseUrl, listings);
  const child = fork(SCRIPT, { env: { ...process.env, DATABASE_URL: databaseUrl } });
  const exited = once(child, 'exit');
  const said = async () => {
    const [word] = (await Promise.race([once(child, 'message'), exited])) as [unknown];
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`);
    return word;
  };
  return {
    url: String(await said()),
    disk,
    async mostMemory() {
      child.send('memory');
      return Number(await said());
    },
    async stop() {
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}
