/**
 * A PostgreSQL server for the tests: the one that TEST_DATABASE_URL names, else one of our own, made from the
 * binaries that this machine has, in a folder of its own and listening on a free port of loopback only.
 */
import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

export interface PostgresServer {
  /** Makes an empty database and returns its URL. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** One that belongs to its test alone, and may be down for a while. */
export interface FailingServer extends PostgresServer {
  /** Ends it as `pg_ctl stop -m fast` does: whoever is connected is cut off. */
  fail(): Promise<void>;
  /** Starts it again, where it was. */
  recover(): Promise<void>;
}

/** The folder of the server's binaries, and of `tool`. */
export function findBinaries(tool = 'initdb'): string | undefined {
  const versions = '/usr/lib/postgresql';
  const installed = existsSync(versions)
    ? readdirSync(versions).map((version) => join(versions, version, 'bin'))
    : [];
  return [...(process.env['PATH'] ?? '').split(delimiter), ...installed].find(
    (folder) => existsSync(join(folder, tool)) && existsSync(join(folder, 'postgres')),
  );
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

const idOf = (flag: string, user: string) => Number(execFileSync('id', [flag, user]).toString());

/** PostgreSQL refuses to run as root. */
export function unprivilegedOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const user of ['postgres', 'nobody']) {
    try {
      return { uid: idOf('-u', user), gid: idOf('-g', user) };
    } catch {
      // There is no such user here.
    }
  }
  return undefined;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

export async function waitFor(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (attempt > 100 || server.exitCode !== null) throw error;
      await pause(100);
    }
  }
}

let count = 0;

/** Databases in a server that is there already; each is dropped at the end. */
function databasesIn(url: string, end: () => Promise<void>): PostgresServer {
  const made: string[] = [];
  const admin = async (sql: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  return {
    async createDatabase() {
      const name = `foothold_test_${process.pid}_${++count}`;
      await admin(`create database ${name} template template0 encoding 'UTF8'`);
      made.push(name);
      const copy = new URL(url);
      copy.pathname = `/${name}`;
      return copy.href;
    },
    async stop() {
      for (const name of made) await admin(`drop database if exists ${name} with (force)`);
      await end();
    },
  };
}

async function startOwn(binaries: string): Promise<FailingServer> {
  const owner = unprivilegedOwner();
  const folder = await mkdtemp(join(tmpdir(), 'foothold-postgres-'));
  if (owner) await chown(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const options = { ...owner, cwd: folder };
  await run(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'test', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    options,
  );
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    fsync: 'off',
  };
  const url = `postgresql://test@127.0.0.1:${port}/postgres`;
  const parameters = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  let server: ChildProcess;
  const recover = async () => {
    server = spawn(join(binaries, 'postgres'), ['-D', data, ...parameters], {
      ...options,
      stdio: 'ignore',
    });
    await waitFor(url, server);
  };
  const fail = async () => {
    const exited = once(server, 'exit');
    server.kill('SIGINT');
    await exited;
  };
  await recover();
  const databases = databasesIn(url, async () => {
    await fail();
    await rm(folder, { recursive: true, force: true });
  });
  return { ...databases, fail, recover };
}

/** Undefined when this machine has neither a server for us nor the binaries for one. */
export async function startPostgres(): Promise<PostgresServer | undefined> {
  const url = process.env['TEST_DATABASE_URL'];
  if (url) return databasesIn(url, () => Promise.resolve());
  const binaries = findBinaries();
  return binaries === undefined ? undefined : await startOwn(binaries);
}

/** Undefined, and said, where there are no binaries, or the server for tests is another's. */
export async function startFailingPostgres(): Promise<FailingServer | undefined> {
  const binaries = findBinaries();
  if (binaries !== undefined && !process.env['TEST_DATABASE_URL']) return await startOwn(binaries);
  console.warn(
    '  No PostgreSQL that may fail: install its server, and unset TEST_DATABASE_URL. Tests with one are pending.',
  );
  return undefined;
}
