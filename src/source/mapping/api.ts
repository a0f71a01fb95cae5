/** A foreign API as its definition describes it: asks it and reads its answers. Neither searches nor pages. */
import type { Project } from '../../domain/project.ts';
import { decodeProject, isSkipped } from '../decode.ts';
import { isObject } from '../decode-values.ts';
import { parseBody } from '../formats/parse.ts';
import { ask, type ExchangeOptions } from '../http-exchange.ts';
import { checked } from '../http-failure.ts';
import type { RequestOptions, SkippedRecord } from '../listings-source.ts';
import { systemClock, withRetries, type Clock } from '../retry.ts';
import { SourceError } from '../source-error.ts';
import type { Answer } from './answer.ts';
import type { RequestDefinition, SourceDefinition } from './definition.ts';
import { fillWords } from './fill-words.ts';
import { compileFields } from './fields.ts';
import { compileFindItems } from './items.ts';
import { takePause } from './pause.ts';
import { compileKeep } from './reading.ts';
import { compileRequest, type CompiledRequest, type Outgoing } from './request.ts';
import { addTo } from './same-project.ts';
import type { Scope, Surroundings, Table } from './scope.ts';
import { compileTables } from './tables.ts';
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

/** What came of some records. */
export interface Records {
  readonly projects: readonly Project[];
  readonly skipped: readonly SkippedRecord[];
}

/** A record whose members are called by their letters and digits; of equal names the first counts. */
function withPlainNames(item: Scope): Scope {
  if (!isObject(item.value)) return item;
  const members = new Map<string, unknown>();
  for (const [name, value] of Object.entries(item.value)) {
    const plain = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
    if (!members.has(plain)) members.set(plain, value);
  }
  return { ...item, value: Object.fromEntries(members) };
}

/** Fields that say how to apply, where the API's own listings do not. */
function fieldsOf({ fields, apply }: SourceDefinition): SourceDefinition['fields'] {
  if (!fields || !apply || apply.mode === 'post') return fields;
  return { 'application.mode': { const: apply.mode }, ...fields };
}

export class Api {
  /** Absolute base URL. */
  readonly url: string;
  readonly clock: Clock;
  readonly definition: SourceDefinition;
  readonly #options: OpenOptions;
  readonly #findItems;
  readonly #isKept;
  readonly #fields;
  readonly #detailFields;
  readonly #tables;
  readonly #warned = new Set<string>();

  /** @throws ConfigError naming what in the definition cannot be used */
  constructor(definition: SourceDefinition, url: string, options: OpenOptions) {
    this.url = url;
    this.definition = definition;
    this.#options = options;
    this.clock = { ...systemClock, ...options.clock };
    const { list = {}, detail } = definition;
    const fields = fieldsOf(definition);
    this.#findItems = compileFindItems(list.items, list.format ?? definition.format);
    const today = { today: this.#today };
    this.#isKept = compileKeep(fillWords({ keep: list.keep, drop: list.drop }, today));
    this.#fields = fields && compileFields(fields);
    this.#detailFields =
      fields && detail?.fields ? compileFields({ ...fields, ...detail.fields }) : this.#fields;
    this.#tables = compileTables(this);
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
    return { ...params, publicKey, today: this.#today };
  }

  /** `YYYY-MM-DD`, in UTC. */
  get #today(): string {
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
        const limits = { credentials, timeout: Math.min(timeout, budget), signal };
        const reply = await ask(target, this.exchange(limits), { ...asking, reload });
        const { text, status, headers } = checked(reply, this.clock.now());
        try {
          return { body: { value: parseBody(request.format, text) }, headers, url: target };
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

  /** A request, filled, with the page's token where it asks for one. */
  async fill(request: CompiledRequest, variables: Variables): Promise<Outgoing> {
    const token = request.uses.has('token') ? await this.#options.token?.() : undefined;
    return request.fill({ ...this.variables(), ...variables, token });
  }

  /** How a request goes out. */
  exchange(limits: Omit<ExchangeOptions, 'fetch'>): ExchangeOptions {
    return { ...limits, fetch: this.#options.fetch };
  }

  /** What stands around the records of an answer: its tables, and who is told what is missing. */
  async surroundings(answer: Answer, options?: RequestOptions): Promise<Surroundings> {
    const tables: ReadonlyMap<string, Table> | undefined = await this.#tables?.(answer, options);
    return { zone: this.definition.zone, tables };
  }

  /**
   * The records in an answer, not read yet.
   * @throws SourceError `malformed` when the path to them leads nowhere
   */
  itemsIn({ body, url }: Answer): readonly Scope[] {
    const items = this.#findItems(body);
    if (items) return this.definition.list?.plainNames ? items.map(withPlainNames) : items;
    const [path = '$.items'] = [this.definition.list?.items].flat();
    const names = isObject(body.value) ? Object.keys(body.value).slice(0, 8) : [];
    throw this.malformed(
      `"list.items": "${path}" leads nowhere in the reply of ${url}` +
        (names.length ? `, which has ${names.join(', ')}` : ''),
    );
  }

  /** Reads records, in slices that leave the page time to react. */
  async read(items: readonly Scope[], surroundings: Surroundings): Promise<Records> {
    const projects = new Map<string, Project>();
    const skipped: SkippedRecord[] = [];
    const missed = new Map<string, number>();
    const noted: Surroundings = {
      ...surroundings,
      miss: (what) => missed.set(what, (missed.get(what) ?? 0) + 1),
    };
    let seen = 0;
    for (let index = 0; index < items.length; index++) {
      const pause = takePause();
      if (pause) await pause;
      const item = items[index]!;
      if (this.#isKept && !this.#isKept(item.value)) continue;
      seen++;
      const decoded = decodeProject(this.#fields?.(item, noted) ?? item.value, `${this.url}/`);
      if (isSkipped(decoded)) {
        skipped.push({ reason: `record ${index}: ${decoded.reason}` });
        continue;
      }
      addTo(projects, decoded);
    }
    for (const [what, count] of missed)
      this.warn(`${what}: ${count} of ${seen} records have a value that cannot be read`);
    if (skipped.length)
      this.warn(
        `${skipped.length} of ${seen} records are left out; the first: ${skipped[0]!.reason}`,
      );
    return { projects: [...projects.values()], skipped };
  }

  /** Reads one project from the answer about it, over what a list has said of it. */
  readDetail(record: Scope, surroundings: Surroundings, listed?: Project): Project {
    const read = this.#detailFields?.(record, surroundings) ?? record.value;
    const project = decodeProject(
      listed && typeof read === 'object' ? { ...listed, ...read } : read,
      `${this.url}/`,
    );
    if (isSkipped(project)) throw this.malformed(`"detail": the record has ${project.reason}`);
    return project;
  }

  malformed(what: string, status?: number): SourceError {
    this.warn(what);
    return new SourceError('malformed', what, { status: status ?? null });
  }

  /** Tells the developer, once. */
  warn(message: string): void {
    if (this.#warned.has(message)) return;
    this.#warned.add(message);
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

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
