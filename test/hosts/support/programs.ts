/** Programs that the tests of hosts run: on free ports of loopback, in folders of their own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * A port that nobody listens on. It is below those that systems give to outgoing connections, so that none
 * takes it until the host is installed.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const server = createServer().listen(port, '127.0.0.1');
    try {
      await once(server, 'listening');
      server.close();
      await once(server, 'close');
      return port;
    } catch {
      // Somebody does.
    }
  }
}

/** An empty folder outside of the repository. */
export const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'foothold-host-'));

export const removeFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true });

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Who it runs as; default who we are. */
  readonly owner?: { readonly uid: number; readonly gid: number } | undefined;
}

export interface RunningProgram {
  /** Waits until something holds, for at most two minutes; what it threw last is why it never did. */
  until(holds: () => Promise<unknown>): Promise<void>;
  /** Ends it, and waits for that. */
  stop(): Promise<void>;
}

/** How long a program may take to start, in tenths of a second. */
const PATIENCE = 1200;
/** How long it may take to end by itself, in milliseconds. */
const LAST_WORDS = 10_000;
/** How much of its output is kept for complaints, in characters. */
const KEPT = 4000;

/** Starts a program; its output is shown only if it does not do what is waited for. */
export function start({ command, args, cwd, env, owner }: Program): RunningProgram {
  const child: ChildProcess = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...owner,
  });
  let output = '';
  const keep = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-KEPT));
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      output += error.message;
      resolve();
    });
    child.once('exit', () => resolve());
  });
  const isOver = () => child.exitCode !== null || child.signalCode !== null || !child.pid;
  return {
    async until(holds) {
      for (let attempt = 0; ; attempt++) {
        try {
          await holds();
          return;
        } catch (error) {
          if (attempt > PATIENCE || isOver())
            throw new Error(`${command} did not start:\n${output}`, { cause: error });
          await pause(100);
        }
      }
    },
    async stop() {
      if (isOver()) return;
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), LAST_WORDS);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** Runs a program to its end, and returns what it printed. */
export async function run(program: Program, input?: string): Promise<string> {
  const { command, args, cwd, env, owner } = program;
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, ...owner });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code === 0) return Buffer.concat(output).toString();
  const said = Buffer.concat([...output, ...errors]).toString();
  throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${said.slice(-KEPT)}`);
}
