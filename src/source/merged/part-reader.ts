import type { Project } from '../../domain/project.ts';
import type { Page } from '../listings-source.ts';
import type { SourceError } from '../source-error.ts';
import type { MergeOrder } from './merge-order.ts';
import type { Part } from './part.ts';

/** A project whose turn has not come. */
export interface Waiting {
  readonly project: Project;
  /** What it comes by among those of other parts, see `MergeOrder`. */
  readonly order: readonly number[];
}

/** What one part has for a query: its pages, read as they are needed, as one row of projects. */
export class PartReader {
  readonly part: Part;
  readonly #order: MergeOrder;
  /** Where its next page begins; undefined at the start, null after the last. */
  next: string | null | undefined;
  /** Its first page, which says how many there are. */
  first: Page | undefined;
  /** Why nothing more comes. */
  error: SourceError | undefined;
  readonly #waiting: Waiting[] = [];
  #place = 0;
  #received = 0;

  constructor(part: Part, order: MergeOrder) {
    this.part = part;
    this.#order = order;
  }

  get head(): Waiting | undefined {
    return this.#waiting[0];
  }

  /** True while nobody knows what comes next. */
  get isWanting(): boolean {
    return !this.head && !this.error && this.next !== null;
  }

  /** How many there are; of a part that failed, how many came. */
  get total(): number | null {
    return this.error ? this.#received : (this.first?.total ?? null);
  }

  /** Takes a page in; its projects as they are called outside. */
  receive(page: Page): readonly Project[] {
    const projects = page.projects.map((project) => this.part.outside(project));
    for (const project of projects)
      this.#waiting.push({ project, order: this.#order(project, this.#place++) });
    this.#received += projects.length + page.skipped.length;
    this.first ??= page;
    // A page without any project is the last one: else a part of which nothing can be read would be read to its end.
    this.next = projects.length ? page.nextCursor : null;
    return projects;
  }

  shift(): void {
    this.#waiting.shift();
  }
}
