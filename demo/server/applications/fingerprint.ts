/**
 * Tells whether two requests carry the same application: equal JSON but for the moment of consent, and
 * files equal by part name, file name and bytes. The order of keys, parts and files does not matter.
 */
import { createHash } from 'node:crypto';
import type { ReceivedForm } from './received-form.ts';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON with the keys of every object in order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${members.join()}}`;
}

function withoutConsentTime(application: unknown): unknown {
  if (!isRecord(application) || !isRecord(application['consent'])) return application;
  const { at: _at, ...consent } = application['consent'];
  return { ...application, consent };
}

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

/** Signals are of the attempt, so they do not count. */
export function fingerprintOf({
  application,
  files,
}: Pick<ReceivedForm, 'application' | 'files'>): string {
  const fileMarks = files.map(({ part, name, bytes }) =>
    JSON.stringify([part, name, sha256(bytes)]),
  );
  return sha256([canonical(withoutConsentTime(application)), ...fileMarks.sort()].join('\n'));
}
