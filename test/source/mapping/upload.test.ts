import { expect } from 'chai';
import type { Submission } from '../../../src/domain/application.ts';
import { isAbort, NOT_SENT, type SourceError } from '../../../src/source/source-error.ts';
import { rejection, replace } from '../../support/fake-network.ts';
import { openForeign, type Respond } from '../../support/foreign-source.ts';

const fileOf = (name: string, size: number) =>
  new File(['x'.repeat(size)], name, { type: 'text/plain' });

/** A new form, with files of its own. */
const submission = (): Submission => ({
  key: '7b1de2a4-0000-4000-8000-000000000000',
  application: {
    applicant: { name: 'Ana', email: 'ana@student.example' },
    answers: {},
    consent: { accepted: true, text: 'I agree', version: '1', at: '2026-12-01T12:00:00Z' },
  },
  attachments: [
    { part: 'resume', file: fileOf('cv.txt', 3_000) },
    { part: 'work', file: fileOf('work.txt', 6_000) },
  ],
});

const apply = {
  mode: 'post',
  path: '/apply',
  encoding: 'json',
  body: { cv: '{resume}', work: '{files.work}' },
  upload: { path: '/files', result: '$.id' },
};

/** An API that takes files and applications as is said, one answer after the other, and then all. */
function opened(
  answers: { files?: unknown[]; apply?: unknown[] } = {},
  definition: object = apply,
) {
  const next =
    (given: unknown[] = [], usual: (index: number) => unknown): Respond =>
    ({ index }) => {
      const answer = given.shift() ?? usual(index);
      if (answer instanceof Error) throw answer;
      return answer;
    };
  return openForeign(
    { mode: 'client', apply: definition },
    {
      '/files': next(answers.files, (index) => ({ id: `file-${index}` })),
      '/apply': next(answers.apply, () => ({})),
    },
  );
}

const status = (code: number, body: unknown = {}) => Response.json(body, { status: code });
const lost = () => new TypeError('connection lost');

/** The paths that were asked, and what stood in the last application. */
const pathsOf = (urls: string[]) => urls.map((url) => new URL(url).pathname.split('/').pop());
const sentLast = (calls: readonly { init: RequestInit }[]) =>
  JSON.parse(calls.at(-1)!.init.body as string) as unknown;

