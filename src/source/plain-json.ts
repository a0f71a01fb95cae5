/**
 * JSON of plain data, without `JSON.stringify` on objects: libraries that some school sites still load
 * (Prototype.js 1.6) put a `toJSON` on `Array.prototype`, with which lists would be sent as strings.
 */
export function plainJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plainJson).join()}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => `${JSON.stringify(key)}:${plainJson(member)}`);
    return `{${members.join()}}`;
  }
  return JSON.stringify(value ?? null);
}
