/** The filters: native controls, named by the parameter they set. */
import { html, nothing, type TemplateResult } from 'lit';
import { addDays } from '../../domain/dates.ts';
import type { ListKey, Query } from '../../domain/query.ts';
import type { MessageKey } from '../../i18n/en/index.ts';
import type { Localizer } from '../../i18n/localizer.ts';
import type { Facets } from '../../source/listings-source.ts';
import { icon } from '../internal/icons.ts';
import { valueText } from './filter-words.ts';

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
  /** The parameter that it sets; it is not offered where the scope fixes that. */
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

export interface FilterOptions {
  readonly l10n: Localizer;
  readonly query: Query;
  readonly scope: Query;
  readonly facets: Facets;
  /** Which, in this order; default all. */
  readonly names: readonly string[] | undefined;
  /** Parameters of which all values are shown. */
  readonly expanded: Set<string>;
  /** Parameters whose filters have been open; they do not close under a student's hand. */
  readonly unfolded: Set<string>;
  /** ISO 4217; absent where the source names none, and pay cannot be compared. */
  readonly currency: string | undefined;
  /** `YYYY-MM-DD` where the student is. */
  readonly today: string;
  /** Called for "Show 6 more", with the parameter. */
  readonly onExpand: (key: string) => void;
}

/** Values of a set that are shown at first, and at most: a source may have thousands. */
const FIRST = 5;
const MOST = 100;
const WEEK = 7;

/** All filters of a feed, in order. What the scope fixes, and a set without values, is left out. */
export const filterGroups = (options: FilterOptions): unknown[] =>
  (options.names ?? Object.keys(filters)).map((name) => {
    const filter = Object.hasOwn(filters, name) ? filters[name as FilterName] : undefined;
    if (!filter || filter.key in options.scope) return nothing;
    const body = controls(filter, options);
    return body === nothing ? nothing : group(filter, body, options);
  });

function group(filter: Filter, body: unknown, { l10n, query, unfolded }: FilterOptions) {
  const { legend, hint, key, isFolded } = filter;
  const words = l10n.t(legend);
  const fieldset = html`<fieldset
    class="filter"
    part="filter"
    aria-describedby=${hint ? `${key}-hint` : nothing}
  >
    <legend id="${key}-legend" class=${isFolded ? 'hidden' : ''}>${words}</legend>
    ${hint ? html`<span class="filter__hint" id="${key}-hint">${l10n.t(hint)}</span>` : nothing}
    <div class="filter__body">${body}</div>
  </fieldset>`;
  if (!isFolded) return fieldset;
  if (key in query) unfolded.add(key);
  return html`<details class="fold" ?open=${unfolded.has(key)}>
    <summary>${words} ${icon('chevron')}</summary>
    ${fieldset}
  </details>`;
}

function controls({ key }: Filter, options: FilterOptions): unknown {
  switch (key) {
    case 'payMin':
      return pay(options);
    case 'hoursMax':
      return segments(key, [10, 20, 30, 40], 1, options);
    case 'durationDaysMax':
      return segments(key, [1, 2, 3, 4], WEEK, options);
    case 'applyByTo':
      return dates(options);
    case 'workAuthorization':
      return option(
        key,
        'not_required',
        options.l10n.t('noAuthorization'),
        options.query.workAuthorization === 'not_required',
      );
    default:
      return values(key as ListKey, options);
  }
}

const option = (key: string, value: string, words: string, isOn: boolean, count?: string) =>
  html`<label class="option">
    <input type="checkbox" name=${key} .value=${value} .checked=${isOn} />
    <bdi>${words}</bdi>
    ${count === undefined ? nothing : html`<span class="count">${count}</span>`}
  </label>`;

/** Work modes are known; what else there is to choose from, only the source knows. */
function values(key: ListKey, { l10n, query, facets, expanded, onExpand }: FilterOptions): unknown {
  const chosen = query[key] ?? [];
  const offered = new Map(facets[key]?.slice(0, MOST).map(({ value, count }) => [value, count]));
  const modes = key === 'workMode' ? ['remote', 'hybrid', 'onsite'] : [];
  const all = [...new Set([...modes, ...offered.keys(), ...chosen])];
  if (!all.length) return nothing;
  const first = expanded.has(key) ? all.length : FIRST;
  const rest = all.length - FIRST;
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
      ? html`<button
          class="link filter__more"
          type="button"
          @click=${() => {
            onExpand(key);
          }}
        >
          ${l10n.t('showMoreValues', { n: rest })}
        </button>`
      : nothing
  }`;
}

function pay({ l10n, query, scope, currency }: FilterOptions): TemplateResult | typeof nothing {
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
          .value=${String(query.payMin ?? '')}
        />
      </label>`
    : nothing;
  const stated =
    'paid' in scope ? nothing : option('paid', 'true', l10n.t('paidOnly'), query.paid === true);
  return number === nothing && stated === nothing ? nothing : html`${number}${stated}`;
}

const symbolOf = (l10n: Localizer, currency: string): string =>
  l10n.money(1, 1, currency).replace(/[\p{Nd}\s\u2066\u2069]/gu, '');

/** "At most" so many: native radio buttons drawn as one row. */
function segments(
  key: 'hoursMax' | 'durationDaysMax',
  steps: readonly number[],
  unit: number,
  { l10n, query }: FilterOptions,
): TemplateResult {
  const chosen = query[key];
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

function dates({ l10n, query, today }: FilterOptions): TemplateResult {
  const { t } = l10n;
  const chosen = query.applyByTo;
  const offered = new Map([
    ['', t('anyDate')],
    [addDays(today, 3), t('withinDays', { n: 3 })],
    [addDays(today, 7), t('withinWeek')],
    [addDays(today, 14), t('withinTwoWeeks')],
    [addDays(today, 30), t('withinMonth')],
  ]);
  if (chosen && !offered.has(chosen))
    offered.set(
      chosen,
      t('byDate', { date: l10n.date(chosen, { month: 'short', day: 'numeric' }) }),
    );
  return html`<select class="field" name="applyByTo" aria-labelledby="applyByTo-legend">
    ${[...offered].map(
      ([value, words]) =>
        html`<option value=${value} .selected=${value === (chosen ?? '')}>${words}</option>`,
    )}
  </select>`;
}
