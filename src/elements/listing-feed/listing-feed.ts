import { ContextConsumer } from '@lit/context';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { navigationContext } from '../../controllers/context.ts';
import { SlowController } from '../../controllers/slow.ts';
import { RouteController, type Routing } from '../../controllers/route.ts';
import type { Project } from '../../domain/project.ts';
import { queryFromParams, queryKey, SORTS, type Query } from '../../domain/query.ts';
import { valueOf } from '../../domain/remote-state.ts';
import { FootholdProjectSelectEvent } from '../../events/project-select.ts';
import { isPlainClick } from '../../lib/plain-click.ts';
import type { FeedResults, FeedSnapshot } from '../../store/feed-store.ts';
import { sharedOf } from '../../source/shared-source.ts';
import { base } from '../../styles/base.ts';
import { tokens } from '../../styles/tokens.ts';
import { cardStyles } from '../internal/card.styles.ts';
import { failure } from '../internal/failure.ts';
import { failureStyles } from '../internal/failure.styles.ts';
import { FootholdElement } from '../internal/foothold-element.ts';
import { heading } from '../internal/heading.ts';
import { skeleton } from '../internal/skeleton.ts';
import { CardCache } from './card-cache.ts';
import { empty } from './empty.ts';
import { cardOf, FeedControls } from './feed-controls.ts';
import { FeedReports } from './feed-reports.ts';
import { FeedSession } from './feed-session.ts';
import { isAsking, type FeedView } from './feed-view.ts';
import { FirstCards } from './first-cards.ts';
import { filterPanel, filtersOf } from './filters.ts';
import { head } from './head.ts';
import { list } from './list.ts';
import { missingNote, staleNote } from './list-notes.ts';
import { LookAhead } from './look-ahead.ts';
import { listingFeedStyles } from './listing-feed.styles.ts';
import { projectHref } from './project-href.ts';
import { toolbar } from './toolbar.ts';

/** A whole number from 1 to 100, as a page may have. */
const pageSizeFrom = (value: number): number => Math.min(Math.max(Math.trunc(value) || 20, 1), 100);

/**
 * The list of projects: search, filters, order, cards, page by page.
 *
 * @tagname foothold-listing-feed
 * @slot - Fallback: stands here until something is drawn, and beside "Try again" when nothing can be.
 * @slot header - Above everything else, for a heading. Default: a heading for screen readers alone.
 * @slot empty - In place of the words under "No projects yet" and "No projects match".
 * @slot error - In place of the words that say why projects could not be loaded.
 * @slot actions - Below the list.
 *
 * @fires {FootholdProjectSelectEvent} foothold-project-select - A project is about to be opened; cancelable.
 * @fires {FootholdQueryChangeEvent} foothold-query-change - Search, filter, sort or page changed.
 * @fires {FootholdResultsEvent} foothold-results - Results for a query arrived.
 * @fires {FootholdRecordsSkippedEvent} foothold-records-skipped - Records could not be read.
 * @fires {FootholdErrorEvent} foothold-error - A request ended in failure.
 *
 * @csspart search - The search box with its label.
 * @csspart sort - The choice of an order with its label.
 * @csspart filters - All filters.
 * @csspart filter - One filter.
 * @csspart filters-button - Opens and closes the filters where they do not stand beside the list.
 * @csspart status - How many projects there are.
 * @csspart chips - What restricts the list, to take away.
 * @csspart card - One project.
 * @csspart card__title - Its title.
 * @csspart card__facts - Its facts.
 * @csspart flag - The word "Featured".
 * @csspart tile - The employer's logo or initials.
 * @csspart note - A remark above or below the list.
 * @csspart failure - What is there when projects could not be loaded.
 * @csspart failure__title - Its heading.
 * @csspart pager - "Show more projects" and how many are shown.
 * @csspart heading - The heading for screen readers.
 *
 * @cssprop [--foothold-min-block-size=0] - Height that is reserved from the start.
 *
 * @cssstate loading - Nothing has arrived yet.
 * @cssstate empty - There are no projects, or none match.
 * @cssstate failed - Projects could not be loaded.
 *
 * @example
 * ```html
 * <foothold-listing-feed api="https://listings.example.edu/api" project-href="/micro-internships?id={id}">
 *   <a href="https://listings.example.edu/">Browse micro-internships</a>
 * </foothold-listing-feed>
 * ```
 * @example
 * ```html
 * <foothold-listing-feed api="/api" layout="compact" max-items="3" scope="featured=true" board-href="/micro-internships">
 *   <h2 slot="header">Micro-internships</h2>
 * </foothold-listing-feed>
 * ```
 */
