/** One process at a time: the embedded database does not notice that another one writes the same files. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError } from '../config.ts';

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Marks a folder as in use by this process; what a crash left behind is taken over. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'server.pid');
  const holder = Number(await readFile(file, 'utf8').catch(() => ''));
  if (holder > 0 && holder !== process.pid && isRunning(holder))
    throw new ConfigError(
      `Process ${holder} uses ${folder}; set DATA_FOLDER to another one, or remove server.pid in it if that process is something else.`,
    );
  await writeFile(file, String(process.pid));
  return () => rm(file, { force: true });
}
