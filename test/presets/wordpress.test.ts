/** The preset for WP Job Manager. */
import { expect } from 'chai';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { wordpressSuites } from './apis/wordpress-suites.ts';
import { meta, site, termIds, url, wordpress } from './apis/wordpress.ts';
import { onRealResponses } from './support/fixtures.ts';
import { openOn } from './support/open-on.ts';
import { presetSuite } from './support/preset-suite.ts';

for (const suite of wordpressSuites(site, (name) => termIds[name]))
  presetSuite({ ...suite, api: wordpress });

describe('The preset wordpress', () => {
  const listing = (id: number, more: object = {}) => ({
    id,
    link: `https://careers.example.edu/job/${id}/`,
    date_gmt: '2026-11-02T17:30:00',
    status: 'publish',
    title: { rendered: `Listing ${id}` },
    content: { rendered: '<p>Text</p>' },
    meta: { _company_name: 'Lakeside Analytics' },
    ...more,
  });
  const open = (listings: readonly object[], config: SourceDefinition = {}, terms: unknown = []) =>
    openOn({ preset: 'wordpress', url, ...config }, ({ pathname }) =>
      pathname.endsWith('/job-categories')
        ? terms
        : Response.json(listings, { headers: { 'X-WP-Total': String(listings.length) } }),
    );
  const read = async (more: object, config?: SourceDefinition) => {
    const { all, warnings } = open([listing(1, more)], config);
    const found = (await all()).get('1')!;
    expect(warnings).to.deep.equal([]);
    return found;
  };
  const withMeta = (more: object) => read({ meta: { _company_name: 'Lakeside', ...more } });

  it('writes titles without character references', async () => {
    const { title } = await read({ title: { rendered: 'R&#038;D &#8211; what&#8217;s next' } });
    expect(title).to.equal('R&D – what’s next');
  });

  it('takes times for those of UTC', async () => {
    expect(await read({})).to.include({ postedAt: '2026-11-02T17:30:00+00:00' });
  });

  it('leads to the address to apply at, to the one for email, or to the listing', async () => {
    const applying = async (_application: string) => (await withMeta({ _application })).application;
    const link = 'https://careers.example.edu/job/1/';
    expect(await applying('https://lakeside.example/jobs?id=1')).to.deep.include({
      mode: 'redirect',
      url: 'https://lakeside.example/jobs?id=1',
    });
    expect(await applying('jobs@lakeside.example')).to.deep.equal({
      mode: 'email',
      email: 'jobs@lakeside.example',
      url: link,
    });
    expect(await applying('')).to.deep.equal({ mode: 'redirect', url: link });
  });

  it('reads pay by what currency and unit say of it', async () => {
    const pay = async (salary: string, currency = '', unit = '') =>
      (
        await withMeta({
          _job_salary: salary,
          _job_salary_currency: currency,
          _job_salary_unit: unit,
        })
      ).pay;
    expect(await pay('25', 'USD', 'HOUR')).to.deep.equal({
      kind: 'hourly',
      min: 25,
      max: 25,
      currency: 'USD',
      per: 'hour',
    });
    expect(await pay('$450 fixed')).to.deep.equal({
      kind: 'fixed',
      min: 450,
      max: 450,
      currency: 'USD',
      per: 'project',
    });
    expect(await pay('20,000', 'USD', 'YEAR')).to.deep.equal({
      kind: 'unknown',
      display: 'USD 20,000 year',
    });
    expect(await pay('')).to.equal(undefined);
  });

  it('knows the terms of a listing by their taxonomy', async () => {
    const term = (name: string, taxonomy: string) => ({ id: 1, name, taxonomy });
    const project = await read({
      _embedded: {
        'wp:featuredmedia': [{ source_url: 'https://careers.example.edu/logo.png' }],
        'wp:term': [
          [term('R&amp;D', 'job_listing_category')],
          [term('Freelance', 'job_listing_type')],
          [term('SQL', 'job_listing_tag'), term('Excel', 'job_listing_tag')],
        ],
      },
    });
    expect(project).to.deep.include({
      category: 'R&D',
      classification: 'contractor',
      skills: ['SQL', 'Excel'],
      employer: { name: 'Lakeside Analytics', logoUrl: 'https://careers.example.edu/logo.png' },
    });
    const fullTime = [[], [term('Full Time', 'job_listing_type')]];
    const other = await read({ _embedded: { 'wp:term': fullTime } });
    expect(other).to.not.have.any.keys('classification', 'category', 'skills');
  });

  it('calls an employer without a name by the site', async () => {
    expect((await read({ meta: {} })).employer).to.deep.equal({ name: 'careers.example.edu' });
  });

  it('leaves out what is filled, and says so of one that is opened', async () => {
    const filled = listing(2, { meta: { _company_name: 'Lakeside', _filled: 1 } });
    const { source } = openOn({ preset: 'wordpress', url }, ({ pathname }) =>
      pathname.endsWith('/2') ? filled : [listing(1), filled],
    );
    const { projects, total } = await source.list({}, { limit: 20 });
    expect(projects.map(({ id }) => id)).to.deep.equal(['1']);
    expect(total).to.equal(1);
    expect(await source.detail('2')).to.include({ status: 'filled' });
  });

  it('has the choices of categories from their terms, and asks for them by number', async () => {
    const terms = [{ id: 12, name: 'R&amp;D', count: 3 }];
    const { source, requests } = open([listing(1)], {}, terms);
    const { facets } = await source.list({}, { limit: 20 });
    expect(facets).to.deep.equal({ category: [{ value: '12', label: 'R&D' }] });
    await source.list({ category: ['12', '14'] }, { limit: 20 });
    const { searchParams } = new URL(requests.at(-1)!.url);
    expect(searchParams.getAll('job-categories[]')).to.deep.equal(['12', '14']);
  });

  it('works where categories are switched off, without that filter', async () => {
    const { source, warnings } = open([listing(1)], {}, new Response(null, { status: 404 }));
    const { projects, facets } = await source.list({}, { limit: 20 });
    expect(projects).to.have.length(1);
    expect(facets).to.deep.equal({});
    expect(warnings.join()).to.include('list.facets.category');
  });

  it('reads fields of a school from another member, also where each is a list of one', async () => {
    const values = Object.entries(
      meta({
        id: '1',
        title: '',
        employer: { name: 'Hilltop Works', url: 'https://hilltop.example/' },
        hours: { min: 10, max: 20 },
        skills: ['figma'],
        featured: true,
        workMode: 'remote',
        pay: { kind: 'hourly', min: 20, max: 25, currency: 'USD' },
        application: { email: 'jobs@hilltop.example' },
      }),
    );
    const props = Object.fromEntries(values.map(([name, value]) => [name, [String(value)]]));
    const project = await read({ meta: {}, props }, { params: { meta: 'props' } });
    expect(project).to.deep.include({
      employer: { name: 'Hilltop Works', url: 'https://hilltop.example/' },
      hours: { min: 10, max: 20 },
      skills: ['figma'],
      featured: true,
      workMode: 'remote',
      pay: { kind: 'hourly', min: 20, max: 25, currency: 'USD', per: 'hour' },
    });
    expect(project.application).to.include({ mode: 'email', email: 'jobs@hilltop.example' });
    const { all } = open([listing(1, { props: { _filled: ['1'] } })], {
      params: { meta: 'props' },
    });
    expect((await all()).size).to.equal(0);
  });
});