export class FootholdListingFeed extends FootholdElement {
  static override styles: CSSResultGroup = [
    tokens,
    base,
    failureStyles,
    cardStyles,
    listingFeedStyles,
  ];

  /** How many projects a page has, 1 to 100. */
  @property({ attribute: 'page-size', type: Number }) pageSize = 20;

  /** `list`, a ledger where there is room; `grid`, several columns; `compact`, four short lines each. */
  @property({ reflect: true }) layout: 'list' | 'grid' | 'compact' = 'list';

  /**
   * Which filters, in this order, separated by spaces: `workMode` `location` `category` `pay` `hours`
   * `duration` `skills` `industry` `applyBy` `classYear` `workAuthorization`. Default: all.
   */
  @property() filters?: string;

  /** The order that holds while a student has chosen none: `relevance` `newest` `deadline` `pay` `shortest`. */
  @property() sort?: string;

  /**
   * Part of the query that is fixed, as the API's parameters: `featured=true&category=Design`. What is
   * fixed is not offered as a filter.
   */
  @property() scope?: string;

  /** No search box. */
  @property({ attribute: 'without-search', type: Boolean }) withoutSearch = false;

  /** No filters. */
  @property({ attribute: 'without-filters', type: Boolean }) withoutFilters = false;

  /** No choice of order. */
  @property({ attribute: 'without-sort', type: Boolean }) withoutSort = false;

  /** Where a card leads; `{id}` stands for the project's id. */
  @property({ attribute: 'project-href' }) projectHref?: string;

  /** For a teaser: shows so many projects, and neither search nor filters, order or pages. */
  @property({ attribute: 'max-items', type: Number }) maxItems?: number;

  /** For a teaser: the page with the whole board, where cards and "See all projects" lead. */
  @property({ attribute: 'board-href' }) boardHref?: string;

  /** Where query and pages are kept: `query` (the query string), `hash` (the fragment) or `memory`. */
  @property() routing: Routing = 'memory';

  /** Prefix of the parameters in the URL, the feed's own and those of the board at `board-href`. */
  @property({ attribute: 'route-key' }) routeKey = 'fh';

  /** What is asked, without what `scope` fixes. Another query starts at its first page; set `pages` after it. */
  @property({ attribute: false })
  get query(): Query {
    return this.#session.asked.query;
  }
  set query(query: Query) {
    const isSame = queryKey(query) === queryKey(this.query);
    this.#session.asked = { query, pages: isSame ? this.pages : 1 };
  }

  /** How many pages are shown. */
  @property({ attribute: false })
  get pages(): number {
    return this.#session.asked.pages;
  }
  set pages(pages: number) {
    this.#session.asked = { query: this.query, pages };
  }

