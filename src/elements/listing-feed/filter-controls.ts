/** The native controls of one filter. */
import { html, nothing } from 'lit';
import { addDays, localDate } from '../../domain/dates.ts';
import type { ListKey, Query } from '../../domain/query.ts';
import type { Localizer } from '../../i18n/localizer.ts';
import type { FeedControls } from './feed-controls.ts';
import { currencyOf, isOffered, type FeedView } from './feed-view.ts';
import { valueText } from './filter-words.ts';
import { linkButton } from './link-button.ts';

/** Values of a set that are shown at first, and at most: a source may have thousands. */
const FIRST = 5;
const MOST = 100;
const WEEK = 7;

/** What sets one parameter; `nothing` where there is nothing to choose. */
export function filterControls(key: keyof Query, view: FeedView, controls: FeedControls): unknown {
  switch (key) {
    case 'payMin':
      return pay(view);
    case 'hoursMax':
      return segments(key, [10, 20, 30, 40], 1, view);
    case 'durationDaysMax':
      return segments(key, [1, 2, 3, 4], WEEK, view);
    case 'applyByTo':
      return dates(view);
    case 'workAuthorization':
      return option(
        key,
        'not_required',
        view.l10n.t('noAuthorization'),
        view.store.snapshot.query.workAuthorization === 'not_required',
      );
    default:
      return values(key as ListKey, view, controls);
  }
}

const option = (key: string, value: string, words: string, isOn: boolean, count?: string) =>
  html`<label class="option">
    <input type="checkbox" name=${key} .value=${value} .checked=${isOn} />
    <bdi .textContent=${words}></bdi>
    <span class="count" .textContent=${count ?? ''}></span>
  </label>`;

/** Work modes are known; what else there is to choose from, only the source knows. */
function values(
  key: ListKey,
  { l10n, store, facets }: FeedView,
  { expanded, onExpand }: FeedControls,
) {
  const chosen = store.snapshot.query[key] ?? [];
  const offered = new Map(facets[key]?.slice(0, MOST).map(({ value, count }) => [value, count]));
  const modes = key === 'workMode' ? ['remote', 'hybrid', 'onsite'] : [];
  const all = [...new Set([...modes, ...offered.keys(), ...chosen])];
  if (!all.length) return nothing;
  const first = expanded.has(key) ? all.length : FIRST;
  return html`${all
    .filter((value, index) => index < first || chosen.includes(value))
    .map((value) => {
      const count = offered.get(value);
      return option(
        key,
        value,
        valueText(l10n, facets, key, value),
        chosen.includes(value),
        count === undefined ? undefined : l10n.number(count),
      );
    })}
  ${
    first < all.length
      ? linkButton(
          l10n.t('showMoreValues', { n: all.length - FIRST }),
          () => {
            onExpand(key);
          },
          'filter__more',
        )
      : nothing
  }`;
}

function pay(view: FeedView) {
  const { l10n, store } = view;
  const { payMin = '', paid } = store.snapshot.query;
  const currency = isOffered(view, 'payMin') && currencyOf(view);
  const number = currency
    ? html`<label class="amount">
        <span>${symbolOf(l10n, currency)}</span>
        <input
          class="field"
          type="number"
          name="payMin"
          min="0"
          inputmode="decimal"
          aria-labelledby="payMin-legend payMin-hint"
          .value=${String(payMin)}
        />
      </label>`
    : nothing;
  const stated = isOffered(view, 'paid')
    ? option('paid', 'true', l10n.t('paidOnly'), paid === true)
    : nothing;
  return number === nothing && stated === nothing ? nothing : html`${number}${stated}`;
}

const symbolOf = (l10n: Localizer, currency: string): string =>
  l10n.money(1, 1, currency).replace(/[\p{Nd}\s\u2066\u2069]/gu, '');

/** "At most" so many: native radio buttons drawn as one row. */
function segments(
  key: 'hoursMax' | 'durationDaysMax',
  steps: readonly number[],
  unit: number,
  { l10n, store }: FeedView,
) {
  const chosen = store.snapshot.query[key];
  const amounts = [...new Set([...steps.map((step) => step * unit), ...(chosen ? [chosen] : [])])];
  return html`<div class="segments">
    ${[undefined, ...amounts.sort((a, b) => a - b)].map(
      (amount) =>
        html`<label>
          <input
            type="radio"
            name=${key}
            .value=${String(amount ?? '')}
            .checked=${amount === chosen}
          />
          ${amount === undefined ? l10n.t('any') : l10n.number(amount / unit)}
        </label>`,
    )}
  </div>`;
}

function dates({ l10n, store }: FeedView) {
  const { t } = l10n;
  const chosen = store.snapshot.query.applyByTo ?? '';
  const today = localDate(Date.now());
  const offered = new Map([
    ['', t('anyDate')],
    [addDays(today, 3), t('withinDays', { n: 3 })],
    [addDays(today, 7), t('withinWeek')],
    [addDays(today, 14), t('withinTwoWeeks')],
    [addDays(today, 30), t('withinMonth')],
  ]);
  if (!offered.has(chosen)) {
    const date = l10n.date(chosen, { month: 'short', day: 'numeric' });
    offered.set(chosen, t('byDate', { date }));
  }
  return html`<select class="field" name="applyByTo" aria-labelledby="applyByTo-legend">
    ${[...offered].map(
      ([value, words]) =>
        html`<option value=${value} .selected=${value === chosen}>${words}</option>`,
    )}
  </select>`;
}
