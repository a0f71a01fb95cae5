import { expect } from 'chai';
import fc from 'fast-check';
import schema from '../../../src/source/config.schema.json' with { type: 'json' };
import { ConfigError } from '../../../src/source/config-error.ts';
import type { Value } from '../../../src/source/mapping/definition.ts';
import { compileItems, compileKeep, compileValue } from '../../../src/source/mapping/reading.ts';
import type { Scope, Surroundings, Table } from '../../../src/source/mapping/scope.ts';

const read = (value: Value, record: unknown, surroundings: Surroundings = {}) =>
  compileValue(value)({ value: record }, surroundings);

/** A record in lists in a response: what stands around it is named by the keys. */
const within = (...values: unknown[]): Scope =>
  values.reduceRight<Scope | undefined>((outer, value) => ({ value, outer }), undefined)!;

const job = {
  title: 'Study',
  company: '',
  employer: 'Lakeside',
  city: 'Chicago',
  region: null,
  tags: [{ name: 'Design', kind: 'skill' }, { name: '' }, { name: 'Chicago', kind: 'place' }],
  lists: [['a', 'b'], ['c']],
  zero: 0,
  no: false,
};

describe('a value that is a path', () => {
  it('reads what it leads to', () => {
    expect(read('$.title', job)).to.equal('Study');
    expect(read('$.zero', job)).to.equal(0);
    expect(read('$.nothing', job)).to.equal(undefined);
    expect(read('$', 'word')).to.equal('word');
  });

  it('reads several as a list, and of lists that it selects the entries', () => {
    expect(read('$.tags[*].name', job)).to.deep.equal(['Design', '', 'Chicago']);
    expect(read("$.tags[?@.kind=='place'].name", job)).to.deep.equal(['Chicago']);
    expect(read('$.lists[*]', job)).to.deep.equal(['a', 'b', 'c']);
    expect(read('$.none[*]', job)).to.equal(undefined);
  });

  it('reads outwards, each caret one step', () => {
    const scope = within({ id: 1 }, { name: 'inner' }, { name: 'outer' });
    const from = (path: string) => compileValue(path)(scope, {});
    expect(from('$.id')).to.equal(1);
    expect(from('^.name')).to.equal('inner');
    expect(from('^^.name')).to.equal('outer');
    expect(from('^^^.name')).to.equal(undefined);
    expect(from('^^^^^^^^.name')).to.equal(undefined);
  });

  it('is refused when it is none, with what is right', () => {
    expect(() => compileValue('title')).to.throw(
      ConfigError,
      '"title" is neither a path ("$.title") nor text made of values ("{$.title}"). A word that is meant is written {"const": "title"}.',
    );
    for (const wrong of [null, 5, true, undefined])
      expect(() => compileValue(wrong as unknown as Value)).to.throw(
        ConfigError,
        `${wrong} says not where a value is. One that is meant is written {"const": ${wrong}}.`,
      );
    expect(() => compileValue('$.a..b')).to.throw('"$.a..b"');
  });
});

describe('a text made of values', () => {
  it('has them in their places', () => {
    expect(read('{$.title} at {$.employer} ({$.zero}, {$.no})', job)).to.equal(
      'Study at Lakeside (0, false)',
    );
    expect(read('https://a.example/{$.title|url}?{{x}}', { title: 'a/b' })).to.equal(
      'https://a.example/a%2Fb?{x}',
    );
  });

  it('is empty unless all of them are there', () => {
    expect(read('{$.city}, {$.region}', job)).to.equal(undefined);
    expect(read('{$.city}, {$.company}', job)).to.equal(undefined);
    expect(read('{$.city} {$.lists}', { city: 'x', lists: { a: 1 } })).to.equal(undefined);
  });

  it('takes the first of several values', () => {
    expect(read('in {$.tags[*].name}', job)).to.equal('in Design');
    expect(read('in {$.names[*]}', { names: ['', null, 'second'] })).to.equal('in second');
  });

  it('takes no brace in a value for its own', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        expect(read('<{$.a}>', { a: `{$.b}${text}`, b: 'never' })).to.equal(`<{$.b}${text}>`);
      }),
    );
  });
});

describe('fallbacks', () => {
  it('give the first that is there', () => {
    expect(read(['$.company', '$.region', '$.employer', '$.title'], job)).to.equal('Lakeside');
    expect(read(['$.nothing', { const: 'Unknown' }], job)).to.equal('Unknown');
    expect(read(['$.no', '$.title'], job)).to.equal(false);
    expect(read(['$.names[*]', '$.title'], { names: ['', null], title: 'x' })).to.equal('x');
    expect(read(['$.a', '$.b'], {})).to.equal(undefined);
  });
});

