import { expect } from 'chai';
import type { Database } from '../../demo/server/database/database.ts';
import { openPostgresDatabase } from '../../demo/server/database/postgres-database.ts';
import { migrate } from '../../demo/server/database/migrate.ts';
import { seedMany } from '../../demo/server/seed/many.ts';
import type { Client } from './support/client.ts';
import { appOn, atEnd, NOW, optionsFor } from './support/servers.ts';

const COUNT = 4_000;

describe('the pages of a long list (PostgreSQL)', function () {
  this.timeout(180_000);
  let api: Client;
  let database: Database;
  let pages: string[] = [];
  let ids: string[] = [];

  /** Walks a list to its end; the addresses and the items of its pages. */
  async function walk(query: string) {
    const addresses = [query];
    const found: string[] = [];
    const { total } = await api.list(query);
    for (let address: string | undefined = query; address !== undefined;) {
      const { items, nextCursor } = await api.list(address);
      found.push(...items.map(({ id }) => id));
      address = nextCursor === null ? undefined : `${query}&cursor=${nextCursor}`;
      if (address !== undefined) addresses.push(address);
    }
    return { addresses, found, total };
  }

  before(async function () {
    const options = await optionsFor('PostgreSQL');
    if (!options?.databaseUrl) this.skip();
    database = await openPostgresDatabase(options.databaseUrl);
    atEnd(() => database.close());
    await migrate(database);
    await seedMany(database, COUNT, NOW);
    api = await appOn(database);
    ({ addresses: pages, found: ids } = await walk('limit=7'));
  });

  it('have each listing once', async () => {
    expect(pages.length).to.be.greaterThan(500);
    expect(new Set(ids).size).to.equal(ids.length);
    expect(ids.length).to.equal((await api.list()).total);
  });

  it('cost as much at page 500 as at page 2', async () => {
    const times: [early: number[], late: number[]] = [[], []];
    for (let round = 0; round < 25; round++)
      for (const [index, page] of [pages[1], pages[499]].entries()) {
        const start = performance.now();
        await api.list(page);
        times[index]?.push(performance.now() - start);
      }
    const [early, late] = times.map((each) => each.sort((a, b) => a - b)[12] ?? NaN);
    // What other programs do meanwhile counts in both; a page that had to be counted off would cost 250 times as much.
    expect((late ?? NaN) / (early ?? NaN)).to.be.below(2);
  });

  it('have all that has a common word, best first, once', async () => {
    const { found, total } = await walk('limit=100&q=research');
    expect(total).to.be.greaterThan(500);
    expect(found.length).to.equal(total);
    expect(new Set(found).size).to.equal(total);
    const newest = await walk('limit=100&q=research&sort=newest');
    expect([...newest.found].sort()).to.deep.equal([...found].sort());
    expect(newest.found).not.to.deep.equal(found);
  });

  it('have the counts that counting one by one gives, of much and of little', async () => {
    const queries = [
      '',
      'paid=true',
      'workMode=remote',
      'q=design',
      'q=the&classYear=junior',
      'workMode=remote&workMode=hybrid&paid=true&hoursMax=40',
      'payMin=100&currency=USD',
      'q=research&category=Design&location=Ashford%2C+AL',
      'q=harbor&skill=SQL&classYear=junior',
    ];
    const countAll = async () => {
      const counted = [];
      for (const query of queries) {
        const { total, facets } = await api.list(`limit=1&${query}`);
        counted.push({ query, total, facets });
      }
      return counted;
    };
    const byBits = await countAll();
    expect(byBits.filter(({ total }) => total >= 1_000)).to.have.length.at.least(4);
    expect(byBits.filter(({ total }) => total < 1_000)).to.have.length.at.least(2);
    // As where there are few listings.
    await database.query('delete from listing_bits_made');
    expect(await countAll()).to.deep.equal(byBits);
  });
});
