/**
 * What hosts are made of, installed outside of the repository where it is missing: packages of npm and of
 * Debian. They stay, so that only the first run takes long.
 */
import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeFolder, run } from './programs.ts';

/** What a host needs cannot be had here. Its tests are skipped. */
export class NotHere extends Error {}

/** Where installed things are kept, of this user alone. */
const store = join(tmpdir(), `foothold-hosts-${process.getuid?.() ?? 'user'}`);

/**
 * A folder that is filled once.
 * @param name says everything that is in it, with versions
 * @throws NotHere when it cannot be filled
 */
async function kept(name: string, fill: (folder: string) => Promise<unknown>): Promise<string> {
  const folder = join(store, name);
  if (existsSync(folder)) return folder;
  console.log(`    Installing ${name} …`);
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  try {
    await fill(unfinished);
    await rename(unfinished, folder);
    return folder;
  } catch (error) {
    await removeFolder(unfinished);
    throw new NotHere(`${name} cannot be installed: ${firstLines(error)}`);
  }
}

const firstLines = (error: unknown): string => String(error).split('\n').slice(0, 8).join('\n    ');

/**
 * Packages of npm, each with its version; none of their scripts is run.
 * @returns the folder that their `node_modules` is in
 */
export const npmPackages = (...packages: readonly string[]): Promise<string> =>
  kept(packages.join('+').replaceAll('/', '_'), (folder) => {
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const args = ['install', '--prefix', folder, ...quiet, ...packages];
    return run({ command: 'npm', args, cwd: folder });
  });

const apt = (...args: readonly string[]) =>
  run({ command: 'apt-get', args, cwd: tmpdir(), env: { DEBIAN_FRONTEND: 'noninteractive' } });

let updated: Promise<unknown> | undefined;
const update = () => (updated ??= apt('update'));

const isInstalled = (name: string): Promise<boolean> =>
  run({ command: 'dpkg-query', args: ['-W', '-f=${db:Status-Status}', name], cwd: tmpdir() }).then(
    (status) => status === 'installed',
    () => false,
  );

/**
 * Packages of Debian. Only such as start no service.
 * @throws NotHere where one is missing and cannot be installed
 */
export async function debianPackages(...names: readonly string[]): Promise<void> {
  const missing: string[] = [];
  for (const name of names) if (!(await isInstalled(name))) missing.push(name);
  if (!missing.length) return;
  const what = `Debian's ${missing.join(', ')}`;
  if (process.getuid?.() !== 0) throw new NotHere(`${what}: install them, or run this as root.`);
  console.log(`    Installing ${what} …`);
  try {
    await update();
    await apt('install', '-y', '--no-install-recommends', ...missing);
  } catch (error) {
    throw new NotHere(`${what} cannot be installed: ${firstLines(error)}`);
  }
}

/**
 * The files of a Debian package, unpacked and not installed: nothing that it depends on, no services.
 * @returns the folder that stands for the root of the file system
 */
export const debianFiles = (name: string): Promise<string> =>
  kept(`debian-${name}`, async (folder) => {
    await update().catch(() => undefined);
    const command = 'sh';
    const args = [
      '-c',
      `apt-get download "$1" && dpkg-deb -x "$1"_*.deb . && rm "$1"_*.deb`,
      '-',
      name,
    ];
    await run({ command, args, cwd: folder });
  });
