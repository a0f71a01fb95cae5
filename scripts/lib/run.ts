import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Counts, verdict } from './counts.ts';

export const ROOT = join(import.meta.dirname, '..', '..');

const BIN = join(ROOT, 'node_modules', '.bin');

/** This process's environment, with the programs of the dependencies first. */
export const environment = (
  extra: Readonly<Record<string, string>> = {},
): Record<string, string | undefined> => ({
  ...process.env,
  PATH: `${BIN}${delimiter}${process.env['PATH'] ?? ''}`,
  ...extra,
});

/** Runs a program in the repository's root, its output streamed; true when it ended with 0. */
export const run = (
  command: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: environment(env),
      shell: process.platform === 'win32',
    });
    child.on('error', (error) => {
      console.error(error.message);
      resolve(false);
    });
    child.on('close', (code) => {
      resolve(code === 0);
    });
  });

/**
 * Runs a test runner whose reporter writes its counts to the file named by `FOOTHOLD_COUNTS`.
 * A runner that fails without a failed test (it crashed, coverage is too low) counts one failure.
 */
export const runCounted = async (
  command: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Counts> => {
  const folder = mkdtempSync(join(tmpdir(), 'foothold-counts-'));
  const file = join(folder, 'counts.json');
  try {
    const ok = await run(command, args, { ...env, FOOTHOLD_COUNTS: file });
    let counts: Counts;
    try {
      counts = JSON.parse(readFileSync(file, 'utf8')) as Counts;
    } catch {
      return verdict(false);
    }
    return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
