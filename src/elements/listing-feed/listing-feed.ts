import { ContextConsumer } from '@lit/context';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { navigationContext } from '../../controllers/context.ts';
import { RouteController, type Routing } from '../../controllers/route.ts';
import { StoreController } from '../../controllers/store-controller.ts';
import type { Project } from '../../domain/project.ts';
import {
  activeFilters,
  isListKey,
  queryFromParams,
  queryKey,
  SORTS,
  withoutFilter,
  withoutFilters,
  type Query,
  type Sort,
} from '../../domain/query.ts';
import { valueOf } from '../../domain/remote-state.ts';
import { FootholdErrorEvent } from '../../events/error.ts';
import { FootholdProjectSelectEvent } from '../../events/project-select.ts';
import { FootholdQueryChangeEvent } from '../../events/query-change.ts';
import { FootholdRecordsSkippedEvent } from '../../events/records-skipped.ts';
import { FootholdResultsEvent } from '../../events/results.ts';
import type { MessageKey } from '../../i18n/en/index.ts';
import type { Facets, SkippedRecord } from '../../source/listings-source.ts';
import type { SourceError } from '../../source/source-error.ts';
import { FeedStore, type FeedResults, type FeedSnapshot } from '../../store/feed-store.ts';
import { restrictionsOf, type Suggestion } from '../../store/suggestions.ts';
import { base } from '../../styles/base.ts';
import { tokens } from '../../styles/tokens.ts';
import { card, type CardOptions } from '../internal/card.ts';
import { cardStyles } from '../internal/card.styles.ts';
import { failure, failureText } from '../internal/failure.ts';
import { failureStyles } from '../internal/failure.styles.ts';
import { FootholdElement } from '../internal/foothold-element.ts';
import { heading } from '../internal/heading.ts';
import { icon } from '../internal/icons.ts';
import { note } from '../internal/note.ts';
import { skeleton } from '../internal/skeleton.ts';
import { filterText, restrictionText } from './filter-words.ts';
import { filterGroups } from './filters.ts';
import { listingFeedStyles } from './listing-feed.styles.ts';

const sortWords = {
  relevance: 'sortRelevance',
  newest: 'sortNewest',
  deadline: 'sortDeadline',
  pay: 'sortPay',
  shortest: 'sortShortest',
} as const satisfies Record<Sort, MessageKey>;

/** A whole number from 1 to 100, as a page may have. */
const pageSizeFrom = (value: number): number => Math.min(Math.max(Math.trunc(value) || 20, 1), 100);

/** The date where the student is, `YYYY-MM-DD`. */
const localDate = (now: Date): string =>
  new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

/** The currency that most projects of a list pay in. */
const commonestCurrency = ({ currency = [] }: Facets): string | undefined =>
  [...currency].sort((a, b) => (b.count ?? 0) - (a.count ?? 0))[0]?.value;

