/**
 * Puts modules that are alike beside each other in a script.
 *
 * gzip finds again what it saw within the last 32 kB, and says it in fewer bits the nearer it is. A
 * script is several times as long, and the bundler writes modules in the order of their evaluation, in
 * which the style sheets of two elements are far apart. So the script imports everything once more
 * beforehand, kind by kind. What a module needs comes before it as ever, and what the script does not
 * use is left out: outside `define` and `embed` nothing has side effects (`sideEffects` in `package.json`).
 */
import { globSync } from 'node:fs';
import type { Plugin } from 'vite';
import { ROOT } from './run.ts';

/** The order in which `foothold.js` is smallest, found by trying. */
const KINDS = [
  'elements/**/*.styles.ts',
  'styles/*.ts',
  'events/*.ts',
  'i18n/en/*.ts',
  '{lib,i18n}/*.ts',
  'source/*.ts',
  'source/{formats,mapping,merged}/**/*.ts',
  'domain/*.ts',
  'store/*.ts',
  'elements/{board,provider}/*.ts',
  'controllers/*.ts',
  'elements/listing-feed/*.ts',
  'elements/project-detail/*.ts',
  'elements/internal/*.ts',
  'elements/application-form/*.ts',
];

/** What each script imports on demand, beside each other in one folder. */
const ENTRY = /\/src\/define\/(all|any)\.ts$/;

export const alikeTogether = (): Plugin => ({
  name: 'foothold:alike-together',
  transform(code, id) {
    if (!ENTRY.test(id)) return null;
    const imports = KINDS.flatMap((pattern) => globSync(pattern, { cwd: `${ROOT}/src` }).sort())
      .map((path) => `import '../${path.replaceAll('\\', '/')}';\n`)
      .join('');
    return { code: imports + code, map: null };
  },
});
