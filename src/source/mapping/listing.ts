/** The list of an API, response by response: asked from a place on, read, with the place of what follows. */
import { QUERY_KEYS, type Query } from '../../domain/query.ts';
import { isObject } from '../decode-values.ts';
import type { RequestOptions } from '../listings-source.ts';
import { plainJson } from '../plain-json.ts';
import { SourceError } from '../source-error.ts';
import { compileCount, compileNext, type Answer } from './answer.ts';
import type { Api } from './api.ts';
import { pagingOf, type Extent, type Paging, type Place, type Step } from './paging.ts';
import type { Scope, Surroundings } from './scope.ts';
import type { RecordReader, Records } from './record-reader.ts';
import type { CompiledRequest } from './request.ts';
import type { Variables } from './template.ts';

/** A stretch of a list. */
export interface Stretch extends Records {
  /** The answer that it came in. */
  readonly answer: Answer;
  /** How many records it has, those that are dropped among them. */
  readonly count: number;
  readonly total: number | null;
  /** Where the rest of the response begins, or what follows it; undefined after the last record. */
  readonly rest: Rest | undefined;
}

/** A place, and how many records from it on are behind us. */
export interface Rest {
  readonly place: Place;
  readonly skip: number;
}

interface Response {
  readonly key: string;
  readonly answer: Answer;
  readonly items: readonly Scope[];
  readonly surroundings: Surroundings;
}

/** Statuses with which APIs say that they have no such page. */
const noSuchPage = new Set<unknown>([400, 404, 416]);

/** The order of a query that does not say. */
const orderOf = ({ sort, q }: Query): NonNullable<Query['sort']> =>
  sort ?? (q ? 'relevance' : 'newest');

/** A response that names itself as the next one is the last. */
const restFrom = (next: Place | undefined, place: Place): Rest | undefined =>
  next === undefined || next === place ? undefined : { place: next, skip: 0 };

/** What a request for the list may be filled with: what a student asks, and where in the list. */
const LIST_VARIABLES: readonly string[] = [...QUERY_KEYS, 'page', 'offset', 'limit', 'cursor'];

export class Listing {
  readonly request: CompiledRequest;
  readonly #api: Api;
  readonly #reader: RecordReader;
  readonly #paging: Paging;
  readonly #total;
  readonly #pages;
  readonly #next;
  /** Where the number of records or pages is, if not in the body. */
  readonly #header: string | undefined;
  /** The last response, of which a part may still be to be given. */
  #last: Response | undefined;

  /** @throws ConfigError or PathError */
  constructor(api: Api, reader: RecordReader) {
    const { list = {} } = api.definition;
    this.#api = api;
    this.#reader = reader;
    this.request = api.request(list, 'list', LIST_VARIABLES);
    this.#paging = pagingOf(list, this.request.uses);
    this.#total = compileCount(list.total);
    this.#pages = compileCount(list.pages);
    this.#next = compileNext(list.next);
    const count = list.total ?? list.pages;
    this.#header = isObject(count) && 'header' in count ? String(count.header) : undefined;
  }

  /** Where a list begins. */
  get start(): Rest {
    return { place: this.#paging.isAbsolute ? 0 : null, skip: 0 };
  }

  /** Asks for one response, and reads at most `wanted` records of it from a place on. */
  async read(
    query: Query,
    rest: Rest,
    wanted: number,
    options?: RequestOptions,
  ): Promise<Stretch | undefined> {
    const { place, skip } = rest;
    const step = this.#paging.step(place, wanted + skip);
    const from = step.skip + skip;
    const response = await this.#respond(query, step, from, options);
    if (!response) return undefined;
    const { items, answer, surroundings } = response;
    const stretch = items.slice(from, from + wanted);
    const records = await this.#reader.read(stretch, surroundings);
    const total = this.#total(answer, surroundings);
    const extent = {
      count: items.length,
      total,
      pages: this.#pages(answer, surroundings),
      next: this.#next(answer, surroundings),
    };
    const next = this.#paging.next(place, step, extent);
    this.#checkSize(step, extent, next);
    if (this.#header !== undefined && (total ?? extent.pages) === undefined)
      this.#api.warn(
        `the list has no header ${this.#header} that can be read. A server on another host has to name it in Access-Control-Expose-Headers`,
      );
    const isRead = from + stretch.length >= items.length;
    // All that an API said takes several times the room of what is read from it.
    if (isRead) this.#last = undefined;
    return {
      ...records,
      answer,
      count: stretch.length,
      total: total ?? null,
      rest: isRead
        ? restFrom(next, place)
        : this.#paging.isAbsolute
          ? { place: Number(place) + stretch.length, skip: 0 }
          : { place, skip: skip + stretch.length },
    };
  }

  /** Tells the developer of records that nobody asks for. */
  #checkSize({ size, before }: Step, { count, total }: Extent, next: Place | undefined): void {
    if (size !== undefined && next !== undefined && count !== size)
      this.#api.warn(
        `the list was asked for ${size} records and gave ${count}: "list.pageSize" is what it gives at most`,
      );
    if (next === undefined && total !== undefined && before !== undefined && before + count < total)
      this.#api.warn(
        `the list gives ${before + count} of ${total} records, and nothing says how the others are asked for: with {page}, {offset} or {cursor}, or by "list.next"`,
      );
  }

  /** The answer to a query with as little of the list as there can be, for what else is in it. */
  answer(query: Query, options?: RequestOptions): Promise<Answer> {
    const { variables, url } = this.#paging.step(this.start.place, 1);
    return this.#api.ask(this.request, this.#asked(query, variables), options, url);
  }

  /** What a request is filled with. */
  #asked(query: Query, variables: Variables): Variables {
    const sort = this.#api.definition.list?.sorts?.[orderOf(query)];
    return { ...query, sort, ...variables };
  }

  /**
   * The response at a place.
   * @param from how many of its records are before the place. Where there are some, the last response may be
   *   this one: an API may give more at a time than is wanted
   */
  async #respond(
    query: Query,
    { variables, url }: Step,
    from: number,
    options: RequestOptions = {},
  ): Promise<Response | undefined> {
    const asked = this.#asked(query, variables);
    // What a cursor leads to begins with the same records, whatever the limit is.
    const limit = this.#paging.isAbsolute ? variables.limit : undefined;
    const key = url ?? plainJson({ ...asked, limit });
    const last = this.#last;
    if (from && last?.key === key && last.items.length > from && !options.reload) return last;
    let answer: Answer;
    try {
      answer = await this.#api.ask(this.request, asked, options, url);
    } catch (error) {
      if (this.#isBeyond(variables, error)) return undefined;
      throw error;
    }
    const surroundings = await this.#reader.surroundings(answer, options);
    return (this.#last = { key, answer, items: this.#reader.itemsIn(answer), surroundings });
  }

  /** True of the answer to a page after the last one, where that has not said that it is the last. */
  #isBeyond({ page, offset }: Variables, error: unknown): boolean {
    const { list = {} } = this.#api.definition;
    const isFirst = !(page ?? offset) || page === (list.firstPage ?? 1);
    return (
      !isFirst &&
      (list.total ?? list.pages) === undefined &&
      error instanceof SourceError &&
      noSuchPage.has(error.status)
    );
  }
}
