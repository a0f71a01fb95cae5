/** The preset for Elasticsearch and OpenSearch. */
import { expect } from 'chai';
import type { Project } from '../../src/domain/project.ts';
import { openSource } from '../../src/source/mapping/open-source.ts';
import { rejection } from '../support/fake-network.ts';
import { elasticsearch, url } from './apis/elasticsearch.ts';
import { facets, filters, limits } from './support/indexed.ts';
import { presetSuite } from './support/preset-suite.ts';

presetSuite({
  preset: 'elasticsearch',
  url,
  api: elasticsearch,
  limits: { ...limits, filters: [...filters, 'classYear'], facets },
});

describe('The preset elasticsearch', () => {
  const project = (id: string, more: Partial<Project> = {}): Project => ({
    id,
    title: `Project ${id}`,
    employer: { name: 'Lakeside Analytics' },
    ...more,
  });
  const open = (projects: readonly Project[], config: object = {}) => {
    const api = elasticsearch(projects);
    const { fetch } = api;
    const clock = { sleep: () => Promise.resolve() };
    const source = openSource({ preset: 'elasticsearch', url, ...config }, { fetch, clock });
    return { ...api, source };
  };
  const page = { limit: 20 };
  const bodies = ({ requests }: ReturnType<typeof open>) =>
    Promise.all(
      requests.map(async (request) => (await request.clone().json()) as Record<string, unknown>),
    );

  it('sends no clause that asks for nothing', async () => {
    const api = open([project('1')]);
    await api.source.list({}, page);
    await api.source.list({ hoursMax: 5, sort: 'pay' }, page);
    const [all, few] = await bodies(api);
    expect(all).to.not.have.property('query');
    expect(all).to.deep.include({ sort: [{ postedAt: 'desc' }], from: 0, size: 20 });
    expect(few).to.deep.include({
      query: { bool: { filter: [{ range: { 'hours.max': { lte: 5 } } }] } },
      sort: [{ 'total.amount': 'desc' }],
    });
  });

  it('sends what a student types as it is: no syntax is in it', async () => {
    const odd = ['a "quoted" word', '{"match_all":{}}', 'x* OR y'];
    const api = open(odd.map((category, index) => project(String(index), { category })));
    for (const [index, category] of odd.entries()) {
      const { projects } = await api.source.list({ category: [category] }, page);
      expect(
        projects.map(({ id }) => id),
        category,
      ).to.deep.equal([String(index)]);
    }
    await api.source.list({ q: odd[1]! }, page);
    const { query } = (await bodies(api)).at(-1)!;
    expect(JSON.stringify(query)).to.include('"query":"{\\"match_all\\":{}}"');
  });

  it('finds by class year what restricts nobody, too', async () => {
    const { source } = open([
      project('1', { eligibility: { classYears: ['junior', 'senior'] } }),
      project('2', { eligibility: { classYears: ['senior'] } }),
      project('3'),
      project('4', { eligibility: { classYears: [] } }),
    ]);
    const { projects } = await source.list({ classYear: ['junior'] }, page);
    expect(projects.map(({ id }) => id)).to.have.members(['1', '3', '4']);
  });

  it('asks one address alone, so that a proxy can close all others', async () => {
    const api = open([project('1')]);
    await api.source.list({}, page);
    await api.source.detail('1');
    expect(
      new Set(api.requests.map((request) => `${request.method} ${request.url}`)),
    ).to.deep.equal(new Set([`POST ${url}/projects/_search`]));
  });

  it('says what the engine complains of', async () => {
    const { source } = open([], { params: { index: 'jobs' } });
    expect(await rejection(source.list({}, page))).to.include({ kind: 'http', status: 404 });
  });
});
