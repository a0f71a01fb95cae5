/** What several pages say of a query, as one. */
import type { FacetName, Facets, FacetValue, Offers, Page } from '../listings-source.ts';

/** What all of them offer. Absent is everything, so it takes nothing away. */
export function combineOffers(all: readonly (Offers | undefined)[]): Offers | undefined {
  const [first, ...others] = all.filter((offers) => offers !== undefined);
  return (
    first && {
      filters: first.filters.filter((each) =>
        others.every(({ filters }) => filters.includes(each)),
      ),
      sorts: first.sorts.filter((each) => others.every(({ sorts }) => sorts.includes(each))),
    }
  );
}

/** The sum; null where one does not count. */
export const sum = (totals: readonly (number | null)[]): number | null =>
  totals.reduce((a, b) => (a === null || b === null ? null : a + b), 0);

/**
 * True where a page counts the choices of a facet. The native API leaves out a facet without choices;
 * a source that says what it offers names those that it counts.
 */
function counts({ facets, offers, total }: Page, name: FacetName): boolean {
  const values = facets[name];
  return values
    ? values.every(({ count }) => count !== undefined)
    : total === 0 || (!offers && Object.keys(facets).length > 0);
}

/**
 * True where the numbers of all pages add up. A class year that a source does not name matches all of
 * its projects that are open to everybody, and how many those are it does not say.
 */
function addUp(pages: readonly Page[], name: FacetName): boolean {
  const names = ({ facets }: Page) => (facets[name] ?? []).map(({ value }) => value);
  const all = name === 'classYear' ? pages.flatMap(names) : [];
  return pages.every(
    (page) =>
      counts(page, name) && (page.total === 0 || all.every((value) => names(page).includes(value))),
  );
}

/** The choices of one facet, the commonest first; without numbers where those do not add up. */
function combineFacet(pages: readonly Page[], name: FacetName): readonly FacetValue[] {
  const isCounted = addUp(pages, name);
  const choices = new Map<string, FacetValue>();
  for (const { facets } of pages) {
    for (const { value, label, count = 0 } of facets[name] ?? []) {
      const before = choices.get(value);
      const words = before?.label ?? label;
      choices.set(value, {
        value,
        ...(words === undefined ? undefined : { label: words }),
        ...(isCounted ? { count: (before?.count ?? 0) + count } : undefined),
      });
    }
  }
  const all = [...choices.values()];
  return isCounted ? all.sort((a, b) => b.count! - a.count! || (a.value < b.value ? -1 : 1)) : all;
}

export function combineFacets(pages: readonly Page[]): Facets {
  const names = pages.flatMap(({ facets }) => Object.keys(facets) as FacetName[]);
  return Object.fromEntries([...new Set(names)].map((name) => [name, combineFacet(pages, name)]));
}
