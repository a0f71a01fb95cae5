/** A page with a `JobPosting` (schema.org) for each project, in the several ways in which pages have them. */
import type { Pay, Project, Range } from '../../../src/domain/project.ts';
import { escaped, fakeApi, status, text, type FakeApi } from '../support/fake-api.ts';
import { only } from '../support/only.ts';

export const pageUrl = 'https://jobs.lakeside.example/projects';

const pageOf = (id: string) => `${pageUrl}/${id}`;
const htmlOf = (summary: string) => `<p>${escaped(summary)}</p>`;

const words = ({ min, max }: Range): string =>
  min === undefined ? `up to ${max}` : max === undefined ? `${min}+` : `${min}-${max}`;

/** Pay that schema.org has a word for. */
const isSalary = (pay: Pay | undefined): pay is Pay =>
  pay !== undefined && (pay.kind === 'hourly' || pay.per === 'month');

const payWords = ({ kind, currency, ...range }: Pay): string =>
  kind === 'unpaid'
    ? kind
    : `${words(range)} ${currency} ${kind === 'stipend' ? kind : 'per project'}`;

const property = (name: string, value: string | undefined) =>
  value === undefined ? [] : [{ '@type': 'PropertyValue', name, value }];

function postingOf(project: Project) {
  const { id, title, employer, summary, category, skills, pay, hours, durationDays } = project;
  return {
    '@context': 'https://schema.org/',
    '@type': 'JobPosting',
    identifier: { '@type': 'PropertyValue', name: employer.name, value: id },
    title,
    url: pageOf(id),
    description: summary && htmlOf(summary),
    hiringOrganization: { '@type': 'Organization', name: employer.name },
    jobLocation: project.locations?.map(({ city, region, country }) => ({
      '@type': 'Place',
      address: {
        '@type': 'PostalAddress',
        addressLocality: city,
        addressRegion: region,
        addressCountry: country,
      },
    })),
    jobLocationType: project.workMode === 'remote' ? 'TELECOMMUTE' : undefined,
    occupationalCategory: category,
    industry: project.industry,
    skills: skills?.join(', '),
    datePosted: project.postedAt,
    validThrough: project.applyBy,
    employmentType: pay?.kind === 'unpaid' ? ['PART_TIME', 'VOLUNTEER'] : 'OTHER',
    baseSalary: isSalary(pay)
      ? {
          '@type': 'MonetaryAmount',
          currency: pay.currency,
          value: {
            '@type': 'QuantitativeValue',
            minValue: pay.min,
            maxValue: pay.max,
            unitText: pay.kind === 'hourly' ? 'HOUR' : 'MONTH',
          },
        }
      : undefined,
    additionalProperty: [
      ...property('Hours', hours && words(hours)),
      ...property('Duration', durationDays && `${words(durationDays)} days`),
      ...property('Pay', pay && !isSalary(pay) ? payWords(pay) : undefined),
    ],
  };
}

const script = (value: unknown) =>
  `<script type="application/ld+json">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`;

export const fakePage = (projects: readonly Project[]): FakeApi =>
  fakeApi({
    base: pageUrl,
    routes: {
      'GET ': ({ url }) => {
        if (url.search) return status(404);
        const [first, second, ...rest] = projects.map(postingOf);
        const list = {
          '@type': 'ItemList',
          itemListElement: rest.map((item, index) => ({
            '@type': 'ListItem',
            position: index + 1,
            item,
          })),
        };
        const site = { '@type': 'WebSite', name: 'Projects', url: pageUrl };
        return text(
          `<!doctype html><title>Projects</title>${script({ '@graph': [site, ...(first ? [first] : [])] })}` +
            `${second ? script(second) : ''}${script(list)}<main>…</main>`,
          { 'Content-Type': 'text/html; charset=utf-8' },
        );
      },
    },
  });

function payKnown({ kind, per, ...pay }: Pay): Pay {
  if (kind === 'unpaid') return { kind, display: kind };
  if (kind === 'stipend') return { kind, ...pay };
  if (per === 'month') return { kind: 'unknown', ...pay, per };
  return { kind, ...pay, per: kind === 'hourly' ? 'hour' : 'project' };
}

/** What the page says of a project; only of what is open. */
export function knownOnPage(project: Project): Project | undefined {
  const { id, title, employer, summary, workMode, locations, pay } = project;
  if ((project.status ?? 'open') !== 'open') return undefined;
  return {
    id,
    title,
    employer: { name: employer.name },
    url: pageOf(id),
    ...(summary && { descriptionHtml: htmlOf(summary) }),
    ...only(project, 'category', 'industry', 'skills', 'hours', 'durationDays'),
    ...only(project, 'postedAt', 'applyBy'),
    ...(workMode === 'remote' && { workMode }),
    ...(locations && {
      locations: locations.map(({ city, region, country }) => ({
        display: `${city}, ${region}, ${country}`,
        city: city!,
        region: region!,
        country: country!,
      })),
    }),
    ...(pay && { pay: payKnown(pay) }),
    ...(pay?.kind === 'unpaid' && { classification: 'volunteer' }),
    application: { mode: 'redirect', url: pageOf(id) },
  };
}
