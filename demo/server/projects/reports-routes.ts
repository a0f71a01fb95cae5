/** `POST /projects/{id}/reports`: a student's word that a listing is not what it says. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { REPORT_REASONS } from '../../../src/domain/application.ts';
import type { Limits } from '../config.ts';
import type { Database } from '../database/database.ts';
import { noSuchProject, Problem, type FieldError } from '../http/problem.ts';
import { writeLimit } from '../http/rate-limits.ts';
import { findProject } from './projects-repository.ts';

export interface ReportRoutesOptions {
  readonly database: Database;
  readonly now: () => number;
  readonly limits: Limits | 'off';
}

const MAX_DETAILS = 5_000;

function readReport(body: unknown): { reason: string; details: string | null } {
  const { reason, details = '' } = (body ?? {}) as Record<string, unknown>;
  const errors: FieldError[] = [];
  const isReason = REPORT_REASONS.some((each) => each === reason);
  if (!isReason)
    errors.push({ pointer: '/reason', detail: `Has to be one of ${REPORT_REASONS.join(', ')}.` });
  if (typeof details !== 'string' || details.length > MAX_DETAILS || details.includes('\0'))
    errors.push({ pointer: '/details', detail: `A text of at most ${MAX_DETAILS} characters.` });
  if (errors.length > 0)
    throw new Problem(422, { detail: 'The report has to be corrected.', errors });
  return { reason: String(reason), details: String(details).trim() || null };
}

export function reportRoutes(
  api: FastifyInstance,
  { database, now, limits }: ReportRoutesOptions,
): void {
  const config = writeLimit(limits);

  api.post<{ Params: { id: string } }>(
    '/projects/:id/reports',
    { config },
    async (request, reply) => {
      const { id } = request.params;
      if (!(await findProject(database, id))) throw noSuchProject();
      const { reason, details } = readReport(request.body);
      await database.query(
        `insert into reports (id, project_id, reason, details, reported_at)
       values ($1::uuid, $2, $3, $4, $5::timestamptz)`,
        [randomUUID(), id, reason, details, new Date(now()).toISOString()],
      );
      return await reply.code(204).send();
    },
  );
}
