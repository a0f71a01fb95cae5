/** `GET /challenge`, and what is said to those who send without a solved one. */
import type { FastifyInstance } from 'fastify';
import { Problem } from '../http/problem.ts';
import type { Challenges } from './challenge.ts';

export function challengeRoutes(api: FastifyInstance, challenges: Challenges): void {
  api.get('/challenge', async (_request, reply) => {
    reply.header('Cache-Control', 'no-store');
    return await challenges.issue();
  });
}

export const challengeUnsolved = (): Problem =>
  new Problem(422, {
    detail: 'The check against automated sending has to be done again.',
    errors: [
      {
        pointer: '/signals/challenge',
        detail:
          'The check against automated sending is missing, too old or was used before. Do it again, then send once more; everything else was right.',
      },
    ],
  });