/** Pages lead elsewhere only by the web's own addresses. */
const webAddress = (url: string | undefined): string | undefined =>
  url && /^https?:/i.test(url) ? url : undefined;

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
    return this.#wanted?.query ?? this.#store?.snapshot.query ?? {};
  }
  set query(query: Query) {
    const isSame = queryKey(query) === queryKey(this.query);
    this.#wanted = { query, pages: isSame ? this.pages : 1 };
  }

  /** How many pages are shown. */
  @property({ attribute: false })
  get pages(): number {
    return this.#wanted?.pages ?? this.#store?.pages ?? 1;
  }
  set pages(pages: number) {
    this.#wanted = { query: this.query, pages };
  }

  @query('[type=search]') private readonly _search!: HTMLInputElement | null;
  @query('[role=status]') private readonly _status!: HTMLElement | null;
  @state() private _isOpen = false;

  readonly #navigation = new ContextConsumer(this, { context: navigationContext, subscribe: true });
  readonly #stores = new StoreController<FeedSnapshot>(this, (snapshot) => {
    this.#report(snapshot);
  });
  readonly #router = new RouteController(
    this,
    () => this,
    ({ query: asked, pages }, scroll) => {
      this.query = asked;
      this.pages = pages;
      this.#scroll = scroll;
    },
  );
  #store: FeedStore | undefined;
  #storeFrom = '';
  #source: unknown;
  /** What is to be shown next: a view that was set from outside. */
  #wanted: { readonly query: Query; readonly pages: number } | undefined;
  #isStopped = false;
  /** Something was there to look at; from now on controls stay where they are. */
  #hasSettled = false;
  #scope: Query = {};
  /** The last ones known: filters stay while a query fails. */
  #facets: Facets = {};
  readonly #expanded = new Set<string>();
  readonly #unfolded = new Set<string>();
  /** What stands in the search box. */
  #words = '';
  #scroll: number | undefined;
  /** Cards that are drawn need not be worked out again. */
  #cards = new WeakMap<Project, TemplateResult | undefined>();
  #cardOptions: CardOptions | undefined;
  #cardsFrom: readonly unknown[] = [];
  #undrawn: string[] = [];
  /** What was told by events, so that each is told once. */
  #told: { view?: string; value?: FeedResults; error?: SourceError } = {};
  readonly #toldSkipped = new WeakSet<SkippedRecord>();

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#onRetry);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#onRetry);
    // Moving an element disconnects it for a moment.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#store?.stop();
      this.#isStopped = true;
    });
  }

  /** Moves focus to a project's card, as after coming back from it; to the list where it is not there. */
  focusProject(id: string): void {
    const links = this.renderRoot.querySelectorAll<HTMLElement>('[data-id]');
    ([...links].find((link) => link.dataset.id === id) ?? this._status)?.focus();
  }

  /** Focuses the search box; without one the first card. */
  override focus(options?: FocusOptions): void {
    const first = this.renderRoot.querySelector<HTMLElement>('[type=search], [data-id]');
    (first ?? this._status)?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#connectStore();
    const snapshot = this.#store?.snapshot;
    if (!snapshot) return;
    const value = valueOf(snapshot.results);
    if (value) this.#facets = value.facets;
    this.#hasSettled ||= value !== undefined || snapshot.results.status === 'failed';
    this.#prepareCards();
    this.setCustomState(
      snapshot.results.status === 'failed'
        ? 'failed'
        : !value
          ? 'loading'
          : value.projects.length
            ? undefined
            : 'empty',
    );
  }

  protected override updated(): void {
    if (this._search && this._search.value !== this.#words) this._search.value = this.#words;
    if (this.#undrawn.length) {
      this.dispatchEvent(new FootholdRecordsSkippedEvent(this.#undrawn));
      this.#undrawn = [];
    }
    if (this.#scroll && this.#told.value) {
      if (!scrollY) scrollTo({ top: this.#scroll });
      this.#scroll = undefined;
    }
  }

  get #isTeaser(): boolean {
    return Boolean(this.maxItems);
  }

  #connectStore(): void {
    const { source } = this.connection;
    this.#scope = queryFromParams(new URLSearchParams(this.scope));
    const pageSize = pageSizeFrom(this.maxItems || this.pageSize);
    const sort = SORTS.find((each) => each === this.sort);
    const from = `${pageSize} ${sort ?? ''} ${queryKey(this.#scope)}`;
    let view = this.#wanted;
    if (source !== this.#source || from !== this.#storeFrom) {
      this.#source = source;
      this.#storeFrom = from;
      view = { query: this.query, pages: this.pages };
      this.#store?.stop();
      this.#store = source && new FeedStore({ source, pageSize, scope: this.#scope, sort });
      this.#stores.store = this.#store;
    } else if (this.#isStopped) view ??= { query: this.query, pages: this.pages };
    if (!view || !this.#store) return;
    this.#isStopped = false;
    this.#wanted = undefined;
    this.#words = view.query.q ?? '';
    this.#told.view = viewKey(view);
    this.#store.show(view.query, view.pages);
  }

  /** Says by events what has changed. */
  #report({ query: asked, results, moreError }: FeedSnapshot): void {
    const { pages } = this.#store!;
    const view = viewKey({ query: asked, pages });
    if (view !== this.#told.view) {
      this.#told.view = view;
      // Spaces at the end are kept: the next word may follow.
      if (this.#words.trim() !== (asked.q ?? '')) this.#words = asked.q ?? '';
      this.#router.replace({ ...this.#router.route, query: asked, pages });
      this.dispatchEvent(new FootholdQueryChangeEvent(asked));
    }
    if (results.status === 'ready' && results.value !== this.#told.value) {
      const { value } = results;
      this.#told.value = value;
      const skipped = value.skipped.filter((record) => !this.#toldSkipped.has(record));
      for (const record of skipped) this.#toldSkipped.add(record);
      if (skipped.length)
        this.dispatchEvent(new FootholdRecordsSkippedEvent(skipped.map(({ reason }) => reason)));
      this.dispatchEvent(new FootholdResultsEvent(asked, value.total, value.projects.length));
    }
    const error = 'error' in results ? results.error : moreError;
    if (error && error !== this.#told.error) {
      this.#told.error = error;
      this.dispatchEvent(new FootholdErrorEvent('list', error));
    }
  }

  protected override render(): TemplateResult {
    if (!this.#store) return html`<slot name="header"></slot><slot></slot>`;
    const snapshot = this.#store.snapshot;
    const { headingLevel } = this.connection.settings;
    const isBeside = this.#hasFilters ? 'beside' : '';
    return html`<slot name="header">
        ${
          this.#isTeaser
            ? nothing
            : html`<div class="hidden">${heading(headingLevel, this.t('projects'))}</div>`
        }
      </slot>
      <div
        class="feed ${this.#hasSettled ? '' : 'first'} ${/^(grid|compact)$/.test(this.layout) ? this.layout : 'ledger'}"
      >
        <div class="feed__view">
          ${this.#isTeaser ? nothing : this.#renderBar(snapshot)}
          <div class="body ${isBeside}">
            ${this.#hasFilters && (this.#hasSettled || this._isOpen) ? this.#renderFilters(snapshot) : nothing}
            <section class="main" aria-busy=${isAsking(snapshot) ? 'true' : 'false'}>
              ${this.#renderHead(snapshot)} ${this.#renderResults(snapshot)}
              <slot name="actions"></slot>
            </section>
          </div>
        </div>
        ${this.#hasSettled ? nothing : html`<div class="fallback"><slot></slot></div>`}
      </div>`;
  }

  get #hasFilters(): boolean {
    return !this.withoutFilters && !this.#isTeaser;
  }

  #renderBar({ query: asked }: FeedSnapshot): TemplateResult {
    const { t } = this;
    const count = activeFilters(asked).length;
    return html`<div class="bar" role="search">
      ${
        this.withoutSearch
          ? nothing
          : html`<label class="search" part="search">
              <span class="label">${t('searchLabel')}</span>
              ${icon('search')}
              <input
                class="field"
                type="search"
                maxlength="200"
                autocomplete="off"
                placeholder=${t('searchHint')}
                @input=${this.#onInput}
                @change=${this.#onSearch}
              />
            </label>`
      }
      ${
        this.#hasFilters
          ? html`<button
              class="button filters-button"
              part="filters-button"
              type="button"
              aria-expanded=${this._isOpen ? 'true' : 'false'}
              aria-controls="filters"
              @click=${this.#onToggle}
            >
              ${icon('filter')} ${t('filters')}
              ${
                count
                  ? html`<span class="badge" aria-hidden="true"
                        >${this.connection.localizer.number(count)}</span
                      >
                      <span class="hidden">${t('filtersOn', { n: count })}</span>`
                  : nothing
              }
              ${icon('chevron')}
            </button>`
          : nothing
      }
      ${this.withoutSort || this.#scope.sort ? nothing : this.#renderSort(asked)}
    </div>`;
  }

  #renderSort({ q, sort }: Query): TemplateResult {
    const sorts = (this.connection.settings.ui.sorts ?? SORTS).filter(
      (each) => each in sortWords && (q || each !== 'relevance'),
    );
    const chosen = sort ?? this.#defaultSort;
    return html`<label class="sort" part="sort">
      <span class="label">${this.t('sortBy')}</span>
      <select class="field" @change=${this.#onSort}>
        ${sorts.map(
          (each) =>
            html`<option value=${each} .selected=${each === chosen}>
              ${this.t(sortWords[each])}
            </option>`,
        )}
      </select>
    </label>`;
  }

  /** The order in force while none is chosen. */
  get #defaultSort(): Sort {
    const own = SORTS.find((each) => each === this.sort);
    return own ?? (this.query.q ? 'relevance' : 'newest');
  }

  #renderFilters({ query: asked, results }: FeedSnapshot): TemplateResult {
    const total = valueOf(results)?.total;
    return html`<div
      class="filters ${this._isOpen ? 'open' : ''}"
      id="filters"
      part="filters"
      role="group"
      aria-label=${this.t('filters')}
      @change=${this.#onFilter}
    >
      ${filterGroups({
        l10n: this.connection.localizer,
        query: asked,
        scope: this.#scope,
        facets: this.#facets,
        names: this.filters?.split(/\s+/).filter(Boolean) ?? this.connection.settings.ui.filters,
        expanded: this.#expanded,
        unfolded: this.#unfolded,
        currency: this.#currency,
        today: localDate(new Date()),
        onExpand: this.#onExpand,
      })}
      <button class="button primary filters__done" type="button" @click=${this.#onDone}>
        ${total ? this.t('showProjects', { n: total }) : this.t('showResults')}
      </button>
    </div>`;
  }

  get #currency(): string | undefined {
    return this.query.currency ?? this.#scope.currency ?? commonestCurrency(this.#facets);
  }

  /** How many there are, and what restricts them. */
  #renderHead({ query: asked, results }: FeedSnapshot): TemplateResult {
    const filters = activeFilters(asked);
    const isEmpty = valueOf(results)?.projects.length === 0;
    const status = this.#statusText(asked, results);
    const isSilent = !status || (this.#isTeaser && !isEmpty);
    return html`<div class="head">
      <p class="status ${isSilent ? 'hidden' : ''}" part="status" role="status" tabindex="-1">
        ${status}
      </p>
      ${
        filters.length && !this.#isTeaser
          ? html`<ul class="chips" part="chips" aria-label=${this.t('filters')}>
              ${filters.map(({ key, value }) => {
                const words = this.#filterText(asked, key, value);
                return html`<li>
                  <button
                    class="chip"
                    type="button"
                    data-key=${key}
                    data-value=${value}
                    aria-label=${this.t('remove', { filter: words })}
                    @click=${this.#onChip}
                  >
                    <bdi>${words}</bdi> ${icon('cross')}
                  </button>
                </li>`;
              })}
              ${isEmpty ? nothing : html`<li>${this.#clearButton()}</li>`}
            </ul>`
          : nothing
      }
    </div>`;
  }

  #clearButton(): TemplateResult {
    return html`<button class="link" type="button" @click=${this.#onClear}>
      ${this.t('clearFilters')}
    </button>`;
  }

  #filterText(asked: Query, key: keyof Query, value: string): string {
    const { localizer } = this.connection;
    return filterText(localizer, this.#facets, key, value, asked.currency);
  }

  #statusText(asked: Query, results: FeedSnapshot['results']): string {
    const value = valueOf(results);
    if (!value) return results.status === 'failed' ? '' : this.t('loadingProjects');
    const { total, nextCursor, projects } = value;
    const n = total ?? projects.length;
    if (!n) return this.t(isRestricted(asked) ? 'noMatch' : 'noProjects');
    return this.t(total === null && nextCursor ? 'moreThan' : 'projectsCount', { n });
  }

  #renderResults(snapshot: FeedSnapshot): unknown {
    const { results, query: asked } = snapshot;
    switch (results.status) {
      case 'idle':
      case 'loading':
        return skeleton(this.#store!.pageSize);
      case 'failed':
        return failure({
          l10n: this.connection.localizer,
          level: this.#cardLevel,
          title: this.t('listFailed'),
          error: results.error,
          retryAt: snapshot.retryAt,
          onRetry: this.#onRetry,
          host: this,
        });
      case 'stale':
      case 'ready':
        return html`${'error' in results ? this.#renderStale(results.at) : nothing}
        ${
          results.value.projects.length
            ? this.#renderList(results.value, snapshot)
            : this.#renderEmpty(asked, snapshot)
        }`;
    }
  }

  #tryAgain(): TemplateResult {
    return html`<button class="link" type="button" @click=${this.#onRetry}>
      ${this.t('tryAgain')}
    </button>`;
  }

  #renderStale(at: number): TemplateResult {
    const isToday = new Date(at).toDateString() === new Date().toDateString();
    const time = this.connection.localizer.date(at, {
      ...(isToday ? {} : { month: 'short', day: 'numeric' }),
      hour: 'numeric',
      minute: '2-digit',
    });
    return note({
      icon: 'clock',
      lead: this.t('staleSince', { time }),
      text: this.t('staleHint'),
      action: this.#tryAgain(),
      role: 'status',
      tone: 'warning',
    });
  }

  #renderEmpty(asked: Query, { suggestions }: FeedSnapshot): TemplateResult {
    const { localizer } = this.connection;
    const words = ({ key, values }: Pick<Suggestion, 'key' | 'values'>) =>
      restrictionText(localizer, this.#facets, key, values, asked.currency);
    if (!isRestricted(asked))
      return html`<div class="empty">
        <slot name="empty"><p>${this.t('noProjectsHint')}</p></slot>
      </div>`;
    const filters = localizer.list(
      restrictionsOf(asked).map((each) => (each.key === 'q' ? `“${words(each)}”` : words(each))),
    );
    return html`<div class="empty">
      <slot name="empty"><p>${this.t('noMatchFor', { filters })}</p></slot>
      ${suggestions.map((suggestion) => {
        const { query: looser, total } = suggestion;
        return html`<button
          class="button"
          type="button"
          @click=${() => {
            this.#changeAll(() => looser);
          }}
        >
          ${icon('cross')} ${this.t('removeQuoted', { filter: words(suggestion) })}
          <span class="count">${this.t('projectsCount', { n: total })}</span>
        </button>`;
      })}
      ${activeFilters(asked).length ? this.#clearButton() : nothing}
    </div>`;
  }

  #renderList(value: FeedResults, snapshot: FeedSnapshot): TemplateResult {
    const { t } = this;
    const projects = value.projects.slice(0, this.maxItems || undefined);
    const cards = projects.flatMap((project) => {
      const drawn = this.#cardOf(project);
      return drawn ? [{ id: project.id, drawn }] : [];
    });
    const skipped = value.skipped.length + projects.length - cards.length;
    return html`<div class="table">
        <div class="columns" aria-hidden="true">
          <span>${t('project')}</span><span>${t('pay')}</span><span>${t('time')}</span>
          <span>${t('where')}</span><span>${t('applyBy')}</span>
        </div>
        <ul class="list">
          ${repeat(
            cards,
            ({ id }) => id,
            ({ drawn }) => html`<li>${drawn}</li>`,
          )}
        </ul>
      </div>
      ${this.#isTeaser ? this.#renderSeeAll(value) : this.#renderPager(value, snapshot)}
      ${
        skipped
          ? note({ icon: 'info', lead: t('skipped', { n: skipped }), text: t('skippedHint') })
          : nothing
      }`;
  }

  #renderPager(value: FeedResults, { more, moreError }: FeedSnapshot): unknown {
    const { total, projects, nextCursor } = value;
    const { localizer } = this.connection;
    if (!nextCursor) return nothing;
    const shown = localizer.number(projects.length);
    return html`${
        moreError
          ? note({
              icon: 'alert',
              lead: this.t('moreFailed'),
              text: failureText(localizer, moreError),
              action: this.#tryAgain(),
              role: 'alert',
              tone: 'negative',
            })
          : nothing
      }
      <div class="pager" part="pager">
        <button
          class="button"
          type="button"
          aria-disabled=${more === 'loading' ? 'true' : nothing}
          @click=${this.#onMore}
        >
          ${this.t('showMore')}
        </button>
        <span class="muted">
          ${
            total === null
              ? this.t('shown', { shown })
              : this.t('shownOf', { shown, total: localizer.number(total) })
          }
        </span>
      </div>`;
  }

  #renderSeeAll({ total }: FeedResults): unknown {
    return this.boardHref
      ? html`<p class="see-all">
          <a href=${this.boardHref}
            >${total === null ? this.t('seeEvery') : this.t('seeAll', { n: total })}</a
          >
          ${icon('forward')}
        </p>`
      : nothing;
  }

  get #cardLevel(): number {
    return this.connection.settings.headingLevel + 1;
  }

  /** Forgets drawn cards when something changed that all of them depend on. */
  #prepareCards(): void {
    const { localizer, settings, source } = this.connection;
    const now = new Date();
    const example = this.#hrefFor({ id: 'x' });
    const from = [localizer, settings, source, this.layout, example, now.toDateString()];
    if (from.every((each, index) => each === this.#cardsFrom[index])) return;
    this.#cardsFrom = from;
    this.#cards = new WeakMap();
    this.#cardOptions = {
      l10n: localizer,
      settings,
      level: this.#cardLevel,
      apiUrl: source?.url,
      compact: this.layout === 'compact',
      now: now.getTime(),
      hrefFor: this.#hrefFor,
      onOpen: this.#onOpen,
    };
  }

  /** A project that cannot be drawn takes only its own card away. */
  #cardOf(project: Project): TemplateResult | undefined {
    if (!this.#cards.has(project)) {
      let drawn: TemplateResult | undefined;
      try {
        drawn = card(project, this.#cardOptions!);
      } catch (error) {
        this.#undrawn.push(`${project.id}: ${String(error)}`);
      }
      this.#cards.set(project, drawn);
    }
    return this.#cards.get(project);
  }

  readonly #hrefFor = ({ id, url }: Pick<Project, 'id' | 'url'>): string | undefined => {
    if (this.projectHref) return this.projectHref.replaceAll('{id}', encodeURIComponent(id));
    const deep = this.#navigation.value?.hrefFor({ name: 'project', id });
    if (deep !== undefined) return deep;
    if (this.boardHref && URL.canParse(this.boardHref, this.baseURI)) {
      const board = new URL(this.boardHref, this.baseURI);
      board.searchParams.set(`${this.routeKey}-project`, id);
      return board.href;
    }
    return webAddress(url);
  };

  #change(changes: Parameters<FeedStore['change']>[0]): void {
    this.#store?.change(changes);
  }

  /** The control that was pressed goes with the change. */
  #changeAll(changes: (query: Query) => Query): void {
    this.#change(changes);
    void this.#focusNext(() => this._status);
  }

  /** Where the control that had focus has gone, focus goes on to what comes next. */
  async #focusNext(find: () => HTMLElement | null | undefined): Promise<void> {
    await this.updateComplete;
    (find() ?? this._status)?.focus();
  }

  readonly #onRetry = (): void => {
    this.#store?.retry();
  };

  readonly #onInput = ({ target }: InputEvent): void => {
    this.#words = (target as HTMLInputElement).value;
    this.#store?.search(this.#words);
  };

  /** Enter need not wait. */
  readonly #onSearch = (): void => {
    this.#change({ q: this.#words });
  };

  readonly #onSort = ({ target }: Event): void => {
    const sort = (target as HTMLSelectElement).value as Sort;
    this.#change({ sort: sort === this.#defaultSort ? undefined : sort });
  };

  readonly #onToggle = (): void => {
    this._isOpen = !this._isOpen;
  };

  readonly #onDone = (): void => {
    this._isOpen = false;
    void this.#focusNext(() => this._status);
  };

  readonly #onFilter = ({ target }: Event): void => {
    const { name, value, type, checked } = target as HTMLInputElement;
    if (isListKey(name)) {
      const others = this.query[name]?.filter((each) => each !== value) ?? [];
      this.#change({ [name]: checked ? [...others, value] : others });
    } else {
      this.#change({
        [name]: type === 'checkbox' && !checked ? undefined : value,
        ...(name === 'payMin' ? { currency: value ? this.#currency : undefined } : {}),
      });
    }
  };

  readonly #onExpand = (key: string): void => {
    this.#expanded.add(key);
    const before = this.renderRoot.querySelectorAll(`[name=${key}]`);
    const shown = new Set(before);
    this.requestUpdate();
    void this.#focusNext(() =>
      [...this.renderRoot.querySelectorAll<HTMLElement>(`[name=${key}]`)].find(
        (each) => !shown.has(each),
      ),
    );
  };

  readonly #onChip = ({ currentTarget }: Event): void => {
    const chip = currentTarget as HTMLElement;
    const { key, value } = chip.dataset;
    const chips = () => [...this.renderRoot.querySelectorAll<HTMLElement>('.chip')];
    const index = chips().indexOf(chip);
    const filter = activeFilters(this.query).find(
      (each) => each.key === key && each.value === value,
    );
    if (filter) this.#change((asked) => withoutFilter(asked, filter));
    void this.#focusNext(() => chips()[index] ?? chips().at(-1));
  };

  readonly #onClear = (): void => {
    this.#changeAll(withoutFilters);
  };

  readonly #onMore = async (): Promise<void> => {
    const first = await this.#store?.more();
    if (first === undefined) return;
    await this.updateComplete;
    const project = valueOf(this.#store!.snapshot.results)?.projects[first];
    if (project) this.focusProject(project.id);
  };

  readonly #onOpen = (event: MouseEvent): void => {
    const id = (event.currentTarget as HTMLElement).dataset.id ?? '';
    // Another button or a key means another tab, window or file: the browser's own affair.
    const { metaKey, ctrlKey, shiftKey, altKey, button } = event;
    if (metaKey || ctrlKey || shiftKey || altKey || button) return;
    const navigation = this.#navigation.value;
    const isWelcome = this.dispatchEvent(new FootholdProjectSelectEvent(id));
    if (isWelcome && (this.projectHref || !navigation)) return;
    event.preventDefault();
    if (isWelcome) navigation?.open({ name: 'project', id });
  };
}

const viewKey = ({ query, pages }: { readonly query: Query; readonly pages: number }): string =>
  `${pages} ${queryKey(query)}`;

const isRestricted = (query: Query): boolean => Boolean(query.q) || activeFilters(query).length > 0;

/** True while something is on its way. */
const isAsking = ({ results, more }: FeedSnapshot): boolean =>
  results.status === 'loading' ||
  (results.status === 'stale' && !results.error) ||
  more === 'loading';
