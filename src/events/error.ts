/**
 * A request ended in failure.
 * @event foothold-error
 */
export class FootholdErrorEvent extends Event {
  /** What was asked: `list`, `detail`, `apply`, `report` or `config`. */
  readonly operation: 'list' | 'detail' | 'apply' | 'report' | 'config';
  /** How it failed. CORS, DNS and an ad blocker look alike to a page: `network`. */
  readonly kind: 'offline' | 'timeout' | 'network' | 'http' | 'rejected' | 'malformed' | 'blocked';
  /** HTTP status; null without a response. */
  readonly status: number | null;

  constructor(
    operation: FootholdErrorEvent['operation'],
    { kind, status }: Pick<FootholdErrorEvent, 'kind' | 'status'>,
  ) {
    super('foothold-error', { bubbles: true, composed: true });
    this.operation = operation;
    this.kind = kind;
    this.status = status;
  }
}

declare global {
  interface HTMLElementEventMap {
    'foothold-error': FootholdErrorEvent;
  }
}
