import { expect } from 'chai';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { gviz, gvizUrl, knownInSheet } from './apis/spreadsheet.ts';
import { text } from './support/fake-api.ts';
import { onRealResponses } from './support/fixtures.ts';
import { openOn } from './support/open-on.ts';
import { presetSuite } from './support/preset-suite.ts';

presetSuite({
  preset: 'google-sheets',
  url: gvizUrl,
  api: gviz,
  limits: { knows: knownInSheet, applications: false, reports: false },
});

const preset: SourceDefinition = { preset: 'google-sheets', url: gvizUrl };

const reply = (table: object) =>
  text(`/*O_o*/\ngoogle.visualization.Query.setResponse(${JSON.stringify(table)});`);

/** What becomes of a row with these cells, by their columns. */
async function read(cells: Readonly<Record<string, object>>, more: SourceDefinition = {}) {
  const row = { Title: { v: 'Count bicycles' }, Employer: { v: 'Lakeside Analytics' }, ...cells };
  const cols = Object.keys(row).map((label) => ({ id: label, label, type: 'string' }));
  const table = { cols, rows: [{ c: Object.values(row) }], parsedNumHeaders: 1 };
  const { all, warnings } = openOn({ ...preset, ...more }, () => reply({ status: 'ok', table }));
  const projects = await all();
  expect(warnings).to.deep.equal([]);
  return projects.get('count-bicycles-lakeside-analytics')!;
}

describe('A shared Google sheet', () => {
  it('has dates, whatever they look like', async () => {
    expect(await read({ Deadline: { v: 'Date(2036,11,5)', f: '5.12.36' } })).to.deep.include({
      applyBy: '2036-12-05',
    });
    const time = { Deadline: { v: 'Date(2036,11,5,17,0,0)', f: '12/5/2036 17:00' } };
    expect((await read(time)).applyBy).to.equal('2036-12-05');
    expect((await read(time, { zone: 'America/Chicago' })).applyBy).to.equal(
      '2036-12-05T17:00:00-06:00',
    );
  });

  it('has numbers, tick boxes and amounts of money', async () => {
    expect(
      await read({
        Hours: { v: 20, f: '20' },
        Weeks: { v: 1.5 },
        Pay: { v: 450, f: '$450.00' },
        Remote: { v: true, f: 'TRUE' },
        Featured: { v: false },
      }),
    ).to.deep.include({
      hours: { min: 20, max: 20 },
      durationDays: { min: 10.5, max: 10.5 },
      pay: { kind: 'fixed', per: 'project', min: 450, max: 450, currency: 'USD' },
      workMode: 'remote',
      featured: false,
    });
  });

  it('says in the words of Google why it cannot be read', async () => {
    const errors = [{ reason: 'user_not_authenticated', detailed_message: 'Sign in first.' }];
    const { source, warnings } = openOn(preset, () => reply({ status: 'error', errors }));
    let message = '';
    await source.list({}, { limit: 5 }).catch((error: unknown) => (message = String(error)));
    expect(message).to.include('Sign in first.');
    expect(warnings).to.have.length(1);
  });
});

onRealResponses('A real Google sheet', ['google-gviz.txt'], (file) => {
  it('is read as it came', async () => {
    const definition: SourceDefinition = {
      ...preset,
      fields: {
        id: { path: '$.midashi', as: 'slug' },
        title: '$.midashi',
        'employer.name': { const: 'Northmere University' },
        postedAt: '$.created',
        skills: '$.tags',
        url: { path: 'https://www.northmere.example/{$.tags|url}' },
      },
    };
    const { all, warnings } = openOn(definition, () => text(file('google-gviz.txt')));
    const projects = [...(await all()).values()];
    expect(warnings).to.deep.equal([]);
    expect(
      projects.toReversed().map(({ title, postedAt, skills }) => [title, postedAt, skills]),
    ).to.deep.equal([
      ['見出し1', '2020-03-20', ['タグ1']],
      ['見出し2', '2020-03-21', ['タグ2']],
      ['見出し3', '2020-03-22', ['タグ3']],
    ]);
    expect(projects.at(-1)).to.deep.include({
      id: '見出し1',
      employer: { name: 'Northmere University' },
      descriptionHtml: '<p>説明1</p>',
      url: 'https://www.northmere.example/%E3%82%BF%E3%82%B01',
    });
  });
});
