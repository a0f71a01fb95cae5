import { expect } from 'chai';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { rejection } from '../support/fake-network.ts';
import {
  fakeTeamtailorApi,
  knownToTeamtailorApi,
  teamtailorApiUrl,
} from './apis/teamtailor-api.ts';
import { status } from './support/fake-api.ts';
import { onRealResponses } from './support/fixtures.ts';
import { openOn } from './support/open-on.ts';
import { presetSuite } from './support/preset-suite.ts';

for (const pageSize of [30, 4])
  presetSuite({
    name: `The preset teamtailor-api in pages of ${pageSize}`,
    preset: 'teamtailor-api',
    url: teamtailorApiUrl,
    api: fakeTeamtailorApi(pageSize),
    config: { list: { pageSize } },
    limits: {
      ids: (index) => String(7_158 + index),
      knows: knownToTeamtailorApi,
      filters: ['q', 'category', 'workMode', 'location', 'currency', 'paid', 'featured'],
      sorts: ['relevance', 'newest'],
      applications: false,
      reports: false,
    },
  });

const preset: SourceDefinition = { preset: 'teamtailor-api', url: teamtailorApiUrl };
const site = 'https://career.lakeside.example/jobs/7-a';

/** What becomes of one job. */
async function listed(attributes: object, more: object = {}, definition = preset) {
  const job = {
    id: '7',
    type: 'jobs',
    links: { 'careersite-job-url': site, 'careersite-job-apply-url': `${site}/applications/new` },
    attributes: { title: 'Count bicycles', ...attributes },
  };
  const { data, ...rest } = { data: {}, ...more };
  const { all, warnings, requests } = openOn(definition, () => ({
    data: [{ ...job, ...data }],
    meta: { 'record-count': 1 },
    ...rest,
  }));
  const project = (await all()).get('7')!;
  expect(warnings).to.deep.equal([]);
  return { ...project, asked: new URL(requests[0]!.url) };
}

describe('A job of the API of Teamtailor', () => {
  it('is asked for without a key, which the server adds, or with one that everybody may see', async () => {
    const { asked } = await listed({});
    expect(asked.searchParams.has('api_key')).to.equal(false);
    const publicKey = 'a1b2c3';
    const direct = await listed({}, {}, { ...preset, publicKey });
    expect(direct.asked.searchParams.get('api_key')).to.equal(publicKey);
  });

  it('is called by the host of the career site, or as a school says', async () => {
    expect((await listed({})).employer.name).to.equal('career.lakeside.example');
    const fields = { 'employer.name': { const: 'Lakeside Analytics' } };
    expect((await listed({}, {}, { ...preset, fields })).employer.name).to.equal(
      'Lakeside Analytics',
    );
  });

  it('finds what it refers to by type and id: a town, not a street', async () => {
    const refer = (type: string) => ({ type, id: '3' });
    const { category, locations } = await listed(
      {},
      {
        data: {
          relationships: {
            department: { data: refer('departments') },
            locations: { data: [refer('locations'), { type: 'locations', id: '4' }] },
          },
        },
        included: [
          {
            ...refer('locations'),
            attributes: { address: 'Veldstraat 1', city: 'Ghent', country: 'Belgium' },
          },
          { ...refer('departments'), attributes: { name: 'Research' } },
          { type: 'locations', id: '4', attributes: { address: '', city: null, name: 'Anywhere' } },
        ],
      },
    );
    expect(category).to.equal('Research');
    expect(locations).to.deep.equal([
      { display: 'Ghent, Belgium', city: 'Ghent' },
      { display: 'Anywhere' },
    ]);
  });

  it('says how much of the work is remote', async () => {
    const mode = async (word: string) => (await listed({ 'remote-status': word })).workMode;
    expect(await mode('fully')).to.equal('remote');
    expect(await mode('hybrid')).to.equal('hybrid');
    // "None" is also what nobody has filled in.
    expect(await mode('none')).to.equal(undefined);
    expect(await mode('temporary')).to.equal(undefined);
  });

  it('has pay where there is an amount, by the year only in words', async () => {
    const pay = async (min: number | null, max: number | null, unit: string) =>
      (
        await listed({
          'min-salary': min,
          'max-salary': max,
          currency: 'SEK',
          'salary-time-unit': unit,
        })
      ).pay;
    expect(await pay(null, null, 'monthly')).to.equal(undefined);
    expect(await pay(150, 180, 'hourly')).to.deep.equal({
      kind: 'hourly',
      min: 150,
      max: 180,
      currency: 'SEK',
      per: 'hour',
    });
    expect(await pay(null, 30_000, 'monthly')).to.deep.equal({
      kind: 'unknown',
      max: 30_000,
      currency: 'SEK',
      per: 'month',
    });
    expect(await pay(400_000, null, 'yearly')).to.deep.equal({
      kind: 'unknown',
      display: 'SEK 400,000+ / yearly',
    });
  });

  it('leads to the form of the career site, or to another one', async () => {
    expect((await listed({})).application!.url).to.equal(`${site}/applications/new`);
    const elsewhere = { 'external-application-url': 'https://forms.lakeside.example/7' };
    expect((await listed(elsewhere)).application!.url).to.equal('https://forms.lakeside.example/7');
    expect((await listed({ 'external-application-url': '' })).application!.url).to.equal(
      `${site}/applications/new`,
    );
  });

  it('can have a deadline and skills, where a school says so', async () => {
    const fields = { applyBy: "$.attributes['end-date']", skills: '$.attributes.tags' };
    const said = { 'end-date': '2027-12-05', tags: ['excel'] };
    const project = await listed(said, {}, { ...preset, fields });
    expect(project).to.deep.include({ applyBy: '2027-12-05', skills: ['excel'] });
  });

  it('that nobody may read is a failure', async () => {
    const body = { errors: [{ title: 'Not Authorized', detail: 'HTTP Token: Access denied.' }] };
    const { all } = openOn(preset, () => status(401, body));
    expect(await rejection(all())).to.include({ kind: 'http', status: 401 });
  });
});

onRealResponses(
  'A job in the documentation of Teamtailor',
  ['teamtailor-jsonapi-job.json'],
  (read) => {
    it('has less than there is today', async () => {
      const { data } = JSON.parse(read('teamtailor-jsonapi-job.json')) as { data: object };
      const { all, warnings } = openOn(preset, () => ({
        data: [data],
        meta: { 'record-count': 1 },
      }));
      expect([...(await all()).values()]).to.deep.equal([
        {
          id: '7199',
          title: 'My new job',
          employer: { name: 'career.teamtailor.dev' },
          url: 'http://career.teamtailor.dev/jobs/7263-yay-horray-3',
          descriptionHtml: '<p>hello world</p>',
          featured: false,
          application: {
            mode: 'redirect',
            url: 'https://career.teamtailor.dev/jobs/7263-yay-horray-3/applications/new',
          },
          complete: true,
        },
      ]);
      expect(warnings).to.deep.equal([]);
    });
  },
);
