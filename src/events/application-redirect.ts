import { ProjectEvent } from './project-event.ts';

/**
 * A student follows the link to apply elsewhere, or by email. Cancel it to stay.
 * @event foothold-application-redirect
 */
export class FootholdApplicationRedirectEvent extends ProjectEvent {
  /** Where to; of an email `mailto:` and the address alone. */
  readonly url: string;

  constructor(projectId: string, url: string) {
    super('foothold-application-redirect', projectId, true);
    this.url = url;
  }
}

declare global {
  interface HTMLElementEventMap {
    'foothold-application-redirect': FootholdApplicationRedirectEvent;
  }
}
