/**
 * What a file is, told by its bytes. Neither its name nor the type that a browser claims is believed;
 * the name only has to agree. Files are never opened, rendered or unpacked here.
 */
import { extensionOf } from '../../../src/domain/files.ts';
import { zipEntries } from './zip-directory.ts';

interface FileKind {
  readonly mediaType: string;
  readonly matches: (bytes: Buffer) => boolean;
}

const startsWith = (signature: string) => (bytes: Buffer) =>
  bytes.toString('latin1', 0, signature.length) === signature;

/** Word before 2007: a compound file that has a stream called WordDocument. */
const isWordDocument = (bytes: Buffer): boolean =>
  startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')(bytes) &&
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

const OPEN_DOCUMENT = 'mimetypeapplication/vnd.oasis.opendocument.text';

/** OpenDocument stores its type unpacked, right behind the first entry's header. */
const isOpenDocument = (bytes: Buffer): boolean =>
  bytes.toString('latin1', 30, 30 + OPEN_DOCUMENT.length) === OPEN_DOCUMENT &&
  zipEntries(bytes)?.includes('content.xml') === true;

/** Text is UTF-8 without control characters, and not a web page or a script in disguise. */
function isPlainText(bytes: Buffer): boolean {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  const start = text.trimStart().slice(0, 512).toLowerCase();
  return (
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    !/[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]/.test(text) &&
    !/^(%pdf-|\{\\rtf|#!|<(!doctype|\?xml|\?php|html|head|body|script|svg|iframe))/.test(start)
  );
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const jpeg: FileKind = { mediaType: 'image/jpeg', matches: startsWith('\xff\xd8\xff') };

const kinds: Readonly<Record<string, FileKind>> = {
  '.pdf': { mediaType: 'application/pdf', matches: startsWith('%PDF-') },
  '.docx': { mediaType: DOCX, matches: isOpenXmlDocument },
  '.doc': { mediaType: 'application/msword', matches: isWordDocument },
  '.odt': { mediaType: 'application/vnd.oasis.opendocument.text', matches: isOpenDocument },
  '.rtf': { mediaType: 'application/rtf', matches: startsWith('{\\rtf') },
  '.txt': { mediaType: 'text/plain', matches: isPlainText },
  '.png': { mediaType: 'image/png', matches: startsWith('\x89PNG\r\n\x1a\n') },
  '.jpg': jpeg,
  '.jpeg': jpeg,
};

/** The media type of a file whose name and bytes agree and are accepted; undefined for any other. */
export function mediaTypeOf(
  name: string,
  bytes: Buffer,
  accept: readonly string[],
): string | undefined {
  const extension = extensionOf(name);
  const kind = Object.hasOwn(kinds, extension) ? kinds[extension] : undefined;
  const accepted = accept.some((each) => each.toLowerCase() === extension);
  return accepted && kind?.matches(bytes) ? kind.mediaType : undefined;
}

/** A name that is safe to show and to save under, of a file that was accepted. */
export const tidyFileName = (name: string): string =>
  name.replace(/[\p{Cc}\p{Cf}/\\"<>|:*?]/gu, '').trim() || 'file';
