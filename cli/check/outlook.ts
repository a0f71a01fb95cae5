/** What students get to see of a source: its search, filters, orders, and how to apply. */
import type { Project } from '../../src/domain/project.ts';
import { QUERY_KEYS, SORTS, type Query } from '../../src/domain/query.ts';
import { en, type MessageKey } from '../../src/i18n/en/index.ts';
import type { FootholdConfig } from '../../src/source/config.ts';
import type { FacetName, Page } from '../../src/source/listings-source.ts';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import type { Outlook } from './report.ts';

/** Filters by their names in `ui.filters`: what they are called, and what they ask with. */
export const filters: Readonly<
  Record<string, { readonly label: MessageKey; readonly keys: readonly (keyof Query)[] }>
> = {
  workMode: { label: 'filterWorkMode', keys: ['workMode'] },
  pay: { label: 'pay', keys: ['payMin', 'paid'] },
  hours: { label: 'hours', keys: ['hoursMax'] },
  duration: { label: 'filterDuration', keys: ['durationDaysMax'] },
  category: { label: 'filterCategory', keys: ['category'] },
  applyBy: { label: 'applyBy', keys: ['applyByTo'] },
  location: { label: 'filterLocation', keys: ['location'] },
  skills: { label: 'filterSkills', keys: ['skill'] },
  industry: { label: 'filterIndustry', keys: ['industry'] },
  classYear: { label: 'filterClassYear', keys: ['classYear'] },
  workAuthorization: { label: 'filterWorkAuthorization', keys: ['workAuthorization'] },
};

const sortLabels = {
  relevance: 'sortRelevance',
  newest: 'sortNewest',
  deadline: 'sortDeadline',
  pay: 'sortPay',
  shortest: 'sortShortest',
} as const;

/** Filters that can only offer what the source says there is. */
const needChoices = new Set<string>(['category', 'location', 'skill', 'industry', 'classYear']);

const words = (key: MessageKey): string => String(en[key]);

export const filterLabel = (name: string): string => words(filters[name]!.label);
export const sortLabel = (name: string): string =>
  words(sortLabels[name as keyof typeof sortLabels]);

/** Whether a parameter has anything to choose from. */
function isDrawn(
  key: keyof Query,
  page: Page,
  { list = {} }: SourceDefinition,
  isLive: boolean,
): boolean {
  const { filters: offered = QUERY_KEYS } = page.offers ?? {};
  if (!offered.includes(key)) return false;
  if (key === 'payMin') return !!page.facets.currency?.length;
  if (!needChoices.has(key)) return true;
  const name = key as FacetName;
  // Choices from an address of their own are not in a saved response.
  return !!page.facets[name]?.length || (!isLive && list.facets?.[name]?.path !== undefined);
}

/** Facets that filters which an API is asked by would need, and the definition does not have. */
export const facetsMissing = (
  { offers, facets }: Page,
  { list = {}, mode }: SourceDefinition,
): readonly string[] =>
  ((mode === 'server' && offers?.filters) || [])
    .map((key) => (key === 'payMin' ? 'currency' : key) as FacetName)
    .filter(
      (name) =>
        (name === 'currency' || needChoices.has(name)) &&
        !facets[name]?.length &&
        !list.facets?.[name],
    );

/** Where students apply to these projects. */
function applicationsOf(
  projects: readonly Project[],
  { apply }: SourceDefinition,
): Outlook['applications'] {
  const modes = projects.map(({ application }) => application?.mode ?? 'post');
  if (apply?.mode === 'post' && modes.includes('post')) return 'here';
  const isReached = projects.some(
    ({ application, url }) => application?.url ?? application?.email ?? url,
  );
  return isReached ? 'elsewhere' : 'nowhere';
}

/**
 * What a page would show.
 * @param page the first page, as the source gives it
 * @param isNative whether the API takes applications as the native contract says
 */
export function outlookOf(
  page: Page,
  definition: SourceDefinition,
  projects: readonly Project[],
  ui: FootholdConfig['ui'],
  { isLive, isNative }: { readonly isLive: boolean; readonly isNative: boolean },
): Outlook {
  const names = ui?.filters ?? Object.keys(filters);
  const drawn = names.filter((name) =>
    filters[name]?.keys.some((key) => isDrawn(key, page, definition, isLive)),
  );
  const { sorts = SORTS, filters: offered = QUERY_KEYS } = page.offers ?? {};
  return {
    search: offered.includes('q'),
    filters: drawn,
    hidden: names.filter((name) => !drawn.includes(name)),
    sorts: (ui?.sorts ?? SORTS).filter((sort) => sorts.includes(sort)),
    facets: Object.fromEntries(
      Object.entries(page.facets).map(([name, choices]) => [name, choices.length]),
    ),
    applications: isNative ? 'here' : applicationsOf(projects, definition),
  };
}
