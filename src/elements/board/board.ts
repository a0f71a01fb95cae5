import { ContextProvider } from '@lit/context';
import {
  css,
  html,
  nothing,
  type CSSResultGroup,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { ConnectionController } from '../../controllers/connection.ts';
import {
  navigationContext,
  type IdentityProvider,
  type Navigation,
  type View,
} from '../../controllers/context.ts';
import { RouteController, type Routing } from '../../controllers/route.ts';
import { queryKey, type Query } from '../../domain/query.ts';
import type { Route } from '../../domain/route.ts';
import { VERSION } from '../../lib/version.ts';
import { colorScheme } from '../../styles/color-scheme.ts';
import type { FootholdApplicationForm } from '../application-form/application-form.ts';
import { FootholdElement } from '../internal/foothold-element.ts';
import type { FootholdListingFeed } from '../listing-feed/listing-feed.ts';
import type { FootholdProjectDetail } from '../project-detail/project-detail.ts';

/** True while nothing has the focus, so that it may be moved without taking it from anybody. */
const isFocusFree = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

const viewOf = (route: Route): View =>
  route.projectId === undefined
    ? { name: 'list' }
    : { name: route.applying ? 'application' : 'project', id: route.projectId };

/**
 * The whole board in place: the feed, the project that a student opens, and its application form.
 * The view is in the URL, so that Back, Forward, reload and a shared link lead where they say.
 *
 * @tagname foothold-board
 * @slot - Fallback: stands here until something is drawn, and whenever nothing can be.
 * @slot header - Above the list.
 * @slot empty - In place of the remark that there are no projects yet.
 * @slot error - Below the remark that something could not be loaded.
 * @slot actions - After Apply.
 * @slot challenge - Before "Send application".
 *
 * @fires {FootholdProjectSelectEvent} foothold-project-select - A project is about to be opened; cancelable.
 * @fires {FootholdQueryChangeEvent} foothold-query-change - Search, filter, sort or page changed.
 * @fires {FootholdResultsEvent} foothold-results - Results for a query arrived.
 * @fires {FootholdApplicationStartEvent} foothold-application-start - The form is first touched.
 * @fires {FootholdApplicationSubmitEvent} foothold-application-submit - A valid form is about to be sent; cancelable.
 * @fires {FootholdApplicationRedirectEvent} foothold-application-redirect - The student follows the link to apply elsewhere; cancelable.
 * @fires {FootholdApplicationSentEvent} foothold-application-sent - The API confirmed it.
 * @fires {FootholdChallengeResetEvent} foothold-challenge-reset - What stands in the slot `challenge` has been used up.
 * @fires {FootholdRecordsSkippedEvent} foothold-records-skipped - Records could not be read.
 * @fires {FootholdErrorEvent} foothold-error - A request ended in failure.
 *
 * @example
 * ```html
 * <foothold-board api="https://listings.example.edu/api" privacy-url="/privacy">
 *   <a href="https://listings.example.edu/">Browse micro-internships</a>
 * </foothold-board>
 * ```
 * @example
 * ```html
 * <foothold-board api="/api" demo scope="category=Design" route-key="design"></foothold-board>
 * ```
 */
export class FootholdBoard extends FootholdElement {
  /** This copy's version, for a second copy on the page to compare itself with. */
  static readonly version: string = VERSION;

  static override styles: CSSResultGroup = [
    colorScheme,
    css`
      :host {
        display: block;
      }
      :host([hidden]),
      [hidden] {
        display: none;
      }
    `,
  ];

  /** Where the view is kept: `query` (the query string), `hash` (the fragment) or `memory`. */
  @property() routing: Routing = 'query';

  /** Prefix of the board's parameters in the URL; two boards on a page need two. */
  @property({ attribute: 'route-key' }) routeKey = 'fh';

  /** How many projects a page of the list has, 1 to 100. */
  @property({ attribute: 'page-size', type: Number }) pageSize = 20;

  /** How the list is laid out. */
  @property() layout: 'list' | 'grid' | 'compact' = 'list';

  /** Which filters, in this order, separated by spaces; see the feed. */
  @property() filters?: string;

  /** The order that holds while a student has chosen none. */
  @property() sort?: string;

  /** Part of the query that is fixed, as parameters: `featured=true&category=Design`. */
  @property() scope?: string;

  /** No search box. */
  @property({ attribute: 'without-search', type: Boolean }) withoutSearch = false;

  /** No filters. */
  @property({ attribute: 'without-filters', type: Boolean }) withoutFilters = false;

  /** No choice of order. */
  @property({ attribute: 'without-sort', type: Boolean }) withoutSort = false;

  /** Where a card leads instead of opening in place; `{id}` stands for the project's id. */
  @property({ attribute: 'project-href' }) projectHref?: string;

  /** Shows so many projects, and neither search nor filters, order or pages. */
  @property({ attribute: 'max-items', type: Number }) maxItems?: number;

  /** Where "See all projects" leads, with `max-items`. */
  @property({ attribute: 'board-href' }) boardHref?: string;

  /** What is asked of the list, without what `scope` fixes. Another query starts at its first page. */
  @property({ attribute: false })
  get query(): Query {
    return this._route.query;
  }
  set query(query: Query) {
    if (queryKey(query) === queryKey(this.query)) return;
    this._route = { ...this._route, query, pages: 1 };
    if (this.isConnected) this.#router.replace(this._route);
  }

  /** Describes the open project to search engines, on its canonical page only. */
  @property({ attribute: 'with-structured-data', type: Boolean }) withStructuredData = false;

  /** Address of the notice that says what happens with an application. The form needs it. */
  @property({ attribute: 'privacy-url' }) privacyUrl?: string;

  /** Applications work without a privacy notice, and say that they are a demonstration. */
  @property({ type: Boolean }) demo = false;

  /** Who applies, where the page knows; see the application form. */
  @property({ attribute: false }) identity?: IdentityProvider;

  /** `ask` offers students to keep what they type in their tab, `never` does not; see the application form. */
  @property() draft: 'ask' | 'never' = 'ask';

  @query('foothold-listing-feed') private readonly _feed!: FootholdListingFeed | null;
  @query('foothold-project-detail') private readonly _detail!: FootholdProjectDetail | null;
  @query('foothold-application-form') private readonly _form!: FootholdApplicationForm | null;

  @state() private _route: Route = { query: {}, pages: 1 };

  readonly #router = new RouteController(
    this,
    () => this,
    (route, scroll) => {
      this.#show(route, scroll);
    },
  );
  /** Once drawn, the list stays: coming back finds it as it was. */
  #hasList = false;
  /** The project that is drawn. It stays while its form is open; a form that is opened first has none behind it. */
  #drawnProject: string | undefined;
  /** What the page puts into slots, or takes out, after the board was drawn. */
  readonly #children = new MutationObserver(() => {
    this.requestUpdate();
  });
  #lastProject: string | undefined;
  /** Where the page was scrolled to when the list was left. */
  #listScroll: number | undefined;

  constructor() {
    super();
    const navigation: Navigation = {
      hrefFor: (view) => this.#router.hrefFor(this.#routeTo(view)),
      open: (view) => {
        this.#open(view);
      },
    };
    new ContextProvider(this, { context: navigationContext, initialValue: navigation });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#children.observe(this, { childList: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#children.disconnect();
  }

  protected override createConnection(): ConnectionController {
    return new ConnectionController(this, true, true);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const view = viewOf(this._route);
    this.#hasList ||= view.name === 'list';
    if (view.name !== 'application')
      this.#drawnProject = view.name === 'list' ? undefined : view.id;
  }

  protected override render(): TemplateResult {
    const view = viewOf(this._route);
    return html`
      ${this.#hasList ? this.#renderFeed(view) : nothing}
      ${
        view.name !== 'list' && view.id === this.#drawnProject
          ? this.#renderDetail(view.id, view.name === 'project')
          : nothing
      }
      ${view.name === 'application' ? this.#renderForm(view.id) : nothing}
    `;
  }

  #renderFeed(view: View): TemplateResult {
    const isShown = view.name === 'list';
    // Another query starts at its first page, so the pages are always said after it.
    return html`<foothold-listing-feed
      exportparts="card, card__facts, card__title, chips, failure, failure__title, filter, filters, filters-button, flag, heading, note, pager, search, sort, status, tile"
      ?hidden=${!isShown}
      page-size=${this.pageSize}
      layout=${this.layout}
      .filters=${this.filters}
      .sort=${this.sort}
      .scope=${this.scope}
      .projectHref=${this.projectHref}
      .maxItems=${this.maxItems}
      .boardHref=${this.boardHref}
      ?without-search=${this.withoutSearch}
      ?without-filters=${this.withoutFilters}
      ?without-sort=${this.withoutSort}
      .query=${this._route.query}
      .pages=${live(this._route.pages)}
      @foothold-query-change=${this.#onQueryChange}
      >${isShown ? this.#fallback() : nothing} ${this.#handOn('header')} ${this.#handOn('empty')}
    </foothold-listing-feed>`;
  }

  #renderDetail(id: string, isShown: boolean): TemplateResult {
    return html`<foothold-project-detail
      exportparts="apply-bar, apply-button, back-link, deadline, draft-link, employer, facts, failure, failure__title, heading, note, report, section, section__heading, tile"
      ?hidden=${!isShown}
      project-id=${id}
      ?with-structured-data=${this.withStructuredData}
      >${isShown ? this.#fallback() : nothing} ${this.#handOn('actions')}
    </foothold-project-detail>`;
  }

  #renderForm(id: string): TemplateResult {
    return html`<foothold-application-form
      exportparts="apply-button, back-link, copy, copy-button, error-summary, failure, failure__title, field, form, heading, list-link, next-button, note, outline, previous-button, progress, project-link, receipt, section__heading, stop-button, submit-button"
      project-id=${id}
      draft=${this.draft}
      >${this.#fallback()} ${this.#handOn('challenge')}
    </foothold-application-form>`;
  }

  /** The page's own fallback goes to whichever view is open, which shows it when it has nothing else. */
  #fallback(): TemplateResult {
    return html`<slot></slot>${this.#handOn('error')}`;
  }

  /** Only what the page has filled: an empty slot in a slot hides what stands there by default. */
  #handOn(name: string): TemplateResult | typeof nothing {
    return this.querySelector(`:scope > [slot="${name}"]`)
      ? html`<slot name=${name} slot=${name}></slot>`
      : nothing;
  }

  #routeTo(view: View): Route {
    const { query, pages } = this._route;
    return view.name === 'list'
      ? { query, pages }
      : { query, pages, projectId: view.id, applying: view.name === 'application' };
  }

  #open(view: View): void {
    if (viewOf(this._route).name === 'list') this.#listScroll = scrollY;
    const route = this.#routeTo(view);
    this.#router.push(route);
    this.#show(route, view.name === 'list' ? this.#listScroll : undefined);
  }

  #show(route: Route, scroll: number | undefined): void {
    const isFirst = !this.hasUpdated;
    const from = viewOf(this._route);
    const to = viewOf(route);
    if (from.name !== 'list') this.#lastProject = from.id;
    // What the page asked for holds where the address says nothing.
    const isSilent = isFirst && !queryKey(route.query);
    this._route = isSilent ? { ...route, query: this.query } : route;
    const isSame = from.name === to.name && (to.name === 'list' || to.id === this.#lastProject);
    if (isFirst) {
      if (to.name === 'list' && scroll) void this.#restoreScroll(scroll);
    } else if (!isSame) void this.#moveFocus(from, to, scroll);
  }

  /** Focus follows the view, as it would to a new page; on the list it returns to the card that was opened. */
  async #moveFocus(from: View, to: View, scroll: number | undefined): Promise<void> {
    await this.updateComplete;
    if (to.name === 'list') {
      const focusList = () => {
        if (this.#lastProject) this._feed?.focusProject(this.#lastProject);
      };
      await this._feed?.updateComplete;
      focusList();
      if (scroll !== undefined) scrollTo({ top: scroll });
      // A list that is opened last has nothing to focus before it has arrived.
      if (this.shadowRoot!.activeElement) return;
      await this.#listArrival();
      if (viewOf(this._route).name === 'list' && isFocusFree()) focusList();
      return;
    }
    const element = to.name === 'project' ? this._detail : this._form;
    await element?.updateComplete;
    // Back from the form leads to where the form was opened.
    if (to.name === 'project' && from.name === 'application' && scroll !== undefined) {
      this._detail?.focusApply();
      return;
    }
    element?.focusHeading();
    if (this.getBoundingClientRect().top < 0) this.scrollIntoView();
  }

  /** After a reload the list is as long as it was only once its pages have arrived. */
  async #restoreScroll(scroll: number): Promise<void> {
    const before = scrollY;
    await this.#listArrival();
    if (scrollY === before) scrollTo({ top: scroll });
  }

  /** Waits until the list has arrived, or could not be loaded, and is drawn. */
  async #listArrival(): Promise<void> {
    await new Promise((resolve) => {
      this.addEventListener('foothold-results', resolve, { once: true });
      this.addEventListener('foothold-error', resolve, { once: true });
    });
    await this._feed?.updateComplete;
  }

  readonly #onQueryChange = (): void => {
    const feed = this._feed;
    if (!feed || viewOf(this._route).name !== 'list') return;
    this._route = { query: feed.query, pages: feed.pages };
    this.#router.replace(this._route);
  };
}
