/** What all events of one project have in common: they bubble, cross shadow roots and name the project. */
export abstract class ProjectEvent extends Event {
  /** The project's id, as the source gave it. */
  readonly projectId: string;

  constructor(type: string, projectId: string, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable });
    this.projectId = projectId;
  }
}
