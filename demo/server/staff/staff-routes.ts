/** What was received, for the people who run the board. Behind a password, never cached, never framed. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import basicAuth from '@fastify/basic-auth';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { AttachmentStorage } from '../applications/attachment-storage.ts';
import type { Limits } from '../config.ts';
import type { Database } from '../database/database.ts';
import { limitRates } from '../http/rate-limits.ts';
import { answeredQuestions } from './answers.ts';
import { applicationPage, applicationsPage } from './application-pages.ts';
import { toCsv } from './csv.ts';
import { isOpen } from './file-marks.ts';
import { closedFilePage, missingPage, outboxPage, reportsPage } from './other-pages.ts';
import { peopleRoutes } from './people-routes.ts';
import * as stored from './staff-repository.ts';

export interface StaffRoutesOptions {
  readonly database: Database;
  readonly storage: AttachmentStorage;
  readonly limits: Limits | 'off';
  readonly password: string;
  /** True when emails are really sent. */
  readonly sending: boolean;
  readonly now: () => number;
}

const USER = 'staff';
const POLICY =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Hashes have one length, so that comparing them takes the same time for every guess. */
const digest = (text: string) => createHash('sha256').update(text).digest();
const same = (left: string, right: string) => timingSafeEqual(digest(left), digest(right));

/** The four characters that `encodeURIComponent` leaves and a header value must not have (RFC 8187). */
const percentEncoded = (character: string) => `%${character.charCodeAt(0).toString(16)}`;

const sendPage = (reply: FastifyReply, page: string) =>
  reply.type('text/html; charset=utf-8').send(page);

const CSV_HEADINGS = [
  'Reference',
  'Received',
  'Project id',
  'Project',
  'Employer',
  'Name',
  'Email',
  'Proposal',
  'Answers',
  'Files',
  'Consent version',
];

const csvRow = (detail: stored.ApplicationDetail): string[] => [
  detail.reference,
  detail.submitted,
  detail.project.id,
  detail.project.title,
  detail.project.employer.name,
  detail.name,
  detail.email,
  detail.application.proposal ?? '',
  answeredQuestions(detail.project, detail.application)
    .map(({ label, answer }) => `${label}: ${answer}`)
    .join('\n'),
  String(detail.files),
  detail.application.consent?.version ?? '',
];

async function protect(staff: FastifyInstance, password: string): Promise<void> {
  await staff.register(basicAuth, {
    authenticate: { realm: 'Foothold staff' },
    validate(user, given, _request, _reply, done) {
      const matches = [same(user, USER), same(given, password)];
      done(matches.includes(false) ? new Error('Wrong user or password.') : undefined);
    },
  });
  staff.addHook('onRequest', staff.basicAuth);
  staff.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'Cache-Control': 'no-store',
      'Content-Security-Policy': POLICY,
      // Other sites learn nothing; our own forms keep their `Origin`.
      'Referrer-Policy': 'same-origin',
      'X-Frame-Options': 'DENY',
    });
  });
}

export async function staffRoutes(
  staff: FastifyInstance,
  { database, storage, limits, password, sending, now }: StaffRoutesOptions,
): Promise<void> {
  await limitRates(staff, limits);
  await protect(staff, password);
  const stylesheet = await readFile(new URL('staff.css', import.meta.url), 'utf8');
  const missing = (reply: FastifyReply) => sendPage(reply.code(404), missingPage());

  staff.setNotFoundHandler((_request, reply) => missing(reply));
  staff.get('/staff.css', async (_request, reply) => reply.type('text/css').send(stylesheet));

  staff.get<{ Querystring: { page?: string } }>('/', async (request, reply) => {
    const page = Math.min(100_000, Math.max(1, Math.trunc(Number(request.query.page)) || 1));
    const total = await stored.countApplications(database);
    const applications = await stored.listApplications(database, page);
    return sendPage(reply, applicationsPage(applications, page, total));
  });

  staff.get<{ Params: { id: string } }>('/applications/:id', async (request, reply) => {
    const detail = await stored.findApplication(database, request.params.id);
    if (!detail) return missing(reply);
    return sendPage(
      reply,
      applicationPage(detail, await stored.listAttachments(database, detail.id)),
    );
  });

  staff.get('/applications.csv', async (_request, reply) => {
    const applications = await stored.allApplications(database);
    return await reply
      .type('text/csv; charset=utf-8')
      .header('Content-Disposition', 'attachment; filename="applications.csv"')
      .send(toCsv([CSV_HEADINGS, ...applications.map(csvRow)]));
  });

  staff.get<{ Params: { id: string } }>('/attachments/:id', async (request, reply) => {
    const file = await stored.findAttachment(database, request.params.id);
    if (!file) return missing(reply);
    if (!isOpen(file)) return sendPage(reply.code(409), closedFilePage(file));
    const name = encodeURIComponent(file.file_name).replace(/['()*]/g, percentEncoded);
    return await reply
      .type(file.media_type)
      .header('Content-Disposition', `attachment; filename*=UTF-8''${name}`)
      .header('Content-Length', file.bytes)
      .send(storage.read(file.storage_name));
  });

  peopleRoutes(staff, { database, storage, password, user: USER, now, sendPage, missing });

  staff.get('/reports', async (_request, reply) =>
    sendPage(reply, reportsPage(await stored.listReports(database))),
  );
  staff.get('/outbox', async (_request, reply) =>
    sendPage(reply, outboxPage(await stored.listOutbox(database), sending)),
  );
}
