/**
 * The servers under test. Everything runs on both databases: on the embedded one always, on PostgreSQL where
 * there is one, and is otherwise reported as pending, with a word about why.
 */
import type { AppOptions } from '../../../demo/server/app.ts';
import { createApp } from '../../../demo/server/app.ts';
import type { Database } from '../../../demo/server/database/database.ts';
import { startServer, type RunningServer } from '../../../demo/server/server.ts';
import { AttachmentStorage } from '../../../demo/server/applications/attachment-storage.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from './client.ts';
import { startPostgres, type PostgresServer } from './postgres-server.ts';

/** When all tests take place, unless they say otherwise. */
export const NOW = Date.UTC(2026, 2, 18, 15, 30);

export const KINDS = ['PGlite', 'PostgreSQL'] as const;
export type DatabaseKind = (typeof KINDS)[number];

const closers: (() => Promise<unknown>)[] = [];

/** Closes something when all tests are over. */
export const atEnd = (close: () => Promise<unknown>): void => void closers.unshift(close);

after(async function () {
  this.timeout(30_000);
  for (const close of closers) await close();
});

let postgres: Promise<PostgresServer | undefined> | undefined;

async function postgresServer(): Promise<PostgresServer | undefined> {
  postgres ??= startPostgres().then((server) => {
    if (server) closers.push(() => server.stop());
    else
      console.warn(
        '  No PostgreSQL: set TEST_DATABASE_URL or install its server. Tests on it are pending.',
      );
    return server;
  });
  return await postgres;
}

/** Options with which a server of this kind starts on a database of its own; undefined: there is none. */
export async function optionsFor(
  kind: DatabaseKind,
): Promise<{ databaseUrl?: string } | undefined> {
  if (kind === 'PGlite') return {};
  const server = await postgresServer();
  return server && { databaseUrl: await server.createDatabase() };
}

export interface Subject {
  readonly api: Client;
  readonly database: Database;
}

const shared = new Map<DatabaseKind, Promise<RunningServer | undefined>>();

/** One seeded server of each kind for all tests that do not need one of their own. */
async function sharedServer(kind: DatabaseKind): Promise<RunningServer | undefined> {
  const start = async () => {
    const options = await optionsFor(kind);
    if (!options) return undefined;
    const server = await startServer({ ...options, now: () => NOW, limits: 'off' });
    atEnd(() => server.close());
    return server;
  };
  const known = shared.get(kind) ?? start();
  shared.set(kind, known);
  return await known;
}

/**
 * Describes something once for each database. `subject()` is there inside of tests and hooks; what is given to
 * `afterwards` runs after the tests, unless this machine has no such database.
 */
export function onEachDatabase(
  name: string,
  define: (
    subject: () => Subject,
    afterwards: (clean: (subject: Subject) => Promise<unknown>) => void,
  ) => void,
): void {
  for (const kind of KINDS)
    describe(`${name} (${kind})`, () => {
      let server: RunningServer | undefined;
      const subject = (): Subject => {
        if (!server) throw new Error('Only inside of tests.');
        return { api: new Client(server.url), database: server.database };
      };
      before(async function () {
        this.timeout(60_000);
        server = await sharedServer(kind);
        if (!server) this.skip();
      });
      define(subject, (clean) =>
        after(async () => {
          if (server) await clean(subject());
        }),
      );
    });
}

/** Another app on the same database, with other options; closed at the end. */
export async function appOn(
  database: Database,
  options: Partial<AppOptions> = {},
): Promise<Client> {
  const folder = await mkdtemp(join(tmpdir(), 'foothold-test-'));
  const app = await createApp({
    database,
    storage: await AttachmentStorage.open(folder),
    now: () => NOW,
    limits: 'off',
    trustProxy: false,
    logLevel: 'silent',
    ...options,
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  atEnd(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });
  return new Client(url);
}
