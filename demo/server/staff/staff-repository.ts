/** What the staff pages read. */
import type { Project } from '../../../src/domain/project.ts';
import type { StoredSignals } from '../applications/signals.ts';
import { queryOne, type Queryable } from '../database/database.ts';

export const PAGE_SIZE = 50;

/** PostgreSQL writes it, so that every driver gives the same text. */
export const time = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

export interface ApplicationSummary extends Record<string, unknown> {
  readonly id: string;
  readonly reference: string;
  readonly submitted: string;
  readonly name: string;
  readonly email: string;
  readonly project: Project;
  readonly signals: StoredSignals | null;
  readonly files: number;
  /** Of the files: not scanned yet. */
  readonly waiting: number;
  /** Of the files: deleted, because a virus was found in them later. */
  readonly infected: number;
}

const countFiles = (condition: string) =>
  `(select count(*)::int from attachments where application_id = a.id and ${condition})`;

const summary = `a.id::text, a.reference, ${time('a.submitted_at')} as submitted,
  a.applicant_name as name, a.applicant_email as email, p.document as project,
  a.signals, ${countFiles('true')} as files, ${countFiles("scan = 'waiting'")} as waiting,
  ${countFiles("scan = 'infected'")} as infected`;

const newestFirst = 'order by a.submitted_at desc, a.id';

export async function countApplications(database: Queryable): Promise<number> {
  const row = await queryOne<{ count: number }>(
    database,
    'select count(*)::int as count from applications',
    [],
  );
  return row?.count ?? 0;
}

export async function listApplications(
  database: Queryable,
  page: number,
): Promise<ApplicationSummary[]> {
  return await database.query(
    `select ${summary} from applications a join projects p on p.id = a.project_id
     ${newestFirst} limit $1::int offset $2::int`,
    [PAGE_SIZE, (page - 1) * PAGE_SIZE],
  );
}

/** The parts of the stored JSON that are shown; it was checked when it was received. */
export interface StoredApplication {
  readonly applicant?: Readonly<Record<string, unknown>>;
  readonly proposal?: string;
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly consent?: { readonly text?: string; readonly version?: string; readonly at?: string };
  readonly locale?: string;
}

export interface ApplicationDetail extends ApplicationSummary {
  readonly application: StoredApplication;
}

export async function findApplication(
  database: Queryable,
  id: string,
): Promise<ApplicationDetail | undefined> {
  return await queryOne(
    database,
    `select ${summary}, a.application from applications a join projects p on p.id = a.project_id
     where a.id::text = $1`,
    [id],
  );
}

/** All applications of one person, named by the hash of the email address. */
export async function applicationsOf(
  database: Queryable,
  emailHash: string,
): Promise<ApplicationDetail[]> {
  return await database.query(
    `select ${summary}, a.application from applications a join projects p on p.id = a.project_id
     where email_hash(a.email_key) = $1 ${newestFirst}`,
    [emailHash],
  );
}

export async function allApplications(database: Queryable): Promise<ApplicationDetail[]> {
  return await database.query(
    `select ${summary}, a.application from applications a join projects p on p.id = a.project_id
     ${newestFirst}`,
  );
}

export interface Attachment extends Record<string, unknown> {
  readonly id: string;
  readonly part: string;
  readonly file_name: string;
  readonly media_type: string;
  readonly bytes: number;
  readonly storage_name: string;
  readonly scan: 'none' | 'clean' | 'waiting' | 'infected';
}

const attachmentColumns = 'id::text, part, file_name, media_type, bytes, storage_name, scan';

export async function listAttachments(
  database: Queryable,
  applicationId: string,
): Promise<Attachment[]> {
  return await database.query(
    `select ${attachmentColumns} from attachments where application_id::text = $1 order by position`,
    [applicationId],
  );
}

export async function findAttachment(
  database: Queryable,
  id: string,
): Promise<Attachment | undefined> {
  const sql = `select ${attachmentColumns} from attachments where id::text = $1`;
  return await queryOne(database, sql, [id]);
}

export interface StoredReport extends Record<string, unknown> {
  readonly project_id: string;
  readonly title: string;
  readonly reason: string;
  readonly details: string | null;
  readonly reported: string;
}

export async function listReports(database: Queryable): Promise<StoredReport[]> {
  return await database.query(
    `select r.project_id, p.document ->> 'title' as title, r.reason, r.details,
       ${time('r.reported_at')} as reported
     from reports r join projects p on p.id = r.project_id order by r.reported_at desc limit 500`,
  );
}

export interface OutboxEmail extends Record<string, unknown> {
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly state: string;
  readonly attempts: number;
  readonly last_error: string | null;
  readonly created: string;
}

export async function listOutbox(database: Queryable): Promise<OutboxEmail[]> {
  return await database.query(
    `select recipient, subject, body, state, attempts, last_error, ${time('created_at')} as created
     from outbox order by created_at desc, id limit 500`,
  );
}
