/** All that is held on one person, who is named by the hash of the email address. */
import { createHash, randomUUID } from 'node:crypto';
import { deleteApplications } from '../applications/applications-repository.ts';
import { emailKey } from '../applications/outbox.ts';
import { queryOne, type Database, type Queryable } from '../database/database.ts';
import {
  applicationsOf,
  listAttachments,
  time,
  type ApplicationDetail,
  type Attachment,
} from './staff-repository.ts';

/** SHA-256 in hexadecimal. Kept out of addresses and logs is the email itself; a hash can only be compared. */
export const emailHash = (email: string): string =>
  createHash('sha256').update(emailKey(email)).digest('hex');

export interface HeldEmail extends Record<string, unknown> {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly state: string;
  readonly created: string;
}

export interface HeldReport extends Record<string, unknown> {
  readonly id: string;
  readonly project_id: string;
  readonly reason: string;
  readonly details: string;
  readonly reported: string;
}

export interface Held {
  readonly hash: string;
  /** As it was written last; undefined when only reports mention it. */
  readonly email: string | undefined;
  readonly applications: readonly (ApplicationDetail & {
    readonly attachments: readonly Attachment[];
  })[];
  readonly emails: readonly HeldEmail[];
  /** Nobody says who reports; these mention the address in their text. */
  readonly reports: readonly HeldReport[];
}

const emailsOf = (database: Queryable, hash: string): Promise<HeldEmail[]> =>
  database.query(
    `select id::text, recipient, subject, body, state, ${time('created_at')} as created
     from outbox where email_hash(recipient_key) = $1 order by created_at desc, id`,
    [hash],
  );

/** An address in running text, without the punctuation around it. */
const MENTIONED = `exists (select from regexp_matches(lower(details),
  '[^\\s<>()"'',;:]+@[^\\s<>()"'',;:]+', 'g') found
  where email_hash(rtrim(found[1], '.!?')) = $1)`;

const reportsOn = (database: Queryable, hash: string): Promise<HeldReport[]> =>
  database.query(
    `select id::text, project_id, reason, details, ${time('reported_at')} as reported
     from reports where ${MENTIONED} order by reported_at desc, id`,
    [hash],
  );

export async function heldOn(database: Queryable, hash: string): Promise<Held> {
  const applications = [];
  for (const each of await applicationsOf(database, hash))
    applications.push({ ...each, attachments: await listAttachments(database, each.id) });
  const emails = await emailsOf(database, hash);
  const reports = await reportsOn(database, hash);
  const email = applications[0]?.email ?? emails[0]?.recipient;
  return { hash, email, applications, emails, reports };
}

export interface Deletion extends Record<string, unknown> {
  readonly id: string;
  readonly deleted: string;
  readonly by: string;
  readonly hash: string;
  readonly applications: number;
  readonly files: number;
  readonly emails: number;
  readonly reports: number;
}

/**
 * Deletes everything but the files on the disk, and writes down that it was done.
 * @param by the user who does it
 */
export async function deleteAllOf(
  database: Database,
  hash: string,
  by: string,
  now: number,
): Promise<Deletion & { readonly storageNames: readonly string[] }> {
  return await database.transaction(async (transaction) => {
    const applications = await transaction.query<{ id: string }>(
      'select id::text as id from applications where email_hash(email_key) = $1 for update',
      [hash],
    );
    const ids = applications.map(({ id }) => id);
    const { files, emails } = await deleteApplications(transaction, ids);
    const others = await transaction.query(
      'delete from outbox where email_hash(recipient_key) = $1 returning 1 as deleted',
      [hash],
    );
    const reports = await transaction.query(
      `delete from reports where ${MENTIONED} returning 1 as deleted`,
      [hash],
    );
    const deletion = {
      id: randomUUID(),
      deleted: new Date(now).toISOString(),
      by,
      hash,
      applications: ids.length,
      files: files.length,
      emails: emails + others.length,
      reports: reports.length,
    };
    await transaction.query(
      `insert into deletions (id, deleted_at, deleted_by, email_hash, applications, files, emails, reports)
       values ($1::uuid, $2::timestamptz, $3, $4, $5::int, $6::int, $7::int, $8::int)`,
      Object.values(deletion),
    );
    return { ...deletion, storageNames: files };
  });
}

const deletionColumns = `id::text, ${time('deleted_at')} as deleted, deleted_by as by,
  email_hash as hash, applications, files, emails, reports`;

export const listDeletions = (database: Queryable): Promise<Deletion[]> =>
  database.query(`select ${deletionColumns} from deletions order by deleted_at desc, id limit 500`);

export const findDeletion = (database: Queryable, id: string): Promise<Deletion | undefined> =>
  queryOne(database, `select ${deletionColumns} from deletions where id::text = $1`, [id]);
