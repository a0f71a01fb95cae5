import { queryKey, withChanges, type Query, type Sort } from '../domain/query.ts';
import { valueOf, type RemoteState } from '../domain/remote-state.ts';
import type { ListingsSource, Page, RequestOptions } from '../source/listings-source.ts';
import { isCachedSource } from '../source/shared-source.ts';
import { asSourceError, isAbort, type SourceError } from '../source/source-error.ts';
import { AutoRetry } from './auto-retry.ts';
import { Latest } from './latest.ts';
import { Store } from './store.ts';
import { suggest, type Suggestion } from './suggestions.ts';

/** What is on the page: one or more pages of one query, in one list. */
export interface FeedResults extends Page {
  /** The query that this answers, without what the scope fixes. */
  readonly query: Query;
  /** How many records the source has gone through, those that could not be read with them. */
  readonly received: number;
  /** How many pages these are, 1 or more. */
  readonly pages: number;
}

export interface FeedSnapshot {
  /** What the student asks, without what the scope fixes. */
  readonly query: Query;
  /** While another query is on its way, and when it is not answered, the list before is `stale`. */
  readonly results: RemoteState<FeedResults, SourceError>;
  readonly more: 'idle' | 'loading' | 'failed';
  /** Why the next page did not come. */
  readonly moreError?: SourceError | undefined;
  /** Where nothing matches: what to give up, the most rewarding first. They come a moment later. */
  readonly suggestions: readonly Suggestion[];
  /** When it asks again by itself after a failure, in milliseconds since 1970. */
  readonly retryAt?: number | undefined;
}

export interface FeedOptions {
  readonly source: ListingsSource;
  /** Projects a page, 1 to 100. */
  readonly pageSize: number;
  /** Part of every request, over what the student asks. */
  readonly scope?: Query | undefined;
  /** The order while the student has chosen none; default the source's own. */
  readonly sort?: Sort | undefined;
  /** Milliseconds without a keystroke after which search words are asked; default 250. */
  readonly pause?: number | undefined;
}

/** Nothing is wrong, and nothing on its way. */
const calm = { more: 'idle', moreError: undefined, suggestions: [], retryAt: undefined } as const;

type Changes = Parameters<typeof withChanges>[1];

/** The most that one request may ask for. */
const MOST = 100;

/**
 * The list of projects: what a student asks of it, what has come, and the way from one to the other.
 * The last question wins, whatever order the answers come in.
 */
export class FeedStore extends Store<FeedSnapshot> {
  readonly #options: FeedOptions;
  readonly #latest = new Latest();
  readonly #advice = new Latest();
  readonly #retry = new AutoRetry();
  #typing: ReturnType<typeof setTimeout> | undefined;
  /** Search words that are not asked yet. */
  #typed: string | undefined;
  /** When the results arrived, in milliseconds since 1970. */
  #at = 0;
  #isAsking = false;
  #isStopped = false;
  /** How many pages were asked for last. */
  #pages = 1;

  constructor(options: FeedOptions) {
    super({ query: {}, results: { status: 'idle' }, more: 'idle', suggestions: [] });
    this.#options = options;
  }

  /** Projects a page. */
  get pageSize(): number {
    return this.#options.pageSize;
  }

  /** How many pages are shown, or will be when they come. */
  get pages(): number {
    return this.#isAsking ? this.#pages : (valueOf(this.snapshot.results)?.pages ?? this.#pages);
  }

  /**
   * Shows a query with its first `pages` pages, as after Back or a reload. Showing the same again
   * changes nothing, but takes up what `stop` has ended.
   */
  show(query: Query, pages = 1): void {
    const { results, query: before } = this.snapshot;
    const isSame =
      results.status !== 'idle' && pages === this.pages && queryKey(query) === queryKey(before);
    if (!isSame) void this.#load(withChanges(query, {}), pages);
    else if (this.#isStopped && results.status !== 'ready') void this.#load(before, pages, true);
  }

  /**
   * Changes the query at once, and starts at the first page. Of an object, what is undefined, empty or
   * false is taken out. Search words that are not asked yet go along.
   */
  change(changes: Changes | ((query: Query) => Query)): void {
    const { query } = this.snapshot;
    const typed = this.#typed === undefined ? query : withChanges(query, { q: this.#typed });
    this.#forgetTyped();
    const next = typeof changes === 'function' ? changes(typed) : withChanges(typed, changes);
    if (queryKey(next) !== queryKey(query)) void this.#load(next, 1);
  }

  /** Asks for search words once no more come for a moment. */
  search(words: string): void {
    this.#forgetTyped();
    this.#typed = words;
    this.#typing = setTimeout(() => {
      this.change({});
    }, this.#options.pause ?? 250);
  }

