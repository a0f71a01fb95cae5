import { expect } from 'chai';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { ashbyUrl, fakeAshby, knownToAshby } from './apis/ashby.ts';
import { jsonIn } from './support/documented.ts';
import { onRealResponses } from './support/fixtures.ts';
import { openOn } from './support/open-on.ts';
import { presetSuite } from './support/preset-suite.ts';

presetSuite({
  preset: 'ashby',
  url: ashbyUrl,
  // The API has no word for what is not listed, and gives it all the same.
  api: fakeAshby,
  limits: {
    ids: (index) => `90fb3621-899e-4b59-925d-25080ec91e${String(10 + index)}`,
    knows: knownToAshby,
    filters: ['q', 'category', 'workMode', 'location', 'currency', 'paid'],
    sorts: ['relevance', 'newest'],
    applications: false,
    reports: false,
  },
});

const preset: SourceDefinition = { preset: 'ashby', url: ashbyUrl };

/** What becomes of one job; the rest of it says nothing. */
async function job(more: object, definition = preset) {
  const base = { id: 'j1', title: 'Count bicycles', isListed: true, isRemote: false };
  const { all, warnings } = openOn(definition, () => ({ jobs: [{ ...base, ...more }] }));
  const project = (await all()).get('j1');
  expect(warnings).to.deep.equal([]);
  return project!;
}

describe('A job of Ashby', () => {
  it('is left out where it is not listed, and not where it does not say', async () => {
    const jobs = [true, false, undefined].map((isListed, index) => ({
      id: String(index),
      title: 'Count bicycles',
      isListed,
    }));
    expect([...(await openOn(preset, () => ({ jobs })).all()).keys()]).to.have.members(['0', '2']);
  });

  it('belongs to the board in the address, with a blank in its name', async () => {
    const url = 'https://api.ashbyhq.com/posting-api/job-board/Lakeside%20Analytics';
    expect((await job({}, { ...preset, url })).employer.name).to.equal('Lakeside Analytics');
    const params = { site: 'Hilltop Works' };
    expect((await job({}, { ...preset, params })).employer.name).to.equal('Hilltop Works');
  });

  it('is remote by its workplace, and by its flag only where it names none', async () => {
    expect((await job({ workplaceType: 'Hybrid', isRemote: true })).workMode).to.equal('hybrid');
    expect((await job({ workplaceType: 'OnSite' })).workMode).to.equal('onsite');
    expect((await job({ isRemote: true })).workMode).to.equal('remote');
    expect((await job({})).workMode).to.equal(undefined);
  });

  it('is in its second places, too', async () => {
    const { locations } = await job({
      location: 'Ghent, Belgium',
      secondaryLocations: [{ location: 'Chicago, IL' }, { location: '' }],
    });
    expect(locations).to.deep.equal([{ display: 'Ghent, Belgium' }, { display: 'Chicago, IL' }]);
  });

  it('belongs to a department, or else to a team', async () => {
    expect((await job({ department: 'Research', team: 'Streets' })).category).to.equal('Research');
    expect((await job({ department: '', team: 'Streets' })).category).to.equal('Streets');
  });

  it('pays what its component of pay says; by the year, or of equity alone, that is only shown', async () => {
    const component = (interval: string, minValue: number | null, maxValue: number | null) => ({
      compensationType: 'Salary',
      interval,
      currencyCode: 'USD',
      minValue,
      maxValue,
    });
    const pay = async (summary: string | null, ...summaryComponents: object[]) =>
      (await job({ compensation: { compensationTierSummary: summary, summaryComponents } })).pay;
    expect(await pay('$20 – $25 per hour', component('1 HOUR', 20, 25))).to.deep.equal({
      kind: 'hourly',
      min: 20,
      max: 25,
      currency: 'USD',
      per: 'hour',
      display: '$20 – $25 per hour',
    });
    expect(await pay('$60K – $75K', component('1 YEAR', 60_000, 75_000))).to.deep.equal({
      kind: 'unknown',
      display: '$60K – $75K',
    });
    expect(await pay(null, component('1 YEAR', 60_000, null))).to.deep.equal({
      kind: 'unknown',
      display: 'USD 60,000+ / 1 YEAR',
    });
    const equity = { ...component('1 HOUR', 1, 2), compensationType: 'EquityCashValue' };
    expect(await pay('Offers Equity', equity)).to.deep.equal({
      kind: 'unknown',
      display: 'Offers Equity',
    });
    expect(await pay(null, equity)).to.equal(undefined);
    expect(await pay(null, component('NONE', 450, 450))).to.equal(undefined);
    expect(await pay(null)).to.equal(undefined);
  });

  it('of a board that is not there is a failure', async () => {
    const gone = () => new Response('Not Found', { status: 404 });
    const error: unknown = await openOn(preset, gone)
      .all()
      .catch((reason: unknown) => reason);
    expect(error).to.include({ kind: 'http', status: 404 });
  });
});

