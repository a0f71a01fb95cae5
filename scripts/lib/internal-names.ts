/**
 * Names of properties that the scripts' own code alone reads, so that a minifier may shorten them.
 *
 * A property that crosses a border, to the platform, a page, a server or the browser's storage, looks like all
 * others. So these are names of our own conventions only: `on…` for what is called back, `is…` and `has…` for
 * answers to yes or no, and what a store holds. Of them those are left that stand in nobody else's vocabulary
 * and, in the sources, in no quotes.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.ts';

const CONVENTION = /\b(?:(?:on|is|has)[A-Z]\w*|snapshot)\b/g;
const COMMENT = /\/\*[^]*?\*\/|\/\/ .*/g;

/** The platform, Lit, what is public of ours, and what servers send and take. */
const OTHERS = [
  'node_modules/typescript/lib/lib.*.d.ts',
  'node_modules/{lit,lit-html,lit-element,@lit/*}/**/*.d.ts',
  'test/api/public-api.snapshot.json',
  'demo/server/openapi.yaml',
  'src/source/config.schema.json',
  'src/{domain,events,source}/**/*.ts',
];

const read = (...patterns: readonly string[]): string =>
  patterns
    .flatMap((pattern) => {
      const paths = globSync(pattern, { cwd: ROOT });
      if (!paths.length) throw new Error(`No ${pattern}: nobody knows whose names are whose.`);
      return paths;
    })
    .map((path) => readFileSync(join(ROOT, path), 'utf8').replace(COMMENT, ''))
    .join('\n');

export const internalNames = (): readonly string[] => {
  const sources = read('src/**/*.ts');
  const others = new Set(read(...OTHERS).match(CONVENTION));
  const isQuoted = (name: string) => new RegExp(`['"\`]${name}['"\`]`).test(sources);
  return [...new Set(sources.match(CONVENTION))].filter(
    (name) => !others.has(name) && !isQuoted(name),
  );
};
