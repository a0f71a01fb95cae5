import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AttachmentStorage } from '../../demo/server/applications/attachment-storage.ts';
import type { Verdict } from '../../demo/server/applications/virus-scan.ts';
import type { Client } from './support/client.ts';
import { unzip } from './support/documents.ts';
import { filesIn, someStorage } from './support/folders.ts';
import { application, apply, goodAnswers, resume, someEmail, UNASKING } from './support/forms.ts';
import { appOn, onEachDatabase } from './support/servers.ts';
import { basic, linkIn, PASSWORD, Staff, textOf } from './support/staff.ts';

interface Export {
  readonly email: string;
  readonly applications: readonly {
    readonly reference: string;
    readonly application: Record<string, unknown>;
    readonly signals: unknown;
    readonly files: readonly { readonly name: string; readonly path: string | null }[];
  }[];
  readonly emails: readonly { readonly to: string; readonly body: string }[];
  readonly reportsThatMentionTheAddress: readonly { readonly details: string }[];
}

onEachDatabase('what is held on one person', (subject) => {
  let api: Client;
  let other: Client;
  let staff: Staff;
  let storage: AttachmentStorage;
  let folder: string;
  let verdict: Verdict;
  let email: string;
  const lines: string[] = [];

  beforeEach(async () => {
    ({ folder, storage } = await someStorage());
    email = someEmail();
    verdict = 'clean';
    const options = {
      storage,
      staffPassword: PASSWORD,
      logLevel: 'info',
      logStream: { write: (line: string) => void lines.push(line) },
      scanner: () => Promise.resolve(verdict),
    };
    // Two servers with one database, one folder and one password.
    api = await appOn(subject().database, options);
    other = await appOn(subject().database, options);
    staff = new Staff(api);
  });

  const json = (changes: Record<string, unknown> = {}) =>
    application({ applicant: { name: 'Ada Byron', email }, ...changes });
  /** Two applications with three files, one of which waits in quarantine; a report that mentions the address. */
  const beHeld = async () => {
    const sample = { part: 'work_sample', name: 'my sample.txt', bytes: 'What I made.' };
    const first = await apply(api, json(), {
      files: [resume, sample],
      signals: { trapFilled: true, secondsOnForm: 12 },
    });
    expect(first.status).to.equal(201);
    verdict = 'unknown';
    const second = await apply(api, json({ answers: {} }), { project: UNASKING[0] ?? '' });
    expect(second.status).to.equal(201);
    verdict = 'clean';
    for (const details of [`They wrote to ${email.toUpperCase()}. Odd!`, 'No address here.'])
      await api.send('/projects/mkt-204/reports', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ reason: 'scam', details }),
      });
    return { first: first.body, second: second.body };
  };
  const counts = async () =>
    (
      await subject().database.query(
        `select (select count(*)::int from applications where email_key = $1) as applications,
           (select count(*)::int from outbox where recipient_key = $1) as emails,
           (select count(*)::int from reports where lower(details) like '%' || $1 || '%') as reports`,
        [email],
      )
    )[0];

  it('is found by the email address, however it is written', async () => {
    const { first, second } = await beHeld();
    for (const written of [email, `  ${email.toUpperCase()} `]) {
      const text = textOf(await staff.person(written));
      expect(text).to.include(`All that is held on ${email}`);
      for (const part of [first.reference, second.reference, '2 applications', '2 emails'])
        expect(text).to.include(part);
      expect(text).to.include('1 report that mentions the address');
      expect(text).to.include('my sample.txt').and.include('resume.pdf not scanned yet');
      expect(text).not.to.include('No address here.');
    }
    const list = await staff.page('');
    expect(list).to.include(email);
    const detail = await staff.page(linkIn(await staff.person(email), /applications\//));
    expect(textOf(await staff.page(linkIn(detail, /people\/\w{64}/)))).to.include(
      `All that is held on ${email}`,
    );
  });

  it('is nothing for others, and the search wants an address', async () => {
    expect(textOf(await staff.person(someEmail()))).to.include(
      'Nothing is held under this address.',
    );
    const empty = await staff.submit(await staff.page('/people'), { email: '  ' });
    expect(empty.status).to.equal(422);
    const page = await empty.text();
    expect(textOf(page)).to.include('Enter an email address.');
    expect(page).to.match(/<input[^>]+id="email"[^>]+aria-describedby="email-error"/s);
    for (const path of [
      '/people/nope',
      `/people/${'A'.repeat(64)}`,
      '/people/x/delete',
      '/deletions/x',
    ])
      expect((await staff.get(path)).status, path).to.equal(404);
  });

  it('never stands in an address', async () => {
    await beHeld();
    const response = await staff.submit(await staff.page('/people'), { email });
    expect(response.url).not.to.include('@').and.not.include('%40');
    expect(response.headers.get('referrer-policy')).to.equal('same-origin');
    expect(response.headers.get('content-security-policy'))
      .to.include("form-action 'self'")
      .and.not.include('unsafe');
  });

  it('is downloaded as one archive, for machines and with the files', async () => {
    const { first, second } = await beHeld();
    const link = linkIn(await staff.person(email), /everything\.zip$/);
    const response = await staff.get(link);
    expect(response.headers.get('content-type')).to.equal('application/zip');
    expect(response.headers.get('content-disposition')).to.equal(
      'attachment; filename="everything.zip"',
    );
    const archive = unzip(Buffer.from(await response.arrayBuffer()));
    const everything = JSON.parse(archive['everything.json'] ?? '') as Export;
    expect(everything.email).to.equal(email);
    const [of] = everything.applications.filter(({ reference }) => reference === first.reference);
    expect(of?.application).to.deep.include({ answers: goodAnswers });
    expect(of?.signals).to.deep.equal({ trapFilled: true, secondsOnForm: 12 });
    expect(of?.files.map(({ path }) => path)).to.deep.equal([
      `files/${first.reference}/1-resume.pdf`,
      `files/${first.reference}/2-my sample.txt`,
    ]);
    const [waiting] = everything.applications.filter(
      ({ reference }) => reference === second.reference,
    );
    expect(waiting?.files[0]).to.include({ name: 'resume.pdf', path: null, virusScan: 'waiting' });
    expect(everything.emails.map(({ to }) => to)).to.deep.equal([email, email]);
    expect(everything.reportsThatMentionTheAddress).to.have.length(1);
    expect(Object.keys(archive).sort()).to.deep.equal([
      'everything.json',
      `files/${first.reference}/1-resume.pdf`,
      `files/${first.reference}/2-my sample.txt`,
    ]);
    expect(archive[`files/${first.reference}/2-my sample.txt`]).to.equal('What I made.');
  });

  it('is downloaded also when a file is missing on the disk', async () => {
    await beHeld();
    await rm(join(folder, 'attachments'), { recursive: true });
    const response = await staff.get(linkIn(await staff.person(email), /everything\.zip$/));
    const archive = unzip(Buffer.from(await response.arrayBuffer()));
    expect(Object.keys(archive)).to.deep.equal(['everything.json']);
  });

  it('is deleted after a confirming step, wherever it is, and leaves a line without the address', async () => {
    await beHeld();
    const bystander = someEmail();
    await apply(api, application({ applicant: { name: 'Bea', email: bystander } }));
    expect(await filesIn(folder)).to.deep.equal({ attachments: 3, quarantine: 1 });

    const confirm = await staff.page(linkIn(await staff.person(email), /\/delete$/));
    expect(textOf(confirm)).to.include(
      '2 applications, 3 files, 2 emails and 1 report will be deleted for good.',
    );
    const unsure = await staff.submit(confirm, {});
    expect(unsure.status).to.equal(422);
    expect(textOf(await unsure.text())).to.include('Tick this box if everything is to be deleted.');
    expect(await counts()).to.deep.equal({ applications: 2, emails: 2, reports: 1 });

    lines.length = 0;
    const done = await staff.submit(confirm, { sure: 'yes' });
    expect(done.status).to.equal(200);
    expect(done.url).to.match(/\/staff\/deletions\/[\w-]{36}$/);
    expect(textOf(await done.text())).to.match(
      /2 applications, 3 files, 2 emails and 1 report were deleted: 2026-03-18 15:30 UTC ?, by staff\./,
    );
    expect(await counts()).to.deep.equal({ applications: 0, emails: 0, reports: 0 });
    expect(await filesIn(folder)).to.deep.equal({ attachments: 1, quarantine: 0 });

    const hash = createHash('sha256').update(email).digest('hex');
    const audit = textOf(await staff.page('/people'));
    expect(audit).to.match(
      new RegExp(`2026-03-18 15:30 UTC staff ${hash} 2 applications, 3 files`),
    );
    const row = await subject().database.query('select * from deletions where email_hash = $1', [
      hash,
    ]);
    expect(row).to.have.length(1);
    expect(JSON.stringify(row)).not.to.include(email);
    expect(lines.join('')).not.to.include(email).and.not.include(hash);
    expect(lines.join('')).to.include('what was held on one person was deleted');
    expect(textOf(await staff.person(bystander))).to.include('1 application');
    expect((await apply(api, json())).status, 'may apply again').to.equal(201);
  });

  it('is deleted by whichever server, and once', async () => {
    await beHeld();
    const confirm = await staff.page(linkIn(await staff.person(email), /\/delete$/));
    const elsewhere = new Staff(other);
    const replies = await Promise.all([
      staff.submit(confirm, { sure: 'yes' }),
      elsewhere.submit(confirm, { sure: 'yes' }),
    ]);
    const texts = await Promise.all(replies.map(async (each) => textOf(await each.text())));
    expect(texts.filter((text) => text.includes('2 applications, 3 files'))).to.have.length(1);
    expect(texts.filter((text) => text.includes('0 applications, 0 files'))).to.have.length(1);
    expect(await filesIn(folder)).to.deep.equal({ attachments: 0, quarantine: 0 });
  });

  it('is not deleted by a form of another site, or without a token', async () => {
    await beHeld();
    const confirm = await staff.page(linkIn(await staff.person(email), /\/delete$/));
    const sure = { sure: 'yes' };
    const { host } = new URL(api.url);
    for (const [what, fields, headers] of [
      ['another site', sure, { 'Sec-Fetch-Site': 'cross-site', Origin: `http://${host}` }],
      ['a sister site', sure, { 'Sec-Fetch-Site': 'same-site' }],
      ['an older browser, another site', sure, { Origin: 'https://evil.example' }],
      ['a page without an origin', sure, { Origin: 'null' }],
      ['nobody knows who', sure, {}],
      ['no token', { ...sure, token: '' }, undefined],
      [
        'the token of another form',
        { ...sure, token: /value="([^"]+)"/.exec(await staff.page('/people'))?.[1] ?? '' },
        undefined,
      ],
      ['a forged token', { ...sure, token: `${Date.now() + 1000}.x` }, undefined],
    ] as const) {
      const response = await staff.submit(confirm, fields, headers);
      expect(response.status, what).to.equal(403);
      expect(textOf(await response.text()), what).to.include('Nothing was done');
    }
    expect(await counts()).to.include({ applications: 2 });
    const old = await staff.submit(confirm, sure, { Origin: `http://${host}` });
    expect(old.status, 'an older browser, this site').to.equal(200);
  });

  it('is closed to everybody else', async () => {
    await beHeld();
    const page = await staff.person(email);
    for (const path of ['/staff/people', linkIn(page, /zip$/), linkIn(page, /delete$/)])
      for (const headers of [{}, basic('staff', 'wrong')]) {
        expect((await fetch(api.url + path, { headers })).status).to.equal(401);
        expect((await fetch(api.url + path, { method: 'POST', headers })).status).to.be.oneOf([
          401, 404,
        ]);
      }
    expect(await counts()).to.include({ applications: 2 });
  });
});
