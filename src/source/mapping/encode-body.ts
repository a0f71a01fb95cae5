/** The bodies of applications and uploads. */
import { own } from '../decode-values.ts';
import { plainJson } from '../plain-json.ts';
import type { SentFile } from './sent-file.ts';
import { written } from './template.ts';

const isFile = (value: unknown): value is SentFile => own(value, 'file') instanceof Blob;

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
