/** The listings API fails, and comes back. */
import { expect } from 'chai';
import { visit } from './support/browser.ts';
import { demoServer } from './support/demo-server.ts';
import { hostSite, pageWith, scriptTag } from './support/host-site.ts';

describe('an API that is down', () => {
  it('leaves the fallback link beside “Try again”, which draws the listings once it is back', async () => {
    const { url } = await demoServer();
    const { page } = await visit();
    await page.goto(`${url}/api-down.html`);
    const fallback = page.getByRole('link', { name: 'Browse micro-internships' });
    const again = page.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    expect(
      await page.getByText('The listings service answered with an error.').isVisible(),
    ).to.equal(true);
    expect(await page.getByText('Meanwhile:').isVisible()).to.equal(true);
    expect(await fallback.isVisible()).to.equal(true);

    await page.route('**/api-down/**', (route) =>
      route.continue({ url: route.request().url().replace('/api-down/', '/api/') }),
    );
    await again.click();
    await page.getByRole('button', { name: 'Show more projects' }).waitFor();
    expect(await fallback.isVisible()).to.equal(false);
    expect(await again.count()).to.equal(0);
  });

  it('promises nothing “meanwhile” on a page without a fallback', async () => {
    const { url } = await demoServer();
    const site = await hostSite({
      '/': pageWith(`<div id="board"></div>${await scriptTag({ 'data-api': `${url}/api-down` })}`),
    });
    const { page } = await visit();
    await page.route('**/api-down/**', (route) => route.fulfill({ status: 503 }));
    await page.goto(site.url);
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await page.getByText('Meanwhile:').isVisible()).to.equal(false);
  });

  it('keeps what is shown while the next search fails', async () => {
    const { url } = await demoServer();
    const { page } = await visit();
    await page.goto(url);
    await page.getByRole('button', { name: 'Show more projects' }).waitFor();
    await page.route('**/api/projects?*', (route) => route.abort());
    await page.getByRole('searchbox').fill('design');
    await page.getByRole('button', { name: 'Try again' }).first().waitFor();
    await page.unroute('**/api/projects?*');
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await page.getByRole('button', { name: 'Try again' }).first().waitFor({ state: 'hidden' });
    expect(await page.getByRole('searchbox').inputValue()).to.equal('design');
  });
});