describe('a reading', () => {
  it('is a constant', () => {
    expect(read({ const: 'USD' }, job)).to.equal('USD');
    expect(read({ const: false }, job)).to.equal(false);
    expect(read({ const: ['a', 'b'] }, job)).to.deep.equal(['a', 'b']);
  });

  it('puts several values into one text, those that are missing left out', () => {
    expect(read({ concat: ['$.city', '$.region', '$.employer'] }, job)).to.equal(
      'Chicago, Lakeside',
    );
    expect(read({ concat: ['$.tags[*].name', '$.zero'], by: ' / ' }, job)).to.equal(
      'Design / Chicago / 0',
    );
    expect(read({ concat: ['$.region', '$.tags'] }, job)).to.equal(undefined);
  });

  it('gives all of several values, each where it stands, in a list of one as well', () => {
    const all: Value = { all: ['$.tags[*].name', '$.region', '$.city', { const: 'x' }] };
    expect(read(all, job)).to.deep.equal(['Design', '', 'Chicago', 'Chicago', 'x']);
    expect(read({ all: ['$.zero'] }, job)).to.deep.equal([0]);
    expect(read([{ all: ['$.region', '$.nothing'] }, '$.city'], job)).to.equal('Chicago');
    const each: Value = { each: '$.tags', value: { all: ['$.kind', '^.city'] } };
    expect(read(each, job)).to.deep.equal([
      ['skill', 'Chicago'],
      ['Chicago'],
      ['place', 'Chicago'],
    ]);
    expect(read({ all: ['$.city', '$.title'], map: { study: 1, '*': 0 } }, job)).to.deep.equal([
      0, 1,
    ]);
  });

  it('reads each of several things by itself', () => {
    const fields = { title: '$.name', 'where.city': '^.city' };
    expect(read({ each: '$.tags', fields }, job)).to.deep.equal([
      { title: 'Design', where: { city: 'Chicago' } },
      { where: { city: 'Chicago' } },
      { title: 'Chicago', where: { city: 'Chicago' } },
    ]);
    expect(read({ each: '$.tags', value: '$.name' }, job)).to.deep.equal(['Design', 'Chicago']);
    expect(read({ each: '$.lists[*]' }, job)).to.deep.equal(['a', 'b', 'c']);
    expect(read({ each: '$.none', value: '$.name' }, job)).to.equal(undefined);
    expect(read({ each: '$.title' }, job)).to.deep.equal(['Study']);
  });

  it('reads each of some things alone', () => {
    const each = { each: '$.tags', value: '$.name' };
    expect(read({ ...each, keep: ["@.kind == 'skill'"] }, job)).to.deep.equal(['Design']);
    expect(read({ ...each, drop: ["@.kind == 'skill'"] }, job)).to.deep.equal(['Chicago']);
    expect(read({ ...each, keep: ['@.kind'], drop: ["@.name == 'Design'"] }, job)).to.deep.equal([
      'Chicago',
    ]);
  });

  it('lays one name over what another has laid there', () => {
    const fields = { pay: '$.pay', 'pay.currency': '$.code', 'word.a': '$.code' };
    const records = [
      { pay: { min: 1 }, code: 'USD' },
      { pay: 'plain', code: 'EUR' },
    ];
    expect(read({ each: '$', fields }, records)).to.deep.equal([
      { pay: { min: 1, currency: 'USD' }, word: { a: 'USD' } },
      { pay: { currency: 'EUR' }, word: { a: 'EUR' } },
    ]);
    expect(records[0]!.pay, 'the response').to.deep.equal({ min: 1 });
  });

  it('cannot be made to touch the prototype of all objects', () => {
    const names = [
      '__proto__.polluted',
      'constructor.prototype.polluted',
      '__proto__',
      'toString.x',
    ];
    const fields = Object.fromEntries(names.map((name) => [name, '$.evil']));
    read({ each: '$', fields }, [{ evil: { polluted: 'yes' } }, { evil: 'yes' }]);
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
    expect(Object.hasOwn(Object.prototype.toString, 'x')).to.equal(false);
  });

  it('takes a text apart', () => {
    const match = '{company}: {title}';
    const feed = { title: 'Lakeside: Study', titles: ['A: 1', 'none', 'B: 2'] };
    expect(read({ path: '$.title', match }, feed)).to.equal('Lakeside');
    expect(read({ path: '$.title', match, take: 'title' }, feed)).to.equal('Study');
    expect(read({ path: '$.titles', match, take: 'title' }, feed)).to.deep.equal(['1', '2']);
    expect(read({ path: '$.title', match, take: 'all' }, feed)).to.equal('Lakeside: Study');
    expect(read({ path: '$.title', match: '{a}@{b}', take: 'all' }, feed)).to.equal(undefined);
    expect(read({ path: '$', match }, feed)).to.equal(undefined);
    const first: Value = [
      { path: '$.title', match: '{a} | {b}' },
      { path: '$.title', match },
    ];
    expect(read(first, feed)).to.equal('Lakeside');
  });

  it('is refused when nothing is called what it takes', () => {
    for (const [match, take] of [
      ['{company}: {title}', 'name'],
      ['no parts', undefined],
    ] as const)
      expect(() => compileValue({ path: '$', match, ...(take && { take }) })).to.throw(
        ConfigError,
        `"match": "${match}" has no part {name} that "take" could name.`,
      );
  });

  it('converts, one conversion after the other, each of several values', () => {
    expect(read({ path: '$.text', as: 'lower' }, { text: 'ABC' })).to.equal('abc');
    expect(
      read({ path: '$.text', as: ['split', 'lower'], by: '|' }, { text: 'A| B' }),
    ).to.deep.equal(['a', 'b']);
    expect(read({ path: '$.cents', as: 'number', scale: 0.01 }, { cents: '1250' })).to.equal(12.5);
    expect(read({ path: '$.all', as: 'number' }, { all: ['1', 'x', ['2'], null] })).to.deep.equal([
      1, 2,
    ]);
  });

  it('tells what it could not convert, and goes on without', () => {
    const misses: string[] = [];
    const surroundings = { miss: (what: string) => misses.push(what) };
    expect(read({ path: '$', as: ['number', 'text'] }, 'many', surroundings)).to.equal(undefined);
    expect(misses).to.deep.equal(['as "number"']);
    expect(read({ path: '$.none', as: 'number' }, {}, surroundings)).to.equal(undefined);
    expect(misses).to.have.length(1);
  });

  it('is refused with an option that no conversion takes', () => {
    expect(() => read({ path: '$.fee', currency: 'USD' }, job)).to.throw(
      ConfigError,
      '"currency" does nothing without a conversion: write "as" beside it, for example "as": "money".',
    );
  });

  it('is refused when there is no such conversion', () => {
    expect(() => compileValue({ path: '$', as: 'nubmer' })).to.throw(
      ConfigError,
      '"as": "nubmer" is no conversion. Did you mean "number"? There are text, ',
    );
    expect(() => compileValue({ path: '$', as: 'constructor' })).to.throw(ConfigError);
  });

  it('has our words for theirs, whatever their case', () => {
    const map = { Yes: true, NO: false, 0: 'none', true: 'sure' };
    const mapped = (value: unknown) => read({ path: '$', map }, value);
    expect([' yes', 'no ', 0, '0', true, 'maybe'].map(mapped)).to.deep.equal([
      true,
      false,
      'none',
      'none',
      'sure',
      undefined,
    ]);
    expect(mapped(['no', 'maybe', 'yes'])).to.deep.equal([false, true]);
    expect(mapped('constructor')).to.equal(undefined);
  });

  it('has a word for anything else', () => {
    const other = (value: unknown) =>
      read({ path: '$', map: { remote: 'remote', '*': 'onsite' } }, value);
    expect(['Remote', 'Chicago', 5, { a: 1 }].map(other)).to.deep.equal([
      'remote',
      'onsite',
      'onsite',
      'onsite',
    ]);
    expect([null, '', [], undefined].map(other)).to.deep.equal(Array(4).fill(undefined));
  });

  it('takes its steps in the order of its keys', () => {
    const reading = {
      path: '$.kind',
      match: 'Kind: {kind}',
      lookup: 'kinds',
      as: 'lower',
      map: { 'full remote': 'remote' },
    };
    const tables = new Map([['kinds', new Map([['7', { value: 'FULL REMOTE' }]])]]);
    expect(read(reading, { kind: 'Kind: 7' }, { tables })).to.equal('remote');
  });

  it('is refused with a key that is none, and told what may be meant', () => {
    expect(() => compileValue({ pth: '$.a' })).to.throw(
      ConfigError,
      '"pth" is no key of a reading. Did you mean "path"? There are path, const, ',
    );
  });

  it('knows the keys that the schema knows', () => {
    for (const key of Object.keys(schema.$defs.reading.properties))
      expect(() => compileValue({ [key]: undefined }), key).to.not.throw();
  });
});

