/**
 * The paths of a config against the JSONPath Compliance Test Suite, which a package brings along, and
 * against that package itself. A case is within our subset or it is not: never is its result another one.
 */
import { expect } from 'chai';
import fc from 'fast-check';
import { query } from 'jsonpath-rfc9535';
import { readFileSync } from 'node:fs';
import { parsePath, PathError } from '../../src/source/mapping/path.ts';

interface Case {
  readonly name: string;
  readonly selector: string;
  readonly document?: unknown;
  readonly result?: readonly unknown[];
  /** Where members may come in any order: what may come. */
  readonly results?: readonly (readonly unknown[])[];
  readonly invalid_selector?: true;
}

const suite = new URL(
  'src/__tests__/jsonpath-compliance-test-suite/cts.json',
  import.meta.resolve('jsonpath-rfc9535/package.json'),
);
const { tests } = JSON.parse(readFileSync(suite, 'utf8')) as { readonly tests: readonly Case[] };

/** A selector with something that the subset leaves out; texts within it do not count. */
const isBeyond = ({ selector }: Case): boolean =>
  /\.\.|[:,(]|&&|\|\||\?[^]*\$|\[\s*\?[^\]]*\[\s*\?/.test(
    selector.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, "''"),
  );

/** What the selector gives; an error where it is refused. */
function outcome({ selector, document }: Case): readonly unknown[] | PathError {
  try {
    return parsePath(selector).select(document);
  } catch (error) {
    if (error instanceof PathError) return error;
    throw error;
  }
}

const invalid = tests.filter((test) => test.invalid_selector);
const beyond = tests.filter((test) => !test.invalid_selector && isBeyond(test));
const within = tests.filter((test) => !test.invalid_selector && !isBeyond(test));

describe('the JSONPath Compliance Test Suite', () => {
  it('has as many cases of each kind as the reference of paths says', () => {
    const reference = new URL('../../docs/reference-paths.md', import.meta.url);
    expect(readFileSync(reference, 'utf8'))
      .to.include(`Of the ${tests.length} cases`)
      .and.include(`${within.length} are within this part`)
      .and.include(`${invalid.length} are invalid`)
      .and.include(`${beyond.length} go beyond it`);
  });

  it(`gets the right result in ${within.length} cases within the subset`, () => {
    for (const test of within)
      expect(test.results ?? [test.result], test.name).to.deep.include(outcome(test));
  });

  it(`is refused in ${invalid.length} cases that are invalid`, () => {
    for (const test of invalid) expect(outcome(test), test.name).to.be.instanceOf(PathError);
  });

  it(`is refused in ${beyond.length} cases beyond the subset`, () => {
    for (const test of beyond) expect(outcome(test), test.name).to.be.instanceOf(PathError);
  });
});

describe('another implementation of JSONPath', () => {
  const space = fc.constantFrom('', '', ' ', '\n');
  const name = fc.constantFrom('a', 'b', "'", '\\', '_é');
  const quoted = name.map((each) => `['${each.replace(/['\\]/g, '\\$&')}']`);
  const step = fc.oneof(
    fc.constantFrom('.a', '.b', '._é', '[0]', '[1]', '[-1]'),
    quoted,
    quoted.map((each) => each.replaceAll('[', '[ ').replaceAll(']', '\t]')),
  );
  const several = fc.oneof(step, fc.constantFrom('.*', '[*]', '[ * ]'));
  const steps = (each: fc.Arbitrary<string>) =>
    fc.array(fc.tuple(space, each), { maxLength: 3 }).map((all) => all.flat().join(''));
  const literal = fc.constantFrom('0', '-1.5e0', '10', '"a"', "'a'", "''", 'true', 'false', 'null');
  // No index: in a comparison it reads one wrongly (`@[0] == 0` of `[0]`).
  const singular = steps(fc.constantFrom('.a', '.b', "['_é']")).map((to) => `@${to}`);
  const operand = fc.oneof(literal, singular);
  const operator = fc.constantFrom('==', '!=', '<', '<=', '>', '>=');
  const condition = fc.oneof(
    steps(several).map((to) => `@${to}`),
    fc.tuple(space, steps(several)).map(([gap, to]) => `!${gap}@${to}`),
    fc.tuple(operand, space, operator, space, operand).map((all) => all.join('')),
  );
  const filter = fc
    .tuple(space, condition, space)
    .map(([before, each, after]) => `[?${before}${each}${after}]`);
  const path = steps(fc.oneof(several, filter)).map((all) => `$${all}`);

  const scalar = fc.constantFrom(0, -1.5, 10, 'a', '', true, false, null);
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      scalar,
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(name, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));

  it('finds the same with the same path', () => {
    fc.assert(
      fc.property(path, tree, (text, value) => {
        expect(parsePath(text).select(value)).to.deep.equal(query(value as never, text));
      }),
      { numRuns: 3_000 },
    );
  });
});
