/** What a browser is shown outside the API when there is no page, or none could be made. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { DatabaseUnavailable } from '../database/database.ts';
import { RETRY_AFTER } from './problem.ts';

const page = (title: string, text: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<h1>${title}</h1><p>${text}</p><p><a href="/">To the start page</a></p></html>`;

export const sendNotFoundPage = (_request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply
    .code(404)
    .type('text/html; charset=utf-8')
    .send(page('Page not found', 'There is nothing at this address.'));

/** What went wrong is logged, never told. */
export function sendErrorPage(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const isUnavailable = error instanceof DatabaseUnavailable;
  const status = isUnavailable ? 503 : (error.statusCode ?? 500);
  if (isUnavailable) reply.header('Retry-After', RETRY_AFTER);
  if (status >= 500) request.log.error({ err: error }, 'request failed');
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(page('This did not work', 'Please try again in a moment.'));
}
