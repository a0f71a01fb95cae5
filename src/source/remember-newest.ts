/**
 * Puts an entry into a map as its newest, and lets go of the oldest beyond `most`: a page may stay open for days.
 * @param most how many entries are kept
 */
export function rememberNewest<Key, Value>(
  map: Map<Key, Value>,
  key: Key,
  value: Value,
  most: number,
): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= most) break;
    map.delete(oldest);
  }
}
