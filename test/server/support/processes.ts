/** Programs of the server, each in a process of its own, as they run where they are used. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface Program {
  readonly child: ChildProcess;
  /** `said` grows with what it prints. */
  readonly output: { said: string };
  /** Its exit code; null where a signal ended it. */
  readonly exit: Promise<number | null>;
}

/** Runs a script of `demo/server/` with nothing of this process's environment but the path. */
export function runProgram(name: string, env: Readonly<Record<string, string>>): Program {
  const script = fileURLToPath(new URL(`../../../demo/server/${name}`, import.meta.url));
  const child = spawn(process.execPath, [script], { env: { PATH: process.env['PATH'], ...env } });
  const output = { said: '' };
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output.said += chunk.toString()));
  return { child, output, exit: once(child, 'exit').then(([code]) => code as number | null) };
}

export interface ServerProcess extends Program {
  /** `http://127.0.0.1:5173`, without a slash at the end. */
  readonly url: string;
}

/** Runs `main.ts` on a free port of loopback, and waits until it serves. */
export async function startProcess(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const program = runProgram('main.ts', { PORT: '0', LOG_LEVEL: 'silent', ...env });
  const { child, output } = program;
  while (!output.said.includes('/staff') && child.exitCode === null) await pause(50);
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output.said)?.[0];
  if (url === undefined) throw new Error(`The server did not start: ${output.said}`);
  return { ...program, url };
}