  /**
   * Appends the next page.
   * @returns the index of its first project; undefined where none came, or another query has taken over
   */
  async more(): Promise<number | undefined> {
    const { query, more, results } = this.snapshot;
    const shown = valueOf(results);
    if (!shown?.nextCursor || more === 'loading' || shown.query !== query) return undefined;
    // A list that is just being asked again is asked for one page more.
    const isExpired = this.#isAsking || (await this.#append(shown));
    if (isExpired) await this.#load(query, shown.pages + 1, true);
    const now = valueOf(this.snapshot.results);
    const from = shown.projects.length;
    return now?.query === query && now.projects.length > from ? from : undefined;
  }

  /** Asks for the next page before it is wanted. What comes is remembered by the source; failures say nothing. */
  lookAhead(): void {
    const { query, more, results } = this.snapshot;
    const { source, pageSize: limit } = this.#options;
    const cursor = results.status === 'ready' && more === 'idle' && results.value.nextCursor;
    if (!cursor || !isCachedSource(source)) return;
    source.list(this.#asked(query), { limit, cursor }).catch(() => undefined);
  }

  /** Asks again for what has failed. */
  retry(): void {
    const { results, more } = this.snapshot;
    if (more === 'failed') void this.more();
    else if ('error' in results || valueOf(results)?.failures?.length) this.refresh();
  }

  /** Asks whether the list still holds; it stays meanwhile. */
  refresh(): void {
    if (!this.#isAsking) void this.#load(this.snapshot.query, this.pages, true);
  }

  /** Ends what is under way: nobody looks any more. `show` takes it up again. */
  stop(): void {
    this.#forgetTyped();
    this.#latest.abort();
    this.#advice.abort();
    this.#retry.cancel();
    this.#isAsking = false;
    this.#isStopped = true;
    if (this.snapshot.more === 'loading') this.update({ more: 'idle' });
  }

  #forgetTyped(): void {
    clearTimeout(this.#typing);
    this.#typed = undefined;
  }

  /** What goes out for a query of the student's. */
  #asked(query: Query): Query {
    const { scope, sort } = this.#options;
    return withChanges(sort ? { sort, ...query } : query, scope ?? {});
  }

  async #load(query: Query, pages: number, reload = false): Promise<void> {
    this.#forgetTyped();
    this.#isStopped = false;
    this.#advice.abort();
    if (reload) this.#retry.cancel();
    else this.#retry.reset();
    this.#pages = pages;
    const cached = reload ? undefined : this.#cached(query, pages);
    if (cached) this.#at = cached.at;
    if (cached?.fresh) {
      this.#latest.abort();
      this.#settle(query, cached.results);
      return;
    }
    this.#isAsking = true;
    const meanwhile = cached?.results ?? valueOf(this.snapshot.results);
    this.update({
      query,
      results: meanwhile
        ? { status: 'stale', value: meanwhile, at: this.#at }
        : { status: 'loading' },
      ...calm,
    });
    const outcome = await this.#latest.run((signal) => this.#ask(query, pages, { signal, reload }));
    if (!outcome) return;
    this.#isAsking = false;
    if ('value' in outcome) {
      this.#at = Date.now();
      this.#retry.reset();
      this.#settle(query, outcome.value);
      return;
    }
    const error = asSourceError(outcome.error);
    this.update({
      // The list of another question is no answer to this one.
      results:
        meanwhile && queryKey(meanwhile.query) === queryKey(query)
          ? { status: 'stale', value: meanwhile, at: this.#at, error }
          : { status: 'failed', error },
      retryAt: this.#planRetry(error),
    });
  }

  #settle(query: Query, results: FeedResults): void {
    this.#isAsking = false;
    this.update({
      query,
      results: { status: 'ready', value: { ...results, query } },
      ...calm,
    });
    if (!results.projects.length && !results.nextCursor) void this.#advise(query);
  }

  /** One request for as many as one may ask for; where several pages are wanted, then on by cursor. */
  async #ask(query: Query, pages: number, options: RequestOptions): Promise<FeedResults> {
    const wanted = pages * this.#options.pageSize;
    let results = await this.#fetch(query, undefined, wanted, options);
    while (pages > 1 && results.nextCursor && results.received < wanted) {
      const before = results;
      try {
        results = await this.#fetch(query, before, wanted - before.received, options);
      } catch (error) {
        // What has come is shown; "Show more projects" asks for the rest.
        if (isAbort(error)) throw error;
        break;
      }
      if (results.received === before.received) break;
    }
    return results;
  }

