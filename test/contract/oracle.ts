/** What is to be expected of a source that falls short of the native one. */
import { QUERY_KEYS, SORTS, type Query, type Sort } from '../../src/domain/query.ts';
import type { Project } from '../../src/domain/project.ts';
import type { FacetName, Facets } from '../../src/source/listings-source.ts';
import { countFacets, findProjects } from '../../src/source/project-list.ts';
import { MemorySource } from '../../src/source/memory-source.ts';
import type { Limits } from './limits.ts';

/** The parameters that a facet has the choices of. */
const askedBy = (facet: FacetName): keyof Query => (facet === 'currency' ? 'payMin' : facet);

/** Answers as a `MemorySource` over what an API knows, and says what of its answers is certain. */
export class Oracle {
  /** What the API holds, as it was before the API forgot the half of it; ids are the API's. */
  readonly held: readonly Project[];
  /** What the API knows of them, in the same order. */
  readonly known: readonly Project[];
  readonly filters: readonly (keyof Query)[];
  readonly sorts: readonly Sort[];
  readonly #limits: Limits;
  readonly #now: number;
  readonly #memory: MemorySource;
  readonly #ids: ReadonlyMap<string, string>;

  /** @param projects under the names by which the suite calls them, known to everybody in full */
  constructor(projects: readonly Project[], limits: Limits, now: number) {
    const { ids, knows = (project: Project) => project } = limits;
    const named = projects.map((project, index) => ({
      ...project,
      id: ids?.(index) ?? project.id,
    }));
    this.#ids = new Map(projects.map(({ id }, index) => [id, named[index]!.id]));
    this.held = named.filter((project) => knows(project));
    this.known = this.held.map((project) => knows(project)!);
    this.filters = limits.filters ?? QUERY_KEYS.filter((key) => key !== 'sort');
    this.sorts = limits.sorts ?? SORTS;
    this.#limits = limits;
    this.#now = now;
    this.#memory = new MemorySource(this.known, { now: () => now });
  }

  /** The API's id of the project that the suite calls so; of one that is not there, an id of none. */
  idOf(name: string): string {
    return this.#ids.get(name) ?? this.#limits.ids?.(this.#ids.size) ?? name;
  }

  /** Whether it is certain what the source finds. */
  foretells({ sort, ...filters }: Query): boolean {
    const asked = Object.keys(filters) as (keyof Query)[];
    return (
      asked.every((key) => this.filters.includes(key)) &&
      (sort === undefined || this.sorts.includes(sort)) &&
      !(filters.q && this.#limits.words === 'theirs')
    );
  }

  async find(query: Query): Promise<readonly string[]> {
    return (await this.#memory.list(query, { limit: 100 })).projects.map(({ id }) => id);
  }

  /** The numbers behind the choices that the source counts. */
  async facets(query: Query): Promise<Facets> {
    const { facets = this.#choices() } = this.#limits;
    const all = (await this.#memory.list(query, { limit: 1 })).facets;
    return Object.fromEntries((facets || []).map((name) => [name, all[name]]));
  }

  /** Whether a facet is one of a filter that can be asked. */
  canChoose = (facet: FacetName): boolean => this.filters.includes(askedBy(facet));

  /** The first two ids that are the wrong way round; undefined where the order is right. */
  async misplaced(query: Query, ids: readonly string[]): Promise<readonly string[] | undefined> {
    const { featuredFirst, ties, unknownLast, words } = this.#limits;
    if (query.sort === undefined && featuredFirst === false) return undefined;
    if (query.sort === 'relevance' && words === 'theirs') return undefined;
    if (ties !== false && unknownLast !== false) {
      const right = await this.find(query);
      const at = right.findIndex((id, index) => id !== ids[index]);
      return at < 0 ? undefined : [ids[at] ?? 'nothing', right[at]!];
    }
    const projects = ids.map((id) => this.known.find((project) => project.id === id)!);
    for (const [index, before] of projects.entries()) {
      for (const after of projects.slice(index + 1)) {
        if (this.#precedes(after, before, query)) return [before.id, after.id];
      }
    }
    return undefined;
  }

  /** True where one has to come first, whatever their ids. */
  #precedes(one: Project, other: Project, query: Query): boolean {
    const { ties, unknownLast } = this.#limits;
    const first = (...pair: Project[]) => findProjects(pair, query, this.#now)[0];
    const always = (a: Project, b: Project) =>
      first({ ...a, id: '0' }, { ...b, id: '1' })?.id === '0' &&
      first({ ...a, id: '1' }, { ...b, id: '0' })?.id === '1';
    const { title, employer } = other;
    const isUnknown = !always(other, { id: '', title, employer });
    if (isUnknown && unknownLast === false) return false;
    return ties === false ? always(one, other) : first(one, other)?.id === one.id;
  }

  #choices(): readonly FacetName[] {
    const facets = Object.keys(countFacets([], {}, this.#now)) as FacetName[];
    return facets.filter(this.canChoose);
  }
}
