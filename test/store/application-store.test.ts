import { expect } from 'chai';
import type { Receipt, Submission } from '../../src/domain/application.ts';
import {
  CONSENT,
  EMAIL,
  fieldAt,
  NAME,
  PROPOSAL,
  RESUME,
} from '../../src/domain/form-definition.ts';
import type { ApplicationTerms, Project } from '../../src/domain/project.ts';
import type { ListingsSource } from '../../src/source/listings-source.ts';
import { MemorySource } from '../../src/source/memory-source.ts';
import { SourceError, type ErrorKind, type Problem } from '../../src/source/source-error.ts';
import { applicationFor } from '../../src/store/application-registry.ts';
import { ApplicationStore } from '../../src/store/application-store.ts';

const agreement = { text: 'I agree', version: '1' };
const receipt: Receipt = { id: '1', reference: 'FH-1', submittedAt: '2026-11-22T12:00:00Z' };
const pdf = (name = 'cv.pdf', content = '%PDF-1.7 canary') => new File([content], name);

const projectWith = (application: ApplicationTerms = {}): Project => ({
  id: 'p',
  title: 'A project',
  employer: { name: 'An employer' },
  application,
});

/** A source whose answers the test gives. */
class Endpoint implements ListingsSource {
  readonly submissions: Submission[] = [];
  /** What the next applications meet, in order; then receipts. */
  readonly replies: (Error | Receipt | Promise<Receipt>)[] = [];
  readonly progress: number[] = [];

  list = () => Promise.reject(new Error('not asked for'));
  detail = () => Promise.reject(new Error('not asked for'));
  apply: NonNullable<ListingsSource['apply']> = async (_id, submission, options) => {
    this.submissions.push(submission);
    for (const part of this.progress) options?.onProgress?.(part);
    const reply = await (this.replies.shift() ?? receipt);
    if (reply instanceof Error) throw reply;
    return reply;
  };
}

const failing = (kind: ErrorKind, problem?: Problem) => new SourceError(kind, kind, problem);

function open(source: ListingsSource, application?: ApplicationTerms): ApplicationStore {
  const store = new ApplicationStore(source, 'p');
  store.show(projectWith(application), 'en');
  return store;
}

const good = {
  [NAME]: 'Amara Osei',
  [EMAIL]: 'amara@example.org',
  [PROPOSAL]: 'I would begin with the receipts.',
  [CONSENT]: true,
};

function fill(store: ApplicationStore, values: Record<string, unknown> = good): void {
  for (const [field, value] of Object.entries(values)) store.change(field, value);
}

const attach = (store: ApplicationStore, files: File[], pointer = RESUME) =>
  store.attach(fieldAt(store.snapshot.fields, pointer)!, files);

const codes = ({ snapshot }: ApplicationStore) =>
  Object.fromEntries(Object.values(snapshot.errors).map((error) => [error!.field, error!.code]));

/** Gives an object another property for as long as `run` takes. */
async function withProperty(object: object, key: string, value: unknown, run: () => Promise<void>) {
  Object.defineProperty(object, key, { value, configurable: true });
  try {
    await run();
  } finally {
    Reflect.deleteProperty(object, key);
  }
}

/** Begins something without a network; `back` brings that back. */
async function offline<Value>(begin: () => Promise<Value>) {
  const events = new EventTarget();
  const listen = events.addEventListener.bind(events);
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
  Object.defineProperty(globalThis, 'addEventListener', { value: listen, configurable: true });
  const sent = begin();
  await new Promise((resolve) => setTimeout(resolve));
  const back = () => {
    Reflect.deleteProperty(navigator, 'onLine');
    Reflect.deleteProperty(globalThis, 'addEventListener');
    events.dispatchEvent(new Event('online'));
  };
  return { back, sent };
}

