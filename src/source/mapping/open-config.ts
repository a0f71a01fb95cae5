/** Opens what a config or the attributes of an element say, foreign APIs included. */
import { ConfigError, withFields, type FootholdConfig } from '../config.ts';
import { isObject } from '../decode-values.ts';
import { sharedSource, shareRequests, type CachedSource } from '../shared-source.ts';
import type { ListingsSource } from '../listings-source.ts';
import { MergedSource } from '../merged/merged-source.ts';
import type { Opener, Origin } from '../opener.ts';
import { plainJson } from '../plain-json.ts';
import { rememberNewest } from '../remember-newest.ts';
import type { NamedSource, SourceDefinition } from './definition.ts';
import { fileDefinition } from './file-definition.ts';
import { didYouMean } from './nearest.ts';
import { openSource } from './open-source.ts';
import { checkDefinition } from './read-definition.ts';
import { refuseSecrets } from './secrets.ts';

const sections = ['$schema', '$comment', 'version', 'api', 'file', 'sources', 'ui', 'form'];
const places = ['api', 'file', 'sources'] as const;

/** True of an API that speaks the native contract: nothing says otherwise. */
export const isNative = (api: SourceDefinition): boolean =>
  Object.keys(api).every((key) => key === 'url' || key === 'credentials');

function refuseOthers(part: object, known: readonly string[], where = ''): void {
  for (const key of Object.keys(part))
    if (!known.includes(key))
      throw new ConfigError(
        `"${where}${key}" is not known.${didYouMean(key, known)} There are ${known.join(', ')}.`,
      );
}

/**
 * Checks the parts of a config that are not a source's own; those are checked as they are opened.
 * @throws ConfigError naming the key at fault
 */
export function readFullConfig(value: unknown): FootholdConfig {
  if (!isObject(value)) throw new ConfigError('A config is a JSON object.');
  if (value.version !== 1) throw new ConfigError('"version" must be 1.');
  refuseOthers(value, sections);
  const named = places.filter((key) => Object.hasOwn(value, key));
  if (named.length > 1)
    throw new ConfigError(
      `"${named.join('" and "')}" exclude each other: several go into "sources".`,
    );
  for (const key of ['api', 'file', 'ui', 'form'])
    if (Object.hasOwn(value, key) && !isObject(value[key]))
      throw new ConfigError(`"${key}" must be an object.`);
  if (Object.hasOwn(value, 'sources')) checkSources(value.sources);
  refuseSecrets(value);
  return withFields(value);
}

function checkSources(sources: unknown): void {
  if (!Array.isArray(sources) || !sources.length)
    throw new ConfigError('"sources" must be a list of at least one source.');
  const ids = new Set<unknown>();
  for (const [index, part] of (sources as unknown[]).entries()) {
    const where = `sources[${index}]`;
    if (!isObject(part)) throw new ConfigError(`"${where}" must be an object.`);
    refuseOthers(part, ['id', 'name', 'api', 'file'], `${where}.`);
    const { id, name, api, file } = part;
    if (typeof id !== 'string' || !/^[\w-]{1,40}$/.test(id))
      throw new ConfigError(`"${where}.id" must be a word of letters, digits, - and _.`);
    if (ids.has(id)) throw new ConfigError(`"${where}.id": "${id}" is there twice.`);
    ids.add(id);
    if (name !== undefined && typeof name !== 'string')
      throw new ConfigError(`"${where}.name" must be text.`);
    if (isObject(api) === isObject(file))
      throw new ConfigError(`"${where}" needs either "api" or "file".`);
  }
}

/** How many sources are remembered. A page that writes its `token` callback anew each time would open ever more. */
const CAPACITY = 50;

const opened = new Map<string, CachedSource>();
const numbers = new WeakMap<object, number>();
let number = 0;

/** Equal for the same callback. */
function numberOf(callback: object | undefined): number {
  if (!callback) return 0;
  const known = numbers.get(callback) ?? ++number;
  numbers.set(callback, known);
  return known;
}

/** The one source of this page for what is said: whoever says the same gets the same object. */
function remembered(
  said: unknown,
  { locale = '', token }: Origin,
  open: () => ListingsSource,
): CachedSource {
  const key = `${locale} ${numberOf(token)} ${plainJson(said)}`;
  const source = opened.get(key) ?? shareRequests(open());
  rememberNewest(opened, key, source, CAPACITY);
  return source;
}

const openShared = (definition: SourceDefinition, origin: Origin, where: string): CachedSource =>
  remembered([where, definition], origin, () => {
    const { locale, token } = origin;
    return openSource(definition, { locale, token }, where);
  });

function openApi(api: SourceDefinition, origin: Origin, where: string): ListingsSource {
  checkDefinition(api, where);
  const { url, credentials } = api;
  return isNative(api) && url !== undefined
    ? sharedSource(url, credentials ? { credentials } : {})
    : openShared(api, origin, where);
}

const openPart = ({ api, file }: NamedSource, origin: Origin, where: string): ListingsSource =>
  api
    ? openApi(api, origin, `${where}.api`)
    : openShared(fileDefinition(file!), origin, `${where}.file`);

const openSeveral = (sources: readonly NamedSource[], origin: Origin): CachedSource =>
  remembered(sources, origin, () => {
    const parts = sources.map((part, index) => ({
      ...part,
      source: openPart(part, origin, `sources[${index}]`),
    }));
    return new MergedSource(parts);
  });

/** Reads configs with everything that they may say. */
export const fullOpener: Opener = {
  readConfig: readFullConfig,
  open(origin) {
    const { api: url, file, preset, config } = origin;
    if (file) {
      const own = { ...config?.file, data: undefined, url: file, ...(preset && { preset }) };
      return openShared(fileDefinition(own), origin, 'file');
    }
    if (url || preset || config?.api) {
      const own = { ...config?.api, ...(url && { url }), ...(preset && { preset }) };
      return openApi(own, origin, 'api');
    }
    if (config?.file) return openShared(fileDefinition(config.file), origin, 'file');
    return config?.sources && openSeveral(config.sources, origin);
  },
};
