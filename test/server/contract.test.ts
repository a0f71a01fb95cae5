/** The reference API as a source: it passes what every source passes, over HTTP and on both databases. */
import { saveSeededProject } from '../../demo/server/projects/project-row.ts';
import { startServer } from '../../demo/server/server.ts';
import { HttpSource } from '../../src/source/http-source.ts';
import { listingsSourceSuite } from '../contract/listings-source.suite.ts';
import { outage } from '../contract/outage.ts';
import { KINDS, optionsFor } from './support/servers.ts';

for (const kind of KINDS) {
  listingsSourceSuite(`HttpSource on the reference API (${kind})`, async (projects) => {
    const options = await optionsFor(kind);
    if (!options) return undefined;
    const server = await startServer({ ...options, seed: false, limits: 'off' });
    for (const project of projects) await saveSeededProject(server.database, project);
    const { around, ...api } = outage();
    const source = new HttpSource({
      url: `${server.url}/api`,
      fetch: around(fetch),
      clock: { sleep: () => Promise.resolve() },
    });
    return { source, close: () => server.close(), ...api };
  });
}
