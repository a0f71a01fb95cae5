/** What stands on the page must stay where it is while listings arrive. */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { DESKTOP, PHONE, visit } from './support/browser.ts';
import { demoServer } from './support/demo-server.ts';
import { container, hostSite, pageWith, scriptTag } from './support/host-site.ts';

interface Measured extends Window {
  shift: number;
}

/** Has what a pattern matches come `delay` milliseconds later. */
const slow = (page: Page, pattern: string, delay: number): Promise<unknown> =>
  page.route(pattern, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, delay));
    await route.continue();
  });

/** Opens a page whose API takes `delay` milliseconds, and adds up what Chromium counts as shift. */
async function shiftOn(page: Page, url: string, delay = 0): Promise<number> {
  await page.addInitScript(() => {
    const measured = window as unknown as Measured;
    measured.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        measured.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  if (delay) await slow(page, '**/api/projects*', delay);
  await page.goto(url);
  await page.getByRole('listitem').filter({ hasText: /hours/ }).first().waitFor();
  await page.waitForTimeout(500);
  return await page.evaluate(() => (window as unknown as Measured).shift);
}

const delays = { 'a fast API': 0, 'an API slow enough for a skeleton': 900 };

const cases = [
  { name: 'the canonical snippet', path: '/' },
  { name: 'height reserved by the stylesheet, under a strict policy', path: '/csp.html' },
  { name: 'a teaser on a home page', path: '/home.html' },
  { name: 'a teaser beside an article', path: '/article.html' },
];

describe('layout shift is 0:', () => {
  for (const { name, path } of cases) {
    for (const [device, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
      for (const [speed, delay] of Object.entries(delays)) {
        it(`${name}, ${device}, ${speed}`, async () => {
          const { url } = await demoServer();
          const { page } = await visit({ viewport });
          expect(await shiftOn(page, url + path, delay)).to.equal(0);
        });
      }
    }
  }

  it('not so without reserved height, which is how one knows that it is measured', async () => {
    const site = await hostSite({
      '/': pageWith(`${container('')}<p>Below the board</p>${await scriptTag()}`),
    });
    const { page } = await visit();
    // What is there before the first paint moves nothing: on a slow machine that could be everything.
    await slow(page, '**/foothold.js', 600);
    expect(await shiftOn(page, site.url, 900)).to.be.greaterThan(0.01);
  });
});
