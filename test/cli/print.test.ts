/** A report for people. */
import { expect } from 'chai';
import fc from 'fast-check';
import { check } from '../../cli/check/check.ts';
import { reportLines } from '../../cli/print/report.ts';
import { styleFor } from '../../cli/print/style.ts';
import { tableLines, widthOf } from '../../cli/print/table.ts';

const plain = styleFor(false, {});

describe('a table', () => {
  it('has its columns under one another', () => {
    const rows = [
      ['Field', 'Becomes'],
      ['id', '42'],
      ['title', '見出し'],
      ['descriptionHtml', 'Compare prices.'],
    ];
    expect(tableLines(rows, 80)).to.deep.equal([
      'Field            Becomes',
      'id               42',
      'title            見出し',
      'descriptionHtml  Compare prices.',
    ]);
    expect(tableLines(rows, 28)[3]).to.equal('descriptionHtml  Compare pr…');
  });

  it('fits a terminal that is wide enough for its columns, whatever is in it', () => {
    const cell = fc
      .oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('日本語', '👩‍🔬', 'é', ''))
      .map((text) => text.replace(/\s/g, ' '));
    const rows = fc.array(fc.tuple(fc.constant('name'), cell, cell, cell), { minLength: 1 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 44, max: 90 }), (table, width) => {
        for (const line of tableLines(table, width)) expect(widthOf(line)).to.be.at.most(width);
      }),
    );
  });
});

describe('a report', () => {
  const config = {
    version: 1,
    api: {
      url: 'https://jobs.example.edu/v2',
      mode: 'client',
      list: { items: '$.jobs' },
      fields: {
        id: '$.id',
        title: ['$.titel', '$.name'],
        'employer.name': { const: 'Lakeside Analytics' },
        hours: { path: '$.effort', as: 'range' },
        url: '$.link',
      },
    },
  };
  const body = {
    jobs: [
      {
        id: 1,
        name: 'Competitor pricing study',
        title: 'x',
        effort: '10–20',
        closes: '2026-12-01',
      },
      { id: 2, effort: 'some' },
    ],
  };
  const report = () => check(config, { samples: new Map([['', JSON.stringify(body)]]) });

  it('shows a table, what is wrong, what is meant, and the sum', async () => {
    const lines = reportLines(await report(), 160, plain).join('\n');
    for (const words of [
      'api  https://jobs.example.edu/v2  (mode client, json)',
      'title          1/2      $.name (2nd of 2)            Competitor pricing study  Competitor pricing study',
      'employer.name  2/2      always "Lakeside Analytics"',
      'hours          1/2      $.effort → range',
      'Record 1 cannot be shown: no usable title.',
      '? title: $.titel: no `titel`; did you mean `title`?',
      '? hours: 1 value cannot be read by "range", for example "some".',
      '? $.closes is not used; it looks like a date ("2026-12-01"): `applyBy`?',
      '✗ "api.fields": 1 of 2 records cannot be shown; the first of them (record 1) has no usable title.',
      '1 of 2 records become projects.',
    ])
      expect(lines).to.include(words);
    expect(lines).not.to.include('\u001b');
  });

  it('is coloured on a terminal alone, and not where somebody wants none', async () => {
    const lines = async (...style: Parameters<typeof styleFor>) =>
      reportLines(await report(), 100, styleFor(...style)).join('\n');
    expect(await lines(true, {})).to.include('\u001b[31m✗');
    expect(await lines(true, { NO_COLOR: '1' })).to.equal(await lines(false, {}));
  });

  it('of a config alone says that it is good, and what to do next', async () => {
    expect(reportLines(await check(config), 100, plain)).to.deep.equal([
      'The config is valid. With --sample FILE or --live it is tried on a response.',
    ]);
  });
});
