import { expect } from 'chai';
import type { Project } from '../../src/domain/project.ts';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { openSource } from '../../src/source/mapping/open-source.ts';
import { fakeMuse, knownToMuse, museUrl } from './apis/themuse.ts';
import { jsonIn } from './support/documented.ts';
import { onRealResponses } from './support/fixtures.ts';
import { openOn } from './support/open-on.ts';
import { presetSuite } from './support/preset-suite.ts';

presetSuite({
  preset: 'themuse',
  url: museUrl,
  api: fakeMuse,
  limits: {
    ids: (index) => String(6_747_011 + index),
    knows: knownToMuse,
    filters: ['category', 'location'],
    sorts: [],
    facets: false,
    featuredFirst: false,
    applications: false,
    reports: false,
  },
});

const preset: SourceDefinition = { preset: 'themuse' };

const job = (more: object) => ({
  id: 7,
  name: 'Poster',
  company: { name: 'Hilltop Works' },
  refs: { landing_page: 'https://www.themuse.com/jobs/hilltop/poster' },
  ...more,
});

const answer = (...results: object[]) => ({
  results,
  page: 0,
  page_count: 1,
  total: results.length,
});

async function listed(more: object) {
  const { all, warnings } = openOn(preset, () => answer(job(more)));
  const project = (await all()).get('7');
  expect(warnings).to.deep.equal([]);
  return project!;
}

describe('A job of The Muse', () => {
  it('is on one of the pages of 20, which begin with 0', async () => {
    const projects = Array.from({ length: 45 }, (_, index): Project => {
      return { id: String(101 + index), title: 'Poster', employer: { name: 'Hilltop Works' } };
    });
    const { fetch, requests } = fakeMuse(projects);
    const source = openSource(preset, { fetch });
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await source.list({}, { limit: 30, cursor });
      expect(page.total).to.equal(45);
      ids.push(...page.projects.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(ids).to.deep.equal(projects.map(({ id }) => id));
    const pages = requests.map(({ url }) => new URL(url).searchParams.get('page'));
    expect([...new Set(pages)]).to.deep.equal(['0', '1', '2']);
  });

  it('is an internship, unless a school asks for something else', async () => {
    const asked = async (definition: SourceDefinition) => {
      const { source, requests } = openOn(definition, () => answer());
      await source.list({ category: ['Design and UX', 'Sales'] }, { limit: 5 });
      return [...new URL(requests[0]!.url).searchParams].map((pair) => pair.join('='));
    };
    const categories = ['category=Design and UX', 'category=Sales'];
    expect(await asked(preset)).to.deep.equal(['level=Internship', ...categories, 'page=0']);
    const entry = { ...preset, params: { level: 'Entry Level' }, publicKey: 'public' };
    expect(await asked(entry)).to.deep.equal([
      'api_key=public',
      'level=Entry Level',
      ...categories,
      'page=0',
    ]);
    const any = { ...preset, list: { query: { level: null as never } } };
    expect(await asked(any)).to.deep.equal([...categories, 'page=0']);
  });

  it('is asked for with the key of a school, where there is one', async () => {
    const { source, requests } = openOn({ ...preset, publicKey: 'public' }, () => job({}));
    await source.detail('7');
    expect(requests[0]?.url).to.equal(`${museUrl}/jobs/7?api_key=public`);
  });

  it('is remote where one of its places says so, which is then none', async () => {
    const locations = [{ name: 'Flexible / Remote' }, { name: 'Folsom, CA' }];
    expect(await listed({ locations })).to.deep.include({
      workMode: 'remote',
      locations: [{ display: 'Folsom, CA' }],
    });
    const { workMode, locations: none } = await listed({ locations: locations.slice(0, 1) });
    expect([workMode, none]).to.deep.equal(['remote', undefined]);
  });

  it('can be chosen by the categories and places that a school names', async () => {
    const { api } = jsonIn('docs/presets/themuse.md', '"facets"') as { api: SourceDefinition };
    const { source } = openOn(api, () => answer());
    const { facets } = await source.list({}, { limit: 5 });
    expect(facets.category?.[0]).to.deep.equal({ value: 'Data and Analytics' });
    expect(facets.location?.at(-1)).to.deep.equal({
      value: 'Flexible / Remote',
      label: 'Remote',
    });
  });

  it('can be searched for where the browser has all of them', async () => {
    const query = { category: null as never, location: null as never };
    const { source } = openOn({ ...preset, mode: 'client', list: { query } }, () =>
      answer(job({}), job({ id: 8, name: 'Count bicycles' })),
    );
    const { projects } = await source.list({ q: 'bicycle' }, { limit: 5 });
    expect(projects.map(({ id }) => id)).to.deep.equal(['8']);
  });

  it('is refused in the way of the API after too many questions', async () => {
    const refusal = () =>
      Response.json({ code: 403, error: 'Rate limit exceeded' }, { status: 403 });
    const error: unknown = await openOn(preset, refusal)
      .all()
      .catch((reason: unknown) => reason);
    expect(error).to.include({ kind: 'http', status: 403 });
  });
});

onRealResponses('Responses of The Muse', ['themuse-results.json'], (read) => {
  it('of jobs', async () => {
    const results = JSON.parse(read('themuse-results.json')) as object[];
    const { all, warnings } = openOn(preset, () => answer(...results));
    const jobs = await all();
    expect(warnings).to.deep.equal([]);
    expect(jobs.size).to.equal(2);
    const page = 'https://www.themuse.com/jobs';
    const { descriptionHtml: text, ...sales } = jobs.get('6747012')!;
    const url = `${page}/paychex/sales-representative-benetrac-ac69ee`;
    expect(sales).to.deep.equal({
      id: '6747012',
      title: 'Sales Representative - Benetrac',
      employer: { name: 'Paychex' },
      url,
      locations: [{ display: 'Folsom, CA' }, { display: 'Stockton, CA' }],
      category: 'Sales',
      postedAt: '2021-09-03T11:54:53Z',
      listedBy: { name: 'The Muse', url },
      application: { mode: 'redirect', url },
    });
    expect(text).to.match(/^<p>Performs sales activities in an assigned territory/);
    expect(jobs.get('6944891')).to.deep.include({
      title: 'Guest Advocate (Cashier or Front of Store Attendant/ Cart Attendant) (T0532)',
      employer: { name: 'Target' },
      url: `${page}/target/guest-advocate-cashier-or-front-of-store-attendant-cart-attendant-t0532-a83cb4`,
      locations: [{ display: 'Bellevue, NE' }],
      category: 'Retail',
      postedAt: '2021-09-24T11:38:19Z',
    });
  });
});
