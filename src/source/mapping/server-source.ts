/** Listings of an API that searches, filters, sorts and pages itself. */
import type { Project } from '../../domain/project.ts';
import { QUERY_KEYS, queryKey, SORTS, withChanges, type Query } from '../../domain/query.ts';
import type {
  FacetName,
  Offers,
  Page,
  PageRequest,
  RequestOptions,
  SkippedRecord,
} from '../listings-source.ts';
import { plainJson } from '../plain-json.ts';
import { badRequest, checkRequest } from '../project-list.ts';
import { rememberNewest } from '../remember-newest.ts';
import type { Api } from './api.ts';
import { gone } from './details.ts';
import { compileFacets, type AskWithout } from './facets.ts';
import type { Rest, Stretch } from './listing.ts';
import { MappedSource } from './mapped-source.ts';
import { addTo } from './same-project.ts';

/** Most requests for one page: an API may give little at a time, or much that is dropped. */
const MOST_REQUESTS = 10;
/** How many projects of lists are remembered, for what a list says and a detail does not. */
const REMEMBERED = 500;

/** A place in a list as text. It belongs to one query. */
const cursorOf = ({ place, skip }: Rest, query: Query): string =>
  plainJson([place, skip, queryKey(query)]);

function restOf(cursor: string, query: Query): Rest {
  try {
    const [place, skip, key] = JSON.parse(cursor) as [Rest['place'], number, string];
    const isPlace = place === null || typeof place !== 'object';
    if (isPlace && Number.isInteger(skip) && skip >= 0 && key === queryKey(query))
      return { place, skip };
  } catch {
    // Not one of ours.
  }
  throw badRequest('The cursor is not known.');
}

export class ServerSource extends MappedSource {
  readonly #facets;
  readonly #offers: Offers;
  readonly #isFiltered: boolean;
  readonly #listed = new Map<string, Project>();

  /** @throws ConfigError naming what in the definition cannot be used */
  constructor(api: Api) {
    super(api);
    const { list = {} } = api.definition;
    const { uses } = this.listing.request;
    this.#facets = compileFacets(list, api);
    this.#isFiltered = !!(list.keep ?? list.drop);
    this.#offers = {
      filters: QUERY_KEYS.filter((key) => key !== 'sort' && uses.has(key)),
      sorts: uses.has('sort') ? SORTS.filter((sort) => list.sorts?.[sort] !== undefined) : [],
    };
  }

  async list(query: Query, request: PageRequest, options?: RequestOptions): Promise<Page> {
    checkRequest(query, request);
    const { limit, cursor } = request;
    let rest: Rest | undefined = cursor ? restOf(cursor, query) : this.listing.start;
    const projects = new Map<string, Project>();
    const skipped: SkippedRecord[] = [];
    let total: number | null = null;
    let facets: Page['facets'] = {};
    for (let requests = 0; rest && requests < MOST_REQUESTS; requests++) {
      const wanted = limit - projects.size - skipped.length;
      if (wanted < 1) break;
      const stretch: Stretch | undefined = await this.listing.read(query, rest, wanted, options);
      rest = stretch?.rest;
      if (!stretch) break;
      if (!requests && !cursor) {
        const without: AskWithout = (facet) => this.#answerWithout(facet, query, options);
        facets = await this.#facets(stretch.answer, without, options);
      }
      for (const project of stretch.projects) addTo(projects, project);
      skipped.push(...stretch.skipped);
      total = stretch.total;
    }
    const found = [...projects.values()];
    this.#remember(found);
    const isWhole = !cursor && !rest;
    return {
      projects: found,
      // Where records are dropped here, the API counts what nobody sees. Fewer than there are is no total.
      total: isWhole
        ? found.length + skipped.length
        : this.#isFiltered || (total ?? 0) < found.length
          ? null
          : total,
      nextCursor: rest ? cursorOf(rest, query) : null,
      facets,
      skipped,
      offers: this.#offers,
    };
  }

  async detail(id: string, options?: RequestOptions): Promise<Project> {
    if (!this.details) throw gone();
    return this.details.read(id, this.#listed.get(id), options);
  }

  /** Currencies are choices of the amount: both are the filter of one facet. */
  #answerWithout(facet: FacetName, query: Query, options?: RequestOptions) {
    const key = facet === 'currency' ? 'payMin' : facet;
    if (!(key in query) || !this.#offers.filters.includes(key)) return undefined;
    const none = { [key]: undefined, ...(key === 'payMin' && { currency: undefined }) };
    return this.listing.answer(withChanges(query, none), options);
  }

  #remember(projects: readonly Project[]): void {
    for (const project of projects) rememberNewest(this.#listed, project.id, project, REMEMBERED);
  }
}
