/** Makes an API fail and work again, in Node as in a browser. */
import { SourceError } from '../../src/source/source-error.ts';

/** An error status; a page of HTML in place of an answer; no answer at all. */
export type Failure = 'status' | 'garbage' | 'network';

export interface Outage {
  readonly fail: (how: Failure) => void;
  readonly heal: () => void;
  /** What the API answers now; undefined while it works. */
  readonly answer: () => Response | undefined;
  /** The same for a source that makes no requests. */
  readonly error: () => SourceError | undefined;
  /** A `fetch` that is without an answer when the API is. */
  readonly around: (fetch: typeof globalThis.fetch) => typeof globalThis.fetch;
}

const signIn = '<!doctype html>\n<title>Sign in</title>\n<p>Please sign in, and "try again".\n';

const answers: { readonly [Name in Failure]: () => Response } = {
  status: () => new Response('Internal Server Error', { status: 500 }),
  garbage: () => new Response(signIn, { headers: { 'Content-Type': 'text/html' } }),
  network: () => Response.error(),
};

const errors: { readonly [Name in Failure]: () => SourceError } = {
  status: () => new SourceError('http', 'It failed.', { status: 500 }),
  garbage: () => new SourceError('malformed', 'It is not JSON.', { status: 200 }),
  network: () => new SourceError('network', 'It cannot be reached.'),
};

/** Starts healthy. */
export function outage(): Outage {
  let failure: Failure | undefined;
  const answer = () => failure && answers[failure]();
  return {
    fail: (how) => (failure = how),
    heal: () => (failure = undefined),
    answer,
    error: () => failure && errors[failure](),
    around: (fetch) => async (input, init) => {
      const response = answer();
      if (response?.type === 'error') throw new TypeError('Failed to fetch');
      return response ?? fetch(input, init);
    },
  };
}
