/** From a definition to a source. */
import { ConfigError } from '../config-error.ts';
import type { ListingsSource } from '../listings-source.ts';
import { plainJson } from '../plain-json.ts';
import { Api, type OpenOptions } from './api.ts';
import { ClientSource } from './client-source.ts';
import type { SourceDefinition } from './definition.ts';
import { fillWords } from './fill-words.ts';
import { presets } from './presets/index.ts';
import { readDefinition } from './read-definition.ts';
import { ServerSource } from './server-source.ts';

/** Makes the URL of listings absolute. Unlike a base URL of the native API it may have a query. */
function resolveUrl(url: string, base: string | undefined, where: string): string {
  try {
    const { protocol, username, href } = new URL(url, base);
    if (/^https?:$/.test(protocol) && !username) return href.replace(/#.*$/, '');
  } catch {
    // Not a URL at all.
  }
  throw new ConfigError(
    `"${where}.url": "${url}" cannot be asked for listings. Give an address that starts with https://, without a user name or password.`,
  );
}

const documentBase = (): string | undefined =>
  (globalThis.document as Document | undefined)?.baseURI;

/** Names the key under which there is something that cannot be used. */
function inPlace<Result>(where: string, make: () => Result): Result {
  try {
    return make();
  } catch (error) {
    throw new ConfigError(`"${where}": ${(error as Error).message}`, { cause: error });
  }
}

/**
 * Reads a definition, lays it over its preset and makes its API ready to be asked. Its mode is then decided.
 * @param definition as `api` or `file` of a config; checked here
 * @param where the key under which it stands, for messages
 * @throws ConfigError that names the key at fault and says what to do
 */
export function openApi(definition: unknown, options: OpenOptions = {}, where = 'api'): Api {
  const { data, ...read } = readDefinition(definition, where, presets);
  const base = options.baseUrl ?? documentBase();
  const url = data === undefined ? resolveUrl(read.url ?? '', base, where) : (base ?? NOWHERE);
  const spoken = fillWords(read, wordsOf(read, url, options.locale));
  const mode = modeOf(read, data !== undefined, where);
  if (data === undefined) return inPlace(where, () => new Api({ ...spoken, mode }, url, options));
  if (read.apply?.mode === 'post' && read.apply.url === undefined)
    throw new ConfigError(
      `"${where}.apply.url" is missing: records in the config have no API that takes applications.`,
    );
  const { detail: _detail, ...whole } = spoken;
  const serving = { ...options, serve: serve(data, url, options) };
  return inPlace(where, () => new Api({ ...whole, mode }, url, serving));
}

/**
 * Opens a source of listings as a definition describes it; parameters and errors as of `openApi`.
 * @throws ConfigError
 */
export function openSource(
  definition: unknown,
  options: OpenOptions = {},
  where = 'api',
): ListingsSource {
  const api = openApi(definition, options, where);
  return inPlace(where, () =>
    api.definition.mode === 'client' ? new ClientSource(api) : new ServerSource(api),
  );
}

/** Stands for the address of records that have none. */
const NOWHERE = 'https://listings.invalid/';

/**
 * Words that hold for as long as a source is open: the language in which listings are wanted, names that a
 * preset leaves open, and of the address `{host}`, `{account}`, the first part of that (`acme.example.com` →
 * `acme`), and `{site}`, the last part of its path (`/v1/boards/acme` → `acme`). `params` can say them better.
 */
function wordsOf(
  { params }: SourceDefinition,
  url: string,
  locale = 'en',
): Readonly<Record<string, string>> {
  const tag = /^[A-Za-z]{2,8}(-[A-Za-z\d]{1,8})*$/.test(locale) ? locale : 'en';
  const { hostname, pathname } = new URL(url);
  return {
    host: hostname,
    account: hostname.split('.', 1)[0]!,
    site: pathname.replace(/\/+$/, '').split('/').pop()!.replaceAll('%20', ' '),
    ...params,
    locale: tag,
    language: tag.split('-', 1)[0]!,
  };
}

/** Files and records in the page have nobody to search them. */
function modeOf(
  { mode, detail }: SourceDefinition,
  isData: boolean,
  where: string,
): 'server' | 'client' {
  const usual = isData || where.endsWith('file') ? 'client' : 'server';
  if ((mode ?? usual) === 'server' && !detail)
    throw new ConfigError(
      `"${where}.detail" is missing: in mode "server" a link to one project needs a request for it. If the API has none, write "mode": "client".`,
    );
  return mode ?? usual;
}

/** Records that stand in the config, as if an API had sent them. What is asked of others goes its way. */
function serve(data: unknown, url: string, { fetch: other }: OpenOptions): typeof fetch {
  const { origin, pathname } = new URL(url);
  const text = typeof data === 'string' ? data : plainJson(data);
  return (input, init) =>
    String(input).startsWith(origin + pathname)
      ? Promise.resolve(new Response(text))
      : (other ?? fetch)(input, init);
}
