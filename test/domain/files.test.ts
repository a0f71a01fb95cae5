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
