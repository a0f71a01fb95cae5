import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { IdentityProvider, View } from '../../controllers/context.ts';
import { StoreController } from '../../controllers/store-controller.ts';
import { availabilityOf } from '../../domain/project-rules.ts';
import { applicationFor } from '../../store/application-registry.ts';
import type { Agreement, ApplicationSnapshot } from '../../store/application-state.ts';
import type { ApplicationStore } from '../../store/application-store.ts';
import { DraftBox } from '../../store/draft-box.ts';
import { base } from '../../styles/base.ts';
import { tokens } from '../../styles/tokens.ts';
import { applyTarget } from '../internal/apply.ts';
import { closedNote } from '../internal/closed-note.ts';
import { deadlineWords } from '../internal/deadline.ts';
import { failureStyles } from '../internal/failure.styles.ts';
import { fill } from '../internal/fill.ts';
import { ProjectElement } from '../internal/project-element.ts';
import { heading } from '../internal/heading.ts';
import { icon } from '../internal/icons.ts';
import { note } from '../internal/note.ts';
import { readingStyles } from '../internal/reading.styles.ts';
import { outLink, type Reading } from '../internal/reading.ts';
import { viewLink, viewTarget } from '../internal/view-link.ts';
import { FormActions } from './actions.ts';
import { applicationFormStyles } from './application-form.styles.ts';
import { autosize } from './autosize.ts';
import { changesNote } from './changes-note.ts';
import { draftNotes } from './draft-notes.ts';
import { elsewhere } from './elsewhere.ts';
import { errorSummary } from './error-summary.ts';
import { formBody } from './form-body.ts';
import type { FormView } from './form-view.ts';
import { outline } from './outline.ts';
import { receipt } from './receipt.ts';

/**
 * The application to one project, from the first letter to the receipt. Where it is made elsewhere, or by
 * email, the proposal can be written here and taken along. What was typed and chosen stays as long as the
 * page lives, also when the form is left and opened again.
 *
 * @tagname foothold-application-form
 * @slot - Fallback: stands here until something is drawn, and beside "Try again" when nothing can be.
 * @slot error - In place of the words that say why the project could not be loaded.
 * @slot challenge - Before "Send application": an element that tells people from programs. What its named controls hold is sent along.
 *
 * @fires {FootholdApplicationStartEvent} foothold-application-start - The form is first touched.
 * @fires {FootholdApplicationSubmitEvent} foothold-application-submit - A valid form is about to be sent; cancelable, `waitUntil` delays it.
 * @fires {FootholdApplicationSentEvent} foothold-application-sent - The API confirmed it.
 * @fires {FootholdApplicationRedirectEvent} foothold-application-redirect - The student follows the link to apply elsewhere, or by email; cancelable.
 * @fires {FootholdChallengeResetEvent} foothold-challenge-reset - What stands in the slot `challenge` has been used up.
 * @fires {FootholdErrorEvent} foothold-error - A request ended in failure.
 *
 * @csspart back-link - Leads back to the project.
 * @csspart project-link - Leads to the whole project, from the project at hand.
 * @csspart list-link - Leads back to the list, from the receipt.
 * @csspart heading - "Apply to" the employer.
 * @csspart outline - The project at hand.
 * @csspart form - The form.
 * @csspart section__heading - The heading of a group of fields.
 * @csspart field - A field with its label, hint and error.
 * @csspart error-summary - What has to be put right before it can be sent.
 * @csspart submit-button - "Send application".
 * @csspart next-button - "Next", or "Review", in a form of several steps.
 * @csspart previous-button - "Back", in a form of several steps.
 * @csspart stop-button - "Stop", while it is being sent.
 * @csspart copy-button - "Copy my proposal", where the application is made elsewhere.
 * @csspart apply-button - Leads there, or opens an email.
 * @csspart progress - How much has been sent.
 * @csspart receipt - What is there once the application has arrived.
 * @csspart copy - What was sent.
 * @csspart note - A remark, for instance that applications are closed.
 * @csspart failure - What is there when the project could not be loaded.
 * @csspart failure__title - Its heading.
 *
 * @cssprop [--foothold-min-block-size=0] - Height that is reserved while loading.
 *
 * @cssstate loading - The project has not arrived yet.
 * @cssstate empty - There is no such project (any more).
 * @cssstate failed - The project could not be loaded.
 *
 * @example
 * ```html
 * <foothold-application-form api="https://listings.example.edu/api" project-id="mkt-204"
 *   privacy-url="/privacy"></foothold-application-form>
 * ```
 * @example
 * ```html
 * <foothold-application-form api="/api" project-id-param="id" demo></foothold-application-form>
 * ```
 */
