/** Names of members as people write them: `Apply by`, `apply_by` and `applyBy` are one name. */
import { isObject } from '../decode-values.ts';

/** A name by its letters and digits, in lower case. The `field_` that Drupal puts before names is no part of them. */
export const plainName = (name: string): string =>
  name.toLowerCase().replace(/^field_|[^\p{L}\p{N}]+/gu, '');

/** The members of an object by their plain names; of equal ones the first counts. */
export function plainMembers(value: unknown): ReadonlyMap<string, unknown> {
  const members = new Map<string, unknown>();
  for (const [name, member] of isObject(value) ? Object.entries(value) : []) {
    const plain = plainName(name);
    if (!members.has(plain)) members.set(plain, member);
  }
  return members;
}
