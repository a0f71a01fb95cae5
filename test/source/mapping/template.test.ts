import { expect } from 'chai';
import fc from 'fast-check';
import { ConfigError } from '../../../src/source/config-error.ts';
import type { Template } from '../../../src/source/mapping/definition.ts';
import {
  compileTemplate,
  compileText,
  refuseUnknown,
  type Variables,
} from '../../../src/source/mapping/template.ts';

const fill = (template: Template, variables: Variables = {}) =>
  compileTemplate(template, new Set())(variables);

const usedBy = (template: Template) => {
  const uses = new Set<string>();
  compileTemplate(template, uses);
  return [...uses];
};

describe('a template that is a text', () => {
  it('has the values of its variables in their places', () => {
    expect(fill('title:{q} in {city}', { q: 'study', city: 'Chicago' })).to.equal(
      'title:study in Chicago',
    );
    expect(fill('pay >= {payMin}', { payMin: 0 })).to.equal('pay >= 0');
    expect(fill('paid = {paid}', { paid: false })).to.equal('paid = false');
    expect(fill('no variable')).to.equal('no variable');
    expect(fill('')).to.equal('');
  });

  it('stands for the value as it is when it is one variable and nothing else', () => {
    for (const value of [5, 0, true, false, 'text', ['a', 'b'], { a: 1 }])
      expect(fill('{value}', { value })).to.equal(value);
  });

  it('says nothing without a value for each of its variables', () => {
    for (const value of [undefined, null, '', []]) {
      expect(fill('{a}', { a: value })).to.equal(undefined);
      expect(fill('{a} and {b}', { a: value, b: 'x' })).to.equal(undefined);
    }
    expect(fill('{a} and {b}', { b: 'x' })).to.equal(undefined);
  });

  it('writes several values with commas, each escaped by itself', () => {
    expect(fill('in ({skill|quoted})', { skill: ['a"b', 'c'] })).to.equal('in ("a\\"b","c")');
    expect(fill('in ({skill})', { skill: ['a', 'c'] })).to.equal('in (a,c)');
  });

  it('writes what has parts as JSON', () => {
    expect(fill('answers: {answers}', { answers: { a: [1] } })).to.equal('answers: {"a":[1]}');
  });

  it('reads members with a dot, own ones alone', () => {
    expect(fill('{sort.by} {sort.order}', { sort: { by: 'pay', order: 'desc' } })).to.equal(
      'pay desc',
    );
    expect(fill('{sort.by}', { sort: 'pay' })).to.equal(undefined);
    for (const name of ['constructor', '__proto__', 'toString', 'a.constructor', 'a.length'])
      expect(fill(`{${name}}`, { a: 'text' })).to.equal(undefined);
  });

  it('never takes a brace in a value for one of its own', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (q) => {
        const variables = { q: `{secret}${q}{{`, secret: 'never' };
        expect(fill('a {q} b', variables)).to.equal(`a {secret}${q}{{ b`);
        expect(fill({ join: ['{q}'], by: '+', within: '({all})' }, variables)).to.equal(
          `({secret}${q}{{)`,
        );
      }),
    );
  });

  it('takes no sign of a value for one that stands for something in a replacement', () => {
    expect(fill({ join: ['{q}'], by: '', within: '<{all}>' }, { q: '$& $1 $$' })).to.equal(
      '<$& $1 $$>',
    );
  });

  it('has a usual escape, which a slot can change', () => {
    const path = compileText('/in/{city}/{state|quoted}', new Set(), 'url');
    expect(path({ city: 'a/b ?', state: 'x' })).to.equal('/in/a%2Fb%20%3F/"x"');
  });
});

