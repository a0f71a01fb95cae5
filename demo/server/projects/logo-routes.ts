/** Logos of the invented employers, drawn for this demonstration. */
import { readdir, readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';

const folder = new URL('../seed/logos/', import.meta.url);

/** The files are few and small: they are read once, and no name from a request reaches the disk. */
export async function logoRoutes(api: FastifyInstance): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.svg'));
  const logos = new Map(
    await Promise.all(
      names.map(async (name) => [name, await readFile(new URL(name, folder))] as const),
    ),
  );
  api.get<{ Params: { name: string } }>('/logos/:name', async (request, reply) => {
    const logo = logos.get(request.params.name);
    if (!logo) return reply.callNotFound();
    return await reply
      .type('image/svg+xml')
      .header('Cache-Control', 'public, max-age=86400')
      .header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'")
      .header('Cross-Origin-Resource-Policy', 'cross-origin')
      .send(logo);
  });
}
