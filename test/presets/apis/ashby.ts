/** The public Job Postings API of Ashby: the whole board at once, places in two lists, pay in components. */
import type { Pay, Project } from '../../../src/domain/project.ts';
import { escaped, fakeApi, json, status, type FakeApi } from '../support/fake-api.ts';
import { only } from '../support/only.ts';
import { unexpected } from '../support/parameters.ts';

export const ashbyUrl = 'https://api.ashbyhq.com/posting-api/job-board/lakeside';

const pageOf = (id: string) => `https://jobs.ashbyhq.com/lakeside/${id}`;
const modes = { remote: 'Remote', hybrid: 'Hybrid', onsite: 'OnSite', unknown: null };
const htmlOf = (summary: string) => `<p style="min-height:1.5em">${escaped(summary)}</p>`;

/** Once is no interval of Ashby. */
const interval = ({ kind, per }: Pay): string =>
  kind === 'hourly' ? '1 HOUR' : per === 'month' ? '1 MONTH' : 'NONE';
const summaryOf = ({ min, max, currency }: Pay) => `${currency} ${min} – ${max}`;

function compensationOf(pay: Pay) {
  const equity = { compensationType: 'EquityPercentage', interval: 'NONE', currencyCode: null };
  const components = [
    { ...equity, minValue: null, maxValue: null },
    {
      compensationType: 'Salary',
      interval: interval(pay),
      currencyCode: pay.currency,
      minValue: pay.min,
      maxValue: pay.max,
    },
  ];
  const summary = summaryOf(pay);
  return {
    compensationTierSummary: summary,
    scrapeableCompensationSalarySummary: summary,
    compensationTiers: [{ id: 't1', tierSummary: summary, title: null, components }],
    summaryComponents: components,
  };
}

const noCompensation = {
  compensationTierSummary: null,
  scrapeableCompensationSalarySummary: null,
  compensationTiers: [],
  summaryComponents: [],
};

function jobOf(project: Project) {
  const { id, title, summary = '', category, workMode = 'unknown', pay } = project;
  const [first, ...others] = project.locations?.map(({ display }) => display) ?? [''];
  return {
    id,
    title,
    department: category ?? '',
    team: '',
    employmentType: 'Contract',
    location: first,
    secondaryLocations: others.map((location) => ({ location, address: null })),
    publishedAt: project.postedAt?.replace('Z', '.000+00:00') ?? null,
    isListed: (project.status ?? 'open') === 'open',
    // True of hybrid work as well.
    isRemote: workMode === 'remote' || workMode === 'hybrid',
    workplaceType: modes[workMode],
    address: null,
    jobUrl: pageOf(id),
    applyUrl: `${pageOf(id)}/application`,
    descriptionHtml: htmlOf(summary),
    descriptionPlain: summary,
    compensation: pay?.currency ? compensationOf(pay) : noCompensation,
  };
}

export const fakeAshby = (projects: readonly Project[]): FakeApi =>
  fakeApi({
    base: ashbyUrl,
    routes: {
      'GET ': ({ query }) =>
        unexpected(query, { includeCompensation: 'true' })
          ? status(400)
          : json({ jobs: projects.map(jobOf), apiVersion: '1' }),
    },
  });

function payKnown(pay: Pay): Pay {
  const { min, max, currency } = pay;
  const display = summaryOf(pay);
  if (interval(pay) === 'NONE') return { kind: 'unknown', display };
  const amounts = { min: min!, max: max!, currency: currency!, display };
  return pay.kind === 'hourly'
    ? { kind: 'hourly', ...amounts, per: 'hour' }
    : { kind: 'unknown', ...amounts, per: 'month' };
}

/** What Ashby says of a project that is listed. It knows neither employers nor deadlines. */
export function knownToAshby(project: Project): Project | undefined {
  const { id, title, summary = '', workMode, locations, postedAt, pay } = project;
  if ((project.status ?? 'open') !== 'open') return undefined;
  return {
    id,
    title,
    employer: { name: 'lakeside' },
    url: pageOf(id),
    descriptionHtml: htmlOf(summary),
    ...only(project, 'category'),
    ...(postedAt && { postedAt: postedAt.replace('Z', '.000+00:00') }),
    ...(workMode && workMode !== 'unknown' && { workMode }),
    ...(locations && { locations: locations.map(({ display }) => ({ display })) }),
    ...(pay?.currency && { pay: payKnown(pay) }),
    application: { mode: 'redirect', url: `${pageOf(id)}/application` },
  };
}
