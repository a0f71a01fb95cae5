import { html, nothing, type TemplateResult } from 'lit';
import { activeFilters } from '../../domain/query.ts';
import { restrictionsOf, type Suggestion } from '../../store/suggestions.ts';
import { icon } from '../internal/icons.ts';
import type { FeedControls } from './feed-controls.ts';
import { isRestricted, type FeedView } from './feed-view.ts';
import { restrictionText } from './filter-words.ts';
import { linkButton } from './link-button.ts';

/** In place of the list: there is nothing yet; or nothing matches, and what to give up for more. */
export function empty(
  { l10n, store, facets }: FeedView,
  { onClear, onLoosen }: FeedControls,
): TemplateResult {
  const { t } = l10n;
  const { query: asked, suggestions } = store.snapshot;
  const words = ({ key, values }: Pick<Suggestion, 'key' | 'values'>) =>
    restrictionText(l10n, facets, key, values, asked.currency);
  const filters = l10n.list(
    restrictionsOf(asked).map((each) => (each.key === 'q' ? `“${words(each)}”` : words(each))),
  );
  return html`<div class="empty">
    <slot name="empty">
      <p>${isRestricted(asked) ? t('noMatchFor', { filters }) : t('noProjectsHint')}</p>
    </slot>
    ${suggestions.map(
      (suggestion) =>
        html`<button
          class="button"
          type="button"
          @click=${() => {
            onLoosen(suggestion.query);
          }}
        >
          ${icon('cross')} ${t('removeQuoted', { filter: words(suggestion) })}
          <span class="count">${t('projectsCount', { n: suggestion.total })}</span>
        </button>`,
    )}
    ${activeFilters(asked).length ? linkButton(t('clearFilters'), onClear) : nothing}
  </div>`;
}
