/**
 * Comparisons of JSON as RFC 9535 has them (2.3.5.2.2): strict in types. `undefined` is its Nothing,
 * of a path that leads nowhere. Texts are ordered by UTF-16 code unit.
 */

/** The same value, also of lists and objects. A loop, since a hostile body may nest deeper than calls can. */
function isEqual(left: unknown, right: unknown): boolean {
  const pairs = [[left, right]];
  for (const [one, other] of pairs) {
    if (one === other) continue;
    if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
    const members = Object.entries(one);
    if (Array.isArray(one) !== Array.isArray(other)) return false;
    if (members.length !== Object.keys(other).length) return false;
    for (const [key, member] of members) {
      if (!Object.hasOwn(other, key)) return false;
      pairs.push([member, (other as Readonly<Record<string, unknown>>)[key]]);
    }
  }
  return true;
}

/** Only numbers and texts have an order. */
const isLess = (left: unknown, right: unknown): boolean =>
  typeof left === typeof right &&
  (typeof left === 'number' || typeof left === 'string') &&
  left < (right as typeof left);

/** @param operator one of `==`, `!=`, `<`, `<=`, `>`, `>=` */
export function compare(left: unknown, operator: string, right: unknown): boolean {
  if (operator === '!=') return !isEqual(left, right);
  return (
    (operator.startsWith('<') && isLess(left, right)) ||
    (operator.startsWith('>') && isLess(right, left)) ||
    (operator.endsWith('=') && isEqual(left, right))
  );
}
