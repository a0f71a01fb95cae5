/** The product as `npm start` runs it: a process of its own with an empty data folder, shared by all tests. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const STAFF_PASSWORD = 'only-for-this-test';

export interface DemoServer {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  /** Of the user `staff`. */
  readonly staffPassword: string;
  stop(): Promise<void>;
}

async function start(): Promise<DemoServer> {
  if (!existsSync(join(ROOT, 'dist', 'cdn', 'integrity.json')))
    throw new Error('There is no script to test. Run npm run build:cdn first.');
  const dataFolder = await mkdtemp(join(tmpdir(), 'foothold-e2e-'));
  const child = spawn(process.execPath, ['demo/server/main.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_FOLDER: dataFolder,
      STAFF_PASSWORD,
      RATE_LIMIT: 'off',
      LOG_LEVEL: 'fatal',
    },
  });
  const ended = new Promise<void>((resolve) => {
    child.on('exit', () => {
      resolve();
    });
  });
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const [, found] = /(http:\/\/127\.0\.0\.1:\d+)\//.exec(output) ?? [];
      if (found) resolve(found);
    });
    void ended.then(() => {
      reject(new Error(`The server ended before it was ready:\n${output}`));
    });
  });
  const health = await fetch(`${url}/api/health`);
  if (!health.ok) throw new Error(`The server says ${health.status} when asked for its health.`);
  return {
    url,
    staffPassword: STAFF_PASSWORD,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

let running: Promise<DemoServer> | undefined;

export const demoServer = (): Promise<DemoServer> => (running ??= start());

after('stop the demo server', async function () {
  this.timeout(20_000);
  await (await running)?.stop();
});
