import { expect } from 'chai';
import { jsonFile, jsonUrl } from './apis/json-file.ts';
import { openOn } from './support/open-on.ts';
import { presetSuite } from './support/preset-suite.ts';

presetSuite({
  name: 'The preset json on a list',
  preset: 'json',
  url: jsonUrl,
  api: (projects) => jsonFile(projects),
  limits: { applications: false, reports: false },
});

presetSuite({
  name: 'The preset json on an object with items',
  preset: 'json',
  url: jsonUrl,
  api: (projects) => jsonFile(projects, (items) => ({ items, updated: '2026-11-25' })),
  limits: { applications: false, reports: false },
});

/** What becomes of one record. */
async function read(record: object) {
  const { all, warnings } = openOn({ preset: 'json', url: jsonUrl }, () => [record]);
  const [project] = (await all()).values();
  expect(warnings).to.deep.equal([]);
  return project;
}

describe('A JSON file in our own names', () => {
  it('may be written by hand: with text in place of records, numbers and lists', async () => {
    expect(
      await read({
        title: 'Count bicycles',
        employer: 'Lakeside Analytics',
        hours: '15-20 hours',
        pay: '$20 per hour',
        openings: '2',
        locations: 'Chicago, IL',
        skills: 'excel',
        featured: 'yes',
        workMode: 'On-site',
        applyBy: 'March 12, 2036',
      }),
    ).to.deep.equal({
      id: 'count-bicycles-lakeside-analytics',
      title: 'Count bicycles',
      employer: { name: 'Lakeside Analytics' },
      hours: { min: 15, max: 20 },
      pay: { kind: 'hourly', per: 'hour', min: 20, max: 20, currency: 'USD' },
      openings: 2,
      locations: [{ display: 'Chicago, IL' }],
      skills: ['excel'],
      featured: true,
      workMode: 'onsite',
      applyBy: '2036-03-12',
      complete: true,
    });
  });

  it('may have its names in another spelling, and records laid flat', async () => {
    expect(
      await read({
        ID: 7,
        Title: 'Count bicycles',
        employer_name: 'Lakeside Analytics',
        apply_by: '2036-03-12',
        pay_min: 450,
        pay_currency: 'USD',
      }),
    ).to.deep.include({
      id: '7',
      title: 'Count bicycles',
      employer: { name: 'Lakeside Analytics' },
      applyBy: '2036-03-12',
      pay: { kind: 'unknown', min: 450, currency: 'USD' },
    });
  });

  it('makes an id of title and employer where there is none', async () => {
    const employer = { name: 'Café Müller' };
    expect(await read({ title: 'Count bicycles', employer })).to.have.property(
      'id',
      'count-bicycles-cafe-muller',
    );
  });
});
