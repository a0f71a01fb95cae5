/** `npm run lint`: every tool that reads the source without running it. Each counts as one check. */
import { add, type Counts, inWords, NONE, verdict } from './lib/counts.ts';
import { run } from './lib/run.ts';

interface Tool {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

const tools: readonly Tool[] = [
  { name: 'eslint', command: 'eslint', args: ['.', '--max-warnings', '0'] },
  {
    name: 'lit-analyzer',
    command: 'lit-analyzer',
    // It knows the CSS of some years ago; the browser tests see what does not parse.
    args: ['--strict', '--quiet', '--rules.no-invalid-css', 'off', 'src/**/*.ts'],
  },
  {
    name: 'layers (dependency-cruiser)',
    command: 'depcruise',
    args: ['--config', '.dependency-cruiser.cjs', 'src', 'demo', 'test', 'scripts'],
  },
  { name: 'unused code (knip)', command: 'knip', args: ['--no-progress'] },
  { name: 'prettier', command: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
];

export const lint = async (): Promise<Counts> => {
  let total = NONE;
  const results: string[] = [];
  for (const { name, command, args } of tools) {
    const ok = await run(command, args);
    results.push(`${ok ? 'ok    ' : 'FAILED'} ${name}`);
    total = add(total, verdict(ok));
  }
  console.log(results.join('\n'));
  return total;
};

if (import.meta.main) {
  const total = await lint();
  console.log(inWords(total));
  process.exitCode = total.failed > 0 ? 1 : 0;
}
