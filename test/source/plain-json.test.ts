import { expect } from 'chai';
import fc from 'fast-check';
import { plainJson } from '../../src/source/plain-json.ts';
import { replace } from '../support/fake-network.ts';

describe('plain JSON', () => {
  it('reads as what was written', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(plainJson(value)).to.equal(JSON.stringify(value));
      }),
    );
  });

  it('leaves undefined members out', () => {
    expect(plainJson({ a: undefined, b: [undefined, 1] })).to.equal('{"b":[null,1]}');
    expect(plainJson(undefined)).to.equal('null');
  });

  it('takes no notice of toJSON on prototypes', () => {
    const restore = [Array.prototype, Object.prototype, String.prototype].map((prototype) =>
      replace(prototype, 'toJSON', () => 'replaced'),
    );
    const text = plainJson({ list: ['a', { b: 'c' }] });
    for (const each of restore) each();
    expect(text).to.equal('{"list":["a",{"b":"c"}]}');
  });
});
