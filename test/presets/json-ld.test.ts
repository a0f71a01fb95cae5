import { expect } from 'chai';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { fakePage, knownOnPage, pageUrl } from './apis/job-postings.ts';
import { exampleIn } from './support/documented.ts';
import { onRealResponses } from './support/fixtures.ts';
import { openOn } from './support/open-on.ts';
import { presetSuite } from './support/preset-suite.ts';
import { factFilters } from './support/limits.ts';

presetSuite({
  preset: 'json-ld',
  url: pageUrl,
  api: fakePage,
  limits: {
    knows: knownOnPage,
    filters: [...factFilters, 'paid'],
    applications: false,
    reports: false,
  },
});

const preset: SourceDefinition = { preset: 'json-ld', url: pageUrl };

const posting = (more: object) => ({
  '@type': 'JobPosting',
  title: 'Count bicycles',
  hiringOrganization: { '@type': 'Organization', name: 'Lakeside Analytics' },
  identifier: '7',
  ...more,
});

const pageWith = (value: unknown) =>
  new Response(`<p><script type="application/ld+json">${JSON.stringify(value)}</script>`);

/** What becomes of the one posting of a page. */
async function read(more: object, definition = preset) {
  const { all, warnings } = openOn(definition, () => pageWith(posting(more)));
  const [project] = (await all()).values();
  expect(warnings).to.deep.equal([]);
  return project!;
}

describe('A JobPosting', () => {
  it('has for an id its identifier, its address, or else what it is called', async () => {
    const id = async (more: object) => (await read(more)).id;
    const value = { '@type': 'PropertyValue', name: 'Lakeside', value: 42 };
    expect(await id({})).to.equal('7');
    expect(await id({ identifier: value })).to.equal('42');
    expect(await id({ identifier: [value] })).to.equal('42');
    const none = { identifier: undefined };
    const url = 'https://jobs.lakeside.example/bicycles/';
    expect(await id({ ...none, url })).to.equal('https-jobs-lakeside-example-bicycles');
    expect(await id({ ...none, '@id': '#b' })).to.equal('b');
    expect(await id(none)).to.equal('count-bicycles-lakeside-analytics');
  });

  it('is found where it is one of several types, and among other nodes', async () => {
    const typed = [{ '@type': 'WebPage', name: 'Jobs' }, posting({ '@type': ['JobPosting'] })];
    const { all } = openOn(preset, () => pageWith(typed));
    expect((await all()).size).to.equal(1);
    const nodes = [posting({}), { '@type': 'Book', title: 'Bicycles', identifier: '8' }];
    expect((await openOn(preset, () => pageWith(nodes)).all()).size).to.equal(1);
  });

  it('belongs to an organization with its logo, or to a name, or to the site', async () => {
    const employer = async (hiringOrganization: unknown) =>
      (await read({ hiringOrganization })).employer;
    const name = 'Harbor Health';
    const sameAs = 'https://harbor.example/';
    const logo = 'https://harbor.example/logo.png';
    const whole = { name, url: sameAs, logoUrl: logo };
    expect(await employer({ name, sameAs, logo })).to.deep.equal(whole);
    expect(await employer({ name, url: sameAs, logo: { url: logo } })).to.deep.equal(whole);
    expect(await employer(name)).to.deep.equal({ name });
    expect(await employer(undefined)).to.deep.equal({ name: 'jobs.lakeside.example' });
    const identifier = { name: 'Hilltop Works', value: '7' };
    expect((await read({ hiringOrganization: undefined, identifier })).employer).to.deep.equal({
      name: 'Hilltop Works',
    });
  });

  it('is in one place or in several, or names where applicants have to be', async () => {
    const places = async (more: object) => (await read(more)).locations;
    const ghent = { address: { addressLocality: 'Ghent', addressCountry: 'BE' } };
    const known = { display: 'Ghent, BE', city: 'Ghent', country: 'BE' };
    expect(await places({ jobLocation: ghent })).to.deep.equal([known]);
    const country = { '@type': 'Country', name: 'US' };
    const main = { address: { addressRegion: 'IL', addressCountry: country } };
    expect(await places({ jobLocation: [ghent, main, ghent] })).to.deep.equal([
      known,
      { display: 'IL, US', region: 'IL', country: 'US' },
    ]);
    expect(await places({ jobLocation: { address: 'Main St, Chicago' } })).to.deep.equal([
      { display: 'Main St, Chicago' },
    ]);
    expect(await places({ applicantLocationRequirements: country })).to.deep.equal([
      { display: 'US' },
    ]);
  });

  it('pays a range or one amount by a unit; by the year, or by none, it is only shown', async () => {
    const pay = async (more: object) => (await read(more)).pay;
    const amount = (value: object) => ({ baseSalary: { currency: 'USD', value } });
    const hourly = { kind: 'hourly', currency: 'USD', per: 'hour' };
    expect(await pay(amount({ minValue: 20, maxValue: 25, unitText: 'HOUR' }))).to.deep.equal({
      ...hourly,
      min: 20,
      max: 25,
    });
    expect(await pay(amount({ value: '22.50', unitText: 'HOUR' }))).to.deep.equal({
      ...hourly,
      min: 22.5,
      max: 22.5,
    });
    expect(await pay(amount({ value: 60_000, unitText: 'YEAR' }))).to.deep.equal({
      kind: 'unknown',
      display: 'USD 60,000 / YEAR',
    });
    const unknown = { kind: 'unknown', min: 60_000, max: 60_000, currency: 'USD' };
    expect(await pay(amount({ value: 60_000 }))).to.deep.equal(unknown);
    expect(await pay({ baseSalary: 60_000, salaryCurrency: 'USD' })).to.deep.equal(unknown);
    expect(await pay({})).to.equal(undefined);
  });

  it('is remote by telecommuting alone', async () => {
    expect((await read({ jobLocationType: 'TELECOMMUTE' })).workMode).to.equal('remote');
    expect((await read({})).workMode).to.equal(undefined);
  });

  it('has its description as HTML, which some pages escape', async () => {
    const description = '&lt;p&gt;R&amp;amp;D&lt;/p&gt;';
    expect((await read({ description })).descriptionHtml).to.equal('<p>R&amp;D</p>');
    expect((await read({ description: '<p>R&amp;D</p>' })).descriptionHtml).to.equal(
      '<p>R&amp;D</p>',
    );
  });

  it('says what else it says', async () => {
    expect(
      await read({
        validThrough: '2099-12-05T23:59:00-05:00',
        jobStartDate: '2099-12-10',
        jobDuration: 'P3W',
        skills: ['SQL', 'Excel'],
        employmentType: ['PART_TIME', 'CONTRACTOR'],
        totalJobOpenings: 2,
        qualifications: 'Patience.',
      }),
    ).to.deep.include({
      applyBy: '2099-12-05T23:59:00-05:00',
      startsOn: '2099-12-10',
      durationDays: { min: 21, max: 21 },
      skills: ['SQL', 'Excel'],
      classification: 'contractor',
      openings: 2,
      eligibility: { notes: 'Patience.' },
    });
    const code = { '@type': 'CategoryCode', codeValue: '15-1252', name: 'Developers' };
    expect((await read({ occupationalCategory: code })).category).to.equal('Developers');
    const terms = [{ '@type': 'DefinedTerm', name: 'SQL' }];
    expect((await read({ skills: terms })).skills).to.deep.equal(['SQL']);
  });

  it('is read from a page that is written as the guide has it', async () => {
    const page = exampleIn('docs/presets/json-ld.md', 'application/ld+json');
    const { all, warnings } = openOn(preset, () => new Response(page));
    const [project] = (await all()).values();
    expect(warnings).to.deep.equal([]);
    expect(project).to.deep.include({
      id: 'bicycles-2026',
      title: 'Count bicycles at the bridge',
      hours: { min: 20, max: 30 },
      durationDays: { min: 14, max: 14 },
      pay: { kind: 'fixed', min: 450, max: 450, currency: 'USD', per: 'project' },
      skills: ['Excel', 'statistics'],
    });
  });
});

