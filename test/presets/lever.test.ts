import { expect } from 'chai';
import type { Submission } from '../../src/domain/application.ts';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { fakeLever, knownToLever, leverUrl } from './apis/lever.ts';
import { jsonIn } from './support/documented.ts';
import { onRealResponses } from './support/fixtures.ts';
import { openOn } from './support/open-on.ts';
import { presetSuite } from './support/preset-suite.ts';

presetSuite({
  preset: 'lever',
  url: leverUrl,
  api: fakeLever,
  limits: {
    ids: (index) => `5ac21346-8e0c-4494-8e7a-3eb92ff779${String(10 + index)}`,
    knows: knownToLever,
    filters: ['q', 'category', 'workMode', 'location', 'payMin', 'currency', 'paid'],
    sorts: ['relevance', 'newest', 'pay'],
    applications: false,
    reports: false,
  },
});

const preset: SourceDefinition = { preset: 'lever', url: leverUrl };

/** What becomes of one posting; the rest of it says nothing. */
async function posting(more: object, definition = preset) {
  const base = { id: 'p1', text: 'Count bicycles', categories: {}, workplaceType: 'unspecified' };
  const { all, warnings } = openOn(definition, () => [{ ...base, ...more }]);
  const project = (await all()).get('p1');
  expect(warnings).to.deep.equal([]);
  return project!;
}

describe('A posting of Lever', () => {
  it('belongs to the site that is in the address, in Europe as well', async () => {
    expect((await posting({})).employer.name).to.equal('lakeside');
    const eu = { ...preset, url: 'https://api.eu.lever.co/v0/postings/hilltop-works' };
    expect((await posting({}, eu)).employer.name).to.equal('hilltop-works');
    const named = { ...preset, params: { site: 'Lakeside Analytics' } };
    expect((await posting({}, named)).employer.name).to.equal('Lakeside Analytics');
  });

  it('is described by all of its parts, in their order', async () => {
    const { descriptionHtml } = await posting({
      opening: '<div>Hello.</div>',
      description: '<div>Hello.</div><div>Count them.</div>',
      lists: [
        { text: 'Tasks <daily>', content: '\n<li>Count</li>\n' },
        { text: 'You', content: '<li>Legs</li>' },
      ],
      additional: '<p>Bye.</p>',
      salaryDescription: '<p>Paid at the end.</p>',
    });
    expect(descriptionHtml).to.equal(
      '<div>Hello.</div><div>Count them.</div>' +
        '<h3>Tasks &lt;daily&gt;</h3><ul>\n<li>Count</li>\n</ul><h3>You</h3><ul><li>Legs</li></ul>' +
        '<p>Bye.</p><p>Paid at the end.</p>',
    );
  });

  it('is in all of its places, or in the one it names', async () => {
    const places = async (categories: object) =>
      (await posting({ categories })).locations?.map(({ display }) => display);
    const allLocations = ['Ghent', 'Chicago, IL'];
    expect(await places({ location: 'Ghent', allLocations })).to.deep.equal(allLocations);
    expect(await places({ location: 'Ghent' })).to.deep.equal(['Ghent']);
    expect(await places({ location: 'Ghent', allLocations: null })).to.deep.equal(['Ghent']);
    expect(await places({})).to.equal(undefined);
  });

  it('belongs to a department, or else to a team', async () => {
    const category = async (categories: object) => (await posting({ categories })).category;
    expect(await category({ department: 'Research', team: 'Streets' })).to.equal('Research');
    expect(await category({ team: 'Streets' })).to.equal('Streets');
  });

  it('says where work is done, unless it does not', async () => {
    const mode = async (workplaceType: string) => (await posting({ workplaceType })).workMode;
    expect(await mode('remote')).to.equal('remote');
    expect(await mode('hybrid')).to.equal('hybrid');
    expect(await mode('on-site')).to.equal('onsite');
    expect(await mode('onsite')).to.equal('onsite');
    expect(await mode('unspecified')).to.equal(undefined);
  });

  it('pays by the hour, the month or once; anything else is only shown', async () => {
    const pay = async (interval: string, range: object = { min: 20, max: 25 }) =>
      (await posting({ salaryRange: { currency: 'USD', interval, ...range } })).pay;
    const range = { min: 20, max: 25, currency: 'USD' };
    expect(await pay('per-hour-wage')).to.deep.equal({ kind: 'hourly', ...range, per: 'hour' });
    expect(await pay('one-time')).to.deep.equal({ kind: 'fixed', ...range, per: 'project' });
    const month = { kind: 'unknown', ...range, per: 'month' };
    expect(await pay('per-month-salary')).to.deep.equal(month);
    expect(await pay('per-year-salary', { min: 60_000, max: 75_000 })).to.deep.equal({
      kind: 'unknown',
      display: 'USD 60,000–75,000 / year',
    });
    expect(await pay('bi-week-salary')).to.deep.equal({
      kind: 'unknown',
      display: 'USD 20–25 / bi-week-salary',
    });
  });

  it('can say hours in its commitment, where a school has it so', async () => {
    const categories = { commitment: '20 hours' };
    const fields = { hours: '$.categories.commitment' };
    expect((await posting({ categories }, { ...preset, fields })).hours).to.deep.equal({
      min: 20,
      max: 20,
    });
  });
});

