/**
 * `npm run build:demo`: the demo pages as files in `dist/demo`, for any static server and in any
 * folder of it. The listings API is answered in the browser; what is sent stays there.
 */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { buildCdn } from '../scripts/build.ts';
import { demoFiles } from './site/files.ts';
import { readHashes, readPages, renderPage } from './site/render-page.ts';

const ROOT = join(import.meta.dirname, '..');
const OUT = join(ROOT, 'dist', 'demo');

const STRICT = `script-src 'self'; style-src 'self'; object-src 'none'; base-uri 'none'`;

/** Addresses that start at the root become relative to the page. */
const relative = (text: string): string => text.replace(/(=|: )"\//g, '$1"./');

/** Leaves out what only a server can do: answer a preload, protect a page, make a nonce. */
const withoutServer = (html: string): string =>
  relative(
    html
      .replace(/<!--server-->.*?<!--\/server-->/gs, '')
      .replace(/ *<link rel="preload".*?>\n/g, '')
      .replace(/ nonce=""/g, ''),
  );

async function writePages(hashes: ReturnType<typeof readHashes>): Promise<void> {
  for (const { path, strict, live } of await readPages()) {
    if (live) continue;
    const policy = strict
      ? `<meta http-equiv="Content-Security-Policy" content="${STRICT}" />`
      : '';
    const head = `${policy}<script src="/mock-api.js"></script>`;
    const html = await renderPage(path, { ...hashes, head });
    await writeFile(join(OUT, path === '/' ? 'index.html' : path), withoutServer(html));
  }
}

async function writeConfig(): Promise<void> {
  const from = join(ROOT, 'demo', 'site', 'config');
  await mkdir(join(OUT, 'config'));
  for (const name of await readdir(from)) {
    const text = await readFile(join(from, name), 'utf8');
    await writeFile(join(OUT, 'config', name), relative(text));
  }
}

async function writeFiles(): Promise<void> {
  await mkdir(join(OUT, 'files'));
  for (const [name, text] of Object.entries(demoFiles(Date.now())))
    await writeFile(join(OUT, 'files', name), text);
}

const copies: Readonly<Record<string, string>> = {
  assets: 'demo/site/assets',
  foothold: 'dist/cdn',
  'api/logos': 'demo/server/seed/logos',
  'mockServiceWorker.js': 'node_modules/msw/lib/mockServiceWorker.js',
};

async function bundleMockApi(): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir: OUT,
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: { 'mock-api': 'demo/site/mock-api.ts' },
        output: { format: 'iife', entryFileNames: '[name].js', codeSplitting: false },
      },
    },
  });
}

export async function buildDemo(): Promise<void> {
  await buildCdn();
  await rm(OUT, { recursive: true, force: true });
  await mkdir(OUT, { recursive: true });
  for (const [to, from] of Object.entries(copies)) {
    await cp(join(ROOT, from), join(OUT, to), { recursive: true });
  }
  await writePages(readHashes(await readFile(join(OUT, 'foothold', 'integrity.json'), 'utf8')));
  await writeConfig();
  await writeFiles();
  await bundleMockApi();
}

if (import.meta.main) {
  await buildDemo();
  console.log('dist/demo: serve it with any static server, for example npx http-server dist/demo');
}
