/**
 * Tabs as a browser really treats them: thrown away to save memory, crashed, closed and opened again. Only an
 * extension may ask for that, and only a browser with a profile of its own takes one.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page, type Worker } from 'playwright-core';
import { browserArgs, findBrowser } from '../../../scripts/find-browser.ts';

export interface Tabs {
  readonly context: BrowserContext;
  /** Throws the tab away, and comes back to it: it loads anew, with what the tab itself keeps. */
  discard(page: Page): Promise<Page>;
  /** Ends the tab's process at once, loads it anew, and gives the tab as it then is. */
  crash(page: Page): Promise<Page>;
  /** Closes the tab, and opens it again as Ctrl+Shift+T does. */
  reopen(page: Page): Promise<Page>;
  close(): Promise<void>;
}

interface ChromeTab {
  readonly id: number;
}

/** As much of an extension's own interface as is used. */
interface Chrome {
  readonly tabs: {
    query(about: { url?: string }): Promise<ChromeTab[]>;
    discard(id: number): Promise<ChromeTab>;
    update(id: number, changes: { active: boolean }): Promise<unknown>;
    reload(id: number): Promise<unknown>;
  };
  readonly sessions: { restore(): Promise<unknown> };
}

const MANIFEST = {
  manifest_version: 3,
  name: 'Tabs',
  version: '1',
  permissions: ['tabs', 'sessions'],
  background: { service_worker: 'worker.js' },
};

/** Undefined where the browser takes no extensions, as those do that have no windows at all. */
export async function openTabs(): Promise<Tabs | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'foothold-tabs-'));
  const extension = join(folder, 'extension');
  await mkdir(extension);
  await writeFile(join(extension, 'manifest.json'), JSON.stringify(MANIFEST));
  await writeFile(join(extension, 'worker.js'), '');
  const { path, env } = await findBrowser();
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: path,
    env,
    locale: 'en-US',
    args: [
      ...browserArgs,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
    ignoreDefaultArgs: ['--disable-extensions'],
  });
  context.setDefaultTimeout(10_000);
  context.on('dialog', (dialog) => void dialog.accept());
  const close = async () => {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  };
  const worker = await serviceWorker(context);
  if (!worker) {
    await close();
    return undefined;
  }

  /** The page that comes when something is asked of the browser. */
  const comingFrom = async (ask: () => Promise<unknown>): Promise<Page> => {
    const [page] = await Promise.all([context.waitForEvent('page'), ask()]);
    await page.waitForLoadState();
    return page;
  };
  const throwAway = (url: string) =>
    worker.evaluate(async (address) => {
      const { tabs } = (globalThis as unknown as { chrome: Chrome }).chrome;
      const [tab] = await tabs.query({ url: address });
      const { id } = await tabs.discard(tab?.id ?? -1);
      await tabs.update(id, { active: true });
    }, url);
  const other = await context.newPage();
  return {
    context,
    close,
    async discard(page) {
      await other.bringToFront();
      return await comingFrom(() => throwAway(page.url()));
    },
    async crash(page) {
      const url = page.url();
      const session = await context.newCDPSession(page);
      const crashed = page.waitForEvent('crash');
      void session.send('Page.crash').catch(() => undefined);
      await crashed;
      await worker.evaluate(async (address) => {
        const { tabs } = (globalThis as unknown as { chrome: Chrome }).chrome;
        const [tab] = await tabs.query({ url: address });
        await tabs.reload(tab?.id ?? -1);
        await new Promise((resolve) => setTimeout(resolve, 500));
      }, url);
      // What drives the browser gives a crashed tab up; thrown away it comes as another one.
      await other.bringToFront();
      return await comingFrom(() => throwAway(url));
    },
    async reopen(page) {
      await page.close();
      return await comingFrom(() =>
        worker.evaluate(async () => {
          // A tab is in the list of closed ones a moment after it has gone.
          await new Promise((resolve) => setTimeout(resolve, 500));
          await (globalThis as unknown as { chrome: Chrome }).chrome.sessions.restore();
        }),
      );
    },
  };
}

async function serviceWorker(context: BrowserContext): Promise<Worker | undefined> {
  const [worker] = context.serviceWorkers();
  return (
    worker ??
    (await context.waitForEvent('serviceworker', { timeout: 5000 }).catch(() => undefined))
  );
}
