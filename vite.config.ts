/**
 * The files for a script tag (`dist/cdn`). Each is one classic script that needs nothing else, so
 * that one integrity hash covers all that runs.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { InlineConfig, Plugin } from 'vite';
import { inlineImports } from './scripts/lib/inline-imports.ts';
import { alikeTogether } from './scripts/lib/alike-together.ts';
import { minifyAgain } from './scripts/lib/minify-again.ts';
import { minifyTemplates } from './scripts/lib/minify-templates.ts';
import { trimLit } from './scripts/lib/trim-lit.ts';

/** File name in `dist/cdn` and where it starts. */
export const scripts: Readonly<Record<string, string>> = {
  foothold: 'src/embed.ts',
  'foothold-any': 'src/embed-any.ts',
};

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** What the sources leave open for the builds to fill in. */
export const constants = { __FOOTHOLD_VERSION__: JSON.stringify(version) } as const;

const legacyDecorators = fileURLToPath(import.meta.resolve('./scripts/lib/legacy-decorators.ts'));

/** The compiler's helper for decorators, in place of which stands our own. */
const ownDecorate = (): Plugin => ({
  name: 'foothold:own-decorate',
  transform: (_code, id) =>
    id.endsWith('/helpers/esm/decorate.js')
      ? {
          code: `export { decorate as default } from ${JSON.stringify(legacyDecorators)}`,
          map: null,
        }
      : null,
});

/** One function that holds a module and all that it needs. */
const asFunction = (input: Record<string, string>, more: readonly Plugin[] = []): InlineConfig => ({
  configFile: false,
  root: import.meta.dirname,
  publicDir: false,
  logLevel: 'warn',
  define: constants,
  resolve: { alias: { 'lit/decorators.js': legacyDecorators } },
  plugins: [...more, ownDecorate(), trimLit(), alikeTogether(), minifyTemplates()],
  build: {
    target: 'es2022',
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input,
      checks: { bundlerTimings: false },
      output: {
        format: 'iife',
        entryFileNames: '[name].js',
        // Inside the function: page optimisers join scripts, and others' may not bear strictness.
        intro: "'use strict';",
      },
    },
  },
});

/**
 * The configuration that builds one of the scripts.
 * @param more plugins for all that is put into it
 */
export const configFor = (
  name: string,
  outDir = 'dist/cdn',
  more: readonly Plugin[] = [],
): InlineConfig => {
  const base = asFunction({ [name]: scripts[name] ?? '' }, more);
  const onDemand = inlineImports((input) => asFunction({ part: input }, more));
  return {
    ...base,
    plugins: [base.plugins, onDemand, minifyAgain()],
    build: { ...base.build, outDir, emptyOutDir: false },
  };
};

/** The command line as one module for Node, with all that it needs but Node itself. */
export const commandConfig: InlineConfig = {
  configFile: false,
  root: import.meta.dirname,
  publicDir: false,
  logLevel: 'warn',
  define: constants,
  build: {
    ssr: 'cli/main.ts',
    target: 'node20',
    outDir: 'dist/cli',
    reportCompressedSize: false,
    rolldownOptions: { output: { format: 'es', entryFileNames: 'foothold.js' } },
  },
};

export default configFor('foothold');
