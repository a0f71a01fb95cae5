/** Builds what is measured, all of it with the bundler and the settings that build `foothold.js`. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type InlineConfig, type Rolldown } from 'vite';
import { configFor } from '../../vite.config.ts';

const BENCH = join(import.meta.dirname, '..');

export type PeerName = 'vanilla' | 'preact' | 'react' | 'instantsearch' | 'iframe';

interface Entry {
  readonly file: string;
  /** The package that makes elements of JSX. */
  readonly jsx?: string;
  /** Folders that packages are taken from. */
  readonly alias?: Readonly<Record<string, string>>;
}

const entries: Readonly<Record<PeerName, Entry>> = {
  vanilla: { file: 'peers/vanilla.ts' },
  preact: { file: 'peers/preact.jsx', jsx: 'preact' },
  react: { file: 'peers/react.jsx', jsx: 'react' },
  instantsearch: {
    file: 'peers/instantsearch.jsx',
    // Its templates and its widgets have to be of one Preact, which is not the newest.
    alias: { preact: join(BENCH, 'node_modules/instantsearch.js/node_modules/preact') },
  },
  iframe: { file: 'peers/iframe.ts' },
};

/** Installs the peers' packages, of the versions in `bench/package-lock.json`. */
export function installPeers(): void {
  if (existsSync(join(BENCH, 'node_modules', 'react-dom'))) return;
  console.log('Installing what it is compared with …');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: BENCH,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The peers in bench/package.json could not be installed.');
}

async function bundle(config: InlineConfig): Promise<string> {
  const built = await build({
    ...config,
    logLevel: 'silent',
    build: { ...config.build, write: false },
  });
  return (built as Rolldown.RolldownOutput).output[0].code;
}

/** The one function that a module of `bench/` and all that it needs become. */
export const bundleModule = ({ file, jsx, alias = {} }: Entry): Promise<string> =>
  bundle({
    configFile: false,
    root: BENCH,
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias },
    ...(jsx && { oxc: { jsx: { runtime: 'automatic', importSource: jsx } } }),
    build: {
      target: 'es2022',
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: { input: { peer: join(BENCH, file) }, output: { format: 'iife' } },
    },
  });

export const bundlePeer = (name: PeerName): Promise<string> => bundleModule(entries[name]);

/** `foothold.js` as it is published. */
export const bundleFoothold = (): Promise<string> => bundle(configFor('foothold'));

/** Compressed size in kB of 1,000 bytes. */
export const gzipSize = (code: string): number => gzipSync(code, { level: 9 }).byteLength / 1000;
