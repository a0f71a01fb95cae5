import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { fingerprintOf } from '../../demo/server/applications/fingerprint.ts';
import { DatabaseUnavailable, type Database } from '../../demo/server/database/database.ts';
import { filesIn, someStorage } from './support/folders.ts';
import {
  application,
  apply,
  resume,
  someEmail,
  type ReceiptBody,
  UNASKING,
} from './support/forms.ts';
import { appOn, onEachDatabase } from './support/servers.ts';

const fileOf = (name: string, text: string, part = 'resume') => ({
  part,
  name,
  bytes: Buffer.from(text),
});

describe('the fingerprint of an application', () => {
  const files = [fileOf('a.pdf', 'a'), fileOf('b.pdf', 'b', 'sample')];
  const form = { application: { a: 1, b: { c: [1, 2], d: null } }, files };
  const print = fingerprintOf(form);

  it('does not depend on the order of keys, files, or the moment of consent', () => {
    expect(fingerprintOf({ ...form, files: files.toReversed() })).to.equal(print);
    expect(fingerprintOf({ ...form, application: { b: { d: null, c: [1, 2] }, a: 1 } })).to.equal(
      print,
    );
    const consenting = (at: string) =>
      fingerprintOf({ files, application: { consent: { accepted: true, at } } });
    expect(consenting('2026-01-01')).to.equal(consenting('2026-01-02'));
  });

  it('depends on everything else', () => {
    const others = [
      { ...form, application: { a: 1, b: { c: [2, 1], d: null } } },
      { ...form, application: { a: '1', b: { c: [1, 2], d: null } } },
      { ...form, application: { at: 1, ...form.application } },
      { ...form, files: [] },
      { ...form, files: [...files, files[0] ?? fileOf('', '')] },
      { ...form, files: [fileOf('c.pdf', 'a'), fileOf('b.pdf', 'b', 'sample')] },
      { ...form, files: [fileOf('a.pdf', 'x'), fileOf('b.pdf', 'b', 'sample')] },
      { ...form, files: [fileOf('a.pdf', 'a', 'sample'), fileOf('b.pdf', 'b', 'sample')] },
    ];
    expect(new Set([print, ...others.map(fingerprintOf)]).size).to.equal(others.length + 1);
  });
});

