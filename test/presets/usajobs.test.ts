import { expect } from 'chai';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { fakeUsajobs, knownToUsajobs, usajobsUrl } from './apis/usajobs.ts';
import { jsonIn } from './support/documented.ts';
import { onRealResponses } from './support/fixtures.ts';
import { openOn } from './support/open-on.ts';
import { presetSuite } from './support/preset-suite.ts';

presetSuite({
  preset: 'usajobs',
  url: usajobsUrl,
  api: fakeUsajobs,
  limits: {
    ids: (index) => String(793_682_001 + index),
    knows: knownToUsajobs,
    filters: [
      'q',
      'category',
      'workMode',
      'location',
      'currency',
      'applyByFrom',
      'applyByTo',
      'paid',
    ],
    sorts: ['relevance', 'newest', 'deadline'],
    applications: false,
    reports: false,
  },
});

const preset: SourceDefinition = { preset: 'usajobs', url: usajobsUrl };

const position = {
  PositionTitle: 'Count bicycles',
  OrganizationName: 'Harbor Survey',
  PositionURI: 'https://www.usajobs.gov/GetJob/ViewDetails/7',
};
const found = (...descriptors: object[]) => ({
  SearchResult: {
    SearchResultCountAll: descriptors.length,
    SearchResultItems: descriptors.map((descriptor, index) => ({
      MatchedObjectId: String(7 + index),
      MatchedObjectDescriptor: descriptor,
    })),
  },
});

async function listed(more: object) {
  const { all, warnings } = openOn(preset, () => found({ ...position, ...more }));
  const project = (await all()).get('7');
  expect(warnings).to.deep.equal([]);
  return project!;
}

describe('An announcement of USAJOBS', () => {
  it('belongs to an organization, or else to a department', async () => {
    const named = { OrganizationName: '', DepartmentName: 'Department of Harbors' };
    expect((await listed({})).employer.name).to.equal('Harbor Survey');
    expect((await listed(named)).employer.name).to.equal('Department of Harbors');
  });

  it('pays by the hour, or by what is only shown', async () => {
    const pay = async (
      RateIntervalCode: string,
      Description: string | undefined,
      amounts: readonly string[],
    ) =>
      (
        await listed({
          PositionRemuneration: [
            {
              MinimumRange: amounts[0],
              MaximumRange: amounts[1],
              RateIntervalCode,
              Description,
            },
          ],
        })
      ).pay;
    const hourly = { kind: 'hourly', min: 17.5, max: 22, currency: 'USD', per: 'hour' };
    expect(await pay('PH', 'Per Hour', ['17.5', '22.0'])).to.deep.equal(hourly);
    expect(await pay('Per Hour', 'Per Hour', ['17.5', '22.0'])).to.deep.equal(hourly);
    expect(await pay('PH', undefined, ['17.5', '22.0'])).to.deep.equal(hourly);
    expect(await pay('PA', 'Per Year', ['41000.0', '52000.0'])).to.deep.equal({
      kind: 'unknown',
      display: 'USD 41,000–52,000 / year',
    });
    expect(await pay('BW', 'Bi-weekly', ['1400.0', '1400.0'])).to.deep.equal({
      kind: 'unknown',
      display: 'USD 1,400 / Bi-weekly',
    });
    expect(await pay('WC', 'Without Compensation', ['0.0', '0.0'])).to.deep.equal({
      kind: 'unpaid',
    });
  });

  it('is described by a summary, be it text or HTML', async () => {
    const html = async (JobSummary: string) =>
      (await listed({ UserArea: { Details: { JobSummary } } })).descriptionHtml;
    expect(await html('Count.\nCompare & draw.')).to.equal('<p>Count.<br>Compare &#38; draw.</p>');
    expect(await html('<p>Count &amp; compare.</p>')).to.equal('<p>Count &#38; compare.</p>');
  });

  it('closes at the end of a day', async () => {
    const { applyBy } = await listed({ ApplicationCloseDate: '2099-06-12T23:59:59.9970' });
    expect(applyBy).to.equal('2099-06-12');
  });

  it('is remote in several ways to say so', async () => {
    const mode = async (RemoteIndicator: unknown) =>
      (await listed({ UserArea: { Details: { RemoteIndicator } } })).workMode;
    expect(await mode(true)).to.equal('remote');
    expect(await mode('True')).to.equal('remote');
    for (const not of [false, 'false', 'No', undefined])
      expect(await mode(not)).to.equal(undefined);
  });

  it('counts its openings, where they are counted', async () => {
    const openings = async (TotalOpenings: string) =>
      (await listed({ UserArea: { Details: { TotalOpenings } } })).openings;
    expect(await openings('12')).to.equal(12);
    expect(await openings('Many')).to.equal(undefined);
    expect(await openings('Few')).to.equal(undefined);
  });

  it('is asked for as the guide says, at the proxy, without a key', async () => {
    const { api } = jsonIn('docs/presets/usajobs.md', '"Organization"') as {
      api: SourceDefinition;
    };
    const { all, requests } = openOn(api, () => found(position));
    await all();
    expect(requests[0]?.url).to.equal(
      `${usajobsUrl}/search?HiringPath=graduates&Page=1&ResultsPerPage=500&Organization=TR&RemoteIndicator=True`,
    );
    expect([...requests[0]!.headers.keys()]).to.deep.equal([]);
  });

  it('that the proxy has no key for is a failure', async () => {
    const refusal = () => new Response('Unauthorized', { status: 401 });
    const error: unknown = await openOn(preset, refusal)
      .all()
      .catch((reason: unknown) => reason);
    expect(error).to.include({ kind: 'http', status: 401 });
  });
});

onRealResponses('Responses of USAJOBS', ['usajobs.json'], (read) => {
  it('of an announcement', async () => {
    const { source, warnings } = openOn(
      // One of 802 is in the response.
      { ...preset, list: { total: null as never } },
      () => JSON.parse(read('usajobs.json')),
    );
    const id = '793682000';
    const { descriptionHtml: text, tasks, ...chief } = await source.detail(id);
    expect(warnings).to.deep.equal([]);
    expect(chief).to.deep.equal({
      id,
      title: 'Division Chief (Engineering)',
      employer: { name: 'United States Army Futures Command' },
      url: `https://www.usajobs.gov/GetJob/ViewDetails/${id}`,
      locations: [{ display: 'Warren, Michigan' }],
      category: 'General Engineering',
      pay: { kind: 'unknown', display: 'USD 134,751–191,900 / year' },
      postedAt: '2024-06-04',
      applyBy: '2024-06-12',
      openings: 1,
      listedBy: { name: 'USAJOBS' },
      application: {
        mode: 'redirect',
        url: `https://www.usajobs.gov/GetJob/ViewDetails/${id}?PostingChannelID=`,
      },
      complete: true,
    });
    expect(text).to.match(/^<p>About the Position: Serves as a Division Chief, .*Michigan\.<\/p>$/);
    expect(tasks).to.have.length(2);
    expect(tasks?.[1]).to.match(/^Recommends to the AD, the establishment/);
  });
});
