/** json-server: a file of JSON as a REST API. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stored } from '../../presets/support/documents.ts';
import type { Host } from './host-suite.ts';
import { npmPackages } from './installed.ts';
import { removeFolder, start, temporaryFolder, type RunningProgram } from './programs.ts';
import { send } from './rest.ts';

/** @param port on which it will listen */
export function jsonServer(port: number): Host & { readonly url: string } {
  const url = `http://127.0.0.1:${port}`;
  const list = `${url}/projects`;
  let folder = '';
  let server: RunningProgram | undefined;
  return {
    name: 'json-server 0.17',
    url,
    list: `${list}?_page=1`,
    totalHeader: 'X-Total-Count',
    async start() {
      const packages = await npmPackages('json-server@0.17.4');
      folder = await temporaryFolder();
      await writeFile(join(folder, 'db.json'), '{"projects":[]}');
      const script = join(packages, 'node_modules/json-server/lib/cli/bin.js');
      const args = [script, '--host', '127.0.0.1', '--port', String(port), '--quiet', 'db.json'];
      server = start({ command: process.execPath, args, cwd: folder });
      await server.until(() => send('GET', list));
    },
    async fill(projects) {
      const before = (await send('GET', list)) as { readonly id: string }[];
      for (const { id } of before) await send('DELETE', `${url}/projects/${id}`);
      for (const project of projects) await send('POST', list, stored(project));
    },
    async stop() {
      await server?.stop();
      await removeFolder(folder);
    },
  };
}
