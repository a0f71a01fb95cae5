/** Small files of every kind, made from scratch: real enough to be told by their content. */
import { crc32, inflateRawSync } from 'node:zlib';

const text = (value: string) => Buffer.from(value);

/** A ZIP archive whose entries are stored unpacked. */
export function zip(entries: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const data = text(content);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt32LE(crc32(data), 10);
    shared.writeUInt32LE(data.length, 14);
    shared.writeUInt32LE(data.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([text('PK\x03\x04'), shared, text(name), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([text('PK\x01\x02\x14\0'), shared, tail, text(name)]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, text('PK\x05\x06'), end]);
}

/** What is in a ZIP archive, as its directory says. */
export function unzip(archive: Buffer): Record<string, string> {
  const end = archive.lastIndexOf('PK\x05\x06');
  const entries: Record<string, string> = {};
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extra, comment] = [28, 30, 32].map((place) =>
      archive.readUInt16LE(at + place),
    );
    const name = archive.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const local = archive.readUInt32LE(at + 42);
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const data = archive.subarray(from, from + archive.readUInt32LE(at + 20));
    const bytes = archive.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data;
    if (crc32(bytes) !== archive.readUInt32LE(at + 16)) throw new Error(`${name} is damaged.`);
    entries[name] = bytes.toString('utf8');
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

export const pdf = text('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF');
export const docx = zip({
  '[Content_Types].xml': '<Types/>',
  '_rels/.rels': '<Relationships/>',
  'word/document.xml': '<w:document/>',
});
export const macroDocx = zip({
  '[Content_Types].xml': '<Types/>',
  'word/document.xml': '<w:document/>',
  'word/vbaProject.bin': 'macro',
});
export const odt = zip({
  mimetype: 'application/vnd.oasis.opendocument.text',
  'content.xml': '<office:document-content/>',
});
export const doc = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(504),
  Buffer.from('Root Entry', 'utf16le'),
  Buffer.from('WordDocument', 'utf16le'),
]);
export const xls = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(504),
  Buffer.from('Workbook', 'utf16le'),
]);
export const rtf = text('{\\rtf1\\ansi Resume}');
export const txt = text('Ada Byron\nAnalyst — since 1843\n');
export const exe = Buffer.concat([text('MZ'), Buffer.alloc(100, 0x90)]);
export const png = Buffer.from('89504e470d0a1a0a0000000d', 'hex');
export const html = text('<!DOCTYPE html><script>alert(1)</script>');
