/** One HTTP request and its reply as text, with every way in which that can fail given its name. */
import { abortError, untilAborted } from './retry.ts';
import { SourceError } from './source-error.ts';

export interface Reply {
  readonly status: number;
  readonly text: string;
  /** The header `Retry-After`, where it can be read. */
  readonly retryAfter: string | null;
  /** All headers that the page may read; absent of what `XMLHttpRequest` brought. */
  readonly headers?: Headers;
}

export interface ExchangeOptions {
  readonly credentials: RequestCredentials;
  /** Milliseconds without progress after which the request is given up. */
  readonly timeout: number;
  readonly signal?: AbortSignal | undefined;
  /** Longest body that is read, in characters; default 8 million. */
  readonly maxBody?: number | undefined;
  /** Used in place of the platform's `fetch`, and of `XMLHttpRequest`. */
  readonly fetch?: typeof fetch | undefined;
}

/** Longest body that is read, in bytes (where the reply says how many) and in characters. */
const MAX_BODY = 8_000_000;

const tooLong = (url: string, most: number) =>
  new SourceError('malformed', `The reply of ${url} is over ${most / 1e6} MB.`);

/** True where the browser knows that there is no network. */
export const isOffline = (): boolean =>
  (globalThis.navigator as Navigator | undefined)?.onLine === false;

/**
 * Watches for the browser's report that the page's own policy forbade a request to `url`.
 * Older browsers report the origin alone.
 */
function watchPolicy(url: string): { seen: boolean; stop: () => void } {
  const page = globalThis.document as Document | undefined;
  const onViolation = ({ blockedURI }: SecurityPolicyViolationEvent) => {
    watch.seen ||= blockedURI !== '' && url.startsWith(blockedURI);
  };
  const watch = {
    seen: false,
    stop: () => page?.removeEventListener('securitypolicyviolation', onViolation),
  };
  page?.addEventListener('securitypolicyviolation', onViolation);
  return watch;
}

/**
 * Runs one request. `run` gets a signal that ends it, and a function to call when something moves,
 * which starts the timeout again.
 */
async function guarded(
  url: string,
  { timeout, signal: caller }: ExchangeOptions,
  run: (signal: AbortSignal, moved: () => void) => Promise<Reply>,
): Promise<Reply> {
  if (caller?.aborted) throw abortError();
  const controller = new AbortController();
  const stop = () => controller.abort();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const moved = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      controller.abort(new SourceError('timeout', `${url} did not answer in ${timeout} ms.`));
    }, timeout);
  };
  const policy = watchPolicy(url);
  caller?.addEventListener('abort', stop);
  moved();
  try {
    // A page may have replaced `fetch` by one that knows no signals.
    return await untilAborted(run(controller.signal, moved), controller.signal);
  } catch (error) {
    // The report of a violation comes as a task of its own, possibly after the failure.
    if (!controller.signal.aborted) await new Promise((resolve) => setTimeout(resolve));
    if (caller?.aborted) throw abortError();
    const reason: unknown = controller.signal.reason;
    if (reason instanceof SourceError) throw reason;
    if (isOffline()) throw new SourceError('offline', 'The browser is offline.');
    if (error instanceof SourceError) throw error;
    throw policy.seen
      ? new SourceError('blocked', `The page's Content-Security-Policy forbids ${url}.`)
      : new SourceError('network', `${url} cannot be reached (${String(error)}).`);
  } finally {
    clearTimeout(timer);
    caller?.removeEventListener('abort', stop);
    policy.stop();
  }
}

async function replyOf(url: string, response: Response, most = MAX_BODY): Promise<Reply> {
  const { status, headers, ok } = response;
  const retryAfter = headers.get('Retry-After');
  if (Number(headers.get('Content-Length')) > most) throw tooLong(url, most);
  let text = '';
  try {
    text = await response.text();
  } catch (error) {
    // What an error response says is welcome, not necessary.
    if (ok)
      throw new SourceError('malformed', `The reply of ${url} is cut (${String(error)}).`, {
        status,
      });
  }
  if (text.length > most) throw tooLong(url, most);
  return { status, text, retryAfter, headers };
}

/** What a request for listings says besides its URL. */
export interface Asking {
  /** Default `GET`. */
  readonly method?: 'GET' | 'POST' | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: FormData | string | undefined;
  /** Ask the server whether what the browser remembers still holds. */
  readonly reload?: boolean | undefined;
}

/**
 * Asks for something. A GET has no header of our own unless it is given one: so it needs no preflight,
 * and the browser can answer it from a `<link rel="preload" as="fetch" crossorigin="anonymous">`.
 */
export const ask = (
  url: string,
  options: ExchangeOptions,
  { reload, ...asking }: Asking = {},
): Promise<Reply> =>
  guarded(url, options, async (signal) => {
    const { credentials, fetch: request = fetch } = options;
    const init: RequestInit = { ...(asking as RequestInit), credentials, signal };
    if (reload) init.cache = 'no-cache';
    return replyOf(url, await request(url, init), options.maxBody);
  });

export interface Sending {
  /** Default `POST`. */
  readonly method?: 'POST' | 'PUT' | undefined;
  readonly body: FormData | Blob | string;
  readonly headers: Readonly<Record<string, string>>;
  /** Called with the part sent so far, 0 to 1. */
  readonly onProgress?: ((sent: number) => void) | undefined;
}

/**
 * Sends something, followed nowhere else. By `XMLHttpRequest` where there is one, since only that tells how much
 * has been sent; it cannot leave out credentials, and a replaced `fetch` wants to be used.
 */
export const post = (url: string, options: ExchangeOptions, sending: Sending): Promise<Reply> =>
  guarded(url, options, async (signal, moved) => {
    const { credentials, fetch: ask = fetch } = options;
    if (!options.fetch && credentials !== 'omit' && typeof XMLHttpRequest === 'function') {
      return postByXhr(url, credentials === 'include', sending, signal, moved);
    }
    const { method = 'POST', body, headers } = sending;
    const init: RequestInit = {
      method,
      body,
      headers,
      credentials,
      signal,
      redirect: 'error',
    };
    return replyOf(url, await ask(url, init));
  });

/** Code of the error for a reply from elsewhere than was asked: asking again would only send it there again. */
export const REDIRECTED = 'redirected';

const withoutQuery = (url: string) => {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
};

function postByXhr(
  url: string,
  withCredentials: boolean,
  { method = 'POST', body, headers, onProgress }: Sending,
  signal: AbortSignal,
  moved: () => void,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(method, url);
    xhr.withCredentials = withCredentials;
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    xhr.upload.onprogress = ({ loaded, total }) => {
      moved();
      if (total) onProgress?.(loaded / total);
    };
    xhr.onprogress = moved;
    xhr.onerror = () => reject(new TypeError('Request failed'));
    xhr.onload = () => {
      const { status, responseText: text, responseURL } = xhr;
      if (responseURL && withoutQuery(responseURL) !== withoutQuery(url)) {
        reject(
          new SourceError('malformed', `${url} redirects, which is not followed.`, {
            status,
            code: REDIRECTED,
          }),
        );
      } else if (text.length > MAX_BODY) {
        reject(tooLong(url, MAX_BODY));
      } else {
        // Asking for one header that is not exposed writes an error to the console; asking for all does not.
        const [, retryAfter = null] =
          /^retry-after: *(.+)$/im.exec(xhr.getAllResponseHeaders()) ?? [];
        resolve({ status, text, retryAfter: retryAfter?.trim() ?? null });
      }
    };
    signal.addEventListener('abort', () => xhr.abort());
    xhr.send(body);
  });
}
