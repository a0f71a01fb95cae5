/**
 * Stores applications, each exactly once. What is unique is decided by the database's own constraints:
 * of requests that arrive together one inserts, the others wait for it and then find what it wrote.
 */
import { randomUUID } from 'node:crypto';
import type { Project } from '../../../src/domain/project.ts';
import { queryOne, type Database, type Queryable } from '../database/database.ts';
import { confirmationFor } from './confirmation.ts';
import { addToOutbox, emailKey } from './outbox.ts';
import { makeReference, nextStepsFor, type StoredReceipt } from './receipt.ts';

export interface StoredFile {
  readonly part: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly storageName: string;
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
}

/** The application that already holds a key. */
export interface Earlier {
  readonly fingerprint: string;
  readonly receipt: StoredReceipt;
}

export type StoreResult =
  | { readonly outcome: 'stored'; readonly receipt: StoredReceipt }
  | ({ readonly outcome: 'key-taken' } & Earlier)
  | { readonly outcome: 'duplicate-applicant' };

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
  { project, key, fingerprint, name, email, application }: NewApplication,
  receipt: StoredReceipt,
): Promise<boolean> {
  const inserted = await transaction.query(
    `insert into applications (id, project_id, idempotency_key, fingerprint, reference,
       applicant_name, applicant_email, email_key, application, next_steps, submitted_at)
     values ($1::uuid, $2, $3::uuid, $4, $5, $6, $7, $8, $9::json, $10::json, $11::timestamptz)
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
    ],
  );
  return inserted.length > 0;
}

async function insertFiles(
  transaction: Queryable,
  applicationId: string,
  files: readonly StoredFile[],
): Promise<void> {
  for (const [position, file] of files.entries())
    await transaction.query(
      `insert into attachments (id, application_id, part, position, file_name, media_type, bytes,
         storage_name)
       values ($1::uuid, $2::uuid, $3, $4::int, $5, $6, $7::int, $8)`,
      [
        randomUUID(),
        applicationId,
        file.part,
        position,
        file.fileName,
        file.mediaType,
        file.bytes,
        file.storageName,
      ],
    );
}

/** The names of all files that belong to an application. */
export async function storedNames(database: Queryable): Promise<ReadonlySet<string>> {
  const rows = await database.query<{ name: string }>(
    'select storage_name as name from attachments',
  );
  return new Set(rows.map((row) => row.name));
}

/** Stores application, files and confirmation together, or nothing. */
export async function storeApplication(
  database: Database,
  application: NewApplication,
  confirmations: number,
  now: number,
): Promise<StoreResult> {
  const { project, key, email, name, files } = application;
  const receipt: StoredReceipt = {
    id: randomUUID(),
    reference: makeReference(),
    submittedAt: new Date(now).toISOString(),
    status: 'received',
    nextSteps: nextStepsFor(project),
  };
  return await database.transaction(async (transaction): Promise<StoreResult> => {
    await transaction.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`);
    if (!(await insertApplication(transaction, application, receipt))) {
      const earlier = await findByKey(transaction, project.id, key);
      return earlier ? { outcome: 'key-taken', ...earlier } : { outcome: 'duplicate-applicant' };
    }
    await insertFiles(transaction, receipt.id, files);
    await addToOutbox(transaction, {
      applicationId: receipt.id,
      ...confirmationFor(project, receipt, { name, email }),
      limit: confirmations,
      now,
    });
    return { outcome: 'stored', receipt };
  });
}
