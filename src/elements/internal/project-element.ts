import { ContextConsumer } from '@lit/context';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { navigationContext } from '../../controllers/context.ts';
import { ProjectController } from '../../controllers/project.ts';
import type { SourceError } from '../../source/source-error.ts';
import { failure } from './failure.ts';
import { FootholdElement } from './foothold-element.ts';
import type { Reading } from './reading.ts';

/** An element about one project, to read or to apply to: which one, how it stands with it, and where focus goes. */
export abstract class ProjectElement extends FootholdElement {
  /** Which project. */
  @property({ attribute: 'project-id' }) projectId?: string;

  /** Name of the parameter in the page's address that says which project, where `project-id` does not. */
  @property({ attribute: 'project-id-param' }) projectIdParam?: string;

  /** The board around, if there is one. */
  protected readonly navigation = new ContextConsumer(this, {
    context: navigationContext,
    subscribe: true,
  });
  protected readonly project = new ProjectController(this);
  /** What is drawn; undefined while there is no project. */
  protected reading: Reading | undefined;
  #wantsFocus = false;

  /** Moves focus to the heading, at once or as soon as there is one. */
  focusHeading(): void {
    this.#wantsFocus = true;
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { source, localizer } = this.connection;
    this.project.refresh(source);
    const { snapshot, project } = this.project;
    const status = snapshot?.project.status;
    this.setCustomState(
      status === 'loading' || status === 'failed' ? status : snapshot?.gone ? 'empty' : undefined,
    );
    this.reading = project && { l10n: localizer, project, now: Date.now() };
  }

  protected override updated(): void {
    const title = this.renderRoot.querySelector<HTMLElement>('[tabindex="-1"]');
    if (this.#wantsFocus && title) {
      this.#wantsFocus = false;
      title.focus();
    }
  }

  /** In place of a project that could not be loaded. */
  protected renderFailed(error: SourceError): TemplateResult {
    const { localizer, settings } = this.connection;
    return failure({
      l10n: localizer,
      level: settings.headingLevel,
      title: this.t('projectFailed'),
      error,
      retryAt: this.project.snapshot?.retryAt,
      onRetry: this.onRetry,
      host: this,
    });
  }

  /** The button that was pressed goes when the project comes. */
  protected readonly onRetry = (): void => {
    this.project.retry();
    this.focusHeading();
  };
}
