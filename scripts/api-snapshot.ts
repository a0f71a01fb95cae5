/**
 * The public interface as data: what each entry of the package exports, with types, and what each
 * element takes and gives. The committed snapshot makes every change of it visible in a review.
 * `npm run api:update` writes it anew; `test/api` compares.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT, run } from './lib/run.ts';

export const SNAPSHOT = join(ROOT, 'test', 'api', 'public-api.snapshot.json');

interface ManifestItem {
  readonly name?: string;
  readonly default?: string;
  readonly fieldName?: string;
  readonly type?: { readonly text: string };
}

interface ManifestDeclaration {
  readonly name: string;
  readonly tagName?: string;
  readonly attributes?: readonly ManifestItem[];
  readonly events?: readonly ManifestItem[];
  readonly slots?: readonly ManifestItem[];
  readonly cssParts?: readonly ManifestItem[];
  readonly cssProperties?: readonly ManifestItem[];
  readonly cssStates?: readonly ManifestItem[];
}

export interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly ManifestDeclaration[] }[];
}

/** Export (`class`, `interface`, …), or a member of it, to its type. */
type Described = Record<string, string | readonly string[] | Record<string, string>>;

export interface PublicApi {
  readonly entries: Record<string, Described>;
  readonly elements: Record<string, Record<string, readonly string[]>>;
}

interface PackageJson {
  readonly exports: Readonly<Record<string, string | { readonly types: string }>>;
}

/** Entries with code, and the source of each. */
export const codeEntries = (): Map<string, string> => {
  const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as PackageJson;
  const entries = new Map<string, string>();
  for (const [entry, target] of Object.entries(exports)) {
    if (typeof target === 'string') continue;
    entries.set(entry, target.types.replace('./dist/', 'src/').replace('.d.ts', '.ts'));
  }
  return entries;
};

/** The browser and Lit use these, nobody else. */
const PROTOCOL = /^((connected|disconnected|adopted|attributeChanged)Callback|styles)$/;

const isPublic = (symbol: ts.Symbol): boolean => {
  const declaration = symbol.declarations?.[0];
  if (!declaration?.getSourceFile().fileName.startsWith(join(ROOT, 'src'))) return false;
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  if (ts.getCombinedModifierFlags(declaration) & hidden) return false;
  return !/^[#_]/.test(symbol.name) && !PROTOCOL.test(symbol.name);
};

/** A set of words is listed, in order; any other type stands as it is written. */
const describeAlias = (type: ts.Type, symbol: ts.Symbol): string | readonly string[] => {
  if (type.isUnion() && type.types.every((each) => each.isStringLiteral())) {
    return type.types.map((each) => (each.isStringLiteral() ? each.value : '')).sort();
  }
  const declaration = symbol.declarations?.find((each) => ts.isTypeAliasDeclaration(each));
  return declaration?.type.getText().replaceAll(/\s+/g, ' ') ?? '';
};

const describeExport = (
  checker: ts.TypeChecker,
  exported: ts.Symbol,
): [string, Described[string]] => {
  const symbol =
    exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  const print = (type: ts.Type): string =>
    checker
      .typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation)
      .replaceAll(/import\("[^"]*"\)\./g, '');
  const members = (type: ts.Type, prefix = ''): [string, string][] =>
    type
      .getProperties()
      .filter(isPublic)
      .map((member) => {
        const optional = member.flags & ts.SymbolFlags.Optional ? '?' : '';
        return [`${prefix}${member.name}${optional}`, print(checker.getTypeOfSymbol(member))];
      });
  const sorted = (pairs: [string, string][]): Record<string, string> =>
    Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));

  if (symbol.flags & ts.SymbolFlags.Class) {
    const statics = checker.getTypeOfSymbol(symbol);
    const constructors: [string, string][] = statics
      .getConstructSignatures()
      .map((signature) => ['new', checker.signatureToString(signature)]);
    return [
      `class ${exported.name}`,
      sorted([
        ...constructors,
        ...members(statics, 'static ').filter(([name]) => name !== 'static prototype'),
        ...members(checker.getDeclaredTypeOfSymbol(symbol)),
      ]),
    ];
  }
  if (symbol.flags & ts.SymbolFlags.Interface) {
    return [`interface ${exported.name}`, sorted(members(checker.getDeclaredTypeOfSymbol(symbol)))];
  }
  if (symbol.flags & ts.SymbolFlags.TypeAlias) {
    return [
      `type ${exported.name}`,
      describeAlias(checker.getDeclaredTypeOfSymbol(symbol), symbol),
    ];
  }
  return [`const ${exported.name}`, print(checker.getTypeOfSymbol(symbol))];
};

const describeEntries = (): PublicApi['entries'] => {
  const entries = codeEntries();
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) =>
    ts.sys.readFile(path),
  ) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const files = [...entries.values()].map((path) => join(ROOT, path));
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const result: PublicApi['entries'] = {};
  for (const [entry, path] of entries) {
    const source = program.getSourceFile(join(ROOT, path));
    if (!source) throw new Error(`${entry} has no source ${path}.`);
    const module = checker.getSymbolAtLocation(source);
    const exported = module ? checker.getExportsOfModule(module) : [];
    result[entry] = Object.fromEntries(
      exported
        .map((symbol) => describeExport(checker, symbol))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  }
  return result;
};

const named = (items: readonly ManifestItem[] = []): string[] =>
  items
    .map(({ name = '', type, default: fallback }) =>
      [name || '(default)', type && `: ${type.text}`, fallback && ` = ${fallback}`]
        .filter(Boolean)
        .join(''),
    )
    .sort();

export const readManifest = async (): Promise<Manifest> => {
  const folder = join('.cache', 'manifest');
  mkdirSync(join(ROOT, folder), { recursive: true });
  const ok = await run('custom-elements-manifest', ['analyze', '--quiet', '--outdir', folder]);
  if (!ok) throw new Error('The manifest cannot be made.');
  return JSON.parse(readFileSync(join(ROOT, folder, 'custom-elements.json'), 'utf8')) as Manifest;
};

const describeElements = async (): Promise<PublicApi['elements']> => {
  const { modules } = await readManifest();
  const elements = modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName);
  return Object.fromEntries(
    elements
      .map(
        (element) =>
          [
            element.tagName ?? '',
            {
              attributes: named(element.attributes),
              events: named(element.events),
              slots: named(element.slots),
              parts: named(element.cssParts),
              properties: named(element.cssProperties),
              states: named(element.cssStates),
            },
          ] as const,
      )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
};

export const describePublicApi = async (): Promise<PublicApi> => ({
  entries: describeEntries(),
  elements: await describeElements(),
});

if (import.meta.main) {
  writeFileSync(SNAPSHOT, `${JSON.stringify(await describePublicApi(), null, 2)}\n`);
  console.log(`Written: ${SNAPSHOT}`);
}
