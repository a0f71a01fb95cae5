/** The Posting API of SmartRecruiters: pages by offset, descriptions in the detail alone. */
import type { Pay, Project, Range } from '../../../src/domain/project.ts';
import { escaped, fakeApi, json, status, type FakeApi } from '../support/fake-api.ts';
import { only } from '../support/only.ts';
import { unexpected } from '../support/parameters.ts';

export const smartRecruitersUrl = 'https://api.smartrecruiters.com/v1/companies/lakeside';

const pageOf = (id: string) => `https://jobs.smartrecruiters.com/lakeside/${id}`;
const htmlOf = (summary: string) => `<p>${escaped(summary)}</p>`;
const words = ({ min, max }: Range): string =>
  min === undefined ? `up to ${max}` : max === undefined ? `${min}+` : `${min}-${max}`;
const modes = { remote: 'Remote', hybrid: 'Hybrid', onsite: 'On-site', unknown: undefined };

const payWords = (pay: Pay): string =>
  pay.kind === 'unpaid'
    ? 'unpaid'
    : `${words(pay)} ${pay.currency} ${pay.kind === 'stipend' ? pay.kind : pay.kind === 'hourly' ? 'per hour' : `per ${pay.per ?? 'project'}`}`;

/** One posting has one place. */
function postingOf(project: Project) {
  const { id, title, employer, category, industry, hours, durationDays, pay, skills } = project;
  const [place] = project.locations ?? [];
  const custom = (fieldLabel: string, valueLabel: string | undefined) =>
    valueLabel === undefined
      ? []
      : [{ fieldId: `f-${fieldLabel}`, fieldLabel, valueId: 'v', valueLabel }];
  const weeks = durationDays && {
    ...(durationDays.min !== undefined && { min: durationDays.min / 7 }),
    ...(durationDays.max !== undefined && { max: durationDays.max / 7 }),
  };
  return {
    id,
    name: title,
    uuid: `0761de07-8adc-465d-af91-${id}`,
    refNumber: 'REF30D',
    company: { identifier: 'lakeside', name: employer.name },
    releasedDate: project.postedAt?.replace('Z', '.000Z'),
    location: place
      ? {
          city: place.city,
          region: place.region,
          country: place.country?.toLowerCase(),
          remote: project.workMode === 'remote',
          hybrid: project.workMode === 'hybrid',
          fullLocation: place.display,
        }
      : { remote: project.workMode === 'remote', hybrid: project.workMode === 'hybrid' },
    industry: industry ? { id: industry.toLowerCase(), label: industry } : {},
    department: category ? { id: '18554', label: category } : {},
    function: { id: 'other' },
    typeOfEmployment: { id: 'contract', label: 'Contract' },
    customField: [
      ...custom('Country/Region', 'United States'),
      ...custom('Hours', hours && words(hours)),
      ...custom('Weeks', weeks && words(weeks)),
      ...custom('Pay', pay && payWords(pay)),
      ...custom('Skills', skills?.join(', ')),
      ...custom('Work mode', modes[project.workMode ?? 'unknown']),
    ],
    visibility: 'PUBLIC',
    ref: `${smartRecruitersUrl}/postings/${id}`,
    creator: { name: 'Career Center' },
    language: { code: 'en', label: 'English' },
  };
}

export function fakeSmartRecruiters(projects: readonly Project[]): FakeApi {
  const postings = projects.map(postingOf);
  return fakeApi({
    base: smartRecruitersUrl,
    routes: {
      'GET /postings': ({ query }) => {
        const wrong = unexpected(query, { limit: /^([1-9]\d?|100)$/, offset: /^\d+$/ });
        if (wrong) return status(400, { message: `Invalid parameter ${wrong}`, errors: [] });
        const [limit, offset] = [Number(query.get('limit')), Number(query.get('offset'))];
        const content = postings.slice(offset, offset + limit);
        return json({ offset, limit, totalFound: postings.length, content });
      },
      'GET /postings/:id': ({ params }) => {
        const index = postings.findIndex(({ id }) => id === params['id']);
        if (index < 0) return status(404, { message: 'Posting not found', errors: [] });
        const { id } = postings[index]!;
        const { summary = '', employer } = projects[index]!;
        const section = (title: string, text: string) => ({ title, text });
        return json({
          ...postings[index],
          active: true,
          postingUrl: `${pageOf(id)}-project`,
          applyUrl: `${pageOf(id)}/apply`,
          jobAd: {
            sections: {
              companyDescription: section('Company Description', `<p>We are ${employer.name}.</p>`),
              jobDescription: section('Job Description', htmlOf(summary)),
              qualifications: section('Who & what', '<p>You can count.</p>'),
              videos: { title: 'Videos', urls: [] },
            },
          },
        });
      },
    },
  });
}

function payKnown({ kind, per, ...pay }: Pay): Pay {
  if (kind === 'unpaid') return { kind, display: 'unpaid' };
  if (kind === 'stipend') return { kind, ...pay };
  if (per === 'month') return { kind: 'unknown', ...pay, per };
  return { kind, ...pay, per: kind === 'hourly' ? 'hour' : 'project' };
}

/** What list and detail say together; only what is active. */
export function knownToSmartRecruiters(project: Project): Project | undefined {
  const { id, title, employer, summary = '', workMode, locations, postedAt, pay } = project;
  if ((project.status ?? 'open') !== 'open') return undefined;
  return {
    id,
    title,
    employer: { name: employer.name, about: `We are ${employer.name}.` },
    url: `${pageOf(id)}-project`,
    language: 'en',
    descriptionHtml: `${htmlOf(summary)}<h3>Who &amp; what</h3><p>You can count.</p>`,
    ...only(project, 'category', 'industry', 'skills', 'hours', 'durationDays'),
    ...(postedAt && { postedAt: postedAt.replace('Z', '.000Z') }),
    ...(workMode && workMode !== 'unknown' && { workMode }),
    ...(locations && { locations: locations.slice(0, 1) }),
    ...(pay && { pay: payKnown(pay) }),
    application: { mode: 'redirect', url: `${pageOf(id)}/apply` },
  };
}
