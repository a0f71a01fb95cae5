/**
 * Several elements on one page, and one element that goes to and fro, ask the same things. A shared
 * source asks once: equal requests at one time are one request, and a recent answer is given again.
 */
import type { Project } from '../domain/project.ts';
import { queryKey, type Query } from '../domain/query.ts';
import { HttpSource, resolveApiUrl, type HttpSourceOptions } from './http-source.ts';
import type { ListingsSource, Page, PageRequest, RequestOptions } from './listings-source.ts';
import { rememberNewest } from './remember-newest.ts';
import { abortError } from './retry.ts';

/** An answer that was given before. */
export interface Cached<Value> {
  readonly value: Value;
  /** When it arrived, in milliseconds since 1970. */
  readonly at: number;
  /** True while asking would give this very answer without a request. */
  readonly fresh: boolean;
}

/** A source that remembers. A store can show what it remembers at once, and ask again where that is not fresh. */
export interface CachedSource extends ListingsSource {
  cached(query: Query, page: PageRequest): Cached<Page> | undefined;
  cachedDetail(id: string): Cached<Project> | undefined;
  /** Makes what was answered so far, of one project or of all, no longer fresh. It stays readable. */
  invalidate(id?: string): void;
}

export const isCachedSource = (source: ListingsSource): source is CachedSource =>
  'cachedDetail' in source;

export interface SharingOptions {
  /** Milliseconds for which an answer is given again without asking; default 60,000. */
  readonly maxAge?: number | undefined;
  /** Milliseconds since 1970, for tests. */
  readonly now?: (() => number) | undefined;
}

interface Answer {
  readonly value: unknown;
  readonly at: number;
  /** Number of the request; see `invalidate`. */
  readonly turn: number;
}

interface Flight {
  readonly promise: Promise<unknown>;
  readonly controller: AbortController;
  readonly turn: number;
  waiting: number;
}

/** How many answers are remembered. */
const CAPACITY = 50;

/** Wraps a source so that its equal requests are shared and its recent answers are given again. */
export function shareRequests(
  source: ListingsSource,
  { maxAge = 60_000, now = Date.now }: SharingOptions = {},
): CachedSource {
  /** Least recently used first. */
  const answers = new Map<string, Answer>();
  const flights = new Map<string, Flight>();
  /** Requests and invalidations are numbered in one row: an answer is good if its request came later. */
  let turn = 0;
  let allInvalid = 0;
  const invalid = new Map<string, number>();

  const valid = (asked: number, id?: string) =>
    asked > allInvalid && asked > (invalid.get(id ?? '') ?? 0);

  const cachedAnswer = (answer: Answer | undefined, id?: string): Cached<unknown> | undefined =>
    answer && {
      value: answer.value,
      at: answer.at,
      fresh: valid(answer.turn, id) && now() - answer.at < maxAge,
    };

  function remember(key: string, answer: Answer): void {
    // An older request may be answered after a younger one.
    if ((answers.get(key)?.turn ?? 0) > answer.turn) return;
    rememberNewest(answers, key, answer, CAPACITY);
  }

  function start(key: string, run: (signal: AbortSignal) => Promise<unknown>): Flight {
    const controller = new AbortController();
    const asked = ++turn;
    const done = () => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    const promise = run(controller.signal).then(
      (value) => {
        done();
        remember(key, { value, at: now(), turn: asked });
        return value;
      },
      (error: unknown) => {
        done();
        throw error;
      },
    );
    const flight: Flight = { promise, controller, turn: asked, waiting: 0 };
    flights.set(key, flight);
    return flight;
  }

  /** Waits for a request together with others. Who gives up leaves alone; the last one ends the request. */
  function join(key: string, flight: Flight, signal: AbortSignal | undefined): Promise<unknown> {
    flight.waiting++;
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(abortError());
        flight.waiting--;
        // An element that is moved in the page leaves and comes back at once.
        queueMicrotask(() => {
          if (flight.waiting) return;
          if (flights.get(key) === flight) flights.delete(key);
          flight.controller.abort();
        });
      };
      signal?.addEventListener('abort', leave, { once: true });
      void flight.promise
        .then(resolve, reject)
        .finally(() => signal?.removeEventListener('abort', leave));
    });
  }

  async function ask<Value>(
    key: string,
    id: string | undefined,
    cached: Cached<Value> | undefined,
    { signal, reload }: RequestOptions,
    run: (options: RequestOptions) => Promise<Value>,
  ): Promise<Value> {
    if (signal?.aborted) throw abortError();
    if (cached?.fresh && !reload) return cached.value;
    let flight = flights.get(key);
    if (!flight || !valid(flight.turn, id)) {
      flight = start(key, (shared) => run({ signal: shared, reload }));
    }
    return join(key, flight, signal) as Promise<Value>;
  }

  const listKey = (query: Query, { limit, cursor = '' }: PageRequest) =>
    `list ${limit} ${cursor} ${queryKey(query)}`;
  const detailKey = (id: string) => `detail ${id}`;

  /** Reads an answer and counts that as use. */
  function recall(key: string): Answer | undefined {
    const answer = answers.get(key);
    if (answer) remember(key, answer);
    return answer;
  }

  function invalidate(id?: string): void {
    turn++;
    if (id === undefined) allInvalid = turn;
    else invalid.set(id, turn);
  }

  const shared: CachedSource = {
    list: (query, page, options = {}) =>
      ask(listKey(query, page), undefined, shared.cached(query, page), options, (own) =>
        source.list(query, page, own),
      ),
    detail: (id, options = {}) =>
      ask(detailKey(id), id, shared.cachedDetail(id), options, (own) => source.detail(id, own)),
    cached: (query, page) => cachedAnswer(recall(listKey(query, page))) as Cached<Page> | undefined,
    cachedDetail(id) {
      let latest = recall(detailKey(id));
      for (const [key, answer] of answers) {
        if (!key.startsWith('list') || answer.turn < (latest?.turn ?? 0)) continue;
        const item = (answer.value as Page).projects.find((each) => each.id === id);
        if (item?.complete) latest = { ...answer, value: item };
      }
      return cachedAnswer(latest, id) as Cached<Project> | undefined;
    },
    invalidate,
  };
  for (const name of ['url', 'idempotent'] as const)
    if (source[name] !== undefined) Object.assign(shared, { [name]: source[name] });
  const apply = source.apply?.bind(source);
  if (apply) {
    shared.apply = async (id, submission, options) => {
      const receipt = await apply(id, submission, options);
      invalidate(id);
      return receipt;
    };
  }
  const report = source.report?.bind(source);
  if (report) shared.report = report;
  return shared;
}

const wrapped = new WeakMap<ListingsSource, CachedSource>();

/** The one shared source of this page for a source of one's own: whoever names the same object shares its requests. */
export function sharedOf(source: ListingsSource): CachedSource {
  let shared = isCachedSource(source) ? source : wrapped.get(source);
  if (!shared) wrapped.set(source, (shared = shareRequests(source)));
  return shared;
}

const sources = new Map<string, CachedSource>();

/**
 * The one source of this page for an API: whoever names the same URL and credentials gets the same
 * object. Other options count only for whoever comes first.
 */
export function sharedSource(
  url: string,
  options: Omit<HttpSourceOptions, 'url'> & SharingOptions = {},
): CachedSource {
  const key = `${options.credentials ?? 'same-origin'} ${resolveApiUrl(url, options.baseUrl)}`;
  let source = sources.get(key);
  if (!source) {
    source = shareRequests(new HttpSource({ ...options, url }), options);
    sources.set(key, source);
  }
  return source;
}
