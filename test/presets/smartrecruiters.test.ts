import { expect } from 'chai';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import {
  fakeSmartRecruiters,
  knownToSmartRecruiters,
  smartRecruitersUrl,
} from './apis/smartrecruiters.ts';
import { onRealResponses } from './support/fixtures.ts';
import { openOn } from './support/open-on.ts';
import { presetSuite } from './support/preset-suite.ts';

presetSuite({
  preset: 'smartrecruiters',
  url: smartRecruitersUrl,
  api: fakeSmartRecruiters,
  limits: {
    ids: (index) => String(743_999_671_674_801 + index),
    knows: knownToSmartRecruiters,
    lists: ({ descriptionHtml: _, employer, application, ...project }) => {
      const url = project.url!.replace('-project', '');
      return {
        ...project,
        employer: { name: employer.name },
        url,
        application: { mode: application!.mode!, url },
      };
    },
    filters: [
      'q',
      'category',
      'industry',
      'skill',
      'workMode',
      'location',
      'payMin',
      'currency',
      'hoursMax',
      'durationDaysMax',
      'paid',
    ],
    sorts: ['relevance', 'newest', 'pay', 'shortest'],
    applications: false,
    reports: false,
  },
});

const preset: SourceDefinition = { preset: 'smartrecruiters', url: smartRecruitersUrl };
const posting = (more: object) => ({
  id: '7',
  name: 'Count bicycles',
  company: { identifier: 'lakeside', name: 'Lakeside Analytics' },
  ...more,
});

/** What becomes of one posting in the list. */
async function listed(more: object, definition = preset) {
  const answer = { totalFound: 1, content: [posting(more)] };
  const { all, warnings } = openOn(definition, () => answer);
  const project = (await all()).get('7');
  expect(warnings).to.deep.equal([]);
  return project!;
}

describe('A posting of SmartRecruiters', () => {
  it('is one of many, which are fetched by the hundred', async () => {
    const content = Array.from({ length: 200 }, (_, index) => posting({ id: `p${index}` }));
    const { source, requests } = openOn(preset, ({ searchParams }) => {
      const [offset, limit] = ['offset', 'limit'].map((name) => Number(searchParams.get(name)));
      return { totalFound: 200, content: content.slice(offset, offset! + limit!) };
    });
    expect((await source.list({}, { limit: 20 })).total).to.equal(200);
    expect(requests.map(({ url }) => new URL(url).search)).to.deep.equal([
      '?limit=100&offset=0',
      '?limit=100&offset=100',
    ]);
  });

  it('has an address before anybody asks for its detail', async () => {
    const { url, application } = await listed({ ref: `${smartRecruitersUrl}/postings/7` });
    expect(url).to.equal('https://jobs.smartrecruiters.com/lakeside/7');
    expect(application).to.deep.equal({ mode: 'redirect', url });
  });

  it('names its company, or is called by the one in the address', async () => {
    expect((await listed({})).employer.name).to.equal('Lakeside Analytics');
    const nameless = { company: { identifier: 'lakeside' } };
    expect((await listed(nameless)).employer.name).to.equal('lakeside');
  });

  it('is remote or hybrid by its flags, which both being off say nothing', async () => {
    const mode = async (location: object) => (await listed({ location })).workMode;
    expect(await mode({ remote: true, hybrid: false })).to.equal('remote');
    expect(await mode({ remote: false, hybrid: true })).to.equal('hybrid');
    expect(await mode({ remote: false, hybrid: false })).to.equal(undefined);
  });

  it('has a place in one piece, or in parts', async () => {
    const place = { city: 'Ghent', region: 'East Flanders', country: 'be' };
    expect((await listed({ location: { ...place, remote: false } })).locations).to.deep.equal([
      { ...place, display: 'Ghent, East Flanders, be', country: 'BE' },
    ]);
    const whole = { ...place, fullLocation: 'Ghent, Belgium' };
    expect((await listed({ location: whole })).locations?.[0]).to.include({
      display: 'Ghent, Belgium',
    });
  });

  it('has empty objects for what it does not say', async () => {
    const project = await listed({ department: {}, industry: {}, function: {}, location: {} });
    expect(project).not.to.have.any.keys('category', 'industry', 'locations', 'workMode');
    expect((await listed({ department: {}, function: { label: 'Research' } })).category).to.equal(
      'Research',
    );
  });

  it('is closed where its detail says that it is not active', async () => {
    const { source } = openOn(preset, ({ pathname }) =>
      pathname.endsWith('/postings')
        ? { totalFound: 1, content: [posting({})] }
        : posting({ active: false }),
    );
    expect((await source.detail('7')).status).to.equal('closed');
  });

  it('of a company that is not there is none, which the API says with an empty list', async () => {
    const empty = { offset: 0, limit: 100, totalFound: 0, content: [] };
    expect((await openOn(preset, () => empty).all()).size).to.equal(0);
  });
});

onRealResponses(
  'Responses of SmartRecruiters',
  ['smartrecruiters.json', 'smartrecruiters-detail.json'],
  (read) => {
    const company = (name: string): SourceDefinition => ({
      preset: 'smartrecruiters',
      url: `https://api.smartrecruiters.com/v1/companies/${name}`,
    });

    it('of a company', async () => {
      const answer: unknown = JSON.parse(read('smartrecruiters.json'));
      const { all, warnings } = openOn(company('knight'), () => answer);
      const id = '743999671674844';
      expect([...(await all()).values()]).to.deep.equal([
        {
          id,
          title: 'CNA / LPN - Consistent Hours. Start Next Week.',
          employer: { name: 'Knight Gayles' },
          url: `https://jobs.smartrecruiters.com/Knight/${id}`,
          locations: [
            {
              display: 'St. Louis, MO, United States',
              city: 'St. Louis',
              region: 'MO',
              country: 'US',
            },
          ],
          category: 'Health Care Provider',
          industry: 'Medical Practice',
          postedAt: '2018-06-08T02:11:28.000Z',
          language: 'en',
          application: {
            mode: 'redirect',
            url: `https://jobs.smartrecruiters.com/Knight/${id}`,
          },
        },
      ]);
      expect(warnings).to.deep.equal([]);
    });

    it('of one posting', async () => {
      const detail = JSON.parse(read('smartrecruiters-detail.json')) as { readonly id: string };
      const { id } = detail;
      const { source, warnings } = openOn(company('acme'), ({ pathname }) =>
        pathname.endsWith('/postings') ? { totalFound: 1, content: [{ id, name: 'x' }] } : detail,
      );
      expect(await source.detail('744000000000001')).to.deep.equal({
        id: '744000000000001',
        title: 'Staff Platform Engineer',
        employer: { name: 'Acme Corp', about: 'Boilerplate that must be EXCLUDED.' },
        url: 'https://jobs.smartrecruiters.com/acme/744000000000001',
        descriptionHtml:
          'Build synthetic platforms.<h3>Qualifications</h3>Synthetic requirements.' +
          '<h3>Additional Information</h3>Synthetic extras.',
        locations: [
          {
            display: 'Austin, TX, United States',
            city: 'Austin',
            region: 'TX',
            country: 'US',
          },
        ],
        category: 'Engineering',
        postedAt: '2026-06-24T10:00:11.853Z',
        workMode: 'hybrid',
        application: {
          mode: 'redirect',
          url: 'https://jobs.smartrecruiters.com/acme/744000000000001/apply',
        },
      });
      expect(warnings).to.deep.equal([]);
    });
  },
);
