import { ProjectEvent } from './project-event.ts';

/**
 * A valid form is about to be sent. Cancel it to keep it from being sent, or delay it with
 * `waitUntil`. It carries nothing of what was typed.
 * @event foothold-application-submit
 */
export class FootholdApplicationSubmitEvent extends ProjectEvent {
  readonly #waits: Promise<unknown>[] = [];

  constructor(projectId: string) {
    super('foothold-application-submit', projectId, true);
  }

  /** Sending waits for `promise`; when it rejects, nothing is sent and everything typed stays. */
  waitUntil(promise: Promise<unknown>): void {
    this.#waits.push(promise);
  }

  /** Settles once every promise given to `waitUntil` has; rejects as soon as one does. */
  get settled(): Promise<unknown> {
    return Promise.all(this.#waits);
  }
}

declare global {
  interface HTMLElementEventMap {
    'foothold-application-submit': FootholdApplicationSubmitEvent;
  }
}
