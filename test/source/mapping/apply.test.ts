import { expect } from 'chai';
import type { Application, Submission } from '../../../src/domain/application.ts';
import { ConfigError } from '../../../src/source/config-error.ts';
import { SourceError } from '../../../src/source/source-error.ts';
import { rejection } from '../../support/fake-network.ts';
import { foreignApi, openForeign, type Respond } from '../../support/foreign-source.ts';

const application: Application = {
  applicant: { name: 'Ana María Ruiz', email: 'ana@student.example' },
  proposal: 'I would {like} to.',
  answers: { why: 'Because', tools: ['SQL', 'R'], sure: true, none: '' },
  consent: { accepted: true, text: 'I agree', version: '1', at: '2026-12-01T12:00:00Z' },
  locale: 'en',
};
const resume = new File(['%PDF-1.7 ÿ'], 'cv.pdf', { type: 'application/pdf' });
const sample = new File(['sample'], 'sample.txt', { type: 'text/plain' });

const submission = (more: Partial<Submission> = {}): Submission => ({
  application,
  attachments: [{ part: 'resume', file: resume }],
  key: '7b1de2a4-0000-4000-8000-000000000000',
  ...more,
});

const open = (apply: object, answers: Record<string, unknown> = {}, options = {}) =>
  openForeign(
    { mode: 'client', apply: { mode: 'post', ...apply } },
    { '*': {}, ...answers },
    options,
  );

/** Sends an application; what the API got, and what came of it. */
async function send(apply: object, answer: unknown = {}, more: Partial<Submission> = {}) {
  const { source, calls } = open(apply, { '*': answer });
  const receipt = await source.apply!('a/1', submission(more));
  const { url, init } = calls.at(-1)!;
  return { receipt, url, init, headers: init.headers, body: init.body };
}

async function failure(apply: object, answer: unknown): Promise<SourceError> {
  const error = await rejection(open(apply, { '*': answer }).source.apply!('1', submission()));
  expect(error).to.be.instanceOf(SourceError);
  return error as SourceError;
}

const formOf = (body: unknown) =>
  [...(body as FormData)].map(([name, value]) => [
    name,
    value instanceof File ? `${value.name} (${value.size})` : value,
  ]);

