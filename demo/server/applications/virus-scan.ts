/**
 * Asks a program of the operator's choice about a file, in the manner of `clamdscan`: it gets the path as its
 * last argument and ends with 0 for a clean file and 1 for an infected one; anything else means that it could
 * not tell.
 */
import { spawn } from 'node:child_process';

export type Verdict = 'clean' | 'infected' | 'unknown';

/** @param milliseconds how long it may take; after that the answer is `unknown` */
export type Scanner = (path: string, milliseconds: number) => Promise<Verdict>;

/** The program learns where things are, and none of this server's secrets. */
const PASSED_ON = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'TEMP', 'SystemRoot'];

const environment = () =>
  Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name]] as const));

const VERDICTS: Readonly<Record<number, Verdict>> = { 0: 'clean', 1: 'infected' };

/** Runs `command` without a shell. */
export const commandScanner =
  ([program = '', ...parameters]: readonly string[]): Scanner =>
  (path, milliseconds) =>
    new Promise((resolve) => {
      if (milliseconds <= 0) return resolve('unknown');
      const child = spawn(program, [...parameters, path], {
        env: environment(),
        stdio: 'ignore',
        timeout: Math.ceil(milliseconds),
        killSignal: 'SIGKILL',
      });
      child.once('error', () => resolve('unknown'));
      child.once('exit', (code) => resolve(VERDICTS[code ?? -1] ?? 'unknown'));
    });
