/** What is wrong with a config by itself, each problem with its key. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { validate } from '../../cli/check/validate.ts';
import { ROOT } from '../../scripts/lib/run.ts';

const problemsOf = (config: unknown) => validate(config, 'https://www.example.edu/').problems;
const api = (more: object): unknown => ({
  version: 1,
  api: { url: '/api', mode: 'client', ...more },
});
const fields = (more: object): unknown => api({ fields: { id: '$.id', ...more } });

describe('a config', () => {
  for (const path of globSync('{test/api/configs,demo/site/config}/*.json', { cwd: ROOT }))
    it(`is good as in ${path}`, () => {
      const config: unknown = JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
      expect(problemsOf(config)).to.deep.equal([]);
    });

  const wrong: readonly (readonly [string, string, RegExp, unknown])[] = [
    ['that is none', '', /is a JSON object/, []],
    ['of another version', 'version', /must be 1/, { version: 2 }],
    ['with a misspelled key', 'api.feilds', /Did you mean "fields"\?/, api({ feilds: {} })],
    [
      'with a misspelled field',
      'api.fields.organisation',
      /is no field of a project/,
      fields({ organisation: '$.a' }),
    ],
    [
      'with a misspelled preset',
      'api.preset',
      /Did you mean "greenhouse"\?/,
      { version: 1, api: { preset: 'greenhose', url: '/a' } },
    ],
    [
      'with a misspelled conversion',
      'api.fields.title.as',
      /Did you mean "date"\?/,
      fields({ title: { path: '$.a', as: 'dat' } }),
    ],
    [
      'with a path that cannot be read',
      'api.list.items',
      /"\$\.jobs\[" ends inside brackets/,
      api({ list: { items: '$.jobs[' } }),
    ],
    [
      'with a condition that cannot be read',
      'api.list.keep[0]',
      /in a condition/,
      api({ list: { keep: ['@.a == '] } }),
    ],
    [
      'with a key written out',
      'api.list.query.api_key',
      /no place for secrets/,
      api({ list: { query: { api_key: 'abc' } } }),
    ],
    [
      'with a variable that nothing fills',
      'api.list',
      /uses \{foo\}/,
      api({ list: { path: '/{foo}' } }),
    ],
    [
      'that narrows a list which the browser narrows',
      'api.list',
      /Take \{q\} out/,
      api({ list: { query: { q: '{q}' } } }),
    ],
    [
      'whose file is of no known kind',
      'sources[0].file',
      /"sources\[0\]\.file": nothing tells/,
      { version: 1, sources: [{ id: 'a', file: { url: '/a' } }] },
    ],
    [
      'with a filter that there is none of',
      'ui.filters[0]',
      /Did you mean "hours"\?/,
      { version: 1, ui: { filters: ['hour'] } },
    ],
    [
      'whose consent has no version',
      'form.consent',
      /needs "version"/,
      { version: 1, form: { consent: { text: 'I agree' } } },
    ],
  ];
  for (const [about, key, message, config] of wrong)
    it(`${about} is refused, with the key and what is meant`, () => {
      const [problem] = problemsOf(config);
      expect(problem?.key).to.equal(key);
      expect(problem?.message).to.match(message);
    });

  it('is told of all that is wrong at once, and of each thing once', () => {
    const config = {
      version: 1,
      sources: [
        { id: 'a', api: { url: '/a', mode: 'client', list: { items: '$.jobs[' } } },
        { id: 'b', api: { url: '/b', mode: 'client', fields: { titel: '$.t' } } },
        { id: 'c', api: { url: '/c', mode: 'client' } },
      ],
      ui: { filters: ['hour'] },
    };
    const { problems, parts } = validate(config, 'https://www.example.edu/');
    expect(problems.map(({ key }) => key)).to.deep.equal([
      'sources[0].api.list.items',
      'sources[1].api.fields.titel',
      'ui.filters[0]',
    ]);
    expect(parts.map(({ id }) => id)).to.deep.equal(['c']);
  });
});
