/** Errors as RFC 9457 describes them: `application/problem+json`. */
import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { DatabaseUnavailable } from '../database/database.ts';

/** One thing that is wrong with what was sent, and where: a JSON pointer (RFC 6901) into the form. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

interface ProblemDetails {
  readonly detail?: string;
  /** For machines, where one status has several meanings. */
  readonly code?: string;
  /** The query parameter or header that is wrong. */
  readonly parameter?: string;
  readonly errors?: readonly FieldError[];
  readonly receipt?: object;
  /** Seconds; sent as `Retry-After`. */
  readonly retryAfter?: number;
}

/** Thrown anywhere below a route; the error handler writes it. */
export class Problem extends Error {
  readonly status: number;
  readonly details: ProblemDetails;

  constructor(status: number, details: ProblemDetails = {}) {
    super(details.detail ?? STATUS_CODES[status] ?? String(status));
    this.status = status;
    this.details = details;
  }
}

export const badParameter = (parameter: string, detail: string): Problem =>
  new Problem(400, { parameter, detail: `${parameter}: ${detail}` });

export const noSuchProject = (): Problem =>
  new Problem(404, { detail: 'There is no project with this id.' });

/** Seconds: enough for what is ahead to be done, few enough for a widget's three tries in half a minute. */
export const RETRY_AFTER = 3;

export const comeAgain = (detail: string): Problem =>
  new Problem(503, { detail, retryAfter: RETRY_AFTER });

function sendProblem(reply: FastifyReply, { status, details }: Problem): FastifyReply {
  const { retryAfter, ...members } = details;
  if (retryAfter !== undefined) reply.header('Retry-After', retryAfter);
  return reply
    .code(status)
    .header('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status], status, ...members }));
}

/** Gives every error of the API the same shape. What went wrong inside is logged, never told. */
export function handleApiError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (error instanceof Problem) return sendProblem(reply, error);
  if (error instanceof DatabaseUnavailable) {
    request.log.error({ err: error.cause }, 'no connection to the database');
    return sendProblem(reply, comeAgain('The server is busy. Try again in a moment.'));
  }
  const status = error.statusCode ?? 500;
  if (status < 500) return sendProblem(reply, new Problem(status, { detail: error.message }));
  request.log.error({ err: error }, 'request failed');
  return sendProblem(reply, new Problem(500, { detail: 'The request could not be completed.' }));
}

export const handleApiNotFound = (_request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  sendProblem(reply, new Problem(404, { detail: 'There is nothing at this address.' }));