describe('an application', () => {
  it('goes to no address above that of its project', async () => {
    const { source, calls } = open({ path: '/jobs/{id}/applications' });
    const error = await rejection(source.apply!('..', submission()));
    expect(error).to.include({ kind: 'http', status: 404 });
    expect(calls).to.have.length(0);
  });

  it('is sent as to the native API, where the config says nothing else', async () => {
    const { url, init, headers, body } = await send({ path: '/jobs/{id}/applications' });
    expect(url).to.equal(`${foreignApi}/jobs/a%2F1/applications`);
    expect(init).to.include({ method: 'POST', redirect: 'error' });
    expect(headers).to.deep.equal({ 'idempotency-key': submission().key });
    expect(formOf(body)).to.deep.equal([
      ['application', JSON.stringify(application)],
      ['resume', 'cv.pdf (11)'],
    ]);
  });

  it('is sent as a form with the API’s own names', async () => {
    const files = [
      { part: 'resume', file: resume },
      { part: 'work', file: sample },
      { part: 'work', file: resume },
    ];
    const { headers, body } = await send(
      {
        body: {
          'applicant[name]': '{name}',
          first: '{firstName}',
          last: '{lastName}',
          mail: '{email}',
          text: '{proposal}',
          consent: '{consent.version}',
          phone: '{answers.phone}',
          cv: '{resume}',
          'work[]': '{files.work}',
          '...': { each: 'answers', key: 'question_{key}', as: '{value}' },
        },
      },
      {},
      { attachments: files },
    );
    expect(headers).to.deep.equal({});
    expect(formOf(body)).to.deep.equal([
      ['applicant[name]', 'Ana María Ruiz'],
      ['first', 'Ana María'],
      ['last', 'Ruiz'],
      ['mail', 'ana@student.example'],
      ['text', 'I would {like} to.'],
      ['consent', '1'],
      ['cv', 'cv.pdf (11)'],
      ['work[]', 'sample.txt (6)'],
      ['work[]', 'cv.pdf (11)'],
      ['question_why', 'Because'],
      ['question_tools', 'SQL'],
      ['question_tools', 'R'],
      ['question_sure', 'true'],
    ]);
  });

  it('is sent as JSON, with files as base64', async () => {
    const { headers, body } = await send({
      encoding: 'json',
      headers: { 'Content-Type': 'application/vnd.api+json', 'X-Key': '{key}' },
      body: {
        data: { name: '{name}', answers: '{answers}', sure: '{answers.sure}' },
        files: [{ name: '{resume.name}', type: '{resume.type}', content: '{resume.base64}' }],
      },
    });
    expect(headers).to.deep.equal({
      'content-type': 'application/vnd.api+json',
      'x-key': submission().key,
    });
    const sent = JSON.parse(body as string) as { files: { content: string }[] };
    expect(sent).to.deep.equal({
      data: { name: 'Ana María Ruiz', answers: application.answers, sure: true },
      files: [{ name: 'cv.pdf', type: 'application/pdf', content: sent.files[0]!.content }],
    });
    const bytes = Uint8Array.from(atob(sent.files[0]!.content), (char) => char.charCodeAt(0));
    expect(new TextDecoder().decode(bytes)).to.equal('%PDF-1.7 ÿ');
  });

  it('is sent with a large file whole', async () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7) % 256);
    const { body } = await send(
      { encoding: 'json', body: { cv: '{resume.base64}', size: '{resume.size}' } },
      {},
      { attachments: [{ part: 'resume', file: new File([bytes], 'cv.pdf') }] },
    );
    const { cv, size } = JSON.parse(body as string) as { cv: string; size: number };
    expect(size).to.equal(100_000);
    expect(Uint8Array.from(atob(cv), (char) => char.charCodeAt(0))).to.deep.equal(bytes);
  });

  it('is sent as parameters', async () => {
    const { headers, body } = await send({
      encoding: 'urlencoded',
      body: { name: '{name}', tools: '{answers.tools}', all: '{answers}' },
    });
    expect(headers).to.deep.equal({ 'content-type': 'application/x-www-form-urlencoded' });
    expect([...new URLSearchParams(body as string)]).to.deep.equal([
      ['name', 'Ana María Ruiz'],
      ['tools', 'SQL'],
      ['tools', 'R'],
      ['all', JSON.stringify(application.answers)],
    ]);
  });

  it('is sent to an address of its own', async () => {
    const { url } = await send({ url: 'https://apply.example.edu/jobs/{id}?src=board' });
    expect(url).to.equal('https://apply.example.edu/jobs/a%2F1?src=board');
  });

  const signals = { trapFilled: false, secondsOnForm: 73, challenge: { 'h-captcha': 'token.1' } };

  it('has what goes along with it in a part of its own, as to the native API', async () => {
    const { body } = await send({}, {}, { signals });
    expect(formOf(body)).to.deep.equal([
      ['application', JSON.stringify(application)],
      ['signals', JSON.stringify(signals)],
      ['resume', 'cv.pdf (11)'],
    ]);
  });

  it('has the token of a challenge where the API wants it, and nothing without one', async () => {
    const apply = {
      body: {
        mail: '{email}',
        'h-captcha-response': '{signals.challenge.h-captcha}',
        trap: '{signals.trapFilled}',
        seconds: '{signals.secondsOnForm}',
      },
    };
    const mail = ['mail', 'ana@student.example'];
    expect(formOf((await send(apply, {}, { signals })).body)).to.deep.equal([
      mail,
      ['h-captcha-response', 'token.1'],
      ['trap', 'false'],
      ['seconds', '73'],
    ]);
    expect(formOf((await send(apply)).body)).to.deep.equal([mail]);
  });

  it('goes under the token that the page gives with it', async () => {
    const headers = { Authorization: 'Bearer {token}' };
    const { source, calls } = open({ headers }, { '*': {} }, { token: () => 'of the source' });
    await source.apply!('1', submission(), { token: () => 'of the student' });
    await source.apply!('1', submission());
    expect(calls.map(({ init }) => init.headers)).to.deep.equal([
      { 'idempotency-key': submission().key, authorization: 'Bearer of the student' },
      { 'idempotency-key': submission().key, authorization: 'Bearer of the source' },
    ]);
    const token = () => Promise.reject(new Error('signed out'));
    const error = await rejection(source.apply!('1', submission(), { token }));
    expect(error).to.include({ kind: 'http', status: 401 });
    expect(calls).to.have.length(2);
  });

  it('has one name where a person has one', async () => {
    const { body } = await send(
      { body: { first: '{firstName}', last: '{lastName}' } },
      {},
      { application: { ...application, applicant: { name: ' Ana ', email: 'a@b.example' } } },
    );
    expect(formOf(body)).to.deep.equal([['first', 'Ana']]);
  });

  it('takes files of questions with any name', async () => {
    const { body } = await send({}, {}, { attachments: [{ part: 'constructor', file: sample }] });
    expect(formOf(body)).to.deep.include(['constructor', 'sample.txt (6)']);
  });

  it('has parameters in its URL, and the token of the page where its body asks for it', async () => {
    const { source, calls } = open(
      { query: { job: '{id}' }, encoding: 'json', body: { name: '{name}', token: '{token}' } },
      {},
      { token: () => 't' },
    );
    await source.apply!('a/1', submission());
    expect(calls[0]).to.deep.include({ url: `${foreignApi}?job=a%2F1` });
    expect(calls[0]!.init.body).to.equal('{"name":"Ana María Ruiz","token":"t"}');
  });

  it('goes with a token and the credentials of the source', async () => {
    const { source, calls } = openForeign(
      {
        mode: 'client',
        credentials: 'include',
        headers: { Authorization: 'Bearer {token}' },
        apply: { mode: 'post', body: { name: '{name}' } },
      },
      { '*': {} },
      { token: () => 't' },
    );
    await source.apply!('1', submission());
    expect(calls[0]!.init).to.deep.include({
      credentials: 'include',
      headers: { authorization: 'Bearer t' },
    });
  });

  it('is sent once, whatever comes of it, and not at all when nobody wants it any more', async () => {
    const { source, calls } = open({}, { '*': new Response(null, { status: 503 }) });
    await rejection(source.apply!('1', submission()));
    expect(calls).to.have.length(1);
    const signal = AbortSignal.abort();
    expect(await rejection(source.apply!('1', submission(), { signal }))).to.have.property(
      'name',
      'AbortError',
    );
    expect(calls).to.have.length(1);
  });
});

