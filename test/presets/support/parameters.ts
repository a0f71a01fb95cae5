/** What an API is asked with, against what it takes: a fake is stricter than the real one, which passes over much. */

/** Where parameters are not exactly these: what the fake has to complain of. */
export function unexpected(
  query: URLSearchParams,
  expected: Readonly<Record<string, string | RegExp>>,
): string | undefined {
  for (const [name, value] of query) {
    const form = expected[name];
    const isRight = typeof form === 'string' ? form === value : form?.test(value);
    if (!isRight) return `${name}=${value}`;
  }
  return Object.keys(expected).find((name) => !query.has(name));
}
