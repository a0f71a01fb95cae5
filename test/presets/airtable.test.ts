import { expect } from 'chai';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { openSource } from '../../src/source/mapping/open-source.ts';
import { rejection } from '../support/fake-network.ts';
import { airtableUrl, fakeAirtable, knownToAirtable } from './apis/airtable.ts';
import { jsonIn } from './support/documented.ts';
import { status } from './support/fake-api.ts';
import { onRealResponses } from './support/fixtures.ts';
import { openOn } from './support/open-on.ts';
import { presetSuite } from './support/preset-suite.ts';
import { factFilters } from './support/limits.ts';

const ids = (index: number) => `rec${String(index).padStart(14, '0')}`;

presetSuite({
  preset: 'airtable',
  url: airtableUrl,
  api: fakeAirtable,
  limits: {
    ids,
    knows: knownToAirtable,
    filters: [...factFilters, 'paid', 'featured'],
    sorts: ['newest', 'deadline', 'pay', 'shortest'],
    facets: false,
    total: false,
    words: 'theirs',
    featuredFirst: false,
    ties: false,
    applications: false,
    reports: false,
  },
});

const { api: inBrowser } = jsonIn('docs/presets/airtable.md', '"client"') as {
  readonly api: SourceDefinition;
};

presetSuite({
  name: 'The preset airtable, searched by the browser as its page says',
  url: airtableUrl,
  api: fakeAirtable,
  config: { ...inBrowser, url: airtableUrl },
  limits: {
    ids,
    knows: knownToAirtable,
    filters: [...factFilters, 'paid', 'featured'],
    applications: false,
    reports: false,
  },
});

const preset: SourceDefinition = { preset: 'airtable', url: airtableUrl };

/** What becomes of one row, and what was asked for it. */
async function listed(fields: object, query = {}, definition = preset) {
  const id = ids(7);
  const { source, requests, warnings } = openOn(definition, () => ({
    records: [{ id, createdTime: '2026-11-01T10:00:00.000Z', fields }],
  }));
  const { projects, skipped } = await source.list(query, { limit: 20 });
  return { ...projects[0]!, skipped, warnings, asked: new URL(requests[0]!.url) };
}

const row = { Title: 'Count bicycles', Employer: 'Lakeside Analytics' };

describe('A row of Airtable', () => {
  it('is asked for in a view, without a formula where nobody chose anything', async () => {
    const { asked } = await listed(row, { q: 'count' });
    expect(asked.searchParams.has('sort[0][field]')).to.equal(false);
    const plain = await listed(row);
    expect(Object.fromEntries(plain.asked.searchParams)).to.deep.equal({
      view: 'Open',
      'sort[0][field]': 'Posted',
      'sort[0][direction]': 'desc',
      pageSize: '20',
    });
  });

  it('is asked for by one formula, in which no value can end its quotes', async () => {
    const query = {
      q: `o'b\\'`,
      category: ['R&D', `it's`],
      skill: [`c'`],
      payMin: 5,
      currency: 'USD',
    };
    const { asked } = await listed(row, query);
    expect(asked.searchParams.get('filterByFormula')).to.equal(
      `AND(SEARCH(LOWER('o\\'b\\\\\\''),LOWER({Title}&' '&{Employer}&' '&{Summary})),` +
        `OR({Category}='R&D',{Category}='it\\'s'),` +
        `OR(FIND(', c\\',',', '&{Skills}&',')),` +
        `{Pay}>=5,{Currency}='USD')`,
    );
  });

  it('finds what has such values', async () => {
    const projects = [`R&D "labs"`, `it's`, `a\\b`, `x'),1=1,('`].map((category, index) => ({
      id: ids(index),
      title: `Project ${index}`,
      employer: { name: 'Lakeside Analytics' },
      category,
      skills: [category],
    }));
    const { fetch } = fakeAirtable(projects);
    const source = openSource(preset, { fetch });
    for (const { id, category } of projects)
      for (const query of [{ category: [category] }, { skill: [category] }]) {
        const found = await source.list(query, { limit: 20 });
        expect(
          found.projects.map((each) => each.id),
          JSON.stringify(query),
        ).to.deep.equal([id]);
      }
  });

  it('of which nothing is filled in is left out', async () => {
    const { skipped, warnings } = await listed({});
    expect(skipped).to.have.length(1);
    expect(warnings.join()).to.include('no usable title');
  });

  it('has a description with rich text, and what else a spreadsheet can have', async () => {
    const project = await listed({
      ...row,
      Description: 'Ask **ten** shops.\n\n- one\n- two',
      Deliverables: 'A table; a page',
      'Apply email': 'projects@lakeside.example',
      Skills: ['excel', 'sql'],
    });
    expect(project).to.deep.include({
      deliverables: [{ title: 'A table' }, { title: 'a page' }],
      skills: ['excel', 'sql'],
      application: { mode: 'email', email: 'projects@lakeside.example' },
    });
    expect(project.descriptionHtml).to.include('<strong>ten</strong>');
    expect(project.descriptionHtml).to.include('<li>one</li>');
  });

  it('is one of any table and view', async () => {
    const params = { table: 'Micro internships', view: 'Spring' };
    const { asked } = await listed(row, {}, { ...preset, params });
    expect(asked.pathname).to.match(/\/Micro%20internships$/);
    expect(asked.searchParams.get('view')).to.equal('Spring');
  });

  it('that nobody may read is a failure', async () => {
    const { source } = openOn(preset, () =>
      status(401, { error: { type: 'AUTHENTICATION_REQUIRED' } }),
    );
    expect(await rejection(source.list({}, { limit: 5 }))).to.include({
      kind: 'http',
      status: 401,
    });
  });
});

onRealResponses('A response of Airtable', ['airtable.json'], (read) => {
  it('has rows without anything in them, and an offset to go on from', async () => {
    const fields = { title: '$.movement', 'employer.name': '$.session', hours: '$.reps' };
    const { source, requests } = openOn({ ...preset, fields }, ({ searchParams }) =>
      searchParams.has('offset') ? { records: [] } : (JSON.parse(read('airtable.json')) as object),
    );
    const { projects, skipped, total } = await source.list({}, { limit: 3 });
    expect(projects).to.deep.equal([
      {
        id: 'recnvVWaFprUD9PFV',
        title: 'Bench Press',
        employer: { name: 'Upper Body' },
        hours: { min: 1, max: 1 },
        application: { mode: 'redirect' },
      },
    ]);
    expect(skipped).to.have.length(2);
    expect(total).to.equal(null);
    const page = await source.list({}, { limit: 5 });
    expect(page.nextCursor).to.equal(null);
    expect(new URL(requests.at(-1)!.url).searchParams.get('offset')).to.equal(
      'itrrkjNENEhXpK0jU/recNJDXlY17QbGhrN',
    );
  });
});
