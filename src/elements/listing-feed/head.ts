/** Above the cards: how many there are, and what restricts them. */
import { html, nothing, type TemplateResult } from 'lit';
import { activeFilters } from '../../domain/query.ts';
import { valueOf } from '../../domain/remote-state.ts';
import { icon } from '../internal/icons.ts';
import type { FeedControls } from './feed-controls.ts';
import { isRestricted, type FeedView } from './feed-view.ts';
import { filterText } from './filter-words.ts';
import { linkButton } from './link-button.ts';

export function head(view: FeedView, controls: FeedControls): TemplateResult {
  const { store, isTeaser } = view;
  const words = statusText(view);
  const isEmpty = valueOf(store.snapshot.results)?.projects.length === 0;
  const isSilent = !words || (isTeaser && !isEmpty);
  return html`<div class="head">
    <p class="status ${isSilent ? 'hidden' : ''}" part="status" role="status" tabindex="-1">
      ${words}
    </p>
    ${isTeaser ? nothing : chips(view, controls, isEmpty)}
  </div>`;
}

function statusText({ l10n: { t }, store }: FeedView): string {
  const { results, query } = store.snapshot;
  const value = valueOf(results);
  if (!value) return results.status === 'failed' ? '' : t('loadingProjects');
  const { total, nextCursor, projects } = value;
  const n = total ?? projects.length;
  if (!n) return t(isRestricted(query) ? 'noMatch' : 'noProjects');
  return t(total === null && nextCursor ? 'moreThan' : 'projectsCount', { n });
}

function chips({ l10n, store, facets }: FeedView, controls: FeedControls, isEmpty: boolean) {
  const { t } = l10n;
  const { query } = store.snapshot;
  const filters = activeFilters(query);
  if (!filters.length) return nothing;
  return html`<ul class="chips" part="chips" aria-label=${t('filters')}>
    ${filters.map(({ key, value }) => {
      const words = filterText(l10n, facets, key, value, query.currency);
      return html`<li>
        <button
          class="chip"
          type="button"
          data-key=${key}
          data-value=${value}
          aria-label=${t('remove', { filter: words })}
          @click=${controls.onChip}
        >
          <bdi>${words}</bdi> ${icon('cross')}
        </button>
      </li>`;
    })}
    ${isEmpty ? nothing : html`<li>${linkButton(t('clearFilters'), controls.onClear)}</li>`}
  </ul>`;
}
