/** The demonstration's pages, and the built script where those pages expect it. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import staticFiles from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const mounts = [
  { prefix: '/', root: folder('../site/') },
  { prefix: '/foothold/', root: folder('../../dist/cdn/') },
];

/** A script from another origin needs this to be read with `integrity`; a page does no harm by it. */
const allowAnyOrigin = (response: { setHeader(name: string, value: string): unknown }) =>
  response.setHeader('Access-Control-Allow-Origin', '*');

export const site: FastifyPluginAsync = async (app) => {
  for (const { prefix, root } of mounts.filter((mount) => existsSync(mount.root)))
    await app.register(staticFiles, {
      prefix,
      root,
      decorateReply: false,
      cacheControl: false,
      setHeaders: allowAnyOrigin,
    });
};
