/**
 * Some records of a response could not be read; the others are shown.
 * @event foothold-records-skipped
 */
export class FootholdRecordsSkippedEvent extends Event {
  readonly count: number;
  /** What was wrong with each, for a developer. */
  readonly reasons: readonly string[];

  constructor(reasons: readonly string[]) {
    super('foothold-records-skipped', { bubbles: true, composed: true });
    this.count = reasons.length;
    this.reasons = reasons;
  }
}

declare global {
  interface HTMLElementEventMap {
    'foothold-records-skipped': FootholdRecordsSkippedEvent;
  }
}
