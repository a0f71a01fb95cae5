/** Counts requests by address. Generous: a class behind one campus address is one visitor here. */
import rateLimit, { type RateLimitOptions } from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import type { Limits } from '../config.ts';
import { Problem } from './problem.ts';
import { sharedRates } from './shared-rates.ts';

const MINUTE = 60_000;

const tooMany = (_request: unknown, { ttl }: { ttl: number }) =>
  new Problem(429, {
    detail: 'Too many requests from this address. Try again later.',
    retryAfter: Math.max(1, Math.ceil(ttl / 1000)),
  });

/** What a route that writes puts into its `config`; each such route counts by itself. */
export const writeLimit = (limits: Limits | 'off'): { rateLimit: RateLimitOptions } | object =>
  limits === 'off' ? {} : { rateLimit: { max: limits.applications, timeWindow: 10 * MINUTE } };

export async function limitRates(api: FastifyInstance, limits: Limits | 'off'): Promise<void> {
  if (limits === 'off') return;
  await api.register(rateLimit, {
    ...(limits.countedIn && {
      store: sharedRates(limits.countedIn, api.prefix),
      skipOnError: true,
    }),
    max: limits.reads,
    timeWindow: MINUTE,
    // A preflight belongs to the request that follows it.
    allowList: (request) => request.method === 'OPTIONS',
    errorResponseBuilder: tooMany,
  });
}
