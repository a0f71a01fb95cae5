/** What became of a form while somebody was filling it in. */
import type { FormField } from './form-definition.ts';

export interface FormChange {
  /**
   * `removed`: it is no longer asked, but was answered; `added`: it has to be answered now; `changed`:
   * what it takes is not what it was.
   */
  readonly kind: 'removed' | 'added' | 'changed';
  /** The field as it was, where it was removed; else as it is now. */
  readonly field: FormField;
}

/** Everything by which an answer is judged, for comparison. */
const terms = ({
  label: _label,
  help: _help,
  prompts: _prompts,
  section: _section,
  ...rest
}: FormField) => JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));

/**
 * Compares two definitions of one form.
 * @param isAnswered whether a field holds something that could be lost
 */
export function formChanges(
  before: readonly FormField[],
  after: readonly FormField[],
  isAnswered: (field: FormField) => boolean,
): readonly FormChange[] {
  const at = (fields: readonly FormField[], pointer: string) =>
    fields.find((each) => each.pointer === pointer);
  return [
    ...before
      .filter((field) => !at(after, field.pointer) && isAnswered(field))
      .map((field): FormChange => ({ kind: 'removed', field })),
    ...after.flatMap((field): readonly FormChange[] => {
      const old = at(before, field.pointer);
      if (!old) return field.required ? [{ kind: 'added', field }] : [];
      return terms(old) !== terms(field) && isAnswered(field) ? [{ kind: 'changed', field }] : [];
    }),
  ];
}