onRealResponses('WP Job Manager', ['wordpress-wpjm-rest.json'], (read) => {
  it('is read as it came', async () => {
    const listings = JSON.parse(read('wordpress-wpjm-rest.json')) as {
      content: { rendered: string };
    }[];
    const text = (index: number) => listings[index]!.content.rendered.trim();
    const { all, warnings } = openOn(
      {
        preset: 'wordpress',
        url: 'https://joinelectro.com/wp-json/wp/v2',
        params: { meta: 'listing_props' },
      },
      ({ pathname }) =>
        pathname.endsWith('/job-categories')
          ? []
          : Response.json(listings, { headers: { 'X-WP-Total': '2' } }),
    );
    const found = await all();
    expect([...found.keys()]).to.deep.equal(['1031', '1029']);
    const link = (slug: string) => `https://joinelectro.com/listings/${slug}/`;
    expect(found.get('1031')).to.deep.equal({
      id: '1031',
      title: 'Tesla Supercharger',
      employer: { name: 'joinelectro.com', url: 'http://www.whatever.com/' },
      url: link('tesla-supercharger-2'),
      descriptionHtml: text(0),
      applyBy: '2019-08-10',
      postedAt: '2019-07-11T21:02:31+00:00',
      status: 'open',
      featured: false,
      application: { mode: 'redirect', url: link('tesla-supercharger-2') },
    });
    expect(found.get('1029')).to.deep.equal({
      id: '1029',
      title: 'Tesla Supercharger',
      employer: { name: 'joinelectro.com', url: 'http://www.whatever.com/' },
      url: link('tesla-supercharger'),
      descriptionHtml: text(1),
      applyBy: '2019-08-10',
      postedAt: '2019-07-11T20:58:34+00:00',
      locations: [{ display: 'Address: 24 Grand Corner Ave, Gaithersburg, MD 20878' }],
      status: 'open',
      featured: false,
      application: { mode: 'redirect', url: link('tesla-supercharger') },
    });
    expect(warnings).to.deep.equal([]);
  });
});
