import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type ServerOptions } from '../../demo/server/server.ts';
import { Client } from './support/client.ts';
import { application, apply, ASKING } from './support/forms.ts';
import { KINDS, NOW, optionsFor } from './support/servers.ts';

const DAY = 86_400_000;

for (const kind of KINDS)
  describe(`a restart (${kind})`, () => {
    let options: ServerOptions;
    let folder = '';

    before(async function () {
      const found = await optionsFor(kind);
      if (!found) this.skip();
      folder = await mkdtemp(join(tmpdir(), 'foothold-test-'));
      options = { ...found, dataFolder: folder, limits: 'off' };
    });
    after(async () => {
      if (folder) await rm(folder, { recursive: true, force: true });
    });

    const running = async <Result>(
      now: number,
      use: (api: Client) => Promise<Result>,
      changes: ServerOptions = {},
    ): Promise<Result> => {
      const server = await startServer({ ...options, ...changes, now: () => now });
      try {
        return await use(new Client(server.url));
      } finally {
        await server.close();
      }
    };

    it('keeps what was sent, and moves the dates of seeded listings', async function () {
      this.timeout(60_000);
      const key = randomUUID();
      const json = application();
      const first = await running(NOW, async (api) => {
        const receipt = await apply(api, json, { key });
        expect(receipt.status).to.equal(201);
        return { receipt, project: await api.read(ASKING), total: (await api.list()).total };
      });
      expect(await readdir(join(folder, 'attachments'))).to.have.length(1);

      const later = NOW + 100 * DAY;
      const staff = { headers: { Authorization: `Basic ${btoa('staff:pass')}` } };
      await running(
        later,
        async (api) => {
          const again = await apply(api, json, { key });
          expect(again.status).to.equal(201);
          expect(again.body).to.deep.equal(first.receipt.body);
          const project = await api.read(ASKING);
          expect(project.title).to.equal(first.project.title);
          expect(
            Date.parse(project.applyBy ?? '') - Date.parse(first.project.applyBy ?? ''),
          ).to.equal(100 * DAY);
          expect((await api.list()).total).to.equal(first.total);
          const page = await (await fetch(`${api.url}/staff`, staff)).text();
          expect(page).to.include(first.receipt.body.reference);
          expect(page).to.include('2026-03-18 15:30 UTC');
        },
        { staffPassword: 'pass' },
      );
      expect(await readdir(join(folder, 'attachments'))).to.have.length(1);
    });

    it('leaves listings of others alone, and removes seeded ones that are no more', async function () {
      this.timeout(60_000);
      const server = await startServer({ ...options, now: () => NOW });
      await server.database.query(
        `insert into projects select 'own-1', '{"id":"own-1","title":"Ours","employer":{"name":"We"}}',
           false, status, null, posted_at, null, false, category, industry, work_mode, skills,
           locations, class_years, work_authorization, hours, duration_days, paid, pay_currency,
           pay_total, search from projects where id = 'mkt-204'`,
      );
      await server.database.query(`update projects set id = 'old-1' where id = 'mkt-218'`);
      await server.close();
      await running(NOW, async (api) => {
        expect((await api.read('own-1')).title).to.equal('Ours');
        expect((await api.send('/projects/old-1')).status).to.equal(404);
        expect((await api.send('/projects/mkt-218')).status).to.equal(200);
      });
    });

    it('may start without seeding', async function () {
      this.timeout(60_000);
      const found = await optionsFor(kind);
      const server = await startServer({ ...found, seed: false });
      const page = await new Client(server.url).list();
      await server.close();
      expect(page).to.deep.include({ items: [], total: 0, nextCursor: null });
    });
  });
