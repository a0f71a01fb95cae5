import { expect } from 'chai';
import fc from 'fast-check';
import {
  checkFile,
  DEFAULT_FILE_LIMITS,
  extensionOf,
  HEAD_BYTES,
  type FileProblem,
} from '../../src/domain/files.ts';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
/** The start of a ZIP archive: its first entry's header, then that entry's name. */
const zip = (first: string) =>
  `PK\x03\x04${'\0'.repeat(22)}${String.fromCharCode(first.length)}\0\0\0${first}`;
const ole = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0';
const odt = zip('mimetype') + 'application/vnd.oasis.opendocument.text';

/** UTF-16, as older versions of Windows save text, in its bytes. */
const wide = (text: string, isBig = false) =>
  Array.from(`\ufeff${text}`, (each) => {
    const code = each.charCodeAt(0);
    const pair = String.fromCharCode(code & 255) + String.fromCharCode(code >> 8);
    return isBig ? pair[1]! + pair[0]! : pair;
  }).join('');
/** The harmless test file of virus scanners; taken apart, so that none of them finds this one. */
const eicar = [
  'X5O!P%@AP[4\\PZX54(P^)7CC)7}$',
  'EICAR-STANDARD',
  '-ANTIVIRUS-TEST-FILE!$H+H*',
].join('');

const { maxBytes } = DEFAULT_FILE_LIMITS;

interface Row {
  readonly name: string;
  readonly content: string;
  readonly size?: number;
  readonly verdict?: FileProblem;
}

