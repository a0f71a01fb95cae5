/** Directus on PostgreSQL, with the collection of the guide. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { itemOf } from '../../presets/apis/directus.ts';
import { jsonIn } from '../../presets/support/documented.ts';
import { startPostgres, type PostgresServer } from '../../server/support/postgres-server.ts';
import type { Host } from './host-suite.ts';
import { NotHere, npmPackages } from './installed.ts';
import { removeFolder, run, start, temporaryFolder, type RunningProgram } from './programs.ts';
import { send } from './rest.ts';

const guide = 'docs/presets/directus.md';
/** Of the policy that Directus gives to everybody. */
const PUBLIC = 'abf8a154-5b1c-4a46-ac9c-7300570f4f17';
const TOKEN = 'only-for-this-test';

/** The fields of the guide by their types. */
const types = Object.entries(jsonIn(guide, '"duration_days_max"') as Record<string, string>);

const collection = {
  collection: 'projects',
  schema: {},
  meta: {},
  fields: types.map(([field, type]) =>
    field === 'id'
      ? { field, type: 'string', schema: { is_primary_key: true, is_nullable: false }, meta: {} }
      : { field, type, schema: {}, meta: type === 'csv' ? { special: ['cast-csv'] } : {} },
  ),
};

/** The sandbox in which flows run scripts would have to be compiled; nothing here has a flow. */
async function withoutSandbox(packages: string): Promise<void> {
  const folder = join(packages, 'node_modules/isolated-vm/out');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'isolated_vm.js'), 'exports.ivm = {};');
}

/** @param port on which it will listen */
export function directus(port: number): Host & { readonly url: string } {
  const url = `http://127.0.0.1:${port}`;
  let folder = '';
  let postgres: PostgresServer | undefined;
  let server: RunningProgram | undefined;
  const asAdmin = (method: string, path: string, body?: unknown) =>
    send(method, `${url}${path}`, body, { Authorization: `Bearer ${TOKEN}` });
  return {
    name: 'Directus 12',
    url,
    list: `${url}/items/projects`,
    async start() {
      const packages = await npmPackages('directus@12.3.1');
      await withoutSandbox(packages);
      postgres = await startPostgres();
      if (!postgres) throw new NotHere('the server of PostgreSQL; or set TEST_DATABASE_URL.');
      folder = await temporaryFolder();
      const directus = (command: string) => ({
        command: process.execPath,
        args: [join(packages, 'node_modules/directus/cli.js'), command],
        cwd: folder,
        env,
      });
      const env = {
        DB_CLIENT: 'pg',
        DB_CONNECTION_STRING: await postgres.createDatabase(),
        HOST: '127.0.0.1',
        PORT: String(port),
        PUBLIC_URL: url,
        SECRET: TOKEN.repeat(2),
        ADMIN_EMAIL: 'staff@cms.example.com',
        ADMIN_PASSWORD: TOKEN,
        ADMIN_TOKEN: TOKEN,
        CORS_ENABLED: 'true',
        CORS_ORIGIN: 'https://www.example.edu',
        TELEMETRY: 'false',
        PRESSURE_LIMITER_ENABLED: 'false',
      };
      await run(directus('bootstrap'));
      server = start(directus('start'));
      await server.until(() => asAdmin('GET', '/users/me'));
      await asAdmin('POST', '/collections', collection);
      await asAdmin('POST', '/permissions', {
        policy: PUBLIC,
        collection: 'projects',
        action: 'read',
        fields: ['*'],
        // Rules about items need a licence.
        permissions: {},
      });
    },
    async fill(projects) {
      await asAdmin('DELETE', '/items/projects', { query: { limit: -1 } });
      const items = projects.map(itemOf);
      if (items.length) await asAdmin('POST', '/items/projects', items);
    },
    async stop() {
      await server?.stop();
      await postgres?.stop();
      await removeFolder(folder);
    },
  };
}
