import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import { ROOT } from '../../scripts/lib/run.ts';
import { DEFAULT_FILE_LIMITS } from '../../src/domain/files.ts';
import { SORTS } from '../../src/domain/query.ts';
import { en } from '../../src/i18n/en/index.ts';
import { readConfig } from '../../src/source/config.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

interface Schema {
  readonly properties: {
    readonly form: {
      readonly properties: {
        readonly upload: {
          readonly properties: Record<'maxBytes' | 'accept', { default: unknown }>;
        };
      };
    };
    readonly ui: {
      readonly properties: { readonly sorts: { readonly items: { readonly enum: string[] } } };
    };
  };
}

const schema = read('src/source/config.schema.json') as Schema;
const ajv = new Ajv2020({ allErrors: true, strict: true });
(addFormats as unknown as { default: (to: Ajv2020) => void }).default(ajv);
const isValid = ajv.compile(schema);

const full = {
  $schema: 'https://cdn.example.edu/foothold/config.schema.json',
  version: 1,
  api: { url: 'https://listings.example.edu/api', credentials: 'include' },
  ui: {
    filters: ['workMode', 'pay'],
    sorts: ['deadline', 'newest'],
    wording: { en: { searchLabel: 'Search', hoursCount: { one: '{n} hour', other: '{n} hours' } } },
  },
  form: {
    consent: { text: 'I agree that {employer} …', version: '2' },
    privacyUrl: '/privacy',
    upload: { maxBytes: 1_000_000, accept: ['.pdf'] },
  },
};

describe('config.schema.json', () => {
  it('takes what the code takes', () => {
    for (const config of [full, { version: 1 }, { version: 1, api: { url: '/api' } }]) {
      expect(isValid(config), ajv.errorsText(isValid.errors)).to.equal(true);
      expect(() => readConfig(config)).not.to.throw();
    }
  });

  const refused: readonly (readonly [string, unknown])[] = [
    ['no version', { api: { url: '/api' } }],
    ['another version', { version: 2 }],
    ['an api without a URL', { version: 1, api: {} }],
    [
      'a URL with a password',
      { version: 1, api: { url: 'https://me:secret@listings.example.edu' } },
    ],
    ['a key of the mapping variant', { version: 1, api: { url: '/api', fields: {} } }],
    ['an unknown section', { version: 1, sources: [] }],
    ['a section that is no object', { version: 1, ui: [] }],
  ];
  for (const [about, config] of refused) {
    it(`refuses, as the code does, ${about}`, () => {
      expect(isValid(config)).to.equal(false);
      expect(() => readConfig(config)).to.throw();
    });
  }

  it('knows the sort orders of the code', () => {
    expect(schema.properties.ui.properties.sorts.items.enum).to.deep.equal(SORTS);
  });

  it('names the limits of files that hold by default', () => {
    const { maxBytes, accept } = schema.properties.form.properties.upload.properties;
    expect({ maxBytes: maxBytes.default, accept: accept.default }).to.deep.equal(
      DEFAULT_FILE_LIMITS,
    );
  });

  it('takes the configs of the demo, whose messages exist', () => {
    const paths = globSync('demo/site/config/*.json', { cwd: ROOT });
    expect(paths).not.to.be.empty;
    for (const path of paths) {
      const config = read(path);
      expect(isValid(config), `${path}: ${ajv.errorsText(isValid.errors)}`).to.equal(true);
      const { ui } = readConfig(config);
      for (const messages of Object.values(ui?.wording ?? {})) {
        expect(Object.keys(en)).to.include.members(Object.keys(messages));
      }
    }
  });

  it('describes every key', () => {
    const undescribed: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const { properties, description } = node as Record<string, unknown>;
      if (path && typeof description !== 'string') undescribed.push(path);
      for (const [key, inner] of Object.entries(properties ?? {})) visit(inner, `${path}/${key}`);
    };
    visit(schema, '');
    expect(undescribed).to.deep.equal([]);
  });
});
