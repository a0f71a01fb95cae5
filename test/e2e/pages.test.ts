/** Every demo page, as everybody finds it. */
import axe from 'axe-core';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { readPages } from '../../demo/site/render-page.ts';
import { DESKTOP, foreignRequests, PHONE, visit } from './support/browser.ts';
import { demoServer } from './support/demo-server.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const pages = (await readPages()).map(({ path, open = path }) => open);

/** What axe finds, one line for each rule. */
async function violationsOn(page: Page): Promise<string[]> {
  return await page.evaluate(async (values) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run({ runOnly: { type: 'tag', values } });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
  }, WCAG);
}

const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('every demo page is quiet, accessible in light and dark, and fits a phone:', () => {
  for (const path of pages) {
    it(path, async function () {
      this.timeout(30_000);
      const { url } = await demoServer();
      // Colors that are on their way from light to dark have no contrast to speak of.
      const opened = await visit({ viewport: DESKTOP, reducedMotion: 'reduce' });
      const { page, context } = opened;
      await page.goto(url + path);
      await page.waitForLoadState('networkidle');

      expect(foreignRequests(opened, url), 'requests to other hosts').to.deep.equal([]);
      const { cookies, origins } = await context.storageState({ indexedDB: true });
      expect({ cookies, origins }, 'stored').to.deep.equal({ cookies: [], origins: [] });
      const isExpected = path === '/api-down.html' ? /\b503\b/ : /^$/;
      const errors = opened.errors.filter((error) => !isExpected.test(error));
      expect(errors, 'errors').to.deep.equal([]);

      await page.evaluate(axe.source);
      expect(await violationsOn(page), 'axe, light').to.deep.equal([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violationsOn(page), 'axe, dark').to.deep.equal([]);

      await page.setViewportSize(PHONE);
      expect(await overflowOf(page), 'pixels to scroll sideways').to.equal(0);
      expect(await violationsOn(page), 'axe, phone').to.deep.equal([]);
    });
  }
});
