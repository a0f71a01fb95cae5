/** The fields of a project, each read by its value. */
import { ConfigError } from '../config-error.ts';
import type { Value } from './definition.ts';
import { didYouMean } from './nearest.ts';
import { coerce, projectFields } from './project-fields.ts';
import { assign, compileValue } from './reading.ts';
import { isEmpty, listOf, type Scope, type Surroundings } from './scope.ts';

/** Compiles the fields of a project: what each record becomes before it is decoded. */
export function compileFields(
  fields: Readonly<Record<string, Value>>,
): (scope: Scope, surroundings: Surroundings) => Record<string, unknown> {
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
    for (const { name, names, kind, read } of members) {
      const value = read(scope, surroundings);
      if (isEmpty(value)) continue;
      const field = coerce(kind, listOf(value), surroundings);
      if (field === undefined) surroundings.miss?.(name);
      else assign(record, names, field);
    }
    return record;
  };
}
