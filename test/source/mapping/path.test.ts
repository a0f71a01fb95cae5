import { expect } from 'chai';
import { parseCondition, parsePath } from '../../../src/source/mapping/path.ts';

const select = (text: string, value: unknown) => parsePath(text).select(value);
const job = {
  title: 'Study',
  'job-count': 3,
  pay: { min: 500, max: null },
  places: [{ city: 'Lakeside' }, { city: 'Hill' }, { country: 'US' }],
  facts: [
    { name: 'Hours', value: 20 },
    { name: 'Weeks', value: 3 },
    { name: 'Hours', value: 30 },
  ],
};

describe('a path', () => {
  it('goes down by names, in either way of writing', () => {
    expect(select('$.title', job)).to.deep.equal(['Study']);
    expect(select('$.pay.min', job)).to.deep.equal([500]);
    expect(select('$[\'pay\']["min"]', job)).to.deep.equal([500]);
    expect(select("$['job-count']", job)).to.deep.equal([3]);
    expect(select('$.größe_2.名前.☺', { größe_2: { 名前: { '☺': 1 } } })).to.deep.equal([1]);
  });

  it('goes down by indices, from either end', () => {
    expect(select('$.places[0].city', job)).to.deep.equal(['Lakeside']);
    expect(select('$.places[-1].country', job)).to.deep.equal(['US']);
    expect(select('$.places[3]', job)).to.deep.equal([]);
    expect(select('$.places[-4]', job)).to.deep.equal([]);
  });

  it('gives the whole for its root alone', () => {
    expect(select('$', job)).to.deep.equal([job]);
    expect(parsePath('$').first(null)).to.equal(null);
  });

  it('says how far outwards it starts', () => {
    expect(['$.a', '^.a', '^^', '^^^.a'].map((text) => parsePath(text).outwards)).to.deep.equal([
      0, 1, 2, 3,
    ]);
    expect(select('^.title', job)).to.deep.equal(['Study']);
  });

  it('keeps its text, and says whether it leads to one value at most', () => {
    expect(parsePath('$.a[0]')).to.include({ text: '$.a[0]', isSingular: true });
    expect(parsePath('$.a[*]').isSingular).to.equal(false);
    expect(parsePath('$[?@.a]').isSingular).to.equal(false);
  });

  it('gives all children of a list or an object', () => {
    expect(select('$.places[*].city', job)).to.deep.equal(['Lakeside', 'Hill']);
    expect(select('$.pay.*', job)).to.deep.equal([500, null]);
    expect(select('$.title.*', job)).to.deep.equal([]);
  });

  it('gives those children for which a condition holds', () => {
    expect(select("$.facts[?@.name == 'Hours'].value", job)).to.deep.equal([20, 30]);
    expect(select('$.places[?@.country]', job)).to.deep.equal([{ country: 'US' }]);
    expect(select('$.places[?!@.country].city', job)).to.deep.equal(['Lakeside', 'Hill']);
    expect(select('$.pay[?@ > 100]', job)).to.deep.equal([500]);
    expect(select("$[?@['@type'] == 'JobPosting']", [{ '@type': 'JobPosting' }])).to.have.length(1);
  });

  it('tells null from nothing', () => {
    expect(select('$.pay.max', job)).to.deep.equal([null]);
    expect(parsePath('$.pay.max').first(job)).to.equal(null);
    expect(parsePath('$.pay.max.low').first(job)).to.equal(undefined);
    expect(select('$', undefined)).to.deep.equal([]);
    expect(select('$.a', { a: undefined })).to.deep.equal([]);
  });

  it('takes nothing from a value of another kind', () => {
    for (const value of ['text', 12, true, null, undefined, [1], { a: 1 }])
      for (const text of ['$.length', "$['0']", '$[1]', '$.constructor', '$.b[*]', '$[?@.a]'])
        expect(select(text, value), text).to.deep.equal([]);
  });

  it('reads quoted names with all escapes of JSON', () => {
    const names: Record<string, string> = {
      "'it\\'s'": "it's",
      '"say \\"hi\\""': 'say "hi"',
      "'\"'": '"',
      '"\'"': "'",
      "'\\\\'": '\\',
      "'\\\\\\''": "\\'",
      "'\\b\\f\\n\\r\\t\\/'": '\b\f\n\r\t/',
      "'\\u263a\\u263A'": '☺☺',
      "'\\uD83D\\uDE00'": '😀',
      "''": '',
    };
    for (const [text, name] of Object.entries(names))
      expect(select(`$[${text}]`, { [name]: 1 }), text).to.deep.equal([1]);
  });

  it('reads only what a value has itself', () => {
    const parsed: unknown = JSON.parse('{"__proto__": {"a": 1}, "b": {}}');
    expect(select('$.__proto__.a', parsed)).to.deep.equal([1]);
    expect(select('$.b.__proto__', parsed)).to.deep.equal([]);
    expect(select('$.toString', {})).to.deep.equal([]);
  });

  it('gives no more than 100,000 values, where a value is no tree', () => {
    let value: unknown = 1;
    for (let depth = 0; depth < 20; depth++) value = [value, value];
    expect(select(`$${'[*]'.repeat(20)}`, value)).to.have.length(100_000);
  });
});