onEachDatabase('a key', (subject) => {
  const rows = async (key: string): Promise<number> => {
    const [row] = await subject().database.query<{ count: number }>(
      'select count(*)::int as count from applications where idempotency_key = $1::uuid',
      [key],
    );
    return row?.count ?? NaN;
  };

  it('gives the same receipt for the same application, whenever it was agreed to', async () => {
    const { api } = subject();
    const key = randomUUID();
    const json = application();
    const first = await apply(api, json, { key });
    const consent = { ...(json['consent'] as object), at: '2026-03-18T16:00:00Z' };
    for (const again of [
      await apply(api, json, { key }),
      await apply(api, { ...json, consent }, { key }),
      await apply(api, json, { key: key.toUpperCase() }),
      await apply(api, json, { key, asFile: true }),
    ]) {
      expect(again.status).to.equal(201);
      expect(again.body).to.deep.equal(first.body);
    }
    expect(await rows(key)).to.equal(1);
  });

  it('is refused for another application, with the receipt of the first', async () => {
    const { api } = subject();
    const key = randomUUID();
    const json = application();
    const first = await apply(api, json, { key });
    const others = [
      apply(api, { ...json, locale: 'es' }, { key }),
      apply(api, json, { key, files: [{ ...resume, bytes: '%PDF-1.7 other' }] }),
      apply(api, json, { key, files: [{ ...resume, name: 'other.pdf' }] }),
      apply(api, {}, { key, files: [] }),
    ];
    for (const { status, body } of await Promise.all(others)) {
      expect(status).to.equal(409);
      expect(body.code).to.equal('already-received');
      expect(body.receipt).to.deep.equal(first.body);
    }
  });

  it('stays free until there is a receipt', async () => {
    const { api } = subject();
    const key = randomUUID();
    expect((await apply(api, application({ proposal: 'Too short.' }), { key })).status).to.equal(
      422,
    );
    expect((await apply(api, application(), { key, files: [] })).status).to.equal(422);
    expect((await apply(api, application(), { key })).status).to.equal(201);
  });

  it('belongs to its project', async () => {
    const { api } = subject();
    const key = randomUUID();
    expect((await apply(api, application(), { key })).status).to.equal(201);
    const json = application({ answers: {} });
    const { status } = await apply(api, json, { key, project: UNASKING[0] ?? '', files: [] });
    expect(status).to.equal(201);
  });

  it('is taken once by fifty requests at one time', async function () {
    this.timeout(60_000);
    const { api, database } = subject();
    const key = randomUUID();
    const email = someEmail();
    const json = application({ applicant: { name: 'Ada', email } });
    const replies = await Promise.all(Array.from({ length: 50 }, () => apply(api, json, { key })));
    expect(new Set(replies.map(({ status }) => status))).to.deep.equal(new Set([201]));
    expect(new Set(replies.map(({ text }) => text)).size).to.equal(1);
    expect(await rows(key)).to.equal(1);
    const counts = await database.query(
      `select (select count(*)::int from outbox where recipient = $1) as emails,
         (select count(*)::int from attachments where application_id::text = $2) as files`,
      [email, replies[0]?.body.id],
    );
    expect(counts).to.deep.equal([{ emails: 1, files: 1 }]);
  });

  it('is taken once by different applications at one time', async () => {
    const { api } = subject();
    const key = randomUUID();
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => apply(api, application(), { key })),
    );
    const statuses = replies.map(({ status }) => status).sort();
    expect(statuses).to.deep.equal([201, ...Array.from({ length: 7 }, () => 409)]);
    const codes = replies.filter(({ status }) => status === 409).map(({ body }) => body.code);
    expect(new Set(codes)).to.deep.equal(new Set(['already-received']));
  });

  it('says when to come back if the first request takes too long', async () => {
    const { database } = subject();
    const locked = Object.assign(new Error('canceling statement'), { code: '55P03' });
    const api = await appOn({ ...database, transaction: () => Promise.reject(locked) });
    const { status, headers } = await apply(api, application());
    expect(status).to.equal(503);
    expect(Number(headers.get('retry-after'))).to.be.greaterThan(0);
  });

  it('finds the files where only the answer to the commit was lost', async () => {
    const { database } = subject();
    const { folder, storage } = await someStorage();
    const cutOff: Database = {
      ...database,
      async transaction(work) {
        await database.transaction(work);
        throw new DatabaseUnavailable(new Error('cut off'), { mayBeDone: true });
      },
    };
    const [key, json] = [randomUUID(), application()];
    expect((await apply(await appOn(cutOff, { storage }), json, { key })).status).to.equal(503);
    const { status } = await apply(await appOn(database, { storage }), json, { key });
    expect(status).to.equal(201);
    expect(await rows(key)).to.equal(1);
    expect(await filesIn(folder)).to.deep.equal({ attachments: 1, quarantine: 0 });
  });

  it('leaves no files where the database was not there', async () => {
    const { database } = subject();
    const { folder, storage } = await someStorage();
    const transaction = () => Promise.reject(new DatabaseUnavailable(new Error('refused')));
    const api = await appOn({ ...database, transaction }, { storage });
    expect((await apply(api, application())).status).to.equal(503);
    expect(await filesIn(folder)).to.deep.equal({ attachments: 0, quarantine: 0 });
  });

  describe('another key', () => {
    const asDuplicate = ({ status, body }: { status: number; body: ReceiptBody }) => {
      expect(status).to.equal(409);
      expect(body.code).to.equal('duplicate-applicant');
      expect(body).not.to.have.property('receipt');
    };

    it('is refused for one email address on one project, however it is written', async () => {
      const { api } = subject();
      const email = someEmail();
      const from = (address: string) => application({ applicant: { name: 'Ada', email: address } });
      expect((await apply(api, from(email))).status).to.equal(201);
      for (const other of [email, email.toUpperCase(), `  ${email} `])
        asDuplicate(await apply(api, from(other)));
      const elsewhere = { ...from(email), answers: {} };
      expect(
        (await apply(api, elsewhere, { project: UNASKING[0] ?? '', files: [] })).status,
      ).to.equal(201);
    });

    it('is refused also at one time', async () => {
      const { api } = subject();
      const json = application();
      const replies = await Promise.all(Array.from({ length: 10 }, () => apply(api, json)));
      expect(replies.filter(({ status }) => status === 201)).to.have.length(1);
      for (const reply of replies.filter(({ status }) => status !== 201)) asDuplicate(reply);
    });
  });
});
