/** WordPress with WP Job Manager: listings and their terms at `/wp-json/wp/v2`. */
import { availabilityOf } from '../../../src/domain/project-rules.ts';
import type { Project } from '../../../src/domain/project.ts';
import { withWords, type Document } from '../support/documents.ts';
import { fakeApi, json, status, type FakeApi } from '../support/fake-api.ts';

export const site = 'https://careers.example.edu';
export const url = `${site}/wp-json/wp/v2`;

/** Terms have numbers, which depend on nothing but the order in which they were made. */
export const termIds: Readonly<Record<string, number>> = { Design: 12, Marketing: 14, Data: 31 };

/** Titles come as they are shown: with character references. */
const rendered = (text: string) => ({
  rendered: text.replaceAll('&', '&#038;').replaceAll(' - ', ' &#8211; '),
});

const range = ({ min, max }: { min?: number; max?: number }, unit: string) =>
  min !== undefined && max !== undefined
    ? `${min}-${max} ${unit}`
    : min !== undefined
      ? `at least ${min} ${unit}`
      : `up to ${max!} ${unit}`;

const flag = (value: boolean | undefined) => (value ? 1 : 0);

/** What a school enters, as the plugin keeps it; texts that are empty and numbers that are 0 are there, too. */
export function meta(project: Project): Document {
  const { pay, hours, durationDays, locations, skills } = project;
  const isHourly = pay?.kind === 'hourly';
  return {
    _job_location: locations?.[0]?.display ?? '',
    _application: project.application?.url ?? project.application?.email ?? '',
    _company_name: project.employer.name,
    _company_website: project.employer.url ?? '',
    _company_tagline: project.employer.about ?? '',
    _company_twitter: '',
    _company_video: '',
    _filled: flag(project.status === 'filled'),
    _featured: flag(project.featured),
    _remote_position: flag(project.workMode === 'remote'),
    _job_salary: isHourly ? [...new Set([pay.min, pay.max])].join('-') : '',
    _job_salary_currency: isHourly ? pay.currency! : '',
    _job_salary_unit: isHourly ? 'HOUR' : '',
    _job_hours: hours ? range(hours, 'hours') : '',
    _job_duration: durationDays ? range(durationDays, 'days') : '',
    _job_skills: skills?.join(', ') ?? '',
    // Shown only where a school has said so.
    ...(project.applyBy && { _job_expires: project.applyBy.slice(0, 10) }),
  };
}

const states: Readonly<Record<string, string>> = { closed: 'expired', paused: 'draft' };

/** The plugin closes by the days of the site, whose zone here is UTC. */
export const statusOf = (project: Project): string =>
  states[availabilityOf({ ...project, timeZone: 'UTC' }, Date.now())] ?? 'publish';

/** When it was posted; nothing here is without a date. */
export const dateOf = ({ postedAt = '2020-01-01T05:00:00Z' }: Project): string =>
  postedAt.replace('Z', '');

function listing(project: Project, isEmbedding: boolean): Document {
  const { id, title, category } = project;
  const date = dateOf(project);
  const terms = category
    ? [{ id: termIds[category], name: category, taxonomy: 'job_listing_category' }]
    : [];
  return {
    id: Number(id),
    date: date.replace(/T.*/, 'T04:00:00'),
    date_gmt: date,
    slug: `listing-${id}`,
    status: statusOf(project),
    type: 'job_listing',
    link: `${site}/job/listing-${id}/`,
    title: rendered(title),
    content: { rendered: project.descriptionHtml ?? '', protected: false },
    featured_media: 0,
    template: '',
    meta: meta(project),
    'job-categories': terms.map((term) => term.id),
    'job-types': [],
    _links: {},
    ...(isEmbedding && { _embedded: { 'wp:term': [terms, []] } }),
  };
}

const invalid = (name: string) =>
  status(400, {
    code: 'rest_invalid_param',
    message: `Invalid parameter(s): ${name}`,
    data: { status: 400, params: { [name]: `${name} is not valid.` } },
  });

const EMBEDDED = 'wp:term,wp:featuredmedia';
const known = 'search job-categories[] orderby page per_page _embed'.split(' ');

export function wordpress(projects: readonly Project[]): FakeApi {
  const listings = projects
    .map((project) => listing(project, true))
    .sort((a, b) => (String(a['date_gmt']) < String(b['date_gmt']) ? 1 : -1));
  return fakeApi({
    base: url,
    routes: {
      'GET /job-listings': ({ query }) => {
        const asked = (name: string, usual: string) => query.get(name) ?? usual;
        for (const name of query.keys()) if (!known.includes(name)) return invalid(name);
        if (asked('_embed', '') !== EMBEDDED) return invalid('_embed');
        const [page, size] = [Number(asked('page', '1')), Number(asked('per_page', '10'))];
        if (!(page >= 1)) return invalid('page');
        if (!(size >= 1 && size <= 100)) return invalid('per_page');
        const order = asked('orderby', 'date');
        if (!['date', 'relevance', 'title', 'modified', 'id'].includes(order))
          return invalid('orderby');
        const search = query.get('search');
        if (order === 'relevance' && !search)
          return status(400, {
            code: 'rest_no_search_term_defined',
            message: 'You need to define a search term to order by relevance.',
          });
        const terms = query.getAll('job-categories[]').map(Number);
        if (terms.some(Number.isNaN)) return invalid('job-categories');
        const found = listings.filter(
          (each) =>
            each['status'] === 'publish' &&
            (!search || withWords(['title.rendered', 'content.rendered'], search)(each)) &&
            (!terms.length ||
              terms.some((id) => (each['job-categories'] as number[]).includes(id))),
        );
        const pages = Math.ceil(found.length / size);
        if (page > pages && found.length)
          return status(400, {
            code: 'rest_post_invalid_page_number',
            message: 'The page number requested is larger than the number of pages available.',
          });
        return json(found.slice((page - 1) * size, page * size), {
          'X-WP-Total': String(found.length),
          'X-WP-TotalPages': String(pages),
        });
      },
      'GET /job-listings/:id': ({ params, query }) => {
        if (query.get('_embed') !== EMBEDDED) return invalid('_embed');
        const found = listings.find(({ id }) => String(id) === params['id']);
        if (!found)
          return status(404, { code: 'rest_post_invalid_id', message: 'Invalid post ID.' });
        return found['status'] === 'draft'
          ? status(401, {
              code: 'rest_forbidden',
              message: 'Sorry, you are not allowed to do that.',
            })
          : json(found);
      },
      'GET /job-categories': ({ query }) => {
        if (query.toString() !== 'per_page=100&hide_empty=true') return invalid('per_page');
        const used = new Set(listings.flatMap((each) => each['job-categories'] as number[]));
        return json(
          Object.entries(termIds)
            .filter(([, id]) => used.has(id))
            .map(([name, id]) => ({
              id,
              count: 1,
              description: '',
              name: name.replaceAll('&', '&amp;'),
              slug: name.toLowerCase(),
              taxonomy: 'job_listing_category',
              parent: 0,
            })),
        );
      },
    },
  });
}
