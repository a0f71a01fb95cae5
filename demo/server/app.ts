/** Puts the server together from its parts. Everything it depends on is passed in. */
import cors from '@fastify/cors';
import Fastify, { type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import type { Limits } from './config.ts';
import type { Database } from './database/database.ts';
import { loggingOptions, logResponses, type LogOptions } from './http/logging.ts';
import { handleApiError, handleApiNotFound } from './http/problem.ts';
import { projectRoutes } from './projects/projects-routes.ts';

export interface AppOptions extends LogOptions {
  readonly database: Database;
  readonly now: () => number;
  readonly limits: Limits | 'off';
  readonly trustProxy: boolean | number | string;
  /** Pages and files beside the API, registered at the root. */
  readonly site?: FastifyPluginAsync;
}

const api =
  (options: AppOptions): FastifyPluginAsync =>
  async (app) => {
    app.setErrorHandler(handleApiError);
    app.setNotFoundHandler(handleApiNotFound);
    await app.register(cors, {
      origin: '*',
      methods: ['GET', 'POST'],
      allowedHeaders: ['Idempotency-Key', 'Content-Type'],
      exposedHeaders: ['Retry-After'],
      maxAge: 86_400,
      strictPreflight: false,
    });
    app.get('/health', async () => {
      await options.database.query('select 1');
      return { status: 'ready' };
    });
    await app.register(projectRoutes, options);
  };

export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    ...loggingOptions(options),
    trustProxy: options.trustProxy,
    routerOptions: { maxParamLength: 300 },
  });
  logResponses(app);
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('X-Content-Type-Options', 'nosniff');
  });
  await app.register(api(options), { prefix: '/api' });
  if (options.site) await app.register(options.site);
  return app;
}
