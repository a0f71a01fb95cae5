import type { Query } from '../domain/query.ts';

/**
 * Results for a query arrived.
 * @event foothold-results
 */
export class FootholdResultsEvent extends Event {
  readonly query: Query;
  /** How many projects match; null when the source does not say. */
  readonly total: number | null;
  /** How many are on the page now. */
  readonly shown: number;

  constructor(query: Query, total: number | null, shown: number) {
    super('foothold-results', { bubbles: true, composed: true });
    this.query = query;
    this.total = total;
    this.shown = shown;
  }
}

declare global {
  interface HTMLElementEventMap {
    'foothold-results': FootholdResultsEvent;
  }
}
