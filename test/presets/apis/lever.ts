/** The Postings API of Lever: a bare list, milliseconds, a description in parts, pay by an interval of its own. */
import type { Pay, Project } from '../../../src/domain/project.ts';
import { escaped, fakeApi, json, status, type FakeApi } from '../support/fake-api.ts';
import { only } from '../support/only.ts';
import { unexpected } from '../support/parameters.ts';

export const leverUrl = 'https://api.lever.co/v0/postings/lakeside';

const pageOf = (id: string) => `https://jobs.lever.co/lakeside/${id}`;
const modes = { remote: 'remote', hybrid: 'hybrid', onsite: 'on-site', unknown: 'unspecified' };

/** Hourly, monthly or once; a stipend is paid once, too. */
const interval = ({ kind, per }: Pay): string =>
  kind === 'hourly' ? 'per-hour-wage' : per === 'month' ? 'per-month-salary' : 'one-time';

function postingOf(project: Project) {
  const { id, title, summary = '', category, pay } = project;
  const places = project.locations?.map(({ display }) => display) ?? [];
  return {
    id,
    text: title,
    categories: {
      commitment: 'Contract',
      location: places[0],
      team: category,
      allLocations: places,
    },
    country: places.length ? 'US' : null,
    workplaceType: modes[project.workMode ?? 'unknown'],
    createdAt: project.postedAt ? Date.parse(project.postedAt) : undefined,
    opening: '',
    description: `<div>${escaped(summary)}</div>`,
    descriptionPlain: summary,
    descriptionBody: `<div>${escaped(summary)}</div>`,
    lists: [{ text: 'What you & we do', content: '<li>Tables</li><li>Text</li>' }],
    additional: '',
    additionalPlain: '',
    hostedUrl: pageOf(id),
    applyUrl: `${pageOf(id)}/apply`,
    ...(pay?.currency && {
      salaryRange: {
        currency: pay.currency,
        interval: interval(pay),
        min: pay.min,
        max: pay.max,
      },
    }),
  };
}

export const fakeLever = (projects: readonly Project[]): FakeApi =>
  fakeApi({
    base: leverUrl,
    routes: {
      'GET ': ({ query }) => {
        const wrong = unexpected(query, { mode: 'json' });
        return wrong
          ? status(400, { ok: false, error: `Invalid parameter ${wrong}` })
          : json(projects.map(postingOf));
      },
    },
  });

function payKnown({ kind, per, ...pay }: Pay): Pay {
  if (kind === 'hourly') return { kind, ...pay, per: 'hour' };
  return per === 'month'
    ? { kind: 'unknown', ...pay, per }
    : { kind: 'fixed', ...pay, per: 'project' };
}

/** What Lever says of a project; only what is published. It knows neither employers nor deadlines. */
export function knownToLever(project: Project): Project | undefined {
  const { id, title, summary = '', workMode, locations, postedAt, pay } = project;
  if ((project.status ?? 'open') !== 'open') return undefined;
  return {
    id,
    title,
    employer: { name: 'lakeside' },
    url: pageOf(id),
    descriptionHtml: `<div>${escaped(summary)}</div><h3>What you &amp; we do</h3><ul><li>Tables</li><li>Text</li></ul>`,
    ...only(project, 'category'),
    ...(postedAt && { postedAt: new Date(postedAt).toISOString() }),
    ...(workMode && workMode !== 'unknown' && { workMode }),
    ...(locations && { locations: locations.map(({ display }) => ({ display })) }),
    ...(pay?.currency && { pay: payKnown(pay) }),
    application: { mode: 'redirect', url: `${pageOf(id)}/apply` },
  };
}