const rows: Record<string, Row> = {
  'a PDF': { name: 'resume.pdf', content: '%PDF-1.7\n' },
  'a PDF with capitals in its extension': { name: 'Resume.PDF', content: '%PDF-1.4' },
  'a Word document': { name: 'cv.docx', content: zip('[Content_Types].xml') },
  'a Word document that starts with its relations': {
    name: 'cv.docx',
    content: zip('_rels/.rels'),
  },
  'a Word document that starts with its text': {
    name: 'cv.docx',
    content: zip('word/document.xml'),
  },
  'an old Word document': { name: 'cv.doc', content: ole },
  'an OpenDocument text': { name: 'cv.odt', content: odt },
  'rich text': { name: 'cv.rtf', content: '{\\rtf1\\ansi' },
  'plain text': { name: 'cv.txt', content: 'Amara Osei\r\n\tStatistics' },
  'plain text with accents in UTF-8': { name: 'cv.txt', content: 'Zo\xc3\xab' },
  'plain text with a byte order mark': { name: 'cv.txt', content: '\xef\xbb\xbfZoe' },
  'a name with dots and a version': { name: 'A.Osei.v2.final.pdf', content: '%PDF-1.7' },
  'a document that was exported twice': { name: 'resume.docx.pdf', content: '%PDF-1.7' },
  'a name in another script': { name: 'سيرة ذاتية.pdf', content: '%PDF-1.7' },
  'a name with an emoji': { name: 'cv 🎓.pdf', content: '%PDF-1.7' },
  'a name at the limit of length': { name: `${'a'.repeat(196)}.pdf`, content: '%PDF-1.7' },
  'a file at the limit of size': { name: 'cv.pdf', content: '%PDF-1.7', size: maxBytes },

  'a file of 0 bytes': { name: 'cv.pdf', content: '', verdict: 'fileEmpty' },
  'a byte too much': {
    name: 'cv.pdf',
    content: '%PDF',
    size: maxBytes + 1,
    verdict: 'fileTooLarge',
  },
  'a name of 300 characters': {
    name: `${'a'.repeat(296)}.pdf`,
    content: '%PDF-1.7',
    verdict: 'fileName',
  },
  'a name that is turned round': {
    name: 'cv\u202efdp.exe',
    content: 'MZ',
    verdict: 'fileName',
  },
  'a turned name with an extension that is accepted': {
    name: 'exe\u202e.pdf',
    content: '%PDF-1.7',
    verdict: 'fileName',
  },
  'an isolated part in a name': { name: 'a\u2066b.pdf', content: '%PDF-1.7', verdict: 'fileName' },
  'a control character in a name': { name: 'cv\0.pdf', content: '%PDF-1.7', verdict: 'fileName' },
  'a line end in a name': { name: 'cv\r\nX: y.pdf', content: '%PDF-1.7', verdict: 'fileName' },
  'a path in a name': { name: '../../etc/cv.pdf', content: '%PDF-1.7', verdict: 'fileName' },
  'a program': { name: 'cv.exe', content: 'MZ', verdict: 'fileType' },
  'a program that calls itself a PDF before': {
    name: 'cv.pdf.exe',
    content: 'MZ',
    verdict: 'fileType',
  },
  'a script for a server': { name: 'cv.php', content: '<?php', verdict: 'fileType' },
  'a document with macros': { name: 'cv.docm', content: zip('word/'), verdict: 'fileType' },
  'a web page': { name: 'cv.html', content: '<!doctype html>', verdict: 'fileType' },
  'no extension': { name: 'resume', content: '%PDF-1.7', verdict: 'fileType' },
  'only an extension': { name: '.pdf', content: '%PDF-1.7', verdict: 'fileType' },
  'a dot at the end': { name: 'cv.pdf.', content: '%PDF-1.7', verdict: 'fileType' },
  'a server script under another extension': {
    name: 'cv.php.pdf',
    content: '%PDF-1.7',
    verdict: 'fileDouble',
  },
  'a program under another extension': {
    name: 'cv.EXE.pdf',
    content: '%PDF-1.7',
    verdict: 'fileDouble',
  },
  'a web page that says PDF': {
    name: 'cv.pdf',
    content: '<!doctype html>',
    verdict: 'fileContent',
  },
  'a program that says PDF': { name: 'cv.pdf', content: 'MZ\x90\0', verdict: 'fileContent' },
  'a PDF that starts later': { name: 'cv.pdf', content: 'GIF89a%PDF-', verdict: 'fileContent' },
  'any archive that says Word': {
    name: 'cv.docx',
    content: zip('hello.txt'),
    verdict: 'fileContent',
  },
  'an OpenDocument text that says Word': { name: 'cv.docx', content: odt, verdict: 'fileContent' },
  'an old Word document that says new': { name: 'cv.docx', content: ole, verdict: 'fileContent' },
  'an OpenDocument sheet': {
    name: 'cv.odt',
    content: odt.replace('text', 'spreadsheet'),
    verdict: 'fileContent',
  },
  'text that says rich text': { name: 'cv.rtf', content: 'rtf', verdict: 'fileContent' },
  'a PDF that says text': { name: 'cv.txt', content: '%PDF-1.7', verdict: 'fileContent' },
  'a web page that says text': { name: 'cv.txt', content: '\n<html>', verdict: 'fileContent' },
  'a shell script that says text': { name: 'cv.txt', content: '#!/bin/sh', verdict: 'fileContent' },
  'plain text in UTF-16': { name: 'cv.txt', content: wide('Zoë Osei\r\nStatistics') },
  'plain text in UTF-16 with the other order of bytes': {
    name: 'cv.txt',
    content: wide('履歴書', true),
  },
  'plain text in an older Japanese encoding': { name: 'cv.txt', content: '\x1b$BMzNr=q\x1b(B' },
  'an encrypted PDF': { name: 'cv.pdf', content: '%PDF-1.7\n1 0 obj<</Filter/Standard>>' },
  'a PDF that is an archive, too': { name: 'cv.pdf', content: `%PDF-1.7\n${zip('a.txt')}` },
  'a name with a joiner, as Persian needs': { name: 'رزومه\u200cمن.pdf', content: '%PDF-1.7' },
  'a name with a joined emoji': { name: 'cv 👩\u200d🎓.pdf', content: '%PDF-1.7' },
  'a name with a mark of direction': { name: 'קורות חיים\u200f.pdf', content: '%PDF-1.7' },
  'a name with spaces and brackets': { name: 'Amara Osei (CV) [2026] .pdf', content: '%PDF-1.7' },

  'EICAR by its usual name': { name: 'eicar.com', content: eicar, verdict: 'fileType' },
  'EICAR that says PDF': { name: 'cv.pdf', content: eicar, verdict: 'fileContent' },
  'EICAR that says Word': { name: 'cv.docx', content: eicar, verdict: 'fileContent' },
  'EICAR that says old Word': { name: 'cv.doc', content: eicar, verdict: 'fileContent' },
  'EICAR that says rich text': { name: 'cv.rtf', content: eicar, verdict: 'fileContent' },
  'EICAR that says text': { name: 'cv.txt', content: eicar, verdict: 'fileContent' },
  'EICAR that says text after an empty line': {
    name: 'cv.txt',
    content: `\r\n${eicar}`,
    verdict: 'fileContent',
  },
  'EICAR under two extensions': { name: 'eicar.com.txt', content: eicar, verdict: 'fileDouble' },
  'EICAR in an archive that says Word': {
    name: 'cv.docx',
    content: zip('eicar.com') + eicar,
    verdict: 'fileContent',
  },
  'an archive of Java that says Word': {
    name: 'cv.docx',
    content: zip('META-INF/MANIFEST.MF'),
    verdict: 'fileContent',
  },
  'an app that says Word': {
    name: 'cv.docx',
    content: zip('AndroidManifest.xml'),
    verdict: 'fileContent',
  },
  'a sheet that says Word': { name: 'cv.docx', content: zip('xl/'), verdict: 'fileContent' },
  'an empty archive that says Word': {
    name: 'cv.docx',
    content: `PK\x05\x06${'\0'.repeat(18)}`,
    verdict: 'fileContent',
  },
  'an encrypted Word document': { name: 'cv.docx', content: ole, verdict: 'fileContent' },
  'a document with macros that says it has none': {
    name: 'cv.docx',
    content: zip('[Content_Types].xml') + zip('word/vbaProject.bin'),
    verdict: 'fileContent',
  },
  'a document with macros under two extensions': {
    name: 'cv.docm.docx',
    content: zip('[Content_Types].xml'),
    verdict: 'fileDouble',
  },
  'the lock of a document that is open in Word': {
    name: '~$cv.docx',
    content: '\x05Amara' + '\0'.repeat(48),
    verdict: 'fileContent',
  },
  'Word 2 for Windows': { name: 'cv.doc', content: '\xdb\xa5-\0\0\0', verdict: 'fileContent' },
  'a web page that says old Word': {
    name: 'cv.doc',
    content: '<html xmlns:w="urn:schemas-microsoft-com:office:word">',
    verdict: 'fileContent',
  },
  'a document of WordPerfect': { name: 'cv.wpd', content: '\xffWPC', verdict: 'fileType' },
  'a document of Pages': { name: 'cv.pages', content: zip('Index/'), verdict: 'fileType' },
  'an archive that is a PDF, too': {
    name: 'cv.pdf',
    content: `${zip('a.txt')}%PDF-1.7`,
    verdict: 'fileContent',
  },
  'a picture that is a script and says PDF': {
    name: 'cv.pdf',
    content: 'GIF89a/*\0*/=1;alert(1)',
    verdict: 'fileContent',
  },
  'a picture that is a script and says text': {
    name: 'cv.txt',
    content: 'GIF89a=1;alert(1)',
    verdict: 'fileContent',
  },
  'a program of Linux that says PDF': {
    name: 'cv.pdf',
    content: '\x7fELF',
    verdict: 'fileContent',
  },
  'a shortcut that says PDF': {
    name: 'cv.pdf',
    content: 'L\0\0\0\x01\x14',
    verdict: 'fileContent',
  },
  'a drawing with a script that says text': {
    name: 'cv.txt',
    content: '<svg onload="alert(1)">',
    verdict: 'fileContent',
  },
  'a web page that says text, after a byte order mark': {
    name: 'cv.txt',
    content: '\xef\xbb\xbf<!doctype html>',
    verdict: 'fileContent',
  },
  'a web page in UTF-16 that says text': {
    name: 'cv.txt',
    content: wide('<script>alert(1)</script>'),
    verdict: 'fileContent',
  },
  'UTF-16 without a byte order mark': {
    name: 'cv.txt',
    content: wide('Zoe').slice(2),
    verdict: 'fileContent',
  },
  'a name that nobody sees through': {
    name: 'cv\u200b.pdf',
    content: '%PDF-1.7',
    verdict: 'fileName',
  },
  'a byte order mark in a name': { name: '\ufeffcv.pdf', content: '%PDF-1.7', verdict: 'fileName' },
  'a soft hyphen in a name': { name: 'c\xadv.pdf', content: '%PDF-1.7', verdict: 'fileName' },
  'a line separator in a name': { name: 'cv\u2028.pdf', content: '%PDF-1.7', verdict: 'fileName' },
  'a path of Windows in a name': { name: 'C:\\cv.pdf', content: '%PDF-1.7', verdict: 'fileName' },
  'a program behind a joiner': {
    name: 'cv.exe\u200d.pdf',
    content: '%PDF-1.7',
    verdict: 'fileDouble',
  },
  'a program behind a space': { name: 'cv.exe .pdf', content: '%PDF-1.7', verdict: 'fileDouble' },
  'a dot that is none': { name: 'cv\uff0epdf', content: '%PDF-1.7', verdict: 'fileType' },
  'a space at the end': { name: 'cv.pdf ', content: '%PDF-1.7', verdict: 'fileType' },
  'letters that only look like it': { name: 'cv.рdf', content: '%PDF-1.7', verdict: 'fileType' },
  'a program that says text': { name: 'cv.txt', content: 'MZ\x90\0', verdict: 'fileContent' },
};

