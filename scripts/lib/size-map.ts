/**
 * What of `foothold.js` each module weighs.
 *
 * Minified bytes come from the source map of the very build that is published. gzip bytes are those that
 * the whole file loses without them: what two modules share counts for neither, so they add up to
 * somewhat less than the whole.
 */
import { SourceMap, type SourceMapPayload } from 'node:module';
import { relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin, type Rolldown } from 'vite';
import { configFor } from '../../vite.config.ts';

/** Bytes. */
export interface Weight {
  readonly minified: number;
  readonly gzip: number;
}

export interface Part extends Weight {
  readonly name: string;
}

export interface Group extends Part {
  /** Its modules, the heaviest first. */
  readonly modules: readonly Part[];
}

export interface SizeMap extends Weight {
  /** The heaviest first. */
  readonly groups: readonly Group[];
  /** The same script with fewer elements. */
  readonly subsets: readonly Part[];
}

/** What modules are for, by their paths; the first that fits. */
const GROUPS: readonly (readonly [name: string, path: RegExp])[] = [
  ['Lit', /^node_modules\/|legacy-decorators/],
  ['English words', /^src\/i18n\/en\//],
  ['Style sheets', /\.styles\.ts$|^src\/styles\//],
  ['Listing feed', /^src\/elements\/listing-feed\/|^src\/store\/(feed-store|suggestions)/],
  [
    'Application form',
    /^src\/elements\/application-form\/|^src\/store\/(application-|chosen-|draft-|insistent)|^src\/domain\/(application|email-|files|form-|questions|validation)/,
  ],
  ['Project detail', /^src\/elements\/project-detail\/|^src\/store\/project-store/],
  ['Board and provider', /^src\/elements\/(board|provider)\//],
  ['Shared by elements', /^src\/elements\/internal\//],
  ['API: requests and decoding', /^src\/source\//],
  ['Rules, dates, queries', /^src\/domain\//],
  ['Settings, address, languages', /^src\/(controllers|i18n|store)\//],
  ['Helpers and events', /^src\/(lib|events)\//],
  ['Script tag and definitions', /./],
];

/** The script imports its elements on demand, as text that no source map knows. Here they are imported plainly. */
const plainImport = (): Plugin => ({
  name: 'foothold:plain-import',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/src/embed.ts')) return null;
    const plain = code.replace(/if \(start\(\)\) void import\((.*?)\)/, 'import $1; start()');
    if (plain === code) throw new Error('The script imports its elements in another way now.');
    return { code: plain, map: null };
  },
});

/** Names of what `src/define` defines, by what a script of them is good for. */
const SUBSETS: Readonly<Record<string, readonly string[]>> = {
  'a provider: Lit, requests, decoding, words': ['provider'],
  'the project detail': ['project-detail'],
  'the listing feed': ['listing-feed'],
  'the application form': ['application-form'],
  'the feed and the detail': ['listing-feed', 'project-detail'],
};

const onlyDefine = (elements: readonly string[]): Plugin => ({
  name: 'foothold:only-define',
  enforce: 'pre',
  transform: (_code, id) =>
    id.endsWith('/src/define/all.ts')
      ? { code: elements.map((name) => `import './foothold-${name}.ts';`).join(''), map: null }
      : null,
});

const gzip = (code: string): number => gzipSync(code, { level: 9 }).byteLength;

/** The path in the repository; the script's own wrapping has none. */
const pathOf = (source: string | undefined): string =>
  source ? relative('.', source).replace(/^.*?(?=node_modules\/|src\/|scripts\/)/, '') : '';

/** For each code unit of the script, the module that it comes from. */
function origins(code: string, map: SourceMapPayload): readonly string[] {
  const sourceMap = new SourceMap(map);
  const paths = new Map<string | undefined, string>();
  return code.split('\n').flatMap((line, row) =>
    // By code units, as source maps count; the last is the end of the line.
    Array.from({ length: line.length + 1 }, (_unit, column) => {
      const entry = sourceMap.findEntry(row, column);
      const source = 'originalSource' in entry ? entry.originalSource : undefined;
      let path = paths.get(source);
      if (path === undefined) paths.set(source, (path = pathOf(source)));
      return path;
    }),
  );
}

async function buildScript(plugin: Plugin, sourcemap = false): Promise<Rolldown.OutputChunk> {
  const config = configFor('foothold', 'dist/cdn', [plugin]);
  const { output } = (await build({
    ...config,
    logLevel: 'silent',
    build: { ...config.build, write: false, sourcemap: sourcemap && 'hidden' },
  })) as Rolldown.RolldownOutput;
  return output[0];
}

async function measureSubsets(): Promise<readonly Part[]> {
  const subsets: Part[] = [];
  for (const [name, elements] of Object.entries(SUBSETS)) {
    const { code } = await buildScript(onlyDefine(elements));
    subsets.push({ name, minified: Buffer.byteLength(code), gzip: gzip(code) });
  }
  return subsets;
}

const heaviestFirst = (a: Weight, b: Weight): number => b.gzip - a.gzip;

export async function measureSizeMap(): Promise<SizeMap> {
  const { code, map } = await buildScript(plainImport(), true);
  const units = code.split('');
  const from = origins(code, map as unknown as SourceMapPayload);
  const whole = gzip(code);
  const weigh = (belongs: (path: string) => boolean): Weight => {
    const rest = units.filter((_unit, index) => !belongs(from[index] ?? '')).join('');
    return {
      minified: Buffer.byteLength(code) - Buffer.byteLength(rest),
      gzip: whole - gzip(rest),
    };
  };
  const paths = [...new Set(from)];
  const groupOf = (path: string) => GROUPS.find(([, pattern]) => pattern.test(path || ' '))?.[0];
  const groups = GROUPS.map(([name]): Group => ({
    name,
    ...weigh((path) => groupOf(path) === name),
    modules: paths
      .filter((path) => groupOf(path) === name)
      .map((path) => ({ name: path, ...weigh((other) => other === path) }))
      .sort(heaviestFirst),
  }));
  return {
    minified: Buffer.byteLength(code),
    gzip: whole,
    groups: groups.sort(heaviestFirst),
    subsets: await measureSubsets(),
  };
}
