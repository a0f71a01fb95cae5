/** Above the list: search, the button that opens the filters, the order. */
import { html, nothing, type TemplateResult } from 'lit';
import { activeFilters, SORTS, type Sort } from '../../domain/query.ts';
import type { MessageKey } from '../../i18n/en/index.ts';
import type { Localizer } from '../../i18n/localizer.ts';
import { icon } from '../internal/icons.ts';
import type { FeedControls } from './feed-controls.ts';
import { defaultSort, isOffered, type FeedView } from './feed-view.ts';

export interface ToolbarOptions {
  readonly withoutSearch: boolean;
  readonly withoutSort: boolean;
}

const sortWords = {
  '': 'sortListed',
  relevance: 'sortRelevance',
  newest: 'sortNewest',
  deadline: 'sortDeadline',
  pay: 'sortPay',
  shortest: 'sortShortest',
} as const satisfies Record<Sort | '', MessageKey>;

/** @param sorts which orders are offered; default all */
export const toolbar = (
  view: FeedView,
  controls: FeedControls,
  { withoutSearch, withoutSort }: ToolbarOptions,
  sorts: readonly Sort[] | undefined,
): TemplateResult =>
  html`<div class="bar" role="search">
    ${withoutSearch || !isOffered(view, 'q') ? nothing : search(view.l10n, controls)}
    ${view.filters.length ? filtersButton(view, controls) : nothing}
    ${withoutSort || view.scope.sort ? nothing : order(view, controls, sorts)}
  </div>`;

const search = ({ t }: Localizer, { onInput, onSearch }: FeedControls) =>
  html`<label class="search" part="search">
    <span class="label">${t('searchLabel')}</span>
    ${icon('search')}
    <input
      class="field"
      type="search"
      maxlength="200"
      autocomplete="off"
      placeholder=${t('searchHint')}
      @input=${onInput}
      @change=${onSearch}
    />
  </label>`;

function filtersButton({ l10n, store }: FeedView, { isOpen, onToggle }: FeedControls) {
  const n = activeFilters(store.snapshot.query).length;
  return html`<button
    class="button filters-button"
    part="filters-button"
    type="button"
    aria-expanded=${isOpen ? 'true' : 'false'}
    aria-controls="filters"
    @click=${onToggle}
  >
    ${icon('filter')} ${l10n.t('filters')}
    ${
      n
        ? html`<span class="badge" aria-hidden="true">${l10n.number(n)}</span>
            <span class="hidden">${l10n.t('filtersOn', { n })}</span>`
        : nothing
    }
    ${icon('chevron')}
  </button>`;
}

function order(view: FeedView, { onSort }: FeedControls, sorts: readonly Sort[] = SORTS) {
  const { t } = view.l10n;
  const { q, sort = defaultSort(view) } = view.store.snapshot.query;
  const { sorts: known = SORTS } = view.offers ?? {};
  const offered = sorts.filter((each) => known.includes(each) && (q || each !== 'relevance'));
  // The order in force has a name, or else it is just how they are listed.
  const options = offered.includes(sort) ? offered : ['' as const, ...offered];
  if (options.length < 2) return nothing;
  return html`<label class="sort" part="sort">
    <span class="label">${t('sortBy')}</span>
    <select class="field" @change=${onSort}>
      ${options.map(
        (each) =>
          html`<option value=${each} .selected=${each === sort}>${t(sortWords[each])}</option>`,
      )}
    </select>
  </label>`;
}
