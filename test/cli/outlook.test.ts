/** What students will see, and what will trouble somebody. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { check } from '../../cli/check/check.ts';
import { filterLabel, filters } from '../../cli/check/outlook.ts';
import { ROOT } from '../../scripts/lib/run.ts';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';

const project = {
  id: '1',
  title: 'Study',
  employer: { name: 'Lakeside Analytics' },
  url: 'https://jobs.example.edu/1',
  workMode: 'remote',
  category: 'Research',
  postedAt: '2026-11-01',
};

const look = (api: SourceDefinition, body: unknown = { items: [project] }, ui?: object) =>
  check(
    { version: 1, api: { url: 'https://jobs.example.edu/api', ...api }, ...(ui && { ui }) },
    { samples: new Map([['', JSON.stringify(body)]]) },
  );

const outlook = async (...given: Parameters<typeof look>) => {
  const { sources, problems } = await look(...given);
  expect(problems).to.deep.equal([]);
  return sources[0]?.outlook;
};

const warnings = async (...given: Parameters<typeof look>) =>
  (await look(...given)).sources[0]?.warnings.join('\n') ?? '';

describe('what students will see', () => {
  it('has every filter that a config can name, by the words on the page', () => {
    const schema = JSON.parse(
      readFileSync(join(ROOT, 'src/source/config.schema.json'), 'utf8'),
    ) as {
      properties: { ui: { properties: { filters: { items: { enum: string[] } } } } };
    };
    const { enum: names } = schema.properties.ui.properties.filters.items;
    expect(Object.keys(filters)).to.have.members(names);
    expect(filterLabel('classYear')).to.equal('Class year');
  });

  it('is what is known of a list that the browser searches', async () => {
    expect(await outlook({ mode: 'client' })).to.deep.include({
      search: true,
      filters: ['workMode', 'category'],
      sorts: ['relevance', 'newest'],
      applications: 'elsewhere',
    });
  });

  it('is what an API is asked, and has choices for', async () => {
    const api: SourceDefinition = {
      list: {
        query: {
          mode: '{workMode}',
          category: '{category}',
          skill: '{skill}',
          industry: '{industry}',
          sort: '{sort}',
        },
        sorts: { newest: '-date' },
        facets: { category: { items: '$.topics' }, industry: { path: '/industries' } },
      },
      detail: { path: '/{id}' },
      apply: { mode: 'post' },
    };
    expect(await outlook(api, { items: [project], topics: { Research: 1 } })).to.deep.include({
      search: false,
      // The choices of industries are at an address of their own, which a saved response does not have.
      filters: ['workMode', 'category', 'industry'],
      sorts: ['newest'],
      applications: 'here',
    });
  });

  it('is everything of an API that speaks the native contract', async () => {
    const facets = { category: [{ value: 'Research', count: 1 }] };
    const seen = await outlook({}, { items: [project], total: 1, nextCursor: null, facets });
    expect(seen).to.deep.include({ search: true, applications: 'here', facets: { category: 1 } });
    expect(seen?.filters).to.include.members(['hours', 'duration', 'category']);
    expect(seen?.hidden).to.include('skills');
  });

  it('is no more than the config names', async () => {
    const seen = await outlook({ mode: 'client' }, undefined, {
      filters: ['pay', 'workMode'],
      sorts: ['deadline'],
    });
    expect(seen).to.deep.include({ filters: ['workMode'], hidden: ['pay'], sorts: [] });
  });

  it('is said in a few sentences', async () => {
    const { summary } = await look({ mode: 'client' }, undefined, {
      filters: ['workMode', 'hours', 'duration'],
    });
    expect(summary).to.equal(
      '1 of 1 record becomes a project.\nSearch: yes. Filters: Work mode. Hidden: Hours, Duration (nothing known). ' +
        'Orders: Best match, Newest. Apply: on the listing’s own page, or by email.',
    );
  });
});

describe('a warning', () => {
  const search = (filter: string | object) =>
    warnings({ list: { query: { filter: filter as string } }, detail: { path: '/{id}' } });

  it('is for free text in a language that gives quotes a meaning', async () => {
    expect(await search("contains(title,'{q}')")).to.include(
      `"api.list.query.filter" writes {q} into "contains(title,'{q}')" as it is`,
    );
    expect(await search({ each: 'category', as: 'category = "{value}"', by: ' OR ' })).to.include(
      '{value|quoted}',
    );
    for (const good of ['{q}', 'title:{q|quoted}', 'pay >= {payMin}', 'text {q}'])
      expect(await search(good), good).not.to.include('as it is');
  });

  it('is for an address that is not encrypted, unless it is at home', async () => {
    const api = { mode: 'client' } as const;
    expect(await warnings({ ...api, url: 'http://jobs.example.edu' })).to.include(
      'starts with http://',
    );
    expect(await warnings({ ...api, url: 'http://localhost:3000' })).to.equal('');
  });

  it('is for a filter without anything to choose', async () => {
    const list = { query: { c: '{category}' } };
    const detail = { path: '/{id}' };
    expect(await warnings({ list, detail })).to.include('"list.facets" has no "category"');
    const facets = { category: { values: ['Research'] } };
    expect(await warnings({ list: { ...list, facets }, detail })).to.equal('');
    expect(await warnings({ mode: 'client', list })).to.equal('');
  });

  it('is for a list that ends before its end', async () => {
    const list = { total: '$.total', next: '$.nothing' };
    const answer = { items: [project], total: 2 };
    expect(await warnings({ mode: 'client', list }, answer)).to.include(
      '"list.next" leads to nothing in this response, which has 1 of 2 records',
    );
    expect(await warnings({ mode: 'client', list }, { ...answer, total: 1 })).to.equal('');
  });

  it('is for projects that nobody can apply to', async () => {
    const { url: _url, ...lost } = project;
    expect(await warnings({ mode: 'client' }, { items: [lost] })).to.include(
      'No project says how to apply',
    );
  });
});

describe('several sources', () => {
  const config = {
    version: 1,
    sources: [
      { id: 'campus', api: { url: 'https://jobs.example.edu/api' } },
      { id: 'sheet', file: { url: '/projects.csv' } },
    ],
  };

  it('are looked at one by one, each on a response of its own', async () => {
    const samples = new Map([
      ['campus', JSON.stringify({ items: [project] })],
      ['sheet', 'Title,Company\nMap the campus,Harbor Design\n'],
    ]);
    const { ok, sources, summary } = await check(config, { samples });
    expect(ok).to.equal(true);
    expect(sources.map(({ key, id, format, mode }) => ({ key, id, format, mode }))).to.deep.equal([
      { key: 'sources[0].api', id: 'campus', format: 'json', mode: 'server' },
      { key: 'sources[1].file', id: 'sheet', format: 'csv', mode: 'client' },
    ]);
    expect(summary.split('\n').filter((line) => /^\w+: \d/.test(line))).to.deep.equal([
      'campus: 1 of 1 record becomes a project.',
      'sheet: 1 of 1 record becomes a project.',
    ]);
  });

  it('are each known by their id', async () => {
    for (const id of ['', 'shet']) {
      const error: unknown = await check(config, { samples: new Map([[id, '[]']]) }).catch(
        (reason: unknown) => reason,
      );
      expect(error).to.have.property('name', 'UsageError');
    }
  });

  it('may stand in the config itself', async () => {
    const { ok, sources } = await check({ version: 1, file: { data: [project] } });
    expect(ok).to.equal(true);
    expect(sources[0]?.list).to.include({ projects: 1 });
  });
});
