import type { Query } from '../domain/query.ts';

/**
 * Search words, filters, sort or the number of pages changed.
 * @event foothold-query-change
 */
export class FootholdQueryChangeEvent extends Event {
  /** The query now in force, without what `scope` fixes. */
  readonly query: Query;

  constructor(query: Query) {
    super('foothold-query-change', { bubbles: true, composed: true });
    this.query = query;
  }
}

declare global {
  interface HTMLElementEventMap {
    'foothold-query-change': FootholdQueryChangeEvent;
  }
}
