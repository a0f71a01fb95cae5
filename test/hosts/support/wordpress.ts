/** WordPress of Debian on MariaDB, with listings as WP Job Manager has them. */
import { access, copyFile, cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Project } from '../../../src/domain/project.ts';
import { dateOf, meta, statusOf } from '../../presets/apis/wordpress.ts';
import type { Host } from './host-suite.ts';
import { debianFiles, debianPackages } from './installed.ts';
import { removeFolder, run, start, temporaryFolder, type RunningProgram } from './programs.ts';
import { send } from './rest.ts';

const scripts = join(import.meta.dirname, 'wordpress');

/** A project as somebody enters it. */
const entered = (project: Project) => ({
  id: Number(project.id),
  title: project.title,
  slug: `listing-${project.id}`,
  content: project.descriptionHtml ?? '',
  status: statusOf(project),
  date: dateOf(project).replace('T', ' '),
  meta: meta(project),
  categories: project.category ? [project.category] : [],
});

export interface WordPress extends Host {
  /** Its address, without a slash at its end. */
  readonly site: string;
  /** The number of a category. */
  readonly termOf: (name: string) => number | undefined;
}

/** @param port on which it will listen */
export function wordpress(port: number): WordPress {
  const site = `http://127.0.0.1:${port}`;
  const list = `${site}/wp-json/wp/v2/job-listings`;
  let folder = '';
  let terms: Readonly<Record<string, number>> = {};
  const running: RunningProgram[] = [];
  const inFolder = (name: string) => join(folder, name);
  const php = (...args: readonly string[]) => ({
    command: 'php',
    args: ['-d', 'display_errors=stderr', ...args],
    cwd: inFolder('site'),
    env: { DATABASE_SOCKET: inFolder('socket'), SITE_URL: site },
  });

  async function startDatabase(): Promise<void> {
    const user = process.getuid?.() === 0 ? ['--user=root'] : [];
    const data = `--datadir=${inFolder('data')}`;
    const options = ['--no-defaults', data, '--skip-log-bin', ...user];
    await run({ command: 'mariadb-install-db', args: options, cwd: folder });
    await writeFile(inFolder('init.sql'), 'create database wordpress;');
    const database = start({
      command: 'mariadbd',
      // Nobody but us reaches the socket, so there need be no passwords.
      args: [
        ...options,
        `--init-file=${inFolder('init.sql')}`,
        `--socket=${inFolder('socket')}`,
        '--skip-networking',
        '--skip-grant-tables',
      ],
      cwd: folder,
    });
    running.push(database);
    await database.until(() => access(inFolder('socket')));
  }

  async function install(): Promise<void> {
    const files = join(await debianFiles('wordpress'), 'usr/share/wordpress');
    await cp(files, inFolder('site'), { recursive: true, verbatimSymlinks: true });
    const plugins = inFolder('site/wp-content/mu-plugins');
    await mkdir(plugins, { recursive: true });
    await copyFile(join(scripts, 'job-listings.php'), join(plugins, 'job-listings.php'));
    await copyFile(join(scripts, 'wp-config.php'), inFolder('site/wp-config.php'));
    await run(php(join(scripts, 'install.php')));
  }

  return {
    name: 'WordPress',
    site,
    list,
    totalHeader: 'X-WP-Total',
    termOf: (name) => terms[name],
    async start() {
      await debianPackages('php-cli', 'php-mysql', 'mariadb-server-core', 'mariadb-client-core');
      folder = await temporaryFolder();
      await startDatabase();
      await install();
      const server = start(php('-S', `127.0.0.1:${port}`, join(scripts, 'router.php')));
      running.unshift(server);
      await server.until(() => send('GET', list));
    },
    async fill(projects) {
      const printed = await run(
        php(join(scripts, 'fill.php')),
        JSON.stringify(projects.map(entered)),
      );
      terms = JSON.parse(printed) as typeof terms;
    },
    async stop() {
      for (const program of running) await program.stop();
      await removeFolder(folder);
    },
  };
}
