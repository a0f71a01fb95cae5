/**
 * From what a page says to a source. There are two readings of it: the native one, which every script has,
 * and the one that also maps foreign APIs, which is put in its place where it is wanted.
 */
import { ConfigError, readNativeConfig, type FootholdConfig } from './config.ts';
import type { ListingsSource } from './listings-source.ts';
import { sharedSource } from './shared-source.ts';

/** Where listings come from, as an element says it. */
export interface Origin {
  /** Base URL of an API. */
  readonly api?: string | undefined;
  /** URL of a file. */
  readonly file?: string | undefined;
  /** Name of a known API. */
  readonly preset?: string | undefined;
  readonly config?: FootholdConfig | undefined;
  /** BCP 47 language in which listings are wanted. */
  readonly locale?: string | undefined;
  /** Gives the token that a request needs. */
  readonly token?: (() => string | Promise<string>) | undefined;
}

export interface Opener {
  /** Checks a config. @throws ConfigError naming the key at fault */
  readConfig(value: unknown): FootholdConfig;
  /**
   * The source of an origin, the same one for equal origins; undefined where the origin names none.
   * @throws ConfigError or TypeError with what to do
   */
  open(origin: Origin): ListingsSource | undefined;
}

let opener: Opener = {
  readConfig: readNativeConfig,
  open({ api, file, preset, config }) {
    if (file ?? preset)
      throw new ConfigError(`"${file ? 'file' : 'preset'}" needs foothold-any.js.`);
    const url = api ?? config?.api?.url;
    const credentials = config?.api?.credentials;
    return url ? sharedSource(url, credentials ? { credentials } : {}) : undefined;
  },
};

/** Reads origins in another way from now on. */
export const setOpener = (other: Opener): void => {
  opener = other;
};

/** Checks a config; throws a `ConfigError` that names the key at fault. */
export const readConfig = (value: unknown): FootholdConfig => opener.readConfig(value);

export const openOrigin = (origin: Origin): ListingsSource | undefined => opener.open(origin);

/** Loads a config file. Rejects with a `ConfigError`, or with the signal's `AbortError`. */
export async function loadConfig(url: string, signal?: AbortSignal): Promise<FootholdConfig> {
  let body: unknown;
  try {
    const response = await fetch(url, { signal: signal ?? null });
    if (!response.ok) throw new ConfigError(`${url} answered ${response.status}.`);
    body = await response.json();
  } catch (error) {
    if (signal?.aborted || error instanceof ConfigError) throw error;
    throw new ConfigError(`${url} could not be read as JSON (${String(error)}).`);
  }
  return readConfig(body);
}
