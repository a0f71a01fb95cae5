import { expect } from 'chai';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { arbeitnowUrl, fakeArbeitnow, knownToArbeitnow } from './apis/arbeitnow.ts';
import { jsonIn } from './support/documented.ts';
import { onRealResponses } from './support/fixtures.ts';
import { openOn } from './support/open-on.ts';
import { presetSuite } from './support/preset-suite.ts';

presetSuite({
  preset: 'arbeitnow',
  url: arbeitnowUrl,
  api: fakeArbeitnow,
  limits: {
    ids: (index) => `project-berlin-${728_01 + index}`,
    knows: knownToArbeitnow,
    filters: ['q', 'category', 'workMode', 'location'],
    sorts: ['relevance', 'newest'],
    applications: false,
    reports: false,
  },
});

const preset: SourceDefinition = { preset: 'arbeitnow' };

const job = (more: object) => ({
  slug: 'poster-berlin-7',
  title: 'Poster',
  company_name: 'Hilltop Works',
  ...more,
});

async function listed(more: object) {
  const { all, warnings } = openOn(preset, () => ({ data: [job(more)], links: { next: null } }));
  const project = (await all()).get('poster-berlin-7');
  expect(warnings).to.deep.equal([]);
  return project!;
}

describe('A job of Arbeitnow', () => {
  it('has its description escaped once, or not at all', async () => {
    const html = async (description: string) => (await listed({ description })).descriptionHtml;
    const shown = '<p>R&amp;D&nbsp;&lt;b&gt;</p>';
    const once = '&lt;p&gt;R&amp;amp;D&amp;nbsp;&amp;lt;b&amp;gt;&lt;/p&gt;';
    expect(await html(once)).to.equal(shown);
    expect(await html(shown)).to.equal(shown);
  });

  it('is posted at a second', async () => {
    const { postedAt } = await listed({ created_at: 1_790_412_915 });
    expect(postedAt).to.equal('2026-09-26T08:55:15.000Z');
  });

  it('is remote, or does not say', async () => {
    expect((await listed({ remote: true })).workMode).to.equal('remote');
    expect((await listed({ remote: false })).workMode).to.equal(undefined);
  });

  it('is on the page that a link leads to', async () => {
    const { all, requests } = openOn(preset, ({ searchParams }) =>
      searchParams.has('page')
        ? { data: [job({ slug: 'b' })], links: { next: null } }
        : { data: [job({ slug: 'a' })], links: { next: `${arbeitnowUrl}?page=2` } },
    );
    expect([...(await all()).keys()].sort()).to.deep.equal(['a', 'b']);
    expect(requests.map(({ url }) => url)).to.deep.equal([arbeitnowUrl, `${arbeitnowUrl}?page=2`]);
  });

  it('is found through a proxy, where a link would lead past it', async () => {
    const { api } = jsonIn('docs/presets/arbeitnow.md', '"next": null') as {
      api: SourceDefinition;
    };
    const { all, requests, warnings } = openOn(api, ({ searchParams }) => {
      const page = Number(searchParams.get('page'));
      return {
        data: page < 3 ? [job({ slug: String(page) })] : [],
        links: { next: `${arbeitnowUrl}?page=${page + 1}` },
      };
    });
    expect([...(await all()).keys()]).to.deep.equal(['1', '2']);
    expect(requests.map(({ url }) => new URL(url).search)).to.deep.equal([
      '?page=1',
      '?page=2',
      '?page=3',
    ]);
    expect(warnings).to.deep.equal([]);
  });
});

onRealResponses('Responses of Arbeitnow', ['arbeitnow.json'], (read) => {
  it('of jobs', async () => {
    const { all, warnings } = openOn(preset, () => JSON.parse(read('arbeitnow.json')));
    const jobs = await all();
    expect(warnings).to.deep.equal([]);
    expect(jobs.size).to.equal(2);
    const page = 'https://www.arbeitnow.com/jobs/companies/doctolib';
    const id = 'werkstudent-customer-success-berlin-berlin-72879';
    const { descriptionHtml: text, ...student } = jobs.get(id)!;
    expect(student).to.deep.equal({
      id,
      title: 'Werkstudent Customer Success (x/f/m)',
      employer: { name: 'Doctolib' },
      url: `${page}/${id}`,
      locations: [{ display: 'Berlin, Berlin' }],
      category: 'Operations',
      // 1790412915 seconds.
      postedAt: '2026-09-26T08:55:15.000Z',
      listedBy: { name: 'Arbeitnow', url: `${page}/${id}` },
      application: { mode: 'redirect', url: `${page}/${id}` },
      complete: true,
    });
    expect(text).to.match(/^<h2 class="s-pb-2 s-pt-4 .*">Gemeinsam gestalten wir/);
    expect(text).to.include('<strong>in Berlin</strong>.&nbsp;</p>');
    const other = 'senior-key-account-success-manager-berlin-berlin-316578';
    expect(jobs.get(other)).to.deep.include({
      title: '(Senior) Key Account Success Manager (x/f/m)',
      employer: { name: 'Doctolib' },
      url: `${page}/${other}`,
      locations: [{ display: 'Berlin, Berlin' }],
      category: 'Sales',
      postedAt: '2026-09-26T08:55:15.000Z',
    });
  });
});
