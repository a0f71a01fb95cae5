/** Where the records of a list are. */
import type { Format, Items } from './definition.ts';
import { parsePath } from './path.ts';
import { compileItems } from './reading.ts';
import type { Scope } from './scope.ts';

/** The records in a body; undefined where the way to them leads nowhere, which is not the same as none. */
export type FindItems = (body: Scope) => Scope[] | undefined;

/** A path as far as it names one place: up to a wildcard or a filter. */
const singular = /^.*?(?=\.\*|\[\*|\[\?)|^.*$/s;

/** A path without its last name. XML does not write a list that is empty; only what is around it has to be there. */
const withoutLast = (text: string): string => text.replace(/\.[^.[\]]+$/, '');

/**
 * Compiles the way to the records.
 * @param items default: the body itself where it is a list, else its `items`
 * @throws PathError
 */
export function compileFindItems(items: Items | undefined, format: Format | undefined): FindItems {
  const steps = [items ?? '$.items'].flat();
  const envelopes = [steps[0] ?? '$'].flat().map((step) => {
    const reach = singular.exec(step)![0];
    return parsePath(format === 'xml' ? withoutLast(reach) : reach);
  });
  const select = compileItems(steps);
  const all = compileItems('$');
  return (body) =>
    items === undefined && Array.isArray(body.value)
      ? all(body, {})
      : envelopes.some((envelope) => envelope.first(body.value) !== undefined)
        ? select(body, {})
        : undefined;
}
