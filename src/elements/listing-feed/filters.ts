/** The filters: native controls, named by the parameter they set. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Query } from '../../domain/query.ts';
import { valueOf } from '../../domain/remote-state.ts';
import type { MessageKey } from '../../i18n/en/index.ts';
import { icon } from '../internal/icons.ts';
import type { FeedControls } from './feed-controls.ts';
import { isOffered, type FeedView } from './feed-view.ts';
import { filterControls } from './filter-controls.ts';

export type FilterName =
  | 'workMode'
  | 'location'
  | 'category'
  | 'pay'
  | 'hours'
  | 'duration'
  | 'skills'
  | 'industry'
  | 'applyBy'
  | 'classYear'
  | 'workAuthorization';

interface Filter {
  readonly legend: MessageKey;
  readonly hint?: MessageKey;
  /** The parameter that it sets. */
  readonly key: keyof Query;
  readonly isFolded?: boolean;
}

/** In the order in which students use them; the last ones wait folded. */
const filters: Readonly<Record<FilterName, Filter>> = {
  workMode: { legend: 'filterWorkMode', key: 'workMode' },
  pay: { legend: 'pay', hint: 'payHint', key: 'payMin' },
  hours: { legend: 'hours', hint: 'hoursHint', key: 'hoursMax' },
  duration: { legend: 'filterDuration', hint: 'durationHint', key: 'durationDaysMax' },
  category: { legend: 'filterCategory', key: 'category' },
  applyBy: { legend: 'applyBy', key: 'applyByTo' },
  location: { legend: 'filterLocation', key: 'location', isFolded: true },
  skills: { legend: 'filterSkills', key: 'skill', isFolded: true },
  industry: { legend: 'filterIndustry', key: 'industry', isFolded: true },
  classYear: { legend: 'filterClassYear', key: 'classYear', isFolded: true },
  workAuthorization: {
    legend: 'filterWorkAuthorization',
    key: 'workAuthorization',
    isFolded: true,
  },
};

/**
 * Those filters that a feed has: not what the scope fixes, nor what does nothing.
 * @param names which, in this order; default all
 */
export const filtersOf = (
  view: Pick<FeedView, 'scope' | 'offers'>,
  names: readonly string[] = Object.keys(filters),
): readonly string[] =>
  names.filter((name) => {
    const { key } = Object.hasOwn(filters, name) ? filters[name as FilterName] : {};
    if (!key || key in view.scope) return false;
    return isOffered(view, key) || (key === 'payMin' && isOffered(view, 'paid'));
  });

/** All filters of a feed; a set without values is left out. */
export function filterPanel(view: FeedView, controls: FeedControls): TemplateResult {
  const { t } = view.l10n;
  const total = valueOf(view.store.snapshot.results)?.total;
  return html`<div
    class="filters ${controls.isOpen ? 'open' : ''}"
    id="filters"
    part="filters"
    role="group"
    aria-label=${t('filters')}
    @change=${controls.onFilter}
  >
    ${view.filters.map((name) => group(filters[name as FilterName], view, controls))}
    <button class="button primary filters__done" type="button" @click=${controls.onDone}>
      ${total ? t('showProjects', { n: total }) : t('showResults')}
    </button>
  </div>`;
}

function group({ legend, hint, key, isFolded }: Filter, view: FeedView, controls: FeedControls) {
  const body = filterControls(key, view, controls);
  if (body === nothing) return nothing;
  const { unfolded } = controls;
  const { t } = view.l10n;
  const words = t(legend);
  const fieldset = html`<fieldset
    class="filter"
    part="filter"
    aria-describedby=${hint ? `${key}-hint` : nothing}
  >
    <legend id="${key}-legend" class=${isFolded ? 'hidden' : ''}>${words}</legend>
    ${hint ? html`<span class="filter__hint" id="${key}-hint">${t(hint)}</span>` : nothing}
    <div class="filter__body">${body}</div>
  </fieldset>`;
  if (!isFolded) return fieldset;
  if (key in view.store.snapshot.query) unfolded.add(key);
  return html`<details class="fold" ?open=${unfolded.has(key)}>
    <summary>${words} ${icon('chevron')}</summary>
    ${fieldset}
  </details>`;
}
