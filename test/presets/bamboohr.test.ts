import { expect } from 'chai';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { rejection } from '../support/fake-network.ts';
import { bamboohrUrl, fakeBamboohr, knownToBamboohr, listedByBamboohr } from './apis/bamboohr.ts';
import { status, text } from './support/fake-api.ts';
import { onRealResponses } from './support/fixtures.ts';
import { openOn } from './support/open-on.ts';
import { presetSuite } from './support/preset-suite.ts';

presetSuite({
  preset: 'bamboohr',
  url: bamboohrUrl,
  api: fakeBamboohr,
  limits: {
    ids: (index) => String(86 + index).padStart(3, '0'),
    knows: knownToBamboohr,
    lists: listedByBamboohr,
    filters: ['q', 'category', 'workMode', 'location'],
    sorts: ['relevance'],
    applications: false,
    reports: false,
  },
});

const preset: SourceDefinition = { preset: 'bamboohr', url: bamboohrUrl };
const opening = { id: '7', jobOpeningName: 'Count bicycles' };

/** What list and detail say of one opening. */
async function read(listed: object, detail: object, definition = preset) {
  const { all, source, warnings, requests } = openOn(definition, ({ pathname }) =>
    pathname.endsWith('/list')
      ? { meta: { totalCount: 1 }, result: [{ ...opening, ...listed }] }
      : { meta: {}, result: { jobOpening: { jobOpeningName: 'Count bicycles', ...detail } } },
  );
  const item = (await all()).get('7')!;
  const whole = await source.detail('7');
  expect(warnings).to.deep.equal([]);
  return { item, whole, asked: requests.map(({ url }) => url) };
}

describe('An opening of BambooHR', () => {
  it('says in its detail when it was posted, what it pays and what it is about', async () => {
    const { item, whole, asked } = await read(
      {},
      {
        description: '<p>Ask R&amp;D</p>',
        datePosted: '2026-11-20',
        compensation: '$18.00 - $20.50 / hour',
        jobOpeningShareUrl: `${bamboohrUrl}/careers/7`,
      },
    );
    expect(asked).to.deep.equal([`${bamboohrUrl}/careers/list`, `${bamboohrUrl}/careers/7/detail`]);
    expect(item).not.to.have.any.keys('descriptionHtml', 'postedAt', 'pay', 'complete');
    const url = `${bamboohrUrl}/careers/7`;
    expect(whole).to.deep.include({
      id: '7',
      title: 'Count bicycles',
      employer: { name: 'lakeside' },
      url,
      descriptionHtml: '<p>Ask R&amp;D</p>',
      postedAt: '2026-11-20',
      pay: { kind: 'hourly', per: 'hour', min: 18, max: 20.5, currency: 'USD' },
      application: { mode: 'redirect', url },
    });
  });

  it('shows pay as it is written where it is no plain amount', async () => {
    const { whole } = await read({}, { compensation: 'DOE, $60k to $70k' });
    expect(whole.pay).to.deep.equal({ kind: 'unknown', display: 'DOE, $60k to $70k' });
  });

  it('has codes for where the work is done', async () => {
    const mode = async (listed: object) => (await read(listed, {})).item.workMode;
    expect(await mode({ locationType: '0', isRemote: null })).to.equal('onsite');
    expect(await mode({ locationType: '1', isRemote: null })).to.equal('remote');
    expect(await mode({ locationType: '2', isRemote: null })).to.equal('hybrid');
    expect(await mode({ locationType: '7' })).to.equal(undefined);
    expect(await mode({ isRemote: true })).to.equal('remote');
    expect(await mode({ isRemote: false })).to.equal(undefined);
  });

  it('has its place in one of two forms', async () => {
    const places = async (listed: object) => (await read(listed, {})).item.locations;
    const none = { country: null, state: null, province: null, city: null };
    const office = { location: { city: 'Ghent', state: null }, atsLocation: none };
    expect(await places(office)).to.deep.equal([{ display: 'Ghent', city: 'Ghent' }]);
    expect(
      await places({
        location: { city: null, state: null },
        atsLocation: { ...none, country: 'Canada', province: 'Ontario' },
      }),
    ).to.deep.equal([{ display: 'Ontario, Canada', region: 'Ontario' }]);
    expect(await places({ location: null, atsLocation: none })).to.equal(undefined);
  });

  it('leads to the careers site, also where it is passed on by a server', async () => {
    const { item, whole, asked } = await read(
      {},
      {},
      {
        preset: 'bamboohr',
        url: 'https://careers.northmere.example/lakeside',
        params: { host: 'lakeside.bamboohr.com', account: 'Lakeside Analytics' },
      },
    );
    expect(asked).to.deep.equal([
      'https://careers.northmere.example/lakeside/careers/list',
      'https://careers.northmere.example/lakeside/careers/7/detail',
    ]);
    for (const project of [item, whole])
      expect(project).to.deep.include({
        employer: { name: 'Lakeside Analytics' },
        url: `${bamboohrUrl}/careers/7`,
      });
  });

  it('that is none is a failure, and so is a site that is none', async () => {
    const { source } = openOn(preset, ({ pathname }) =>
      pathname.endsWith('/list') ? { result: [opening] } : status(404),
    );
    expect(await rejection(source.detail('7'))).to.include({ kind: 'http', status: 404 });
    // BambooHR sends those who ask for an unknown company to its own site.
    const elsewhere = openOn(preset, () => text('<!doctype html><title>BambooHR</title>'));
    expect(await rejection(elsewhere.all())).to.include({ kind: 'malformed' });
  });
});

onRealResponses('A response of BambooHR', ['bamboohr.json'], (read) => {
  it('has two openings, with nothing but titles and places', async () => {
    const { source, warnings } = openOn(
      { preset: 'bamboohr', url: 'https://acme.bamboohr.com' },
      () => JSON.parse(read('bamboohr.json')),
    );
    const { projects, offers, skipped } = await source.list({}, { limit: 100 });
    const lauderdale = {
      display: 'Fort Lauderdale, Florida',
      city: 'Fort Lauderdale',
      region: 'Florida',
    };
    const page = (id: string) => `https://acme.bamboohr.com/careers/${id}`;
    expect(projects).to.deep.equal([
      {
        id: '86',
        title: 'Nurse Paralegal',
        employer: { name: 'acme' },
        url: page('86'),
        locations: [lauderdale],
        category: 'Legal',
        workMode: 'onsite',
        application: { mode: 'redirect', url: page('86') },
      },
      {
        id: '87',
        title: 'Marketing & Social Media Intern',
        employer: { name: 'acme' },
        url: page('87'),
        locations: [lauderdale],
        category: 'Marketing',
        workMode: 'onsite',
        application: { mode: 'redirect', url: page('87') },
      },
    ]);
    expect(offers).to.deep.equal({
      filters: ['q', 'category', 'workMode', 'location'],
      sorts: ['relevance'],
    });
    expect([skipped, warnings]).to.deep.equal([[], []]);
  });
});
