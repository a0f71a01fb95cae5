/** The bodies of applications and uploads. */
import { plainJson } from '../plain-json.ts';
import type { SentFile } from './sent-file.ts';

const isFile = (value: unknown): value is SentFile =>
  typeof value === 'object' && value !== null && 'file' in value;

/** Writes what a template made as the body of a request. */
export function encode(
  encoding: 'multipart' | 'json' | 'urlencoded',
  filled: unknown,
): { body: FormData | string; headers: Record<string, string> } {
  if (encoding === 'json')
    return { body: plainJson(filled), headers: { 'Content-Type': 'application/json' } };
  const members = Object.entries((filled ?? {}) as object).flatMap(([name, value]) =>
    [value as unknown].flat().map((each): [string, unknown] => [name, each]),
  );
  const text = (value: unknown) => (typeof value === 'object' ? plainJson(value) : String(value));
  if (encoding === 'urlencoded') {
    const params = new URLSearchParams(members.map(([name, value]) => [name, text(value)]));
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    return { body: params.toString(), headers };
  }
  const form = new FormData();
  for (const [name, value] of members) {
    if (isFile(value)) form.append(name, value.file, value.name);
    else form.append(name, text(value));
  }
  return { body: form, headers: {} };
}
