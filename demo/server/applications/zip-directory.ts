/** Lists what a ZIP archive holds, from its central directory, without unpacking anything. */

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const MAX_COMMENT = 65_535;
const MAX_ENTRIES = 5_000;

/** The end record stands last, before a comment of unknown length. */
function findEnd(bytes: Buffer): number | undefined {
  const first = Math.max(0, bytes.length - END_SIZE - MAX_COMMENT);
  for (let at = bytes.length - END_SIZE; at >= first; at--)
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  return undefined;
}

/** Names of all entries; undefined when this is not a whole ZIP archive that starts at the first byte. */
export function zipEntries(bytes: Buffer): string[] | undefined {
  if (bytes.length < END_SIZE || bytes.toString('latin1', 0, 4) !== 'PK\x03\x04') return undefined;
  const end = findEnd(bytes);
  if (end === undefined) return undefined;
  const names: string[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (at + ENTRY_SIZE > end || names.length >= MAX_ENTRIES) return undefined;
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) return undefined;
    const nameLength = bytes.readUInt16LE(at + 28);
    names.push(bytes.toString('utf8', at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength));
    at += ENTRY_SIZE + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return names;
}
