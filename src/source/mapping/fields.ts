/** The fields of a project, each read by its value. */
import { ConfigError } from '../config-error.ts';
import type { Value } from './definition.ts';
import { didYouMean } from './nearest.ts';
import { plainMembers, plainName } from './plain-names.ts';
import { coerce, projectFields } from './project-fields.ts';
import { assign, compileValue } from './reading.ts';
import { firstOf, isEmpty, type Scope, type Surroundings } from './scope.ts';

const ownNames = [...projectFields].map(
  ([name, kind]) => [plainName(name), name.split('.'), kind] as const,
);

/**
 * Reads what is called by our own names in an object: `pay.min` is `payMin`, `pay_min` or `Pay min` there. What
 * has such a name and cannot be read is something else.
 */
function readOwnNames(from: unknown, record: Record<string, unknown>, around: Surroundings): void {
  const members = plainMembers(from);
  for (const [plain, names, kind] of ownNames) {
    const value = members.get(plain);
    const field = isEmpty(value) ? undefined : coerce(kind, value, around);
    if (field !== undefined) assign(record, names, field);
  }
}

/** Compiles the fields of a project: what each record becomes before it is decoded. */
export function compileFields({
  '*': others,
  ...fields
}: Readonly<Record<string, Value>>): (
  scope: Scope,
  surroundings: Surroundings,
) => Record<string, unknown> {
  const othersIn = others === undefined ? undefined : compileValue(others);
  const members = Object.entries(fields).map(([name, value]) => {
    const kind = projectFields.get(name);
    if (!kind)
      throw new ConfigError(
        `"fields.${name}" is no field of a project.${didYouMean(name, projectFields.keys())}`,
      );
    try {
      return { name, names: name.split('.'), kind, read: compileValue(value) };
    } catch (error) {
      throw new ConfigError(`"fields.${name}": ${(error as Error).message}`);
    }
  });
  return (scope, surroundings) => {
    const record: Record<string, unknown> = {};
    if (othersIn) readOwnNames(firstOf(othersIn(scope, surroundings)), record, surroundings);
    for (const { name, names, kind, read } of members) {
      const value = read(scope, surroundings);
      if (isEmpty(value)) continue;
      const field = coerce(kind, value, surroundings);
      if (field === undefined) surroundings.miss?.(name);
      else assign(record, names, field);
    }
    return record;
  };
}
