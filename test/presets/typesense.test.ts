/** The preset for Typesense. */
import { expect } from 'chai';
import type { Project } from '../../src/domain/project.ts';
import { openSource } from '../../src/source/mapping/open-source.ts';
import { rejection } from '../support/fake-network.ts';
import { key, typesense, url } from './apis/typesense.ts';
import { facets, filters, limits } from './support/indexed.ts';
import { presetSuite } from './support/preset-suite.ts';

presetSuite({
  preset: 'typesense',
  url,
  api: typesense,
  config: { publicKey: key },
  limits: { ...limits, filters, facets },
});

describe('The preset typesense', () => {
  const project = (id: string, more: Partial<Project> = {}): Project => ({
    id,
    title: `Project ${id}`,
    employer: { name: 'Lakeside Analytics' },
    ...more,
  });
  const open = (projects: readonly Project[], config: object = { publicKey: key }) => {
    const api = typesense(projects);
    const { fetch } = api;
    const clock = { sleep: () => Promise.resolve() };
    return {
      ...api,
      source: openSource({ preset: 'typesense', url, ...config }, { fetch, clock }),
    };
  };
  const asked = ({ requests }: ReturnType<typeof open>) =>
    requests.map((request) => new URL(request.url).searchParams);

  it('asks for everything by a star', async () => {
    const api = open([project('1')]);
    const page = await api.source.list({}, { limit: 20 });
    expect(page).to.deep.include({ total: 1, nextCursor: null });
    expect(asked(api)[0]!.get('q')).to.equal('*');
    expect(asked(api)[0]!.has('filter_by')).to.equal(false);
  });

  it('sends no header, so that no browser asks for permission first', async () => {
    const api = open([project('1')]);
    await api.source.list({ q: 'project' }, { limit: 20 });
    expect([...api.requests[0]!.headers.keys()]).to.deep.equal([]);
  });

  it('writes values so that nothing in them is read as a filter', async () => {
    const odd = ['R&D, (labs) && more', 'a]b', "it's `code`", '||'];
    const api = open(odd.map((category, index) => project(String(index), { category })));
    for (const [index, category] of odd.entries()) {
      const { projects } = await api.source.list({ category: [category] }, { limit: 20 });
      // A backtick cannot be written in a filter of Typesense.
      const found = category.includes('`') ? [] : [String(index)];
      expect(
        projects.map(({ id }) => id),
        category,
      ).to.deep.equal(found);
    }
    expect((await api.source.list({ category: odd }, { limit: 20 })).total).to.equal(3);
    expect(asked(api).map((params) => params.get('filter_by'))).to.include(
      "category:=[`R&D, (labs) && more`,`a]b`,`it's code`,`||`]",
    );
  });

  it('finds one project by its id, whatever is in it', async () => {
    const { source } = open([project('a b/c'), project('2')]);
    expect((await source.detail('a b/c')).title).to.equal('Project a b/c');
  });

  it('reads deadlines that are numbers as days', async () => {
    const { source } = open([project('1', { applyBy: '2027-03-05' })]);
    const { projects } = await source.list({}, { limit: 20 });
    expect(projects[0]).to.include({ applyBy: '2027-03-05' });
  });

  it('reads any collection', async () => {
    const api = open([], { publicKey: key, params: { collection: 'jobs' } });
    await rejection(api.source.list({}, { limit: 20 }));
    await rejection(api.source.detail('1'));
    for (const request of api.requests)
      expect(request.url).to.include('/collections/jobs/documents/search?');
  });

  it('says that a key is refused', async () => {
    const { source } = open([project('1')], { publicKey: 'another' });
    expect(await rejection(source.list({}, { limit: 20 }))).to.include({
      kind: 'http',
      status: 401,
    });
  });

  it('keeps the other fields where a config changes one', async () => {
    const fields = { title: '{$.title}, {$.employer.name}' };
    const { source } = open([project('1')], { publicKey: key, fields });
    const { projects } = await source.list({}, { limit: 20 });
    expect(projects[0]).to.deep.equal(
      project('1', { title: 'Project 1, Lakeside Analytics', application: { mode: 'redirect' } }),
    );
  });
});
