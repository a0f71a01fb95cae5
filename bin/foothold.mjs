#!/usr/bin/env node
/**
 * The command `foothold`. Installed, it is what was built; in a clone of the repository the sources run as they are,
 * once what they need is installed. Plain JavaScript, for whichever Node there is (20 or later).
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** Runs a program to its end, and gives its exit code. */
const run = (command, args, stdio) => spawnSync(command, args, { stdio }).status ?? 1;

if (existsSync(path('../cli/main.ts'))) {
  // What is said of the installation is no part of the output.
  run(process.execPath, [path('../scripts/install-missing.mjs')], ['ignore', 2, 2]);
  const args = [path('../cli/main.ts'), ...process.argv.slice(2)];
  process.exitCode = run(path('../node_modules/node/bin/node'), args, 'inherit');
} else {
  await import('../dist/cli/foothold.js');
}
