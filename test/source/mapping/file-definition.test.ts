import { expect } from 'chai';
import { fileDefinition } from '../../../src/source/mapping/file-definition.ts';
import type { SourceDefinition } from '../../../src/source/mapping/definition.ts';
import { presets } from '../../../src/source/mapping/presets/index.ts';

const sheet = 'https://docs.google.com/spreadsheets/d/1aB_c-D';
const published = 'https://docs.google.com/spreadsheets/d/e/2PACX-1v';

describe('a file without a preset', () => {
  it('has the one that its address tells', () => {
    for (const [url, preset] of [
      ['/list.csv', 'csv'],
      [`${published}/pub?gid=0&single=true&output=csv`, 'csv'],
      [`${sheet}/gviz/tq?headers=1`, 'google-sheets'],
      ['/jobs.rss', 'rss'],
      ['/jobs.atom', 'rss'],
      ['https://www.example.edu/jobs/feed/', 'rss'],
      ['/list.json', 'json'],
      ['/jobs.jsonld', 'json-ld'],
    ] as const) {
      expect(fileDefinition({ url }), url).to.deep.equal({ url, preset });
      expect([...presets.keys()]).to.include(preset);
    }
  });

  it('has the one for its format, where that is said', () => {
    const file: SourceDefinition = { url: '/list', format: 'csv' };
    expect(fileDefinition(file)).to.deep.equal({ ...file, preset: 'csv' });
    expect(fileDefinition({ data: [] })).to.deep.equal({ data: [], preset: 'json' });
  });

  it('has none where its config says where things are, but the format', () => {
    const fields = { title: '$.name' };
    expect(fileDefinition({ url: '/a.csv', fields })).to.deep.equal({
      url: '/a.csv',
      format: 'csv',
      fields,
    });
    expect(fileDefinition({ url: '/a', list: {} })).to.deep.equal({ url: '/a', list: {} });
  });

  it('is refused where nothing tells', () => {
    expect(() => fileDefinition({ url: '/list' })).to.throw('nothing tells how /list is written');
  });
});

describe('a link to a Google sheet', () => {
  it('leads to its data, for those who paste what they see', () => {
    for (const [link, url] of [
      [`${sheet}/edit?usp=sharing`, `${sheet}/gviz/tq?headers=1`],
      [`${sheet}/edit?gid=42#gid=42`, `${sheet}/gviz/tq?headers=1&gid=42`],
      [`${sheet}/edit#gid=0`, `${sheet}/gviz/tq?headers=1&gid=0`],
      [`${sheet}/view`, `${sheet}/gviz/tq?headers=1`],
      [sheet, `${sheet}/gviz/tq?headers=1`],
    ] as const)
      expect(fileDefinition({ url: link })).to.deep.equal({ url, preset: 'google-sheets' });
    for (const [link, url] of [
      [`${published}/pubhtml`, `${published}/pub?output=csv&`],
      [`${published}/pubhtml?gid=0&single=true`, `${published}/pub?output=csv&gid=0&single=true`],
    ] as const)
      expect(fileDefinition({ url: link })).to.deep.equal({ url, preset: 'csv' });
  });

  it('leads there with a preset, too', () => {
    const url = `${sheet}/gviz/tq?headers=1`;
    const file: SourceDefinition = { preset: 'google-sheets', fields: { industry: '$.branch' } };
    expect(fileDefinition({ ...file, url: `${sheet}/edit` })).to.deep.equal({ ...file, url });
  });

  it('is no other address', () => {
    for (const url of [
      `${sheet}/export?format=csv`,
      `${sheet}/gviz/tq?tqx=out:csv`,
      'https://sheets.example.com/spreadsheets/d/1/edit.csv',
      'https://docs.google.com.example/spreadsheets/d/1/edit.csv',
    ])
      expect(fileDefinition({ url })).to.have.property('url', url);
  });
});
