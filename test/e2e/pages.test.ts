/** Every demo page, as everybody finds it. */
import axe from 'axe-core';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { readPages } from '../../demo/site/render-page.ts';
import { DESKTOP, foreignRequests, PHONE, visit, type Visit } from './support/browser.ts';
import { demoServer } from './support/demo-server.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const pages = (await readPages()).map(({ path, open = path }) => open);

async function open(path: string, options: Parameters<typeof visit>[0]): Promise<Visit> {
  const { url } = await demoServer();
  const opened = await visit(options);
  await opened.page.goto(url + path);
  await opened.page.waitForLoadState('networkidle');
  await opened.page.waitForTimeout(100);
  return opened;
}

async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async (values) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run({ runOnly: { type: 'tag', values } });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
  }, WCAG);
}

describe('every demo page', () => {
  for (const path of pages) {
    describe(path, () => {
      it('contacts no other host, stores nothing and puts no error on the console', async () => {
        const { url } = await demoServer();
        const opened = await open(path, { viewport: DESKTOP });
        expect(foreignRequests(opened, url)).to.deep.equal([]);
        const { cookies, origins } = await opened.context.storageState({ indexedDB: true });
        expect({ cookies, origins }).to.deep.equal({ cookies: [], origins: [] });
        const expected = path === '/api-down.html' ? /503/ : /^$/;
        expect(opened.errors.filter((error) => !expected.test(error))).to.deep.equal([]);
      });

      for (const colorScheme of ['light', 'dark'] as const) {
        it(`has no accessibility violation that axe can find (${colorScheme})`, async function () {
          this.timeout(30_000);
          const { page } = await open(path, { viewport: DESKTOP, colorScheme });
          expect(await violationsOn(page)).to.deep.equal([]);
        });
      }

      it('fits 360 pixels without scrolling sideways', async () => {
        const { page } = await open(path, { viewport: PHONE });
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).to.equal(0);
      });
    });
  }
});