export class FootholdApplicationForm extends ProjectElement {
  static override styles: CSSResultGroup = [
    tokens,
    base,
    failureStyles,
    readingStyles,
    applicationFormStyles,
  ];

  /** Address of the notice that says what happens with an application. The form needs it, or `demo`. */
  @property({ attribute: 'privacy-url' }) privacyUrl?: string;

  /** Works without a privacy notice, and says that it is a demonstration. It sends like any other. */
  @property({ type: Boolean }) demo = false;

  /**
   * `ask` offers, un-ticked, to keep what is typed in this tab for half an hour; nothing is stored before.
   * `never` does not offer it.
   */
  @property() draft: 'ask' | 'never' = 'ask';

  /**
   * Who applies, where the page knows: filled in, shown and marked, and the student's to change. A function
   * may give it later; what it rejects with is ignored.
   */
  @property({ attribute: false }) identity?: IdentityProvider;

  @state() private _isOutlineOpen = false;
  /** The receipt was cleared away. */
  @state() private _isFinished = false;

  readonly #applications = new StoreController<ApplicationSnapshot>(this);
  readonly #actions = new FormActions(this, {
    onRefused: () => {
      this.project.refreshNow();
    },
    onFinished: () => {
      this.#finish();
    },
  });
  // eslint-disable-next-line @typescript-eslint/no-misused-spread -- its handlers are properties of its own
  readonly #handlers = { ...this.#actions };
  #application: ApplicationStore | undefined;
  #shown: readonly unknown[] = [];
  #identifiedBy: IdentityProvider | undefined;
  #hasComplained = false;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this.#onBeforePrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.#onBeforeUnload);
    removeEventListener('beforeprint', this.#onBeforePrint);
    this.#actions.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = this.reading;
    super.willUpdate(changed);
    const { source, localizer, settings } = this.connection;
    const { id, snapshot } = this.project;
    this.#application = source && id ? applicationFor(source, id) : undefined;
    if (this.#applications.store !== this.#application) {
      this.#applications.store = this.#application;
      this._isFinished = false;
      this.#identifiedBy = undefined;
    }
    // A project that is withdrawn while somebody writes does not take the form away.
    if (snapshot?.gone && before && before.project.id === id)
      this.reading = { ...before, l10n: localizer, now: Date.now() };
    const { reading } = this;
    const application = this.#application;
    if (reading && application) this.#open(application, reading.project);
    this.#actions.show(
      application &&
        reading && { application, reading, settings, agreement: this.#agreement(reading) },
    );
  }

  #open(application: ApplicationStore, project: Reading['project']): void {
    const { localizer, settings } = this.connection;
    // Once for each of its own changes: forms that share an application would answer each other for ever.
    const shown = [application, project, settings.form, localizer.locale];
    if (shown.some((each, index) => each !== this.#shown[index])) {
      this.#shown = shown;
      const isNew = !application.snapshot.fields.length;
      application.show(project, localizer.locale, settings.form);
      if (isNew && this.draft !== 'never') application.lookForDraft();
    }
    const { identity } = settings;
    if (identity === this.#identifiedBy) return;
    this.#identifiedBy = identity;
    void Promise.resolve()
      .then(() => (typeof identity === 'function' ? identity() : identity))
      .then((known) => {
        application.prefill(known ?? {});
      })
      .catch(() => undefined);
  }

  protected override updated(): void {
    super.updated();
    autosize(this.renderRoot);
    if (this.isConnected && this.#application?.hasWork) {
      addEventListener('beforeunload', this.#onBeforeUnload);
    } else removeEventListener('beforeunload', this.#onBeforeUnload);
  }

  protected override render(): TemplateResult {
    const { settings } = this.connection;
    const { snapshot } = this.project;
    const application = this.#application;
    if (!snapshot || !application || settings.pending) return html`<slot></slot>`;
    const { project, gone } = snapshot;
    if (this.reading && (!gone || this._isFinished || application.isBegun))
      return this.#frame(this.#renderProject(this.reading, application.snapshot));
    if (gone) {
      return this.#frame(
        html`${heading(settings.headingLevel, this.t('gone'))} ${this.#renderBackToList()}`,
      );
    }
    return project.status === 'failed'
      ? this.#frame(this.renderFailed(project.error))
      : html`<div class="first">
          <slot></slot>
          <p class="muted" role="status">${this.t('loadingForm')}</p>
        </div>`;
  }

  /**
   * Everything in it speaks the element's language. What is typed into it is none of the business of
   * tools that record sessions: the common ones find their marks here.
   */
  #frame(content: unknown): TemplateResult {
    const { locale, dir } = this.connection.localizer;
    return html`<article
      class="application rr-block ph-no-capture fs-mask sentry-mask"
      data-private
      data-hj-suppress
      data-clarity-mask="true"
      data-dd-privacy="mask"
      lang=${locale}
      dir=${dir}
    >
      ${content}
      <p class="hidden" role="status">
        ${isTryingAgain(this.#application) ? this.t('stillTrying') : this.#actions.announcement}
      </p>
    </article>`;
  }

  /** Nothing may be sent from here; an application that is made elsewhere needs none of this. */
  #renderNotSetUp(): TemplateResult {
    if (!this.#hasComplained) {
      this.#hasComplained = true;
      console.error(
        `<${this.localName}> takes no applications: set privacy-url to the address of your privacy notice, or demo.`,
      );
    }
    return html`${this.#renderBack()}
    ${heading(this.connection.settings.headingLevel, this.t('notSetUp'))}`;
  }

  #renderProject(reading: Reading, snapshot: ApplicationSnapshot): TemplateResult {
    const level = this.connection.settings.headingLevel;
    const { project, now } = reading;
    const { phase } = snapshot;
    if (this._isFinished) {
      return html`${heading(level, this.t('cleared'))}
        <p>${this.t('clearedText')}</p>
        ${this.#renderBackToList()}`;
    }
    if (phase.status === 'sent') {
      return receipt(reading, phase, {
        level,
        snapshot,
        ...this.#handlers,
        back: this.#renderBackToList(),
      });
    }
    const head = html`${this.#renderBack()}
    ${heading(level, fill(this.t('applyTo'), { employer: project.employer.name }))}`;
    // Who has begun may go on: whether it is too late is for the API to say.
    const status = this.#application!.isBegun ? 'open' : availabilityOf(project, now);
    const { mode = 'post' } = project.application ?? {};
    if (status === 'open') {
      const { source, settings } = this.connection;
      if (mode === 'post' && source?.apply) {
        return settings.privacyUrl || settings.demo
          ? this.#renderForm(reading, snapshot, head)
          : this.#renderNotSetUp();
      }
      const target = applyTarget(project, reading);
      if (target) {
        return this.#renderLayout(
          reading,
          head,
          fill(this.t('goesTo'), { place: target.place }),
          elsewhere(reading, {
            ...this.#view(reading, snapshot),
            target,
            host: this,
            onCopy: this.#actions.onCopyProposal,
          }),
        );
      }
    }
    // What was left here can be fetched all the same.
    return html`${head} ${closedNote(reading, status, deadlineWords(reading))}
    ${draftNotes(reading.l10n, snapshot, this.#view(reading, snapshot))}`;
  }

  #renderForm(
    reading: Reading,
    snapshot: ApplicationSnapshot,
    head: TemplateResult,
  ): TemplateResult {
    const view = this.#view(reading, snapshot);
    return this.#renderLayout(
      reading,
      head,
      this.t('neededUnless'),
      html`${errorSummary(view.l10n, view.level, snapshot, this.#actions.onGo)}
      ${this.#renderLate(reading)} ${changesNote(view.l10n, snapshot)}
      ${draftNotes(view.l10n, snapshot, view)}
      ${
        this.connection.settings.demo
          ? note({
              icon: 'info',
              lead: this.t('demonstration'),
              text: this.t('demonstrationText'),
            })
          : nothing
      }
      ${formBody(view)}`,
    );
  }

  /** It can be too late for somebody who has begun. */
  #renderLate({ project, now, l10n }: Reading): TemplateResult | typeof nothing {
    const status = availabilityOf(project, now);
    const isGone = this.project.snapshot?.gone;
    if (status === 'open' && !isGone) return nothing;
    const lead = isGone ? 'gone' : 'closed';
    return note({
      icon: 'alert',
      tone: 'warning',
      lead: `${l10n.t(lead)}.`,
      text: l10n.t('lateText'),
    });
  }

  /** The project at hand beside what is written. */
  #renderLayout(
    reading: Reading,
    head: TemplateResult,
    lead: unknown,
    content: TemplateResult,
  ): TemplateResult {
    const { estimatedMinutes: n } = reading.project.application ?? {};
    return html`<div class="layout">
      <header>
        ${head}
        <p class="muted">${n ? this.t('aboutMinutes', { n }) : nothing} ${lead}</p>
      </header>
      ${outline(reading, {
        isOpen: this._isOutlineOpen,
        onToggle: this.#onToggle,
        link: this.#renderProjectLink(reading),
      })}
      <div class="main">${content}</div>
    </div>`;
  }

  /** What the form draws from, here or elsewhere. */
  #view(reading: Reading, snapshot: ApplicationSnapshot): FormView {
    const { settings } = this.connection;
    return {
      l10n: reading.l10n,
      level: settings.headingLevel + 1,
      snapshot,
      employer: reading.project.employer.name,
      busy: snapshot.phase.status === 'sending',
      agreement: this.#agreement(reading).text,
      privacyUrl: settings.privacyUrl,
      offersDraft: this.draft !== 'never' && DraftBox.isAvailable,
      ...this.#handlers,
      copied: this.#actions.copied,
      clearing: this.#actions.clearing,
    };
  }

  #renderBack(): TemplateResult | typeof nothing {
    const { id } = this.project;
    return id
      ? this.#renderLink(
          { name: 'project', id },
          'back-link',
          html`${icon('back')} <span>${this.t('backToProject')}</span>`,
        )
      : nothing;
  }

  #renderBackToList(): TemplateResult | typeof nothing {
    return this.#renderLink({ name: 'list' }, 'list-link', this.t('backToProjects'));
  }

  /** Alone on a page the project is elsewhere, and opens beside what is being written. */
  #renderProjectLink({ project, l10n }: Reading): TemplateResult | typeof nothing {
    const words = this.t('readProject');
    const outside = outLink(l10n, project.url, words);
    return this.navigation.value
      ? this.#renderLink({ name: 'project', id: project.id }, 'project-link', words)
      : outside
        ? html`<p>${outside}</p>`
        : nothing;
  }

  /** Leads to another view of the board around; nothing where there is no board. */
  #renderLink(view: View, name: string, words: unknown): TemplateResult | typeof nothing {
    const board = this.navigation.value;
    return board ? viewLink(name, viewTarget(board, view), words) : nothing;
  }

  /** What the student agrees to, as it is shown and as it is sent. */
  #agreement({ project }: Reading): Agreement {
    const { text, version } = this.connection.settings.form.consent ?? {
      text: this.t('consentText'),
      version: '1',
    };
    return { text: text.replaceAll('{employer}', () => project.employer.name), version };
  }

  #finish(): void {
    this.navigation.value?.open({ name: 'list' });
    this._isFinished = true;
    this.focusHeading();
  }

  readonly #onToggle = (): void => {
    this._isOutlineOpen = !this._isOutlineOpen;
  };

  /** What was sent is folded away on the screen, not on paper. */
  readonly #onBeforePrint = (): void => {
    this.renderRoot.querySelector('details')?.setAttribute('open', '');
  };

  readonly #onBeforeUnload = (event: BeforeUnloadEvent): void => {
    event.preventDefault();
  };
}

function isTryingAgain(application: ApplicationStore | undefined): boolean {
  const phase = application?.snapshot.phase;
  return phase?.status === 'sending' && phase.stage === 'again';
}
