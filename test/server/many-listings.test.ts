import { expect } from 'chai';
import type { Database } from '../../demo/server/database/database.ts';
import { openPostgresDatabase } from '../../demo/server/database/postgres-database.ts';
import { migrate } from '../../demo/server/database/migrate.ts';
import { makeListingBits } from '../../demo/server/projects/bit-index.ts';
import { seedDatabase } from '../../demo/server/seed/seed-database.ts';
import type { Client } from './support/client.ts';
import { appOn, atEnd, NOW, optionsFor } from './support/servers.ts';

const HOUR = 3_600_000;

const QUERIES = [
  '',
  'q=design',
  'q=pricing+stu',
  'q=the',
  'q=%3F!',
  'q=illustrations+of',
  'q=halyard&sort=deadline',
  'category=Design',
  'category=Design&category=Research&industry=Retail',
  'skill=SQL&skill=Python&workMode=remote',
  'location=Chicago%2C+IL&paid=true',
  'classYear=junior',
  'classYear=junior&category=Design&q=survey',
  'payMin=500&currency=USD',
  'payMin=300&currency=GBP&sort=pay',
  'hoursMax=15&durationDaysMax=14&sort=shortest',
  'applyByFrom=2026-03-25&applyByTo=2026-04-01&sort=deadline',
  'workAuthorization=required',
  'workAuthorization=not_required&featured=true',
  'category=Nothing',
];

/** Everything that a query gives, on all pages. */
async function everything(api: Client, query: string) {
  const first = await api.list(`${query}&limit=30`);
  const ids = first.items.map(({ id }) => id);
  let cursor = first.nextCursor;
  while (cursor !== null) {
    const page = await api.list(`${query}&limit=30&cursor=${cursor}`);
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  return { ids, total: first.total, facets: first.facets };
}

describe('very many listings, counted by bits (PostgreSQL)', function () {
  this.timeout(120_000);
  let database: Database;
  let api: Client;

  before(async function () {
    const options = await optionsFor('PostgreSQL');
    if (!options?.databaseUrl) this.skip();
    database = await openPostgresDatabase(options.databaseUrl);
    await migrate(database);
    await seedDatabase(database, NOW);
    api = await appOn(database);
    atEnd(() => database.close());
  });

  it('are found, ordered and counted like few', async () => {
    const few = [];
    for (const query of QUERIES) few.push(await everything(api, query));
    expect(await makeListingBits(database, NOW, 0)).to.be.greaterThan(0);
    for (const [index, query] of QUERIES.entries())
      expect(await everything(api, query), query).to.deep.equal(few[index]);
  });

  it('are counted anew when one has changed, and only then', async () => {
    expect(await makeListingBits(database, NOW, 0)).to.equal(0);
    const before = await api.list('category=Design');
    await database.query(`update projects set status = 'paused' where id = $1`, [
      before.items[0]?.id,
    ]);
    expect(await makeListingBits(database, NOW, 0)).to.equal(1);
    expect((await api.list('category=Design')).total).to.equal(before.total - 1);
  });

  it('are counted anew when a deadline has passed', async () => {
    const later = NOW + 10 * 24 * HOUR;
    const before = await api.list();
    expect(await makeListingBits(database, later, 0)).to.be.greaterThan(0);
    expect((await api.list()).total).to.be.lessThan(before.total);
  });

  it('are counted one by one when they have become few', async () => {
    expect(await makeListingBits(database, NOW, 1_000)).to.equal(0);
    expect((await api.list()).total).to.equal(239);
  });

  it('say the same of an unchanged page some minutes later', async () => {
    let now = NOW;
    const clocked = await appOn(database, { now: () => now });
    const etag = async () => (await clocked.send('/projects?limit=5')).headers.get('etag');
    const first = await etag();
    now += 20 * 60_000;
    expect(await etag()).to.equal(first);
  });
});
