/** What a restriction is called, wherever it is named: as an option, as a chip, in a sentence. */
import type { Query } from '../../domain/query.ts';
import type { Localizer } from '../../i18n/localizer.ts';
import type { FacetName, Facets } from '../../source/listings-source.ts';
import { durationText, hoursText } from '../internal/facts.ts';

const workModes = ['remote', 'hybrid', 'onsite'] as const;
const classYears = ['freshman', 'sophomore', 'junior', 'senior', 'graduate'] as const;

/** The values that have a name here. All others are shown as their source sent them. */
const known: { readonly [key: string]: readonly string[] | undefined } = {
  workMode: workModes,
  classYear: classYears,
};

/** The name of one value of a facet. */
export function valueText({ t }: Localizer, facets: Facets, key: string, value: string): string {
  return known[key]?.includes(value)
    ? t(value as (typeof workModes | typeof classYears)[number])
    : (facets[key as FacetName]?.find((each) => each.value === value)?.label ?? value);
}

/** The name of one restriction, by itself: "$700 or more". */
export function filterText(
  l10n: Localizer,
  facets: Facets,
  key: keyof Query,
  value: string,
  currency = '',
): string {
  const { t } = l10n;
  const number = Number(value);
  const date = () => l10n.date(value, { month: 'short', day: 'numeric' });
  switch (key) {
    case 'payMin':
      return t('payAtLeast', { pay: l10n.money(number, number, currency) });
    case 'hoursMax':
      return t('upTo', { amount: hoursText(l10n, { max: number }) });
    case 'durationDaysMax':
      return t('upTo', { amount: durationText(l10n, { max: number }) });
    case 'applyByTo':
      return t('applyByDate', { date: date() });
    case 'applyByFrom':
      return t('applyFromDate', { date: date() });
    case 'paid':
      return t('paidOnly');
    case 'featured':
      return t('featured');
    case 'workAuthorization':
      return t(value === 'required' ? 'authorizationRequired' : 'authorizationNotRequired');
    default:
      return valueText(l10n, facets, key, value);
  }
}

/** All that one parameter is restricted to: "Hybrid or On site". */
export const restrictionText = (
  l10n: Localizer,
  facets: Facets,
  key: keyof Query,
  values: readonly string[],
  currency?: string,
): string =>
  l10n.list(
    values.map((value) => filterText(l10n, facets, key, value, currency)),
    'disjunction',
  );
