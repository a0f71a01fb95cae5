/** One browser for all samples, and for each sample a profile of its own: nothing cached, nothing compiled. */
import {
  chromium,
  type Browser,
  type BrowserContext,
  type CDPSession,
  type Frame,
  type Page,
} from 'playwright-core';
import { browserArgs, findBrowser } from '../../scripts/find-browser.ts';

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 360, height: 740 };

export async function launch(): Promise<Browser> {
  const { path, env } = await findBrowser();
  return await chromium.launch({
    executablePath: path,
    env,
    args: [
      ...browserArgs,
      // A frame on another port runs in the page's own process, so that its work is counted with the page's.
      '--disable-site-isolation-trials',
      '--disable-features=OriginKeyedProcessesByDefault,IsolateOrigins,site-per-process',
      '--js-flags=--expose-gc',
    ],
  });
}

export interface Sample {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly cdp: CDPSession;
}

export interface SampleOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  /** DevTools' "Slow 4G", and a processor at a quarter of its speed. */
  readonly isThrottled?: boolean;
}

/** DevTools' preset "Slow 4G": latency in ms for each request, throughput in bytes a second. */
const SLOW_4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: 180_000,
  uploadThroughput: 84_375,
};

/** Opens a blank page, has `run` look at it, and closes it. */
export async function withSample<Result>(
  browser: Browser,
  { viewport = DESKTOP, isThrottled = false }: SampleOptions,
  run: (sample: Sample) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({
    viewport,
    locale: 'en-US',
    timezoneId: 'America/New_York',
  });
  try {
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(`On the page: ${error.message}`));
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    if (isThrottled) {
      await cdp.send('Network.enable');
      await cdp.send('Network.emulateNetworkConditions', SLOW_4G);
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    }
    return await run({ context, page, cdp });
  } finally {
    await context.close();
  }
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Milliseconds that the page's main thread has computed so far, whatever else ran on the machine; what we asked of it left out. */
export async function mainThread({ cdp }: Sample): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const valueOf = (name: string) => metrics.find((each) => each.name === name)?.value ?? NaN;
  return (valueOf('ThreadTime') - valueOf('DevToolsCommandDuration')) * 1000;
}

/**
 * The same, once nothing has been computed for a while.
 * @throws when the page does not come to rest within a minute
 */
export async function settledMainThread(sample: Sample): Promise<number> {
  const end = Date.now() + 60_000;
  let before = await mainThread(sample);
  for (let calm = 0; calm < 3;) {
    if (Date.now() > end) throw new Error(`${sample.page.url()} does not come to rest.`);
    await sleep(100);
    const now = await mainThread(sample);
    calm = now - before < 0.5 ? calm + 1 : 0;
    before = now;
  }
  return before;
}

/** Elements by selector, also in shadow roots. Runs in the page. */
function deep(selector: string): Element[] {
  const found: Element[] = [];
  const look = (root: Document | ShadowRoot) => {
    found.push(...root.querySelectorAll(selector));
    for (const element of root.querySelectorAll('*'))
      if (element.shadowRoot) look(element.shadowRoot);
  };
  look(document);
  return found;
}

const inFrame = <Result>(frame: Frame, expression: string): Promise<Result> =>
  frame.evaluate<Result>(`(() => { ${deep.toString()}; return ${expression}; })()`);

/** Evaluates an expression that may use `deep(selector)` in every frame of a page. */
export const inFrames = <Result>(page: Page, expression: string): Promise<Result[]> =>
  Promise.all(page.frames().map((frame) => inFrame<Result>(frame, expression)));

/** The words of each card without the space between them, in whatever frame and shadow root. */
export const cardTexts = async (page: Page): Promise<string[]> =>
  (
    await inFrames<string[]>(
      page,
      `deep('article').map(({ textContent }) => textContent.replace(/\\s+/g, ''))`,
    )
  ).flat();

/** Waits until there are so many cards. */
export async function waitForCards(page: Page, count: number, timeout = 30_000): Promise<void> {
  const end = Date.now() + timeout;
  for (;;) {
    const counts = await inFrames<number>(page, `deep('article').length`);
    const sum = counts.reduce((a, b) => a + b, 0);
    if (sum === count) return;
    if (Date.now() > end) throw new Error(`${sum} cards in place of ${count} at ${page.url()}`);
    await sleep(30);
  }
}

/** `Chromium 156.0.8078.108`. */
export async function browserVersion(): Promise<string> {
  const browser = await launch();
  const version = browser.version();
  await browser.close();
  return `Chromium ${version}`;
}