describe('checkFile', () => {
  for (const [what, { name, content, size = content.length, verdict }] of Object.entries(rows)) {
    it(`${verdict ? `refuses (${verdict})` : 'takes'} ${what}`, () => {
      expect(checkFile({ name, size, head: bytes(content) }, DEFAULT_FILE_LIMITS)).to.equal(
        verdict,
      );
    });
  }

  it('has a verdict for at least forty kinds of files, good and bad', () => {
    const bad = Object.values(rows).filter(({ verdict }) => verdict).length;
    const good = Object.keys(rows).length - bad;
    expect(bad).to.be.at.least(40);
    expect(good).to.be.at.least(20);
  });

  it('refuses a file that could not be read', () => {
    expect(checkFile({ name: 'cv.pdf', size: 9 }, DEFAULT_FILE_LIMITS)).to.equal('fileUnreadable');
  });

  it('takes what a listing accepts, in any case, and pictures by their first bytes', () => {
    const limits = { maxBytes: 100, accept: ['.PNG', '.jpg', '.fig'] };
    const check = (name: string, content: string) =>
      checkFile({ name, size: content.length, head: bytes(content) }, limits);
    expect(check('work.png', '\x89PNG\r\n')).to.equal(undefined);
    expect(check('work.jpg', '\xff\xd8\xff\xe0')).to.equal(undefined);
    expect(check('work.jpg', '\x89PNG\r\n')).to.equal('fileContent');
    expect(check('work.fig', 'anything')).to.equal(undefined);
    expect(check('work.pdf', '%PDF-1.7')).to.equal('fileType');
  });

  it('does not take the name of an object for a kind of file', () => {
    const limits = { maxBytes: 100, accept: ['.constructor'] };
    expect(checkFile({ name: 'a.constructor', size: 1, head: bytes('x') }, limits)).to.equal(
      undefined,
    );
  });

  it('looks at the first bytes only', () => {
    const head = bytes('text'.padEnd(HEAD_BYTES) + '\0');
    expect(checkFile({ name: 'a.txt', size: 5000, head }, DEFAULT_FILE_LIMITS)).to.equal(undefined);
  });

  it('gives every name and content a verdict, and never takes an extension that is not accepted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 64 }), (name, head) => {
        const verdict = checkFile({ name, size: 1, head }, DEFAULT_FILE_LIMITS);
        if (!DEFAULT_FILE_LIMITS.accept.includes(extensionOf(name))) {
          expect(verdict).to.be.oneOf(['fileName', 'fileType']);
        }
      }),
    );
  });
});
