import { expect } from 'chai';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { rejection } from '../support/fake-network.ts';
import { directusLimits, directusUrl, fakeDirectus } from './apis/directus.ts';
import { jsonIn } from './support/documented.ts';
import { status } from './support/fake-api.ts';
import { openOn } from './support/open-on.ts';
import { presetSuite } from './support/preset-suite.ts';

presetSuite({
  preset: 'directus',
  url: directusUrl,
  api: fakeDirectus,
  limits: directusLimits,
});

const preset: SourceDefinition = { preset: 'directus', url: directusUrl };
const item = { id: 7, title: 'Count bicycles', employer_name: 'Lakeside Analytics' };

/** What becomes of one item, and what was asked for it. */
async function listed(more: object, definition = preset, query = {}) {
  const opened = openOn(definition, ({ searchParams }) =>
    searchParams.has('sort')
      ? { data: [{ ...item, ...more }], meta: { filter_count: 1 } }
      : { data: [] },
  );
  const { projects, offers } = await opened.source.list(query, { limit: 20 });
  expect(opened.warnings).to.deep.equal([]);
  const asked = opened.requests.map(({ url }) => new URL(url));
  return {
    ...projects[0]!,
    offers,
    asked: asked.find(({ searchParams }) => searchParams.has('sort'))!,
  };
}

describe('An item of Directus', () => {
  it('is asked for without a filter where nobody chose one, the newest first', async () => {
    const { asked } = await listed({});
    expect(Object.fromEntries(asked.searchParams)).to.deep.equal({
      sort: '-date_created,id',
      limit: '20',
      offset: '0',
      meta: 'filter_count',
    });
  });

  it('is asked for by one rule, whatever is in its values', async () => {
    const query = { category: ['R&D "labs"'], skill: ['sql', "it's"], applyByFrom: '2026-12-05' };
    const { asked } = await listed({}, preset, query);
    expect(JSON.parse(asked.searchParams.get('filter')!)).to.deep.equal({
      _and: [
        { category: { _in: ['R&D "labs"'] } },
        { _or: [{ skills: { _contains: 'sql' } }, { skills: { _contains: "it's" } }] },
        { apply_by: { _gte: '2026-12-05' } },
      ],
    });
  });

  it('has what is not filled in as null', async () => {
    const nulls = { summary: null, skills: null, pay_min: null, featured: null, location: null };
    const { asked: _asked, offers: _offers, ...project } = await listed(nulls);
    expect(project).to.deep.equal({
      id: '7',
      title: 'Count bicycles',
      employer: { name: 'Lakeside Analytics' },
      application: { mode: 'redirect' },
    });
  });

  it('is called by its host where it names no employer', async () => {
    expect((await listed({ employer_name: null })).employer.name).to.equal('cms.northmere.example');
  });

  it('has amounts that are texts, which databases write exactly', async () => {
    const money = { pay_min: '400.00', pay_max: '450.00', pay_currency: 'USD', pay_kind: 'fixed' };
    expect((await listed({ ...money, hours_max: '20.5' })).pay).to.deep.equal({
      kind: 'fixed',
      min: 400,
      max: 450,
      currency: 'USD',
    });
  });

  it('is one of any collection', async () => {
    const { asked } = await listed({}, { ...preset, params: { collection: 'jobs' } });
    expect(asked.pathname).to.equal('/items/jobs');
  });

  it('can be of another collection with other names, as its page says', async () => {
    const { api } = jsonIn('docs/presets/directus.md', '"topic"') as {
      readonly api: SourceDefinition;
    };
    const { asked, offers, ...project } = await listed(
      { topic: { name: 'Data' }, closes: '2027-12-05' },
      api,
      { category: ['Data'], sort: 'deadline' },
    );
    expect(project).to.include({ category: 'Data', applyBy: '2027-12-05' });
    expect(offers).to.deep.equal({
      filters: ['q', 'category'],
      sorts: ['newest', 'deadline'],
    });
    expect(asked.pathname).to.equal('/items/jobs');
    expect(asked.searchParams.get('sort')).to.equal('closes,id');
    expect(asked.searchParams.get('fields')).to.equal('*,topic.name');
    expect(JSON.parse(asked.searchParams.get('filter')!)).to.deep.equal({
      _and: [{ topic: { name: { _in: ['Data'] } } }],
    });
  });

  it('that is none is gone, though Directus would forbid it', async () => {
    const { source } = openOn(preset, () => ({ data: [] }));
    expect(await rejection(source.detail('8'))).to.include({ kind: 'http', status: 404 });
  });

  it('that nobody may read is a failure', async () => {
    const { source } = openOn(preset, () => status(403, { errors: [{ message: 'Forbidden' }] }));
    expect(await rejection(source.list({}, { limit: 5 }))).to.include({
      kind: 'http',
      status: 403,
    });
  });
});
