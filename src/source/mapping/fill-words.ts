/** Puts words into all texts of a definition before it is compiled. */

/** The value with each `{name}` of `words` replaced, in every text that it holds. */
export function fillWords<Value>(value: Value, words: Readonly<Record<string, string>>): Value {
  if (typeof value === 'string') {
    let text: string = value;
    for (const [name, word] of Object.entries(words))
      text = text.replaceAll(`{${name}}`, () => word);
    return text as Value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each: unknown) => fillWords(each, words)) as Value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]: [string, unknown]) => [key, fillWords(each, words)]),
  ) as Value;
}
