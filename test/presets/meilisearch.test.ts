/** The preset for Meilisearch. */
import { expect } from 'chai';
import type { Project } from '../../src/domain/project.ts';
import { openSource } from '../../src/source/mapping/open-source.ts';
import { rejection } from '../support/fake-network.ts';
import { key, meilisearch, url } from './apis/meilisearch.ts';
import { facets, filters, limits } from './support/indexed.ts';
import { presetSuite } from './support/preset-suite.ts';

presetSuite({
  preset: 'meilisearch',
  url,
  api: meilisearch,
  config: { publicKey: key },
  limits: { ...limits, filters: [...filters, 'classYear'], facets },
});

describe('The preset meilisearch', () => {
  const project = (id: string, more: Partial<Project> = {}): Project => ({
    id,
    title: `Project ${id}`,
    employer: { name: 'Lakeside Analytics' },
    ...more,
  });
  const open = (projects: readonly Project[], config: object = { publicKey: key }) => {
    const api = meilisearch(projects);
    const { fetch } = api;
    const clock = { sleep: () => Promise.resolve() };
    const source = openSource({ preset: 'meilisearch', url, ...config }, { fetch, clock });
    return { ...api, source };
  };
  const bodies = ({ requests }: ReturnType<typeof open>) =>
    Promise.all(requests.map(async (request) => (await request.clone().json()) as object));

  it('asks for no order where the best match comes first', async () => {
    const api = open([project('1')]);
    await api.source.list({ q: 'project' }, { limit: 20 });
    await api.source.list({ q: 'project', sort: 'pay' }, { limit: 20 });
    const [first, second] = await bodies(api);
    expect(first).to.not.have.any.keys('sort', 'filter');
    expect(second).to.deep.include({ sort: ['total.amount:desc'] });
  });

  it('writes values so that nothing in them is read as a filter', async () => {
    const odd = ['a "quoted" word', 'back\\slash', 'x] OR y', 'AND', "it's"];
    const api = open(odd.map((category, index) => project(String(index), { category })));
    for (const [index, category] of odd.entries()) {
      const { projects } = await api.source.list({ category: [category] }, { limit: 20 });
      expect(
        projects.map(({ id }) => id),
        category,
      ).to.deep.equal([String(index)]);
    }
    expect((await api.source.list({ category: odd }, { limit: 20 })).total).to.equal(odd.length);
  });

  it('finds by class year what restricts nobody, too', async () => {
    const { source } = open([
      project('1', { eligibility: { classYears: ['junior', 'senior'] } }),
      project('2', { eligibility: { classYears: ['senior'] } }),
      project('3'),
      project('4', { eligibility: { classYears: [] } }),
    ]);
    const page = await source.list({ classYear: ['junior'] }, { limit: 20 });
    expect(page.projects.map(({ id }) => id)).to.have.members(['1', '3', '4']);
  });

  it('says that a key is refused, or that an index is not there', async () => {
    const refused = open([], { publicKey: 'another' });
    const page = { limit: 20 };
    expect(await rejection(refused.source.list({}, page))).to.include({ status: 403 });
    const nowhere = open([], { publicKey: key, params: { index: 'jobs' } });
    expect(await rejection(nowhere.source.list({}, page))).to.include({ status: 404 });
  });
});
