/** The preset for Algolia. */
import { expect } from 'chai';
import type { Project } from '../../src/domain/project.ts';
import { openSource } from '../../src/source/mapping/open-source.ts';
import { rejection } from '../support/fake-network.ts';
import { algolia, appId, key, url } from './apis/algolia.ts';
import { onRealResponses } from './support/fixtures.ts';
import { facets, filters, limits } from './support/indexed.ts';
import { presetSuite } from './support/preset-suite.ts';

const access = { params: { appId }, publicKey: key };

presetSuite({
  preset: 'algolia',
  url,
  api: (projects) => algolia(projects),
  config: access,
  limits: { ...limits, filters, facets, sorts: ['relevance'] },
});

describe('The preset algolia', () => {
  const project = (id: string, more: Partial<Project> = {}): Project => ({
    id,
    title: `Project ${id}`,
    employer: { name: 'Lakeside Analytics' },
    ...more,
  });
  const open = (projects: readonly Project[], config: object = {}, replicas?: string[]) => {
    const api = algolia(projects, replicas);
    const { fetch } = api;
    const clock = { sleep: () => Promise.resolve() };
    const source = openSource({ preset: 'algolia', url, ...access, ...config }, { fetch, clock });
    return { ...api, source };
  };
  const page = { limit: 20 };
  const asked = async ({ requests }: ReturnType<typeof open>) =>
    await Promise.all(
      requests.map(
        async (request) =>
          ((await request.clone().json()) as { requests: [Record<string, unknown>] }).requests[0],
      ),
    );

  it('asks an index of its own for an order, where there is one', async () => {
    const sorts = { newest: 'projects_newest', pay: 'projects_pay' };
    const api = open([project('1')], { list: { sorts } }, Object.values(sorts));
    const { offers } = await api.source.list({ sort: 'pay' }, page);
    await api.source.list({ q: 'project' }, page);
    await api.source.list({}, page);
    expect((await asked(api)).map(({ indexName }) => indexName)).to.deep.equal([
      'projects_pay',
      'projects',
      'projects_newest',
    ]);
    expect(offers?.sorts).to.deep.equal(['relevance', 'newest', 'pay']);
  });

  it('counts pages from 0', async () => {
    const api = open([project('1'), project('2'), project('3')]);
    const first = await api.source.list({}, { limit: 2 });
    const second = await api.source.list({}, { limit: 2, cursor: first.nextCursor! });
    expect((await asked(api)).map((search) => search['page'])).to.deep.equal([0, 1]);
    expect(second.nextCursor).to.equal(null);
  });

  it('takes any value of several, and all filters at once', async () => {
    const odd = ['R&D: labs', 'a "b"', 'x,y'];
    const api = open(odd.map((category, index) => project(String(index), { category })));
    for (const [index, category] of odd.entries()) {
      const { projects } = await api.source.list({ category: [category] }, page);
      expect(
        projects.map(({ id }) => id),
        category,
      ).to.deep.equal([String(index)]);
    }
    await api.source.list({ category: odd, paid: true, featured: true }, page);
    expect((await asked(api)).at(-2)).to.deep.include({
      facetFilters: [
        odd.map((category) => `category:${category}`),
        ['pay.kind:fixed', 'pay.kind:hourly', 'pay.kind:stipend'],
        'featured:true',
      ],
    });
  });

  it('says that a key is refused', async () => {
    const { source } = open([], { publicKey: 'another' });
    expect(await rejection(source.list({}, page))).to.include({ status: 403 });
  });

  it('needs the id of the application', () => {
    expect(() => open([], { params: null })).to.throw('{appId}');
  });
});

onRealResponses('Algolia', ['algolia-trimmed.json'], (read) => {
  it('is read as it came', async () => {
    const source = openSource(
      {
        preset: 'algolia',
        url,
        ...access,
        list: { facets: { category: { items: '$.results[0].facets.brand' } } },
        fields: {
          title: '$.name',
          'employer.name': '$.brand',
          summary: '$.description',
          category: '$.type',
          skills: '$.categories',
        },
      },
      { fetch: () => Promise.resolve(new Response(read('algolia-trimmed.json'))) },
    );
    const { projects, total, facets, skipped } = await source.list({}, { limit: 20 });
    expect(total).to.equal(10_000);
    expect(skipped).to.deep.equal([]);
    expect(facets).to.deep.equal({
      category: [
        { value: 'Insignia™', count: 551 },
        { value: 'Samsung', count: 511 },
        { value: 'Apple', count: 386 },
      ],
    });
    expect(projects).to.have.length(1);
    const { summary, ...rest } = projects[0]!;
    expect(rest).to.deep.equal({
      id: '5352061',
      title: '3DR - Solo Gimbal - Black',
      employer: { name: '3DR' },
      category: 'Drone accessory',
      skills: ['Toys, Games & Drones', 'Drones & Accessories', 'Drone Accessories', 'Gimbals'],
      application: { mode: 'redirect' },
    });
    expect(summary).to.match(
      /^3D Robotics Gimbal for Solo Drones: .* settings — all while .*shot\.$/,
    );
  });
});
