import { expect } from 'chai';
import type { Submission } from '../../src/domain/application.ts';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { fakeGreenhouse, greenhouseUrl, knownToGreenhouse } from './apis/greenhouse.ts';
import { jsonIn } from './support/documented.ts';
import { onRealResponses } from './support/fixtures.ts';
import { openOn } from './support/open-on.ts';
import { presetSuite } from './support/preset-suite.ts';

presetSuite({
  preset: 'greenhouse',
  url: greenhouseUrl,
  api: fakeGreenhouse,
  limits: {
    ids: (index) => String(8_636_903_001 + index),
    knows: knownToGreenhouse,
    lists: ({ application, ...project }) => ({
      ...project,
      application: { mode: application!.mode!, url: application!.url! },
    }),
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
    ],
    applications: false,
    reports: false,
  },
});

const preset: SourceDefinition = { preset: 'greenhouse', url: greenhouseUrl };

/** A job as the API has it; the rest of it says nothing. */
const job = (more: object) => ({
  id: 7,
  title: 'Count bicycles',
  absolute_url: 'https://job-boards.greenhouse.io/lakeside/jobs/7',
  company_name: 'Lakeside Analytics',
  metadata: null,
  ...more,
});

/** What becomes of one job in the list. */
async function listed(more: object, definition = preset) {
  const { all, warnings } = openOn(definition, () => ({ jobs: [job(more)], meta: { total: 1 } }));
  const project = (await all()).get('7');
  expect(warnings).to.deep.equal([]);
  return project!;
}

describe('A job of Greenhouse', () => {
  it('has its description escaped once, entities in it twice', async () => {
    const content = '&lt;p&gt;Ask R&amp;amp;D&amp;nbsp;&quot;why&quot; &amp;lt; how&lt;/p&gt;';
    const { descriptionHtml } = await listed({ content });
    expect(descriptionHtml).to.equal('<p>Ask R&amp;D&nbsp;"why" &lt; how</p>');
  });

  it('is called by its board where it does not name the company', async () => {
    expect((await listed({ company_name: undefined })).employer.name).to.equal('lakeside');
    const params = { site: 'Lakeside Analytics' };
    const { employer } = await listed({ company_name: undefined }, { ...preset, params });
    expect(employer.name).to.equal('Lakeside Analytics');
  });

  it('is remote where its place begins with that word, and else does not say', async () => {
    const mode = async (name: string) => (await listed({ location: { name } })).workMode;
    expect(await mode('Remote')).to.equal('remote');
    expect(await mode('Remote - United States')).to.equal('remote');
    expect(await mode('Ghent, BE')).to.equal(undefined);
    expect(await mode('')).to.equal(undefined);
  });

  it('has its offices for places where it has no place', async () => {
    const offices = [{ name: 'Ghent' }, { name: 'Chicago, IL' }];
    expect((await listed({ location: { name: '' }, offices })).locations).to.deep.equal([
      { display: 'Ghent' },
      { display: 'Chicago, IL' },
    ]);
  });

  it('has no date of posting where it says only when it was changed', async () => {
    const project = await listed({ updated_at: '2026-12-01T08:50:01-04:00' });
    expect(project).not.to.have.property('postedAt');
  });

  it('has custom fields by their names', async () => {
    const metadata = [
      { name: 'Hours', value: 20, value_type: 'number' },
      { name: 'Weeks', value: '2-3', value_type: 'short_text' },
      { name: 'Skills', value: ['excel', 'sql'], value_type: 'multi_select' },
      { name: 'Work mode', value: 'Hybrid', value_type: 'single_select' },
      { name: 'Pay', value: '$450 per project', value_type: 'short_text' },
    ];
    expect(await listed({ metadata, location: { name: 'Remote' } })).to.deep.include({
      hours: { min: 20, max: 20 },
      durationDays: { min: 14, max: 21 },
      skills: ['excel', 'sql'],
      workMode: 'hybrid',
      pay: { kind: 'fixed', min: 450, max: 450, currency: 'USD', per: 'project' },
    });
  });

  it('has skills in a text with commas, too', async () => {
    const metadata = [{ name: 'Skills', value: 'excel, sql', value_type: 'short_text' }];
    expect((await listed({ metadata })).skills).to.deep.equal(['excel', 'sql']);
  });

  it('has pay in cents, of which the title says for what', async () => {
    const pay = async (title: string | null, min: number, max: number | null) =>
      (
        await listed({
          pay_input_ranges: [
            { min_cents: min, max_cents: max, currency_type: 'USD', title, blurb: '' },
          ],
        })
      ).pay;
    expect(await pay('Hourly', 2_050, 2_500)).to.deep.equal({
      kind: 'hourly',
      min: 20.5,
      max: 25,
      currency: 'USD',
      per: 'hour',
    });
    expect(await pay('Per project', 45_000, 45_000)).to.deep.equal({
      kind: 'fixed',
      min: 450,
      max: 450,
      currency: 'USD',
      per: 'project',
    });
    // A year, or whatever it is: never an amount for the project.
    expect(await pay('US pay range', 6_000_000, 7_500_000)).to.deep.equal({
      kind: 'unknown',
      display: 'USD 60,000–75,000 / US pay range',
    });
    expect(await pay(null, 6_000_000, null)).to.deep.equal({
      kind: 'unknown',
      display: 'USD 60,000+ / unstated period',
    });
  });

  it('leads to its own form, with the tracking of the school', async () => {
    const tracked: SourceDefinition = {
      ...preset,
      fields: { url: { path: '$.absolute_url', as: 'url', params: { gh_src: 'northmere' } } },
    };
    const url = 'https://job-boards.greenhouse.io/lakeside/jobs/7?gh_src=northmere';
    const project = await listed({}, tracked);
    expect(project).to.deep.include({ url, application: { mode: 'redirect', url } });
  });

  it('that is none is a failure with the status of the API', async () => {
    const gone = () => Response.json({ status: 404, error: 'Job not found' }, { status: 404 });
    const error: unknown = await openOn(preset, gone)
      .all()
      .catch((reason: unknown) => reason);
    expect(error).to.include({ kind: 'http', status: 404 });
  });
});

