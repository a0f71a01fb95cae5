/** The demo without a server: files from `npm run build:demo` on a server that can do nothing but send files. */
import { expect } from 'chai';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { buildDemo } from '../../demo/build-demo.ts';
import { readPages } from '../../demo/site/render-page.ts';
import { fillIn, form, newStudent } from './support/application.ts';
import { foreignRequests, visit } from './support/browser.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'dist', 'demo');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

describe('the demo as static files', () => {
  let server: Server;
  let url = '';

  before(async function () {
    this.timeout(60_000);
    await buildDemo();
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      // In a folder, as a project page of a code host serves it.
      const path = pathname.replace(/^\/some\/folder/, '').replace(/\/$/, '/index.html');
      const file = join(FOLDER, path);
      if (!pathname.startsWith('/some/folder/') || !existsSync(file)) {
        response.writeHead(404).end();
        return;
      }
      void readFile(file).then((bytes) => {
        response
          .writeHead(200, { 'Content-Type': types[extname(file)] ?? 'text/plain' })
          .end(bytes);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/some/folder`;
  });

  after(() => {
    server.closeAllConnections();
    server.close();
  });

  it('takes an application from the first visit on', async function () {
    this.timeout(30_000);
    const opened = await visit();
    const { page } = opened;
    await page.goto(`${url}/`);
    await page.getByRole('searchbox', { name: 'Search projects' }).fill('survey');
    await page.waitForFunction(() => location.search.includes('fh-q=survey'));
    await page.locator('foothold-board').getByRole('listitem').getByRole('link').first().click();
    await page.getByRole('heading', { name: 'About the project' }).waitFor();
    const { searchParams } = new URL(page.url());
    expect(searchParams.get('fh-project')).to.match(/^\w+-\d+$/);
    expect(opened.errors).to.deep.equal([]);
    expect(foreignRequests(opened, new URL(url).origin)).to.deep.equal([]);
  });

  it('completes an application', async function () {
    this.timeout(30_000);
    const { page, errors } = await visit();
    await page.goto(`${url}/`);
    const { id } = await page.evaluate(async () => {
      const response = await fetch('./api/projects?limit=100');
      const { items } = (await response.json()) as {
        items: {
          id: string;
          application?: { mode?: string; questions?: { required?: boolean }[] };
        }[];
      };
      const simple = items.find(
        ({ application: { mode, questions = [] } = {} }) =>
          mode === 'post' && questions.every(({ required }) => !required),
      );
      return { id: simple?.id ?? '' };
    });
    await page.goto(`${url}/apply.html?id=${id}`);
    await fillIn(page, newStudent());
    await form(page).send.click();
    await form(page).receipt.waitFor();
    expect(errors).to.deep.equal([]);
  });

  it('has every page of the site, without an error or a dead link', async function () {
    this.timeout(60_000);
    const opened = await visit();
    const { page } = opened;
    const linked = new Set<string>();
    for (const { path, open = path, live } of await readPages()) {
      if (live) continue;
      await page.goto(`${url}${open}`);
      await page.waitForTimeout(300);
      const links = await page.evaluate(() =>
        [...document.querySelectorAll('a')].map(({ href }) => href.replace(/[?#].*/, '')),
      );
      for (const link of links) if (link.startsWith('http')) linked.add(link);
    }
    expect(opened.errors.filter((error) => !error.includes('503'))).to.deep.equal([]);
    for (const link of linked) expect((await fetch(link)).status, link).to.equal(200);
  });
});
