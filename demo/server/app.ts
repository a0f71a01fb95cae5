/** Puts the server together from its parts. Everything it depends on is passed in. */
import cors, { type FastifyCorsOptions } from '@fastify/cors';
import Fastify, { type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import { applicationRoutes } from './applications/applications-routes.ts';
import type { AttachmentStorage } from './applications/attachment-storage.ts';
import { challengeRoutes } from './applications/challenge-routes.ts';
import { openChallenges, type ChallengeOptions } from './applications/challenge.ts';
import type { Scanner } from './applications/virus-scan.ts';
import type { Config, Limits } from './config.ts';
import type { Database, Queryable } from './database/database.ts';
import { sendErrorPage, sendNotFoundPage } from './http/error-pages.ts';
import { loggingOptions, logResponses, type LogOptions } from './http/logging.ts';
import { handleApiError, handleApiNotFound } from './http/problem.ts';
import { limitRates } from './http/rate-limits.ts';
import { logoRoutes } from './projects/logo-routes.ts';
import { projectRoutes } from './projects/projects-routes.ts';
import { reportRoutes } from './projects/reports-routes.ts';
import { staffRoutes } from './staff/staff-routes.ts';

export interface AppOptions extends LogOptions {
  readonly database: Database;
  /** Where listings are read; default: the same. */
  readonly listings?: Queryable;
  readonly storage: AttachmentStorage;
  readonly now: () => number;
  readonly limits: Limits | 'off';
  readonly trustProxy: Config['trustProxy'];
  /** Password of the user `staff`; without one there are no staff pages. */
  readonly staffPassword?: string;
  /** True when emails are really sent. */
  readonly sendsEmail?: boolean;
  /** With it, each application has to bring a solved challenge. */
  readonly challenge?: ChallengeOptions;
  /** A second API over the same listings, at `/api-checked`, with a challenge where the first has none. */
  readonly alsoChecked?: ChallengeOptions;
  /** Looks for viruses in each file. */
  readonly scanner?: Scanner;
  /** Called after an application was stored. */
  readonly onStored?: () => void;
  /** Pages and files beside the API, registered at the root. */
  readonly site?: FastifyPluginAsync;
}

/** What a widget on another site needs, and no more: nothing here depends on cookies. */
const crossOrigin: FastifyCorsOptions = {
  origin: '*',
  methods: ['GET', 'POST'],
  allowedHeaders: ['Idempotency-Key', 'Content-Type', 'Authorization'],
  exposedHeaders: ['Retry-After'],
  maxAge: 86_400,
  strictPreflight: false,
};

const api =
  (options: AppOptions): FastifyPluginAsync =>
  async (app) => {
    const { database, storage, now, limits, onStored, scanner } = options;
    const challenges = options.challenge && openChallenges(options.challenge);
    app.setErrorHandler(handleApiError);
    await app.register(cors, crossOrigin);
    await limitRates(app, limits);
    app.setNotFoundHandler(handleApiNotFound);
    app.get('/health', { config: { rateLimit: false } }, async (_request, reply) => {
      await database.query('select 1');
      reply.header('Cache-Control', 'no-store');
      return { status: 'ready' };
    });
    await app.register(projectRoutes, { database: options.listings ?? database, now });
    await app.register(logoRoutes);
    reportRoutes(app, { database, now, limits });
    if (challenges) challengeRoutes(app, challenges);
    await app.register(applicationRoutes, {
      database,
      storage,
      now,
      limits,
      confirmations: limits === 'off' ? Infinity : limits.confirmations,
      ...(challenges && { challenges }),
      ...(scanner && { scanner }),
      ...(onStored && { onStored }),
    });
  };

/** Clients and proxies keep connections; told to, they let go of them, and the end does not wait for them. */
function endConnectionsAtClose(app: FastifyInstance): void {
  let isClosing = false;
  app.addHook('preClose', (done) => {
    isClosing = true;
    done();
  });
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('Connection', 'close');
  });
}

export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { database, storage, limits, staffPassword } = options;
  const app = Fastify({
    ...loggingOptions(options),
    trustProxy: options.trustProxy,
    // Time enough for a resume over a poor line, and an end for whoever never finishes.
    requestTimeout: 120_000,
    routerOptions: { maxParamLength: 16_384 },
    frameworkErrors: (error, request, reply) => void handleApiError(error, request, reply),
  });
  logResponses(app);
  endConnectionsAtClose(app);
  app.setErrorHandler(sendErrorPage);
  app.setNotFoundHandler(sendNotFoundPage);
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('X-Content-Type-Options', 'nosniff');
  });
  await app.register(api(options), { prefix: '/api' });
  const { alsoChecked: challenge } = options;
  if (challenge) await app.register(api({ ...options, challenge }), { prefix: '/api-checked' });
  if (staffPassword !== undefined)
    await app.register(staffRoutes, {
      prefix: '/staff',
      database,
      storage,
      limits,
      password: staffPassword,
      sending: options.sendsEmail ?? false,
      now: options.now,
    });
  if (options.site) await app.register(options.site);
  return app;
}