  readonly #navigation = new ContextConsumer(this, { context: navigationContext, subscribe: true });
  readonly #session = new FeedSession(this, {
    onShow: (asked) => {
      this.#controls.words = asked.query.q ?? '';
      this.#reports.expect(asked);
    },
    onChange: (snapshot, pages) => {
      this.#reports.tell(snapshot, pages);
    },
  });
  readonly #router = new RouteController(
    this,
    () => this,
    (route, scroll) => {
      this.#session.asked = route;
      this.#scroll = scroll;
      this.requestUpdate();
    },
  );
  readonly #reports = new FeedReports(this, (asked) => {
    this.#controls.follow(asked.query);
    this.#router.replace({ ...this.#router.route, ...asked });
  });
  readonly #controls = new FeedControls(this);
  readonly #slow = new SlowController(this);
  readonly #cards = new CardCache();
  readonly #firstCards = new FirstCards(this, () => Boolean(this.#results?.projects.length));
  /** Something was there to look at; from now on controls stay where they are. */
  #hasSettled = false;
  /** The last ones known. */
  #results: FeedResults | undefined;
  /** Where focus is: on the card of a project, which another order draws anew; `''` is elsewhere. */
  #focused: string | undefined;
  /** Where the page was scrolled to when the list was left. */
  #scroll: number | undefined;

  constructor() {
    super();
    new LookAhead(this, {
      // On another page nothing of this one is remembered.
      onProject: (id) => {
        if (this.#navigation.value && !this.projectHref) this.#expect(id);
      },
      onEnd: () => {
        this.#session.store?.lookAhead();
      },
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#controls.onRetry);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#controls.onRetry);
    // Moving an element disconnects it for a moment.
    queueMicrotask(() => {
      if (!this.isConnected) this.#session.stop();
    });
  }

  /** What is drawn later than the first cards counts. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    if (this.#firstCards.limit === undefined || !this.#firstCards.rest) return isDone;
    await this.#firstCards.rest;
    return super.getUpdateComplete();
  }

  /** Moves focus to a project's card, as after coming back from it; to the list where it is not there. */
  focusProject(id: string): void {
    this.#controls.focusOn(cardOf(id));
  }

  /** Focuses the search box; without one the first card. */
  override focus(options?: FocusOptions): void {
    this.#controls.focusOn('[type=search], [data-id]', options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const focused = this.#focusedElement;
    this.#focused = focused ? (focused.dataset.id ?? '') : undefined;
    const { localizer: l10n, settings, source } = this.connection;
    const pageSize = pageSizeFrom(this.maxItems || this.pageSize);
    const scope = queryFromParams(new URLSearchParams(this.scope));
    const sort = SORTS.find((each) => each === this.sort);
    this.#session.connect({ source, pageSize, scope, sort });
    const { store } = this.#session;
    if (store) this.#takeIn(store.snapshot);
    const { facets = {}, offers } = this.#results ?? {};
    const isTeaser = Boolean(this.maxItems);
    const names = this.filters?.split(/\s+/) ?? settings.ui.filters;
    const filters = isTeaser || this.withoutFilters ? [] : filtersOf({ scope, offers }, names);
    this.#controls.view = store && {
      l10n,
      store,
      scope,
      facets,
      offers,
      sort,
      isTeaser,
      filters,
    };
    this.#cards.prepare({
      l10n,
      settings,
      level: settings.headingLevel + 1,
      apiUrl: source?.url,
      compact: this.layout === 'compact',
      hrefFor: this.#hrefFor,
    });
  }

  get #focusedElement(): HTMLElement | null | undefined {
    return this.shadowRoot?.activeElement as HTMLElement | null | undefined;
  }

  #takeIn({ results }: FeedSnapshot): void {
    const value = valueOf(results);
    const isFailed = results.status === 'failed';
    if (value) this.#results = value;
    // Where the page was scrolled down to, there may be none of the first.
    if (this.#scroll || document.hidden) this.#firstCards.limit = undefined;
    this.#hasSettled ||= value !== undefined || isFailed;
    this.#slow.watch(!this.#hasSettled);
    this.setCustomState(
      isFailed ? 'failed' : !value ? 'loading' : value.projects.length ? undefined : 'empty',
    );
  }

  /** By now the list is asked for, and nothing is to be done until it comes. */
  protected override firstUpdated(): void {
    setTimeout(() => {
      this.connection.localizer.warmUp();
    });
  }

  protected override updated(): void {
    this.#controls.showWords();
    if (this.#focused !== undefined && !this.#focusedElement)
      this.#controls.focusOn(cardOf(this.#focused), { preventScroll: true });
    this.#reports.tellSkipped(this.#cards.takeUndrawn());
    if (this.#scroll && this.#session.store?.snapshot.results.status === 'ready') {
      if (!scrollY) scrollTo({ top: this.#scroll });
      this.#scroll = undefined;
    }
  }

  protected override render(): TemplateResult {
    const controls = this.#controls;
    const { view } = controls;
    if (!view) return html`<slot name="header"></slot><slot></slot>`;
    const { store, isTeaser } = view;
    const { ui, headingLevel } = this.connection.settings;
    const { locale, dir } = this.connection.localizer;
    const hasFilters = view.filters.length > 0;
    const isPartial = this.#firstCards.limit !== undefined && this.#results?.projects.length;
    const hasPanel = hasFilters && ((this.#hasSettled && !isPartial) || controls.isOpen);
    const layout = /^(grid|compact)$/.test(this.layout) ? this.layout : 'ledger';
    const isQuiet = !this.#hasSettled && !this.#slow.isSlow;
    return html`<slot name="header">
        ${
          isTeaser
            ? nothing
            : html`<div class="hidden" lang=${locale} dir=${dir}>
                ${heading(headingLevel, this.t('projects'))}
              </div>`
        }
      </slot>
      <div class="feed ${this.#hasSettled ? '' : 'first'} ${layout}" lang=${locale} dir=${dir}>
        ${
          isQuiet
            ? html`<slot></slot>`
            : html`${isTeaser ? nothing : toolbar(view, controls, this, ui.sorts)}
                <div class="body ${hasFilters ? 'beside' : ''}">
                  ${hasPanel ? filterPanel(view, controls) : nothing}
                  <section
                    class="main"
                    aria-busy=${isPartial || isAsking(store.snapshot) ? 'true' : 'false'}
                  >
                    ${head(view, controls)} ${this.#renderResults(view)}
                    <slot name="actions"></slot>
                  </section>
                </div>`
        }
      </div>`;
  }

  #renderResults(view: FeedView): unknown {
    const { l10n, store } = view;
    const { results, retryAt } = store.snapshot;
    const { onRetry, onRefresh } = this.#controls;
    switch (results.status) {
      case 'idle':
      case 'loading':
        return skeleton(store.pageSize);
      case 'failed':
        return failure({
          l10n,
          level: this.connection.settings.headingLevel + 1,
          title: this.t('listFailed'),
          error: results.error,
          retryAt,
          onRetry,
          host: this,
        });
      case 'stale':
      case 'ready': {
        const { value } = results;
        const { failures = [] } = value;
        return html`${'error' in results ? staleNote(l10n, results.at, onRetry) : nothing}
        ${failures.length ? missingNote(l10n, failures, onRefresh) : nothing}
        ${
          value.projects.length
            ? list(view, this.#controls, value, this.#cards, {
                maxItems: this.maxItems,
                boardHref: this.boardHref,
                limit: this.#firstCards.limit,
                onOpen: this.#onOpen,
              })
            : empty(view, this.#controls)
        }`;
      }
    }
  }

  /** The project may be opened next; where all of it has come with the list, nothing is asked. */
  #expect(id: string): void {
    const { source } = this.connection;
    const shared = source && sharedOf(source);
    if (shared && !shared.cachedDetail(id)?.fresh) shared.detail(id).catch(() => undefined);
  }

  readonly #hrefFor = (project: Pick<Project, 'id' | 'url'>): string | undefined =>
    projectHref(project, this, this.#navigation.value);

  readonly #onOpen = (event: MouseEvent): void => {
    const { id } = (event.target as Element).closest<HTMLElement>('[data-id]')?.dataset ?? {};
    if (id === undefined || !isPlainClick(event)) return;
    const navigation = this.#navigation.value;
    const isWelcome = this.dispatchEvent(new FootholdProjectSelectEvent(id));
    if (isWelcome && (this.projectHref || !navigation)) return;
    event.preventDefault();
    if (isWelcome) navigation?.open({ name: 'project', id });
  };
}
