import { expect } from 'chai';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { fakeWorkable, knownToWorkable, workableUrl } from './apis/workable.ts';
import { onRealResponses } from './support/fixtures.ts';
import { openOn } from './support/open-on.ts';
import { presetSuite } from './support/preset-suite.ts';

presetSuite({
  preset: 'workable',
  url: workableUrl,
  api: fakeWorkable,
  limits: {
    ids: (index) => `DD136DD7${String(10 + index)}`,
    knows: knownToWorkable,
    filters: ['q', 'category', 'industry', 'workMode', 'location'],
    sorts: ['relevance', 'newest'],
    applications: false,
    reports: false,
  },
});

const preset: SourceDefinition = { preset: 'workable', url: workableUrl };

/** What becomes of some rows, each the same job. */
async function rows(...more: readonly object[]) {
  const base = { shortcode: 'J1', title: 'Count bicycles', telecommuting: false };
  const jobs = more.map((each) => ({ ...base, ...each }));
  const { source, warnings } = openOn(preset, () => ({ name: 'Lakeside', jobs }));
  const { projects, total } = await source.list({}, { limit: 100 });
  expect(warnings).to.deep.equal([]);
  expect(total).to.equal(1);
  return projects[0]!;
}

const place = (country: string, city: string | null, more: object = {}) => ({
  country,
  city,
  region: null,
  hidden: false,
  ...more,
});

describe('A job of Workable', () => {
  it('is one job with all places, though it stands there once for each', async () => {
    const { locations } = await rows(
      { locations: [place('Belgium', 'Ghent', { countryCode: 'BE' })] },
      { locations: [place('Belgium', 'Ghent', { countryCode: 'BE' })] },
      { locations: [place('Portugal', '', { countryCode: 'PT' })] },
    );
    expect(locations).to.deep.equal([
      { display: 'Ghent, Belgium', city: 'Ghent', country: 'BE' },
      { display: 'Portugal', country: 'PT' },
    ]);
  });

  it('does not show a place that is hidden, unless it has no other', async () => {
    const hidden = place('Belgium', 'Ghent', { hidden: true });
    const both = await rows({ locations: [hidden, place('Portugal', 'Porto')] });
    expect(both.locations).to.deep.equal([{ display: 'Porto, Portugal', city: 'Porto' }]);
    const none = await rows({ locations: [hidden], city: '', state: '', country: 'Belgium' });
    expect(none.locations).to.deep.equal([{ display: 'Belgium' }]);
    const top = await rows({ locations: [hidden], city: 'Ghent', state: 'EF', country: 'Belgium' });
    expect(top.locations).to.deep.equal([{ display: 'Ghent, EF, Belgium' }]);
  });

  it('belongs to the account, by the name that stands around the jobs', async () => {
    expect((await rows({})).employer.name).to.equal('Lakeside');
    const jobs = [{ shortcode: 'J1', title: 'Count bicycles' }];
    const nameless = await openOn(preset, () => ({ jobs })).all();
    expect(nameless.get('J1')?.employer.name).to.equal('lakeside');
  });

  it('belongs to a department, or else to a function', async () => {
    const both = await rows({ department: 'Research', function: 'Analyst' });
    expect(both.category).to.equal('Research');
    expect((await rows({ department: '', function: 'Analyst' })).category).to.equal('Analyst');
  });

  it('is remote, or does not say', async () => {
    expect((await rows({ telecommuting: true })).workMode).to.equal('remote');
    expect((await rows({ telecommuting: false })).workMode).to.equal(undefined);
  });

  it('is described in one piece or in three', async () => {
    expect((await rows({ description: '<p>All.</p>' })).descriptionHtml).to.equal('<p>All.</p>');
    const parts = { description: '<p>a</p>', requirements: '<p>b</p>', benefits: '<p>c</p>' };
    expect((await rows(parts)).descriptionHtml).to.equal('<p>a</p><p>b</p><p>c</p>');
  });
});

onRealResponses('Responses of Workable', ['workable.json'], (read) => {
  it('of an account, with one job in two countries', async () => {
    const url = 'https://apply.workable.com/api/v1/widget/accounts/zaelab';
    const { all, warnings } = openOn({ preset: 'workable', url }, () =>
      JSON.parse(read('workable.json')),
    );
    expect([...(await all()).values()]).to.deep.equal([
      {
        id: 'DD136DD7E7',
        title: 'Business Analyst - Spanish Speaking',
        employer: { name: 'Zaelab' },
        url: 'https://apply.workable.com/j/DD136DD7E7',
        locations: [
          { display: 'Spain', country: 'ES' },
          { display: 'Portugal', country: 'PT' },
        ],
        category: 'Business Consulting',
        postedAt: '2026-08-05',
        workMode: 'remote',
        application: { mode: 'redirect', url: 'https://apply.workable.com/j/DD136DD7E7' },
        complete: true,
      },
    ]);
    expect(warnings).to.deep.equal([]);
  });
});
