import type { Receipt, Report, Submission } from '../domain/application.ts';
import type { Project } from '../domain/project.ts';
import { queryToParams, type Query } from '../domain/query.ts';
import { decodePage, decodeProject, decodeReceipt, isSkipped } from './decode.ts';
import { ask, post, type Reply, type Sending } from './http-exchange.ts';
import { checked } from './http-failure.ts';
import type {
  ApplyOptions,
  ListingsSource,
  Page,
  PageRequest,
  RequestOptions,
} from './listings-source.ts';
import { tokenFrom } from './page-token.ts';
import { plainJson } from './plain-json.ts';
import { systemClock, withRetries, type Clock } from './retry.ts';
import { SourceError } from './source-error.ts';

export interface HttpSourceOptions {
  /** Base URL of a listings API: absolute, or relative to `baseUrl`. Without a query or fragment. */
  readonly url: string;
  /** What a relative `url` is resolved against; default the document's base URI, where there is a document. */
  readonly baseUrl?: string | undefined;
  /** Default `same-origin`. */
  readonly credentials?: RequestCredentials | undefined;
  /**
   * Milliseconds for one reply; default 15,000. An application, which may carry files over a slow line,
   * has four times as long, counted from the last byte that was seen to move.
   */
  readonly timeout?: number | undefined;
  /** Used in place of the platform's `fetch`, also for applications (which then report no progress). */
  readonly fetch?: typeof fetch | undefined;
  /** Time and chance, for tests. */
  readonly clock?: Partial<Clock> | undefined;
}

/**
 * Makes the base URL of an API absolute, without trailing slashes.
 * @throws TypeError with what to do, when it cannot be used
 */
export function resolveApiUrl(
  url: string,
  base: string | undefined = (globalThis.document as Document | undefined)?.baseURI,
): string {
  try {
    const { protocol, username, password, origin, pathname, href } = new URL(url, base);
    if (/^https?:$/.test(protocol) && !username && !password && !/[?#]/.test(href)) {
      return origin + pathname.replace(/\/+$/, '');
    }
  } catch {
    // Not a URL at all.
  }
  throw new TypeError(
    `"${url.replace(/\/\/.*@/, '//…@')}" cannot be asked for listings. Give the base URL of the API, ` +
      'starting with https://, without a user name, password, query or fragment.',
  );
}

/** Listings from a server that speaks the native listings API. */
export class HttpSource implements ListingsSource {
  readonly url: string;
  /** The contract of the native API: one key, one application. */
  readonly idempotent = true;
  readonly #options: HttpSourceOptions;
  readonly #clock: Clock;

  constructor(options: HttpSourceOptions) {
    this.url = resolveApiUrl(options.url, options.baseUrl);
    this.#options = options;
    this.#clock = { ...systemClock, ...options.clock };
  }

  list(query: Query, { limit, cursor }: PageRequest, options?: RequestOptions): Promise<Page> {
    const params = queryToParams(query);
    params.append('limit', String(limit));
    if (cursor) params.append('cursor', cursor);
    return this.#get(`/projects?${params}`, decodePage, options);
  }

  async detail(id: string, options?: RequestOptions): Promise<Project> {
    return this.#get(pathOf(id), wholeProject, options);
  }

  async apply(
    id: string,
    { application, attachments, key, signals }: Submission,
    { signal, onProgress, token }: ApplyOptions = {},
  ): Promise<Receipt> {
    const body = new FormData();
    body.append('application', plainJson(application));
    if (signals) body.append('signals', plainJson(signals));
    for (const { part, file } of attachments) body.append(part, file, file.name);
    // Without a token the request opens at once, as part of the click.
    const bearer = token && (await tokenFrom(token));
    const headers = {
      'Idempotency-Key': key,
      ...(bearer && { Authorization: `Bearer ${bearer}` }),
    };
    const sending = { body, headers, onProgress };
    return read(await this.#post(`${pathOf(id)}/applications`, sending, signal), wholeReceipt);
  }

  async report(id: string, report: Report, { signal }: RequestOptions = {}): Promise<void> {
    const headers = { 'Content-Type': 'application/json' };
    await this.#post(`${pathOf(id)}/reports`, { body: plainJson(report), headers }, signal);
  }

  #get<Value>(
    path: string,
    decode: (body: unknown, base: string) => Value,
    { signal, reload }: RequestOptions = {},
  ): Promise<Value> {
    const { credentials = 'same-origin', timeout = 15_000, fetch } = this.#options;
    return withRetries(
      async (budget) => {
        const options = { credentials, timeout: Math.min(timeout, budget), signal, fetch };
        const reply = this.#checked(await ask(this.url + path, options, { reload }));
        return read(reply, (body) => decode(body, `${this.url}/`));
      },
      this.#clock,
      signal,
    );
  }

  /** Sends once: whether and when it goes out again is for the caller to decide, who can tell the student. */
  async #post(path: string, sending: Sending, signal: AbortSignal | undefined): Promise<Reply> {
    const { credentials = 'same-origin', timeout = 15_000, fetch } = this.#options;
    const options = { credentials, timeout: 4 * timeout, signal, fetch };
    return this.#checked(await post(this.url + path, options, sending));
  }

  #checked(reply: Reply): Reply {
    return checked(reply, this.#clock.now());
  }
}

/**
 * The path of a project, its id percent-encoded as one segment.
 * An id that no URL can carry (`..` stays "up" even when it is encoded) is the id of no project.
 */
function pathOf(id: string): string {
  try {
    if (id && !/^\.\.?$/.test(id)) return `/projects/${encodeURIComponent(id)}`;
  } catch {
    // A lone surrogate.
  }
  throw new SourceError('http', 'No project has such an id.', { status: 404 });
}

/** What a reply says; whatever stands in the way of reading it makes it malformed. */
function read<Value>({ status, text }: Reply, decode: (body: unknown) => Value): Value {
  try {
    return decode(JSON.parse(text));
  } catch (error) {
    throw new SourceError('malformed', `The reply cannot be read. ${String(error)}`, { status });
  }
}

function wholeProject(body: unknown, base: string): Project {
  const project = decodeProject(body, base);
  if (isSkipped(project)) throw new TypeError(project.reason);
  return project;
}

function wholeReceipt(body: unknown): Receipt {
  const receipt = decodeReceipt(body);
  if (!receipt) throw new TypeError('The receipt has neither an id nor a reference.');
  return receipt;
}
