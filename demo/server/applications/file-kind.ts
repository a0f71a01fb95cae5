/**
 * What a whole file shows and its first bytes do not. How a file of each extension begins, and which
 * extensions are taken, is said once, in `src/domain/files.ts`; the widget looks at that too.
 * Files are never opened, rendered or unpacked here.
 */
import { extensionOf } from '../../../src/domain/files.ts';
import { zipEntries } from './zip-directory.ts';

/** `.doc`: a compound file, and of those the one that has a stream called WordDocument. */
const isWordDocument = (bytes: Buffer): boolean =>
  bytes.includes(Buffer.from('WordDocument', 'utf16le'));

/** Macros make a document a program; a resume has none. */
function isOpenXmlDocument(bytes: Buffer): boolean {
  const names = zipEntries(bytes);
  return (
    names !== undefined &&
    names.includes('[Content_Types].xml') &&
    names.includes('word/document.xml') &&
    !names.some((name) => name.endsWith('vbaProject.bin'))
  );
}

const isOpenDocument = (bytes: Buffer): boolean =>
  zipEntries(bytes)?.includes('content.xml') === true;

/** Text is UTF-8 without control characters, to its end. */
function isPlainText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    return !/[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]/.test(text);
  } catch {
    return false;
  }
}

const wholeFileTests: Readonly<Record<string, (bytes: Buffer) => boolean>> = {
  '.docx': isOpenXmlDocument,
  '.doc': isWordDocument,
  '.odt': isOpenDocument,
  '.txt': isPlainText,
};

/** False for a file that begins as its name says and is something else. Other extensions have no test. */
export function isSound(name: string, bytes: Buffer): boolean {
  const extension = extensionOf(name);
  const test = Object.hasOwn(wholeFileTests, extension) ? wholeFileTests[extension] : undefined;
  return test?.(bytes) ?? true;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.doc': 'application/msword',
  '.odt': 'application/vnd.oasis.opendocument.text',
  '.rtf': 'application/rtf',
  '.txt': 'text/plain',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
};

/** The media type of a file that was accepted; of an extension that is not known here, that of bytes. */
export function mediaTypeOf(name: string): string {
  const extension = extensionOf(name);
  const known = Object.hasOwn(mediaTypes, extension) ? mediaTypes[extension] : undefined;
  return known ?? 'application/octet-stream';
}

/** A name that is safe to show and to save under, of a file that was accepted. */
export const tidyFileName = (name: string): string =>
  name.replace(/[\p{Cc}\p{Cf}/\\"<>|:*?]/gu, '').trim() || 'file';