describe('An application to a posting of Lever', () => {
  const sent: Submission = {
    key: 'f3b7c1de-0000-4000-8000-000000000001',
    application: {
      applicant: { name: 'Ada Example', email: 'ada@student.example' },
      proposal: 'I would begin at the bridge.',
      answers: {},
      consent: { accepted: true, text: 'Yes.', version: '1', at: '2026-12-01T12:00:00Z' },
    },
    attachments: [{ part: 'resume', file: new File(['CV'], 'cv.pdf') }],
  };
  /** A school whose own server adds the key and passes applications on, as the page about the preset has it. */
  const { api: passingOn } = jsonIn('docs/presets/lever.md', '"mode": "post"') as {
    readonly api: SourceDefinition;
  };

  it('is made on its own form', () => {
    expect(openOn(preset, () => []).source.apply).to.equal(undefined);
  });

  it('is passed on in the names of Lever by a school that wants to', async () => {
    const { source, requests } = openOn(passingOn, () => ({ ok: true, applicationId: 'a-1' }));
    expect(await source.apply?.('p1', sent)).to.deep.equal({ id: 'a-1', reference: 'a-1' });
    expect(requests[0]?.url).to.equal('https://careers.example.edu/lever/p1');
    const form = (await requests[0]?.formData())!;
    expect([...form.keys()]).to.deep.equal(['name', 'email', 'resume', 'comments']);
    expect(form.get('name')).to.equal('Ada Example');
    expect((form.get('resume') as File).name).to.equal('cv.pdf');
  });

  it('is refused in the words of Lever', async () => {
    const refusal = () => Response.json({ ok: false, error: 'Invalid email' }, { status: 400 });
    const error: unknown = await openOn(passingOn, refusal)
      .source.apply?.('p1', sent)
      .catch((reason: unknown) => reason);
    expect(error).to.include({ status: 400 });
    expect(String(error)).to.include('Invalid email');
  });
});

onRealResponses(
  'Responses of Lever',
  ['lever.json', 'lever-empty.json', 'lever-dead_404.json'],
  (read) => {
    const site: SourceDefinition = {
      preset: 'lever',
      url: 'https://api.lever.co/v0/postings/idealistconsulting',
    };

    it('of a site', async () => {
      const { all, warnings } = openOn(site, () => JSON.parse(read('lever.json')));
      const postings = await all();
      expect(warnings).to.deep.equal([]);
      expect(postings.size).to.equal(2);
      const page = 'https://jobs.lever.co/idealistconsulting';
      const first = 'a24ec4e5-5caa-473d-abd4-b71f09a8167b';
      const { descriptionHtml: text, ...chicago } = postings.get(first)!;
      expect(chicago).to.deep.equal({
        id: first,
        title: '(1099 Contract) Nonprofit Salesforce Consultant: Enterprise Project Manager',
        employer: { name: 'idealistconsulting' },
        url: `${page}/${first}`,
        locations: [{ display: 'Chicago, IL' }],
        category: 'Services Team',
        // 1764205361939 milliseconds.
        postedAt: '2025-11-27T01:02:41.939Z',
        workMode: 'remote',
        application: { mode: 'redirect', url: `${page}/${first}/apply` },
        complete: true,
      });
      expect(text).to.match(/^<div>Are you tenacious, pragmatic, with a keen sense of humor\?/);
      expect(text).to.include(`<h3>How You'll Contribute</h3><ul>\n<li>Guide full project life`);
      expect(text).to.include('<h3>Your Background Includes:</h3>');
      expect(text).to.match(/Ethics page<\/i><\/b><\/a><b><i>\.<\/i><\/b><\/div>$/);
      expect(text?.split('Are you tenacious')).to.have.length(2);
      const second = '5d54d69b-e940-452e-b892-1170aa60f095';
      expect(postings.get(second)).to.deep.include({
        title: '(1099 Contract) Salesforce for Nonprofits: Solution Architect',
        url: `${page}/${second}`,
        locations: [{ display: 'Washington, D.C.' }],
        category: 'Services Team',
        // 1674959303769 milliseconds.
        postedAt: '2023-01-29T02:28:23.769Z',
        workMode: 'remote',
      });
    });

    it('of a site without postings', async () => {
      const { source } = openOn(site, () => JSON.parse(read('lever-empty.json')));
      expect(await source.list({}, { limit: 20 })).to.include({ total: 0, nextCursor: null });
    });

    it('of a site that is not there', async () => {
      const gone = () => new Response(read('lever-dead_404.json'), { status: 404 });
      const error: unknown = await openOn(site, gone)
        .all()
        .catch((reason: unknown) => reason);
      expect(error).to.include({ kind: 'http', status: 404 });
    });
  },
);
