/**
 * The config document: what a school says about its listings in one JSON file, instead of in code.
 * What is read here is its native part, all that a board on the native API needs.
 */
import type { WordingByLocale } from '../i18n/localizer.ts';
import type { Sort } from '../domain/query.ts';
import { ConfigError } from './config-error.ts';
import type { Question } from '../domain/questions.ts';
import { readFormFields } from './decode-application.ts';
import { isObject } from './decode-values.ts';
import type { NamedSource, SourceDefinition } from './mapping/definition.ts';

export { ConfigError };

export interface FootholdConfig {
  readonly version: 1;
  /** A listings API. With nothing but `url` and `credentials` it speaks the native contract. */
  readonly api?: SourceDefinition;
  /** A file with listings, or the listings themselves. */
  readonly file?: SourceDefinition;
  /** Several of those in one feed. */
  readonly sources?: readonly NamedSource[];
  readonly ui?: {
    /** Which filters, in this order; see the attribute `filters`. */
    readonly filters?: readonly string[];
    /** Which sort orders are offered, in this order. */
    readonly sorts?: readonly Sort[];
    /** Messages by BCP 47 language, to translate or to rename. */
    readonly wording?: WordingByLocale;
  };
  readonly form?: {
    /** What a student agrees to. `{employer}` stands for the employer's name. A new text needs a new version. */
    readonly consent?: { readonly text: string; readonly version: string };
    readonly privacyUrl?: string;
    /** What is asked of every applicant besides name and email; no files. Sent as further keys of `applicant`. */
    readonly fields?: readonly Question[];
    /** Limits of one file, where the listing states none. */
    readonly upload?: { readonly maxBytes?: number; readonly accept?: readonly string[] };
  };
}

const nativeKeys = new Set(['$schema', '$comment', 'version', 'api', 'ui', 'form']);
const apiKeys = new Set(['url', 'credentials']);

type Members = Readonly<Record<string, unknown>>;

function section(config: Members, key: string): Members {
  const value = Object.hasOwn(config, key) ? config[key] : {};
  if (!isObject(value)) throw new ConfigError(`"${key}" must be an object.`);
  return value;
}

function refuseForeign(keys: readonly string[], known: ReadonlySet<string>, where: string): void {
  const foreign = keys.find((key) => !known.has(key));
  if (foreign !== undefined)
    throw new ConfigError(
      `"${where}${foreign}" is not a key that foothold.js reads. Mapping, files and presets need foothold-any.js.`,
    );
}

/** Checks a config for the native API; throws a `ConfigError` that names the key at fault. */
export function readNativeConfig(value: unknown): FootholdConfig {
  if (!isObject(value)) throw new ConfigError('A config is a JSON object.');
  if (value.version !== 1) throw new ConfigError('"version" must be 1.');
  refuseForeign(Object.keys(value), nativeKeys, '');
  const api = section(value, 'api');
  refuseForeign(Object.keys(api), apiKeys, 'api.');
  if (Object.hasOwn(value, 'api')) {
    if (typeof api.url !== 'string') throw new ConfigError('"api.url" must be a URL.');
    if (/\/\/[^/]*@/.test(api.url))
      throw new ConfigError(
        '"api.url" holds a user name or password. A config is public: it has no place for secrets.',
      );
  }
  for (const key of ['ui', 'form']) section(value, key);
  return withFields(value);
}

/** The config with what it asks of applicants read, so that nothing is drawn that cannot be asked. */
export function withFields(config: Members): FootholdConfig {
  const { fields, ...form } = section(config, 'form');
  return (fields === undefined
    ? config
    : {
        ...config,
        form: { ...form, fields: readFormFields(fields) },
      }) as unknown as FootholdConfig;
}
