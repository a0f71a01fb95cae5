/**
 * The port between Foothold and wherever listings come from. Whoever fulfils it can be drawn.
 */
import type { Receipt, Report, Submission } from '../domain/application.ts';
import type { Project } from '../domain/project.ts';
import type { Query, Sort } from '../domain/query.ts';
import type { SourceError } from './source-error.ts';

/** One value of a facet with the number of projects that choosing it would give. */
export interface FacetValue {
  readonly value: string;
  readonly label?: string;
  /** Absent where the source does not count. */
  readonly count?: number;
}

export type FacetName =
  'category' | 'industry' | 'skill' | 'workMode' | 'location' | 'classYear' | 'currency';

export type Facets = { readonly [Name in FacetName]?: readonly FacetValue[] };

/** A record that could not be read. */
export interface SkippedRecord {
  /** What was wrong, for a developer; never the record's text. */
  readonly reason: string;
}

/** What of a query does something here. */
export interface Offers {
  /** Parameters that do; those that are not named would change nothing. */
  readonly filters: readonly (keyof Query)[];
  readonly sorts: readonly Sort[];
}

/** One of several sources that did not answer. */
export interface SourceFailure {
  /** Its name for students. */
  readonly source: string;
  readonly error: SourceError;
}

export interface Page {
  readonly projects: readonly Project[];
  /** How many match in all; null when the source does not say. */
  readonly total: number | null;
  /** Where the next page starts; null on the last. */
  readonly nextCursor: string | null;
  readonly facets: Facets;
  readonly skipped: readonly SkippedRecord[];
  /** Absent: everything, as in the native API. What is not offered is not drawn. */
  readonly offers?: Offers | undefined;
  /** Of several sources: those whose projects are missing here. */
  readonly failures?: readonly SourceFailure[] | undefined;
}

export interface PageRequest {
  /** How many projects; 1 to 100. */
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
  /** Ask anew, even where a recent answer is at hand. */
  readonly reload?: boolean | undefined;
}

export interface ApplyOptions extends RequestOptions {
  /** Gives the token under which the page knows the student, where it knows one. Asked for each attempt. */
  readonly token?: (() => string | Promise<string>) | undefined;
  /** Called with the part sent so far, 0 to 1, where the platform tells. */
  readonly onProgress?: ((sent: number) => void) | undefined;
}

/** All methods reject with a `SourceError`, or with the signal's `AbortError`. */
export interface ListingsSource {
  /** Base URL, for what is said about the source (its host) and for what may be loaded from it (logos). */
  readonly url?: string;
  list(query: Query, page: PageRequest, options?: RequestOptions): Promise<Page>;
  /** A project with everything that detail and form need. 404 and 410 mean that it is gone. */
  detail(id: string, options?: RequestOptions): Promise<Project>;
  /**
   * True where an application that is sent again under its key is taken once: then what got no answer goes
   * out again by itself. Otherwise that is for the student to decide.
   */
  readonly idempotent?: boolean;
  /** Sends an application. Absent where the source cannot take any. */
  apply?(id: string, submission: Submission, options?: ApplyOptions): Promise<Receipt>;
  /** Passes on a student's report. Absent where the source cannot take any. */
  report?(id: string, report: Report, options?: RequestOptions): Promise<void>;
}
