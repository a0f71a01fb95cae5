import { expect } from 'chai';
import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseUnavailable, type Database } from '../../demo/server/database/database.ts';
import { openPostgresDatabase } from '../../demo/server/database/postgres-database.ts';
import { startServer, type RunningServer } from '../../demo/server/server.ts';
import { HttpSource } from '../../src/source/http-source.ts';
import type { Page } from '../../src/source/listings-source.ts';
import { Client, type ProblemBody, type Reply } from './support/client.ts';
import { application, apply } from './support/forms.ts';
import { startFailingPostgres, type FailingServer } from './support/postgres-server.ts';
import { atEnd, NOW, optionsFor } from './support/servers.ts';
import { PASSWORD, Staff } from './support/staff.ts';

const LIST = '/projects?limit=3';

const report = (api: Client) =>
  api.send<ProblemBody>('/projects/mkt-204/reports', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ reason: 'other' }),
  });

/** Whatever needs the database. */
const asking: Readonly<Record<string, (api: Client) => Promise<Reply>>> = {
  'the list': (api) => api.send(LIST),
  'a project': (api) => api.send('/projects/mkt-204'),
  'the health': (api) => api.send('/health'),
  'a report': report,
  'an application': (api) => apply(api, application()),
};

function expectComeAgain({ status, headers, body }: Reply): void {
  expect(status).to.equal(503);
  expect(headers.get('content-type')).to.match(/^application\/problem\+json\b/);
  expect(Number(headers.get('retry-after'))).to.be.within(1, 10);
  expect(headers.get('cache-control')).to.equal('no-store');
  expect(headers.get('access-control-allow-origin')).to.equal('*');
  expect(body).to.include({ title: 'Service Unavailable', status: 503 });
}

async function expectAnswers(api: Client): Promise<void> {
  for (const path of [LIST, '/projects/mkt-204', '/health'])
    expect((await api.send(path)).status, path).to.equal(200);
  expect((await report(api)).status).to.equal(204);
  expect((await apply(api, application())).status).to.equal(201);
}

async function expectStaffComeAgain(api: Client): Promise<void> {
  const { status, headers } = await new Staff(api).get('/');
  expect(status).to.equal(503);
  expect(headers.get('content-type')).to.include('text/html');
  expect(Number(headers.get('retry-after'))).to.be.within(1, 10);
}

const failure = (work: Promise<unknown>) => work.catch((error: unknown) => error);

describe('a server whose connections to the database are all taken', function () {
  this.timeout(60_000);
  const PATIENCE = 300;
  const CONNECTIONS = 2;
  let server: RunningServer;
  let api: Client;

  before(async function () {
    const options = await optionsFor('PostgreSQL');
    if (!options) this.skip();
    const connections = { most: CONNECTIONS, patience: PATIENCE };
    server = await startServer({
      ...options,
      connections,
      now: () => NOW,
      staffPassword: PASSWORD,
    });
    atEnd(() => server.close());
    api = new Client(server.url);
  });

  /** Has `work` done while nobody else gets a connection. */
  async function whileTaken(work: () => Promise<void>): Promise<void> {
    let taken = 0;
    let isDone = false;
    const hold = () =>
      server.database.transaction(async () => {
        taken++;
        while (!isDone) await pause(10);
      });
    const holding = Promise.all(Array.from({ length: CONNECTIONS }, hold));
    try {
      while (taken < CONNECTIONS) await Promise.race([holding, pause(10)]);
      await work();
    } finally {
      isDone = true;
      await holding;
    }
  }

  for (const [name, ask] of Object.entries(asking))
    it(`says of ${name} when to come again, and keeps nobody waiting`, async () => {
      await whileTaken(async () => {
        const start = performance.now();
        expectComeAgain(await ask(api));
        // Requests are counted in the database, too, which is waited for first.
        expect(performance.now() - start).to.be.within(PATIENCE - 50, 2 * PATIENCE + 1_000);
      });
    });

  it('says so to staff on a page', async () => {
    await whileTaken(() => expectStaffComeAgain(api));
  });

  it('does not let requests pile up', async () => {
    await whileTaken(async () => {
      const start = performance.now();
      for (const reply of await Promise.all(Array.from({ length: 100 }, () => api.send(LIST))))
        expectComeAgain(reply);
      expect(performance.now() - start).to.be.below(2 * PATIENCE + 3_000);
    });
  });

  it('is asked again by a widget, when it said so', async () => {
    let page: Promise<Page> | undefined;
    await whileTaken(async () => {
      const pauses = new EventEmitter();
      const sleep = async (milliseconds: number) => {
        pauses.emit('pause', milliseconds);
        await pause(PATIENCE);
      };
      const paused = once(pauses, 'pause');
      page = new HttpSource({ url: `${server.url}/api`, fetch, clock: { sleep } }).list(
        {},
        { limit: 3 },
      );
      const [milliseconds] = (await paused) as [number];
      expect(milliseconds).to.be.within(1_000, 10_000);
    });
    expect((await page)?.projects).not.to.have.length(0);
  });

  it('answers whoever has waited less', async () => {
    let reply: Promise<Reply> | undefined;
    await whileTaken(async () => {
      reply = api.send('/health');
      await pause(PATIENCE / 3);
    });
    expect((await reply)?.status).to.equal(200);
  });

  it('answers as soon as they are free', async () => {
    await expectAnswers(api);
  });
});

