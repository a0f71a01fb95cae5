import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { View } from '../../controllers/context.ts';
import { SlowController } from '../../controllers/slow.ts';
import type { Project } from '../../domain/project.ts';
import { availabilityOf } from '../../domain/project-rules.ts';
import { richText } from '../../lib/rich-text.ts';
import { safeUrl } from '../../lib/safe-url.ts';
import { isThisPage, StructuredData } from '../../lib/structured-data.ts';
import { plainJson } from '../../source/plain-json.ts';
import { base } from '../../styles/base.ts';
import { tokens } from '../../styles/tokens.ts';
import { failureText } from '../internal/failure.ts';
import { failureStyles } from '../internal/failure.styles.ts';
import { ProjectElement } from '../internal/project-element.ts';
import { heading } from '../internal/heading.ts';
import { icon } from '../internal/icons.ts';
import { note } from '../internal/note.ts';
import { applyBar, applyControl, applyTarget, type ApplyTarget } from '../internal/apply.ts';
import { linkTo } from '../internal/project-link.ts';
import { readingStyles } from '../internal/reading.styles.ts';
import { viewLink, viewTarget } from '../internal/view-link.ts';
import { CopyLink } from './copy-link.ts';
import { deadlineBox, deadlineWords, saveDeadline } from '../internal/deadline.ts';
import { effort, factList } from './fact-panel.ts';
import { closedNote } from '../internal/closed-note.ts';
import { header } from './header.ts';
import { jobPosting } from './job-posting.ts';
import { projectDetailStyles } from './project-detail.styles.ts';
import { ReportForm } from './report.ts';
import { origin, sections } from './sections.ts';
import type { Reading } from '../internal/reading.ts';

const list: View = { name: 'list' };

/**
 * One project, with everything that is known of it, in the order in which a student decides.
 *
 * @tagname foothold-project-detail
 * @slot - Fallback: stands here until something is drawn, and beside "Try again" when nothing can be.
 * @slot header - Above the title.
 * @slot actions - After Apply.
 * @slot error - In place of the words that say why the project could not be loaded.
 *
 * @fires {FootholdApplicationRedirectEvent} foothold-application-redirect - The student follows the link to apply elsewhere, or by email; cancelable.
 * @fires {FootholdErrorEvent} foothold-error - A request ended in failure.
 *
 * @csspart back-link - Leads back to the list.
 * @csspart heading - The title.
 * @csspart employer - The employer with its logo or initials.
 * @csspart tile - The employer's logo or initials.
 * @csspart facts - The panel with pay, time, place, deadline and Apply.
 * @csspart deadline - Until when to apply.
 * @csspart apply-button - Apply, in the panel and in the bar.
 * @csspart draft-link - "Write your proposal first", where the application is made elsewhere.
 * @csspart apply-bar - Where it is narrow: pay, deadline and Apply, at the bottom of the window.
 * @csspart section - One section of what there is to read.
 * @csspart section__heading - Its heading.
 * @csspart report - "Report this listing".
 * @csspart note - A remark, for instance that applications are closed.
 * @csspart failure - What is there when the project could not be loaded.
 * @csspart failure__title - Its heading.
 *
 * @cssprop [--foothold-min-block-size=0] - Height that is reserved while loading.
 * @cssprop [--foothold-color-surface=Canvas] - Background of the bar.
 *
 * @cssstate loading - Nothing has arrived yet.
 * @cssstate empty - There is no such project (any more).
 * @cssstate failed - The project could not be loaded.
 *
 * @example
 * ```html
 * <foothold-project-detail api="https://listings.example.edu/api" project-id="mkt-204"
 *   apply-href="/apply?id={id}" back-href="/micro-internships"></foothold-project-detail>
 * ```
 * @example
 * ```html
 * <foothold-project-detail api="/api" project-id-param="id" with-structured-data></foothold-project-detail>
 * ```
 */
export class FootholdProjectDetail extends ProjectElement {
  static override styles: CSSResultGroup = [
    tokens,
    base,
    failureStyles,
    readingStyles,
    projectDetailStyles,
  ];

  /** Where the application form is; `{id}` stands for the project's id. */
  @property({ attribute: 'apply-href' }) applyHref?: string;

  /** Where "Back to projects" leads; without it there is none. */
  @property({ attribute: 'back-href' }) backHref?: string;

  /**
   * Describes the project to search engines (JSON-LD, `JobPosting`) while it is open, where this page
   * is its canonical one: where the project's own `url` is this address or absent, and no
   * `rel="canonical"` names another.
   */
  @property({ attribute: 'with-structured-data', type: Boolean }) withStructuredData = false;

