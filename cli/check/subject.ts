/** A source that is looked at, with what has been found of it so far. */
import type { FootholdConfig } from '../../src/source/config.ts';
import type { Api, OpenOptions } from '../../src/source/mapping/api.ts';
import { openApi } from '../../src/source/mapping/open-source.ts';
import { RecordReader } from '../../src/source/mapping/record-reader.ts';
import type { Part } from './parts.ts';
import type { Problem } from './report.ts';
import type { Wire } from './wire.ts';

/** What a source is looked at with. */
export interface Looking {
  readonly wire: Wire;
  /** A saved answer about one project. */
  readonly detail?: string | undefined;
  readonly isLive: boolean;
  /** Of the page that asks. */
  readonly origin: string;
  readonly options: OpenOptions;
  readonly ui: FootholdConfig['ui'];
}

export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

export class Subject {
  readonly part: Part;
  readonly looking: Looking;
  readonly api: Api;
  readonly reader: RecordReader;
  readonly problems: Problem[] = [];
  readonly warnings = new Set<string>();

  constructor(part: Part, looking: Looking) {
    this.part = part;
    this.looking = looking;
    const { options, wire } = looking;
    // What it has to say is said in the report.
    const quiet: OpenOptions = { ...options, fetch: wire.fetch, warn: () => undefined };
    this.api = openApi(part.definition, quiet, part.key);
    this.reader = new RecordReader(this.api);
  }

  /** @param where a key below that of the source */
  complain(where: string, message: string): void {
    const key = `${this.part.key}.${where}`;
    this.problems.push({ key, message: `"${key}": ${message}` });
  }
}
