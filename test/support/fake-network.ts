/** Stand-ins for what a source asks of the platform. All work in Node as in a browser. */
import type { Clock } from '../../src/source/retry.ts';

export interface Call {
  readonly url: string;
  readonly init: RequestInit;
}

export type Answer = Response | Error | ((call: Call) => Response | Promise<Response>);

/** A `fetch` that gives the answers one after the other, the last one for ever, and keeps what it was asked. */
export function fakeFetch(...answers: Answer[]): { fetch: typeof fetch; calls: Call[] } {
  const calls: Call[] = [];
  const fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const call = { url: input instanceof Request ? input.url : String(input), init };
    const answer = answers[Math.min(calls.length, answers.length - 1)];
    calls.push(call);
    if (answer === undefined) throw new Error('No answer was prepared.');
    if (answer instanceof Error) throw answer;
    return answer instanceof Response ? answer.clone() : answer(call);
  };
  return { fetch, calls };
}

/** Never answers, and rejects when it is aborted, as `fetch` does. */
export const hanging = ({ init: { signal } }: Call): Promise<Response> =>
  new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
  });

/** Time that passes only in `sleep`. */
export function fakeClock(random = 0.5): Clock & { readonly pauses: number[] } {
  let time = Date.parse('2026-12-01T12:00:00Z');
  const pauses: number[] = [];
  return {
    pauses,
    now: () => time,
    random: () => random,
    sleep: (milliseconds) => {
      pauses.push(milliseconds);
      time += milliseconds;
      return Promise.resolve();
    },
  };
}

/** Replaces a property of an object; what is returned puts the former one back. */
export function replace(target: object, name: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
  return () => {
    if (before) Object.defineProperty(target, name, before);
    else Reflect.deleteProperty(target, name);
  };
}

/** Runs with a document: the page's, or in Node one that has a base URI and takes events. */
export async function withDocument(run: (page: EventTarget & { baseURI: string }) => unknown) {
  const page = globalThis.document as Document | undefined;
  if (page) {
    await run(page);
    return;
  }
  const stand = Object.assign(new EventTarget(), { baseURI: 'https://page.example/sub/' });
  const restore = replace(globalThis, 'document', stand);
  try {
    await run(stand);
  } finally {
    restore();
  }
}

/** Waits for a rejection and gives its reason. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('It did not reject.');
}
