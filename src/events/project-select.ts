import { ProjectEvent } from './project-event.ts';

/**
 * A project is about to be opened. Cancel it to open the project in a way of your own.
 * @event foothold-project-select
 */
export class FootholdProjectSelectEvent extends ProjectEvent {
  constructor(projectId: string) {
    super('foothold-project-select', projectId, true);
  }
}

declare global {
  interface HTMLElementEventMap {
    'foothold-project-select': FootholdProjectSelectEvent;
  }
}
