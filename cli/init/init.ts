/** `foothold init`: a first config for an address or a file. */
import { basename } from 'node:path';
import { check } from '../check/check.ts';
import { readText } from '../files.ts';
import { draft, DraftError, type Draft } from './draft.ts';
import { recogniseAddress } from './recognise.ts';

export interface InitOptions {
  /** Where a file came from. */
  readonly url?: string | undefined;
  /** Sent as a bearer token. */
  readonly token?: string | undefined;
}

const isAddress = (word: string): boolean => /^https?:\/\//i.test(word);

/** A known API is asked by its preset, wherever on its site the address leads. */
async function byAddress(address: string, token: string | undefined): Promise<Draft | undefined> {
  const known = recogniseAddress(address);
  if (!known) return undefined;
  const { definition, notes } = known;
  const config = { version: 1, ...(notes.length && { $comment: notes }), api: definition };
  const report = await check(config, { isLive: true, token });
  return report.ok ? { config, by: definition.preset ?? '', notes, report } : undefined;
}

/** The response of an address. */
async function byResponse(address: string, token: string | undefined): Promise<Draft> {
  let response: Response;
  try {
    response = await fetch(
      address,
      token === undefined ? {} : { headers: { Authorization: `Bearer ${token}` } },
    );
  } catch (error) {
    const { cause, message } = error as Error;
    throw new DraftError(
      `${address} cannot be reached: ${cause instanceof Error ? cause.message : message}.`,
      { cause: error },
    );
  }
  if (!response.ok)
    throw new DraftError(
      `${address} answered ${response.status}.${response.status === 401 || response.status === 403 ? ' Does it need a --token?' : ''}`,
    );
  const { headers, url } = response;
  return draft({ text: await response.text(), url: new URL(url || address), headers });
}

/**
 * Makes a config.
 * @param word an address or the path of a file
 * @throws DraftError when nothing can be made of what is there
 * @throws UsageError when there is no such file
 */
export async function init(word: string, { url, token }: InitOptions = {}): Promise<Draft> {
  if (isAddress(word)) return (await byAddress(word, token)) ?? (await byResponse(word, token));
  return draft({
    text: readText(word),
    file: basename(word),
    url: url === undefined ? undefined : new URL(url),
  });
}
