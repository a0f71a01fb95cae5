import type { Project } from '../../domain/project.ts';
import { queryKey, type Query } from '../../domain/query.ts';
import type { ListingsSource, Page, PageRequest, RequestOptions } from '../listings-source.ts';
import { badRequest, checkRequest } from '../project-list.ts';
import { rememberNewest } from '../remember-newest.ts';
import type { SharingOptions } from '../shared-source.ts';
import { SourceError } from '../source-error.ts';
import { MergedList } from './merged-list.ts';
import { Part, type MergedPart } from './part.ts';

/** How many lists can be read on. */
const CAPACITY = 20;

/**
 * Several sources as one. All are asked the same, and what they find is merged by what the query sorts
 * by; for words, whose scores do not compare, by the place that each source gives. Projects that two
 * sources list come once. One that fails takes only its own projects away: a page names it under
 * `failures`, and `reload` then asks none but those that failed.
 *
 * Ids are those of the sources behind the part's own: `campus:42`.
 */
export class MergedSource implements ListingsSource {
  /** There where a part takes applications. Projects of other parts say that one applies elsewhere. */
  readonly apply?: NonNullable<ListingsSource['apply']>;
  /**
   * There where each part that takes applications takes one once, however often it is sent. One part that does not
   * promise that speaks for all: who sends does not know which part it goes to.
   */
  readonly idempotent?: boolean;
  /** There where a part takes reports. */
  readonly report?: NonNullable<ListingsSource['report']>;
  readonly #parts: readonly Part[];
  /** By their tokens, oldest first. */
  readonly #lists = new Map<string, MergedList>();

  /**
   * @param sharing how long answers of parts are remembered that do not remember themselves
   * @throws TypeError for an id that cannot stand before others, or that two parts have
   */
  constructor(parts: readonly MergedPart[], sharing: SharingOptions = {}) {
    this.#parts = parts.map((part) => new Part(part, sharing));
    if (new Set(parts.map(({ id }) => id)).size < parts.length)
      throw new TypeError('Each of several sources needs an id of its own.');
    const taking = parts.filter(({ source }) => !!source.apply);
    if (taking.length) {
      this.idempotent = taking.every(({ source }) => source.idempotent);
      this.apply = async (id, ...rest) => {
        const [{ source }, own] = this.#find(id);
        if (!source.apply) throw refused('applications');
        return source.apply(own, ...rest);
      };
    }
    if (parts.some(({ source }) => !!source.report))
      this.report = async (id, ...rest) => {
        const [{ source }, own] = this.#find(id);
        if (!source.report) throw refused('reports');
        return source.report(own, ...rest);
      };
  }

  async list(query: Query, request: PageRequest, options: RequestOptions = {}): Promise<Page> {
    options.signal?.throwIfAborted();
    checkRequest(query, request);
    const { limit, cursor } = request;
    const key = queryKey(query);
    const [token = '', start = 0] = cursor?.split(' ') ?? [];
    const list = cursor ? this.#lists.get(token) : this.#start(query, key, limit);
    if (list?.key !== key) throw badRequest('The cursor is not known.');
    return list.page(Number(start), limit, options);
  }

  async detail(id: string, options?: RequestOptions): Promise<Project> {
    const [part, own] = this.#find(id);
    return part.outside(await part.source.detail(own, options));
  }

  #start(query: Query, key: string, size: number): MergedList {
    const before = [...this.#lists.values()].findLast((list) => list.key === key);
    const list = new MergedList(this.#parts, query, size, before?.failed);
    rememberNewest(this.#lists, list.token, list, CAPACITY);
    return list;
  }

  /** The part of a project and its id there. */
  #find(id: string): [Part, string] {
    const [, name, own] = /^([\w-]+):(.+)$/s.exec(id) ?? [];
    const part = this.#parts.find((each) => each.id === name);
    if (!part || !own)
      throw new SourceError('http', 'No source has such a project.', { status: 404 });
    return [part, own];
  }
}

const refused = (what: string) =>
  new SourceError('http', `This source takes no ${what}.`, { status: 405 });
