/** Tells whether two submissions are the same application. */
import type { Submission } from '../domain/application.ts';
import { plainJson } from './plain-json.ts';

/** The same data with the keys of every object in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
}

/**
 * Equal for equal applications: the same JSON but for the moment of consent, and files of equal part,
 * name and bytes. The order of keys and of files does not matter.
 */
export async function fingerprintOf({ application, attachments }: Submission): Promise<string> {
  const files = await Promise.all(
    attachments.map(async ({ part, file }) => {
      // This encoding has one character for every byte.
      const bytes = new TextDecoder('windows-1252').decode(await file.arrayBuffer());
      return plainJson([part, file.name, bytes]);
    }),
  );
  const consent = { ...application.consent, at: undefined };
  return plainJson([sorted({ ...application, consent }), files.sort()]);
}
