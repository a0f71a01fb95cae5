/** `npm start`: builds the script that the demo pages embed, then serves pages and reference API. */
import { run } from './lib/run.ts';

// In a process of its own: what the bundler needs of memory is given back.
if (!(await run('node', ['scripts/build.ts', 'cdn']))) process.exit(1);

/**
 * npm starts this through a shell. When npm is asked to end, it ends the shell, which tells nobody: without
 * this the server would live on and keep its port.
 */
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
}, 500).unref();

await import('../demo/server/main.ts');
