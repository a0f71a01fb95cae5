/**
 * A site between the browser and the reference server on which sending goes wrong, at the level of sockets:
 * connections are cut, replies lost, other servers answer in between. Everything but applications is passed on.
 */
import { request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import { demoServer } from './demo-server.ts';
import { hostSite, type HostPage, type HostSite } from './host-site.ts';

/** What becomes of an application on its way. */
export type Trouble = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export interface TroubledSite extends HostSite {
  /** What becomes of the applications from now on, in this order; the last one stays. */
  go(...troubles: readonly Trouble[]): void;
  /** What becomes of the question whether another origin may send. */
  preflights(trouble: Trouble): void;
  /** The header `Idempotency-Key` of all applications that came by. */
  readonly keys: string[];
  /** Headers of all requests. */
  readonly headers: IncomingMessage['headers'][];
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** Sends it to the reference server, which answers whether anybody still listens or not. */
async function ask(request: IncomingMessage): Promise<Answer> {
  const { url } = await demoServer();
  const body = await read(request);
  const { method = 'GET', headers } = request;
  return new Promise((resolve, reject) => {
    const onward = forward(new URL(request.url ?? '/', url), { method, headers }, (answer) => {
      const { statusCode: status = 502, headers: received } = answer;
      void read(answer).then((text) => {
        resolve({ status, headers: received, body: text });
      }, reject);
    });
    onward.on('error', reject);
    onward.end(body);
  });
}

function reply(response: ServerResponse, { status, headers, body }: Answer): void {
  const { connection: _connection, 'transfer-encoding': _coding, ...others } = headers;
  response.writeHead(status, { ...others, 'Content-Length': body.length });
  response.end(body);
}

/** No trouble. */
export const pass: Trouble = async (request, response) => {
  reply(response, await ask(request));
};

/** Before anything of it was read. */
export const cutAtOnce: Trouble = (request) => {
  request.socket.destroy();
};

/** With a part of it read. */
export const cutWhileUploading: Trouble = (request) => {
  request.once('data', () => request.socket.destroy());
};

/** All of it was read by something in between, and went nowhere. */
export const cutAfterUpload: Trouble = async (request) => {
  await read(request);
  request.socket.destroy();
};

/** The server has stored it, and its reply is lost. */
export const loseReply: Trouble = async (request) => {
  await ask(request);
  request.socket.destroy();
};

/** The server has stored it, and its reply breaks off in the middle. */
export const cutReply: Trouble = async (request, response) => {
  const { status, headers, body } = await ask(request);
  const { connection: _connection, 'transfer-encoding': _coding, ...others } = headers;
  response.writeHead(status, { ...others, 'Content-Length': body.length });
  response.write(body.subarray(0, 20), () => response.destroy());
};

/** The connection goes while the server is still at work: it answers to nobody. */
export const leaveEarly: Trouble = async (request) => {
  const answer = ask(request);
  setTimeout(() => request.socket.destroy(), 30);
  await answer;
};

/** Takes its time, in milliseconds, before the server gets it. */
export const late =
  (milliseconds: number, then: Trouble = pass): Trouble =>
  async (request, response) => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await then(request, response);
  };

/** The server gets it at once; its reply takes its time, in milliseconds. */
export const lateReply =
  (milliseconds: number): Trouble =>
  async (request, response) => {
    const answer = await ask(request);
    // Who does not wait for it must not keep the tests waiting.
    await new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
    reply(response, answer);
  };

/** Never answers. */
export const silence: Trouble = async (request) => {
  await read(request);
};

export interface Said {
  readonly type?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The reference server has stored it all the same. */
  readonly stored?: boolean;
}

/** Something else answers. */
export const says =
  (status: number, { type = 'text/plain', body = '', headers = {}, stored }: Said = {}): Trouble =>
  async (request, response) => {
    await (stored ? ask(request) : read(request));
    response.writeHead(status, { 'Content-Type': type, ...headers });
    response.end(body);
  };

/** A problem document (RFC 9457). */
export const complains = (
  status: number,
  problem: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Trouble =>
  says(status, {
    type: 'application/problem+json',
    body: JSON.stringify({ status, title: 'A problem', ...problem }),
    headers,
  });

/** The form alone on a page. */
export const formTag = (projectId: string, attributes = ''): string =>
  `<foothold-application-form api="/api" project-id="${projectId}" privacy-url="/privacy.html" ${attributes}></foothold-application-form>
  <script async src="/foothold/foothold.js"></script>`;

/** @param pages by path; `/` is the page under test */
export async function troubledSite(
  pages: Readonly<Record<string, HostPage>>,
): Promise<TroubledSite> {
  let troubles: readonly Trouble[] = [pass];
  let preflight = pass;
  const keys: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const take = (request: IncomingMessage): Trouble => {
    headers.push(request.headers);
    if (request.method === 'OPTIONS') return preflight;
    if (request.method !== 'POST' || !request.url?.endsWith('/applications')) return pass;
    keys.push(String(request.headers['idempotency-key']));
    const [trouble = pass, ...others] = troubles;
    if (others.length > 0) troubles = others;
    return trouble;
  };
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    // Who is cut off notices in its own way; what went wrong here must not end the tests.
    Promise.resolve(take(request)(request, response)).catch(() => response.destroy());
  };
  const site = await hostSite(
    pages,
    { '/api/': answer },
    // A browser sends again by itself what fails on a connection that it has used before.
    { keepsConnections: false },
  );
  return {
    ...site,
    keys,
    headers,
    go(...next) {
      troubles = next;
    },
    preflights(next) {
      preflight = next;
    },
  };
}
