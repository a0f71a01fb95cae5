import { expect } from 'chai';
import { parseCondition, parsePath, PathError } from '../../../src/source/mapping/path.ts';

/** What parsing a text throws. */
function errorOf(parse: (text: string) => unknown, text: string): PathError {
  try {
    parse(text);
  } catch (error) {
    expect(error, text).to.be.instanceOf(PathError);
    return error as PathError;
  }
  throw new Error(`${text} was read.`);
}

describe('the error of a path', () => {
  const messages: Record<string, string> = {
    '': 'ends where "$" should be: write "$.name" or "^.name"',
    'jobs[0]': 'has "j" at character 1 where "$" should be: write "$.name" or "^.name"',
    ' $': 'has " " at character 1 where "$" should be: write "$.name" or "^.name"',
    '$ ': 'ends after a step: write "$" or "$.name" or "$[0]"',
    $jobs: 'has "j" at character 2 after a step: write "$" or "$.name" or "$[0]"',
    '$.a[0]b':
      'has "b" at character 7 after a step: write "$.a[0]" or "$.a[0].name" or "$.a[0][0]"',
    '$.a || $.b':
      'has "|" at character 5 after a step: no "or", but lists of paths; write "$.a" or "$.a.name" or "$.a[0]"',
    '$.a.length()':
      'has "(" at character 11 after a step: no functions; write "$.a.length" or "$.a.length.name" or "$.a.length[0]"',
    '$.': 'ends after a dot: write "$.name"',
    '$..a': 'has "." at character 3 after a dot: no search at all depths; write "$.name"',
    '$.job-count': `has "-" at character 6 after a dot: write "$['job-count']"`,
    '$.a.@type': `has "@" at character 5 after a dot: write "$.a['@type']"`,
    '$.Job Title[0]': `has " " at character 6 after a dot: write "$['Job Title'][0]"`,
    '$.dc:title': `has ":" at character 5 after a dot: write "$['dc:title']"`,
    '$.2nd': `has "2" at character 3 after a dot: write "$['2nd']"`,
    '$.a-😀': `has "-" at character 4 after a dot: write "$['a-😀']"`,
    '$. a': `has " " at character 3 after a dot: write "$[' a']"`,
    '$.jobs[': `ends inside brackets: write "$.jobs[0]" or "$.jobs[*]" or "$.jobs['name']"`,
    '$.jobs[title]': `has "t" at character 8 inside brackets: write "$.jobs[0]" or "$.jobs[*]" or "$.jobs['name']"`,
    '$[0': `ends inside brackets: write "$[0]" or "$[*]" or "$['name']"`,
    '$[01]': `has "0" at character 3 inside brackets: write "$[0]" or "$[*]" or "$['name']"`,
    '$[-0]': `has "-" at character 3 inside brackets: write "$[0]" or "$[*]" or "$['name']"`,
    '$[9007199254740992]': `has "9" at character 3 inside brackets: write "$[0]" or "$[*]" or "$['name']"`,
    '$[1:3]': `has ":" at character 4 inside brackets: no slices; write "$[0]" or "$[*]" or "$['name']"`,
    '$[0, 1]': `has "," at character 4 inside brackets: no unions, but lists of paths; write "$[0]" or "$[*]" or "$['name']"`,
    "$['a": `has "'" at character 3 inside brackets: write "$[0]" or "$[*]" or "$['name']"`,
    "$['\\x']": `has "'" at character 3 inside brackets: write "$[0]" or "$[*]" or "$['name']"`,
    "$['\\\"']": `has "'" at character 3 inside brackets: write "$[0]" or "$[*]" or "$['name']"`,
    '$["\\\'"]': `has """ at character 3 inside brackets: write "$[0]" or "$[*]" or "$['name']"`,
    "$['\n']": `has "'" at character 3 inside brackets: write "$[0]" or "$[*]" or "$['name']"`,
    "$['\\ud800']": `has "'" at character 3 inside brackets: write "$[0]" or "$[*]" or "$['name']"`,
    '$.a[?@.b = 1]': `has "=" at character 10 in a condition: write "$.a[?@.name == 'text']"`,
    '$[?@.is-open == true]': `has "-" at character 8 after a dot: write "$[?@['is-open'] == true]"`,
    '$[?@.a': `ends in a condition: write "$[?@.name == 'text']"`,
    '$[?@.a[': `ends inside brackets: write "$[?@.a[0]]" or "$[?@.a[*]]" or "$[?@.a['name']]"`,
    '$[?@.': 'ends after a dot: write "$[?@.name]"',
    "$[?@.a == 'b]": `has "'" at character 11 in a condition: write "$[?@.name == 'text']"`,
    '$[1.5]': `has "1" at character 3 inside brackets: write "$[0]" or "$[*]" or "$['name']"`,
    '$[?true]': `has "]" at character 8 in a condition: write "$[?@.name == 'text']"`,
    '$[?@.a == open]': `has "o" at character 11 in a condition: write "$[?@.name == 'text']"`,
    '$[?@.* == 1]': `has "=" at character 8 in a condition: write "$[?@.name == 'text']"`,
    '$[?1 == @.*]': `has "]" at character 12 in a condition: write "$[?@.name == 'text']"`,
    '$[?!@.a == 1]': `has "=" at character 9 in a condition: write "$[?@.name == 'text']"`,
    '$[?@.a && @.b]': `has "&" at character 8 in a condition: no "and", but several conditions in "keep"; write "$[?@.name == 'text']"`,
    '$[?@.a || @.b]': `has "|" at character 8 in a condition: no "or", but several conditions in "drop"; write "$[?@.name == 'text']"`,
    '$[?(@.a)]': `has "(" at character 4 in a condition: no functions and no parentheses; write "$[?@.name == 'text']"`,
    '$[?length(@.a) > 1]': `has "(" at character 10 in a condition: no functions and no parentheses; write "$[?@.name == 'text']"`,
    '$[?@.a == $.b]': `has "$" at character 11 in a condition: no root, but the tested value; write "$[?@.name == 'text']"`,
    '$[?@[?@.a]]': `has "?" at character 6 inside brackets: no filters in conditions, but "keep"; write "$[?@[0]]" or "$[?@[*]]" or "$[?@['name']]"`,
  };
  for (const [text, message] of Object.entries(messages))
    it(`says of ${JSON.stringify(text)} where it ends and how it goes on`, () => {
      const error = errorOf(parsePath, text);
      expect(error.message).to.equal(`"${text}" ${message}.`);
      expect(error.name).to.equal('PathError');
      const [, right = ''] = message.split('write ');
      for (const [, example = ''] of right.matchAll(/"(.*?)"(?= or |$)/g))
        expect(parsePath(example).text).to.equal(example);
    });

  const conditions: Record<string, string> = {
    '': `ends in a condition: write "@.name == 'text'"`,
    '@.a ==': `ends in a condition: write "@.name == 'text'"`,
    'a == 1': `has "a" at character 1 in a condition: write "@.name == 'text'"`,
    '@.a == 1]': `has "]" at character 9 in a condition: write "@.name == 'text'"`,
    '$.a': `has "$" at character 1 in a condition: no root, but the tested value; write "@.name == 'text'"`,
    '@.a == 1 && @.b': `has "&" at character 10 in a condition: no "and", but several conditions in "keep"; write "@.name == 'text'"`,
    '@.a-b == 1': `has "-" at character 4 after a dot: write "@['a-b'] == 1"`,
    '@[?@.a]': `has "?" at character 3 inside brackets: no filters in conditions, but "keep"; write "@[0]" or "@[*]" or "@['name']"`,
  };
  for (const [text, message] of Object.entries(conditions))
    it(`says of the condition ${JSON.stringify(text)} where it ends and how it goes on`, () => {
      expect(errorOf(parseCondition, text).message).to.equal(`"${text}" ${message}.`);
      const [, right = ''] = message.split('write ');
      for (const [, example = ''] of right.matchAll(/"(.*?)"(?= or |$)/g)) parseCondition(example);
    });

  it('comes for what is too long, without repeating it', () => {
    expect(parsePath(`$.${'a'.repeat(998)}`).text).to.have.length(1_000);
    expect(parsePath(`$${'[0]'.repeat(50)}`).first(0)).to.equal(undefined);
    for (const text of [`$.${'a'.repeat(999)}`, `$${'[0]'.repeat(51)}`, '$.a'.repeat(1e6)])
      expect(errorOf(parsePath, text).message).to.equal(
        `"${text.slice(0, 50)}…" has more than 1000 characters or 50 steps.`,
      );
    expect(errorOf(parseCondition, `@${'.a'.repeat(51)}`).message).to.include('50 steps');
  });
});