describe('an application that is sent again with its key', () => {
  const body = { name: '{name}' };
  const keyed = { headers: { 'Idempotency-Key': '{key}' } };
  const isIdempotent = (apply: object) => open(apply).source.idempotent;

  it('is taken once by a server that speaks the native contract, unless it is said not to', () => {
    expect(isIdempotent({})).to.equal(true);
    expect(isIdempotent({ url: 'https://apply.example.edu/{id}' })).to.equal(true);
    expect(isIdempotent({ idempotent: false })).to.equal(false);
  });

  it('is taken once by another API where the config says so, not where it is merely sent the key', () => {
    expect(isIdempotent({ body })).to.equal(false);
    expect(isIdempotent({ body, ...keyed })).to.equal(false);
    expect(isIdempotent({ body, ...keyed, idempotent: true })).to.equal(true);
    expect(isIdempotent({ body: { ...body, ref: '{key}' }, idempotent: true })).to.equal(true);
  });

  it('is nothing to speak of where none is sent from here', () => {
    expect(isIdempotent({ mode: 'redirect' })).to.equal(undefined);
    expect(openForeign({ mode: 'client' }, {}).source.idempotent).to.equal(undefined);
  });
});

describe('a config of applications is refused', () => {
  const refused = (apply: object, message: string) =>
    expect(() => open(apply)).to.throw(ConfigError, message);

  it('with an address that is not whole', () => {
    refused(
      { url: '/apply' },
      '"apply.url": "/apply" is not absolute. Give an address that starts with https://, or a "path" of the API.',
    );
    refused({ url: 'https://{id}.example.edu/' }, 'has a variable in its host');
  });

  it('with variables that nothing fills', () => {
    refused({ body: { name: '{fullName}' } }, '"apply" uses {fullName}, which nothing fills.');
    refused({ path: '/{job}' }, '"apply" uses {job}, which nothing fills.');
    refused(
      { upload: { result: '$.id', body: { f: '{files}' } } },
      '"apply.upload" uses {files}, which nothing fills. Did you mean "file"?',
    );
  });

  it('with a promise that no API can keep', () => {
    refused(
      { body: { name: '{name}' }, idempotent: true },
      '"apply.idempotent" is true, and nothing of the request has {key}',
    );
    refused({ idempotent: 'yes' }, '"api.apply.idempotent" must be true or false.');
  });

  it('with files where they would be lost', () => {
    for (const file of ['{resume}', '{files}', '{files.work}'])
      refused(
        { encoding: 'json', body: { deep: [{ cv: file }] } },
        `"apply.body" has ${file}, a file, which "encoding": "json" cannot hold. Write "multipart", or send what is said of it: `,
      );
    refused({ encoding: 'urlencoded' }, '"apply.body" has {files}, a file');
    refused(
      { upload: { encoding: 'json', result: '$.id' } },
      '"apply.upload.body" has {file}, a file',
    );
  });

  it('with origins that are none', () => {
    refused(
      { upload: { result: '$.id', origins: ['bucket.example.com'] } },
      '"apply.upload.origins": "bucket.example.com" is no origin, such as "https://bucket.example.com".',
    );
  });
});