/** A school whose own server adds the key and passes applications on, as the page about the preset has it. */
const { api: passingOn } = jsonIn('docs/presets/greenhouse.md', '"mode": "post"') as {
  readonly api: SourceDefinition;
};

const asked = [
  { required: true, label: 'First Name', fields: [{ name: 'first_name', type: 'input_text' }] },
  { required: true, label: 'Last Name', fields: [{ name: 'last_name', type: 'input_text' }] },
  { required: true, label: 'Email', fields: [{ name: 'email', type: 'input_text' }] },
  { required: false, label: 'Phone', fields: [{ name: 'phone', type: 'input_text' }] },
  {
    required: false,
    label: 'Resume/CV',
    fields: [
      { name: 'resume', type: 'input_file' },
      { name: 'resume_text', type: 'textarea' },
    ],
  },
  {
    required: true,
    label: 'May you work in Belgium?',
    description: '<p>We ask <b>everybody</b>.</p>',
    fields: [
      {
        name: 'question_11',
        type: 'multi_value_single_select',
        values: [
          { value: 0, label: 'No' },
          { value: 1, label: 'Yes' },
        ],
      },
    ],
  },
  {
    required: false,
    label: 'Which days?',
    fields: [
      {
        name: 'question_12[]',
        type: 'multi_value_multi_select',
        values: [
          { value: 812, label: 'Monday' },
          { value: 813, label: 'Friday' },
        ],
      },
    ],
  },
  {
    required: true,
    label: 'A sample of your writing',
    fields: [
      { name: 'question_13', type: 'input_file' },
      { name: 'question_13_text', type: 'textarea' },
    ],
  },
  {
    required: false,
    label: 'Anything else?',
    fields: [{ name: 'question_14', type: 'input_text' }],
  },
];

/** What the form of a job asks for. */
async function termsOf(more: object, definition: SourceDefinition = passingOn) {
  const { source } = openOn(definition, ({ pathname }) =>
    pathname.endsWith('/jobs') ? { jobs: [job({})] } : job({ questions: asked, ...more }),
  );
  return (await source.detail('7')).application!;
}

