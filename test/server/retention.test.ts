import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AttachmentStorage } from '../../demo/server/applications/attachment-storage.ts';
import { startUpkeep } from '../../demo/server/applications/upkeep.ts';
import { saveSeededProject } from '../../demo/server/projects/project-row.ts';
import { startServer } from '../../demo/server/server.ts';
import { Client } from './support/client.ts';
import { filesIn, someFolder, someStorage } from './support/folders.ts';
import { application, apply, resume, someEmail } from './support/forms.ts';
import { appOn, KINDS, NOW, onEachDatabase, optionsFor } from './support/servers.ts';

const DAY = 86_400_000;

const project = (id: string, applyBy?: string) => ({
  id,
  title: 'Sort the archive',
  employer: { name: 'Lakeside Analytics' },
  ...(applyBy && { applyBy, timeZone: 'UTC' }),
  application: { mode: 'post' as const, requires: { proposal: 'none' as const } },
});

onEachDatabase('keeping applications for 30 days', (subject, afterwards) => {
  let api: Client;
  let folder: string;
  let storage: AttachmentStorage;
  const ids = { due: `due-${randomUUID()}`, open: `open-${randomUUID()}` };
  const said: { fields: object; message: string }[] = [];

  const upkeep = (now: number, retentionDays?: number) =>
    startUpkeep({
      database: subject().database,
      storage,
      now: () => now,
      log: {
        info: (fields: object, message: string) => void said.push({ fields, message }),
        error: (fields: object) => expect.fail(JSON.stringify(fields)),
      } as unknown as Parameters<typeof startUpkeep>[0]['log'],
      ...(retentionDays !== undefined && { retentionDays }),
    });
  const forget = async (now: number, retentionDays: number | undefined = 30) => {
    const job = upkeep(now, retentionDays);
    await job.run();
    await job.stop();
  };
  const send = (id: string, key = randomUUID(), email = someEmail()) =>
    apply(
      api,
      application({ applicant: { name: 'Ada', email }, proposal: undefined, answers: {} }),
      {
        project: id,
        key,
        files: [resume],
      },
    );
  const rowsOf = async (...projects: string[]) =>
    (
      await subject().database.query(
        `select count(*)::int as applications,
           count(f.id)::int as files, count(o.id)::int as emails
         from applications a left join attachments f on f.application_id = a.id
           left join outbox o on o.application_id = a.id
         where a.project_id = any ($1::text[])`,
        [projects],
      )
    )[0];
  const none = { applications: 0, files: 0, emails: 0 };
  const one = { applications: 1, files: 1, emails: 1 };

  before(async () => {
    const { database } = subject();
    await saveSeededProject(database, project(ids.due, '2026-03-20'));
    await saveSeededProject(database, project(ids.open));
  });
  beforeEach(async () => {
    // Of other tests nothing must be old, and nothing of this one be left.
    await subject().database.query('delete from outbox');
    await subject().database.query('delete from applications');
    said.length = 0;
    ({ folder, storage } = await someStorage());
    api = await appOn(subject().database, { storage });
  });
  afterwards(async ({ database }) => {
    await database.query('delete from applications');
    await database.query('delete from projects where id = any ($1::text[])', [Object.values(ids)]);
  });

  it('counts from the deadline, or where there is none, from the application', async () => {
    expect((await send(ids.due)).status).to.equal(201);
    expect((await send(ids.open)).status).to.equal(201);
    await forget(NOW + 29 * DAY);
    expect([await rowsOf(ids.due), await rowsOf(ids.open)]).to.deep.equal([one, one]);
    await forget(NOW + 31 * DAY);
    expect([await rowsOf(ids.due), await rowsOf(ids.open)]).to.deep.equal([one, none]);
    // The deadline is the end of March 20, so the time is over when April 19 ends.
    await forget(Date.UTC(2026, 3, 19, 23));
    expect(await rowsOf(ids.due)).to.deep.equal(one);
    await forget(Date.UTC(2026, 3, 20, 1));
    expect(await rowsOf(ids.due)).to.deep.equal(none);
    expect(await filesIn(folder)).to.deep.equal({ attachments: 0, quarantine: 0 });
    expect(said.map(({ fields }) => fields)).to.deep.equal([
      { applications: 1, emails: 0 },
      { applications: 1, emails: 0 },
    ]);
  });

  it('deletes emails that were sent and are as old, and leaves those that wait', async () => {
    await send(ids.due);
    const { database } = subject();
    await forget(NOW + 31 * DAY);
    expect((await rowsOf(ids.due))?.['emails']).to.equal(1);
    await database.query(`update outbox set state = 'sent'`);
    await forget(NOW + 29 * DAY);
    expect((await rowsOf(ids.due))?.['emails']).to.equal(1);
    await forget(NOW + 31 * DAY);
    expect(await rowsOf(ids.due)).to.deep.equal({ ...one, emails: 0 });
  });

  it('ends what a key stands for', async () => {
    const key = randomUUID();
    const email = someEmail();
    const first = await send(ids.open, key, email);
    await forget(NOW + 31 * DAY);
    const again = await send(ids.open, key, email);
    expect(again.status).to.equal(201);
    expect(again.body.reference).not.to.equal(first.body.reference);
  });

  it('may be done by several servers at once, in more than one batch', async function () {
    this.timeout(60_000);
    await subject().database.query(
      `insert into applications (id, project_id, idempotency_key, fingerprint, reference, applicant_name,
         applicant_email, email_key, application, next_steps, submitted_at)
       select gen_random_uuid(), $1, gen_random_uuid(), '', 'T-' || n, 'Ada', 'a' || n, 'a' || n, '{}', '[]',
         $2::timestamptz from generate_series(1, 250) n`,
      [ids.open, new Date(NOW).toISOString()],
    );
    const jobs = [1, 2, 3].map(() => upkeep(NOW + 31 * DAY, 30));
    await Promise.all(jobs.map((job) => job.run()));
    await Promise.all(jobs.map((job) => job.stop()));
    expect(await rowsOf(ids.open)).to.deep.equal(none);
    const deleted = said.map(({ fields }) => (fields as { applications: number }).applications);
    expect(deleted.reduce((sum, count) => sum + count, 0)).to.equal(250);
  });

  it('is not done where nobody says so', async () => {
    await send(ids.open);
    const job = upkeep(NOW + 10_000 * DAY);
    await job.run();
    await job.stop();
    expect(await rowsOf(ids.open)).to.deep.equal(one);
  });

  it('forgets challenges that have expired, and files of nothing when they are an hour old', async () => {
    await send(ids.open);
    const { database } = subject();
    const challenges = async () =>
      (
        await database.query(`select id from spent_challenges where id like 'test-%' order by id`)
      ).map(({ id }) => id);
    const insert = (id: string, expires: number) =>
      database.query('insert into spent_challenges values ($1, $2::timestamptz)', [
        id,
        new Date(expires).toISOString(),
      ]);
    await insert('test-old', NOW - DAY);
    await insert('test-valid', Date.now() + DAY);
    for (const name of ['old', 'young'])
      await writeFile(join(folder, 'attachments', name), 'left behind');
    const before = new Date(Date.now() - 2 * 3_600_000);
    await utimes(join(folder, 'attachments', 'old'), before, before);
    await forget(NOW, undefined);
    expect(await challenges()).to.deep.equal(['test-valid']);
    expect(
      (await filesIn(folder)).attachments,
      'the one of the application, and the young',
    ).to.equal(2);
    await database.query(`delete from spent_challenges where id like 'test-%'`);
  });
});

