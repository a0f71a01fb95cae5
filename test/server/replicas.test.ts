import { expect } from 'chai';
import { setTimeout as pause } from 'node:timers/promises';
import { ConfigError, readConfig } from '../../demo/server/config.ts';
import { openPostgresDatabase } from '../../demo/server/database/postgres-database.ts';
import { openReplicas, placeInLog } from '../../demo/server/database/replicas.ts';
import { startServer, type RunningServer } from '../../demo/server/server.ts';
import { Client } from './support/client.ts';
import { atEnd, NOW, optionsFor } from './support/servers.ts';
import { makeReplica, type Replica } from './support/replica.ts';

describe('the configuration of replicas', () => {
  it('is a list between commas, and needs a primary', () => {
    const DATABASE_URL = 'postgresql://db.example/x';
    const env = {
      DATABASE_URL,
      DATABASE_REPLICA_URLS: 'postgresql://a.example/x, postgresql://b.example/x,',
    };
    expect(readConfig(env).replicaUrls).to.deep.equal([
      'postgresql://a.example/x',
      'postgresql://b.example/x',
    ]);
    expect(readConfig({ DATABASE_URL })).not.to.have.property('replicaUrls');
    expect(() => readConfig({ DATABASE_REPLICA_URLS: 'postgresql://a.example/x' })).to.throw(
      ConfigError,
      'DATABASE_URL',
    );
  });
});

describe('the place in a write-ahead log', () => {
  it('is a number that grows', () => {
    expect(placeInLog('0/FFFFFFFF') < placeInLog('1/0')).to.equal(true);
    expect(placeInLog('16/B374D848')).to.equal(0x16b374d848n);
  });
});

describe('two servers on a primary and its streaming replica', function () {
  this.timeout(180_000);
  let primaryUrl = '';
  let replica: Replica;
  let servers: readonly RunningServer[] = [];

  before(async function () {
    const options = await optionsFor('PostgreSQL');
    if (!options?.databaseUrl) this.skip();
    primaryUrl = options.databaseUrl;
    const first = await startServer({ databaseUrl: primaryUrl, now: () => NOW });
    await first.close();
    const made = await makeReplica(primaryUrl);
    if (!made) this.skip();
    replica = made;
    atEnd(() => replica.remove());
    await replica.start();
    const start = () =>
      startServer({
        databaseUrl: primaryUrl,
        replicaUrls: [replica.url],
        now: () => NOW,
        seed: false,
        limits: { reads: 100_000, applications: 3, confirmations: 5 },
      });
    servers = [await start(), await start()];
  });
  after(async () => {
    for (const server of servers) await server.close();
  });

  /** How many statements that read listings the replica has been sent, by its own statistics. */
  const scansOnReplica = async (): Promise<number> => {
    const database = await openPostgresDatabase(replica.url);
    try {
      const [row] = await database.query<{ scans: number }>(
        `select (coalesce(sum(idx_scan), 0) + coalesce(sum(seq_scan), 0))::int as scans
         from pg_stat_user_tables where relname = 'projects'`,
      );
      return row?.scans ?? 0;
    } finally {
      await database.close();
    }
  };

  it('read listings from the replica', async () => {
    const before = await scansOnReplica();
    for (const { url } of servers) {
      const api = new Client(url);
      for (let count = 0; count < 5; count++)
        expect((await api.list('limit=3')).total).to.equal(240);
      expect((await api.read('mkt-204')).id).to.equal('mkt-204');
    }
    for (let attempt = 0; attempt < 50 && (await scansOnReplica()) <= before; attempt++)
      await pause(200);
    expect(await scansOnReplica()).to.be.greaterThan(before);
  });

  it('fail no request while the replica is stopped and started', async () => {
    const failed: string[] = [];
    let answered = 0;
    let isOver = false;
    const client = async (url: string, number: number) => {
      while (!isOver) {
        const query = `limit=5&offset=${number}&${number % 2 ? 'q=design' : 'workMode=remote'}`;
        const response = await fetch(`${url}/api/projects?${query}`).catch(
          (error: unknown) => error,
        );
        if (!(response instanceof Response) || response.status !== 200)
          failed.push(String(response));
        else await response.arrayBuffer();
        answered++;
      }
    };
    const load = servers.flatMap(({ url }) => [0, 1, 2].map((number) => client(url, number)));
    await pause(500);
    for (let round = 0; round < 2; round++) {
      await replica.stop();
      await pause(1_500);
      await replica.start();
      await pause(1_500);
    }
    isOver = true;
    await Promise.all(load);
    expect(failed).to.deep.equal([]);
    expect(answered).to.be.greaterThan(50);
  });

  it('do not read what is too far behind, until it has caught up', async () => {
    const primary = await openPostgresDatabase(primaryUrl);
    const onReplica = await openPostgresDatabase(replica.url);
    const reader = await openReplicas({ urls: [replica.url], primary, mostLag: 1_000 });
    const isOnReplica = async () =>
      (await reader.query<{ it: boolean }>('select pg_is_in_recovery() as it'))[0]?.it;
    const until = async (wanted: boolean) => {
      for (let attempt = 0; attempt < 150 && (await isOnReplica()) !== wanted; attempt++)
        await pause(200);
      expect(await isOnReplica()).to.equal(wanted);
    };
    try {
      await until(true);
      await onReplica.query('select pg_wal_replay_pause()');
      await primary.query(`update projects set category = 'Moved' where id = 'mkt-204'`);
      await until(false);
      await onReplica.query('select pg_wal_replay_resume()');
      await until(true);
    } finally {
      await reader.close();
      await onReplica.close();
      await primary.close();
    }
  });

  it('count the requests of an address together', async () => {
    const [one, other] = servers.map(({ url }) => new Client(url));
    const report = (api: Client | undefined) =>
      api?.send('/projects/mkt-204/reports', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ reason: 'other' }),
      });
    const statuses = [];
    for (const api of [one, other, one, other, one]) statuses.push((await report(api))?.status);
    expect(statuses.slice(0, 3)).not.to.include(429);
    expect(statuses.slice(3)).to.deep.equal([429, 429]);
  });
});