describe('the receipt of an application', () => {
  const key = submission().key;

  it('is read as the config says', async () => {
    const receipt = {
      id: '$.data.id',
      reference: '$.data.ref',
      submittedAt: '$.data.at',
      status: '$.data.status',
      nextSteps: '$.steps[*].text',
    };
    const data = { id: 17, ref: 'R-17', at: '2026-12-01T12:00:00Z', status: 'received' };
    const answer = { data, steps: [{ text: 'Wait.' }, { text: 'Read mail.' }] };
    expect((await send({ receipt }, answer)).receipt).to.deep.equal({
      id: '17',
      reference: 'R-17',
      submittedAt: '2026-12-01T12:00:00Z',
      status: 'received',
      nextSteps: ['Wait.', 'Read mail.'],
    });
    expect((await send({ receipt: { id: '$.id' } }, { id: 'x' })).receipt).to.deep.equal({
      id: 'x',
      reference: 'x',
    });
  });

  it('has our own names where it says nothing', async () => {
    const { receipt } = await send({}, { reference: 'FH-1', status: 'received' });
    expect(receipt).to.deep.equal({ id: 'FH-1', reference: 'FH-1', status: 'received' });
  });

  it('is the key of the application where the API sends none', async () => {
    const own = { id: key, reference: '7B1DE2A4' };
    for (const answer of [
      {},
      [],
      null,
      'ok',
      { id: null },
      new Response('<p>Thank you'),
      new Response(''),
    ])
      expect((await send({ receipt: { id: '$.id' } }, answer)).receipt).to.deep.equal(own);
    expect((await send({}, new Response(null, { status: 204 }))).receipt).to.deep.equal(own);
  });
});

describe('an application that is refused', () => {
  const status = (code: number, body: unknown = {}, headers: Record<string, string> = {}) =>
    Response.json(body, { status: code, headers });

  it('is refused also with a status that says yes', async () => {
    const apply = { ok: '@.ok == true', message: '$.error' };
    const error = await failure(apply, { ok: false, error: 'The listing is full.' });
    expect(error).to.include({ kind: 'rejected', status: 422, detail: 'The listing is full.' });
    expect(error.message).to.equal('The API refused: The listing is full.');
    for (const answer of [{}, null, [], new Response('<html>'), new Response('')])
      expect(await failure(apply, answer)).to.include({ kind: 'rejected', status: 422 });
    await send(apply, { ok: true });
  });

  it('keeps the status that says no, with the API’s words', async () => {
    const error = await failure(
      { message: ['$.error.text', '$.error'] },
      status(400, { error: 'No.' }),
    );
    expect(error).to.include({ kind: 'http', status: 400, detail: 'No.' });
  });

  it('says what a problem document says, where the config says nothing', async () => {
    const problem = { detail: 'Closed.', code: 'closed', errors: [{ pointer: '/a', detail: 'b' }] };
    const error = await failure({}, status(422, problem));
    expect(error).to.deep.include({ kind: 'rejected', status: 422, code: 'closed' });
    expect(error.detail).to.equal('Closed.');
    expect(error.errors).to.deep.equal(problem.errors);
  });

  it('says for how long to wait', async () => {
    const busy = status(429, { message: 'Slow down.' }, { 'Retry-After': '30' });
    expect(await failure({ message: '$.message' }, busy)).to.include({
      status: 429,
      detail: 'Slow down.',
      retryAfter: 30,
    });
  });

  it('complains about fields by our own names', async () => {
    const errors = {
      items: '$.errors',
      field: '$.path',
      detail: ['$.message', '$.code'],
      pointers: { email: '/applicant/email' },
    };
    const error = await failure(
      { errors },
      status(400, {
        errors: [
          { path: 'email', message: 'is wrong' },
          { path: ['why'], code: 'too_short' },
          { path: 'cv' },
          null,
        ],
      }),
    );
    expect(error.errors).to.deep.equal([
      { pointer: '/applicant/email', detail: 'is wrong' },
      { pointer: '/answers/why', detail: 'too_short' },
    ]);
  });

  it('is a second one of the same person where the API says so', async () => {
    const twice = { kind: 'rejected', status: 409, code: 'duplicate-applicant' };
    expect(await failure({ duplicate: { status: 400 } }, status(400))).to.include(twice);
    const duplicate = { when: "@.code == 'twice'" };
    for (const answer of [status(422, { code: 'twice' }), status(200, { code: 'twice' })])
      expect(await failure({ duplicate }, answer)).to.include(twice);
    expect((await failure({ duplicate }, status(422, { code: 'x' }))).code).to.equal('x');
    await send({ duplicate }, { code: 'once' });
  });
});

