/**
 * Puts what a script imports dynamically into the script itself, as one function that runs where
 * `void import(…)` stands.
 *
 * The bundler can do that too, but then it wraps each module on its own and brings a loader: some
 * 600 bytes gzip in a small bundle, and no minifier sees across the wrappers. A function that is called
 * at once is also read once: in a callback, browsers first skip over it, and read it again when it is called.
 */
import { dirname, resolve } from 'node:path';
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite';

const DYNAMIC_IMPORT = /\bvoid import\((['"`])(\.[^'"`]+)\1\)/g;

/** @param configFor the configuration that bundles a module and all that it needs as one function */
export const inlineImports = (configFor: (input: string) => InlineConfig): Plugin => ({
  name: 'foothold:inline-imports',
  async transform(code, id) {
    if (!id.includes('/src/')) return null;
    let result = code;
    for (const [text, , path] of code.matchAll(DYNAMIC_IMPORT)) {
      const config = configFor(resolve(dirname(id), path ?? ''));
      const { output } = (await build({
        ...config,
        build: { ...config.build, write: false, minify: false },
      })) as Rolldown.RolldownOutput;
      const inlined = output[0].code.trim().replace(/;$/, '');
      result = result.replace(text, () => inlined);
    }
    return result === code ? null : { code: result, map: null };
  },
});
