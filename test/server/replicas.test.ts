import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ConfigError, DEFAULT_LIMITS, readConfig } from '../../demo/server/config.ts';
import { openPostgresDatabase } from '../../demo/server/database/postgres-database.ts';
import { openReplicas, placeInLog } from '../../demo/server/database/replicas.ts';
import { Client } from './support/client.ts';
import { someFolder } from './support/folders.ts';
import { application, apply, ASKING, formOf, resume } from './support/forms.ts';
import { startProcess, type ServerProcess } from './support/processes.ts';
import { makeReplica, type Replica } from './support/replica.ts';
import { atEnd, optionsFor } from './support/servers.ts';

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

let requests = 0;

/** A request from an address that no other has, as a proxy tells it. */
const fromElsewhere = (): Record<string, string> => ({
  'X-Forwarded-For': `10.${++requests >> 16}.${(requests >> 8) & 255}.${requests & 255}`,
});

/** An application of which a server has the head, and waits for the rest. */
async function beginApplication(url: string): Promise<{ finish(): Promise<number | undefined> }> {
  const form = new Response(formOf(application(), [resume]));
  const body = Buffer.from(await form.arrayBuffer());
  const request = httpRequest(`${url}/api/projects/${ASKING}/applications`, {
    method: 'POST',
    headers: {
      'Content-Type': form.headers.get('content-type') ?? '',
      'Content-Length': body.byteLength,
      'Idempotency-Key': randomUUID(),
      Expect: '100-continue',
    },
  });
  request.flushHeaders();
  await once(request, 'continue');
  return {
    async finish() {
      const replied = once(request, 'response') as Promise<[IncomingMessage]>;
      request.end(body);
      const [response] = await replied;
      response.resume();
      return response.statusCode;
    },
  };
}

