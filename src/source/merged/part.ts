import type { Project } from '../../domain/project.ts';
import type { ListingsSource, Offers } from '../listings-source.ts';
import {
  isCachedSource,
  shareRequests,
  type CachedSource,
  type SharingOptions,
} from '../shared-source.ts';

/** One of several sources. */
export interface MergedPart {
  /** Stands before the ids of its projects: `campus:42`. Letters, digits, `-` and `_`. */
  readonly id: string;
  /** What students call it; default its id, which no card names. */
  readonly name?: string | undefined;
  readonly source: ListingsSource;
}

/** A source among others. It remembers, so that asking the others again asks nothing of it. */
export class Part {
  readonly id: string;
  readonly source: CachedSource;
  /** What it last said; while it fails, filters neither come nor go. */
  offers: Offers | undefined;
  readonly #name: string | undefined;

  constructor({ id, name, source }: MergedPart, sharing: SharingOptions) {
    if (!/^[\w-]+$/.test(id))
      throw new TypeError(`"${id}" cannot stand before ids. Use letters, digits, - and _.`);
    this.id = id;
    this.source = isCachedSource(source) ? source : shareRequests(source, sharing);
    this.#name = name;
  }

  get name(): string {
    return this.#name || this.id;
  }

  /** A project of this source as it is called and applied to among those of others. */
  outside(project: Project): Project {
    const name = this.#name;
    const { application, listedBy, reportable } = project;
    const { mode = 'post' } = application ?? {};
    // Others may take applications, and reports; this one leads to the listing's own page.
    const url = !this.source.apply && mode === 'post' && (application?.url ?? project.url);
    return {
      ...project,
      id: `${this.id}:${project.id}`,
      ...(name && !listedBy ? { listedBy: { name } } : undefined),
      ...(reportable && !this.source.report ? { reportable: false } : undefined),
      ...(url ? { application: { ...application, mode: 'redirect', url } } : undefined),
    };
  }
}
