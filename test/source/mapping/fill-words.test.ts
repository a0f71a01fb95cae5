import { expect } from 'chai';
import { fillWords } from '../../../src/source/mapping/fill-words.ts';

describe('words for all of a definition', () => {
  it('stand in every text of it, in place of their names', () => {
    const definition = {
      path: '/{language}/jobs/{id}',
      items: ['$.{language}', "$['{locale}']"],
      deep: { a: [{ b: '{locale}{locale}' }], n: 5, no: null, yes: true },
    };
    expect(fillWords(definition, { locale: 'ar-EG', language: 'ar' })).to.deep.equal({
      path: '/ar/jobs/{id}',
      items: ['$.ar', "$['ar-EG']"],
      deep: { a: [{ b: 'ar-EGar-EG' }], n: 5, no: null, yes: true },
    });
    expect(definition.path).to.equal('/{language}/jobs/{id}');
  });

  it('are put in as they are', () => {
    expect(fillWords('a {x} b', { x: '$& {y}' })).to.equal('a $& {y} b');
  });

  it('touch the prototype of nothing', () => {
    const hostile = JSON.parse('{"__proto__": {"polluted": "{x}"}}') as object;
    const filled = fillWords(hostile, { x: 'yes' });
    expect(Object.getPrototypeOf(filled)).to.equal(Object.prototype);
    expect(Object.keys(filled)).to.deep.equal(['__proto__']);
  });
});