describe('two processes on a primary and its streaming replica', function () {
  this.timeout(180_000);
  let primaryUrl = '';
  let folder = '';
  let replica: Replica;
  let processes: readonly ServerProcess[] = [];

  before(async function () {
    const options = await optionsFor('PostgreSQL');
    if (!options?.databaseUrl) this.skip();
    primaryUrl = options.databaseUrl;
    const made = await makeReplica(primaryUrl);
    if (!made) this.skip();
    replica = made;
    atEnd(() => replica.remove());
    await replica.start();
    folder = await someFolder();
    const start = () =>
      startProcess({
        DATABASE_URL: primaryUrl,
        DATABASE_REPLICA_URLS: replica.url,
        DATA_FOLDER: folder,
        TRUST_PROXY: 'true',
      });
    processes = await Promise.all([start(), start()]);
  });
  after(async () => {
    for (const { child } of processes) child.kill('SIGTERM');
    await Promise.all(processes.map(({ exit }) => exit));
  });

  const apis = () => processes.map(({ url }) => new Client(url));

  async function onPrimary<Value>(sql: string, value: string): Promise<Value[]> {
    const database = await openPostgresDatabase(primaryUrl);
    try {
      return (await database.query<{ it: Value }>(sql, [value])).map(({ it }) => it);
    } finally {
      await database.close();
    }
  }

  /** How often listings were read on the replica, by its own statistics. */
  const readsOnReplica = async (): Promise<number> => {
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

  /** Statistics come late; both processes are asked until there are some. */
  const expectReadsOnReplica = async () => {
    const before = await readsOnReplica();
    for (let attempt = 0; attempt < 50 && (await readsOnReplica()) <= before; attempt++) {
      for (const api of apis()) expect((await api.list('limit=3')).total).to.be.greaterThan(200);
      await pause(200);
    }
    expect(await readsOnReplica()).to.be.greaterThan(before);
  };

  it('read listings from the replica', async () => {
    for (const api of apis()) expect((await api.read('mkt-204')).id).to.equal('mkt-204');
    await expectReadsOnReplica();
  });

  it('fail no request while the replica is stopped and started', async () => {
    const failed: string[] = [];
    let answered = 0;
    let isOver = false;
    const client = async (url: string, number: number) => {
      while (!isOver) {
        const query = `limit=5&${number % 2 ? 'q=design' : 'workMode=remote'}`;
        const response = await fetch(`${url}/api/projects?${query}`, {
          headers: fromElsewhere(),
        }).catch((error: unknown) => error);
        if (!(response instanceof Response) || response.status !== 200)
          failed.push(String(response));
        else await response.arrayBuffer();
        answered++;
      }
    };
    const load = processes.flatMap(({ url }) => [0, 1, 2].map((number) => client(url, number)));
    try {
      await pause(500);
      for (let round = 0; round < 2; round++) {
        await replica.stop();
        await pause(1_500);
        await replica.start();
        await pause(1_500);
      }
    } finally {
      isOver = true;
      await Promise.all(load);
    }
    expect(failed).to.deep.equal([]);
    expect(answered).to.be.greaterThan(50);
    await expectReadsOnReplica();
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

  it('take an application that is sent to both at once, once', async () => {
    const key = randomUUID();
    const json = application();
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => apis().map((api) => apply(api, json, { key }))).flat(),
    );
    expect(new Set(replies.map(({ status }) => status))).to.deep.equal(new Set([201]));
    expect(new Set(replies.map(({ text }) => text)).size).to.equal(1);
    const records = await onPrimary(
      'select id::text as it from applications where idempotency_key = $1::uuid',
      key,
    );
    expect(records).to.deep.equal([replies[0]?.body.id]);
    const files = await onPrimary<string>(
      'select storage_name as it from attachments where application_id = $1::uuid',
      replies[0]?.body.id ?? '',
    );
    expect(await readdir(join(folder, 'attachments'))).to.deep.equal(files);
  });

  it('count the requests of an address together', async () => {
    const address = { 'X-Forwarded-For': '192.0.2.7', 'Content-Type': 'application/json' };
    const report = async (api: Client) =>
      (
        await api.send('/projects/mkt-204/reports', {
          method: 'POST',
          headers: address,
          body: JSON.stringify({ reason: 'other' }),
        })
      ).status;
    const each = DEFAULT_LIMITS.applications / processes.length;
    const statuses = await Promise.all(
      apis().map(async (api) => {
        const own: number[] = [];
        while (own.length < each) own.push(await report(api));
        return own;
      }),
    );
    expect(new Set(statuses.flat())).to.deep.equal(new Set([204]));
    for (const api of apis()) expect(await report(api)).to.equal(429);
  });

  it('lose nothing when one of them is told to end', async () => {
    const [leaving, staying] = processes;
    if (!leaving || !staying) throw new Error('There are not two.');
    const key = randomUUID();
    const json = application();
    const receipt = await apply(new Client(leaving.url), json, { key });
    const failed: string[] = [];
    const answered = new Map<string, number>();
    let isOver = false;
    /** As a proxy does: what one of them does not take is asked of the other. */
    const client = async () => {
      while (!isOver) {
        const order = requests % 2 ? [leaving, staying] : [staying, leaving];
        let isAnswered = false;
        for (const { url } of order) {
          const list = `${url}/api/projects?limit=5&q=design`;
          const response = await fetch(list, { headers: fromElsewhere() }).catch(() => undefined);
          if (!response || response.status === 503) continue;
          await response.arrayBuffer().catch((error: unknown) => failed.push(String(error)));
          if (response.status !== 200) failed.push(String(response.status));
          answered.set(url, (answered.get(url) ?? 0) + 1);
          isAnswered = true;
          break;
        }
        if (!isAnswered) failed.push('nobody took it');
      }
    };
    const load = Array.from({ length: 6 }, client);
    try {
      const begun = await beginApplication(leaving.url);
      await pause(500);
      leaving.child.kill('SIGTERM');
      await pause(500);
      const before = answered.get(staying.url) ?? 0;
      expect(leaving.child.exitCode).to.equal(null);
      expect(await begun.finish()).to.equal(201);
      // It does not wait until clients have let go of their connections.
      const ended = await Promise.race([leaving.exit, pause(2_000, 'still running')]);
      expect(ended).to.equal(0);
      await pause(500);
      expect(answered.get(staying.url)).to.be.greaterThan(before);
    } finally {
      isOver = true;
      await Promise.all(load);
    }
    expect(failed).to.deep.equal([]);
    expect(answered.get(leaving.url)).to.be.greaterThan(5);
    const again = await apply(new Client(staying.url), json, { key });
    expect(again.text).to.equal(receipt.text);
  });
});
