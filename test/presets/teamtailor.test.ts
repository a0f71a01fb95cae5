import { expect } from 'chai';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { rejection } from '../support/fake-network.ts';
import { fakeTeamtailor, knownToTeamtailor, teamtailorUrl } from './apis/teamtailor.ts';
import { status } from './support/fake-api.ts';
import { onRealResponses } from './support/fixtures.ts';
import { openOn } from './support/open-on.ts';
import { presetSuite } from './support/preset-suite.ts';

presetSuite({
  preset: 'teamtailor',
  url: teamtailorUrl,
  api: fakeTeamtailor,
  limits: {
    ids: (index) => `${index + 10}fafb7d-f013-4061-b6de-2894b3e0838b`,
    knows: knownToTeamtailor,
    filters: ['q', 'workMode', 'location', 'currency', 'applyByFrom', 'applyByTo', 'paid'],
    sorts: ['relevance', 'newest', 'deadline'],
    applications: false,
    reports: false,
  },
});

const preset: SourceDefinition = { preset: 'teamtailor', url: teamtailorUrl };

/** What becomes of one item of the feed. */
async function listed(more: object, feed: object = { title: 'Lakeside Analytics' }) {
  const item = { id: '7', title: 'Count bicycles', url: `${teamtailorUrl}/jobs/7-a`, ...more };
  const { all, warnings } = openOn(preset, () => ({ ...feed, items: [item] }));
  const project = (await all()).get('7')!;
  expect(warnings).to.deep.equal([]);
  return project;
}

const posting = async (_jobposting: object) => listed({ _jobposting });

describe('An item of the feed of Teamtailor', () => {
  it('is called by its company, the feed, or else the site', async () => {
    const hiringOrganization = { name: 'Lakeside Labs' };
    expect((await posting({ hiringOrganization })).employer.name).to.equal('Lakeside Labs');
    expect((await listed({})).employer.name).to.equal('Lakeside Analytics');
    expect((await listed({}, {})).employer.name).to.equal('career');
  });

  it('has one place, or several', async () => {
    const address = { addressLocality: 'Ghent', addressRegion: 'Europe', addressCountry: 'BE' };
    const ghent = { display: 'Ghent, BE', city: 'Ghent', country: 'BE' };
    expect((await posting({ jobLocation: { address } })).locations).to.deep.equal([ghent]);
    const jobLocation = [{ address }, { address: { addressCountry: 'SE' } }];
    expect((await posting({ jobLocation })).locations).to.deep.equal([
      ghent,
      { display: 'SE', country: 'SE' },
    ]);
  });

  it('says that it is remote, and nothing where it is not', async () => {
    expect((await posting({ jobLocationType: 'TELECOMMUTE' })).workMode).to.equal('remote');
    expect(await posting({})).not.to.have.property('workMode');
  });

  it('says what a contract is only where that is sure', async () => {
    expect((await posting({ employmentType: 'CONTRACTOR' })).classification).to.equal('contractor');
    expect((await posting({ employmentType: ['INTERN', 'VOLUNTEER'] })).classification).to.equal(
      'volunteer',
    );
    expect(await posting({ employmentType: 'FULL_TIME' })).not.to.have.property('classification');
  });

  it('has pay by the hour, and by the year only in words', async () => {
    const pay = async (unitText: string) =>
      (
        await posting({
          baseSalary: {
            '@type': 'MonetaryAmount',
            currency: 'SEK',
            value: { '@type': 'QuantitativeValue', minValue: 150, maxValue: '180', unitText },
          },
        })
      ).pay;
    expect(await pay('HOUR')).to.deep.equal({
      kind: 'hourly',
      min: 150,
      max: 180,
      currency: 'SEK',
      per: 'hour',
    });
    expect(await pay('YEAR')).to.deep.equal({ kind: 'unknown', display: 'SEK 150–180 / YEAR' });
  });

  it('has the text of the posting where it has none itself', async () => {
    expect((await posting({ description: '<p>R&amp;D</p>' })).descriptionHtml).to.equal(
      '<p>R&amp;D</p>',
    );
  });

  it('of a site that is not there is a failure', async () => {
    const { all } = openOn(preset, () => status(404));
    expect(await rejection(all())).to.include({ kind: 'http', status: 404 });
  });
});

onRealResponses('A feed of Teamtailor', ['teamtailor.json'], (read) => {
  it('has two jobs, one of them in two places', async () => {
    const { source, warnings } = openOn(
      { preset: 'teamtailor', url: 'https://career.teamtailor.com' },
      () => JSON.parse(read('teamtailor.json')),
    );
    const { projects, offers } = await source.list({}, { limit: 100 });
    const jobs = 'https://career.teamtailor.com/jobs';
    const madrid = `${jobs}/7167985-account-executive-italy-madrid-based`;
    const copenhagen = `${jobs}/7069633-mid-market-account-executive-copenhagen`;
    expect(projects).to.deep.equal([
      {
        id: '20fafb7d-f013-4061-b6de-2894b3e0838b',
        title: 'Account Executive - Italy (Madrid based)',
        employer: { name: 'Teamtailor' },
        url: madrid,
        locations: [{ display: 'Madrid, ES', city: 'Madrid', country: 'ES' }],
        postedAt: '2026-02-04T09:26:20+01:00',
        application: { mode: 'redirect', url: madrid },
        complete: true,
      },
      {
        id: 'a52c9a45-1132-44c9-9696-76974817ae6e',
        title: 'Mid-Market Account Executive - Copenhagen',
        employer: { name: 'Teamtailor' },
        url: copenhagen,
        locations: [
          { display: 'Stockholm, SE', city: 'Stockholm', country: 'SE' },
          { display: 'København, DK', city: 'København', country: 'DK' },
        ],
        postedAt: '2026-01-18T19:35:57+01:00',
        application: { mode: 'redirect', url: copenhagen },
        complete: true,
      },
    ]);
    expect(offers).to.deep.equal({
      filters: ['q', 'location'],
      sorts: ['relevance', 'newest'],
    });
    expect(warnings).to.deep.equal([]);
  });
});
