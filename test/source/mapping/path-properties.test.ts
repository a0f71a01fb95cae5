import { expect } from 'chai';
import fc from 'fast-check';
import { parseCondition, parsePath, PathError } from '../../../src/source/mapping/path.ts';

describe('any path', () => {
  const sign = fc.oneof(
    fc.constantFrom("'", '"', '\\', '\n', 'a'),
    fc.string({ unit: 'binary', maxLength: 1 }),
  );
  const json = fc.jsonValue({ maxDepth: 4, stringUnit: sign });

  /** Every value within a value, with the normalized path (RFC 9535, 2.7) to it. */
  const within = (value: unknown, path = '$'): [path: string, value: unknown][] => {
    const escaped = (name: string) =>
      JSON.stringify(name).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
    const children = Array.isArray(value)
      ? (value as unknown[]).map((child, index) => [`[${index}]`, child] as const)
      : Object.entries((typeof value === 'object' && value) || {}).map(
          ([name, child]) => [`['${escaped(name)}']`, child] as const,
        );
    return [[path, value], ...children.flatMap(([step, child]) => within(child, path + step))];
  };

  /** Texts made of what paths are made of, which get further than letters by chance. */
  const signs =
    '$ ^ @ . .. [ ] * ? ! = == != < <= > ( ) , : && || \' " \\ \\u \\ud800 a b _ é 😀 - 0 1 .5 e9 true null [? [0] .a @.a'
      .split(' ')
      .concat(' ', '\n', '\0', '\ud800');
  const nearly = fc
    .array(fc.constantFrom(...signs), { maxLength: 12 })
    .map((each) => each.join(''));
  const text = fc.oneof(
    nearly,
    nearly.map((rest) => `$${rest}`),
    nearly.map((rest) => `$[?@${rest}]`),
    fc.string({ unit: 'binary' }),
  );
  const tree = fc.jsonValue({ maxDepth: 5 }).map((value) => [value, { a: value, b: [value] }]);

  const parsed = <Parsed>(parse: (text: string) => Parsed, from: string): Parsed | undefined => {
    try {
      return parse(from);
    } catch (error) {
      expect(error).to.be.instanceOf(PathError);
      return undefined;
    }
  };

  it('that is normalized leads to its value alone', () => {
    fc.assert(
      fc.property(json, (value) => {
        for (const [path, each] of within(value)) {
          const found = parsePath(path).select(value);
          expect(found, path).to.have.length(1);
          expect(found[0], path).to.equal(each);
        }
      }),
    );
  });

  it('is read, or refused with a reason', () => {
    fc.assert(
      fc.property(text, tree, (path, value) => {
        parsed(parsePath, path)?.select(value);
        parsed(parseCondition, path)?.(value);
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives parts of the value, and the first of them first', () => {
    fc.assert(
      fc.property(text, tree, (from, value) => {
        const path = parsed(parsePath, from);
        if (!path) return;
        const parts = new Set(within(value).map(([, part]) => part));
        const found = path.select(value);
        expect(found.every((each) => parts.has(each))).to.equal(true);
        expect(path.first(value)).to.equal(found[0]);
        if (path.isSingular) expect(found.length).to.be.at.most(1);
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds the same on a page that has put something on all objects', () => {
    const names = fc.constantFrom('a', 'b', '0', '1', 'length');
    const path = fc
      .array(
        fc.oneof(
          names.map((name) => `['${name}']`),
          fc.constantFrom('[0]', '[-1]', '[*]', '[?@.a]'),
        ),
      )
      .map((steps) => `$${steps.join('')}`);
    fc.assert(
      fc.property(path, tree, names, (from, value, name) => {
        const path = parsePath(from);
        const before = path.select(value);
        try {
          Object.assign(Object.prototype, { [name]: { a: { a: 1 } } });
          expect(path.select(value)).to.have.length(before.length);
        } finally {
          Reflect.deleteProperty(Object.prototype, name);
        }
      }),
    );
  });
});