describe('a second try of an application whose files go ahead', () => {
  it('sends no file again that arrived before another failed', async () => {
    const { source, calls, urls } = opened({
      files: [undefined, status(500), status(500), status(500)],
    });
    const sent = submission();
    expect(await rejection(source.apply!('1', sent))).to.include({ kind: 'http', status: 500 });
    await source.apply!('1', sent);
    expect(pathsOf(urls())).to.deep.equal(['files', 'files', 'files', 'files', 'files', 'apply']);
    expect(sentLast(calls)).to.deep.equal({ cv: 'file-0', work: 'file-4' });
  });

  it('sends no file again when only the application failed', async () => {
    for (const failure of [lost(), status(503), status(429), status(408)]) {
      const { source, calls, urls } = opened({ apply: [failure] });
      const sent = submission();
      await rejection(source.apply!('1', sent));
      // The form makes a new list of the same files.
      await source.apply!('1', {
        ...sent,
        attachments: sent.attachments.map((each) => ({ ...each })),
      });
      expect(pathsOf(urls())).to.deep.equal(['files', 'files', 'apply', 'apply']);
      expect(sentLast(calls)).to.deep.equal({ cv: 'file-0', work: 'file-1' });
    }
  });

  it('sends a file that took the place of another', async () => {
    const { source, calls, urls } = opened({ apply: [status(503)] });
    const sent = submission();
    await rejection(source.apply!('1', sent));
    const [resume, work] = sent.attachments;
    const other = { ...resume!, file: fileOf('cv.txt', 3_000) };
    await source.apply!('1', { ...sent, attachments: [other, work!] });
    expect(pathsOf(urls())).to.deep.equal(['files', 'files', 'apply', 'files', 'apply']);
    expect(sentLast(calls)).to.deep.equal({ cv: 'file-3', work: 'file-1' });
  });

  it('sends all files again where what stood for them may be what was refused', async () => {
    const refusals = [
      status(400),
      status(422, { detail: 'Unknown file.' }),
      status(422, { errors: [{ pointer: '/answers/work', detail: 'Expired.' }] }),
      status(422, { errors: [{ pointer: '/files/work/0', detail: 'Expired.' }] }),
    ];
    for (const refusal of refusals) {
      const { source, urls } = opened({ apply: [refusal] });
      const sent = submission();
      await rejection(source.apply!('1', sent));
      await source.apply!('1', sent);
      expect(pathsOf(urls())).to.deep.equal(['files', 'files', 'apply', 'files', 'files', 'apply']);
    }
  });

  it('sends none again where something else was refused', async () => {
    const errors = [{ pointer: '/applicant/email', detail: 'is wrong' }];
    const { source, urls } = opened({ apply: [status(422, { errors })] });
    const sent = submission();
    await rejection(source.apply!('1', sent));
    await source.apply!('1', sent);
    expect(pathsOf(urls())).to.deep.equal(['files', 'files', 'apply', 'apply']);
  });

  it('sends files again for another application, after one was taken, and after half an hour', async () => {
    const { source, urls, clock } = opened({ apply: [undefined, status(503)] });
    const sent = submission();
    await source.apply!('1', sent);
    await rejection(source.apply!('2', sent));
    expect(pathsOf(urls()).filter((path) => path === 'files')).to.have.length(4);
    await clock.sleep(30 * 60_000);
    await source.apply!('2', sent);
    expect(pathsOf(urls()).filter((path) => path === 'files')).to.have.length(6);
  });

  it('asks for a new address where one was signed and the file did not get there', async () => {
    const signed = {
      ...apply,
      upload: {
        path: '/files',
        encoding: 'json',
        body: { name: '{file.name}' },
        to: '$.to',
        result: '$.id',
      },
    };
    let puts = 0;
    const { source, calls } = openForeign(
      { mode: 'client', apply: signed },
      {
        '/files': ({ index }: { index: number }) => ({
          to: `/v1/put?sig=${index}`,
          id: `f${index}`,
        }),
        // The first is refused because it is too old.
        '/put': () => new Response('', { status: puts++ ? 200 : 403 }),
        '/apply': {},
      },
    );
    const sent = submission();
    expect(await rejection(source.apply!('1', sent))).to.include({ kind: 'http', status: 403 });
    await source.apply!('1', sent);
    expect(calls.map(({ init, url }) => `${init.method} ${new URL(url).search}`)).to.deep.equal([
      'POST ',
      'PUT ?sig=0',
      'POST ',
      'PUT ?sig=2',
      'POST ',
      'PUT ?sig=4',
      'POST ',
    ]);
    expect(sentLast(calls)).to.deep.equal({ cv: 'f2', work: 'f4' });
  });
});

describe('a file that goes ahead', () => {
  it('is tried again by itself when it fails by chance, for it is no application', async () => {
    const { source, urls, clock } = opened({ files: [lost(), status(503)] });
    await source.apply!('1', submission());
    expect(pathsOf(urls())).to.deep.equal(['files', 'files', 'files', 'files', 'apply']);
    expect(clock.pauses).to.have.length(2);
  });

  it('that fails says that the application did not go out', async () => {
    for (const [failure, what] of [
      [lost(), { kind: 'network' }],
      [status(500), { kind: 'http', status: 500 }],
      [status(413), { kind: 'rejected', status: 413 }],
      [{}, { kind: 'malformed' }],
    ] as const) {
      const { source } = opened({ files: [failure, failure, failure] });
      const error = await rejection(source.apply!('1', submission()));
      expect(error).to.include({ ...what, code: NOT_SENT });
    }
    const { source } = opened({ apply: [lost()] });
    const { code } = (await rejection(source.apply!('1', submission()))) as SourceError;
    expect(code).to.equal(undefined);
  });

  it('that is refused has the API’s words at its field', async () => {
    const { source } = opened({ files: [undefined, status(415, { detail: 'No texts, please.' })] });
    const { errors } = (await rejection(source.apply!('1', submission()))) as SourceError;
    expect(errors).to.deep.equal([{ pointer: '/files/work', detail: 'No texts, please.' }]);
  });

  it('goes under the token that the page gives with the application', async () => {
    const upload = { ...apply.upload, headers: { Authorization: 'Bearer {token}' } };
    const { source, calls } = opened({}, { ...apply, upload });
    await source.apply!('1', submission(), { token: () => 't' });
    expect(calls[0]!.init.headers).to.deep.equal({ authorization: 'Bearer t' });
  });
});

