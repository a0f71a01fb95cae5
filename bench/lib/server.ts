/** A site and a listings API on loopback, each on a port of its own, compressed as a good server does it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants } from 'node:zlib';
import { answerNatively } from '../../demo/mocks/native-api.ts';
import type { ListingsSource } from '../../src/source/listings-source.ts';

/** A file as it goes out. */
interface Stored {
  readonly type: string;
  readonly body: Buffer;
}

export interface BenchServer {
  readonly site: string;
  /** Base URL of the listings API, on another origin. */
  readonly api: string;
  /** What was asked for since it was last emptied. */
  readonly log: { readonly path: string; readonly bytes: number }[];
  /** Makes the API answer from these listings. */
  list(source: ListingsSource): void;
  /** Puts a file at a path of both origins. */
  put(path: string, type: string, text: string): void;
  close(): Promise<void>;
}

const compress = (text: string, quality: number): Buffer =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });

const listen = (handle: (request: IncomingMessage, response: ServerResponse) => void) =>
  new Promise<{ url: string; close: () => Promise<void> }>((resolve) => {
    const server = createServer(handle);
    server.listen(0, '127.0.0.1', () => {
      resolve({
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });

export async function startServer(): Promise<BenchServer> {
  const files = new Map<string, Stored>();
  /** Answers of the API are worked out once: it is not the server that is measured. */
  const answers = new Map<string, Promise<Stored>>();
  const log: { path: string; bytes: number }[] = [];
  let source: ListingsSource | undefined;

  async function answer(path: string): Promise<Stored> {
    if (!source) throw new Error('The API has no listings.');
    const response = await answerNatively(new Request(api.url + path), source, `${api.url}/api`);
    const text = await response.text();
    return { type: 'application/json', body: compress(text, 5) };
  }

  function stored(path: string): Stored | Promise<Stored> | undefined {
    if (!path.startsWith('/api/')) return files.get(path.replace(/\?.*/, ''));
    let known = answers.get(path);
    if (!known) answers.set(path, (known = answer(path)));
    return known;
  }

  async function handle({ url = '/' }: IncomingMessage, response: ServerResponse): Promise<void> {
    const found = await stored(url);
    log.push({ path: url, bytes: found?.body.byteLength ?? 0 });
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': `${found.type}; charset=utf-8`,
      'Content-Encoding': 'br',
      'Content-Length': found.body.byteLength,
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'public, max-age=30',
    });
    response.end(found.body);
  }

  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    handle(request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  };
  const [site, api] = await Promise.all([listen(onRequest), listen(onRequest)]);
  return {
    site: site.url,
    api: `${api.url}/api`,
    log,
    list(given) {
      source = given;
      answers.clear();
    },
    put(path, type, text) {
      files.set(path, { type, body: compress(text, 11) });
    },
    close: async () => {
      await Promise.all([site.close(), api.close()]);
    },
  };
}
