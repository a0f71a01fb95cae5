/**
 * Stores applications, each exactly once. What is unique is decided by the database's own constraints:
 * of requests that arrive together one inserts, the others wait for it and then find what it wrote.
 */
import { randomUUID } from 'node:crypto';
import type { Project } from '../../../src/domain/project.ts';
import { queryOne, type Database, type Queryable } from '../database/database.ts';
import type { SolvedChallenge } from './challenge.ts';
import { confirmationFor } from './confirmation.ts';
import { addToOutbox, emailKey } from './outbox.ts';
import { makeReference, nextStepsFor, type StoredReceipt } from './receipt.ts';
import type { StoredSignals } from './signals.ts';

export interface StoredFile {
  readonly part: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly storageName: string;
  /** What a virus scanner said; `none` was not asked, `waiting` has to be asked again. */
  readonly scan: 'none' | 'clean' | 'waiting';
}

export interface NewApplication {
  readonly project: Project;
  readonly key: string;
  readonly fingerprint: string;
  readonly name: string;
  readonly email: string;
  /** The JSON as it was sent. */
  readonly application: unknown;
  readonly files: readonly StoredFile[];
  readonly signals: StoredSignals | undefined;
  /** Spent when the application is stored, and only then. */
  readonly challenge: SolvedChallenge | undefined;
}

/** The application that already holds a key. */
export interface Earlier {
  readonly fingerprint: string;
  readonly receipt: StoredReceipt;
}

export type StoreResult =
  | { readonly outcome: 'stored'; readonly receipt: StoredReceipt }
  | ({ readonly outcome: 'key-taken' } & Earlier)
  | { readonly outcome: 'duplicate-applicant' }
  | { readonly outcome: 'challenge-spent' };

/** How long a request waits for another one with the same key. */
const LOCK_TIMEOUT = '10s';

interface ReceiptRow extends Record<string, unknown> {
  readonly fingerprint: string;
  readonly id: string;
  readonly reference: string;
  readonly milliseconds: string;
  readonly steps: readonly string[];
}

export async function findByKey(
  database: Queryable,
  projectId: string,
  key: string,
): Promise<Earlier | undefined> {
  const row = await queryOne<ReceiptRow>(
    database,
    `select fingerprint, id::text, reference, next_steps as steps,
       round(extract(epoch from submitted_at) * 1000)::text as milliseconds
     from applications where project_id = $1 and idempotency_key = $2::uuid`,
    [projectId, key],
  );
  if (!row) return undefined;
  const { fingerprint, id, reference, steps, milliseconds } = row;
  const submittedAt = new Date(Number(milliseconds)).toISOString();
  return {
    fingerprint,
    receipt: { id, reference, submittedAt, status: 'received', nextSteps: steps },
  };
}

async function insertApplication(
  transaction: Queryable,
  { project, key, fingerprint, name, email, application, signals }: NewApplication,
  receipt: StoredReceipt,
): Promise<boolean> {
  const inserted = await transaction.query(
    `insert into applications (id, project_id, idempotency_key, fingerprint, reference,
       applicant_name, applicant_email, email_key, application, next_steps, submitted_at, signals)
     values ($1::uuid, $2, $3::uuid, $4, $5, $6, $7, $8, $9::json, $10::json, $11::timestamptz,
       $12::json)
     on conflict do nothing returning 1 as inserted`,
    [
      receipt.id,
      project.id,
      key,
      fingerprint,
      receipt.reference,
      name,
      email,
      emailKey(email),
      JSON.stringify(application),
      JSON.stringify(receipt.nextSteps),
      receipt.submittedAt,
      signals ? JSON.stringify(signals) : null,
    ],
  );
  return inserted.length > 0;
}

async function insertFiles(
  transaction: Queryable,
  { id, submittedAt }: StoredReceipt,
  files: readonly StoredFile[],
): Promise<void> {
  for (const [position, file] of files.entries())
    await transaction.query(
      `insert into attachments (id, application_id, part, position, file_name, media_type, bytes,
         storage_name, scan, next_scan_at)
       values ($1::uuid, $2::uuid, $3, $4::int, $5, $6, $7::int, $8, $9, $10::timestamptz)`,
      [
        randomUUID(),
        id,
        file.part,
        position,
        file.fileName,
        file.mediaType,
        file.bytes,
        file.storageName,
        file.scan,
        file.scan === 'waiting' ? submittedAt : null,
      ],
    );
}

/** False when another application has spent the token already. */
async function spend(transaction: Queryable, { id, expiresAt }: SolvedChallenge): Promise<boolean> {
  const spent = await transaction.query(
    `insert into spent_challenges (id, expires_at) values ($1, $2::timestamptz)
     on conflict do nothing returning 1 as inserted`,
    [id, new Date(expiresAt).toISOString()],
  );
  return spent.length > 0;
}

/** The names of all files that belong to an application and are there. */
export async function storedNames(database: Queryable): Promise<ReadonlySet<string>> {
  const rows = await database.query<{ name: string }>(
    `select storage_name as name from attachments where scan <> 'infected'`,
  );
  return new Set(rows.map((row) => row.name));
}

export interface Deleted {
  /** Names in the storage; they are deleted when the transaction is over. */
  readonly files: readonly string[];
  /** How many emails were deleted from the outbox. */
  readonly emails: number;
}

/** Deletes applications with all that belongs to them, but for the files on the disk. */
export async function deleteApplications(
  transaction: Queryable,
  ids: readonly string[],
): Promise<Deleted> {
  const files = await transaction.query<{ name: string }>(
    'delete from attachments where application_id = any ($1::uuid[]) returning storage_name as name',
    [ids],
  );
  const emails = await transaction.query(
    'delete from outbox where application_id = any ($1::uuid[]) returning 1 as deleted',
    [ids],
  );
  await transaction.query('delete from applications where id = any ($1::uuid[])', [ids]);
  return { files: files.map(({ name }) => name), emails: emails.length };
}

/** Ends a transaction without a trace. */
class ChallengeSpent extends Error {}

/** Stores application, files and confirmation together, or nothing. */
export async function storeApplication(
  database: Database,
  application: NewApplication,
  confirmations: number,
  now: number,
): Promise<StoreResult> {
  const { project, key, email, name, files, challenge } = application;
  const receipt: StoredReceipt = {
    id: randomUUID(),
    reference: makeReference(),
    submittedAt: new Date(now).toISOString(),
    status: 'received',
    nextSteps: nextStepsFor(project),
  };
  const store = async (transaction: Queryable): Promise<StoreResult> => {
    await transaction.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`);
    if (!(await insertApplication(transaction, application, receipt))) {
      const earlier = await findByKey(transaction, project.id, key);
      return earlier ? { outcome: 'key-taken', ...earlier } : { outcome: 'duplicate-applicant' };
    }
    // After the application: who sends again under a key needs no second token.
    if (challenge && !(await spend(transaction, challenge))) throw new ChallengeSpent();
    await insertFiles(transaction, receipt, files);
    await addToOutbox(transaction, {
      applicationId: receipt.id,
      ...confirmationFor(project, receipt, { name, email }),
      limit: confirmations,
      now,
    });
    return { outcome: 'stored', receipt };
  };
  try {
    return await database.transaction(store);
  } catch (error) {
    if (error instanceof ChallengeSpent) return { outcome: 'challenge-spent' };
    throw error;
  }
}
