import { expect } from 'chai';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { fakeRemotive, knownToRemotive, remotiveUrl } from './apis/remotive.ts';
import { jsonIn } from './support/documented.ts';
import { onRealResponses } from './support/fixtures.ts';
import { openOn } from './support/open-on.ts';
import { presetSuite } from './support/preset-suite.ts';

presetSuite({
  preset: 'remotive',
  url: remotiveUrl,
  api: fakeRemotive,
  limits: {
    ids: (index) => String(2_091_101 + index),
    knows: knownToRemotive,
    filters: ['q', 'category', 'skill', 'workMode', 'location', 'payMin', 'currency', 'paid'],
    sorts: ['relevance', 'newest', 'pay'],
    applications: false,
    reports: false,
  },
});

const preset: SourceDefinition = { preset: 'remotive' };

const job = (more: object) => ({
  id: 7,
  url: 'https://remotive.com/remote-jobs/design/poster-7',
  title: 'Poster',
  company_name: 'Hilltop Works',
  ...more,
});

/** What becomes of one job in the list. */
async function listed(more: object) {
  const { all, warnings } = openOn(preset, () => ({ jobs: [job(more)] }));
  const project = (await all()).get('7');
  expect(warnings).to.deep.equal([]);
  return project!;
}

describe('A job of Remotive', () => {
  it('is asked for at the one address that there is', async () => {
    const { all, requests } = openOn(preset, () => ({ jobs: [] }));
    await all();
    expect(requests.map(({ url }) => url)).to.deep.equal([remotiveUrl]);
  });

  it('names Remotive, with a link to its page there', async () => {
    const url = 'https://remotive.com/remote-jobs/design/poster-7';
    expect(await listed({})).to.deep.include({
      url,
      listedBy: { name: 'Remotive', url },
      application: { mode: 'redirect', url },
    });
  });

  it('has pay that is understood, or shown as it is written', async () => {
    const pay = async (salary: string) => (await listed({ salary })).pay;
    expect(await pay('$40,000 - $50,000')).to.deep.equal({
      kind: 'unknown',
      display: '$40,000 - $50,000',
    });
    expect(await pay('$20 - $30 /hour')).to.deep.equal({
      kind: 'hourly',
      min: 20,
      max: 30,
      currency: 'USD',
      per: 'hour',
    });
    expect(await pay('Competitive')).to.deep.equal({ kind: 'unknown', display: 'Competitive' });
    expect(await pay('')).to.equal(undefined);
  });

  it('is for a contractor where it is freelance, and else does not say', async () => {
    const kind = async (job_type: string) => (await listed({ job_type })).classification;
    expect(await kind('freelance')).to.equal('contractor');
    expect(await kind('contract')).to.equal('contractor');
    expect(await kind('internship')).to.equal(undefined);
  });

  it('is shown to students where it is an internship, in the words of the guide', async () => {
    const { api } = jsonIn('docs/presets/remotive.md', '"keep"') as { api: SourceDefinition };
    const jobs = [job({ job_type: 'full_time' }), job({ id: 8, job_type: 'internship' })];
    const { all, requests } = openOn(api, () => ({ jobs }));
    expect([...(await all()).keys()]).to.deep.equal(['8']);
    expect(requests[0]?.url).to.equal('https://careers.example.edu/remotive?category=design');
  });
});

onRealResponses('Responses of Remotive', ['remotive.json'], (read) => {
  it('of jobs', async () => {
    const { all, warnings } = openOn(preset, () => JSON.parse(read('remotive.json')));
    const jobs = await all();
    expect(warnings).to.deep.equal([]);
    expect(jobs.size).to.equal(2);
    const page = 'https://remotive.com/remote-jobs';
    const { descriptionHtml: text, ...reviewer } = jobs.get('2091144')!;
    const url = `${page}/all-others/content-reviewer-united-states-2091144`;
    expect(reviewer).to.deep.equal({
      id: '2091144',
      title: 'Content Reviewer - United States',
      employer: { name: 'TELUS Digital', logoUrl: 'https://remotive.com/job/2091144/logo' },
      url,
      locations: [{ display: 'USA' }],
      category: 'All others',
      skills: ['android', 'ios', 'social media', 'AI/ML'],
      postedAt: '2026-09-21',
      workMode: 'remote',
      listedBy: { name: 'Remotive', url },
      application: { mode: 'redirect', url },
      complete: true,
    });
    expect(text).to.match(/^<p class="figma-padding-bottom-32 tw-border-b/);
    const developer = jobs.get('2091141')!;
    expect(developer).to.deep.include({
      title: 'Frontend Web Application Developer',
      employer: { name: 'KoboToolbox', logoUrl: 'https://remotive.com/job/2091141/logo' },
      url: `${page}/design/frontend-web-application-developer-2091141`,
      category: 'Design',
      postedAt: '2026-09-18',
      pay: { kind: 'unknown', display: '$90k - $105k' },
    });
    expect(developer.locations?.map(({ display }) => display)).to.deep.equal([
      'USA',
      'Canada',
      'Argentina',
      'Mexico',
      'Peru',
    ]);
    expect(developer.skills).to.have.length(12);
    expect(developer.skills?.at(-1)).to.equal('Typescript');
  });
});
