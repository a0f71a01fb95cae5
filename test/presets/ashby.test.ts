import { expect } from 'chai';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { ashbyUrl, fakeAshby, knownToAshby } from './apis/ashby.ts';
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
