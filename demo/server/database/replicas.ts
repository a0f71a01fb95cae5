/**
 * Reads from streaming replicas of a PostgreSQL server, in turn. One that fails, or is too far behind, is left
 * out until it has caught up; whatever it was asked is asked of the primary, so that no request fails with it.
 */
import type { Database, Queryable, Row } from './database.ts';
import { openReplica } from './postgres-database.ts';

/** What a replica may be behind, in milliseconds: less than the half minute that copies of an answer live. */
export const MOST_LAG = 10_000;
/** How often it is looked at how far behind they are, in milliseconds. */
const INTERVAL = 1_000;

export interface ReplicasOptions {
  readonly urls: readonly string[];
  readonly primary: Queryable;
  /** Milliseconds; default 10,000. */
  readonly mostLag?: number;
}

export interface Replicas extends Queryable {
  close(): Promise<void>;
}

interface Replica extends Queryable, Pick<Database, 'close'> {
  isUsable: boolean;
}

/** A place in the write-ahead log, `16/B374D848`, as a number. */
export function placeInLog(text: string): bigint {
  const [high = '', low = ''] = text.split('/');
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
}

/** Where the primary's log ended at some moments: who has replayed one of them is no further behind than that. */
class Log {
  #places: { readonly at: number; readonly place: bigint }[] = [];

  add(at: number, place: bigint, mostLag: number): void {
    this.#places.push({ at, place });
    // The last one that is older than the lag is still needed: it is what has to be reached.
    while ((this.#places[1]?.at ?? Infinity) <= at - mostLag) this.#places.shift();
  }

  /** Undefined as long as the primary has not answered. */
  get required(): bigint | undefined {
    return this.#places[0]?.place;
  }
}

export async function openReplicas(options: ReplicasOptions): Promise<Replicas> {
  const { urls, primary, mostLag = MOST_LAG } = options;
  const replicas: Replica[] = urls.map((url) => ({ ...openReplica(url), isUsable: false }));
  const places = new Log();
  let turn = 0;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  async function askPrimary(): Promise<void> {
    const at = performance.now();
    const [row] = await primary.query<{ place: string }>(
      'select pg_current_wal_lsn()::text as place',
    );
    if (row) places.add(at, placeInLog(row.place), mostLag);
  }

  async function ask(replica: Replica): Promise<void> {
    // Null of a server that follows no other: what it has would never change again.
    const [row] = await replica.query<{ place: string | null }>(
      `select case when pg_is_in_recovery() then pg_last_wal_replay_lsn()::text end as place`,
    );
    const { required } = places;
    if (required === undefined) return;
    const reached = row?.place ? placeInLog(row.place) : -1n;
    replica.isUsable = reached >= required;
  }

  async function check(): Promise<void> {
    // Without the primary nothing new is written: who was up to date stays so.
    await askPrimary().catch(() => undefined);
    await Promise.all(
      replicas.map((replica) => ask(replica).catch(() => (replica.isUsable = false))),
    );
    if (!isClosed) timer = setTimeout(() => void (running = check()), INTERVAL).unref();
  }

  let running = check();
  await running;

  return {
    async query<Result extends Row>(sql: string, parameters: readonly unknown[] = []) {
      const usable = replicas.filter(({ isUsable }) => isUsable);
      const replica = usable[turn++ % usable.length];
      if (!replica) return await primary.query<Result>(sql, parameters);
      try {
        return await replica.query<Result>(sql, parameters);
      } catch {
        replica.isUsable = false;
        return await primary.query<Result>(sql, parameters);
      }
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await running;
      await Promise.all(replicas.map((replica) => replica.close()));
    },
  };
}
