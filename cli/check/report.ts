/**
 * What `foothold check --json` prints. Members may be added; none is renamed or changes its meaning.
 * Texts from a response are cut to 200 characters.
 */

/** What breaks a config, or hides listings. */
export interface Problem {
  /** Where in the config: `api.list.items`, `sources[1].file.url`. Empty where it is all of it. */
  readonly key: string;
  readonly message: string;
}

/** What was asked, and what came. */
export interface Exchange {
  readonly method: string;
  /** Values of parameters that look like keys are masked. */
  readonly url: string;
  /** Null where nothing came. */
  readonly status: number | null;
  /** Milliseconds, and characters of the body. */
  readonly time: number;
  readonly size: number;
  /** The header `Access-Control-Allow-Origin`; null where the API sent none. */
  readonly allowOrigin: string | null;
}

/** One way to a value, and in how many records it was the one that counted. */
export interface Way {
  /** As the config has it. */
  readonly value: unknown;
  readonly hits: number;
}

/** Values that were there and could not be read. */
export interface Failure {
  /** The conversion (`as "date"`), the table (`lookup "cities"`), or the field itself. */
  readonly what: string;
  readonly records: number;
  /** One of them, as it is in the response. */
  readonly example: string;
}

/** One field of a project. */
export interface FieldReport {
  readonly name: string;
  /** How many of the records have it. */
  readonly records: number;
  /** The fallbacks in their order. */
  readonly ways: readonly Way[];
  /** Of the first record that has it. */
  readonly example?: {
    /** The value of the config that gave it. */
    readonly from: unknown;
    /** As it is in the response. */
    readonly raw: string;
    /** What is done with it, in order: `match`, `lookup`, names of conversions, `map`. */
    readonly steps: readonly string[];
    /** What students get to see. */
    readonly result: string;
  };
  readonly failures: readonly Failure[];
  /** Sentences about what is probably meant. */
  readonly hints: readonly string[];
}

/** A member of the records that nothing reads, and looks like a field that the projects lack. */
export interface Unused {
  readonly path: string;
  readonly looksLike: string;
  /** The likeliest first. */
  readonly fields: readonly string[];
  readonly example: string;
}

/** A record that cannot be shown. */
export interface Skipped {
  /** From 0. */
  readonly record: number;
  readonly reason: string;
}

/** The records of one response. */
export interface Explanation {
  /** How many there are; how many `keep` and `drop` leave out; how many projects come of the rest. */
  readonly records: number;
  readonly dropped: number;
  readonly projects: number;
  /** Records that are one project with another of the same id. */
  readonly merged: number;
  readonly skipped: readonly Skipped[];
  readonly fields: readonly FieldReport[];
  readonly unused: readonly Unused[];
}

/** How the list goes on. */
export interface PagingReport {
  readonly kind: 'page' | 'offset' | 'cursor' | 'next' | 'none';
  /** How many the response says there are; null where it does not. */
  readonly total: number | null;
  /** The number of pages, where the response says so; and what follows it. */
  readonly pages: number | null;
  readonly next: string | null;
}

/** What students are offered. */
export interface Outlook {
  readonly search: boolean;
  /** Names as in `ui.filters`. */
  readonly filters: readonly string[];
  readonly hidden: readonly string[];
  readonly sorts: readonly string[];
  /** How many choices each facet has. */
  readonly facets: Readonly<Record<string, number>>;
  readonly applications: 'here' | 'elsewhere' | 'nowhere';
}

/** One of the sources of a config. What is known by a response alone is absent without one. */
export interface SourceReport {
  /** Where it stands: `api`, `file`, `sources[0].api`. */
  readonly key: string;
  readonly id?: string;
  readonly url: string;
  readonly preset?: string;
  readonly mode: 'server' | 'client';
  readonly format: string;
  readonly requests: readonly Exchange[];
  readonly paging?: PagingReport;
  readonly list?: Explanation;
  /** The first project, from the answer about it alone. */
  readonly detail?: Explanation;
  readonly outlook?: Outlook;
  readonly problems: readonly Problem[];
  readonly warnings: readonly string[];
}

export interface Report {
  /** False where there is any problem; the exit code is then 1. */
  readonly ok: boolean;
  /** Those of all sources among them. */
  readonly problems: readonly Problem[];
  readonly sources: readonly SourceReport[];
  /** What comes of it, in a few sentences. */
  readonly summary: string;
}
