import { queryKey } from '../../domain/query.ts';
import { valueOf } from '../../domain/remote-state.ts';
import { FootholdErrorEvent } from '../../events/error.ts';
import { FootholdQueryChangeEvent } from '../../events/query-change.ts';
import { FootholdRecordsSkippedEvent } from '../../events/records-skipped.ts';
import { FootholdResultsEvent } from '../../events/results.ts';
import type { FeedResults, FeedSnapshot } from '../../store/feed-store.ts';
import type { Asked } from './feed-session.ts';

const keyOf = ({ query, pages }: Asked): string => `${pages} ${queryKey(query)}`;

/** Says by events what has changed; each change once. */
export class FeedReports {
  readonly #host: EventTarget;
  readonly #onAsked: (asked: Asked) => void;
  #asked = '';
  #results: FeedResults | undefined;
  /** Records and errors that have been told. */
  readonly #told = new WeakSet<object>();

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
      this.tellSkipped(this.#untold(value.skipped).map(({ reason }) => reason));
      this.#host.dispatchEvent(new FootholdResultsEvent(query, value.total, value.projects.length));
    }
    const error = 'error' in results ? results.error : moreError;
    const failures = valueOf(results)?.failures?.map((each) => each.error) ?? [];
    for (const each of this.#untold(error ? [error, ...failures] : failures))
      this.#host.dispatchEvent(new FootholdErrorEvent('list', each));
  }

  #untold<Thing extends object>(things: readonly Thing[]): Thing[] {
    return things.filter((thing) => !this.#told.has(thing) && this.#told.add(thing));
  }

  /** Says why listings are not shown, where there are such. */
  tellSkipped(reasons: readonly string[]): void {
    if (reasons.length) this.#host.dispatchEvent(new FootholdRecordsSkippedEvent(reasons));
  }
}
