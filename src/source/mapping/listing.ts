/** The list of an API, response by response: asked from a place on, read, with the place of what follows. */
import { QUERY_KEYS, type Query } from '../../domain/query.ts';
import type { RequestOptions } from '../listings-source.ts';
import { plainJson } from '../plain-json.ts';
import { compileCount, compileNext, type Answer } from './answer.ts';
import type { Api, Records } from './api.ts';
import { pagingOf, type Paging, type Place } from './paging.ts';
import type { Scope, Surroundings } from './scope.ts';
import type { CompiledRequest } from './request.ts';
import type { Variables } from './template.ts';

/** A stretch of a list. */
export interface Stretch extends Records {
  /** The answer that it came in. */
  readonly answer: Answer;
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

/** The API's own order is not known by name: `{sort}` says nothing then. */
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
  readonly #paging: Paging;
  readonly #total;
  readonly #pages;
  readonly #next;
  /** A response of which a part is still to be given. */
  #last: Response | undefined;

  /** @throws ConfigError or PathError */
  constructor(api: Api) {
    const { list = {} } = api.definition;
    this.#api = api;
    this.request = api.request(list, 'list', LIST_VARIABLES);
    this.#paging = pagingOf(list, this.request.uses);
    this.#total = compileCount(list.total);
    this.#pages = compileCount(list.pages);
    this.#next = compileNext(list.next);
  }

  /** Where a list begins. */
  get start(): Rest {
    return { place: this.#paging.isAbsolute ? 0 : null, skip: 0 };
  }

  /** Asks for one response, and reads at most `wanted` records of it from a place on. */
  async read(
    query: Query,
    { place, skip }: Rest,
    wanted: number,
    options?: RequestOptions,
  ): Promise<Stretch> {
    const step = this.#paging.step(place, wanted);
    const { items, answer, surroundings } = await this.#respond(
      { ...this.#variables(query), ...step.variables },
      step.url,
      options,
    );
    const from = step.skip + skip;
    const stretch = items.slice(from, from + wanted);
    const records = await this.#api.read(stretch, surroundings);
    const total = this.#total(answer, surroundings);
    const extent = {
      count: items.length,
      total,
      pages: this.#pages(answer, surroundings),
      next: this.#next(answer, surroundings),
    };
    const isRead = from + stretch.length >= items.length;
    return {
      ...records,
      answer,
      total: total ?? null,
      rest: isRead
        ? restFrom(this.#paging.next(place, step, extent), place)
        : this.#paging.isAbsolute
          ? { place: Number(place) + stretch.length, skip: 0 }
          : { place, skip: skip + stretch.length },
    };
  }

  #variables(query: Query): Variables {
    return { ...query, sort: this.#api.definition.list?.sorts?.[orderOf(query)] };
  }

  /** The last response is kept: the API may give more at a time than is wanted. */
  async #respond(
    variables: Variables,
    url: string | undefined,
    options: RequestOptions = {},
  ): Promise<Response> {
    const key = url ?? plainJson(this.request.fill({ ...this.#api.variables(), ...variables }));
    if (this.#last?.key === key && !options.reload) return this.#last;
    const answer = await this.#api.ask(this.request, variables, options, url);
    const surroundings = await this.#api.surroundings(answer, options);
    return (this.#last = { key, answer, items: this.#api.itemsIn(answer), surroundings });
  }
}
