/** Strapi on PostgreSQL, with the collection type of the guide. */
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { entryOf } from '../../presets/apis/strapi.ts';
import { jsonIn } from '../../presets/support/documented.ts';
import { startPostgres, type PostgresServer } from '../../server/support/postgres-server.ts';
import type { Host } from './host-suite.ts';
import { NotHere, npmPackages } from './installed.ts';
import { removeFolder, run, start, temporaryFolder, type RunningProgram } from './programs.ts';
import { send } from './rest.ts';

const VERSION = '5.54.0';
const SECRET = 'only-for-this-test';

const typeOf = (name: string, attributes: object) => ({
  kind: 'collectionType',
  collectionName: `${name}s`,
  info: { singularName: name, pluralName: `${name}s`, displayName: name },
  options: { draftAndPublish: false },
  attributes,
});

/** The files of a collection type. */
function typeFiles(name: string, schema: unknown): Record<string, unknown> {
  const folder = `src/api/${name}`;
  const make = (kind: string) =>
    `module.exports = require('@strapi/strapi').factories.createCore${kind}('api::${name}.${name}');`;
  return {
    [`${folder}/content-types/${name}/schema.json`]: schema,
    [`${folder}/controllers/${name}.js`]: make('Controller'),
    [`${folder}/routes/${name}.js`]: make('Router'),
    [`${folder}/services/${name}.js`]: make('Service'),
  };
}

/** The files of an app: texts, and values that are written as JSON. */
const filesOf = (port: number, databaseUrl: string): Readonly<Record<string, unknown>> => ({
  'package.json': {
    name: 'cms',
    dependencies: { '@strapi/strapi': VERSION, '@strapi/plugin-users-permissions': VERSION },
  },
  'config/server.json': { host: '127.0.0.1', port, app: { keys: [SECRET] } },
  'config/admin.json': {
    serveAdminPanel: false,
    auth: { secret: SECRET },
    apiToken: { salt: SECRET },
    transfer: { token: { salt: SECRET } },
  },
  'config/database.json': {
    connection: { client: 'postgres', connection: { connectionString: databaseUrl } },
  },
  'src/index.js': 'module.exports = {};',
  'public/uploads/.gitkeep': '',
  ...typeFiles('project', jsonIn('docs/presets/strapi.md', '"attributes"')),
  ...typeFiles('skill', typeOf('skill', { name: { type: 'string' } })),
  'src/components/listing/place.json': {
    collectionName: 'components_listing_places',
    info: { displayName: 'place' },
    attributes: { display: { type: 'string' } },
  },
});

async function write(folder: string, files: Readonly<Record<string, unknown>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  }
}

/** @param port on which it will listen */
export function strapi(port: number): Host & { readonly url: string } {
  const url = `http://127.0.0.1:${port}/api`;
  const list = `${url}/projects`;
  let folder = '';
  let postgres: PostgresServer | undefined;
  let server: RunningProgram | undefined;
  const node = (...args: readonly string[]) => ({
    command: process.execPath,
    args,
    cwd: folder,
    env: { NODE_ENV: 'production', JWT_SECRET: SECRET, STRAPI_TELEMETRY_DISABLED: 'true' },
  });
  const fill: Host['fill'] = (projects) =>
    run(node(join(import.meta.dirname, 'strapi/fill.ts')), JSON.stringify(projects.map(entryOf)));
  return {
    name: 'Strapi 5',
    url,
    list,
    fill,
    async start() {
      const packages = await npmPackages(
        `@strapi/strapi@${VERSION}`,
        `@strapi/plugin-users-permissions@${VERSION}`,
        'pg@8',
      );
      postgres = await startPostgres();
      if (!postgres) throw new NotHere('the server of PostgreSQL; or set TEST_DATABASE_URL.');
      folder = await temporaryFolder();
      await write(folder, filesOf(port, await postgres.createDatabase()));
      await symlink(join(packages, 'node_modules'), join(folder, 'node_modules'));
      await fill([]);
      server = start(node('node_modules/@strapi/strapi/bin/strapi.js', 'start'));
      await server.until(() => send('GET', list));
    },
    async stop() {
      await server?.stop();
      await postgres?.stop();
      await removeFolder(folder);
    },
  };
}
