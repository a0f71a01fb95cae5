/**
 * What may be attached: told by a file's name, its size and its first bytes. Files are never parsed
 * here; whoever receives them has to check again.
 */

/** How many bytes from the start of a file decide what it is. */
export const HEAD_BYTES = 4096;

/** Limits of one file. */
export interface FileLimits {
  readonly maxBytes: number;
  /** File name extensions, each with its dot, in any case. */
  readonly accept: readonly string[];
}

export const DEFAULT_FILE_LIMITS: FileLimits = {
  maxBytes: 5 * 1024 * 1024,
  accept: ['.pdf', '.docx', '.doc', '.odt', '.rtf', '.txt'],
};

/** What is known of a file that somebody chose. */
export interface FileFacts {
  readonly name: string;
  readonly size: number;
  /** The first `HEAD_BYTES` bytes; absent when the file could not be read. */
  readonly head?: Uint8Array | undefined;
}

export type FileProblem =
  | 'fileName'
  | 'fileType'
  | 'fileDouble'
  | 'fileEmpty'
  | 'fileTooLarge'
  | 'fileUnreadable'
  | 'fileContent';

const MAX_NAME = 200;

/** Control characters, and those that turn text round so that `exe.pdf` can be shown for `fdp.exe`. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const misleading = /[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069/\\]/;

/** An inner extension that some web servers run, or some systems open, whatever follows it. */
const runnable =
  /\.(exe|com|bat|cmd|scr|pif|msi|js|jse|vbs|vbe|wsf|hta|jar|ps1|sh|php\d?|phtml|phar|aspx?|jspx?|cgi|html?|svg|lnk|dll|apk|app|docm)\./i;

const zip = 'PK\x03\x04.{26}';
const word = '(\\[Content_Types\\]\\.xml|_rels/|word/|docProps/|customXml/)';

/** How a file of that extension starts, its bytes read as Latin-1. */
const signatures: Readonly<Record<string, string>> = {
  '.pdf': '%PDF-',
  '.docx': zip + word,
  '.doc': '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  '.odt': `${zip}mimetypeapplication/vnd\\.oasis\\.opendocument\\.text`,
  '.rtf': '{\\\\rtf',
  // No control characters, and nothing that is another kind of file.
  '.txt': '(?!\\s*(%PDF|{\\\\rtf|#!|<[!?a-z]))[^\\0-\x08\x0e-\x1a\x1c-\x1f\x7f]*$',
  '.png': '\x89PNG',
  '.jpg': '\xff\xd8\xff',
  '.jpeg': '\xff\xd8\xff',
};

/** The last extension of a name, with its dot and in lower case; empty where there is none. */
export const extensionOf = (name: string): string =>
  (/[^.](\.[^.\s]+)$/.exec(name)?.[1] ?? '').toLowerCase();

function isWhatItSays(extension: string, head: Uint8Array): boolean {
  const signature = Object.hasOwn(signatures, extension) && signatures[extension];
  if (!signature) return true;
  let text = '';
  for (const byte of head.subarray(0, HEAD_BYTES)) text += String.fromCharCode(byte);
  return new RegExp(`^${signature}`, 'is').test(text);
}

/** What is wrong with a file; undefined when it can be sent. */
export function checkFile(
  { name, size, head }: FileFacts,
  { maxBytes, accept }: FileLimits,
): FileProblem | undefined {
  const extension = extensionOf(name);
  if (name.length > MAX_NAME || misleading.test(name)) return 'fileName';
  if (!accept.some((each) => each.toLowerCase() === extension)) return 'fileType';
  if (runnable.test(name)) return 'fileDouble';
  if (size === 0) return 'fileEmpty';
  if (size > maxBytes) return 'fileTooLarge';
  if (!head) return 'fileUnreadable';
  return isWhatItSays(extension, head) ? undefined : 'fileContent';
}
