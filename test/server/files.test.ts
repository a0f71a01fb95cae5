import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AttachmentStorage } from '../../demo/server/applications/attachment-storage.ts';
import { isSound, mediaTypeOf, tidyFileName } from '../../demo/server/applications/file-kind.ts';
import { zipEntries } from '../../demo/server/applications/zip-directory.ts';
import { saveSeededProject } from '../../demo/server/projects/project-row.ts';
import * as documents from './support/documents.ts';
import { application, apply } from './support/forms.ts';
import { appOn, onEachDatabase } from './support/servers.ts';

const { pdf, docx, odt, doc, rtf, txt, exe, html, png, xls, zip, macroDocx } = documents;
const buffer = (text: string) => Buffer.from(text, 'latin1');
const eicar = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

const good: readonly (readonly [name: string, bytes: Buffer])[] = [
  ['cv.pdf', pdf],
  ['CV.PDF', pdf],
  ['cv.docx', docx],
  ['cv.doc', doc],
  ['cv.odt', odt],
  ['cv.rtf', rtf],
  ['cv.txt', txt],
  ['résumé (final) v2.1.pdf', pdf],
  ['履歴書.pdf', pdf],
  [`${'x'.repeat(190)}.pdf`, pdf],
  ['../../etc/cv.pdf', pdf],
];

const bad: readonly (readonly [what: string, name: string, bytes: Buffer])[] = [
  ['a program', 'cv.exe', exe],
  ['a program called PDF', 'cv.pdf', exe],
  ['a program called text', 'cv.txt', exe],
  ['a program behind a PDF name', 'cv.pdf.exe', pdf],
  ['a name of 300 characters', `${'x'.repeat(296)}.pdf`, pdf],
  ['a program inside of a name', 'cv.exe.pdf', pdf],
  ['a name turned around', 'cv\u202Efdp.exe', pdf],
  ['a page called PDF', 'cv.pdf', html],
  ['a page called text', 'cv.txt', html],
  ['a page', 'cv.html', html],
  ['a picture', 'cv.png', png],
  ['an SVG called text', 'cv.txt', buffer('  <svg onload="alert(1)">')],
  ['a script called text', 'cv.txt', buffer('#!/bin/sh\nrm -rf /')],
  ['a test virus', 'cv.com', buffer(eicar)],
  ['a PDF called Word', 'cv.docx', pdf],
  ['a PDF called text', 'cv.txt', pdf],
  ['a Word file called PDF', 'cv.pdf', docx],
  ['a ZIP called Word', 'cv.docx', zip({ 'readme.txt': 'hello' })],
  ['a document with macros', 'cv.docx', macroDocx],
  ['an OpenDocument called Word', 'cv.docx', odt],
  ['a Word file called OpenDocument', 'cv.odt', docx],
  ['a cut Word file', 'cv.docx', docx.subarray(0, docx.length - 30)],
  ['something before a Word file', 'cv.docx', Buffer.concat([exe, docx])],
  ['a sheet called Word', 'cv.doc', xls],
  ['something before a PDF', 'cv.pdf', Buffer.concat([buffer('GIF89a'), pdf])],
  ['bytes called text', 'cv.txt', Buffer.from([0xff, 0xfe, 0x00, 0x41])],
  ['text that is not UTF-8', 'cv.txt', Buffer.from([0x41, 0xe9, 0x42])],
  ['no extension', 'cv', pdf],
  ['only an extension', '.pdf ', html],
  ['a dot at the end', 'cv.pdf.', pdf],
  ['a property of objects', 'cv.constructor', pdf],
];