describe('a template that is a list', () => {
  it('has the parts that say something', () => {
    const template = ['pay >= {payMin}', 'hours <= {hoursMax}', 'open = 1'];
    expect(fill(template, { hoursMax: 20 })).to.deep.equal(['hours <= 20', 'open = 1']);
  });

  it('says nothing when none of its parts does', () => {
    expect(fill(['{a}', ['{b}']])).to.equal(undefined);
    expect(fill([])).to.deep.equal([]);
  });

  it('keeps its own numbers, booleans and nulls', () => {
    expect(fill([1, false, null])).to.deep.equal([1, false, null]);
  });
});

describe('a template that is an object', () => {
  it('has the members that say something', () => {
    const template = { q: '{q}', size: 20, filters: { pay: { gte: '{payMin}' } }, all: null };
    expect(fill(template, { payMin: 100 })).to.deep.equal({
      size: 20,
      filters: { pay: { gte: 100 } },
      all: null,
    });
    expect(fill(template, { q: 'a' })).to.deep.equal({ q: 'a', size: 20, all: null });
  });

  it('is no operator when it has one of its keys alone', () => {
    for (const template of [
      { each: '{a}' },
      { as: '{a}' },
      { if: '{a}' },
      { of: '{a}' },
      { map: '{a}' },
    ])
      expect(fill(template, { a: 'x' })).to.deep.equal({ [Object.keys(template)[0]!]: 'x' });
  });

  it('says nothing when none of its members does', () => {
    expect(fill({ a: { b: '{c}' } })).to.equal(undefined);
    expect(fill({})).to.deep.equal({});
  });

  it('lays the members of "..." beside its own', () => {
    const template = { name: '{name}', '...': '{answers}' };
    expect(fill(template, { name: 'Ana', answers: { why: 'x', when: 'y' } })).to.deep.equal({
      name: 'Ana',
      why: 'x',
      when: 'y',
    });
    expect(fill(template, { name: 'Ana' })).to.deep.equal({ name: 'Ana' });
  });

  it('lays the members of each value in a list of "..." beside its own', () => {
    const sizes = { each: 'files', key: '{key}_size', as: '{value}' };
    const template = { name: '{name}', '...': ['{answers}', sizes] };
    const values = { name: 'Ana', answers: { why: 'x' }, files: { resume: 7 } };
    expect(fill(template, values)).to.deep.equal({ name: 'Ana', why: 'x', resume_size: 7 });
    expect(fill(template, { ...values, answers: undefined })).not.to.have.property('why');
  });

  it('cannot be made to touch the prototype of all objects', () => {
    const hostile = JSON.parse('{"__proto__": {"polluted": "{a}"}}') as Template;
    const filled = fill(hostile, { a: 'yes' }) as object;
    expect(Object.getPrototypeOf(filled)).to.equal(Object.prototype);
    expect(Object.keys(filled)).to.deep.equal(['__proto__']);
    const values = { each: 'answers', key: '{key}', as: '{value}' };
    const answers = JSON.parse('{"__proto__": "yes"}') as object;
    expect(Object.keys(fill(values, { answers }) as object)).to.deep.equal(['__proto__']);
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
  });
});

describe('the operator join', () => {
  const template = {
    join: ['pay >= {payMin}', 'hours <= {hoursMax}'],
    by: ' AND ',
    within: 'AND({all})',
  };

  it('puts the terms that say something into one text', () => {
    expect(fill(template, { payMin: 1, hoursMax: 2 })).to.equal('AND(pay >= 1 AND hours <= 2)');
    expect(fill(template, { payMin: 1 })).to.equal('AND(pay >= 1)');
  });

  it('says nothing without any', () => {
    expect(fill(template)).to.equal(undefined);
  });
});