  /** @returns true when the place in the list is not known any more, and it has to start anew */
  async #append(shown: FeedResults): Promise<boolean> {
    this.update({ more: 'loading', moreError: undefined });
    const outcome = await this.#latest.run((signal) =>
      this.#fetch(shown.query, shown, this.#options.pageSize, { signal }),
    );
    if (!outcome) return false;
    if ('value' in outcome) {
      const { results } = this.snapshot;
      if ('value' in results) {
        this.update({ results: { ...results, value: outcome.value }, more: 'idle' });
      }
      return false;
    }
    const error = asSourceError(outcome.error);
    if (error.status === 400) return true;
    this.update({ more: 'failed', moreError: error, retryAt: this.#planRetry(error) });
    return false;
  }

  /** One request, joined to what came before. */
  async #fetch(
    query: Query,
    before: FeedResults | undefined,
    wanted: number,
    options: RequestOptions,
  ): Promise<FeedResults> {
    const request = { limit: Math.min(wanted, MOST), cursor: before?.nextCursor ?? undefined };
    const page = await this.#options.source.list(this.#asked(query), request, options);
    return this.#join(query, before, page, request.limit);
  }

  /** A page behind those before it; what is on the page already is not shown twice. */
  #join(query: Query, before: FeedResults | undefined, page: Page, limit: number): FeedResults {
    const projects = new Map(before?.projects.map((project) => [project.id, project]));
    const { size } = projects;
    for (const project of page.projects) {
      if (!projects.has(project.id)) projects.set(project.id, project);
    }
    // A source that fetches everything at once tells at once of everything that it could not read.
    const count = Math.min(projects.size - size + page.skipped.length, limit);
    const received = (before?.received ?? 0) + count;
    return {
      query,
      projects: [...projects.values()],
      total: page.total ?? before?.total ?? null,
      // A page of nothing is the last one, whatever it says.
      nextCursor: page.projects.length + page.skipped.length ? page.nextCursor : null,
      facets: before && !Object.keys(page.facets).length ? before.facets : page.facets,
      skipped: [...(before?.skipped ?? []), ...page.skipped],
      offers: page.offers ?? before?.offers,
      failures: page.failures,
      received,
      pages: Math.max(1, Math.ceil(received / this.#options.pageSize)),
    };
  }

  #cached(query: Query, pages: number) {
    const { source, pageSize } = this.#options;
    const limit = pages * pageSize;
    if (limit > MOST || !isCachedSource(source)) return undefined;
    const cached = source.cached(this.#asked(query), { limit });
    return cached && { ...cached, results: this.#join(query, undefined, cached.value, limit) };
  }

  async #advise(query: Query): Promise<void> {
    const outcome = await this.#advice.run((signal) =>
      suggest(query, (looser) =>
        this.#options.source.list(this.#asked(looser), { limit: 1 }, { signal }),
      ),
    );
    if (outcome && 'value' in outcome) this.update({ suggestions: outcome.value });
  }

  /** What the page itself forbids stays forbidden until it is loaded anew. */
  #planRetry({ kind, retryAfter }: SourceError): number | undefined {
    return kind === 'blocked'
      ? undefined
      : this.#retry.plan(() => {
          this.retry();
        }, retryAfter);
  }
}
