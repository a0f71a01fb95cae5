import { expect } from 'chai';
import { HttpSource } from '../../src/source/http-source.ts';
import { isAbort, SourceError } from '../../src/source/source-error.ts';
import { rejection, replace } from '../support/fake-network.ts';

/** What the platform's `XMLHttpRequest` would do, step by step as a test says. */
class FakeXhr {
  static last: FakeXhr;
  readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  readonly headers: Record<string, string> = {};
  status = 0;
  responseText = '';
  responseURL = '';
  withCredentials = false;
  responseHeaders = '';
  aborted = false;
  url = '';
  sent: unknown;
  onload?: () => void;
  onerror?: () => void;
  onprogress?: () => void;

  constructor() {
    FakeXhr.last = this;
  }

  open(method: string, url: string): void {
    this.url = `${method} ${url}`;
    this.responseURL = url;
  }

  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }

  getAllResponseHeaders(): string {
    return this.responseHeaders;
  }

  send(body: unknown): void {
    this.sent = body;
  }

  abort(): void {
    this.aborted = true;
  }

  answer(status: number, responseText: string): void {
    Object.assign(this, { status, responseText });
    this.onload?.();
  }
}

const url = 'https://listings.example.edu/api';
const submission = {
  key: 'key-1',
  application: {
    applicant: { name: 'Ada', email: 'ada@student.example' },
    answers: {},
    consent: { accepted: true as const, text: 'I agree', version: '1', at: '2026-12-01T12:00:00Z' },
  },
  attachments: [],
};
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('HttpSource sending by XMLHttpRequest', () => {
  let restore: () => void;
  beforeEach(() => {
    restore = replace(globalThis, 'XMLHttpRequest', FakeXhr);
  });
  afterEach(() => restore());

  it('sends the form with its key and reads the receipt', async () => {
    const sent = new HttpSource({ url }).apply('1', submission);
    const xhr = FakeXhr.last;
    expect(xhr.url).to.equal(`POST ${url}/projects/1/applications`);
    expect(xhr.headers).to.deep.equal({ 'Idempotency-Key': 'key-1' });
    expect(xhr.sent).to.be.instanceOf(FormData);
    expect(xhr.withCredentials).to.equal(false);
    xhr.answer(201, '{"id": 7, "reference": "FH-7"}');
    expect(await sent).to.deep.equal({ id: '7', reference: 'FH-7' });
  });

  it('sends credentials to others only when configured', async () => {
    const sent = new HttpSource({ url, credentials: 'include' }).apply('1', submission);
    expect(FakeXhr.last.withCredentials).to.equal(true);
    FakeXhr.last.answer(201, '{"id": 7}');
    await sent;
  });

  it('leaves credentials out by fetch, since XMLHttpRequest cannot', async () => {
    let init: RequestInit | undefined;
    const restoreFetch = replace(globalThis, 'fetch', (_: string, given: RequestInit) => {
      init = given;
      return Promise.resolve(Response.json({ id: 7 }, { status: 201 }));
    });
    try {
      await new HttpSource({ url, credentials: 'omit' }).apply('1', submission);
    } finally {
      restoreFetch();
    }
    expect(init).to.include({ method: 'POST', credentials: 'omit', redirect: 'error' });
  });

  it('tells how much has been sent, where that is known', async () => {
    const parts: number[] = [];
    const onProgress = (part: number) => parts.push(part);
    const sent = new HttpSource({ url }).apply('1', submission, { onProgress });
    const xhr = FakeXhr.last;
    xhr.upload.onprogress?.({ loaded: 0, total: 0 });
    xhr.upload.onprogress?.({ loaded: 50, total: 200 });
    xhr.upload.onprogress?.({ loaded: 200, total: 200 });
    xhr.answer(201, '{"id": 7}');
    await sent;
    expect(parts).to.deep.equal([0.25, 1]);
  });

  it('waits as long as something moves', async () => {
    // Four times 25 ms without a byte would end it.
    const sent = new HttpSource({ url, timeout: 25 }).apply('1', submission);
    const xhr = FakeXhr.last;
    for (let step = 0; step < 5; step++) {
      await wait(40);
      if (step < 3) xhr.upload.onprogress?.({ loaded: step, total: 5 });
      else xhr.onprogress?.();
    }
    xhr.answer(201, '{"id": 7}');
    expect((await sent).id).to.equal('7');
  });

  it('gives up when nothing moves, and ends the request', async () => {
    const error = await rejection(new HttpSource({ url, timeout: 5 }).apply('1', submission));
    expect(error).to.be.instanceOf(SourceError).and.include({ kind: 'timeout', status: null });
    expect(FakeXhr.last.aborted).to.equal(true);
  });

  it('ends when it is aborted', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const sent = rejection(new HttpSource({ url }).apply('1', submission, { signal }));
    controller.abort();
    expect(isAbort(await sent)).to.equal(true);
    expect(FakeXhr.last.aborted).to.equal(true);
  });

  it('calls a request without an answer a network error', async () => {
    const sent = rejection(new HttpSource({ url }).apply('1', submission));
    FakeXhr.last.onerror?.();
    expect(await sent).to.include({ kind: 'network', status: null });
  });

  it('refuses a reply from another address than the one asked', async () => {
    for (const responseURL of [
      'https://evil.example/api/projects/1/applications',
      `${url}/projects/1`,
    ]) {
      const sent = rejection(new HttpSource({ url }).apply('1', submission));
      FakeXhr.last.responseURL = responseURL;
      FakeXhr.last.answer(201, '{"id": 7}');
      expect(await sent).to.include({ kind: 'malformed', status: 201 });
    }
  });

  it('refuses a reply that is too long', async () => {
    const sent = rejection(new HttpSource({ url }).apply('1', submission));
    FakeXhr.last.answer(201, `{"id": 7, "x": "${'x'.repeat(9_000_000)}"}`);
    expect(await sent).to.include({ kind: 'malformed' });
  });

  it('reads how long to wait and what is wrong', async () => {
    const sent = rejection(new HttpSource({ url }).apply('1', submission));
    FakeXhr.last.responseHeaders = 'content-type: text/plain\r\nretry-after: 12\r\n';
    FakeXhr.last.answer(429, 'busy');
    expect(await sent).to.include({ kind: 'http', status: 429, retryAfter: 12 });

    const refused = rejection(new HttpSource({ url }).apply('1', submission));
    FakeXhr.last.answer(409, '{"code": "duplicate-applicant"}');
    expect(await refused).to.include({ kind: 'rejected', code: 'duplicate-applicant' });
  });
});
