/**
 * Scans again what could not be scanned when it arrived, until the scanner answers. A file that turns out to
 * be infected is deleted; that there was one stays on record, for the application has been taken.
 */
import type { FastifyBaseLogger } from 'fastify';
import { queryOne, type Database } from '../database/database.ts';
import type { AttachmentStorage } from './attachment-storage.ts';
import { recurring, type Recurring } from './recurring.ts';
import type { Scanner } from './virus-scan.ts';

const INTERVAL = 60_000;
const MINUTE = 60_000;
/** Longest pause between two attempts at one file. */
const LONGEST_PAUSE = 60 * MINUTE;
/** Nobody is waiting here, so the scanner may take its time. */
const PATIENCE = 2 * MINUTE;
/** A server that dies while scanning leaves its file to the next one after this time. */
const LEASE = 10 * MINUTE;

export interface RescanOptions {
  readonly database: Database;
  readonly storage: AttachmentStorage;
  readonly scanner: Scanner;
  readonly now: () => number;
  readonly log: Pick<FastifyBaseLogger, 'warn' | 'error'>;
}

interface WaitingFile extends Record<string, unknown> {
  readonly id: string;
  readonly name: string;
  readonly attempts: number;
}

const iso = (time: number) => new Date(time).toISOString();

/** Takes one file that is due, so that no other server takes it. */
const claimNext = (database: Database, now: number) =>
  queryOne<WaitingFile>(
    database,
    `update attachments set scan_attempts = scan_attempts + 1, next_scan_at = $2::timestamptz
     where id = (select id from attachments where scan = 'waiting' and next_scan_at <= $1::timestamptz
       order by next_scan_at limit 1 for update skip locked)
     returning id::text, storage_name as name, scan_attempts as attempts`,
    [iso(now), iso(now + LEASE)],
  );

/** False when the application was deleted meanwhile. */
const record = async (database: Database, { id }: WaitingFile, verdict: 'clean' | 'infected') =>
  (await queryOne(
    database,
    `update attachments set scan = $2, next_scan_at = null where id = $1::uuid returning 1 as updated`,
    [id, verdict],
  )) !== undefined;

export function startRescan({ database, storage, scanner, now, log }: RescanOptions): Recurring {
  async function scan(file: WaitingFile): Promise<void> {
    const { id, name, attempts } = file;
    // Only clean files leave quarantine, so one outside was found clean just before a crash.
    const released = storage.isReleased(name);
    const verdict = released ? 'clean' : await scanner(storage.pathInQuarantine(name), PATIENCE);
    if (verdict === 'unknown') {
      const pause = Math.min(LONGEST_PAUSE, MINUTE * 2 ** Math.min(attempts, 10));
      await database.query(
        'update attachments set next_scan_at = $2::timestamptz where id = $1::uuid',
        [id, iso(now() + pause)],
      );
      log.error({ attempts }, 'a file could not be scanned');
      return;
    }
    if (verdict === 'clean' && !released) await storage.release(name);
    const isThere = await record(database, file, verdict);
    if (verdict === 'infected') log.warn('a file was deleted: it is infected');
    if (verdict === 'infected' || !isThere) await storage.remove([name]);
  }

  const scanAll = async () => {
    for (let file; (file = await claimNext(database, now()));) await scan(file);
  };
  return recurring(scanAll, INTERVAL, (error) => {
    log.error({ err: error }, 'waiting files could not be scanned');
  });
}
