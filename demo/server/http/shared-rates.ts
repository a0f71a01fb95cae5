/**
 * Counts requests in the database, for servers that share one: whoever is sent from one to the next has one
 * allowance, not several. One short statement on a table that is not logged; when the database does not
 * answer, nobody is refused.
 */
import { createHash } from 'node:crypto';
import type {
  FastifyRateLimitOptions,
  FastifyRateLimitStore,
  FastifyRateLimitStoreCtor,
} from '@fastify/rate-limit';
import type { Queryable } from '../database/database.ts';

/** After so many requests, what has run out is deleted. */
const FORGET_AFTER = 1_000;
/** Addresses that are refused without asking the database. */
const MOST_REFUSED = 10_000;

const COUNT = `
  insert into rate_counts as old (key, count, ends_at)
  values ($1, 1, now() + $2::float8 * interval '1 millisecond')
  on conflict (key) do update set
    count = case when old.ends_at <= now() then 1 else old.count + 1 end,
    ends_at = case when old.ends_at <= now() then excluded.ends_at else old.ends_at end
  returning count, ceil(extract(epoch from ends_at - now()) * 1000)::int as ttl`;

interface Rate extends Record<string, unknown> {
  readonly count: number;
  readonly ttl: number;
}

/** @param scope what is counted together: the prefix under which the limits were set */
export function sharedRates(database: Queryable, scope: string): FastifyRateLimitStoreCtor {
  /** Until when, by `performance.now()`. */
  const refused = new Map<string, number>();
  let counted = 0;

  async function count(key: string, timeWindow: number, max: number): Promise<Rate> {
    const until = refused.get(key);
    const left = (until ?? 0) - performance.now();
    if (left > 0) return { count: max + 1, ttl: left };
    refused.delete(key);
    const [rate] = await database.query<Rate>(COUNT, [key, timeWindow]);
    if (!rate) throw new Error('Nothing was counted.');
    if (rate.count > max) {
      if (refused.size >= MOST_REFUSED) refused.clear();
      refused.set(key, performance.now() + rate.ttl);
    }
    if (++counted % FORGET_AFTER === 0)
      await database.query(`delete from rate_counts where ends_at < now() - interval '1 minute'`);
    return rate;
  }

  return class SharedRates implements FastifyRateLimitStore {
    readonly #scope: string;

    constructor(_options: FastifyRateLimitOptions, part = scope) {
      this.#scope = part;
    }

    incr(
      key: string,
      callback: Parameters<FastifyRateLimitStore['incr']>[1],
      timeWindow: number,
      max: number,
    ): void {
      // Addresses are personal: what is kept for some minutes does not show them.
      const hash = createHash('sha256').update(`${this.#scope} ${key}`).digest('base64url');
      count(hash, timeWindow, max).then(
        (rate) => callback(null, { current: rate.count, ttl: rate.ttl }),
        (error: unknown) => callback(error as Error),
      );
    }

    child(options: object): FastifyRateLimitStore {
      const { method, url } = (options as { routeInfo?: { method: unknown; url: string } })
        .routeInfo ?? { method: '', url: '' };
      return new SharedRates({}, `${scope} ${String(method)} ${url}`);
    }
  };
}
