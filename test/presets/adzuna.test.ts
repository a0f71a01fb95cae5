import { expect } from 'chai';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { adzunaUrl, appId, appKey, fakeAdzuna, knownToAdzuna } from './apis/adzuna.ts';
import { jsonIn } from './support/documented.ts';
import { onRealResponses } from './support/fixtures.ts';
import { openOn } from './support/open-on.ts';
import { presetSuite } from './support/preset-suite.ts';

presetSuite({
  preset: 'adzuna',
  url: adzunaUrl,
  api: fakeAdzuna,
  config: { publicKey: appKey, params: { appId, currency: 'USD' } },
  limits: {
    ids: (index) => String(4_558_905_601 + index),
    knows: knownToAdzuna,
    filters: ['q', 'category', 'location'],
    sorts: ['relevance', 'newest'],
    applications: false,
    reports: false,
  },
});

/** As the page about the preset has it, behind a proxy that adds the keys. */
const { api: proxied } = jsonIn('docs/presets/adzuna.md', '"where"') as { api: SourceDefinition };

const job = (more: object) => ({
  id: '7',
  title: 'Poster',
  company: { display_name: 'Hilltop Works' },
  redirect_url: 'https://www.adzuna.com/details/7',
  ...more,
});

async function listed(more: object, definition = proxied) {
  const { all, warnings } = openOn(definition, () => ({ results: [job(more)], count: 1 }));
  const project = (await all()).get('7');
  expect(warnings).to.deep.equal([]);
  return project!;
}

describe('An ad of Adzuna', () => {
  it('is asked for without keys where a proxy adds them', async () => {
    const { all, requests } = openOn(proxied, () => ({ results: [], count: 0 }));
    await all();
    expect(requests.map(({ url }) => url)).to.deep.equal([
      'https://careers.example.edu/adzuna/gb/search/1?what=marketing+internship&sort_by=date&results_per_page=50&where=Leeds',
    ]);
  });

  it('is on one of the pages that the path counts, of which four are asked for', async () => {
    const { all, requests, warnings } = openOn(proxied, ({ pathname }) => {
      const page = Number(pathname.split('/').pop());
      const results = Array.from({ length: 50 }, (_, index) =>
        job({ id: String(page * 100 + index) }),
      );
      return { results, count: 1_234 };
    });
    await all();
    expect(requests.map(({ url }) => new URL(url).pathname.at(-1)).join(' ')).to.equal('1 2 3 4');
    expect(warnings.join()).to.include('more than 200 records');
  });

  it('says pay by the year in words, in the currency that a school names', async () => {
    const pay = async (more: object, definition?: SourceDefinition) =>
      (await listed(more, definition)).pay;
    const range = { salary_min: 24_000, salary_max: 26_000, salary_is_predicted: '0' };
    expect(await pay(range)).to.deep.equal({
      kind: 'unknown',
      display: 'GBP 24,000–26,000 / year',
    });
    const unnamed: SourceDefinition = { preset: 'adzuna', url: 'https://careers.example.edu/us' };
    expect(await pay(range, unnamed)).to.deep.equal({
      kind: 'unknown',
      display: '24,000–26,000 / year',
    });
  });

  it('says no pay that Adzuna only predicts', async () => {
    const { pay } = await listed({
      salary_min: 24_000,
      salary_max: 24_000,
      salary_is_predicted: '1',
    });
    expect(pay).to.equal(undefined);
    expect((await listed({ salary_is_predicted: '0' })).pay).to.equal(undefined);
  });

  it('has no marks of the search in its texts', async () => {
    const marked = {
      title: '<strong>Poster</strong> &amp; flyer',
      description: 'A <strong>b</strong> & c…',
    };
    expect(await listed(marked)).to.deep.include({
      title: 'Poster & flyer',
      descriptionHtml: '<p>A b &#38; c…</p>',
    });
  });

  it('may name no employer, and is shown for all that', async () => {
    expect((await listed({ company: {} })).employer.name).to.equal('Unnamed employer');
    const params = { ...proxied.params, employer: 'Ein Betrieb' };
    expect((await listed({ company: {} }, { ...proxied, params })).employer.name).to.equal(
      'Ein Betrieb',
    );
  });

  it('is refused in the way of the API without keys', async () => {
    const refusal = () =>
      Response.json({ exception: 'AUTH_FAIL', display: 'Authorisation failed' }, { status: 401 });
    const error: unknown = await openOn(proxied, refusal)
      .all()
      .catch((reason: unknown) => reason);
    expect(error).to.include({ kind: 'http', status: 401 });
  });
});

onRealResponses('Responses of Adzuna', ['adzuna-job.json'], (read) => {
  it('of an ad', async () => {
    const definition: SourceDefinition = {
      preset: 'adzuna',
      url: 'https://careers.example.edu/adzuna/in',
    };
    const { all, warnings } = openOn(definition, () => ({
      count: 1,
      results: [JSON.parse(read('adzuna-job.json'))],
    }));
    const { descriptionHtml: text, ...manager } = (await all()).get('4558905610')!;
    expect(warnings).to.deep.equal([]);
    const url = 'https://www.adzuna.in/details/4558905610?utm_medium=api&utm_source=5be5ff77';
    expect(manager).to.deep.equal({
      id: '4558905610',
      title: 'Product Manager',
      employer: { name: 'NetSysCon Consulting' },
      url,
      locations: [{ display: 'Chennai, Tamil Nadu' }],
      category: 'IT Jobs',
      postedAt: '2024-02-06T04:51:47Z',
      listedBy: { name: 'Adzuna', url },
      application: { mode: 'redirect', url },
      complete: true,
    });
    expect(text).to.match(
      /^<p>We are looking for a Product Manager .* Publish Sprint burn-down chart…<\/p>$/,
    );
  });
});
