import { readdir, readFile } from 'node:fs/promises';
import type { Database } from './database.ts';

const folder = new URL('./migrations/', import.meta.url);

/** Any constant will do; it keeps two servers that start together from migrating or seeding at once. */
export const START_LOCK = 'select pg_advisory_xact_lock(41707)';

/** One statement ends where a line ends in a semicolon; both drivers take only one at a time with parameters. */
const statements = (sql: string): string[] =>
  sql
    .split(/;\s*$/m)
    .map((each) => each.trim())
    .filter(Boolean);

/** Brings the schema up to date: every file of `migrations/` that has not run yet, in order of name. */
export async function migrate(database: Database): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  await database.transaction(async (transaction) => {
    await transaction.query(START_LOCK);
    await transaction.query(
      `create table if not exists migrations
         (name text primary key, ran_at timestamptz not null default now())`,
    );
    const done = await transaction.query<{ name: string }>('select name from migrations');
    for (const name of names.filter((each) => !done.some((row) => row.name === each))) {
      for (const statement of statements(await readFile(new URL(name, folder), 'utf8')))
        await transaction.query(statement);
      await transaction.query('insert into migrations (name) values ($1)', [name]);
    }
  });
}