for (const kind of KINDS)
  describe(`two servers that keep applications for 30 days (${kind})`, function () {
    this.timeout(60_000);

    it('delete what is old when they start, with its files', async function () {
      const found = await optionsFor(kind);
      if (!found) this.skip();
      const folder = await someFolder();
      const options = { ...found, dataFolder: folder, limits: 'off' as const, seed: false };
      const first = await startServer({ ...options, now: () => NOW });
      await saveSeededProject(first.database, project('kept'));
      const json = application({ proposal: undefined, answers: {} });
      const sent = await apply(new Client(first.url), json, { project: 'kept' });
      expect(sent.status).to.equal(201);
      await first.close();
      expect((await filesIn(folder)).attachments).to.equal(1);

      const later = { ...options, retentionDays: 30, now: () => NOW + 31 * DAY };
      // Only servers on PostgreSQL share a database; they start at the same time.
      const servers = await Promise.all(
        (kind === 'PGlite' ? [1] : [1, 2]).map(() => startServer(later)),
      );
      const [row] = (await servers[0]?.database.query(
        'select count(*)::int as count from applications',
      )) ?? [{}];
      for (const server of servers) await server.close();
      expect(row).to.deep.equal({ count: 0 });
      expect((await filesIn(folder)).attachments).to.equal(0);
    });
  });
