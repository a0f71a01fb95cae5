import { expect } from 'chai';
import { parseXml } from '../../../src/source/formats/xml.ts';
import type { Format, Items } from '../../../src/source/mapping/definition.ts';
import { compileFindItems } from '../../../src/source/mapping/items.ts';

const find = (items: Items | undefined, body: unknown, format?: Format) =>
  compileFindItems(items, format)({ value: body })?.map(({ value }) => value);

const [one, two] = [{ id: 1 }, { id: 2 }];

describe('the records of a list', () => {
  it('are by default the response, or its "items"', () => {
    expect(find(undefined, [one, two])).to.deep.equal([one, two]);
    expect(find(undefined, { items: [one] })).to.deep.equal([one]);
    expect(find(undefined, { results: [one] })).to.equal(undefined);
  });

  it('are where the path leads', () => {
    expect(find('$.data.jobs', { data: { jobs: [one, two] } })).to.deep.equal([one, two]);
    expect(find('$', [one])).to.deep.equal([one]);
    expect(find('$.job', { job: one })).to.deep.equal([one]);
    expect(find("$['open jobs']", { 'open jobs': [one] })).to.deep.equal([one]);
    expect(find('$.results[0].hits', { results: [{ hits: [one] }] })).to.deep.equal([one]);
  });

  it('are found in several places at once', () => {
    const offices = [{ jobs: [one] }, {}, { jobs: [two] }];
    expect(find('$.offices[*].jobs', { offices })).to.deep.equal([one, two]);
    expect(find(['$.offices', '$.jobs'], { offices })).to.deep.equal([one, two]);
    const parts = [{ kind: 'job', ...one }, { kind: 'ad' }];
    expect(find("$.parts[?@.kind=='job']", { parts })).to.deep.equal([parts[0]]);
  });

  it('can be none, which is not the same as no way to them', () => {
    for (const [items, none] of [
      ['$.jobs', { jobs: [] }],
      ['$.jobs', { jobs: null }],
      ['$', []],
      ['$', null],
      ['$.offices[*].jobs', { offices: [] }],
      [['$.offices', '$.jobs'], { offices: [{}] }],
      ["$.parts[?@.kind=='job']", { parts: [] }],
      [undefined, []],
      [undefined, { items: [] }],
    ] as const)
      expect(find(items, none), String(items)).to.deep.equal([]);
    for (const body of [{}, { job: [] }, [], 'jobs', 5, true, null]) {
      expect(find('$.jobs', body), JSON.stringify(body)).to.equal(undefined);
      expect(find('$.jobs[*]', body), JSON.stringify(body)).to.equal(undefined);
      expect(find(['$.jobs', '$.all'], body), JSON.stringify(body)).to.equal(undefined);
    }
    for (const body of [{}, 'jobs', 5, null]) expect(find(undefined, body)).to.equal(undefined);
  });

  it('are one where XML has one, and none where it writes none', () => {
    const feed = (jobs: string) =>
      parseXml(`<rss><channel><title>x</title>${jobs}</channel></rss>`);
    const job = '<item><id>1</id></item>';
    const items = '$.rss.channel.item';
    expect(find(items, feed(job + job), 'xml')).to.deep.equal([{ id: '1' }, { id: '1' }]);
    expect(find(items, feed(job), 'xml')).to.deep.equal([{ id: '1' }]);
    expect(find(items, feed(''), 'xml')).to.deep.equal([]);
    expect(find(items, parseXml('<html><body>no feed</body></html>'), 'xml')).to.equal(undefined);
  });

  it('are at the first of several places that has any', () => {
    const items = [['$.rss.channel.item', '$.feed.entry']];
    expect(find(items, { feed: { entry: [{ id: '1' }, { id: '2' }] } })).to.have.length(2);
    expect(find(items, { rss: { channel: { item: { id: '1' } } } })).to.deep.equal([{ id: '1' }]);
    expect(find(items, { rss: { channel: { item: [] } } })).to.deep.equal([]);
    expect(find([['$.all', '$.some'], '$.jobs'], { some: { jobs: [1] } })).to.deep.equal([1]);
    for (const empty of [
      '<rss><channel><title>x</title></channel></rss>',
      '<feed><id>x</id></feed>',
    ])
      expect(find(items, parseXml(empty), 'xml')).to.deep.equal([]);
    expect(find(items, parseXml('<html><body>no feed</body></html>'), 'xml')).to.equal(undefined);
  });

  it('are none in XML whose list has nothing in it at all', () => {
    expect(find('$.jobs.job', parseXml('<jobs></jobs>'), 'xml')).to.deep.equal([]);
    expect(find('$.jobs.job', parseXml('<jobs/>'), 'xml')).to.deep.equal([]);
  });

  it('are refused when the way is no path', () => {
    expect(() => compileFindItems('jobs', 'json')).to.throw('"jobs"');
  });
});
