/** What stands on the page must stay where it is while listings arrive. */
import { expect } from 'chai';
import { DESKTOP, PHONE, visit } from './support/browser.ts';
import { demoServer } from './support/demo-server.ts';

interface Measured extends Window {
  shift: number;
}

const cases = {
  'the canonical snippet': '/',
  'height reserved by the stylesheet, under a strict policy': '/csp.html',
  'a teaser on a home page': '/home.html',
  'a teaser beside an article': '/article.html',
};

describe('layout shift', () => {
  for (const [name, path] of Object.entries(cases)) {
    for (const [device, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
      for (const delay of [0, 900]) {
        it(`is 0: ${name}, ${device}, ${delay ? 'a slow API' : 'a fast API'}`, async () => {
          const { url } = await demoServer();
          const { page } = await visit({ viewport });
          await page.addInitScript(() => {
            const measured = window as unknown as Measured;
            measured.shift = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
                measured.shift += entry.value;
            }).observe({ type: 'layout-shift', buffered: true });
          });
          if (delay) {
            await page.route('**/api/projects*', async (route) => {
              await new Promise((resolve) => setTimeout(resolve, delay));
              await route.continue();
            });
          }
          await page.goto(url + path);
          await page
            .locator('main')
            .getByRole('listitem')
            .filter({ hasText: /\$|pay/i })
            .first()
            .waitFor();
          await page.waitForTimeout(500);
          const shift = await page.evaluate(() => (window as unknown as Measured).shift);
          expect(shift).to.equal(0);
        });
      }
    }
  }
});
