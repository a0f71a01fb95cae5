/** Those of some members that are there: of what a project says, what an API has a place for. */
export function only<Value extends object, Key extends keyof Value>(
  value: Value,
  ...keys: readonly Key[]
): Pick<Value, Key> {
  const kept = keys.filter((key) => Object.hasOwn(value, key)).map((key) => [key, value[key]]);
  return Object.fromEntries(kept) as Pick<Value, Key>;
}