describe('a lookup', () => {
  const included = [
    { type: 'company', id: 1, name: 'Lakeside' },
    { type: 'city', id: 1, name: 'Chicago' },
  ];
  const byTypeAndId: Table = new Map(
    included.map((row) => [`${row.type}/${row.id}`, { value: row, outer: { value: row } }]),
  );
  const tables = new Map([
    ['included', byTypeAndId],
    ['words', new Map([['12', { value: 'Marketing' }]])],
  ]);
  const misses: string[] = [];
  const look = (value: Value, record: unknown) =>
    read(value, record, { tables, miss: (what) => misses.push(what) });

  beforeEach(() => misses.splice(0));

  it('finds the row that the value names', () => {
    expect(look({ path: '$.term', lookup: 'words' }, { term: 12 })).to.equal('Marketing');
    expect(look({ path: '$.term', lookup: 'words' }, { term: [11, 12] })).to.deep.equal([
      'Marketing',
    ]);
  });

  it('finds a row by a key of several parts, and takes a value inside it', () => {
    const record = { company: { data: { type: 'company', id: 1 } } };
    const reading = { path: '$.company.data', lookup: 'included', key: '{$.type}/{$.id}' };
    expect(look({ ...reading, take: '$.name' }, record)).to.equal('Lakeside');
    expect(look(reading, record)).to.deep.equal(included[0]);
  });

  it('tells when there is no such row, and nothing of a record that names none', () => {
    expect(look({ path: '$.term', lookup: 'words' }, { term: 13 })).to.equal(undefined);
    expect(misses).to.deep.equal(['lookup "words"']);
    for (const record of [{}, { term: null }, { term: '' }, { term: {} }])
      expect(look({ path: '$.term', lookup: 'words', key: '$' }, record)).to.equal(undefined);
    expect(misses).to.have.length(1);
  });
});