describe('ApplicationStore', () => {
  describe('while writing', () => {
    it('finds nothing wrong before the first attempt to send', () => {
      const store = open(new Endpoint());
      store.change(EMAIL, 'amara@');
      store.leave(EMAIL);
      expect(codes(store)).to.deep.equal({});
    });

    it('finds everything wrong at the attempt, sends nothing, and keeps what was typed', async () => {
      const source = new Endpoint();
      const store = open(source);
      store.change(EMAIL, 'amara@');
      await store.submit(agreement);
      expect(codes(store)).to.deep.equal({
        [NAME]: 'required',
        [EMAIL]: 'invalid',
        [PROPOSAL]: 'required',
        [CONSENT]: 'required',
      });
      expect(store.snapshot.summary).to.deep.equal([NAME, EMAIL, PROPOSAL, CONSENT]);
      expect(store.snapshot.phase.status).to.equal('editing');
      expect(store.snapshot.values[EMAIL]).to.equal('amara@');
      expect(source.submissions).to.deep.equal([]);
    });

    it('checks a field in error as it is corrected, and the others when they are left', async () => {
      const store = open(new Endpoint());
      fill(store, { ...good, [EMAIL]: 'amara@' });
      await store.submit(agreement);
      expect(codes(store)).to.deep.equal({ [EMAIL]: 'invalid' });
      store.change(EMAIL, 'amara@example');
      expect(codes(store)).to.deep.equal({ [EMAIL]: 'invalid' });
      store.change(EMAIL, 'amara@example.org');
      expect(codes(store)).to.deep.equal({});
      store.change(NAME, '');
      expect(codes(store)).to.deep.equal({});
      store.leave(NAME);
      expect(codes(store)).to.deep.equal({ [NAME]: 'required' });
      expect(store.snapshot.summary, 'as it was at the attempt').to.deep.equal([EMAIL]);
    });

    it('takes back an error that another answer has put right', async () => {
      const store = open(new Endpoint(), {
        questions: [
          { id: 'portfolio', type: 'url', label: 'P', required: true, alternativeTo: 'work' },
          { id: 'work', type: 'file', label: 'W' },
        ],
      });
      fill(store);
      await store.submit(agreement);
      expect(codes(store)).to.deep.equal({ '/answers/portfolio': 'alternative' });
      await attach(store, [pdf()], '/files/work');
      expect(codes(store)).to.deep.equal({});
    });

    it('knows whether anything would be lost', async () => {
      const store = open(new Endpoint());
      expect(store.hasWork).to.equal(false);
      store.change(NAME, ' ');
      expect(store.hasWork).to.equal(false);
      store.change(NAME, 'A');
      expect(store.hasWork).to.equal(true);
      fill(store);
      await store.submit(agreement);
      expect(store.hasWork).to.equal(false);
    });

    it('keeps what was typed when the project changes', () => {
      const store = open(new Endpoint());
      store.change(NAME, 'Amara');
      store.show(projectWith({ requires: { proposal: 'none' } }), 'en');
      expect(store.snapshot.fields.map(({ id }) => id)).not.to.include('proposal');
      expect(store.snapshot.values[NAME]).to.equal('Amara');
    });
  });

  describe('files', () => {
    it('copies the bytes when the file is chosen', async () => {
      const source = new Endpoint();
      const store = open(source);
      fill(store);
      const original = pdf();
      await attach(store, [original]);
      // As a phone does with a file in the cloud.
      Object.defineProperty(original, 'arrayBuffer', {
        value: () => Promise.reject(new Error('gone')),
      });
      await store.submit(agreement);
      const [attachment] = source.submissions[0]!.attachments;
      expect(attachment?.part).to.equal('resume');
      expect(attachment?.file).not.to.equal(original);
      expect(attachment?.file.name).to.equal('cv.pdf');
      expect(await attachment?.file.text()).to.equal('%PDF-1.7 canary');
    });

    it('says at once what is wrong with a file, and does not send it', async () => {
      const source = new Endpoint();
      const store = open(source);
      fill(store);
      await attach(store, [pdf('cv.pdf', '<html>')]);
      expect(codes(store)).to.deep.equal({ [RESUME]: 'fileContent' });
      await store.submit(agreement);
      expect(source.submissions).to.deep.equal([]);
      store.detach(RESUME, 0);
      expect(codes(store)).to.deep.equal({});
      await store.submit(agreement);
      expect(source.submissions[0]?.attachments).to.deep.equal([]);
    });

    it('does not read a file that is too large', async () => {
      const store = open(new Endpoint(), { upload: { maxBytes: 10 } });
      const large = pdf('cv.pdf', 'x'.repeat(11));
      let reads = 0;
      large.arrayBuffer = () => {
        reads++;
        return Promise.resolve(new ArrayBuffer(0));
      };
      await attach(store, [large]);
      expect(codes(store)).to.deep.equal({ [RESUME]: 'fileTooLarge' });
      expect(reads).to.equal(0);
    });

    it('says that a file cannot be read', async () => {
      const store = open(new Endpoint());
      const gone = pdf();
      gone.arrayBuffer = () => Promise.reject(new Error('gone'));
      await attach(store, [gone]);
      expect(codes(store)).to.deep.equal({ [RESUME]: 'fileUnreadable' });
    });

    it('takes the file that was chosen last, whichever is read first', async () => {
      const store = open(new Endpoint());
      const slow = pdf('slow.pdf');
      let finish = (_: ArrayBuffer) => {};
      slow.arrayBuffer = () => new Promise((resolve) => (finish = resolve));
      const first = attach(store, [slow]);
      expect(store.snapshot.reading).to.deep.equal([RESUME]);
      await attach(store, [pdf('fast.pdf')]);
      finish(new ArrayBuffer(1));
      await first;
      expect(store.snapshot.files[RESUME]?.map(({ name }) => name)).to.deep.equal(['fast.pdf']);
      expect(store.snapshot.reading).to.deep.equal([]);
    });

    it('collects several where several are asked for', async () => {
      const source = new Endpoint();
      const store = open(source, {
        questions: [{ id: 'work', type: 'file', label: 'W', multiple: true }],
      });
      fill(store);
      await attach(store, [pdf('a.pdf')], '/files/work');
      await attach(store, [pdf('b.pdf'), pdf('c.pdf')], '/files/work');
      store.detach('/files/work', 1);
      await store.submit(agreement);
      expect(
        source.submissions[0]?.attachments.map(({ part, file }) => [part, file.name]),
      ).to.deep.equal([
        ['work', 'a.pdf'],
        ['work', 'c.pdf'],
      ]);
    });

    it('waits with sending for a file that is being read', async () => {
      const source = new Endpoint();
      const store = open(source);
      fill(store);
      void attach(store, [pdf()]);
      await store.submit(agreement);
      expect(source.submissions[0]?.attachments).to.have.length(1);
    });
  });

  describe('sending', () => {
    it('sends exactly what was entered, with a UUID as key', async () => {
      const source = new Endpoint();
      const store = open(source, {
        questions: [
          { id: 'hours', type: 'number', label: 'Hours' },
          { id: 'why', type: 'text', label: 'Why?' },
        ],
      });
      fill(store, { ...good, '/answers/hours': '12' });
      await store.submit(agreement);
      const [{ application, attachments, key }] = source.submissions as [Submission];
      expect({ ...application, consent: { ...application.consent, at: '' } }).to.deep.equal({
        applicant: { name: 'Amara Osei', email: 'amara@example.org' },
        proposal: 'I would begin with the receipts.',
        answers: { hours: 12 },
        consent: { accepted: true, text: 'I agree', version: '1', at: '' },
        locale: 'en',
      });
      expect(Date.parse(application.consent.at)).to.be.closeTo(Date.now(), 5000);
      expect(attachments).to.deep.equal([]);
      expect(key).to.match(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
      expect(store.snapshot.phase).to.deep.equal({
        status: 'sent',
        receipt,
        sentAt: receipt.submittedAt,
        earlier: false,
      });
    });

    it('makes a key on pages without https, too', async () => {
      const source = new Endpoint();
      const store = open(source);
      fill(store);
      await withProperty(globalThis.crypto, 'randomUUID', undefined, async () => {
        await store.submit(agreement);
      });
      expect(source.submissions[0]?.key).to.match(
        /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
      );
    });

    it('sends once however often it is asked to', async () => {
      const source = new Endpoint();
      const store = open(source);
      fill(store);
      await Promise.all([
        store.submit(agreement),
        store.submit(agreement),
        store.submit(agreement),
      ]);
      await store.submit(agreement);
      expect(source.submissions).to.have.length(1);
    });

    it('lets nothing be changed while it is on its way', async () => {
      const source = new Endpoint();
      const store = open(source);
      fill(store);
      let answer = (_: Receipt) => {};
      source.replies.push(new Promise<Receipt>((resolve) => (answer = resolve)));
      const sending = store.submit(agreement);
      await new Promise((resolve) => setTimeout(resolve));
      expect(store.snapshot.phase.status).to.equal('sending');
      store.change(NAME, 'Another');
      await attach(store, [pdf()]);
      answer(receipt);
      await sending;
      expect(store.snapshot.values[NAME]).to.equal('Amara Osei');
      expect(store.snapshot.files[RESUME]).to.equal(undefined);
    });

    it('tells how much has been sent', async () => {
      const source = new Endpoint();
      source.progress.push(0.25, 1);
      const store = open(source);
      fill(store);
      const seen: unknown[] = [];
      store.subscribe(() => {
        const { phase } = store.snapshot;
        if (phase.status === 'sending') seen.push(phase.progress);
      });
      await store.submit(agreement);
      expect(seen.filter((each) => each !== undefined)).to.deep.equal([0.25, 1]);
    });

    it('asks for approval first, and stops quietly or with a remark', async () => {
      const source = new Endpoint();
      const store = open(source);
      fill(store);
      await store.submit(agreement, {
        approve: () => {
          expect(store.snapshot.phase.status).to.equal('sending');
          return Promise.resolve(false);
        },
      });
      expect(store.snapshot.phase).to.deep.equal({ status: 'editing' });
      await store.submit(agreement, { approve: () => Promise.reject(new Error('no')) });
      expect(store.snapshot.phase).to.deep.equal({ status: 'failed', reason: 'held' });
      expect(source.submissions).to.deep.equal([]);
    });

    it('waits while there is no network, and sends once it is back', async () => {
      const source = new Endpoint();
      const store = open(source);
      fill(store);
      const { back, sent } = await offline(() => store.submit(agreement));
      expect(store.snapshot.phase).to.deep.equal({ status: 'sending', stage: 'offline' });
      expect(source.submissions).to.deep.equal([]);
      back();
      await sent;
      expect(store.snapshot.phase.status).to.equal('sent');
      expect(source.submissions).to.have.length(1);
    });

    it('stops waiting for the network when it is told to, with nothing sent', async () => {
      const source = new Endpoint();
      const store = open(source);
      fill(store);
      const { back, sent } = await offline(() => store.submit(agreement));
      store.cancel();
      await sent;
      back();
      expect(store.snapshot.phase).to.deep.equal({ status: 'failed', reason: 'stopped' });
      expect(source.submissions).to.deep.equal([]);
    });

    it('says where applications cannot be taken', async () => {
      const { list, detail } = new Endpoint();
      const store = open({ list, detail });
      fill(store);
      await store.submit(agreement);
      expect(store.snapshot.phase).to.deep.equal({ status: 'failed', reason: 'unsupported' });
    });
  });

  describe('after a failure', () => {
    const rows: [string, Error, object][] = [
      ['no answer', failing('network'), { status: 'unconfirmed', repeatable: false }],
      ['no answer in time', failing('timeout'), { status: 'unconfirmed', repeatable: false }],
      [
        'a network that went away',
        failing('offline'),
        { status: 'unconfirmed', repeatable: false },
      ],
      [
        'a receipt that cannot be read',
        failing('malformed', { status: 201 }),
        { status: 'unconfirmed', repeatable: false },
      ],
      ['408', failing('http', { status: 408 }), { status: 'unconfirmed', repeatable: false }],
      ['500', failing('http', { status: 500 }), { status: 'unconfirmed', repeatable: false }],
      ['502', failing('http', { status: 502 }), { status: 'unconfirmed', repeatable: false }],
      ['504', failing('http', { status: 504 }), { status: 'unconfirmed', repeatable: false }],
      ['an error of its own', new TypeError('oops'), { status: 'unconfirmed', repeatable: false }],
      ['a forbidding policy', failing('blocked'), { status: 'failed', reason: 'blocked' }],
      ['400', failing('http', { status: 400 }), { status: 'failed', reason: 'refused' }],
      [
        '403',
        failing('http', { status: 403, detail: 'Not yours.' }),
        { status: 'failed', reason: 'refused', detail: 'Not yours.' },
      ],
      ['404', failing('http', { status: 404 }), { status: 'failed', reason: 'gone' }],
      ['410', failing('http', { status: 410 }), { status: 'failed', reason: 'gone' }],
      ['409', failing('rejected', { status: 409 }), { status: 'failed', reason: 'closed' }],
      [
        '409, closed',
        failing('rejected', { status: 409, code: 'closed' }),
        { status: 'failed', reason: 'closed' },
      ],
      [
        '409, a second application',
        failing('rejected', { status: 409, code: 'duplicate-applicant' }),
        { status: 'failed', reason: 'duplicate' },
      ],
      [
        "409 with a word of the API's own",
        failing('rejected', { status: 409, code: 'quota', detail: 'Three at most.' }),
        { status: 'failed', reason: 'refused', detail: 'Three at most.' },
      ],
      [
        '413 without a file',
        failing('rejected', { status: 413 }),
        { status: 'failed', reason: 'refused' },
      ],
      [
        '422 without a reason',
        failing('rejected', { status: 422, detail: 'No.' }),
        { status: 'failed', reason: 'refused', detail: 'No.' },
      ],
      [
        '429',
        failing('http', { status: 429, retryAfter: 30 }),
        { status: 'failed', reason: 'busy', wait: 30 },
      ],
      ['503', failing('http', { status: 503 }), { status: 'failed', reason: 'busy' }],
    ];
    for (const [what, error, phase] of rows) {
      it(`keeps everything and can send again under the same key (${what})`, async () => {
        const source = new Endpoint();
        source.replies.push(error);
        const store = open(source);
        fill(store);
        if (what !== '413 without a file') await attach(store, [pdf()]);
        const { values, files } = store.snapshot;
        const failure = await store.submit(agreement);
        const known = Object.entries(store.snapshot.phase).filter(
          ([, value]) => value !== undefined,
        );
        expect(Object.fromEntries(known)).to.deep.equal(phase);
        if (error instanceof SourceError) expect(failure).to.equal(error);
        else expect(failure).to.be.instanceOf(SourceError);
        expect(store.snapshot.values).to.equal(values);
        expect(store.snapshot.files).to.equal(files);
        expect(store.hasWork).to.equal(true);

        store.change(PROPOSAL, 'Another beginning.');
        await store.submit(agreement);
        expect(store.snapshot.phase.status).to.equal('sent');
        const [first, second] = source.submissions;
        expect(second?.key).to.equal(first?.key);
        expect(second?.attachments).to.have.length(first?.attachments.length ?? -1);
      });
    }

    it('remembers that an earlier attempt may have arrived', async () => {
      const source = new Endpoint();
      source.replies.push(failing('timeout'));
      const store = open(source);
      fill(store);
      await store.submit(agreement);
      store.change(NAME, '');
      await store.submit(agreement);
      expect(store.snapshot.phase.status).to.equal('unconfirmed');
      store.change(NAME, 'Amara Osei');
      const { back, sent } = await offline(() => store.submit(agreement));
      store.cancel();
      await sent;
      back();
      expect(store.snapshot.phase).to.deep.equal({
        status: 'unconfirmed',
        repeatable: false,
        reason: 'stopped',
      });
    });

    it('takes the receipt that comes with "already received", and says which version counts', async () => {
      const source = new Endpoint();
      source.replies.push(failing('timeout'));
      source.replies.push(failing('rejected', { status: 409, code: 'already-received', receipt }));
      const store = open(source);
      fill(store);
      await store.submit(agreement);
      store.change(PROPOSAL, 'Another beginning.');
      expect(await store.submit(agreement)).to.equal(undefined);
      expect(store.snapshot.phase).to.deep.equal({
        status: 'sent',
        receipt,
        sentAt: receipt.submittedAt,
        earlier: true,
      });
    });

    it('takes the receipt of a 409 without a code', async () => {
      const source = new Endpoint();
      source.replies.push(failing('rejected', { status: 409, receipt }));
      const store = open(source);
      fill(store);
      await store.submit(agreement);
      expect(store.snapshot.phase.status).to.equal('sent');
    });

    it("puts the API's complaints on their fields, and lists those that belong to none", async () => {
      const source = new Endpoint();
      const errors = [
        { pointer: '/consent', detail: 'No consent.' },
        { pointer: '/applicant/email', detail: 'No such domain.' },
        { pointer: '/answers/x', detail: 'Not so.' },
        { pointer: '/answers/old', detail: 'Not asked any more.' },
        { pointer: '/files/resume', detail: 'A virus.' },
        { pointer: '/proposal', detail: 'Too rude.' },
      ];
      source.replies.push(failing('rejected', { status: 422, errors }));
      const store = open(source, { questions: [{ id: 'x', type: 'text', label: 'X' }] });
      fill(store);
      await attach(store, [pdf()]);
      await store.submit(agreement);
      const { summary, remarks, phase, errors: found } = store.snapshot;
      expect(phase.status).to.equal('editing');
      expect(summary).to.deep.equal([EMAIL, PROPOSAL, RESUME, '/answers/x', CONSENT]);
      expect(remarks).to.deep.equal(['Not asked any more.']);
      expect(found[EMAIL]).to.deep.equal({
        field: EMAIL,
        code: 'server',
        params: { detail: 'No such domain.' },
      });

      store.leave(EMAIL);
      expect(codes(store)[EMAIL], 'leaving does not put it right').to.equal('server');
      store.change(NAME, 'Amara');
      expect(codes(store)[EMAIL], 'nor does another answer').to.equal('server');
      store.change(EMAIL, 'amara@other.example.org');
      expect(codes(store)).not.to.have.property(EMAIL);
      store.detach(RESUME, 0);
      expect(codes(store)).not.to.have.property(RESUME);
      await store.submit(agreement);
      expect(store.snapshot.phase.status).to.equal('sent');
    });

    for (const status of [413, 415]) {
      it(`puts a ${status} on the file`, async () => {
        const source = new Endpoint();
        source.replies.push(failing('rejected', { status }));
        const store = open(source, { questions: [{ id: 'work', type: 'file', label: 'W' }] });
        fill(store);
        await attach(store, [pdf()]);
        await attach(store, [pdf('work.pdf')], '/files/work');
        await store.submit(agreement);
        expect(codes(store)).to.deep.equal({ [RESUME]: 'fileRefused' });
        expect(store.snapshot.summary).to.deep.equal([RESUME]);
        expect(store.snapshot.files[RESUME]).to.have.length(1);
      });
    }
  });

  it('forgets everything when it is cleared, and applies anew with another key', async () => {
    const source = new Endpoint();
    const store = open(source);
    fill(store);
    await attach(store, [pdf()]);
    await store.submit(agreement);
    store.clear();
    const { values, files, phase } = store.snapshot;
    expect({ values, files, phase }).to.deep.equal({
      values: {},
      files: {},
      phase: { status: 'editing' },
    });
    fill(store);
    await store.submit(agreement);
    expect(source.submissions[1]?.key).not.to.equal(source.submissions[0]?.key);
  });

  it('gets a receipt from listings in memory, once for one person', async () => {
    const source = new MemorySource([projectWith()]);
    const store = open(source);
    fill(store);
    await attach(store, [pdf()]);
    await store.submit(agreement);
    expect(store.snapshot.phase.status).to.equal('sent');
    expect(source.applications).to.have.length(1);
    store.clear();
    fill(store);
    await store.submit(agreement);
    expect(store.snapshot.phase).to.include({ status: 'failed', reason: 'duplicate' });
    expect(source.applications).to.have.length(1);
  });
});

describe('applicationFor', () => {
  it('keeps one application for each source and project', () => {
    const [source, other] = [new Endpoint(), new Endpoint()];
    const store = applicationFor(source, 'p');
    expect(applicationFor(source, 'p')).to.equal(store);
    expect(applicationFor(source, 'q')).not.to.equal(store);
    expect(applicationFor(other, 'p')).not.to.equal(store);
  });
});
