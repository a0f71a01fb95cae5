/** `GET /projects` and `GET /projects/{id}`. */
import etag from '@fastify/etag';
import type { FastifyInstance } from 'fastify';
import type { Project } from '../../../src/domain/project.ts';
import type { Queryable } from '../database/database.ts';
import { noSuchProject } from '../http/problem.ts';
import { readListRequest } from './list-query.ts';
import { findProject, listProjects } from './projects-repository.ts';

/** Listings are public and change rarely; half a minute keeps a busy page from asking again and again. */
const CACHE_CONTROL = 'public, max-age=30';

export interface ProjectRoutesOptions {
  readonly database: Queryable;
  readonly now: () => number;
}

/** Logos are kept as paths on this server; a widget on another site needs the whole address. */
function withAbsoluteLogo<Item extends Pick<Project, 'employer'>>(
  item: Item,
  origin: string,
): Item {
  const { logoUrl } = item.employer;
  return logoUrl?.startsWith('/')
    ? { ...item, employer: { ...item.employer, logoUrl: origin + logoUrl } }
    : item;
}

export async function projectRoutes(
  api: FastifyInstance,
  { database, now }: ProjectRoutesOptions,
): Promise<void> {
  await api.register(etag);

  api.get('/projects', async (request, reply) => {
    const { searchParams } = new URL(request.url, 'http://localhost');
    const page = await listProjects(database, readListRequest(searchParams), now());
    const origin = `${request.protocol}://${request.host}`;
    reply.header('Cache-Control', CACHE_CONTROL);
    return { ...page, items: page.items.map((item) => withAbsoluteLogo(item, origin)) };
  });

  api.get<{ Params: { id: string } }>('/projects/:id', async (request, reply) => {
    const project = await findProject(database, request.params.id);
    if (!project) throw noSuchProject();
    reply.header('Cache-Control', CACHE_CONTROL);
    return withAbsoluteLogo(project, `${request.protocol}://${request.host}`);
  });
}
