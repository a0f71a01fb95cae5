/** The checker of schemas, which the command brings in place of a library. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { SchemaChecker } from '../../cli/check/schema.ts';
import { ROOT } from '../../scripts/lib/run.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
const schema = read('src/source/config.schema.json');
const checker = new SchemaChecker(schema);
const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false });
(addFormats as unknown as { default: (to: Ajv2020) => void }).default(ajv);
const isValid = ajv.compile(schema as object);

const examples = globSync('{test/api/configs,demo/site/config}/*.json', { cwd: ROOT }).map(read);
const presets = globSync('src/source/mapping/presets/*.json', { cwd: ROOT }).map((path) => ({
  version: 1,
  api: { url: 'https://api.example.com', preset: 'json', ...(read(path) as object) },
}));

/** A place in a document: from the top inwards. */
type Place = readonly (string | number)[];

const placesIn = (value: unknown, place: Place = []): Place[] =>
  typeof value === 'object' && value !== null
    ? [
        place,
        ...Object.entries(value).flatMap(([key, inner]) =>
          placesIn(inner, [...place, Array.isArray(value) ? Number(key) : key]),
        ),
      ]
    : [place];

/** A copy with another value at one place; undefined takes it away. */
function changed(value: unknown, [key, ...rest]: Place, to: unknown): unknown {
  if (key === undefined) return to;
  const copy: unknown = structuredClone(value);
  const inside = copy as Record<string | number, unknown>;
  const inner = changed(inside[key], rest, to);
  if (inner === undefined && !Array.isArray(copy)) Reflect.deleteProperty(inside, key);
  else inside[key] = inner ?? null;
  return copy;
}

const problemsOf = (config: unknown) =>
  checker.check(config).map(({ key, message }) => `${key}: ${message}`);

describe('the checker of schemas', () => {
  it('takes every example and every preset', () => {
    expect(examples.length + presets.length).to.be.greaterThan(10);
    for (const config of [...examples, ...presets])
      expect(problemsOf(config), JSON.stringify(config)).to.deep.equal([]);
  });

  it('is of one mind with a library about configs that are changed at one place', () => {
    const odd = fc.constantFrom<unknown[]>(
      undefined,
      null,
      '',
      'x',
      '$',
      '$.a',
      '{q',
      '{q}',
      0,
      1,
      -1,
      1.5,
      99_999,
      true,
      [],
      ['$.a', 'b'],
      {},
      { const: 1 },
      { path: '$.a', const: 'b' },
      { join: [] },
      { each: 'q' },
      { header: 'X' },
      { api_key: 'a' },
      { title: '$.t' },
    );
    const change = fc
      .constantFrom(...examples)
      .chain((config) => fc.tuple(fc.constant(config), fc.constantFrom(...placesIn(config)), odd));
    fc.assert(
      fc.property(change, ([config, place, value]) => {
        const next = changed(config, place, value);
        const problems = problemsOf(next);
        expect(problems.length === 0, `${JSON.stringify(next)}: ${problems.join()}`).to.equal(
          isValid(next),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  const said: readonly (readonly [string, string, unknown])[] = [
    [
      'a misspelled key',
      'ui.filter: is not known. Did you mean "filters"? There are filters, sorts, wording',
      { version: 1, ui: { filter: [] } },
    ],
    [
      'a word of few that are known',
      'ui.filters[1]: is one of',
      { version: 1, ui: { filters: ['pay', 'hour'] } },
    ],
    [
      'a wrong type',
      'form.upload.maxBytes: must be a whole number',
      { version: 1, form: { upload: { maxBytes: 'x' } } },
    ],
    [
      'too much',
      'file.list.cap: must be at most 10000',
      { version: 1, file: { url: '/a.csv', list: { cap: 99_999 } } },
    ],
    [
      'what is missing',
      'form.consent: needs "version"',
      { version: 1, form: { consent: { text: 'I agree' } } },
    ],
    [
      'what goes with something else',
      'api.fields.title: has "key", which goes with "lookup"',
      {
        version: 1,
        api: { url: '/a', mode: 'client', fields: { title: { path: '$.a', key: '$.b' } } },
      },
    ],
  ];
  for (const [about, message, config] of said)
    it(`names the place of ${about}`, () => {
      const problems = problemsOf(config);
      expect(
        problems.some((problem) => problem.startsWith(message)),
        problems.join(),
      ).to.equal(true);
    });
});