describe('what a file is', () => {
  for (const [name, bytes] of good)
    it(`is told for ${name.slice(0, 30)}`, () => {
      expect(mediaTypeOf(name)).to.match(/^(application\/(?!octet)|text\/)/);
      expect(isSound(name, bytes)).to.equal(true);
    });

  it('is not guessed where an extension is not known', () => {
    for (const name of ['work.zip', 'work.constructor', 'work'])
      expect(mediaTypeOf(name)).to.equal('application/octet-stream');
  });

  it('is looked for to the end of the file', () => {
    const late = Buffer.concat([Buffer.alloc(5000, 'a'), Buffer.from([0])]);
    for (const [name, bytes] of [
      ['cv.docx', macroDocx],
      ['cv.docx', docx.subarray(0, docx.length - 30)],
      ['cv.doc', xls],
      ['cv.txt', late],
    ] as const)
      expect(isSound(name, bytes), name).to.equal(false);
  });

  it('survives archives that lie about themselves', () => {
    for (let at = 0; at < docx.length; at++) {
      const broken = Buffer.from(docx);
      broken[at] = 0xff;
      expect(() => zipEntries(broken)).not.to.throw();
      expect(() => zipEntries(docx.subarray(0, at))).not.to.throw();
    }
  });
});

describe('a file name', () => {
  it('is made safe to show and to save under', () => {
    for (const [name, expected] of [
      ['cv.pdf', 'cv.pdf'],
      ['../etc/passwd.txt', '..etcpasswd.txt'],
      ['a\r\nb"<c>.pdf', 'abc.pdf'],
      ['cv\u202Efdp.txt', 'cvfdp.txt'],
      ['', 'file'],
    ] as const)
      expect(tidyFileName(name)).to.equal(expected);
  });
});

describe('the storage of attachments', () => {
  it('keeps files under random names and forgets what belongs to nothing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'foothold-test-'));
    const storage = await AttachmentStorage.open(folder);
    const [kept, ...others] = [
      await storage.save(pdf),
      await storage.save(pdf),
      await storage.save(txt),
    ];
    expect(new Set([kept, ...others]).size).to.equal(3);
    expect(kept).to.match(/^[\da-f]{48}$/);
    const waiting = await storage.quarantine(pdf);
    await storage.quarantine(pdf);
    const stored = () =>
      Promise.all(['attachments', 'quarantine'].map((each) => readdir(join(folder, each))));
    await writeFile(join(folder, 'attachments', 'left-by-a-crash'), '');
    const known = new Set([kept, waiting]);
    await storage.removeAllBut(known, Date.now() - 60_000);
    expect((await stored()).flat(), 'too young').to.have.length(6);
    await storage.removeAllBut(known);
    expect(await stored()).to.deep.equal([[kept], [waiting]]);
    await storage.release(waiting);
    expect((await stored()).map((names) => names.length)).to.deep.equal([2, 0]);
    expect(storage.isReleased(waiting)).to.equal(true);
    await rm(folder, { recursive: true });
  });
});

