/** What a response may be a response of: a source in the words of a config. */
import { decodePage } from '../../src/source/decode.ts';
import { isObject } from '../../src/source/decode-values.ts';
import type { Format, SourceDefinition, Value } from '../../src/source/mapping/definition.ts';
import { presets } from '../../src/source/mapping/presets/index.ts';
import { findRecords } from '../shape/records.ts';
import { inferFields, outerName } from './fields.ts';
import { inferPaging } from './paging.ts';
import { recogniseAddress, recogniseShape } from './recognise.ts';

/** A response, with what is known of where it came from. */
export interface Given {
  readonly text: string;
  /** Absolute. Undefined where nobody knows. */
  readonly url?: URL | undefined;
  /** Name of the file that it was saved in. */
  readonly file?: string | undefined;
  readonly headers?: Headers | undefined;
}

/** A response that has been read. */
export interface Parsed extends Given {
  readonly format: Format;
  readonly body: unknown;
}

/** Part of a config, with sentences about what is not sure of it. */
export interface Source {
  readonly place: 'api' | 'file';
  readonly definition: SourceDefinition;
  readonly notes: readonly string[];
}

/** The address without its parameters, or the file. */
const addressOf = ({ url, file }: Given): string =>
  url ? url.origin + url.pathname : (file ?? 'listings.json');

/** An API or a file that speaks the native contract. */
export function nativeSource(given: Parsed): Source | undefined {
  const { body, url, file = 'listings.json' } = given;
  if (!isObject(body) || !Array.isArray(body.items) || !body.items.length) return undefined;
  if (decodePage(body).projects.length < body.items.length / 2) return undefined;
  const base = /^(.*)\/projects\/?$/.exec(addressOf(given))?.[1];
  return url && base !== undefined
    ? { place: 'api', definition: { url: base }, notes: [] }
    : { place: 'file', definition: { url: url?.href ?? file, preset: 'json' }, notes: [] };
}

/** An API that there is a preset for. */
export function knownSource({ body, url }: Parsed): Source | undefined {
  const known = (url && recogniseAddress(url.href)) ?? recogniseShape(body, url);
  return known && { place: 'api', ...known };
}

/** Presets for files, by their format. */
const filePresets: Partial<Record<Format, string>> = {
  csv: 'csv',
  gviz: 'google-sheets',
  xml: 'rss',
  'json-ld': 'json-ld',
};

const isJsonFeed = (body: unknown): boolean =>
  isObject(body) && typeof body.version === 'string' && body.version.includes('jsonfeed.org');

/** A file of a kind that there is a preset for. */
export function fileSource({ url, file, format, body }: Parsed): Source | undefined {
  const preset = isJsonFeed(body) ? 'json-feed' : filePresets[format];
  if (preset === undefined || !presets.has(preset)) return undefined;
  return {
    place: 'file',
    definition: { url: url?.href ?? file ?? `listings.${format}`, preset },
    notes: [],
  };
}

/** A word for the employer, where there is none. */
const hostWord = (url: URL | undefined): string =>
  url?.hostname.replace(/^(?:www|api|jobs|careers)\./, '') ?? 'The employer';

/** Fields with an employer: records of a single one do not name it. */
export function withEmployer(
  fields: Readonly<Record<string, Value>>,
  { body, url }: Parsed,
): Readonly<Record<string, Value>> {
  if (fields['employer.name']) return fields;
  const always = { const: hostWord(url) };
  const outer = outerName(body);
  return { ...fields, 'employer.name': outer === undefined ? always : [outer, always] };
}

/** Anything else, by what it looks like. Undefined where there are no listings in it. */
export function inferredSource(given: Parsed): Source | undefined {
  const { format, body, url, headers } = given;
  const found = findRecords(body);
  if (!found?.records.length) return undefined;
  const { fields, notes } = inferFields(found.records, undefined, found.keyed);
  const paging = inferPaging(body, found.records.length, url, headers);
  return {
    place: url ? 'api' : 'file',
    definition: {
      url: addressOf(given),
      ...(url && { mode: 'client' as const }),
      ...(format !== 'json' && { format }),
      list: { ...paging.list, items: found.items, ...(found.keyed && { keyed: found.keyed }) },
      fields: withEmployer(fields, given),
    },
    notes: [...notes, ...paging.notes],
  };
}
