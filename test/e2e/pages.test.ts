/** Every demo page, as everybody finds it. */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { readPages } from '../../demo/site/render-page.ts';
import { violationsOn } from './support/axe.ts';
import { DESKTOP, foreignRequests, PHONE, visit } from './support/browser.ts';
import { demoServer } from './support/demo-server.ts';

const pages = (await readPages()).map(({ path, open = path }) => open);

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
      expect(await page.evaluate(() => sessionStorage.length), 'stored').to.equal(0);
      const isExpected = /^\/(api-down|several)\.html/.test(path) ? /\b503\b/ : /^$/;
      const errors = opened.errors.filter((error) => !isExpected.test(error));
      expect(errors, 'errors').to.deep.equal([]);

      expect(await violationsOn(page), 'axe, light').to.deep.equal([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violationsOn(page), 'axe, dark').to.deep.equal([]);

      await page.setViewportSize(PHONE);
      expect(await overflowOf(page), 'pixels to scroll sideways').to.equal(0);
      expect(await violationsOn(page), 'axe, phone').to.deep.equal([]);
    });
  }
});