describe('a server whose database fails', function () {
  this.timeout(120_000);
  let postgres: FailingServer;
  let server: RunningServer;
  let database: Database;
  let api: Client;

  before(async function () {
    const started = await startFailingPostgres();
    if (!started) this.skip();
    postgres = started;
    atEnd(() => postgres.stop());
    const databaseUrl = await postgres.createDatabase();
    server = await startServer({ databaseUrl, now: () => NOW, staffPassword: PASSWORD });
    atEnd(() => server.close());
    database = await openPostgresDatabase(databaseUrl);
    atEnd(() => database.close());
    api = new Client(server.url);
  });

  /** Has `work` done while there is no database, and waits until there is one again. */
  async function whileDown(work: () => Promise<void>): Promise<void> {
    await postgres.fail();
    try {
      await work();
    } finally {
      await postgres.recover();
    }
  }

  it('says when to come again, and answers when the database does', async () => {
    await expectAnswers(api);
    await whileDown(async () => {
      for (const ask of Object.values(asking)) expectComeAgain(await ask(api));
      await expectStaffComeAgain(api);
      expect((await api.send('/logos/halyard.svg')).status).to.equal(200);
    });
    await expectAnswers(api);
  });

  it('knows of what was under way that it got no answer', async () => {
    const query = failure(database.query('select pg_sleep(60)'));
    const statement = failure(
      database.transaction((transaction) => transaction.query('select pg_sleep(60)')),
    );
    // Between two statements nobody listens to the connection.
    let isDown = false;
    const between = failure(
      database.transaction(async (transaction) => {
        await transaction.query('select 1');
        while (!isDown) await pause(50);
        await transaction.query('select 1');
      }),
    );
    await pause(500);
    await whileDown(async () => {
      isDown = true;
      for (const error of await Promise.all([query, statement, between]))
        expect(error)
          .to.be.instanceOf(DatabaseUnavailable)
          .and.to.have.property('mayBeDone', false);
    });
    expect(await database.query('select 1 as it')).to.deep.equal([{ it: 1 }]);
  });

  it('does not know whether what was being committed was', async () => {
    // Checked at the end of the transaction, which then takes a minute.
    await database.query('create table slow (id int)');
    await database.query(
      `create function wait() returns trigger language plpgsql as
       'begin perform pg_sleep(60); return null; end'`,
    );
    await database.query(
      `create constraint trigger slow after insert on slow deferrable initially deferred
       for each row execute function wait()`,
    );
    const insert = 'insert into slow values (1)';
    const committing = failure(database.transaction((transaction) => transaction.query(insert)));
    await pause(500);
    await whileDown(async () => {
      expect(await committing)
        .to.be.instanceOf(DatabaseUnavailable)
        .and.to.have.property('mayBeDone', true);
    });
  });

  it('is not what a mistake in a statement is taken for', async () => {
    const error = await failure(database.query('select nothing from nowhere'));
    expect(error).to.be.instanceOf(Error).and.to.have.property('code', '42P01');
    expect(error).not.to.be.instanceOf(DatabaseUnavailable);
  });
});
