/** The schema of the config and the code that reads it speak of one language: they have the same words. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import ts from 'typescript';
import { ROOT } from '../../scripts/lib/run.ts';
import { DEFAULT_FILE_LIMITS } from '../../src/domain/files.ts';
import { QUERY_KEYS, SORTS } from '../../src/domain/query.ts';
import { conversions } from '../../src/source/mapping/conversions/conversions.ts';
import { fullOpener } from '../../src/source/mapping/open-config.ts';
import { projectFields } from '../../src/source/mapping/project-fields.ts';
import { escapes } from '../../src/source/mapping/text-parts.ts';

interface Schema {
  readonly $comment?: string;
  readonly allOf?: readonly { readonly $ref?: string }[];
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly propertyNames?: Schema;
  readonly required?: readonly string[];
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const schema = JSON.parse(read('src/source/config.schema.json')) as Schema & {
  readonly $defs: Readonly<Record<string, Schema>>;
};

/** A part of the schema, by its steps through `$defs` and `properties`. */
const part = (name: string, ...keys: readonly string[]): Schema =>
  keys.reduce<Schema>(
    (within, key) => within.properties?.[key] ?? {},
    schema.$defs[name] ?? schema.properties?.[name] ?? {},
  );

const statements = (path: string) =>
  ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest).statements;

const interfaces = new Map(
  statements('src/source/mapping/definition.ts')
    .filter((each) => ts.isInterfaceDeclaration(each))
    .map((each) => [each.name.text, each]),
);

/** The members of an interface, without those that it inherits and without index signatures. */
const membersOf = (name: string) =>
  (interfaces.get(name)?.members ?? [])
    .filter((each) => ts.isPropertySignature(each))
    .map((each) => ({ name: (each.name as ts.Identifier).text, isOptional: !!each.questionToken }));

/** The words of a type that is one of several texts. */
const wordsOf = (path: string, type: string) =>
  statements(path)
    .filter((each) => ts.isTypeAliasDeclaration(each))
    .filter(({ name }) => name.text === type)
    .flatMap(({ type: union }) => (ts.isUnionTypeNode(union) ? [...union.types] : []))
    .map((each) => ((each as ts.LiteralTypeNode).literal as ts.StringLiteral).text);

/** The options of conversions that have no other meaning in a `Reading`, as their code reads them. */
const options = new Set(
  globSync('src/source/mapping/conversions/*.ts', { cwd: ROOT })
    .flatMap((path) => [...read(path).matchAll(/\bown\(options, '(\w+)'\)/g)])
    .map(([, name = '']) => name)
    .filter((name) => name !== 'by'),
);

describe('the schema and the language', () => {
  const pairs: Readonly<Record<string, string>> = {
    SourceDefinition: 'source',
    NamedSource: 'namedSource',
    RequestDefinition: 'request',
    ListDefinition: 'list',
    FacetDefinition: 'facet',
    DetailDefinition: 'detail',
    TableDefinition: 'table',
    ApplyDefinition: 'apply',
    UploadDefinition: 'upload',
    Reading: 'reading',
    Join: 'join',
    Each: 'each',
    Choose: 'choose',
    Lookup: 'lookup',
  };

  it('have the same parts', () => {
    expect([...interfaces.keys()]).to.have.members(Object.keys(pairs));
  });

  for (const [name, definition] of Object.entries(pairs))
    it(`have the same keys in ${name}, and need the same of them`, () => {
      const { properties = {}, required = [], allOf = [] } = part(definition);
      const members = membersOf(name);
      const names = members.map((each) => each.name);
      const keys = Object.keys(properties);
      expect(keys).to.have.members(name === 'Reading' ? [...names, ...options] : names);
      const needed = members.filter((each) => !each.isOptional).map((each) => each.name);
      expect(required).to.have.members(needed);
      const isRequest = interfaces.get(name)?.heritageClauses !== undefined;
      expect(allOf.map(({ $ref }) => $ref)).to.deep.equal(isRequest ? ['#/$defs/request'] : []);
    });

  it('have the same formats', () => {
    const formats = wordsOf('src/source/mapping/definition.ts', 'Format');
    expect(part('format').enum).to.have.members(formats);
  });

  it('have the same orders', () => {
    expect(part('ui', 'sorts').items?.enum).to.deep.equal(SORTS);
    expect(Object.keys(part('list', 'sorts').properties ?? {})).to.deep.equal(SORTS);
  });

  it('have the same facets', () => {
    const names = wordsOf('src/source/listings-source.ts', 'FacetName');
    expect(part('list', 'facets').propertyNames?.enum).to.have.members(names);
  });

  it('have the same escapes, and tell of each', () => {
    const { pattern, $comment } = part('text');
    expect(pattern).to.contain(`(${[...escapes.keys()].join('|')})`);
    for (const name of escapes.keys()) expect($comment).to.contain(`\`${name}\``);
  });

  it('have the same fields of a project', () => {
    const names = Object.keys(part('fields').properties ?? {});
    expect(names).to.deep.equal(['*', ...projectFields.keys()]);
  });

  it('have the same conversions', () => {
    expect(part('conversion').enum).to.deep.equal([...conversions.keys()]);
  });

  it('have the same variables for what a student asks', () => {
    for (const name of QUERY_KEYS) expect(part('variable').$comment).to.contain(`{${name}}`);
  });

  it('name the same limits of files', () => {
    const { maxBytes, accept } = part('form', 'upload').properties ?? {};
    const limits = { maxBytes: maxBytes?.default, accept: accept?.default };
    expect(limits).to.deep.equal(DEFAULT_FILE_LIMITS);
  });

  for (const path of globSync('test/api/configs/*.json', { cwd: ROOT }))
    it(`have the same meaning: the code opens ${path}`, () => {
      const config = fullOpener.readConfig(JSON.parse(read(path)));
      expect(fullOpener.open({ config })?.list).to.be.a('function');
    });
});
