/**
 * Keeps other sites from sending forms of the staff pages in the name of whoever is signed in (CSRF): a browser
 * adds the password to any request to this server, whoever made it.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const HOUR = 3_600_000;
const MAX_FORM = 10_000;

/** Plain forms, as a browser sends them without any script. */
export function acceptForms(staff: FastifyInstance): void {
  staff.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: MAX_FORM },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  );
}

export const formField = (request: FastifyRequest, name: string): string =>
  request.body instanceof URLSearchParams ? (request.body.get(name) ?? '') : '';

const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined;

/** What the browser itself says of where a request came from; a page cannot change these headers. */
function isOwnRequest({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  return headers.origin !== undefined && hostOf(headers.origin) === host;
}

export interface FormGuard {
  /** For the hidden field `token` of a form. It is good for an hour, and for this purpose alone. */
  token(purpose: string): string;
  accepts(request: FastifyRequest, purpose: string): boolean;
}

/** All servers that share a password make and take the same tokens. */
export function guardForms(password: string): FormGuard {
  const key = createHmac('sha256', password).update('forms of the staff pages').digest();
  const sign = (until: string, purpose: string) =>
    createHmac('sha256', key).update(`${until} ${purpose}`).digest();
  return {
    token(purpose) {
      const until = String(Date.now() + HOUR);
      return `${until}.${sign(until, purpose).toString('base64url')}`;
    },
    accepts(request, purpose) {
      const [until = '', signature = ''] = formField(request, 'token').split('.');
      const given = Buffer.from(signature, 'base64url');
      const wanted = sign(until, purpose);
      const isSigned = given.length === wanted.length && timingSafeEqual(given, wanted);
      return isSigned && Number(until) > Date.now() && isOwnRequest(request);
    },
  };
}
