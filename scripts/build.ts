/**
 * `npm run build`: `dist/` for npm (ES modules, types, manifest, schema, contract, the command) and `dist/cdn/` for
 * script tags. `node scripts/build.ts npm cdn manifest` builds some of it.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build as bundle } from 'vite';
import { commandConfig, configFor, constants, scripts } from '../vite.config.ts';
import { add, type Counts, NONE, verdict } from './lib/counts.ts';
import { LICENSES, licenses } from './lib/licenses.ts';
import { ROOT, run } from './lib/run.ts';

const DIST = join(ROOT, 'dist');

/** Published beside the modules, as they are. */
const documents: Readonly<Record<string, string>> = {
  'config.schema.json': 'src/source/config.schema.json',
  'openapi.yaml': 'demo/server/openapi.yaml',
};

const fail = (message: string): never => {
  throw new Error(message);
};

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(2)} kB`;

/** Empties `dist/` but for what the other builds put there, so that nothing old is published. */
const clean = (): void => {
  for (const path of globSync('*', { cwd: DIST, exclude: ['cdn', 'demo'] })) {
    rmSync(join(DIST, path), { recursive: true });
  }
};

/** TypeScript leaves `.ts` in the imports of declarations; published ones name the file that is there. */
const RELATIVE_TS = /(\bfrom\s+|\bimport\s*\(?\s*)(['"])(\.\.?\/[^'"]+)\.ts\2/g;

export const buildNpm = async (): Promise<void> => {
  clean();
  if (!(await run('tsc', ['-p', 'tsconfig.build.json']))) fail('The modules do not compile.');
  for (const path of globSync('**/*.d.ts', { cwd: DIST, exclude: ['cdn', 'demo'] })) {
    const file = join(DIST, path);
    writeFileSync(file, readFileSync(file, 'utf8').replace(RELATIVE_TS, '$1$2$3.js$2'));
  }
  const versionFile = join(DIST, 'lib', 'version.js');
  let code = readFileSync(versionFile, 'utf8');
  for (const [name, value] of Object.entries(constants)) code = code.replaceAll(name, value);
  writeFileSync(versionFile, code);
  for (const [name, from] of Object.entries(documents)) {
    copyFileSync(join(ROOT, from), join(DIST, name));
  }
  await bundle(commandConfig);
};

/** `custom-elements.json` from the sources' own documentation. */
export const buildManifest = async (): Promise<void> => {
  mkdirSync(DIST, { recursive: true });
  if (!(await run('custom-elements-manifest', ['analyze', '--quiet']))) fail('No manifest.');
};

/** @param outDir where to, from the repository's root */
export const buildCdn = async (outDir = 'dist/cdn'): Promise<void> => {
  const folder = join(ROOT, outDir);
  rmSync(folder, { recursive: true, force: true });
  const version = JSON.parse(constants.__FOOTHOLD_VERSION__) as string;
  const files: Record<string, { integrity: string; bytes: number }> = {};
  for (const name of Object.keys(scripts)) {
    await bundle(configFor(name, outDir));
    const code = readFileSync(join(folder, `${name}.js`));
    // Compiles it, without running it: what the bundler does not lower it passes on silently.
    new Script(code.toString());
    files[`${name}.js`] = {
      integrity: `sha384-${createHash('sha384').update(code).digest('base64')}`,
      bytes: code.byteLength,
    };
    const gzip = kilobytes(gzipSync(code, { level: 9 }).byteLength);
    const brotli = kilobytes(brotliCompressSync(code).byteLength);
    console.log(
      `${outDir}/${name}.js: ${kilobytes(code.byteLength)}, gzip ${gzip}, brotli ${brotli}`,
    );
  }
  writeFileSync(join(folder, LICENSES), licenses());
  writeFileSync(join(folder, 'integrity.json'), `${JSON.stringify({ version, files }, null, 2)}\n`);
};

const parts: Readonly<Record<string, () => Promise<void>>> = {
  npm: buildNpm,
  manifest: buildManifest,
  cdn: buildCdn,
};

const attempt = async (part: () => Promise<void>): Promise<boolean> => {
  try {
    await part();
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
};

/** What `npm run build` makes, what depends on it, and its limits; each counts as one check. */
export const buildChecks = async (): Promise<Counts> => {
  let total = NONE;
  for (const part of Object.values(parts)) total = add(total, verdict(await attempt(part)));
  // The committed references are made of the manifest and the schema; they say how to make them anew.
  for (const name of ['reference', 'config-reference', 'presets-reference'])
    total = add(total, verdict(await run('node', [`scripts/${name}.ts`, '--check'])));
  return add(total, verdict(await run('size-limit')));
};

if (import.meta.main) {
  const names = process.argv.slice(2);
  for (const [name, part] of Object.entries(parts)) {
    if (names.length > 0 && !names.includes(name)) continue;
    if (!(await attempt(part))) process.exitCode = 1;
  }
}