describe('files that are sent ahead', () => {
  const upload = { path: '/files', result: '$[0].id' };
  const body = { name: '{name}', cv: '{resume}', work: '{files.work}' };
  const files = [
    { part: 'resume', file: resume },
    { part: 'work', file: sample },
    { part: 'work', file: new File(['another'], 'another.txt', { type: 'text/plain' }) },
  ];

  async function run(apply: object, answers: Record<string, unknown>) {
    const opened = open({ path: '/apply', encoding: 'json', body, ...apply }, answers);
    const result = opened.source.apply!('1', submission({ attachments: files }));
    return {
      ...opened,
      error: await result.then(
        () => undefined,
        (error: unknown) => error,
      ),
    };
  }
  const sentLast = (calls: readonly { init: RequestInit }[]) =>
    JSON.parse(calls.at(-1)!.init.body as string) as unknown;

  it('stand in the application as what they were answered with', async () => {
    const numbered: Respond = ({ index }) => [{ id: `file-${index}` }];
    const { calls } = await run({ upload }, { '/files': numbered });
    expect(formOf(calls[0]!.init.body)).to.deep.equal([['file', 'cv.pdf (11)']]);
    expect(sentLast(calls)).to.deep.equal({
      name: 'Ana María Ruiz',
      cv: 'file-0',
      work: ['file-1', 'file-2'],
    });
  });

  const signed = {
    path: '/sign',
    encoding: 'json',
    body: { name: '{file.name}', type: '{file.type}', size: '{file.size}' },
    to: '$.url',
    result: '$.key',
    origins: ['https://bucket.example.com/'],
  };
  const signature = { url: 'https://bucket.example.com/x?sig=1', key: 'k' };

  it('go to an address that is signed first, without cookies or tokens', async () => {
    const { calls } = await run(
      { upload: signed },
      { '/sign': signature, 'https://bucket.example.com/x': new Response('') },
    );
    expect(calls.map(({ init }) => init.method)).to.deep.equal(
      'POST PUT POST PUT POST PUT POST'.split(' '),
    );
    expect(JSON.parse(calls[0]!.init.body as string)).to.deep.equal({
      name: 'cv.pdf',
      type: 'application/pdf',
      size: 11,
    });
    expect(calls[1]).to.deep.include({ url: signature.url });
    expect(calls[1]!.init).to.deep.include({
      body: resume,
      // Of a page that is elsewhere: none.
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/pdf' },
    });
    expect(sentLast(calls)).to.deep.include({ cv: 'k', work: ['k', 'k'] });
  });

  it('may go to the API itself', async () => {
    const { calls, error } = await run(
      { upload: signed },
      { '/sign': { url: '/v1/put', key: 'k' }, '/put': new Response('') },
    );
    expect(error).to.equal(undefined);
    expect(calls[1]!.url).to.equal(`${foreignApi}/put`);
  });

  it('go to no other host, and then nothing is sent', async () => {
    for (const url of [
      'https://evil.example/x',
      '//evil.example',
      'http://bucket.example.com/',
      'https://',
      'data:,x',
    ]) {
      const { calls, error } = await run({ upload: signed }, { '/sign': { url, key: 'k' } });
      expect(error, url).to.be.instanceOf(SourceError).and.to.include({ kind: 'malformed' });
      expect((error as Error).message).to.contain('which "apply.upload.origins" does not name');
      expect(calls, url).to.have.length(1);
    }
  });

  it('stop the application when they fail, for it would go without them', async () => {
    for (const answer of [
      new Response(null, { status: 413 }),
      {},
      [],
      null,
      new Response('<html>'),
    ]) {
      const { calls, error } = await run({ upload }, { '/files': answer });
      expect(error).to.be.instanceOf(SourceError);
      expect(calls).to.have.length(1);
    }
    const { error } = await run({ upload: signed }, { '/sign': { key: 'k' } });
    expect((error as Error).message).to.equal('"apply.upload.to" leads nowhere in the answer.');
  });
});
