/** A foreign API as its definition describes it: how it is asked, and what the developer is told of it. */
import { parseBody } from '../formats/parse.ts';
import { ask, type ExchangeOptions } from '../http-exchange.ts';
import { checked } from '../http-failure.ts';
import type { RequestOptions } from '../listings-source.ts';
import { yieldToPage } from '../pause.ts';
import { systemClock, withRetries, type Clock } from '../retry.ts';
import { tokenFrom } from '../page-token.ts';
import { messageOf, SourceError } from '../source-error.ts';
import type { Answer } from './answer.ts';
import type { RequestDefinition, SourceDefinition } from './definition.ts';
import { compileRequest, type CompiledRequest, type Outgoing } from './request.ts';
import { refuseUnknown, type Variables } from './template.ts';

/** What the page gives a source besides its definition. */
export interface OpenOptions {
  /** What a relative URL is resolved against; default the document's base URI, where there is a document. */
  readonly baseUrl?: string | undefined;
  /** BCP 47 language: `{locale}`, and `{language}` without its region. Default `en`. */
  readonly locale?: string | undefined;
  /** Gives the `{token}` that a header asks for. It is asked before each request. */
  readonly token?: (() => string | Promise<string>) | undefined;
  /** Used in place of the platform's `fetch`. */
  readonly fetch?: typeof fetch | undefined;
  /** Time and chance, for tests. */
  readonly clock?: Partial<Clock> | undefined;
  /** Told, in a sentence for the developer, what could not be read. Default `console.warn`. */
  readonly warn?: ((message: string) => void) | undefined;
}

/** Longest reply, in characters: a list that the browser searches comes as a whole. */
const MAX_BODY = 32_000_000;

/** A reply, in characters, that takes longer to read than the page should wait for more than that. */
const LONG = 500_000;

interface ApiOptions extends OpenOptions {
  /** Answers in place of the API when something is asked, though not when something is sent. */
  readonly serve?: typeof fetch | undefined;
}

export class Api {
  /** Absolute base URL. */
  readonly url: string;
  readonly clock: Clock;
  readonly definition: SourceDefinition;
  readonly #options: ApiOptions;
  readonly #warned = new Set<string>();

  /** @throws ConfigError naming what in the definition cannot be used */
  constructor(definition: SourceDefinition, url: string, options: ApiOptions) {
    this.url = url;
    this.definition = definition;
    this.#options = options;
    this.clock = { ...systemClock, ...options.clock };
  }

  /**
   * Makes a request ready to be filled.
   * @param where its key in the definition, for messages
   * @param names the variables that it has besides those of every request
   * @throws ConfigError for a template that cannot be read, or has a variable that nothing fills
   */
  request(
    definition: RequestDefinition,
    where: string,
    names: readonly string[] = [],
  ): CompiledRequest {
    const request = compileRequest(definition, where, this.url, this.definition);
    this.checkUses(request.uses, where, names);
    return request;
  }

  /** @throws ConfigError for a variable that nothing fills */
  checkUses(uses: ReadonlySet<string>, where: string, names: readonly string[]): void {
    const common = [...Object.keys(this.variables()), 'token', 'locale', 'language'];
    refuseUnknown(uses, [...names, ...common], where);
  }

  /** What every request may be filled with. */
  variables(): Variables {
    const { params, publicKey } = this.definition;
    return { ...params, publicKey, today: this.today };
  }

  /** `YYYY-MM-DD`, in UTC. */
  get today(): string {
    return new Date(this.clock.now()).toISOString().slice(0, 10);
  }

  /**
   * Sends a request, again after failures that pass, and reads the answer as a tree.
   * @param url in place of the request's own
   */
  async ask(
    request: CompiledRequest,
    variables: Variables,
    { signal, reload }: RequestOptions = {},
    url?: string,
  ): Promise<Answer> {
    const { url: own, ...asking } = await this.fill(request, variables);
    const target = url === undefined ? own : this.#sameOrigin(url, own);
    const { credentials = 'same-origin', timeout = 15_000 } = this.definition;
    return withRetries(
      async (budget) => {
        const { serve: fetch = this.#options.fetch } = this.#options;
        const limits = { credentials, timeout: Math.min(timeout, budget), signal };
        const exchange = { ...this.exchange(limits), fetch };
        const reply = await ask(target, exchange, { ...asking, reload });
        const { text, status, headers } = checked(reply, this.clock.now());
        const isLong = text.length > LONG;
        try {
          // Reading it cannot be cut; at least it is a task of its own.
          if (isLong) await yieldToPage();
          const value = parseBody(request.format, text);
          if (isLong) await yieldToPage();
          return { body: { value }, headers, url: target };
        } catch (error) {
          throw this.malformed(
            `the reply of ${target} cannot be read: ${messageOf(error)}`,
            status,
          );
        }
      },
      this.clock,
      signal,
    );
  }

  /**
   * A request, filled, with the page's token where it asks for one.
   * @param giveToken in place of the source's own
   */
  async fill(
    request: CompiledRequest,
    variables: Variables,
    giveToken = this.#options.token,
  ): Promise<Outgoing> {
    const token = request.uses.has('token') ? await tokenFrom(giveToken) : undefined;
    return request.fill({ ...this.variables(), ...variables, token });
  }

  /** How a request goes out. */
  exchange(limits: Omit<ExchangeOptions, 'fetch'>): ExchangeOptions {
    return { ...limits, maxBody: MAX_BODY, fetch: this.#options.fetch };
  }

  malformed(what: string, status?: number): SourceError {
    this.warn(what);
    return new SourceError('malformed', what, { status: status ?? null });
  }

  /** Tells the developer, of each thing once. */
  warn(message: string, about = message): void {
    if (this.#warned.has(about)) return;
    this.#warned.add(about);
    (this.#options.warn ?? console.warn)(`Foothold, ${this.url}: ${message}.`);
  }

  /** An answer may lead on to the host that it came from, and nowhere else: a token goes along. */
  #sameOrigin(next: string, own: string): string {
    const { host, protocol } = new URL(own);
    if (!URL.canParse(next, own)) throw this.malformed('"list.next" gives what is no address');
    const to = new URL(next, own);
    if (to.host !== host) throw this.malformed(`"list.next" leads to another host, ${to.host}`);
    // Behind a proxy an API may not know that it is asked over https.
    to.protocol = protocol;
    return to.href;
  }
}