describe('The form of a job of Greenhouse', () => {
  it('asks the questions of the job, without those that every form has', async () => {
    const { mode, requires, questions } = await termsOf({});
    expect({ mode, requires }).to.deep.equal({
      mode: undefined,
      requires: { resume: 'optional', proposal: 'none' },
    });
    expect(questions).to.deep.equal([
      { id: 'phone', type: 'tel', label: 'Phone', required: false },
      // In place of the file, which the form asks for itself.
      {
        id: 'resume_text',
        type: 'textarea',
        label: 'Resume/CV',
        required: false,
        alternativeTo: 'resume',
      },
      {
        id: 'question_11',
        type: 'select',
        label: 'May you work in Belgium?',
        required: true,
        help: 'We ask everybody.',
        options: [
          { value: '0', label: 'No' },
          { value: '1', label: 'Yes' },
        ],
      },
      {
        id: 'question_12',
        type: 'multiselect',
        label: 'Which days?',
        required: false,
        options: [
          { value: '812', label: 'Monday' },
          { value: '813', label: 'Friday' },
        ],
      },
      { id: 'question_13', type: 'file', label: 'A sample of your writing', required: true },
      {
        id: 'question_13_text',
        type: 'textarea',
        label: 'A sample of your writing',
        required: true,
        alternativeTo: 'question_13',
      },
      { id: 'question_14', type: 'text', label: 'Anything else?', required: false },
    ]);
  });

  it('wants a cover letter in place of which the proposal is sent, or neither that nor a resume', async () => {
    const letter = {
      required: true,
      label: 'Cover Letter',
      fields: [
        { name: 'cover_letter', type: 'input_file' },
        { name: 'cover_letter_text', type: 'textarea' },
      ],
    };
    expect(await termsOf({ questions: [letter] })).to.deep.equal({
      requires: { resume: 'none', proposal: 'required' },
    });
  });

  /** What is asked besides the questions of the job. */
  const askedBesides = async (more: object) =>
    (await termsOf({ questions: [], ...more })).questions;

  it('asks for a place last, and for no coordinates, which nobody can type', async () => {
    const place = (required: boolean) => ({
      location_questions: [
        { label: 'Location', required, fields: [{ name: 'location', type: 'input_text' }] },
        { label: 'Latitude', required, fields: [{ name: 'latitude', type: 'input_hidden' }] },
        { label: 'Longitude', required, fields: [{ name: 'longitude', type: 'input_hidden' }] },
      ],
    });
    for (const required of [true, false]) {
      const { mode, questions } = await termsOf(place(required));
      expect(mode).to.equal(undefined);
      expect(questions?.at(-1)).to.deep.equal({
        id: 'location',
        type: 'text',
        label: 'Location',
        required,
      });
    }
  });

  it('asks for equal opportunity in a section of its own, with its explanation', async () => {
    const values = [
      { label: 'Yes', value: '1' },
      { label: 'I do not wish to answer', value: '3' },
    ];
    const question = {
      required: false,
      label: 'DisabilityStatus',
      fields: [{ name: 'disability_status', type: 'multi_value_single_select', values }],
    };
    const section = 'Equal opportunity (voluntary)';
    const asks = {
      id: 'disability_status',
      type: 'select',
      label: 'DisabilityStatus',
      required: false,
      options: values.map(({ label, value }) => ({ value, label })),
      section,
    };
    const description = '&lt;p&gt;Why we &lt;b&gt;ask&lt;/b&gt;.&lt;/p&gt;';
    expect(
      await askedBesides({ compliance: [{ type: 'eeoc', description, questions: [question] }] }),
    ).to.deep.equal([
      { id: 'disability_status_info', type: 'info', label: 'Why we ask.', section },
      asks,
    ]);
    // As the documentation has it.
    expect(await askedBesides({ compliance: [question] })).to.deep.equal([asks]);
    expect(await askedBesides({ compliance: [] })).to.equal(undefined);
  });

  it('asks who a student is, with words of their own where a choice is open to them', async () => {
    const section = 'Diversity at Lakeside';
    const questions = [
      {
        id: 1,
        label: 'Favorite color',
        required: true,
        type: 'multi_value_multi_select',
        answer_options: [
          { id: 100, label: 'Red', free_form: false },
          { id: 102, label: 'My own', free_form: true },
        ],
      },
    ];
    const demographic_questions = { header: section, description: '<p>We ask.</p>', questions };
    expect(await askedBesides({ demographic_questions })).to.deep.equal([
      { id: 'demographic_info', type: 'info', label: 'We ask.', section },
      {
        id: 'demographic_1',
        type: 'multiselect',
        label: 'Favorite color',
        required: true,
        options: [
          { value: '100', label: 'Red' },
          { value: '102', label: 'My own' },
        ],
        section,
      },
      {
        id: 'demographic_1_102',
        type: 'text',
        label: 'My own',
        section,
        showIf: { question: 'demographic_1', equals: 102 },
      },
    ]);
    expect(await askedBesides({ demographic_questions: null })).to.equal(undefined);
  });

  it('asks for each consent that the law of the employer wants, and for no other', async () => {
    const ids = async (rule: object) =>
      (await askedBesides({ data_compliance: [{ type: 'gdpr', ...rule }] }))?.map(
        ({ id, type, required }) => [id.slice('gdpr_'.length), type, required],
      );
    expect(await ids({ requires_consent: false, retention_period: null })).to.equal(undefined);
    expect(await ids({ requires_consent: true })).to.deep.equal([
      ['consent_given', 'consent', true],
    ]);
    const single = { requires_consent: true, requires_processing_consent: true };
    expect(await ids(single)).to.deep.equal([['processing_consent_given', 'consent', true]]);
    expect(await ids({ ...single, requires_retention_consent: true })).to.deep.equal([
      ['processing_consent_given', 'consent', true],
      ['retention_consent_given', 'consent', true],
    ]);
    expect(await ids({ demographic_data_consent_applies: true })).to.deep.equal([
      ['demographic_data_consent_given', 'consent', true],
    ]);
  });

  it('says a consent in the words of a school, with who it is given to', async () => {
    const params = { processingLabel: 'I agree. Read by' };
    const { questions } = await termsOf(
      { questions: [], data_compliance: [{ requires_consent: true }] },
      { ...passingOn, params },
    );
    expect(questions?.map(({ label }) => label)).to.deep.equal([
      'I agree. Read by Lakeside Analytics',
    ]);
  });

  it('is a link unless a school passes it on', async () => {
    expect(await termsOf({}, preset)).to.deep.include({ mode: 'redirect' });
    expect(openOn(preset, () => ({})).source.apply).to.equal(undefined);
  });

  it('is passed on in the names of Greenhouse', async () => {
    const { source, requests } = openOn(passingOn, () => ({ success: 'Candidate saved' }));
    const sent: Submission = {
      key: 'f3b7c1de-0000-4000-8000-000000000001',
      application: {
        applicant: { name: 'Ada Maria Example', email: 'ada@student.example' },
        proposal: 'I would begin at the bridge.',
        answers: {
          question_11: '1',
          question_12: ['812', '813'],
          gdpr_processing_consent_given: true,
        },
        consent: { accepted: true, text: 'Yes.', version: '1', at: '2026-12-01T12:00:00Z' },
      },
      attachments: [
        { part: 'resume', file: new File(['CV'], 'cv.pdf', { type: 'application/pdf' }) },
        { part: 'question_13', file: new File(['Essay'], 'essay.txt', { type: 'text/plain' }) },
      ],
    };
    expect(await source.apply?.('7', sent)).to.have.property('reference');
    const [request] = requests;
    expect(request?.url).to.equal('https://careers.example.edu/greenhouse/7');
    expect(request?.headers.get('Content-Type')).to.equal('application/json');
    expect(await request?.json()).to.deep.equal({
      first_name: 'Ada Maria',
      last_name: 'Example',
      email: 'ada@student.example',
      cover_letter_text: 'I would begin at the bridge.',
      question_11: '1',
      question_12: ['812', '813'],
      gdpr_processing_consent_given: true,
      data_compliance: { gdpr_processing_consent_given: true },
      resume_content: 'Q1Y=',
      resume_content_filename: 'cv.pdf',
      question_13_content: 'RXNzYXk=',
      question_13_content_filename: 'essay.txt',
    });
    const applicant = { name: 'Ada', email: 'ada@student.example' };
    await source.apply?.('7', { ...sent, application: { ...sent.application, applicant } });
    // Greenhouse takes nobody without a last name.
    expect(await requests[1]?.json()).to.include({ first_name: 'Ada', last_name: 'Ada' });
  });
});

