/** One browser for all tests, and for each visit a fresh profile that notes what should not happen. */
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type LaunchOptions,
  type Page,
} from 'playwright-core';
import { browserArgs, findBrowser } from '../../../scripts/find-browser.ts';

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors on the console, exceptions, and dialogs that a page opened. */
  readonly errors: string[];
  /** Pages that were left although they had warned of it. */
  readonly leftUnsent: string[];
  /** Addresses of all requests, in order. */
  readonly requests: string[];
  /** Violations of the page's Content Security Policy. */
  readonly violations: string[];
}

async function launch(options: LaunchOptions = {}): Promise<Browser> {
  const { path, env } = await findBrowser();
  return await chromium.launch({
    ...options,
    executablePath: path,
    env,
    // Invented host names lead to this machine: other origins, and pages that are no secure context.
    args: [...browserArgs, '--host-resolver-rules=MAP *.example 127.0.0.1'],
  });
}

let launched: Promise<Browser> | undefined;
const contexts = new Set<BrowserContext>();

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 360, height: 740 };

/** Opens a blank page. The test runner closes it after the test. */
export async function visit(options: BrowserContextOptions = {}): Promise<Visit> {
  return await visitIn(await (launched ??= launch()), options);
}

/**
 * The same in a browser that keeps pages for Back and Forward, which tests otherwise have switched off.
 * There go back by `history.back()`: Playwright waits for a load that does not come.
 */
export async function visitWithBackForwardCache(): Promise<Visit> {
  const browser = await launch({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });
  const opened = await visitIn(browser, {});
  opened.context.on('close', () => void browser.close());
  return opened;
}

async function visitIn(browser: Browser, options: BrowserContextOptions): Promise<Visit> {
  const context = await browser.newContext({
    viewport: DESKTOP,
    locale: 'en-US',
    timezoneId: 'America/New_York',
    acceptDownloads: true,
    ...options,
  });
  contexts.add(context);
  context.setDefaultTimeout(10_000);
  const errors: string[] = [];
  const leftUnsent: string[] = [];
  const requests: string[] = [];
  const violations: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => errors.push(String(error.error())));
  context.on('dialog', (dialog) => {
    if (dialog.type() === 'beforeunload') {
      leftUnsent.push(dialog.page()?.url() ?? '');
      // Who leaves in a test means it.
      void dialog.accept();
      return;
    }
    errors.push(`A dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await context.exposeBinding('noteViolation', (_source, text: string) => {
    violations.push(text);
  });
  await context.addInitScript(() => {
    const { noteViolation } = window as unknown as { noteViolation: (text: string) => void };
    addEventListener('securitypolicyviolation', (event) => {
      noteViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  const page = await context.newPage();
  return { page, context, errors, leftUnsent, requests, violations };
}

/** Requests that left for another origin than these. */
export const foreignRequests = ({ requests }: Visit, ...origins: readonly string[]): string[] =>
  requests.filter((url) => /^https?:/.test(url) && !origins.includes(new URL(url).origin));

afterEach('close pages', async () => {
  await Promise.all([...contexts].map((context) => context.close()));
  contexts.clear();
});

after('close the browser', async () => {
  await (await launched)?.close();
});
