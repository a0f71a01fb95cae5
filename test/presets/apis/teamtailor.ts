/** The feed of a career site of Teamtailor: JSON Feed 1.1, each item with a `JobPosting` of schema.org in it. */
import type { Location, Pay, Project } from '../../../src/domain/project.ts';
import { escaped, fakeApi, json, status, type FakeApi } from '../support/fake-api.ts';
import { only } from '../support/only.ts';
import { unexpected } from '../support/parameters.ts';

export const teamtailorUrl = 'https://career.lakeside.example';

const pageOf = ({ id }: Project) => `${teamtailorUrl}/jobs/${id}-a-title`;
const htmlOf = (summary: string) => `<p>${escaped(summary)}</p>`;
const posted = (postedAt: string) => postedAt.replace('T10:00:00Z', 'T11:00:00+01:00');

/** Salaries are by the hour or a longer time. */
const units: Readonly<Record<string, string>> = { hour: 'HOUR', month: 'MONTH' };
const unitOf = ({ kind, per }: Pay) => units[per ?? (kind === 'hourly' ? 'hour' : '')];

const placeOf = ({ city, region, country }: Location) => ({
  '@type': 'Place',
  address: {
    '@type': 'PostalAddress',
    streetAddress: 'Main Street 1',
    addressLocality: city,
    addressRegion: region,
    addressCountry: country,
  },
});

function salaryOf(pay: Pay | undefined): object {
  const unitText = pay && unitOf(pay);
  if (!unitText) return {};
  const { min, max, currency } = pay;
  const value = { '@type': 'QuantitativeValue', minValue: min, maxValue: max, unitText };
  return { baseSalary: { '@type': 'MonetaryAmount', currency, value } };
}

function itemOf(project: Project) {
  const { id, title, summary, employer, workMode, locations, pay, applyBy, postedAt } = project;
  return {
    id,
    title,
    url: pageOf(project),
    date_published: postedAt && posted(postedAt),
    ...(summary !== undefined && { content_html: htmlOf(summary) }),
    _jobposting: {
      '@context': 'http://schema.org/',
      '@type': 'JobPosting',
      title,
      identifier: { '@type': 'PropertyValue', name: employer.name, value: 7_167_985 },
      datePosted: postedAt && posted(postedAt),
      employmentType: ['CONTRACTOR'],
      hiringOrganization: {
        '@type': 'Organization',
        name: employer.name,
        sameAs: teamtailorUrl,
        logo: `${teamtailorUrl}/logo.png`,
      },
      jobLocation: locations?.map(placeOf) ?? [],
      ...(workMode === 'remote' && { jobLocationType: 'TELECOMMUTE' }),
      ...(applyBy !== undefined && { validThrough: applyBy }),
      ...salaryOf(pay),
    },
  };
}

const SIZE = 5;

export const fakeTeamtailor = (projects: readonly Project[]): FakeApi =>
  fakeApi({
    base: teamtailorUrl,
    routes: {
      'GET /jobs.json': ({ query }) => {
        const page = Number(query.get('page') ?? 1);
        const wrong = unexpected(query, query.has('page') ? { page: /^[2-9]$/ } : {});
        if (wrong) return status(404);
        const feed = `${teamtailorUrl}/jobs.json`;
        return json({
          version: 'https://jsonfeed.org/version/1.1',
          title: 'Lakeside Careers',
          home_page_url: `${teamtailorUrl}/jobs`,
          feed_url: feed,
          ...(page * SIZE < projects.length && { next_url: `${feed}?page=${page + 1}` }),
          items: projects.slice((page - 1) * SIZE, page * SIZE).map(itemOf),
        });
      },
    },
  });

/** What the feed says of a project; only what is open is in it. */
export function knownToTeamtailor(project: Project): Project | undefined {
  const { id, title, employer, summary, workMode, locations, pay, postedAt } = project;
  if ((project.status ?? 'open') !== 'open') return undefined;
  const per = pay && unitOf(pay) && (pay.per ?? 'hour');
  const url = pageOf(project);
  return {
    id,
    title,
    employer: {
      name: employer.name,
      url: `${teamtailorUrl}/`,
      logoUrl: `${teamtailorUrl}/logo.png`,
    },
    url,
    ...only(project, 'applyBy'),
    ...(summary !== undefined && { descriptionHtml: htmlOf(summary) }),
    ...(postedAt !== undefined && { postedAt: posted(postedAt) }),
    ...(workMode === 'remote' && { workMode }),
    ...(locations && {
      locations: locations.map((place) => ({
        display: `${place.city!}, ${place.country!}`,
        ...only(place, 'city', 'country'),
      })),
    }),
    ...(per && { pay: { ...pay, kind: per === 'hour' ? 'hourly' : 'unknown', per } }),
    classification: 'contractor',
    application: { mode: 'redirect', url },
  };
}
