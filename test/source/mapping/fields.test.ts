import { expect } from 'chai';
import { isObject } from '../../../src/source/decode-values.ts';
import { decodeProject } from '../../../src/source/decode.ts';
import type { Value } from '../../../src/source/mapping/definition.ts';
import { compileFields } from '../../../src/source/mapping/fields.ts';
import { wholeProject } from '../whole-project.ts';

const missed: string[] = [];
const read = (fields: Readonly<Record<string, Value>>, record: unknown) =>
  compileFields(fields)({ value: record }, { miss: (what) => missed.push(what) });

/** An object without objects in it, its names put together in a manner of writing. */
function flat(value: object, write: (words: readonly string[]) => string, path: string[] = []) {
  const members: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    const words = [...path, ...name.split(/(?=[A-Z])/).map((word) => word.toLowerCase())];
    if (isObject(member)) Object.assign(members, flat(member, write, words));
    else members[write(words)] = member;
  }
  return members;
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const manners: Readonly<Record<string, (words: readonly string[]) => string>> = {
  pay_min: (words) => words.join('_'),
  payMin: ([first, ...words]) => [first, ...words.map(capital)].join(''),
  'Pay min': (words) => capital(words.join(' ')),
  'pay-min': (words) => words.join('-'),
  field_pay_min: (words) => ['field', ...words].join('_'),
};

describe('fields that have our own names', () => {
  beforeEach(() => (missed.length = 0));

  it('are all read as they are', () => {
    expect(read({ '*': '$' }, wholeProject)).to.deep.equal(wholeProject);
  });

  for (const [example, write] of Object.entries(manners))
    it(`are all read as ${example}`, () => {
      const record = flat(wholeProject, write);
      expect(Object.values(record).some(isObject)).to.equal(false);
      expect(read({ '*': '$' }, record)).to.deep.equal(wholeProject);
    });

  it('are converted like any other', () => {
    const row = {
      id: 7,
      Title: 'R&amp;D',
      employer: 'Lakeside',
      hours: '10–20 hours',
      pay_min: '5',
    };
    const project = decodeProject(read({ '*': '$' }, row), 'https://a.example/');
    expect(project).to.deep.equal({
      id: '7',
      title: 'R&D',
      employer: { name: 'Lakeside' },
      hours: { min: 10, max: 20 },
      pay: { kind: 'unknown', min: 5 },
    });
  });

  it('give way to those that are said', () => {
    const record = { id: 1, title: 'theirs', head: 'ours', employer_name: 'Lakeside', url: '/a/1' };
    const fields = { '*': '$', title: '$.head', 'employer.url': '$.url' } as const;
    expect(read(fields, record)).to.deep.equal({
      id: '1',
      title: 'ours',
      employer: { name: 'Lakeside', url: '/a/1' },
      url: '/a/1',
    });
  });

  it('are where the path leads', () => {
    const record = { id: 1, fields: { Title: 'Study' } };
    expect(read({ '*': '$.fields' }, record)).to.deep.equal({ title: 'Study' });
    expect(read({ '*': '$.none' }, record)).to.deep.equal({});
    expect(read({ '*': '$.id' }, record)).to.deep.equal({});
  });

  it('are nothing where they hold something else, and nobody is warned of that', () => {
    expect(read({ '*': '$' }, { url: 'none', application: true, hours: {} })).to.deep.equal({});
    expect(read({ '*': '$' }, Object.create(wholeProject))).to.deep.equal({});
    expect(missed).to.deep.equal([]);
  });
});
