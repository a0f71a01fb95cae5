import type { Project } from '../../domain/project.ts';
import { queryKey, type Query } from '../../domain/query.ts';
import type { Page, RequestOptions, SkippedRecord } from '../listings-source.ts';
import { asSourceError } from '../source-error.ts';
import { combineFacets, combineOffers, sum } from './combine.ts';
import { Duplicates } from './duplicates.ts';
import { isBefore, mergeOrder } from './merge-order.ts';
import type { Part } from './part.ts';
import { PartReader } from './part-reader.ts';

/**
 * What several parts have for one query, as one list.
 *
 * It grows at its end, by the first of those that come next in each part, and is never put in another
 * order: pages of whatever size are stretches of it. So nothing comes twice or not at all, and a double
 * is known however many pages ago the other one came.
 */
export class MergedList {
  /** Its name in cursors. */
  readonly token: string = Math.random().toString(36).slice(2);
  /** The query, see `queryKey`. */
  readonly key: string;
  readonly #query: Query;
  readonly #size: number;
  readonly #readers: readonly PartReader[];
  /** Those that `reload` asks anew. */
  readonly #anew: ReadonlySet<Part>;
  readonly #projects: Project[] = [];
  readonly #duplicates = new Duplicates();
  /** How many duplicates were left out. */
  #dropped = 0;
  /** Records that could not be read, until a page says so. */
  readonly #skipped: SkippedRecord[] = [];
  /** One page at a time. */
  #turn: Promise<unknown> = Promise.resolve();

  /**
   * @param size how many projects a part is asked for at once
   * @param anew whom `reload` asks anew; default all
   */
  constructor(parts: readonly Part[], query: Query, size: number, anew: readonly Part[] = []) {
    this.key = queryKey(query);
    this.#query = query;
    this.#size = size;
    const order = mergeOrder(query);
    this.#readers = parts.map((part) => new PartReader(part, order));
    this.#anew = new Set(anew.length ? anew : parts);
  }

  /** The parts that did not answer. */
  get failed(): readonly Part[] {
    return this.#readers.flatMap(({ part, error }) => (error ? [part] : []));
  }

  /** The projects from `start` on, at most `limit`. */
  page(start: number, limit: number, options: RequestOptions): Promise<Page> {
    const page = this.#turn.then(() => this.#page(start, limit, options));
    this.#turn = page.catch(() => undefined);
    return page;
  }

  async #page(start: number, limit: number, options: RequestOptions): Promise<Page> {
    const { failed } = this;
    const end = start + limit;
    await this.#growTo(end, options);
    const projects = this.#projects.slice(start, end);
    if (!projects.length) this.#refuse(failed);
    const isLast =
      this.#projects.length <= end &&
      this.#readers.every(({ head, isWanting }) => !head && !isWanting);
    const total = sum(this.#readers.map((reader) => reader.total));
    return {
      projects,
      total: total === null ? null : total - this.#dropped,
      nextCursor: isLast ? null : `${this.token} ${end}`,
      facets: start ? {} : combineFacets(this.#readers.flatMap(({ first }) => first ?? [])),
      skipped: this.#skipped.splice(0),
      offers: combineOffers(this.#readers.map(({ part }) => part.offers)),
      failures: this.#readers.flatMap(({ part, error }) =>
        error ? [{ source: part.name, error }] : [],
      ),
    };
  }

  async #growTo(end: number, options: RequestOptions): Promise<void> {
    for (;;) {
      this.#dropDuplicates();
      if (this.#projects.length >= end) return;
      const wanting = this.#readers.filter(({ isWanting }) => isWanting);
      if (wanting.length) await this.#read(wanting, options);
      else if (!this.#takeFirst()) return;
    }
  }

  async #read(readers: readonly PartReader[], { signal, reload }: RequestOptions): Promise<void> {
    const outcomes = await Promise.allSettled(
      readers.map(({ part, next }) =>
        part.source.list(
          this.#query,
          { limit: this.#size, cursor: next ?? undefined },
          { signal, reload: reload && this.#anew.has(part) },
        ),
      ),
    );
    signal?.throwIfAborted();
    for (const [index, outcome] of outcomes.entries()) {
      const reader = readers[index]!;
      if (outcome.status === 'fulfilled') this.#receive(reader, outcome.value);
      else this.#fail(reader, outcome.reason);
    }
  }

  #receive(reader: PartReader, page: Page): void {
    const { part, first } = reader;
    if (!first) part.offers = page.offers;
    for (const project of reader.receive(page)) this.#duplicates.notice(project, part.id);
    this.#skipped.push(...page.skipped);
  }

  #fail(reader: PartReader, reason: unknown): void {
    const error = asSourceError(reason);
    // Its place in the list is lost, and with it the place in this one.
    if (reader.next && error.status === 400) throw error;
    reader.error = error;
  }

  /** An error is the answer where no part has answered, and where the rest of the list does not come. */
  #refuse(failedBefore: readonly Part[]): void {
    const isEmpty = !this.#projects.length && this.#readers.some(({ first }) => first);
    const fresh = this.#readers.filter(({ part, error }) => error && !failedBefore.includes(part));
    const error = fresh[0]?.error;
    if (isEmpty || !error) return;
    // Whoever asks for the same page again has them asked again.
    for (const reader of fresh) reader.error = undefined;
    throw error;
  }

  #dropDuplicates(): void {
    for (const reader of this.#readers) {
      while (reader.head && this.#duplicates.has(reader.head.project, reader.part.id)) {
        reader.shift();
        this.#dropped++;
      }
    }
  }

  /** Appends what comes first of all that wait. Ties are settled by the order of the parts. */
  #takeFirst(): boolean {
    let best: PartReader | undefined;
    for (const reader of this.#readers) {
      if (reader.head && (!best || isBefore(reader.head.order, best.head!.order))) best = reader;
    }
    if (!best) return false;
    const { project } = best.head!;
    this.#projects.push(project);
    this.#duplicates.add(project, best.part.id);
    best.shift();
    return true;
  }
}
