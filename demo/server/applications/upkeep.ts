/**
 * Forgets what need not be kept any longer: once at the start and daily. Several servers on one database may
 * do it at the same time; each row is deleted by one of them, and its files with it.
 */
import type { FastifyBaseLogger } from 'fastify';
import type { Database, Queryable } from '../database/database.ts';
import { deleteApplications, storedNames } from './applications-repository.ts';
import type { AttachmentStorage } from './attachment-storage.ts';
import { recurring, type Recurring } from './recurring.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Applications that are deleted in one transaction. */
const BATCH = 100;

export interface UpkeepOptions {
  readonly database: Database;
  readonly storage: AttachmentStorage;
  /** How long applications are kept after the deadline of their project; absent: until somebody deletes them. */
  readonly retentionDays?: number;
  readonly now: () => number;
  readonly log: Pick<FastifyBaseLogger, 'info' | 'error'>;
}

const iso = (time: number) => new Date(time).toISOString();

/** The deadline counts; where there is none, the moment of the application. */
const selectOld = (transaction: Queryable, before: string) =>
  transaction.query<{ id: string }>(
    `select a.id::text as id from applications a join projects p on p.id = a.project_id
     where coalesce(p.closes_at, a.submitted_at) < $1::timestamptz
     limit ${BATCH} for update of a skip locked`,
    [before],
  );

/** Deletes one batch; returns how many applications that was. */
async function deleteBatch({ database, storage }: UpkeepOptions, before: string): Promise<number> {
  const deleted = await database.transaction(async (transaction) => {
    const ids = (await selectOld(transaction, before)).map(({ id }) => id);
    return { ids, ...(await deleteApplications(transaction, ids)) };
  });
  // After the rows: a crash in between leaves files without rows, which are found later.
  await storage.remove(deleted.files);
  return deleted.ids.length;
}

async function forgetOld(options: UpkeepOptions, days: number): Promise<void> {
  const before = iso(options.now() - days * DAY);
  let applications = 0;
  for (let count; (count = await deleteBatch(options, before)) > 0;) applications += count;
  const emails = await options.database.query(
    `delete from outbox where state <> 'queued' and created_at < $1::timestamptz returning 1 as deleted`,
    [before],
  );
  if (applications + emails.length > 0)
    options.log.info(
      { applications, emails: emails.length },
      'what was kept long enough was deleted',
    );
}

export async function forget(options: UpkeepOptions): Promise<void> {
  const { database, storage, retentionDays, now } = options;
  // An hour more, for servers whose clocks differ.
  await database.query('delete from spent_challenges where expires_at < $1::timestamptz', [
    iso(Math.min(now(), Date.now()) - HOUR),
  ]);
  if (retentionDays !== undefined) await forgetOld(options, retentionDays);
  await storage.removeAllBut(await storedNames(database), Date.now() - HOUR);
}

export const startUpkeep = (options: UpkeepOptions): Recurring =>
  recurring(
    () => forget(options),
    DAY,
    (error) => {
      options.log.error({ err: error }, 'old data could not be deleted');
    },
  );
