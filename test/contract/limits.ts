/** In what a source of listings may fall short of the native one, as its API knows and does less. */
import type { Project } from '../../src/domain/project.ts';
import type { Query, Sort } from '../../src/domain/query.ts';
import type { FacetName } from '../../src/source/listings-source.ts';

/**
 * What is left out is as in the native API. Whatever a source is limited in, it is held to the rest: its
 * answers are those of a `MemorySource` over what its API can carry.
 */
export interface Limits {
  /** The API's own ids, by the number of the project from 0; as text they ascend. Default: `a`, `b` … */
  readonly ids?: (index: number) => string;
  /**
   * What list and detail together say of a project, with what the definition adds by itself (its
   * address, how to apply); undefined where the API would not publish it at all. Default: everything.
   */
  readonly knows?: (project: Project) => Project | undefined;
  /** What the list alone says of it, of what is known; default everything. */
  readonly lists?: (project: Project) => Project;
  /** Parameters that it can be asked, `q` being its search; default all. `sort` is not one of them here. */
  readonly filters?: readonly (keyof Query)[];
  /** Default all. */
  readonly sorts?: readonly Sort[];
  /** Facets whose choices come with a number; default those of `filters`. `false`: none does. */
  readonly facets?: readonly FacetName[] | false;
  /** False: it does not say how many there are in all. */
  readonly total?: boolean;
  /** `theirs`: the API searches as it likes, if only a word of a title finds its project. Default `ours`. */
  readonly words?: 'ours' | 'theirs';
  /** False: unless told how to sort, the order is the API's own. */
  readonly featuredFirst?: boolean;
  /** False: among equals the order is the API's own. */
  readonly ties?: boolean;
  /** False: what a project does not say may put it anywhere in an order by it. */
  readonly unknownLast?: boolean;
  /** `unkeyed`: it takes them, and knows no key by which to take each once. False: it takes none. */
  readonly applications?: boolean | 'unkeyed';
  /** False: it takes none. */
  readonly reports?: boolean;
}
