/**
 * Logs that can be kept without being personal data: no addresses, bodies, file names, search words
 * or ids of applications, and of an error only what its place in the code can be found by.
 */
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';

/** A message or a PostgreSQL `detail` may quote what a person typed; the frames of the stack cannot. */
function describeError(error: Error & { code?: unknown }) {
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return {
    type: error.name,
    message: '(left out)',
    ...(typeof error.code === 'string' && { code: error.code }),
    stack: frames.join('\n'),
  };
}

export interface LogOptions {
  readonly logLevel: string;
  /** Where lines go; default: standard output. */
  readonly logStream?: { write(line: string): void };
}

export const loggingOptions = ({
  logLevel,
  logStream,
}: LogOptions): Pick<FastifyServerOptions, 'logger' | 'logController'> => ({
  logger: {
    // At `trace` the parser of uploads would write all headers of a request.
    level: logLevel === 'trace' ? 'debug' : logLevel,
    base: null,
    serializers: { err: describeError, req: () => ({}), res: () => ({}) },
    ...(logStream && { stream: logStream }),
  },
  logController: new Fastify.LogController({ disableRequestLogging: true }),
});

/** One line a request: the route's pattern instead of the address that was asked for. */
export function logResponses(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? '(none)',
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
      },
      'request',
    );
  });
}
