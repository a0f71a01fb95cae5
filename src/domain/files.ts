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

/**
 * Control characters, those that nobody sees, and those that turn text round so that `exe.pdf` can be shown for
 * `fdp.exe`. The joiners of Persian and of emoji, and the marks beside Hebrew and Arabic, are not among them.
 */
const misleading =
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  /[\0-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u2028-\u202e\u2060-\u206f\ufeff/\\]/;

/**
 * An inner extension that some web servers run, or some systems open, whatever follows it. What nobody sees
 * before the next dot does not hide it.
 */
const runnable =
  /\.(exe|com|bat|cmd|scr|pif|msi|js|jse|vbs|vbe|wsf|hta|jar|ps1|sh|php\d?|phtml|phar|aspx?|jspx?|cgi|html?|svg|lnk|dll|apk|app|docm)[\s\p{Cf}]*\./iu;

const zip = 'PK\x03\x04.{26}';
const word = '(\\[Content_Types\\]\\.xml|_rels/|word/|docProps/|customXml/)';

/** How a file of that extension starts, its bytes read as Latin-1. */
const signatures: Readonly<Record<string, string>> = {
  '.pdf': '%PDF-',
  // With macros it is a document of another kind, `.docm`, as far as the first bytes tell.
  '.docx': `(?!.*vbaProject\\.bin)${zip}${word}`,
  '.doc': '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  '.odt': `${zip}mimetypeapplication/vnd\\.oasis\\.opendocument\\.text`,
  '.rtf': '{\\\\rtf',
  // No control characters, and nothing that is another kind of file: EICAR is a program of printable characters.
  '.txt': '(?!\\s*(%PDF|{\\\\rtf|#!|GIF8|X5O!P%@AP|<[!?a-z]))[^\\0-\x08\x0e-\x1a\x1c-\x1f\x7f]*$',
  '.png': '\x89PNG',
  '.jpg': '\xff\xd8\xff',
  '.jpeg': '\xff\xd8\xff',
};

/** The last extension of a name, with its dot and in lower case; empty where there is none. */
export const extensionOf = (name: string): string =>
  (/[^.](\.[^.\s]+)$/.exec(name)?.[1] ?? '').toLowerCase();

/** Bytes as text: Latin-1, or UTF-16 where a byte order mark says so. Marks themselves are left out. */
function textOf(bytes: Uint8Array, isPlain: boolean): string {
  const [first, second] = bytes;
  const isWide =
    isPlain && ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff));
  let text = '';
  if (isWide)
    for (let at = 2; at + 1 < bytes.length; at += 2) {
      const [low, high] = first === 0xff ? [at, at + 1] : [at + 1, at];
      text += String.fromCharCode(bytes[low]! + bytes[high]! * 256);
    }
  else for (const byte of bytes) text += String.fromCharCode(byte);
  return isPlain ? text.replace(/^\xef\xbb\xbf/, '') : text;
}

function isWhatItSays(extension: string, head: Uint8Array): boolean {
  const signature = Object.hasOwn(signatures, extension) && signatures[extension];
  if (!signature) return true;
  const text = textOf(head.subarray(0, HEAD_BYTES), extension === '.txt');
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
