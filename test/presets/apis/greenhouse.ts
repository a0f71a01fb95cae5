/** The Job Board API of Greenhouse: everything at once, custom fields beside each other, pay in cents. */
import type { Pay, Project, Range } from '../../../src/domain/project.ts';
import { escaped, fakeApi, json, status, type FakeApi } from '../support/fake-api.ts';
import { only } from '../support/only.ts';
import { unexpected } from '../support/parameters.ts';

export const greenhouseUrl = 'https://boards-api.greenhouse.io/v1/boards/lakeside';

const pageOf = (id: string) => `https://job-boards.greenhouse.io/lakeside/jobs/${id}`;
const htmlOf = (summary: string) => `<p>${escaped(summary)}</p><ul><li>Tables &amp; text</li></ul>`;

const words = ({ min, max }: Range): string =>
  min === undefined ? `up to ${max}` : max === undefined ? `${min}+` : `${min}-${max}`;

/** Pay in a custom field, as a school asks for it. */
function payWords({ kind, currency, per, ...range }: Pay): string {
  if (kind === 'unpaid') return 'unpaid';
  const amount = `${words(range)} ${currency}`;
  if (kind === 'stipend') return `${amount} stipend`;
  return `${amount} per ${per ?? (kind === 'hourly' ? 'hour' : 'project')}`;
}

/** What such words are read as. */
function payKnown({ kind, per, ...pay }: Pay): Pay {
  if (kind === 'unpaid') return { kind, display: 'unpaid' };
  if (kind === 'stipend') return { kind, ...pay };
  if (per === 'month') return { kind: 'unknown', ...pay, per };
  return { kind, ...pay, per: kind === 'hourly' ? 'hour' : 'project' };
}

const weeks = ({ min, max }: Range): Range => ({
  ...(min !== undefined && { min: min / 7 }),
  ...(max !== undefined && { max: max / 7 }),
});

const modes = { remote: 'Remote', hybrid: 'Hybrid', onsite: 'On-site', unknown: null };

/** The instant as Greenhouse writes it, in the zone of its server. */
const posted = (postedAt: string) => postedAt.replace('T10:00:00Z', 'T06:00:00-04:00');

function jobOf(project: Project) {
  const { id, title, employer, summary, category, hours, durationDays, pay } = project;
  const metadata = (name: string, value: unknown, type = 'short_text') =>
    value === undefined ? [] : [{ id: 90 + name.length, name, value, value_type: type }];
  return {
    absolute_url: pageOf(id),
    data_compliance: [{ type: 'gdpr', requires_consent: false, retention_period: null }],
    internal_job_id: Number(id) + 500,
    location: { name: project.locations?.map(({ display }) => display).join('; ') ?? '' },
    metadata: [
      ...metadata('Employment Type', 'Project', 'single_select'),
      ...metadata('Hours', hours && words(hours)),
      ...metadata('Weeks', durationDays && words(weeks(durationDays))),
      ...metadata('Pay', pay && payWords(pay)),
      ...metadata('Work mode', project.workMode && modes[project.workMode], 'single_select'),
      ...metadata('Skills', project.skills, 'multi_select'),
    ],
    id: Number(id),
    updated_at: '2026-12-01T08:50:01-04:00',
    requisition_id: `R-${id}`,
    title,
    company_name: `${employer.name} `,
    first_published: project.postedAt ? posted(project.postedAt) : null,
    language: 'en',
    application_deadline: project.applyBy ?? null,
    content: escaped(summary === undefined ? '' : htmlOf(summary)),
    departments: category ? [{ id: 13, name: category, child_ids: [], parent_id: null }] : [],
    offices: [],
    pay_input_ranges: [],
  };
}

const field = (name: string, type: string) => ({ name, type, values: [] });

const questions = [
  { required: true, label: 'First Name', fields: [field('first_name', 'input_text')] },
  { required: true, label: 'Last Name', fields: [field('last_name', 'input_text')] },
  { required: true, label: 'Email', fields: [field('email', 'input_text')] },
  {
    required: true,
    label: 'Resume/CV',
    fields: [field('resume', 'input_file'), field('resume_text', 'textarea')],
  },
  {
    required: false,
    label: 'Cover Letter',
    fields: [field('cover_letter', 'input_file'), field('cover_letter_text', 'textarea')],
  },
];

export function fakeGreenhouse(projects: readonly Project[]): FakeApi {
  const jobs = projects.map(jobOf);
  const refused = (what: string) => status(400, { status: 400, error: `Bad request: ${what}` });
  return fakeApi({
    base: greenhouseUrl,
    routes: {
      'GET /jobs': ({ query }) => {
        const wrong = unexpected(query, { content: 'true', pay_transparency: 'true' });
        return wrong ? refused(wrong) : json({ jobs, meta: { total: jobs.length } });
      },
      'GET /jobs/:id': ({ query, params }) => {
        const wrong = unexpected(query, { questions: 'true', pay_transparency: 'true' });
        if (wrong) return refused(wrong);
        const job = jobs.find(({ id }) => String(id) === params['id']);
        return job
          ? json({ ...job, questions, location_questions: [] })
          : status(404, { status: 404, error: 'Job not found' });
      },
    },
  });
}

/** What list and detail of Greenhouse say together; only what is open is published. */
export function knownToGreenhouse(project: Project): Project | undefined {
  const { id, title, employer, summary, workMode, locations, postedAt, pay } = project;
  if ((project.status ?? 'open') !== 'open') return undefined;
  const url = pageOf(id);
  return {
    id,
    title,
    employer: { name: employer.name },
    url,
    language: 'en',
    ...only(project, 'category', 'skills', 'hours', 'durationDays', 'applyBy'),
    ...(summary !== undefined && { descriptionHtml: htmlOf(summary) }),
    ...(postedAt !== undefined && { postedAt: posted(postedAt) }),
    ...(workMode && workMode !== 'unknown' && { workMode }),
    ...(locations && {
      locations: [{ display: locations.map(({ display }) => display).join('; ') }],
    }),
    ...(pay && { pay: payKnown(pay) }),
    application: {
      mode: 'redirect',
      url,
      requires: { resume: 'required', proposal: 'optional' },
    },
  };
}