/** A school whose own server has the key, as the page about the preset has it. */
const { api: proxied } = jsonIn('docs/presets/ashby.md', '"mode": "post"') as {
  readonly api: SourceDefinition;
};

/** What the form of a posting asks for, as `jobPosting.info` answers. */
async function termsOf(applicationFormDefinition: unknown, definition = proxied) {
  const listed = {
    id: 'j1',
    title: 'Count bicycles',
    jobUrl: 'https://jobs.ashbyhq.com/lakeside/j1',
    applyUrl: 'https://jobs.ashbyhq.com/lakeside/j1/application',
  };
  const results = { id: 'j1', title: 'Count bicycles', applicationFormDefinition };
  const { source, requests, warnings } = openOn(definition, ({ host }) =>
    host === 'careers.example.edu' ? { success: true, results } : { jobs: [listed] },
  );
  const { application } = await source.detail('j1');
  expect(warnings).to.deep.equal([]);
  expect(requests.at(-1)?.url).to.equal('https://careers.example.edu/ashby/j1');
  return application;
}

/** A field of a form. */
const field = (path: string, type: string, more: object = {}, entry: object = {}) => ({
  field: { id: `id-${path}`, path, type, title: path, isNullable: false, ...more },
  isRequired: false,
  ...entry,
});

const system = [
  field('_systemfield_name', 'String', {}, { isRequired: true }),
  field('_systemfield_email', 'Email', {}, { isRequired: true }),
  field('_systemfield_resume', 'File', {}, { isRequired: true }),
];

describe('The form of a posting of Ashby', () => {
  it('asks what its fields ask, by their paths, and not what every form asks', async () => {
    const types = {
      String: 'text',
      LongText: 'textarea',
      RichText: 'textarea',
      Email: 'email',
      Phone: 'tel',
      Url: 'url',
      Number: 'number',
      Date: 'date',
      Boolean: 'boolean',
      File: 'file',
      Location: 'text',
    };
    const fields = Object.keys(types).map((type) => field(`q-${type}`, type));
    expect(await termsOf({ sections: [{ fields: [...system, ...fields] }] })).to.deep.equal({
      url: 'https://jobs.ashbyhq.com/lakeside/j1/application',
      requires: { resume: 'required' },
      questions: Object.entries(types).map(([type, ours]) => ({
        id: `q-${type}`,
        type: ours,
        label: `q-${type}`,
        required: false,
      })),
    });
  });

  it('has sections, with their explanations and those of each field', async () => {
    const choices = {
      selectableValues: [
        { label: 'A friend', value: 'friend' },
        { label: 'A fair', value: 'fair', isArchived: true },
      ],
    };
    const sections = [
      { fields: [...system, field('first', 'String', {}, { isRequired: true })] },
      {
        title: 'About you',
        descriptionHtml: '<p>We read <b>all</b> of it.</p>',
        fields: [
          field('how', 'ValueSelect', choices, { descriptionHtml: '<p>Pick one.</p>' }),
          field('which', 'MultiValueSelect', choices),
          field('old', 'String', { isDeactivated: true }, { isRequired: true }),
          field('unseen', 'String', {}, { isHidden: true, isRequired: true }),
        ],
      },
      { isHidden: true, fields: [field('nowhere', 'String', {}, { isRequired: true })] },
    ];
    const section = 'About you';
    const options = [{ value: 'friend', label: 'A friend' }];
    expect((await termsOf({ sections }))?.questions).to.deep.equal([
      { id: 'first', type: 'text', label: 'first', required: true },
      { id: 'how_info', type: 'info', label: 'We read all of it.', section },
      {
        id: 'how',
        type: 'select',
        label: 'how',
        required: false,
        help: 'Pick one.',
        options,
        section,
      },
      { id: 'which', type: 'multiselect', label: 'which', required: false, options, section },
    ]);
  });

  it('may have no sections, and wants a resume only where it asks for one', async () => {
    const [name, email, resume] = system;
    const requires = async (...fields: unknown[]) => (await termsOf({ fields }))?.requires;
    expect(await requires(name, email, resume)).to.deep.equal({ resume: 'required' });
    expect(await requires(name, { ...resume, isRequired: false })).to.deep.equal({
      resume: 'optional',
    });
    expect(await requires(name, email)).to.deep.equal({ resume: 'none' });
    // The public API says nothing of it.
    expect(await termsOf(undefined)).not.to.have.property('requires');
  });

  it('is a link where it requires what cannot be asked here', async () => {
    const modeOf = async (isRequired: boolean) =>
      (await termsOf({ fields: [field('school', 'EducationHistory', {}, { isRequired })] }))?.mode;
    expect(await modeOf(true)).to.equal('redirect');
    expect(await modeOf(false)).to.equal(undefined);
  });

  it('is a link where no server has the key', async () => {
    expect(
      await job({ applyUrl: 'https://jobs.ashbyhq.com/lakeside/j1/application' }),
    ).to.deep.include({
      application: {
        mode: 'redirect',
        url: 'https://jobs.ashbyhq.com/lakeside/j1/application',
      },
    });
    expect(openOn(preset, () => ({})).source.apply).to.equal(undefined);
    expect(openOn(proxied, () => ({})).source).to.include({ idempotent: true });
  });
});