describe('an application whose files go ahead, cancelled', () => {
  /** Cancels at a request, counted from 0, and sends once more. */
  async function cancelAt(request: number) {
    const controller = new AbortController();
    const { source, urls } = openForeign(
      { mode: 'client', apply },
      {
        '*': ({ index, init }: { index: number; init: RequestInit }) => {
          if (index !== request) return { id: `file-${index}` };
          return new Promise((_, reject) => {
            init.signal!.addEventListener('abort', () => reject(init.signal!.reason as Error));
            controller.abort();
          });
        },
      },
    );
    const sent = submission();
    const error = await rejection(source.apply!('1', sent, { signal: controller.signal }));
    const before = urls().length;
    await source.apply!('1', sent);
    return { error, before, after: pathsOf(urls().slice(before)) };
  }

  it('stops at once, and keeps what had arrived', async () => {
    for (const [request, after] of [
      [0, ['files', 'files', 'apply']],
      [1, ['files', 'apply']],
      [2, ['apply']],
    ] as const) {
      const cancelled = await cancelAt(request);
      expect(isAbort(cancelled.error), `request ${request}`).to.equal(true);
      expect(cancelled.before).to.equal(request + 1);
      expect(cancelled.after).to.deep.equal(after);
    }
  });

  it('stops in the pause before another try', async () => {
    const controller = new AbortController();
    const sleep = (_milliseconds: number, signal?: AbortSignal) => {
      controller.abort();
      return Promise.reject(signal!.reason as Error);
    };
    const { source, urls } = openForeign(
      { mode: 'client', apply },
      { '/files': status(503) },
      { clock: { sleep } },
    );
    const { signal } = controller;
    expect(isAbort(await rejection(source.apply!('1', submission(), { signal })))).to.equal(true);
    expect(urls()).to.have.length(1);
  });
});

describe('the progress of an application whose files go ahead', () => {
  /** Stands in for the platform's `XMLHttpRequest`: each request goes out in halves, and is answered. */
  class HalvingXhr {
    readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
    status = 200;
    responseText = '{"id": "f", "to": "https://bucket.example.com/put"}';
    responseURL = '';
    onload?: () => void;
    onerror?: () => void;
    static failures = 0;

    open(): void {
      // Where it goes does not matter.
    }

    setRequestHeader(): void {
      // Nor under which headers.
    }

    getAllResponseHeaders(): string {
      return '';
    }

    abort(): void {
      // Nothing goes on.
    }

    send(): void {
      this.upload.onprogress!({ loaded: 1, total: 2 });
      this.upload.onprogress!({ loaded: 2, total: 2 });
      if (HalvingXhr.failures-- > 0) {
        this.onerror!();
        return;
      }
      this.onload!();
    }
  }

  async function progressOf(definition: object, failures = 0) {
    HalvingXhr.failures = failures;
    const restore = replace(globalThis, 'XMLHttpRequest', HalvingXhr);
    const told: number[] = [];
    try {
      const { source } = openForeign(
        { mode: 'client', apply: definition },
        {},
        { fetch: undefined },
      );
      await source.apply!('1', submission(), { onProgress: (part) => told.push(part) });
    } finally {
      restore();
    }
    return told;
  }

  it('is that of all bytes, files first', async () => {
    const signed = {
      ...apply,
      upload: { ...apply.upload, to: '$.to', origins: ['https://bucket.example.com'] },
    };
    const typed = JSON.stringify(submission().application).length;
    const all = 9_000 + typed;
    // A file that fails at its end and is sent anew takes nothing back.
    for (const [definition, failures] of [
      [apply, 0],
      [apply, 1],
      [signed, 0],
    ] as const)
      expect(await progressOf(definition, failures)).to.deep.equal([
        1_500 / all,
        3_000 / all,
        6_000 / all,
        9_000 / all,
        (9_000 + typed / 2) / all,
        1,
      ]);
  });

  it('is that of the one request where nothing goes ahead', async () => {
    const { upload: _upload, ...whole } = apply;
    expect(await progressOf({ ...whole, body: { mail: '{email}' } })).to.deep.equal([0.5, 1]);
  });

  it('begins with what had arrived, and never goes back', async () => {
    const told: number[] = [];
    const onProgress = (part: number) => told.push(part);
    const { source } = opened({ apply: [status(503)] });
    const sent = submission();
    await rejection(source.apply!('1', sent, { onProgress }));
    const typed = JSON.stringify(sent.application).length;
    const files = [3_000 / (9_000 + typed), 9_000 / (9_000 + typed)];
    expect(told).to.deep.equal(files);
    told.length = 0;
    await source.apply!('1', sent, { onProgress });
    expect(told).to.deep.equal(files);
  });
});
