/** `npm run lint`: every tool that reads the source without running it. Each counts as one check. */
import { spawnSync } from 'node:child_process';
import { add, type Counts, inWords, NONE, verdict } from './lib/counts.ts';
import { lockFileProblems } from './lib/lock-file.ts';
import { environment, ROOT, run } from './lib/run.ts';

interface Tool {
  readonly name: string;
  readonly run: () => boolean | Promise<boolean>;
}

/**
 * It does not know that Lit's `nothing` takes an attribute away, and the CSS that it knows is some
 * years old (the browser tests see what does not parse). Everything else that it finds counts.
 */
const litAnalyzer = (): boolean => {
  const args = ['--strict', '--quiet', '--rules.no-invalid-css', 'off', 'src/**/*.ts'];
  const { stdout, status } = spawnSync('lit-analyzer', args, {
    cwd: ROOT,
    env: environment(),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return true;
  const findings = stdout
    .split(/^(?=\.\/|\s*✖)|\n{3,}/m)
    .filter((text) => /no-[a-z-]+\s*$/.test(text) && !text.includes('Symbol(undefined)'));
  const isUnderstood = /✖ \d+ problem/.test(stdout);
  if (findings.length > 0 || !isUnderstood) console.log(stdout);
  return findings.length === 0 && isUnderstood;
};

const lockFile = (): boolean => {
  const problems = lockFileProblems();
  if (problems.length > 0) console.log(problems.join('\n'));
  return problems.length === 0;
};

const tools: readonly Tool[] = [
  { name: 'eslint', run: () => run('eslint', ['.', '--max-warnings', '0']) },
  { name: 'lit-analyzer', run: litAnalyzer },
  {
    name: 'layers (dependency-cruiser)',
    run: () =>
      run('depcruise', [
        '--config',
        '.dependency-cruiser.cjs',
        'src',
        'cli',
        'demo',
        'test',
        'scripts',
      ]),
  },
  { name: 'unused code (knip)', run: () => run('knip', ['--no-progress']) },
  { name: 'lock file', run: lockFile },
  { name: 'prettier', run: () => run('prettier', ['--check', '--log-level', 'warn', '.']) },
];

export const lint = async (): Promise<Counts> => {
  let total = NONE;
  const results: string[] = [];
  for (const tool of tools) {
    const ok = await tool.run();
    results.push(`${ok ? 'ok    ' : 'FAILED'} ${tool.name}`);
    total = add(total, verdict(ok));
  }
  console.log(`\n${results.join('\n')}`);
  return total;
};

if (import.meta.main) {
  const total = await lint();
  console.log(inWords(total));
  process.exitCode = total.failed > 0 ? 1 : 0;
}