  readonly #slow = new SlowController(this);
  readonly #report = new ReportForm(this);
  readonly #copyLink = new CopyLink(this);
  readonly #structuredData = new StructuredData();
  /** Where Apply leads. */
  #target: ApplyTarget | undefined;
  /** The description as safe nodes, made once for each text. */
  #description: { readonly from: string; readonly node: HTMLElement } | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#structuredData.publish(undefined);
  }

  /** Moves focus to what opens the form, as after coming back from there, without moving the page; else to the heading. */
  focusApply(): void {
    const name = this.#target?.draft ? '[part=draft-link]' : '.apply';
    const controls = [...this.renderRoot.querySelectorAll<HTMLElement>(name)];
    const shown = controls.find((each) => each.getClientRects().length);
    if (shown) shown.focus({ preventScroll: true });
    else this.focusHeading();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#slow.watch(this.project.snapshot?.project.status === 'loading');
    this.#target = this.reading && this.#targetOf(this.reading);
  }

  protected override updated(): void {
    this.#structuredData.publish(this.reading && this.#describeToSearchEngines(this.reading));
    super.updated();
  }

  #targetOf({ project, l10n, now }: Reading): ApplyTarget | undefined {
    return availabilityOf(project, now) === 'open'
      ? applyTarget(project, {
          l10n,
          canPost: this.connection.source?.apply !== undefined,
          navigation: this.navigation.value,
          applyHref: this.applyHref,
        })
      : undefined;
  }

  protected override render(): TemplateResult {
    const fallback = html`<slot></slot>`;
    const { snapshot } = this.project;
    if (!snapshot) return fallback;
    const { project, gone } = snapshot;
    switch (project.status) {
      case 'idle':
        return gone
          ? this.#frame(heading(this.connection.settings.headingLevel, this.t('gone')))
          : fallback;
      case 'loading':
        return this.#slow.isSlow ? this.#frame(this.#renderLoading()) : fallback;
      case 'failed':
        return this.#frame(this.renderFailed(project.error));
      case 'ready':
      case 'stale':
        return this.#frame(this.#renderProject(this.reading!));
    }
  }

  /** Everything in it speaks the element's language, whatever the page around it speaks. */
  #frame(content: TemplateResult): TemplateResult {
    const { locale, dir } = this.connection.localizer;
    return html`<article class="detail" lang=${locale} dir=${dir}>
      <slot name="header"></slot>
      ${this.#renderBack()} ${content}
    </article>`;
  }

  #renderBack(): TemplateResult | typeof nothing {
    const board = this.navigation.value;
    const href = safeUrl(this.backHref, document.baseURI)?.href;
    const target = board ? viewTarget(board, list) : href && { href };
    return target
      ? viewLink(
          'back-link',
          target,
          html`${icon('back')} <span>${this.t('backToProjects')}</span>`,
        )
      : nothing;
  }

  #renderLoading(): TemplateResult {
    return html`<p class="hidden" role="status">${this.t('loadingProject')}</p>
      <div class="bones" aria-hidden="true">
        <i></i><i></i><i></i>
        <div><i></i><i></i><i></i><i></i></div>
      </div>`;
  }

  #renderProject(reading: Reading): TemplateResult {
    const { connection } = this;
    const { settings } = connection;
    const status = availabilityOf(reading.project, reading.now);
    const deadline = deadlineWords(reading);
    const target = this.#target;
    const apply = target && applyControl(reading, target, this);
    return html`
      ${this.#renderStale()}
      <header>
        ${header(reading, settings, this.connection.source?.url)}
        ${target ? nothing : closedNote(reading, status, deadline)}
      </header>
      <div class="panel" part="facts">
        ${factList(reading)}
        ${deadline && status === 'open' ? deadlineBox(reading, deadline, this.#onAddToCalendar) : nothing}
        ${apply}
        ${
          target
            ? html`<p class="effort" id="apply-note">
                ${target.note} ${effort(reading, !!target.away)}
              </p>`
            : nothing
        }
        ${target?.draft ? viewLink('draft-link', target.draft, this.t('writeFirst')) : nothing}
        <slot name="actions"></slot>
      </div>
      <div class="body">
        ${sections(reading, this.#describe(reading.project)).map(
          ({ title, content }) =>
            html`<section part="section">
              ${heading(settings.headingLevel + 1, title, 'section__heading')}
              <div>${content}</div>
            </section>`,
        )}
        ${this.#renderEnd(reading)}
      </div>
      ${apply && applyBar(reading, deadline, apply)}
    `;
  }

  #renderStale(): TemplateResult | typeof nothing {
    const state = this.project.snapshot?.project;
    if (state?.status !== 'stale' || !state.error) return nothing;
    const { localizer } = this.connection;
    const time = localizer.date(state.at, { dateStyle: 'medium', timeStyle: 'short' });
    return note({
      icon: 'clock',
      tone: 'warning',
      role: 'status',
      lead: this.t('projectFrom', { time }),
      text: failureText(localizer, state.error),
      action: html`<button class="link" type="button" @click=${this.onRetry}>
        ${this.t('tryAgain')}
      </button>`,
    });
  }

  /** Where it comes from, and what can be done with it besides applying. */
  #renderEnd(reading: Reading): TemplateResult {
    const { l10n, project } = reading;
    const source = this.connection.source;
    return html`<footer>
      ${origin(reading)} ${this.#copyLink.render(l10n, linkTo(project))}
      ${project.reportable && source?.report ? this.#report.render(l10n, project.id, source) : nothing}
    </footer>`;
  }

  #describe({ descriptionHtml: from, language }: Project): Node | undefined {
    if (!from) return undefined;
    const level = this.connection.settings.headingLevel + 2;
    const key = `${level} ${from}`;
    if (this.#description?.from !== key) {
      const node = Object.assign(document.createElement('div'), {
        className: 'rich-text',
        dir: 'auto',
        lang: language ?? '',
      });
      node.append(richText(from, level));
      this.#description = { from: key, node };
    }
    const { node } = this.#description;
    return node.textContent.trim() ? node : undefined;
  }

  #describeToSearchEngines({ project, l10n, now }: Reading): string | undefined {
    const { id, url } = project;
    const canonical = document.querySelector<HTMLLinkElement>('link[rel~="canonical" i]')?.href;
    const isOpenHere =
      this.withStructuredData &&
      availabilityOf(project, now) === 'open' &&
      [url, canonical].every((address) => !address || isThisPage(address, id));
    // eslint-disable-next-line no-restricted-properties -- read, and made of safe nodes
    const description = project.descriptionHtml && this.#description?.node.innerHTML;
    return isOpenHere ? plainJson(jobPosting(project, l10n, description)) : undefined;
  }

  readonly #onAddToCalendar = (): void => {
    saveDeadline(this.reading!);
  };
}
