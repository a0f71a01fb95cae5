/**
 * A site of its own for pages that the demo does not have: other headers, broken tags, other scripts.
 * It serves the built script, and passes `/api` on to the demo server.
 */
import { readFile } from 'node:fs/promises';
import {
  createServer,
  request as forward,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { demoServer } from './demo-server.ts';

const SCRIPTS = join(import.meta.dirname, '..', '..', '..', 'dist', 'cdn');

export interface HostPage {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

export interface HostSite {
  readonly url: string;
  /** The same server by another name: `http://NAME:PORT`. Names end in `.example`. */
  by(name: string): string;
  /** Paths with their query, as they were asked for. */
  readonly requested: string[];
  close(): Promise<void>;
}

export const scriptFile = (name = 'foothold.js'): Promise<string> =>
  readFile(join(SCRIPTS, name), 'utf8');

export async function integrity(name = 'foothold.js'): Promise<string> {
  const manifest = JSON.parse(await scriptFile('integrity.json')) as {
    files: Record<string, { integrity: string }>;
  };
  return manifest.files[name]?.integrity ?? '';
}

/** A document around `body`. */
export const pageWith = (
  body: string,
  headers: Readonly<Record<string, string>> = {},
): HostPage => ({
  html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
<link rel="icon" href="data:,"></head><body>${body}</body></html>`,
  headers,
});

export const FALLBACK = 'Browse micro-internships';

const attributesOf = (attributes: Readonly<Record<string, string>>) =>
  Object.entries(attributes)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');

/** The script tag of the canonical snippet; `undefined` leaves an attribute out. */
export async function scriptTag(
  attributes: Readonly<Record<string, string | undefined>> = {},
): Promise<string> {
  const all = {
    src: '/foothold/foothold.js',
    integrity: await integrity(),
    crossorigin: 'anonymous',
    'data-target': '#board',
    'data-api': '/api',
    'data-privacy-url': '/privacy.html',
    ...attributes,
  };
  const given = Object.entries(all).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return `<script async ${attributesOf(Object.fromEntries(given))}></script>`;
}

/** The container of the canonical snippet. */
export const container = (attributes = 'style="min-height:100vh"'): string =>
  `<div id="board" ${attributes}><a href="/elsewhere">${FALLBACK}</a></div>`;

async function passOn(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { url } = await demoServer();
  const { method = 'GET', headers } = request;
  const onward = forward(new URL(request.url ?? '/', url), { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}

const sites = new Set<HostSite>();

/**
 * @param pages by path
 * @param answers functions by path, or by the start of a path where it ends in `/`
 * @param options with `keepsConnections: false` each request has a connection of its own
 */
export async function hostSite(
  pages: Readonly<Record<string, HostPage>>,
  answers: Readonly<Record<string, Answer>> = {},
  { keepsConnections = true }: { keepsConnections?: boolean } = {},
): Promise<HostSite> {
  const requested: string[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    requested.push(url);
    const path = url.replace(/[?#].*/, '');
    const page = pages[path];
    const answer = Object.entries(answers).find(([at]) =>
      at.endsWith('/') ? path.startsWith(at) : path === at,
    )?.[1];
    if (answer) {
      answer(request, response);
    } else if (page) {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...page.headers });
      response.end(page.html);
    } else if (path.startsWith('/api/')) {
      void passOn(request, response);
    } else if (path.startsWith('/foothold/')) {
      scriptFile(path.slice('/foothold/'.length)).then(
        (text) => {
          response.writeHead(200, {
            'Content-Type': 'text/javascript; charset=utf-8',
            'Access-Control-Allow-Origin': '*',
          });
          response.end(text);
        },
        () => response.writeHead(404).end(),
      );
    } else {
      response.writeHead(404).end();
    }
  });
  if (!keepsConnections) server.maxRequestsPerSocket = 1;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const site: HostSite = {
    url: `http://127.0.0.1:${port}`,
    by: (name) => `http://${name}:${port}`,
    requested,
    close: () => {
      sites.delete(site);
      return new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      });
    },
  };
  sites.add(site);
  return site;
}

afterEach('close host sites', async () => {
  await Promise.all([...sites].map((site) => site.close()));
  sites.clear();
});
