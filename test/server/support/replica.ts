/** A streaming replica of a PostgreSQL server of the tests, made by `pg_basebackup`; it can be stopped and started. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findBinaries, freePort, unprivilegedOwner, waitFor } from './postgres-server.ts';

const run = promisify(execFile);

export interface Replica {
  /** The same database on the replica. */
  readonly url: string;
  start(): Promise<void>;
  /** Ends it at once, with whatever it was doing. */
  stop(): Promise<void>;
  remove(): Promise<void>;
}

/** @param primary URL of a database; undefined, and said, where this machine has no PostgreSQL binaries or the server is another's */
export async function makeReplica(primary: string): Promise<Replica | undefined> {
  const binaries = findBinaries('pg_basebackup');
  if (binaries === undefined || process.env['TEST_DATABASE_URL']) {
    console.warn(
      '  No replica: install pg_basebackup, and unset TEST_DATABASE_URL. Tests with one are pending.',
    );
    return undefined;
  }
  const owner = unprivilegedOwner();
  const folder = await mkdtemp(join(tmpdir(), 'foothold-replica-'));
  if (owner) await chown(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const { hostname, port, username } = new URL(primary);
  await run(
    join(binaries, 'pg_basebackup'),
    ['-D', data, '-h', hostname, '-p', port, '-U', username, '-R', '-c', 'fast', '--no-sync'],
    { ...owner, cwd: folder },
  );
  const ownPort = await freePort();
  const url = new URL(primary);
  url.port = String(ownPort);
  let server: ChildProcess | undefined;
  const stop = async () => {
    if (!server) return;
    const exited = new Promise((resolve) => server?.once('exit', resolve));
    server.kill('SIGQUIT');
    await exited;
    server = undefined;
  };
  return {
    url: url.href,
    stop,
    async start() {
      const settings = ['-c', `port=${ownPort}`, '-c', 'listen_addresses=127.0.0.1'];
      server = spawn(
        join(binaries, 'postgres'),
        ['-D', data, ...settings, '-c', 'unix_socket_directories=', '-c', 'fsync=off'],
        { ...owner, cwd: folder, stdio: 'ignore' },
      );
      await waitFor(url.href, server);
    },
    async remove() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
