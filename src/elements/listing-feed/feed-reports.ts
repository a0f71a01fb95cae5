import { queryKey } from '../../domain/query.ts';
import { FootholdErrorEvent } from '../../events/error.ts';
import { FootholdQueryChangeEvent } from '../../events/query-change.ts';
import { FootholdRecordsSkippedEvent } from '../../events/records-skipped.ts';
import { FootholdResultsEvent } from '../../events/results.ts';
import type { SkippedRecord } from '../../source/listings-source.ts';
import type { SourceError } from '../../source/source-error.ts';
import type { FeedResults, FeedSnapshot } from '../../store/feed-store.ts';
import type { Asked } from './feed-session.ts';

const keyOf = ({ query, pages }: Asked): string => `${pages} ${queryKey(query)}`;

/** Says by events what has changed; each change once. */
export class FeedReports {
  readonly #host: EventTarget;
  readonly #onAsked: (asked: Asked) => void;
  #asked = '';
  #results: FeedResults | undefined;
  #error: SourceError | undefined;
  readonly #skipped = new WeakSet<SkippedRecord>();

  /** @param onAsked called before it is said that something else is asked */
  constructor(host: EventTarget, onAsked: (asked: Asked) => void) {
    this.#host = host;
    this.#onAsked = onAsked;
  }

  /** Whoever sets from outside what is asked knows it, and is not told. */
  expect(asked: Asked): void {
    this.#asked = keyOf(asked);
  }

  tell({ query, results, moreError }: FeedSnapshot, pages: number): void {
    const asked = keyOf({ query, pages });
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#onAsked({ query, pages });
      this.#host.dispatchEvent(new FootholdQueryChangeEvent(query));
    }
    if (results.status === 'ready' && results.value !== this.#results) {
      const { value } = results;
      this.#results = value;
      const skipped = value.skipped.filter((record) => !this.#skipped.has(record));
      for (const record of skipped) this.#skipped.add(record);
      this.tellSkipped(skipped.map(({ reason }) => reason));
      this.#host.dispatchEvent(new FootholdResultsEvent(query, value.total, value.projects.length));
    }
    const error = 'error' in results ? results.error : moreError;
    if (error && error !== this.#error) {
      this.#error = error;
      this.#host.dispatchEvent(new FootholdErrorEvent('list', error));
    }
  }

  /** Says why listings are not shown, where there are such. */
  tellSkipped(reasons: readonly string[]): void {
    if (reasons.length) this.#host.dispatchEvent(new FootholdRecordsSkippedEvent(reasons));
  }
}
