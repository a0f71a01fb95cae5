/**
 * Keeps `listing_bits` in step with the listings: what a statement has changed is marked by triggers, and
 * made anew here, a stretch of slots at a time. Processes that share a database share this work.
 */
import type { FastifyBaseLogger } from 'fastify';
import type { Database, Queryable } from '../database/database.ts';
import { ANY_YEAR, CHUNK, NO_BITS } from './bit-counts.ts';

/** So many open listings are counted one by one as fast as by bits, and to the moment. */
export const COUNTED_ONE_BY_ONE = 3_000;
/** How long a change may wait until it is counted, beside the time that counting takes. */
const INTERVAL = 10_000;
/** Kept from running twice at once; whoever comes second has nothing to do. */
const LOCK = 'select pg_try_advisory_xact_lock(41708) as mine';

/** Every value of a listing, as pairs of a facet and a value. */
const VALUES = `
  select 'open', ''
  union all select 'category', category where category is not null
  union all select 'industry', industry where industry is not null
  union all select 'skill', unnest(skills)
  union all select 'workMode', work_mode where work_mode is not null
  union all select 'location', unnest(locations)
  union all select 'classYear', unnest(class_years)
  union all select 'classYear', '${ANY_YEAR}' where cardinality(class_years) = 0
  union all select 'currency', pay_currency where pay_currency is not null and pay_total is not null
  union all select 'pay:' || pay_currency, pay_total::text where pay_currency is not null and pay_total is not null
  union all select 'paid', '' where paid
  union all select 'featured', '' where featured
  union all select 'workAuthorization',
    case when work_authorization = 'required' then 'required' else 'not_required' end
  union all select 'hours', hours::text where hours is not null
  union all select 'durationDays', duration_days::text where duration_days is not null
  union all select 'applyBy', apply_by::text where apply_by is not null`;

/** The listings of a chunk that can be applied to at $2. */
const OPEN_IN_CHUNK = `
  slot >= $1::int * ${CHUNK} and slot < ($1::int + 1) * ${CHUNK}
  and status = 'open' and (closes_at is null or closes_at >= $2::timestamptz)`;

/** Rows of one chunk for each value: 64 listings at a time, which is much faster than one by one. */
const bitsOf = (keys: string, each: string) => `
  select ${keys}, bit_or(overlay(${NO_BITS} placing those::bit(64) from word_of_64 % 128 * 64 + 1)) as bits
  from (
    select ${keys}, slot / 64 as word_of_64, bit_or(1::bigint << (63 - slot % 64)) as those
    from projects cross join lateral (${each}) as each_value (${keys})
    where ${OPEN_IN_CHUNK}
    group by ${keys}, slot / 64
  ) as some_of_them group by ${keys}`;

/** Writes only what is different: most of a chunk is as it was, and replicas have to follow. */
async function replace(
  transaction: Queryable,
  [table, keys, each]: readonly [table: string, keys: string, each: string],
  [chunk, now]: readonly [chunk: number, now: string],
): Promise<void> {
  const counted = table === 'listing_bits';
  const columns = counted ? ', bits, listings' : ', bits';
  await transaction.query(
    `with made as materialized (${bitsOf(keys, each)}), gone as (
       delete from ${table} where chunk = $1::int and (${keys}) not in (select ${keys} from made)
     )
     insert into ${table} (${keys}, chunk${columns})
     select ${keys}, $1::int, bits${counted ? ', bit_count(bits)' : ''} from made
     on conflict (${keys}, chunk) do update set (bits${counted ? ', listings' : ''}) =
       row(excluded.bits${counted ? ', excluded.listings' : ''})
       where ${table}.bits <> excluded.bits`,
    [chunk, now],
  );
}

const TABLES = [
  ['listing_bits', 'facet, value', VALUES],
  ['listing_word_bits', 'word', 'select lexeme from unnest(search)'],
] as const;

/** Marks what changed, and what can no longer be applied to since the last time; returns all of it. */
async function staleChunks(
  transaction: Queryable,
  madeAt: string | undefined,
  now: string,
): Promise<number[]> {
  const marked = 'with marked as (delete from stale_listing_bits returning chunk)';
  const rows =
    madeAt === undefined
      ? await transaction.query<{ chunk: number }>(
          `${marked} select distinct slot / ${CHUNK} as chunk from projects
           union select chunk from marked union select chunk from listing_bits order by 1`,
        )
      : await transaction.query<{ chunk: number }>(
          `${marked} select chunk from marked union
           select slot / ${CHUNK} from projects
           where status = 'open' and closes_at >= $1::timestamptz and closes_at < $2::timestamptz
           order by 1`,
          [madeAt, now],
        );
  return rows.map(({ chunk }) => chunk);
}

/** True where counting one by one would take long. */
async function areMany(transaction: Queryable, most: number): Promise<boolean> {
  const [row] = await transaction.query<{ count: number }>(
    `select count(*)::int as count
     from (select from projects where status = 'open' limit $1::int) as counted`,
    [most + 1],
  );
  return (row?.count ?? 0) > most;
}

/**
 * Brings the bits up to date, unless somebody else is at it; returns how many chunks were made.
 * @param oneByOne so many open listings need no bits
 */
export async function makeListingBits(
  database: Database,
  now: number,
  oneByOne = COUNTED_ONE_BY_ONE,
): Promise<number> {
  return await database.transaction(async (transaction) => {
    const [lock] = await transaction.query<{ mine: boolean }>(LOCK);
    if (!lock?.mine) return 0;
    const at = new Date(now).toISOString();
    if (!(await areMany(transaction, oneByOne))) {
      // The bits themselves stay: a request that is just being answered may count with them.
      await transaction.query('delete from listing_bits_made');
      await transaction.query('delete from stale_listing_bits');
      return 0;
    }
    const [made] = await transaction.query<{ at: string }>(
      'select made_at::text as at from listing_bits_made',
    );
    const chunks = await staleChunks(transaction, made?.at, at);
    for (const chunk of chunks)
      for (const table of TABLES) await replace(transaction, table, [chunk, at]);
    if (chunks.length > 0) await transaction.query('analyze listing_bits, listing_word_bits');
    await transaction.query('delete from listing_bits_made');
    await transaction.query('insert into listing_bits_made values ($1::timestamptz)', [at]);
    return chunks.length;
  });
}

/** Whether facets are counted by bits at present. */
export async function hasListingBits(database: Queryable): Promise<boolean> {
  const [row] = await database.query<{ made: boolean }>(
    'select exists (select from listing_bits_made) as made',
  );
  return row?.made ?? false;
}

export interface BitIndex {
  stop(): Promise<void>;
}

/** Makes them now, if there is something to make, and again and again until it is stopped. */
export function keepListingBits(options: {
  readonly database: Database;
  readonly now: () => number;
  readonly log: Pick<FastifyBaseLogger, 'error'>;
}): BitIndex {
  const { database, now, log } = options;
  let running: Promise<unknown> = Promise.resolve();
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const run = async () => {
    await makeListingBits(database, now()).catch((error: unknown) =>
      log.error({ err: error }, 'the listings could not be counted'),
    );
    if (!isStopped) timer = setTimeout(start, INTERVAL).unref();
  };
  function start() {
    running = run();
  }
  start();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