describe('the way to several things', () => {
  const items = (steps: string | readonly string[], body: unknown) =>
    compileItems(steps)({ value: body }, {});

  it('goes inwards step by step, each with what stands around it', () => {
    const body = {
      name: 'all',
      offices: [
        { name: 'North', jobs: [{ id: 1 }, { id: 2 }] },
        { name: 'South', jobs: { id: 3 } },
        { name: 'West' },
      ],
    };
    const found = items(['$.offices', '$.jobs'], body);
    expect(found.map(({ value }) => value)).to.deep.equal([{ id: 1 }, { id: 2 }, { id: 3 }]);
    const outwards = compileValue('{^.name} {^^.name}');
    expect(found.map((scope) => outwards(scope, {}))).to.deep.equal([
      'North all',
      'North all',
      'South all',
    ]);
  });

  it('gives the entries of a list as they are, lists among them', () => {
    const rows = [
      ['1', 'Study'],
      ['2', 'Survey'],
    ];
    expect(items('$', rows).map(({ value }) => value)).to.deep.equal(rows);
    expect(items('$.groups[*]', { groups: rows })).to.have.length(4);
  });
});

describe('conditions', () => {
  it('keep what fulfils all, and drop what fulfils one', () => {
    const isKept = compileKeep({
      keep: ['@.listed == true', '@.title'],
      drop: ["@.state == 'closed'", '@.filled == true'],
    })!;
    const kept = { listed: true, title: 'x', state: 'open' };
    expect(isKept(kept)).to.equal(true);
    for (const change of [{ listed: false }, { state: 'closed' }, { filled: true }])
      expect(isKept({ ...kept, ...change })).to.equal(false);
    expect(isKept({ listed: true })).to.equal(false);
  });

  it('are none where there are none', () => {
    expect(compileKeep({})).to.equal(undefined);
    expect(compileKeep({ keep: [], drop: [] })).to.equal(undefined);
  });
});

describe('whatever a response holds', () => {
  it('is read without an error', () => {
    const deep = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)) as unknown;
    const readings: Value[] = [
      '$.a',
      '$[*]',
      '{$.a} {$[0]}',
      ['$.a', '$[0]', '$'],
      { concat: ['$', '$[*]'] },
      { each: '$', fields: { a: '$', 'b.c': '$.a' } },
      { path: '$', match: '{a}: {b}' },
      { path: '$', as: ['text', 'split', 'number'] },
      { path: '$', map: { a: 'b', '*': 'c' } },
      { path: '$', lookup: 'a', key: '{$.a}' },
    ];
    const compiled = readings.map(compileValue);
    const anything = fc.oneof(
      fc.anything({ values: [fc.constant(null), fc.string(), fc.double(), fc.boolean()] }),
      fc.constantFrom<unknown>(deep, [deep], { a: deep }, JSON.parse('{"__proto__": {"a": 1}}')),
    );
    fc.assert(
      fc.property(anything, (value) => {
        for (const each of compiled) each({ value }, {});
      }),
    );
  });
});
