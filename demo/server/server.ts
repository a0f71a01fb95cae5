/** Starts and stops the whole server: database, listings, HTTP. Used by `main.ts` and by tests. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { createApp } from './app.ts';
import { storedNames } from './applications/applications-repository.ts';
import { AttachmentStorage } from './applications/attachment-storage.ts';
import { startMailer, type Mailer } from './applications/mailer.ts';
import type { Recurring } from './applications/recurring.ts';
import { startRescan } from './applications/rescan.ts';
import { startUpkeep } from './applications/upkeep.ts';
import { commandScanner } from './applications/virus-scan.ts';
import { DEFAULT_LIMITS, DEFAULT_MAIL_FROM, type Config } from './config.ts';
import type { Database } from './database/database.ts';
import { openEmbeddedDatabase } from './database/embedded-database.ts';
import { lockFolder } from './database/folder-lock.ts';
import { migrate } from './database/migrate.ts';
import { openPostgresDatabase, type ConnectionOptions } from './database/postgres-database.ts';
import { openReplicas, type Replicas } from './database/replicas.ts';
import type { LogOptions } from './http/logging.ts';
import { keepListingBits } from './projects/bit-index.ts';
import { seedDatabase } from './seed/seed-database.ts';

export interface ServerOptions extends Partial<Omit<Config, 'port' | 'host'>> {
  /** Default: one that is free. */
  readonly port?: number;
  readonly host?: string;
  /** Of `databaseUrl`. */
  readonly connections?: ConnectionOptions;
  readonly now?: () => number;
  /** Default true. */
  readonly seed?: boolean;
  readonly site?: FastifyPluginAsync;
  readonly logStream?: NonNullable<LogOptions['logStream']>;
}

export interface RunningServer {
  /** `http://127.0.0.1:5173`, without a slash at the end. */
  readonly url: string;
  readonly app: FastifyInstance;
  readonly database: Database;
  close(): Promise<void>;
}

/** Asked first: the folder's data belong to the server that may have the port already. */
async function refuseTakenPort(port: number, host: string): Promise<void> {
  const probe = createServer().listen(port, host);
  await once(probe, 'listening');
  probe.close();
  await once(probe, 'close');
}

/** A server on the network, a folder, or nothing but memory, in this order. */
async function openDatabase(options: ServerOptions): Promise<Database> {
  const { databaseUrl, connections, dataFolder } = options;
  if (databaseUrl !== undefined) return await openPostgresDatabase(databaseUrl, connections);
  if (dataFolder === undefined) return await openEmbeddedDatabase();
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const unlock = await lockFolder(dataFolder);
  const database = await openEmbeddedDatabase(join(dataFolder, 'database'));
  return { ...database, close: () => database.close().finally(unlock) };
}

/** A folder that lasts as long as a server that keeps nothing. */
async function temporaryFolder(): Promise<string> {
  return await mkdtemp(join(tmpdir(), 'foothold-'));
}

/**
 * What a crash left behind is removed at once where nobody else can be writing; on a database that servers
 * share, they may share the folder too, and it is removed when it is an hour old (`upkeep.ts`).
 */
async function openStorage(
  database: Database,
  folder: string,
  isShared: boolean,
): Promise<AttachmentStorage> {
  const storage = await AttachmentStorage.open(folder);
  if (!isShared) await storage.removeAllBut(await storedNames(database));
  return storage;
}

/** On a database that servers share, requests are counted there. */
function limitsOf({ limits = DEFAULT_LIMITS, databaseUrl }: ServerOptions, database: Database) {
  return limits === 'off' || databaseUrl === undefined
    ? limits
    : { ...limits, countedIn: database };
}

export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const now = options.now ?? Date.now;
  const { port = 0, host = '127.0.0.1' } = options;
  await refuseTakenPort(port, host);
  const database = await openDatabase(options);
  await migrate(database);
  if (options.seed !== false) await seedDatabase(database, now());
  const folder = options.dataFolder ?? (await temporaryFolder());
  const storage = await openStorage(database, folder, options.databaseUrl !== undefined);

  const replicas: Replicas | undefined =
    options.replicaUrls && (await openReplicas({ urls: options.replicaUrls, primary: database }));

  let mailer: Mailer | undefined;
  let rescan: Recurring | undefined;
  const { staffPassword, logStream, site, challengeKey, scanCommand, retentionDays } = options;
  const scanner = scanCommand && commandScanner(scanCommand);
  const app = await createApp({
    ...(staffPassword !== undefined && { staffPassword }),
    ...(logStream && { logStream }),
    // The demo shows both ways; its key is as short-lived as its challenges.
    ...(site && { site, alsoChecked: { key: randomBytes(32).toString('hex') } }),
    ...(challengeKey !== undefined && { challenge: { key: challengeKey } }),
    ...(scanner && { scanner }),
    ...(replicas && { listings: replicas }),
    database,
    storage,
    now,
    limits: limitsOf(options, database),
    trustProxy: options.trustProxy ?? false,
    logLevel: options.logLevel ?? 'silent',
    sendsEmail: options.smtpUrl !== undefined,
    onStored: () => void mailer?.deliver(),
  });
  const { smtpUrl, mailFrom: from = DEFAULT_MAIL_FROM } = options;
  if (smtpUrl) mailer = startMailer({ database, smtpUrl, from, now, log: app.log });
  if (scanner) rescan = startRescan({ database, storage, scanner, now, log: app.log });
  void rescan?.run();
  const keeping = { database, storage, now, log: app.log };
  const upkeep = startUpkeep({ ...keeping, ...(retentionDays !== undefined && { retentionDays }) });
  await upkeep.run();
  const bits = keepListingBits({ database, now, log: app.log });

  const close = async () => {
    await app.close();
    await mailer?.stop();
    await rescan?.stop();
    await upkeep.stop();
    await bits.stop();
    await replicas?.close();
    await database.close();
    if (options.dataFolder === undefined) await rm(folder, { recursive: true, force: true });
  };
  try {
    const url = await app.listen({ port, host });
    return { url, app, database, close };
  } catch (error) {
    await close();
    throw error;
  }
}
