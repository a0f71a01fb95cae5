import { expect } from 'chai';
import fc from 'fast-check';
import { parseBody } from '../../../src/source/formats/parse.ts';
import { problem } from './problem.ts';

const parse = (text: string) => parseBody('json', text);
const job = { id: 7, title: 'Count bicycles (all) ; "twice"' };
const json = JSON.stringify(job);

describe('JSON', () => {
  it('is read behind a byte order mark', () => {
    expect(parse(`\uFEFF ${json}\n`)).to.deep.equal(job);
  });

  it('is read behind a guard against foreign pages', () => {
    for (const guard of [")]}'\n", ")]}',\n", 'while(1);', 'while (1);', 'for(;;);'])
      expect(parse(guard + json), guard).to.deep.equal(job);
  });

  it('is taken out of a call', () => {
    for (const [before, after] of [
      ['callback(', ');'],
      ['/*O_o*/\ngoogle.visualization.Query.setResponse(', ');'],
      ["/**/ typeof show === 'function' && show(", ');'],
      [' jobs.$show_1 ( ', ' ) ; \n'],
    ] as const)
      expect(parse(before + json + after), before).to.deep.equal(job);
    expect(parse('callback([1, 2])')).to.deep.equal([1, 2]);
  });

  it('is not run', () => {
    expect(problem('json', 'show({"a": alert(1)})')).to.contain('not JSON');
    expect(problem('json', 'show({}), alert({})')).to.contain('not JSON');
  });

  it('is not looked for in other text', () => {
    expect(problem('json', 'Not found (404)')).to.contain('"Not found (404)"');
    expect(problem('json', '{"a": "(1)"')).to.contain('not JSON');
  });

  it('says what came instead', () => {
    expect(problem('json', '')).to.equal('The reply is not JSON: it is empty.');
    expect(problem('json', ' \n')).to.contain('it is empty');
    expect(problem('json', '{"items": [')).to.match(
      /^The reply is not JSON: .+ It begins with "\{\\"items\\": \["\.$/,
    );
    for (const page of ['<!doctype html><title>Log in', '<HTML lang="en">', '\n<head>'])
      expect(problem('json', page)).to.contain('HTML page').and.to.contain('sign-in');
  });

  it('has members of any name, without harm', () => {
    const value = parse('{"__proto__": {"polluted": true}}') as object;
    expect(Object.hasOwn(value, '__proto__')).to.equal(true);
    expect(value).to.not.have.property('polluted');
  });

  it('is the same with and without what may be around it', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.array(fc.json()), fc.dictionary(fc.string(), fc.json())),
        fc.constantFrom(['', ''], [")]}'\n", ''], ['a.b(', ');'], ['/*x*/a(', ')']),
        (value, [before, after]) => {
          expect(parse(before + JSON.stringify(value) + after)).to.deep.equal(
            JSON.parse(JSON.stringify(value)),
          );
        },
      ),
    );
  });
});