describe('a condition', () => {
  const holds = (text: string, value: unknown) => parseCondition(text)(value);

  it('compares with a literal, on either side', () => {
    expect(holds('@.isListed == true', { isListed: true })).to.equal(true);
    expect(holds('@.isListed == true', { isListed: 'true' })).to.equal(false);
    expect(holds("@.status != 'closed'", { status: 'open' })).to.equal(true);
    expect(holds("@.status != 'closed'", {})).to.equal(true);
    expect(holds('@.status == "closed"', { status: 'closed' })).to.equal(true);
    expect(holds('null == @.end', { end: null })).to.equal(true);
    expect(holds('@.end == null', {})).to.equal(false);
    expect(holds('@ >= -1.5e1', -15)).to.equal(true);
    expect(holds("@.places[0]['city'] < 'M'", job)).to.equal(true);
    expect(holds('1 == 1', {})).to.equal(true);
  });

  it('holds for what is there, whatever its value', () => {
    for (const open of [true, false, 0, '', null, [], {}]) {
      expect(holds('@.open', { open })).to.equal(true);
      expect(holds('!@.open', { open })).to.equal(false);
    }
    expect(holds('@.open', {})).to.equal(false);
    expect(holds('!@.open', {})).to.equal(true);
    expect(holds('@', false)).to.equal(true);
    expect(holds('@.places[*].country', job)).to.equal(true);
    expect(holds('!@.places[*].zip', job)).to.equal(true);
  });

  it('takes white space where the standard does', () => {
    for (const text of [' @.a==1 ', '@.a\t==\n1', ' @ .a == 1', '@ [ "a" ] == 1'])
      expect(holds(text, { a: 1 }), text).to.equal(true);
    expect(holds(' ! @.b ', {})).to.equal(true);
  });

  const nothing = {};
  const compared: readonly [left: unknown, right: unknown, holding: string][] = [
    [1, 1, '== <= >='],
    [1, 2, '!= < <='],
    [10, 9, '!= > >='],
    [-0, 0, '== <= >='],
    ['a', 'a', '== <= >='],
    ['', 'a', '!= < <='],
    ['10', '9', '!= < <='],
    ['B', 'a', '!= < <='],
    ['1', 1, '!='],
    [true, true, '== <= >='],
    [true, false, '!='],
    [false, 0, '!='],
    [null, null, '== <= >='],
    [null, 0, '!='],
    [nothing, nothing, '== <= >='],
    [nothing, null, '!='],
    [nothing, 1, '!='],
    [[1, [2]], [1, [2]], '== <= >='],
    [[1, 2], [2, 1], '!='],
    [[1], [1, 2], '!='],
    [[1], 1, '!='],
    [[1], { 0: 1 }, '!='],
    [[], {}, '!='],
    [{ a: 1, b: [{}] }, { b: [{}], a: 1 }, '== <= >='],
    [{ a: 1 }, { b: 1 }, '!='],
    [{ a: 1 }, { a: 1, b: 1 }, '!='],
    [{ a: 1 }, { a: 2 }, '!='],
    [{ toString: 1 }, { a: 1 }, '!='],
    [{ a: null }, null, '!='],
  ];
  for (const [left, right, holding] of compared)
    it(`finds ${JSON.stringify(left)} ${holding} ${JSON.stringify(right)}, and nothing else`, () => {
      const value = {
        ...(left !== nothing && { left }),
        ...(right !== nothing && { right }),
      };
      const found = ['==', '!=', '<', '<=', '>', '>='].filter((operator) =>
        holds(`@.left ${operator} @.right`, value),
      );
      expect(found.join(' ')).to.equal(holding);
    });

  it('compares what is nested deeper than calls can be', () => {
    const nested = (): unknown => JSON.parse('['.repeat(20_000) + ']'.repeat(20_000));
    expect(holds('@.a == @.b', { a: nested(), b: nested() })).to.equal(true);
  });
});
