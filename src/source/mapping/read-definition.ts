/** Reads what a config says of a source: laid over its preset, with every key known and no rule broken. */
import { ConfigError } from '../config-error.ts';
import { isObject } from '../decode-values.ts';
import type { SourceDefinition } from './definition.ts';
import { didYouMean } from './nearest.ts';
import { refuseSecrets } from './secrets.ts';

/** The keys of each part, and in `{…}` parts that have names of their own for keys. */
const request = 'path method query headers body encoding format';
const shapes: Readonly<Record<string, string>> = {
  '': 'url preset data format mode credentials timeout headers publicKey params zone list detail fields tables apply',
  list: `${request} items plainNames keyed keep drop total pages next firstPage pageSize cap sorts facets`,
  'list.sorts': 'relevance newest deadline pay shortest',
  'list.facets': 'category industry skill workMode location classYear currency',
  'list.facets.*': `${request} items value label count values`,
  detail: `${request} record fields`,
  'tables.*': `${request} items key value values`,
  apply: `${request} mode url ok receipt message errors duplicate upload idempotent`,
  'apply.receipt': 'id reference submittedAt status nextSteps',
  'apply.errors': 'items field detail pointers',
  'apply.duplicate': 'status when',
  'apply.upload': `${request} to origins result`,
};

/** Keys with few values. */
const choices: Readonly<Record<string, readonly unknown[]>> = {
  method: ['GET', 'POST'],
  mode: ['server', 'client'],
  'apply.mode': ['post', 'redirect', 'email'],
  format: ['json', 'csv', 'xml', 'gviz', 'json-ld'],
  credentials: ['omit', 'same-origin', 'include'],
  encoding: ['multipart', 'json', 'urlencoded'],
};

const words = (text: string): readonly string[] => text.split(' ');

/** Keys that take one kind of value wherever they stand, by what it is called. */
const kinds: Readonly<Record<string, readonly [keys: string, holds: (value: unknown) => boolean]>> =
  {
    text: ['url preset publicKey zone path ok keyed', (value) => typeof value === 'string'],
    'a positive whole number': [
      'timeout pageSize cap',
      (value) => Number.isInteger(value) && Number(value) > 0,
    ],
    'a whole number': ['firstPage', Number.isInteger],
    'true or false': ['plainNames idempotent', (value) => typeof value === 'boolean'],
    'an object': ['headers params query fields tables pointers', isObject],
    'a list': ['keep drop origins', Array.isArray],
  };

function checkKind(key: string, value: unknown, place: string): void {
  for (const [kind, [keys, holds]] of Object.entries(kinds))
    if (words(keys).includes(key) && !holds(value))
      throw new ConfigError(`"${place}" must be ${kind}.`);
}

/** Refuses keys and values that are not known, with what is meant. */
function checkKeys(part: unknown, shape: string, where: string): void {
  if (!isObject(part)) throw new ConfigError(`"${where}" must be an object.`);
  const known = words(shapes[shape]!);
  for (const [key, value] of Object.entries(part)) {
    const place = `${where}.${key}`;
    if (!known.includes(key))
      throw new ConfigError(
        `"${place}" is not known.${didYouMean(key, known)} There are ${known.join(', ')}.`,
      );
    // Takes away what a preset says.
    if (value == null) continue;
    checkKind(key, value, place);
    const path = shape ? `${shape}.${key}` : key;
    const allowed = choices[path] ?? choices[key];
    if (allowed && !allowed.includes(value))
      throw new ConfigError(`"${place}" is one of ${allowed.join(', ')}.`);
    if (Object.hasOwn(shapes, path)) checkKeys(value, path, place);
    if (Object.hasOwn(shapes, `${path}.*`) && isObject(value))
      for (const [name, inner] of Object.entries(value))
        if (inner !== null) checkKeys(inner, `${path}.*`, `${place}.${name}`);
  }
}

/** What is laid over its counterpart member by member. Everything else is one thing and counts as a whole. */
const containers = new Set(
  words(
    'list detail tables apply headers params fields query sorts facets upload receipt errors pointers',
  ),
);

/** Containers whose members are containers. */
const shelves = new Set(['tables', 'facets']);

/** Lays one definition over another. `null` takes away what the other says. */
export function laidOver<Part extends object>(base: Part, over: object, name = ''): Part {
  const result = new Map<string, unknown>(Object.entries(base));
  for (const [key, value] of Object.entries(over)) {
    const isJoined = (containers.has(key) || shelves.has(name)) && isObject(value);
    const before = result.get(key);
    if (value === null) result.delete(key);
    else result.set(key, isJoined ? laidOver(isObject(before) ? before : {}, value, key) : value);
  }
  return Object.fromEntries(result) as Part;
}

/** Variables that narrow a list. In the browser they do nothing, for there the whole list is searched. */
function refuseMixing({ mode, list = {} }: SourceDefinition, where: string): void {
  if (mode !== 'client') return;
  if (list.sorts || list.facets)
    throw new ConfigError(
      `"${where}.list.${list.sorts ? 'sorts' : 'facets'}" does nothing in mode "client", in which the browser has all listings and sorts and counts them itself. ` +
        'Take it out, or write "mode": "server" and let the API search.',
    );
}

/** The definition that another one is laid over: its preset, which may have a preset itself. */
function presetOf(
  { preset: name }: SourceDefinition,
  where: string,
  presets: ReadonlyMap<string, SourceDefinition>,
): SourceDefinition {
  if (name === undefined) return {};
  const preset = presets.get(name);
  if (!preset)
    throw new ConfigError(
      `"${where}.preset": "${name}" is not known.${didYouMean(name, presets.keys())} There are ${[...presets.keys()].join(', ')}.`,
    );
  return laidOver(presetOf(preset, where, presets), preset);
}

/**
 * Checks what a config says of a source, without its preset.
 * @throws ConfigError that names the key at fault and says what to do
 */
export function checkDefinition(value: unknown, where: string): asserts value is SourceDefinition {
  checkKeys(value, '', where);
  refuseSecrets(value, where);
}

/**
 * Reads a definition.
 * @param where the key under which it stands, for messages: `api`, `file`, `sources[0].api`
 * @param presets definitions of known APIs by name
 * @throws ConfigError that names the key at fault and says what to do
 */
export function readDefinition(
  value: unknown,
  where: string,
  presets: ReadonlyMap<string, SourceDefinition>,
): SourceDefinition {
  checkDefinition(value, where);
  const definition = laidOver(presetOf(value, where, presets), value);
  if (definition.url === undefined && definition.data === undefined)
    throw new ConfigError(`"${where}.url" is missing: the address of the listings.`);
  refuseMixing(definition, where);
  return definition;
}