onRealResponses(
  'Responses of Greenhouse',
  [
    'greenhouse.json',
    'greenhouse-pay-ranges.json',
    'greenhouse-docs-list-content.json',
    'greenhouse-docs-job-questions.json',
    'greenhouse-docs-offices-tree.json',
    'greenhouse-empty.json',
    'greenhouse-dead_404.json',
  ],
  (read) => {
    const board = (name: string): SourceDefinition => ({
      preset: 'greenhouse',
      url: `https://boards-api.greenhouse.io/v1/boards/${name}`,
    });
    const jobsIn = async (name: Parameters<typeof read>[0], definition = board('acme')) => {
      const { all, warnings } = openOn(definition, () => JSON.parse(read(name)));
      const jobs = await all();
      expect(warnings).to.deep.equal([]);
      return jobs;
    };

    it('of a board', async () => {
      const jobs = await jobsIn('greenhouse.json');
      expect(jobs.size).to.equal(2);
      const page = 'https://job-boards.greenhouse.io/amplitude/jobs';
      const { descriptionHtml: text, ...london } = jobs.get('8636903002')!;
      expect(london).to.deep.equal({
        id: '8636903002',
        title: 'Customer Data Scientist - Experimentation',
        employer: { name: 'Amplitude' },
        url: `${page}/8636903002`,
        locations: [{ display: 'London, UK' }],
        category: 'Solutions Consulting',
        postedAt: '2026-07-16T11:55:32-04:00',
        language: 'en',
        application: { mode: 'redirect', url: `${page}/8636903002` },
      });
      expect(text).to.match(/^<div class="content-intro"><p>Amplitude is the leading AI analytics/);
      expect(text).to.include('Diversity Equity &amp; Inclusion (DEI): </strong>');
      expect(text).to.include(`some of the world's most sophisticated product`);
      expect(jobs.get('8651132002')).to.deep.include({
        title: 'Emerging Account Executive (India)',
        employer: { name: 'Amplitude' },
        url: `${page}/8651132002`,
        locations: [{ display: 'Bangalore, India' }],
        category: 'Account Executives',
        postedAt: '2026-07-27T02:52:26-04:00',
      });
    });

    it('with pay', async () => {
      const jobs = await jobsIn('greenhouse-pay-ranges.json');
      expect([...jobs.keys()].sort()).to.deep.equal([
        '6000001',
        '6000002',
        '6000003',
        '6000004',
        '6000005',
      ]);
      const facts = (id: string) => {
        const { title, locations, workMode, category, pay } = jobs.get(id)!;
        return [title, locations?.[0]?.display, workMode, category, pay?.display];
      };
      expect(facts('6000001')).to.deep.equal([
        'Senior Software Engineer, Platform',
        'Remote - United States',
        'remote',
        'Engineering',
        'USD 166,000–195,000 / Zone 1 (Higher cost-of-living metros)',
      ]);
      expect(facts('6000002')).to.deep.equal([
        'Android Engineer',
        'New York, NY',
        undefined,
        'Mobile',
        'USD 150,000–180,000 / Zone 1 (New York, NY)',
      ]);
      expect(facts('6000003')).to.deep.equal([
        'Product Designer',
        'Remote - US',
        'remote',
        'Design',
        undefined,
      ]);
      expect(facts('6000004')).to.deep.equal([
        'Staff Data Scientist',
        'Austin, TX',
        undefined,
        'Data Science',
        'USD 180,000–220,000 / Zone 1 (Austin, TX)',
      ]);
      expect(jobs.get('6000005')).to.deep.include({
        title: 'Engineering Manager, Payments',
        employer: { name: 'Acme Corp' },
        url: 'https://boards.greenhouse.io/acme/jobs/6000005',
        postedAt: '2026-01-21T19:08:45-05:00',
      });
      for (const { pay } of jobs.values()) expect(pay ?? {}).not.to.have.any.keys('min', 'max');
    });

    it('in the documentation, with less than there is today', async () => {
      const jobs = await jobsIn('greenhouse-docs-list-content.json', board('vaulttec'));
      const url = 'https://boards.greenhouse.io/vaulttec/jobs/127817';
      expect([...jobs.values()]).to.deep.equal([
        {
          id: '127817',
          title: 'Vault Designer',
          employer: { name: 'vaulttec' },
          url,
          descriptionHtml:
            'This is the job description. &lt;p&gt;Any HTML included through the hosted job application editor will be automatically converted into corresponding HTML entities.&lt;/p&gt;',
          locations: [{ display: 'NYC' }],
          category: 'Department of Departments',
          language: 'en',
          application: { mode: 'redirect', url },
        },
      ]);
    });

    it('in the documentation, of a form', async () => {
      const { apply } = passingOn;
      const answer = JSON.parse(read('greenhouse-docs-job-questions.json')) as object;
      const respond = (document: object) => (url: URL) =>
        url.pathname.endsWith('/jobs') ? { jobs: [document] } : document;
      const { source } = openOn({ ...board('your'), apply: apply! }, respond(answer));
      expect(await source.detail('44444')).to.deep.include({
        id: '44444',
        title: 'Product Engineer',
        url: 'http://your.co/careers?gh_jid=444444',
        locations: [{ display: 'San Francisco, CA' }],
        pay: { kind: 'unknown', display: 'USD 50,000–75,000 / NYC Salary Range' },
        application: {
          requires: { resume: 'required', proposal: 'none' },
          questions: [
            {
              id: 'resume_text',
              type: 'textarea',
              label: 'Resume',
              required: true,
              alternativeTo: 'resume',
            },
            {
              id: 'question_2222',
              type: 'select',
              label: 'Do you like apples?',
              required: false,
              options: [
                { value: '0', label: 'No' },
                { value: '1', label: 'Yes' },
              ],
            },
            { id: 'location', type: 'text', label: 'Location', required: true },
            {
              id: 'gdpr_processing_consent_given',
              type: 'consent',
              label:
                'I agree that my data is stored and processed, to consider me for this project, by your',
              required: true,
            },
            {
              id: 'gdpr_retention_consent_given',
              type: 'consent',
              label: 'I agree that my data is kept, to consider me for later work, by your',
              required: true,
            },
          ],
        },
      });
    });

    it('by offices and departments, for a school that wants it so', async () => {
      const jobs = await jobsIn('greenhouse-docs-offices-tree.json', {
        ...board('your'),
        list: {
          path: '/offices',
          items: ['$.offices[*]', '$.children[*]', '$.departments[*]', '$.jobs[*]'],
        },
        fields: { category: '^.name', locations: '^^.name' },
      });
      expect(
        [...jobs.values()].map(({ id, title, category }) => [id, title, category]),
      ).to.have.deep.members([
        ['44444', 'Product Engineer', 'Engineering'],
        ['55555', 'Mobile Engineer - iOS', 'Engineering'],
      ]);
      expect(jobs.get('55555')).to.deep.include({
        url: 'http://your.co/careers?gh_jid=55555',
        locations: [{ display: 'San Francisco' }],
        language: 'en',
      });
    });

    it('of an empty board', async () => {
      expect((await jobsIn('greenhouse-empty.json')).size).to.equal(0);
    });

    it('of a job that is gone', async () => {
      const { source } = openOn(board('acme'), ({ pathname }) =>
        pathname.endsWith('/jobs')
          ? JSON.parse(read('greenhouse.json'))
          : new Response(read('greenhouse-dead_404.json'), { status: 404 }),
      );
      const error: unknown = await source.detail('8636903002').catch((reason: unknown) => reason);
      expect(error).to.include({ kind: 'http', status: 404 });
    });
  },
);
