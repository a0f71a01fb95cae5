/** The sources of a config, each as the engine opens it. */
import type { FootholdConfig } from '../../src/source/config.ts';
import { QUERY_KEYS, SORTS } from '../../src/domain/query.ts';
import type { ListDefinition, SourceDefinition } from '../../src/source/mapping/definition.ts';
import { fileDefinition } from '../../src/source/mapping/file-definition.ts';
import { isNative } from '../../src/source/mapping/open-config.ts';

/** One source. */
export interface Part {
  /** Where it stands: `api`, `file`, `sources[0].api`. */
  readonly key: string;
  readonly id?: string;
  /** What the config itself says. */
  readonly own: SourceDefinition;
  /** With what is understood where it says nothing. */
  readonly definition: SourceDefinition;
}

const each = (names: readonly string[], write: (name: string) => string): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, write(name)]));

/** The native contract in the words of a config. */
const nativeList: ListDefinition = {
  path: '/projects',
  query: each([...QUERY_KEYS, 'limit', 'cursor'], (name) => `{${name}}`),
  items: '$.items',
  total: '$.total',
  next: '$.nextCursor',
  sorts: each(SORTS, (name) => name),
  facets: Object.fromEntries(
    ['category', 'industry', 'skill', 'workMode', 'location', 'classYear', 'currency'].map(
      (name) => [
        name,
        { items: `$.facets.${name}`, value: '$.value', label: '$.label', count: '$.count' },
      ],
    ),
  ),
};

const ofApi = (api: SourceDefinition): SourceDefinition =>
  isNative(api) ? { ...api, list: nativeList, detail: { path: '/projects/{id}' } } : api;

/** What a config says of its sources, each with its place. */
export function sourcesIn({
  api,
  file,
  sources = [],
}: FootholdConfig): readonly Omit<Part, 'definition'>[] {
  if (api) return [{ key: 'api', own: api }];
  if (file) return [{ key: 'file', own: file }];
  return sources.map(({ id, api: inner, file: document }, index) =>
    inner
      ? { id, key: `sources[${index}].api`, own: inner }
      : { id, key: `sources[${index}].file`, own: document! },
  );
}

/**
 * A source as it is opened.
 * @throws ConfigError where nothing tells how a file is written
 */
export const partOf = (source: Omit<Part, 'definition'>): Part => ({
  ...source,
  definition: source.key.endsWith('file') ? fileDefinition(source.own) : ofApi(source.own),
});