describe('A page for the preset json-ld', () => {
  const failureOn = (response: () => Response): Promise<unknown> =>
    openOn(preset, response)
      .all()
      .catch((reason: unknown) => reason);

  it('may have no postings', async () => {
    const { source } = openOn(preset, () => pageWith({ '@type': 'WebSite', name: 'Jobs' }));
    expect(await source.list({}, { limit: 20 })).to.include({ total: 0, nextCursor: null });
  });

  it('has to have JSON-LD', async () => {
    const error = await failureOn(() => new Response('<!doctype html><p>No projects.'));
    expect(error).to.include({ kind: 'malformed' });
  });

  it('has to be there', async () => {
    const error = await failureOn(() => new Response('<h1>Not found</h1>', { status: 404 }));
    expect(error).to.include({ kind: 'http', status: 404 });
  });
});

onRealResponses('Real postings of schema.org', ['teamtailor.json'], (read) => {
  it('as Teamtailor writes them', async () => {
    const { items } = JSON.parse(read('teamtailor.json')) as {
      readonly items: readonly { readonly _jobposting: object }[];
    };
    const nodes = items.map((item) => item._jobposting);
    const { all, warnings } = openOn(preset, () => pageWith(nodes));
    const postings = await all();
    expect(warnings).to.deep.equal([]);
    expect(postings.size).to.equal(2);
    // The feed has the address beside the posting, and the employer in its identifier alone.
    expect(postings.get('7167985')).to.deep.equal({
      id: '7167985',
      title: 'Account Executive - Italy (Madrid based)',
      employer: { name: 'Teamtailor' },
      postedAt: '2026-02-04T09:26:20+01:00',
      locations: [
        { display: 'Madrid, Europe, ES', city: 'Madrid', region: 'Europe', country: 'ES' },
      ],
      application: { mode: 'redirect' },
      complete: true,
    });
    expect(postings.get('7069633')).to.deep.equal({
      id: '7069633',
      title: 'Mid-Market Account Executive - Copenhagen',
      employer: { name: 'Teamtailor' },
      postedAt: '2026-01-18T19:35:57+01:00',
      locations: [
        { display: 'Stockholm, Sweden, SE', city: 'Stockholm', region: 'Sweden', country: 'SE' },
        { display: 'København, Europe, DK', city: 'København', region: 'Europe', country: 'DK' },
      ],
      application: { mode: 'redirect' },
      complete: true,
    });
  });
});
