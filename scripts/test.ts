/**
 * `npm test`: runs every step, also after one that failed, and ends with one line that adds up all
 * runners: `N passed, N failed, N skipped`. `--only STEP[,STEP]` runs some, `--all` what takes long.
 */
import { globSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildChecks } from './build.ts';
import { add, type Counts, inWords, NONE, verdict } from './lib/counts.ts';
import { filesWithoutCode } from './lib/coverage.ts';
import { ROOT, run, runCounted } from './lib/run.ts';
import { lint } from './lint.ts';

interface Step {
  readonly name: string;
  readonly about: string;
  /** Runs with `--all`, or when it is named. */
  readonly isLong?: boolean;
  run(): Promise<Counts>;
}

/** Runs Mocha in Node over the files of a glob; no file, no test. */
const mocha = async (
  glob: string,
  wrapper: readonly string[] = [],
  options: readonly string[] = [],
): Promise<Counts> => {
  if (globSync(glob, { cwd: ROOT }).length === 0) return NONE;
  const [command = 'mocha', ...rest] = [...wrapper, 'mocha', glob, ...options];
  return runCounted(command, rest);
};

const browserTests = async (): Promise<Counts> => {
  const glob = 'test/{domain,source,store,i18n,lib,controllers,elements,embed,a11y}/**/*.test.ts';
  if (globSync(glob, { cwd: ROOT }).length === 0) return NONE;
  return runCounted('wtr');
};

const steps: readonly Step[] = [
  { name: 'lint', about: 'lint, layers, formatting', run: lint },
  { name: 'types', about: 'types', run: async () => verdict(await run('tsc', ['-p', '.'])) },
  {
    name: 'unit',
    about: 'layers without a DOM, presets and the command, in Node, with coverage',
    run: () => {
      const exclude = filesWithoutCode('src/{domain,source,store}/**/*.ts');
      const c8 = ['c8', ...exclude.flatMap((path) => ['--exclude', path])];
      return mocha('test/{domain,source,store,i18n,presets,cli}/**/*.test.ts', c8);
    },
  },
  { name: 'browser', about: 'components and layers, in a browser', run: browserTests },
  {
    name: 'server',
    about: 'reference API',
    run: () => mocha('test/server/**/*.test.ts', [], ['--timeout', '60000']),
  },
  { name: 'build', about: 'builds and their sizes', run: buildChecks },
  {
    name: 'package',
    about: 'public interface, documentation, packed tarball',
    run: () => mocha('test/{api,docs,package}/**/*.test.ts', [], ['--timeout', '180000']),
  },
  {
    name: 'e2e',
    about: 'end to end',
    run: () => mocha('test/e2e/**/*.test.ts', [], ['--timeout', '60000']),
  },
  {
    name: 'hosts',
    about: 'presets on the real servers that they are for',
    isLong: true,
    run: () => mocha('test/hosts/*.test.ts', [], ['--timeout', '60000']),
  },
];

const { values } = parseArgs({
  options: { only: { type: 'string' }, all: { type: 'boolean', default: false } },
});

const wanted = values.only?.split(',');
const unknown = wanted?.filter((name) => !steps.some((step) => step.name === name)) ?? [];
if (unknown.length > 0) {
  const names = steps.map(({ name }) => name).join(', ');
  console.error(`No step ${unknown.join(', ')}. Steps: ${names}.`);
  process.exit(2);
}
// Tests that take long look at this and skip themselves otherwise.
if (values.all) process.env['FOOTHOLD_TEST_ALL'] = '1';

const lines: string[] = [];
let total = NONE;
for (const step of steps) {
  if (wanted ? !wanted.includes(step.name) : step.isLong && !values.all) continue;
  console.log(`\n── ${step.name}: ${step.about}`);
  const start = performance.now();
  const counts = await step.run();
  const seconds = Math.round((performance.now() - start) / 1000);
  lines.push(`${step.name.padEnd(8)} ${`${seconds} s`.padStart(6)}  ${inWords(counts)}`);
  total = add(total, counts);
}

console.log(`\n${lines.join('\n')}\n`);
console.log(inWords(total));
process.exitCode = total.failed > 0 ? 1 : 0;
