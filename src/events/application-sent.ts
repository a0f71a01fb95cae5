import { ProjectEvent } from './project-event.ts';

/**
 * The API confirmed an application.
 * @event foothold-application-sent
 */
export class FootholdApplicationSentEvent extends ProjectEvent {
  /** The receipt's reference. */
  readonly reference: string;

  constructor(projectId: string, reference: string) {
    super('foothold-application-sent', projectId);
    this.reference = reference;
  }
}

declare global {
  interface HTMLElementEventMap {
    'foothold-application-sent': FootholdApplicationSentEvent;
  }
}
