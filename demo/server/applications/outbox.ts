/**
 * Emails are written into the database together with what they are about, and sent from there. So an
 * application never waits for a mail server, and no confirmation is lost with one.
 */
import { randomUUID } from 'node:crypto';
import { queryOne, type Database, type Queryable } from '../database/database.ts';
import type { Email } from './confirmation.ts';

const HOUR = 3_600_000;

export const emailKey = (email: string): string => email.trim().toLowerCase();

interface OutboxEntry extends Email {
  readonly applicationId: string;
  /** Emails an hour to one address; more are recorded and withheld, so that nobody is flooded. */
  readonly limit: number;
  readonly now: number;
}

export async function addToOutbox(
  transaction: Queryable,
  { applicationId, recipient, subject, body, limit, now }: OutboxEntry,
): Promise<void> {
  const key = emailKey(recipient);
  const since = new Date(now - HOUR).toISOString();
  // Two applications by one address wait for each other here; uncounted, both could pass the limit.
  await transaction.query('select pg_advisory_xact_lock(hashtext($1))', [`outbox ${key}`]);
  await transaction.query(
    `insert into outbox (id, application_id, recipient, recipient_key, subject, body,
       created_at, next_attempt_at, state)
     select $1::uuid, $2::uuid, $3, $4, $5, $6, $7::timestamptz, $7::timestamptz,
       case when count(*) < $8::int then 'queued' else 'withheld' end
     from outbox where recipient_key = $4 and created_at > $9::timestamptz and state <> 'withheld'`,
    [
      randomUUID(),
      applicationId,
      recipient,
      key,
      subject,
      body,
      new Date(now).toISOString(),
      Number.isFinite(limit) ? limit : 2_147_483_647,
      since,
    ],
  );
}

export interface DueEmail extends Email, Record<string, unknown> {
  readonly id: string;
  readonly attempts: number;
}

const MAX_ATTEMPTS = 8;
/** A server that dies while sending leaves its email to the next one after this time. */
const LEASE = 10 * 60_000;

/** Takes one email that is due, so that no other server takes it; undefined when none is due. */
export async function claimNext(database: Database, now: number): Promise<DueEmail | undefined> {
  return await queryOne<DueEmail>(
    database,
    `update outbox set attempts = attempts + 1, next_attempt_at = $2::timestamptz
     where id = (select id from outbox where state = 'queued' and next_attempt_at <= $1::timestamptz
       order by next_attempt_at limit 1 for update skip locked)
     returning id::text, recipient, subject, body, attempts`,
    [new Date(now).toISOString(), new Date(now + LEASE).toISOString()],
  );
}

export async function markSent(database: Database, { id }: DueEmail, now: number): Promise<void> {
  await database.query(
    `update outbox set state = 'sent', sent_at = $2::timestamptz, last_error = null
     where id = $1::uuid`,
    [id, new Date(now).toISOString()],
  );
}

/** Each failure doubles the pause before the next attempt; after the last one somebody has to look. */
export async function markFailed(
  database: Database,
  { id, attempts }: DueEmail,
  error: Error,
  now: number,
): Promise<void> {
  await database.query(
    `update outbox set state = $2, last_error = $3, next_attempt_at = $4::timestamptz
     where id = $1::uuid`,
    [
      id,
      attempts < MAX_ATTEMPTS ? 'queued' : 'failed',
      error.message.slice(0, 500),
      new Date(now + 60_000 * 2 ** attempts).toISOString(),
    ],
  );
}
