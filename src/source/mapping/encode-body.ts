/** The bodies of applications and uploads. */
import { ConfigError } from '../config-error.ts';
import { own } from '../decode-values.ts';
import { plainJson } from '../plain-json.ts';
import type { Template } from './definition.ts';
import type { SentFile } from './sent-file.ts';
import { written } from './template.ts';

const isFile = (value: unknown): value is SentFile => own(value, 'file') instanceof Blob;

/** A file itself, not something that is said of it. */
const wholeFile = /\{(?:file|resume|files(?:\.[\w-]+)?)\}/;

/**
 * Refuses files where there can be nothing but text: they would be lost.
 * @param where the key of the request
 */
export function refuseFiles(encoding: string, body: Template, where: string): void {
  const [file] = (encoding !== 'multipart' && wholeFile.exec(plainJson(body))) || [];
  if (file)
    throw new ConfigError(
      `"${where}.body" has ${file}, a file, which "encoding": "${encoding}" cannot hold. Write "multipart", or send what is said of it: ${file.replace('}', '.base64}')}, ${file.replace('}', '.name}')}.`,
    );
}

/** Writes what a template made as the body of a request. */
export function encode(
  encoding: 'multipart' | 'json' | 'urlencoded',
  filled: unknown,
): { body: FormData | string; headers: Record<string, string> } {
  if (encoding === 'json')
    return { body: plainJson(filled), headers: { 'content-type': 'application/json' } };
  const members = Object.entries((filled ?? {}) as Readonly<Record<string, unknown>>).flatMap(
    ([name, value]) => [value].flat().map((each): [string, unknown] => [name, each]),
  );
  if (encoding === 'urlencoded') {
    const params = new URLSearchParams(members.map(([name, value]) => [name, written(value)]));
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return { body: params.toString(), headers };
  }
  const form = new FormData();
  for (const [name, value] of members) {
    if (isFile(value)) form.append(name, value.file, value.name);
    else form.append(name, written(value));
  }
  return { body: form, headers: {} };
}
