/**
 * A check against automated sending that asks nothing of a person: the browser works for a moment on a
 * signed task (ALTCHA, proof of work, version 2 as `altcha-lib` 2 and the widget 3 speak it). It is good for
 * one application, and no third party hears of it.
 */
import { createHmac } from 'node:crypto';
import { createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Challenge, Payload } from 'altcha-lib/types';

export interface ChallengeOptions {
  readonly key: string;
  /** Default: some seconds of work on a phone, while the student writes. */
  readonly work?: {
    /** Iterations of PBKDF2 for one attempt. */
    readonly cost: number;
    /** Fewest and most attempts. */
    readonly attempts: readonly [number, number];
  };
}

/** What is remembered of a solved challenge, so that it is not taken twice. */
export interface SolvedChallenge {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export interface Challenges {
  issue(): Promise<Challenge>;
  /** Undefined unless the token solves a challenge of ours that has not expired. */
  check(token: string | undefined): Promise<SolvedChallenge | undefined>;
}

const HOUR = 3_600_000;
const DEFAULT_WORK: NonNullable<ChallengeOptions['work']> = { cost: 5_000, attempts: [500, 2_500] };

function parse(token: string): Payload | undefined {
  try {
    const payload = JSON.parse(Buffer.from(token, 'base64').toString('utf8')) as Partial<Payload>;
    const { challenge, solution } = payload;
    return challenge?.parameters && solution ? { challenge, solution } : undefined;
  } catch {
    return undefined;
  }
}

export function openChallenges({ key, work = DEFAULT_WORK }: ChallengeOptions): Challenges {
  const secret = (purpose: string) => createHmac('sha256', key).update(purpose).digest('hex');
  const secrets = {
    hmacSignatureSecret: secret('challenge'),
    hmacKeySignatureSecret: secret('solution'),
  };
  return {
    issue: () =>
      createChallenge({
        ...secrets,
        algorithm: 'PBKDF2/SHA-256',
        cost: work.cost,
        counter: randomInt(...work.attempts),
        deriveKey,
        // By the clock of this machine: the library compares with it, too.
        expiresAt: new Date(Date.now() + HOUR),
      }),

    async check(token) {
      const payload = token === undefined ? undefined : parse(token);
      if (!payload) return undefined;
      // Whatever a stranger made of the token: what cannot be checked is not solved.
      const verdict = await verifySolution({ ...payload, ...secrets, deriveKey }).catch(
        () => undefined,
      );
      const { nonce, expiresAt } = payload.challenge.parameters;
      return verdict?.verified && expiresAt !== undefined
        ? { id: nonce, expiresAt: expiresAt * 1000 }
        : undefined;
    },
  };
}