onEachDatabase('a sent file', (subject) => {
  const send = (name: string, bytes: Buffer, part = 'resume') =>
    apply(subject().api, application(), {
      files: [
        { part: 'resume', name: 'resume.pdf', bytes: pdf },
        { part, name, bytes },
      ].slice(part === 'resume' ? 1 : 0),
    });
  const pointers = (errors: readonly { pointer: string }[] = []) =>
    errors.map(({ pointer }) => pointer);

  for (const [name, bytes] of good)
    it(`is taken: ${name.slice(0, 30)}`, async () => {
      expect((await send(name, bytes)).status).to.equal(201);
    });

  for (const [what, name, bytes] of bad)
    it(`is refused with 415: ${what}`, async () => {
      const { status, body } = await send(name, bytes);
      expect(status).to.equal(415);
      expect(pointers(body.errors)).to.deep.equal(['/files/resume']);
    });

  it('is refused with 422 when it is empty, one too many, or not asked for', async () => {
    const { api } = subject();
    expect((await send('cv.pdf', Buffer.alloc(0))).status).to.equal(422);
    const two = [1, 2].map(() => ({ part: 'resume', name: 'cv.pdf', bytes: pdf }));
    expect((await apply(api, application(), { files: two })).status).to.equal(422);
    const strange = await send('cv.pdf', pdf, 'passport');
    expect(strange.status).to.equal(422);
    expect(pointers(strange.body.errors)).to.deep.equal(['/files/passport']);
    const samples = [1, 2, 3, 4].map(() => ({ part: 'work_sample', name: 'a.txt', bytes: txt }));
    const resume = { part: 'resume', name: 'cv.pdf', bytes: pdf };
    const many = await apply(api, application(), { files: [resume, ...samples] });
    expect(pointers(many.body.errors)).to.deep.equal(['/files/work_sample']);
  });

  it('may have exactly the size that is allowed, and not a byte more', async () => {
    const limit = 5_242_880;
    const sized = (size: number) => Buffer.concat([pdf, Buffer.alloc(size - pdf.length, 32)]);
    expect((await send('cv.pdf', sized(limit))).status).to.equal(201);
    const { status, body } = await send('cv.pdf', sized(limit + 1));
    expect(status).to.equal(413);
    expect(pointers(body.errors)).to.deep.equal(['/files/resume']);
  });

  it('may be of any kind that its listing accepts', async () => {
    const { api, database } = subject();
    const project = 'takes-archives';
    await saveSeededProject(database, {
      id: project,
      title: 'Clean up a collection of pictures',
      employer: { name: 'Lakeside Analytics' },
      application: {
        mode: 'post',
        requires: { proposal: 'none' },
        upload: { maxBytes: 1000, accept: ['.zip', '.PNG'] },
      },
    });
    const sendTo = (name: string, bytes: Buffer) =>
      apply(api, application({ proposal: undefined, answers: {} }), {
        project,
        files: [{ part: 'resume', name, bytes }],
      });
    expect((await sendTo('work.zip', zip({ 'a.txt': 'hello' }))).status).to.equal(201);
    expect((await sendTo('work.png', png)).status).to.equal(201);
    expect((await sendTo('work.png', pdf)).status).to.equal(415);
    expect((await sendTo('cv.pdf', pdf)).status).to.equal(415);
    await database.query('delete from applications where project_id = $1', [project]);
    await database.query('delete from projects where id = $1', [project]);
  });

  it('ends an upload without end by a problem, not by a cut connection', async () => {
    const head =
      '--b\r\nContent-Disposition: form-data; name="resume"; filename="cv.pdf"\r\n\r\n%PDF-';
    const mebibyte = Buffer.alloc(1_048_576, 32);
    let sent = 0;
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(Buffer.from(head)),
      pull: (controller) => (++sent > 80 ? controller.close() : controller.enqueue(mebibyte)),
    });
    const { status } = await subject().api.send('/projects/mkt-209/applications', {
      method: 'POST',
      headers: {
        'Idempotency-Key': randomUUID(),
        'Content-Type': 'multipart/form-data; boundary=b',
      },
      body,
      duplex: 'half',
    } as RequestInit);
    expect(status).to.equal(413);
  });

  it('is not waited for when the words before it are too many', async () => {
    const long = application({ proposal: 'x'.repeat(1_100_000) });
    const files = [{ part: 'resume', name: 'cv.pdf', bytes: Buffer.alloc(20_000_000, pdf) }];
    expect((await apply(subject().api, long, { files })).status).to.equal(413);
  });

  it('leaves nothing behind when the application is refused', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'foothold-test-'));
    const storage = await AttachmentStorage.open(folder);
    const api = await appOn(subject().database, { storage });
    const json = application();
    expect((await apply(api, json)).status).to.equal(201);
    expect((await apply(api, json)).status).to.equal(409);
    expect((await apply(api, {})).status).to.equal(422);
    expect(await readdir(join(folder, 'attachments'))).to.have.length(1);
    await rm(folder, { recursive: true });
  });
});
