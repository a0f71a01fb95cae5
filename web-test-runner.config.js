import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { browserArgs, findBrowser } from './scripts/find-browser.ts';
import { countingReporter } from './scripts/lib/wtr-reporter.mjs';
import { serveHostile } from './test/support/serve-hostile.ts';

const browser = await findBrowser();

/** msw asks for its service worker at the root of the origin. */
const mockServiceWorker = {
  name: 'mock-service-worker',
  serve({ path }) {
    if (path !== '/mockServiceWorker.js') return undefined;
    const file = fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js'));
    return { body: readFileSync(file, 'utf8'), type: 'js' };
  },
};

/**
 * Pages serve one test file after the other, with `about:blank` in between. Their history has room for 50
 * entries; once it is full of earlier files, Back leads to those instead of where a test has been.
 */
const forgetHistory = async (page) => {
  const devtools = await page.createCDPSession();
  const goto = page.goto.bind(page);
  page.goto = async (url, options) => {
    const response = await goto(url, options);
    if (url === 'about:blank') await devtools.send('Page.resetNavigationHistory');
    return response;
  };
};

/**
 * A window for each page, and each with the focus: a tab in the background draws no frames, and an
 * element in it cannot be focused.
 */
const createPage = async ({ browser: running }) => {
  const context = await running.createBrowserContext();
  const page = await context.newPage();
  await page.emulateFocusedPage(true);
  await forgetHistory(page);
  return page;
};

export default {
  files: ['test/{domain,source,store,i18n,lib,controllers,elements,embed,a11y}/**/*.test.ts'],
  nodeResolve: { exportConditions: ['browser', 'development'] },
  concurrency: 2,
  testsFinishTimeout: 180_000,
  testFramework: { config: { timeout: 10_000 } },
  browsers: [
    chromeLauncher({
      createPage,
      launchOptions: { executablePath: browser.path, env: browser.env, args: [...browserArgs] },
    }),
  ],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  plugins: [
    // The tsconfig matters: legacy decorators and class fields by assignment, as in the builds.
    esbuildPlugin({
      ts: true,
      json: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
    mockServiceWorker,
    serveHostile,
  ],
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: false }),
    countingReporter(),
  ],
};
