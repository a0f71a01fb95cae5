import { ProjectEvent } from './project-event.ts';

/**
 * The application form was touched for the first time.
 * @event foothold-application-start
 */
export class FootholdApplicationStartEvent extends ProjectEvent {
  constructor(projectId: string) {
    super('foothold-application-start', projectId);
  }
}

declare global {
  interface HTMLElementEventMap {
    'foothold-application-start': FootholdApplicationStartEvent;
  }
}
