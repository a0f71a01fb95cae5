/** The Careers Site API of Recruitee: all offers at once, in several languages, with their whole form. */
import type { Pay, Project } from '../../../src/domain/project.ts';
import { escaped, fakeApi, json, status, type FakeApi } from '../support/fake-api.ts';
import { only } from '../support/only.ts';

export const recruiteeUrl = 'https://lakeside.recruitee.com/api';

const slugOf = (title: string) => title.toLowerCase().replace(/[^a-z]+/g, '-');
const pageOf = ({ title }: Project) => `https://lakeside.recruitee.com/o/${slugOf(title)}`;
const htmlOf = (summary: string) => `<p>${escaped(summary)}</p>`;
const requirements = '<p>You can count &amp; write.</p>';

/** `2026-11-24 10:00:00 UTC`; a day ends in its last second. */
const momentOf = (date: string) =>
  `${date.slice(0, 10)} ${date.length > 10 ? date.slice(11, 19) : '23:59:59'} UTC`;
const read = (date: string) => momentOf(date).replace(' UTC', '+00:00').replace(' ', 'T');

/** There is no pay for a project, only for a time. */
const period = ({ kind, per }: Pay) =>
  kind === 'hourly' ? 'hour' : per === 'month' ? 'month' : undefined;

function offerOf(project: Project) {
  const { id, title, employer, summary = '', category, workMode, pay } = project;
  const timed = pay && period(pay) !== undefined;
  const description = htmlOf(summary);
  return {
    id: Number(id),
    guid: `g${id}`,
    slug: slugOf(title),
    title,
    description,
    requirements,
    translations: { en: { title, description, requirements, highlight: null } },
    company_name: employer.name,
    department: category ?? null,
    careers_url: pageOf(project),
    careers_apply_url: `${pageOf(project)}/c/new`,
    remote: workMode === 'remote',
    hybrid: workMode === 'hybrid',
    on_site: workMode === 'onsite',
    locations: (project.locations ?? []).map((place, index) => ({
      id: index,
      name: place.display,
      city: place.city,
      state: place.region,
      country: 'United States',
      country_code: place.country,
    })),
    location: project.locations?.[0]?.display ?? '',
    salary: timed
      ? {
          min: String(pay.min),
          max: String(pay.max),
          period: period(pay),
          currency: pay.currency,
        }
      : { min: null, max: null, period: null, currency: null },
    min_hours: 10,
    max_hours: 40,
    tags: [],
    published_at: project.postedAt ? momentOf(project.postedAt) : null,
    close_at: project.applyBy ? momentOf(project.applyBy) : null,
    status: 'published',
    options_cv: 'required',
    options_cover_letter: 'optional',
    options_phone: 'off',
    open_questions: [],
  };
}

export const fakeRecruitee = (projects: readonly Project[]): FakeApi =>
  fakeApi({
    base: recruiteeUrl,
    routes: {
      'GET /offers': ({ query }) =>
        query.size ? status(400) : json({ offers: projects.map(offerOf) }),
    },
  });

function payKnown({ kind, min, max, currency }: Pay): Pay {
  const amounts = { min: min!, max: max!, currency: currency! };
  return kind === 'hourly'
    ? { kind, ...amounts, per: 'hour' }
    : { kind: 'unknown', ...amounts, per: 'month' };
}

/** What Recruitee says of an offer; only what is published. */
export function knownToRecruitee(project: Project): Project | undefined {
  const { id, title, employer, summary = '', workMode, postedAt, applyBy, pay } = project;
  if ((project.status ?? 'open') !== 'open') return undefined;
  return {
    id,
    title,
    employer: { name: employer.name },
    url: pageOf(project),
    descriptionHtml: htmlOf(summary) + requirements,
    ...only(project, 'category', 'locations'),
    ...(postedAt && { postedAt: read(postedAt) }),
    ...(applyBy && { applyBy: read(applyBy) }),
    ...(workMode && workMode !== 'unknown' && { workMode }),
    ...(pay && period(pay) && { pay: payKnown(pay) }),
    application: {
      mode: 'redirect',
      url: `${pageOf(project)}/c/new`,
      requires: { resume: 'required', proposal: 'optional' },
    },
  };
}
