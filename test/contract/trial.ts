/** A source under examination, with what may be expected of it. */
import { expect } from 'chai';
import type { Project } from '../../src/domain/project.ts';
import type { Query } from '../../src/domain/query.ts';
import type { ListingsSource, Page } from '../../src/source/listings-source.ts';
import { SourceError } from '../../src/source/source-error.ts';
import { rejection } from '../support/fake-network.ts';
import { contractProjects } from './contract-projects.ts';
import type { Limits } from './limits.ts';
import { Oracle } from './oracle.ts';
import type { Failure } from './outage.ts';

export interface Subject {
  readonly source: ListingsSource;
  readonly close?: (() => unknown) | undefined;
  /** Makes every request fail from now on. Without it the tests about failures are pending. */
  readonly fail?: ((how: Failure) => void) | undefined;
  /** Makes requests succeed again. */
  readonly heal?: (() => void) | undefined;
}

/**
 * Makes a source that holds exactly these projects, and takes applications and reports; undefined where
 * what it needs is not there, and its tests are pending. Called several times, for different projects.
 */
export type MakeSource = (projects: readonly Project[]) => Subject | Promise<Subject | undefined>;

/** A rejection that has to be a `SourceError`. */
export async function failure(promise: Promise<unknown> | undefined): Promise<SourceError> {
  const error = await rejection(promise ?? Promise.resolve());
  expect(error).to.be.instanceOf(SourceError);
  return error as SourceError;
}

export const idsIn = ({ projects }: Pick<Page, 'projects'>): string[] =>
  projects.map(({ id }) => id);

export class Trial {
  readonly now = Date.now();
  readonly limits: Limits;
  /** True where the source falls short of the native one in something. */
  readonly isLimited: boolean;
  readonly oracle: Oracle;
  readonly #makeSource: MakeSource;
  #subject: Subject | undefined;

  constructor(makeSource: MakeSource, limits: Limits | undefined) {
    this.limits = limits ?? {};
    this.isLimited = limits !== undefined;
    this.oracle = new Oracle(contractProjects(this.now), this.limits, this.now);
    this.#makeSource = makeSource;
  }

  get subject(): Subject {
    return this.#subject!;
  }

  get source(): ListingsSource {
    return this.subject.source;
  }

  /** Makes the source that is asked from now on, over these projects; false where there is none. */
  async begin(projects: readonly Project[]): Promise<boolean> {
    this.#subject = await this.#makeSource(projects);
    return this.#subject !== undefined;
  }

  async end(): Promise<void> {
    await this.#subject?.close?.();
    this.#subject = undefined;
  }

  list(query: Query, limit = 100, cursor?: string): Promise<Page> {
    return this.source.list(query, { limit, cursor });
  }

  /** All that a query finds: one page of the native API, of others as many as it takes. */
  async all(query: Query, limit = 100, from?: string): Promise<Page> {
    const first = await this.list(query, limit, from);
    if (!this.isLimited) expect(first.nextCursor).to.equal(null);
    const pages = [first];
    for (let cursor = first.nextCursor; cursor !== null && pages.length < 20;) {
      const page = await this.list(query, limit, cursor);
      pages.push(page);
      cursor = page.nextCursor;
    }
    return {
      ...first,
      nextCursor: pages.at(-1)!.nextCursor,
      projects: pages.flatMap(({ projects }) => projects),
      skipped: pages.flatMap(({ skipped }) => skipped),
    };
  }

  /** What a query has to find: what is written down, or what the oracle finds in what is known. */
  async expected(query: Query, native: readonly string[]): Promise<readonly string[]> {
    return this.isLimited ? this.oracle.find(query) : native;
  }

  /** Checks a total, which a source that does not count may leave open, but not get wrong. */
  expectTotal(total: number | null, count: number): void {
    if (this.limits.total !== false || total !== null) expect(total).to.equal(count);
  }
}
