/** The pages of the demonstration, and the script that they embed. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import { demoFiles } from '../site/files.ts';
import { readHashes, readPages, renderPage } from '../site/render-page.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const SITE = join(ROOT, 'demo', 'site');
const SCRIPTS = join(ROOT, 'dist', 'cdn');

/**
 * Read on each request: a build while the server runs makes another script, and another hash. Without
 * a build there is neither, and the pages show their fallback.
 */
async function readIntegrity(): Promise<ReturnType<typeof readHashes>> {
  const file = join(SCRIPTS, 'integrity.json');
  return readHashes(existsSync(file) ? await readFile(file, 'utf8') : '{"files":{}}');
}

/** What a school with a strict policy sends; the two names are what Foothold asks for. */
const strictPolicy = (nonce: string): string =>
  [
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types foothold foothold-lit`,
  ].join('; ');

export const site: FastifyPluginAsync = async (app) => {
  for (const folder of ['assets', 'config']) {
    await app.register(staticFiles, {
      root: join(SITE, folder),
      prefix: `/${folder}/`,
      cacheControl: false,
      decorateReply: false,
    });
  }
  await app.register(staticFiles, {
    root: SCRIPTS,
    prefix: '/foothold/',
    cacheControl: false,
    decorateReply: false,
    setHeaders(reply) {
      reply.header('Cache-Control', 'no-cache');
      reply.header('Access-Control-Allow-Origin', '*');
    },
  });

  await app.register(staticFiles, {
    root: join(ROOT, 'node_modules', 'altcha', 'dist', 'main'),
    prefix: '/altcha/',
    decorateReply: false,
  });

  for (const name of Object.keys(demoFiles(Date.now()))) {
    app.get(`/files/${name}`, async (_request, reply) => {
      reply.type(name.endsWith('.csv') ? 'text/csv; charset=utf-8' : 'application/json');
      return Promise.resolve(demoFiles(Date.now())[name]);
    });
  }

  for (const { path, strict } of await readPages()) {
    app.get(path, async (_request, reply) => {
      const nonce = randomBytes(16).toString('base64');
      if (strict) reply.header('Content-Security-Policy', strictPolicy(nonce));
      reply.header('Cache-Control', 'no-cache').type('text/html; charset=utf-8');
      return await renderPage(path, { ...(await readIntegrity()), nonce, live: true });
    });
  }

  app.all('/api-down/*', async (_request, reply) =>
    reply
      .code(503)
      .type('application/problem+json')
      .send({ title: 'The listings are being moved.', status: 503 }),
  );
};