describe('the operator each', () => {
  it('makes a list of one part for each value', () => {
    const template = { each: 'skill', as: 'skill = {value|quoted}' };
    expect(fill(template, { skill: ['a', 'b'] })).to.deep.equal(['skill = "a"', 'skill = "b"']);
    expect(fill(template, { skill: 'a' })).to.deep.equal(['skill = "a"']);
    expect(fill(template, { skill: [] })).to.equal(undefined);
    expect(fill(template)).to.equal(undefined);
  });

  it('makes one text where it is said what stands between', () => {
    const template = { each: 'skill', as: '{value|single}', by: ' OR ', within: '({all})' };
    expect(fill(template, { skill: ['a', "b'c"] })).to.equal(`('a' OR 'b\\'c')`);
    expect(fill(template)).to.equal(undefined);
  });

  it('makes an object where parts have names', () => {
    const template = {
      each: 'answers',
      key: 'question_{key}',
      as: { id: '{key}', text: '{value}', of: '{id}' },
    };
    expect(fill(template, { id: 7, answers: { why: 'x', none: '' } })).to.deep.equal({
      question_why: { id: 'why', text: 'x', of: 7 },
      question_none: { id: 'none', of: 7 },
    });
  });

  it('takes the members of a member, and leaves out parts that say nothing', () => {
    const template = { each: 'form.answers', as: { [`{key}`]: '{value}' } };
    expect(
      fill({ each: 'form.answers', as: '{value}' }, { form: { answers: { a: '', b: 2 } } }),
    ).to.deep.equal([2]);
    expect(usedBy(template)).to.deep.equal(['form']);
  });

  it('may stand in another one, which the inner one hides', () => {
    const template = {
      each: 'groups',
      as: { each: 'value.names', as: '{value}', by: '+' },
      by: ' ',
    };
    const groups = [{ names: ['a', 'b'] }, { names: ['c'] }, {}];
    expect(fill(template, { groups })).to.equal('a+b c');
  });
});

describe('the operator if', () => {
  const template = { if: 'q', then: 'has {q}', else: 'all' };

  it('is one of two templates', () => {
    expect(fill(template, { q: 'a' })).to.equal('has a');
    expect(fill(template)).to.equal('all');
    expect(fill(template, { q: '' })).to.equal('all');
    expect(fill(template, { q: [] })).to.equal('all');
  });

  it('says nothing without the second', () => {
    expect(fill({ if: 'q', then: 'x' })).to.equal(undefined);
    expect(fill({ if: 'q.a', then: 'x' }, { q: { a: 0 } })).to.equal('x');
  });
});

describe('the operator of and map', () => {
  const template = { of: '{workMode}', map: { remote: 1, onsite: false, hybrid: 'mixed' } };

  it('gives the word of the API, of a list each', () => {
    expect(fill(template, { workMode: 'remote' })).to.equal(1);
    expect(fill(template, { workMode: 'onsite' })).to.equal(false);
    expect(fill(template, { workMode: ['hybrid', 'nowhere', 'remote'] })).to.deep.equal([
      'mixed',
      1,
    ]);
  });

  it('says nothing of what it has no word for', () => {
    for (const workMode of ['nowhere', ['nowhere'], 'constructor', '__proto__', undefined])
      expect(fill(template, { workMode })).to.equal(undefined);
    expect(fill({ of: '{a}', map: { undefined: 'x' } })).to.equal(undefined);
  });
});

describe('the variables of a template', () => {
  it('are named, wherever they stand', () => {
    expect(
      usedBy([
        '{a} {b.c}',
        { x: '{d}', join: '{e}' },
        { join: ['{f}'], by: '' },
        { each: 'g', as: '{value} {key} {h}', key: '{i}' },
        { if: 'j.k', then: '{l}', else: '{m}' },
        { of: '{n}', map: {} },
      ]),
    ).to.deep.equal('abdefghijlmn'.split(''));
  });

  it('are refused when nothing fills them, with what may be meant', () => {
    expect(() => refuseUnknown(new Set(['q', 'serch']), ['q', 'search', 'page'], 'list'))
      .to.throw(ConfigError)
      .with.property('message')
      .that.equals(
        '"list" uses {serch}, which nothing fills. Did you mean "search"? There are q, search, page. A name of your own gets its value in "params".',
      );
    expect(() => refuseUnknown(new Set(['q']), ['q'], 'list')).to.not.throw();
  });
});
