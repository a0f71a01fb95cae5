/** The presets for Strapi 5 and 4. */
import { expect } from 'chai';
import { strapi, strapiLimits, url } from './apis/strapi.ts';
import { onRealResponses } from './support/fixtures.ts';
import { openOn } from './support/open-on.ts';
import { presetSuite } from './support/preset-suite.ts';

presetSuite({ preset: 'strapi', url, api: (projects) => strapi(projects), limits: strapiLimits });

presetSuite({
  preset: 'strapi-4',
  url,
  api: (projects) => strapi(projects, 4),
  limits: { ...strapiLimits, ids: (index) => String(101 + index) },
});

describe('The preset strapi', () => {
  const entry = (more: object = {}) => ({
    documentId: 'abc',
    title: 'Study',
    employerName: 'Lakeside Analytics',
    ...more,
  });
  const read = async (more: object) => {
    const { all, warnings } = openOn({ preset: 'strapi', url }, () => ({ data: [entry(more)] }));
    const found = (await all()).get('abc')!;
    expect(warnings).to.deep.equal([]);
    return found;
  };

  it('reads texts that are blocks, Markdown or HTML', async () => {
    const block = { type: 'paragraph', children: [{ type: 'text', text: 'Compare <prices>' }] };
    const list = {
      type: 'list',
      format: 'unordered',
      children: [{ type: 'list-item', children: [{ type: 'text', text: 'one', bold: true }] }],
    };
    const html = async (more: object) => (await read(more)).descriptionHtml;
    expect(await html({ description: [block, list] })).to.equal(
      '<p>Compare &#60;prices&#62;</p><ul><li><b>one</b></li></ul>',
    );
    expect(await html({ description: '**Compare** prices' })).to.equal(
      '<p><strong>Compare</strong> prices\n</p>',
    );
    expect(await html({ descriptionHtml: '<p>Compare</p>' })).to.equal('<p>Compare</p>');
    expect(await html({ description: null })).to.equal(undefined);
  });

  it('reads skills that are entries of their own, or words', async () => {
    expect((await read({ skills: [{ id: 1, name: 'SQL' }] })).skills).to.deep.equal(['SQL']);
    expect((await read({ skills: ['SQL', 'R'] })).skills).to.deep.equal(['SQL', 'R']);
  });

  it('writes each of several values under a number', async () => {
    const { source, requests } = openOn({ preset: 'strapi', url }, () => ({ data: [] }));
    await source.list({ category: ['R&D, labs', 'B'], paid: true }, { limit: 20 });
    const { searchParams } = new URL(requests[0]!.url);
    const asked = [...searchParams].filter(([name]) => name.startsWith('filters'));
    expect(asked).to.deep.equal([
      ['filters[category][$in][0]', 'R&D, labs'],
      ['filters[category][$in][1]', 'B'],
      ['filters[payKind][$in][0]', 'fixed'],
      ['filters[payKind][$in][1]', 'hourly'],
      ['filters[payKind][$in][2]', 'stipend'],
    ]);
  });

  it('has the choices of categories and industries from the entries themselves', async () => {
    const entries = [{ category: 'Design' }, { category: 'Data' }, { category: 'Design' }];
    const { source } = openOn({ preset: 'strapi', url }, ({ searchParams }) => ({
      data: searchParams.get('fields[0]') === 'category' ? entries : [],
    }));
    const { facets } = await source.list({}, { limit: 20 });
    expect(facets.category).to.deep.equal([{ value: 'Design' }, { value: 'Data' }]);
  });
});

onRealResponses('Strapi', ['strapi-v5.json'], (read) => {
  it('is read as its documentation shows it', async () => {
    const { all, warnings } = openOn(
      {
        preset: 'strapi',
        url,
        fields: {
          title: '$.Name',
          'employer.name': { const: 'Somebody' },
          descriptionHtml: { path: '$.Description', as: 'blocks' },
        },
      },
      ({ searchParams }) =>
        searchParams.has('fields[0]') ? { data: [] } : JSON.parse(read('strapi-v5.json')),
    );
    const found = await all();
    expect([...found.keys()]).to.deep.equal([
      'hgv1vny5cebq2l3czil1rpb3',
      'znrlzntu9ei5onjvwfaalu2v',
    ]);
    expect(found.get('hgv1vny5cebq2l3czil1rpb3')).to.deep.equal({
      id: 'hgv1vny5cebq2l3czil1rpb3',
      title: 'BMK Paris Bamako',
      employer: { name: 'Somebody' },
      postedAt: '2024-03-06T13:42:05.103Z',
      application: { mode: 'redirect' },
    });
    const { descriptionHtml, ...rest } = found.get('znrlzntu9ei5onjvwfaalu2v')!;
    expect(rest).to.deep.equal({
      id: 'znrlzntu9ei5onjvwfaalu2v',
      title: 'Biscotte Restaurant',
      employer: { name: 'Somebody' },
      postedAt: '2024-03-06T13:43:30.175Z',
      application: { mode: 'redirect' },
    });
    expect(descriptionHtml).to.match(
      /^<p>Welcome to Biscotte restaurant! .* passionate producers\.<\/p>$/,
    );
    expect(warnings).to.deep.equal([]);
  });
});
