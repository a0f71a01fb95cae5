/** What the preset for WP Job Manager is held to, wherever its API is. */
import type { Project } from '../../../src/domain/project.ts';
import type { SourceDefinition } from '../../../src/source/mapping/definition.ts';
import { jsonIn } from '../support/documented.ts';
import { only } from '../support/only.ts';
import type { PresetSuite } from '../support/preset-suite.ts';
import { dateOf, statusOf } from './wordpress.ts';

/** What the plugin has a place for, with the custom fields of the guide. */
function knownAt(site: string, project: Project): Project | undefined {
  const { id, title, employer, applyBy, locations, workMode, pay, status } = project;
  const state = statusOf(project);
  if (state === 'draft') return undefined;
  const link = `${site}/job/listing-${id}/`;
  return {
    id,
    title,
    employer: { name: employer.name },
    url: link,
    ...only(project, 'hours', 'durationDays', 'category', 'skills'),
    ...(applyBy !== undefined && { applyBy: applyBy.slice(0, 10) }),
    postedAt: `${dateOf(project)}+00:00`,
    ...(workMode === 'remote' && { workMode }),
    ...(locations && { locations: [{ display: locations[0]!.display }] }),
    ...(pay?.kind === 'hourly' && { pay: { ...pay, per: 'hour' } }),
    status: state === 'expired' ? 'closed' : (status ?? 'open'),
    featured: project.featured ?? false,
    application: { mode: 'redirect', url: link },
  };
}

/**
 * The preset as it is, and searched by the browser as the guide has it.
 * @param site without a slash at its end
 * @param termOf the number of a category
 */
export function wordpressSuites(
  site: string,
  termOf: (category: string) => number | undefined,
): readonly Omit<PresetSuite, 'api'>[] {
  const url = `${site}/wp-json/wp/v2`;
  const known = (project: Project) => knownAt(site, project);
  const { api: inBrowser } = jsonIn('docs/presets/wordpress.md', '"mode": "client"') as {
    readonly api: SourceDefinition;
  };
  const limits = {
    ids: (index: number) => String(101 + index),
    knows: known,
    featuredFirst: false,
    ties: false,
    applications: false,
    reports: false,
  } as const;
  return [
    {
      preset: 'wordpress',
      url,
      asks: (query) =>
        query.category
          ? { ...query, category: query.category.map((name) => String(termOf(name) ?? 99)) }
          : query,
      limits: {
        ...limits,
        filters: ['q', 'category'],
        sorts: ['newest', 'relevance'],
        facets: false,
        total: false,
        words: 'theirs',
      },
    },
    {
      name: 'The preset wordpress, searched by the browser',
      url,
      config: { ...inBrowser, url },
      limits: {
        ...limits,
        // There is nothing but what is in the list.
        knows: (project) => (known(project)?.status === 'open' ? known(project) : undefined),
        filters: [
          'q',
          'category',
          'skill',
          'workMode',
          'location',
          'payMin',
          'currency',
          'hoursMax',
          'durationDaysMax',
          'applyByFrom',
          'applyByTo',
          'paid',
          'featured',
        ],
        sorts: ['newest', 'relevance', 'deadline', 'pay', 'shortest'],
        featuredFirst: true,
        ties: true,
      },
    },
  ];
}