onRealResponses('Responses of Ashby', ['ashby.json', 'ashby-compensation.json'], (read) => {
  async function jobsIn(name: 'ashby.json' | 'ashby-compensation.json', board: string) {
    const url = `https://api.ashbyhq.com/posting-api/job-board/${board}`;
    const { all, warnings } = openOn({ preset: 'ashby', url }, () => JSON.parse(read(name)));
    const jobs = await all();
    expect(warnings).to.deep.equal([]);
    return jobs;
  }

  it('of a board', async () => {
    const jobs = await jobsIn('ashby.json', 'HighlightTA');
    expect(jobs.size).to.equal(2);
    const page = 'https://jobs.ashbyhq.com/HighlightTA';
    const first = '90fb3621-899e-4b59-925d-25080ec91e18';
    const { descriptionHtml: text, ...recruiter } = jobs.get(first)!;
    expect(recruiter).to.deep.equal({
      id: first,
      title: 'Senior Technical Recruiter',
      employer: { name: 'HighlightTA' },
      url: `${page}/${first}`,
      locations: [{ display: 'Canada' }],
      category: 'HighlightTA',
      postedAt: '2026-04-20T22:43:56.531+00:00',
      workMode: 'remote',
      application: { mode: 'redirect', url: `${page}/${first}/application` },
      complete: true,
    });
    expect(text).to.match(/^<h2><strong>About HighlightTA<\/strong><\/h2>/);
    const second = 'fc2f1f85-46a0-4a31-b165-683e39c07c04';
    expect(jobs.get(second)).to.deep.include({
      title: 'Senior Site Reliability Engineer',
      url: `${page}/${second}`,
      locations: [{ display: 'Toronto, Ontario' }],
      category: 'HighlightTA Confidential',
      postedAt: '2026-07-08T19:48:19.767+00:00',
      // Its flag says remote as well.
      workMode: 'hybrid',
      pay: { kind: 'unknown', display: 'CA$102.8K – CA$137K' },
    });
  });

  it('with pay', async () => {
    const jobs = await jobsIn('ashby-compensation.json', 'acme');
    const facts = [...jobs.values()].map(({ id, title, locations, workMode, pay }) => [
      id,
      title,
      locations?.map(({ display }) => display).join('; '),
      workMode,
      pay?.min ?? pay?.display,
    ]);
    expect(facts.sort()).to.deep.equal([
      ['ashby-0001', 'Senior Software Engineer', 'San Francisco, CA', undefined, 'Compensation'],
      ['ashby-0002', 'Staff Product Manager', 'New York, NY; Boston, MA', undefined, 'From $200K'],
      ['ashby-0003', 'Engineering Manager', 'Remote - United States', 'remote', 'US tier'],
      ['ashby-0004', 'Product Designer', 'London, United Kingdom', undefined, undefined],
      [
        'ashby-0005',
        'Data Scientist',
        'Berlin, Germany; Amsterdam, Netherlands',
        undefined,
        'Salary + Equity',
      ],
      ['ashby-0006', 'Account Executive', 'Austin, TX', undefined, 12_000],
    ]);
    expect(jobs.get('ashby-0006')).to.deep.include({
      employer: { name: 'acme' },
      url: 'https://jobs.ashbyhq.com/acme/ashby-0006',
      postedAt: '2026-05-02T15:30:00.000+00:00',
      category: 'Sales',
      pay: {
        kind: 'unknown',
        min: 12_000,
        max: 15_000,
        currency: 'USD',
        per: 'month',
        display: 'Monthly',
      },
    });
  });
});
