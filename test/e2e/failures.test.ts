/** The listings API fails, and comes back. */
import { expect } from 'chai';
import { fillIn, form, newStudent, simpleProject } from './support/application.ts';
import { visit } from './support/browser.ts';
import { demoServer } from './support/demo-server.ts';
import { hostSite, pageWith, scriptTag } from './support/host-site.ts';
import { asStaff } from './support/staff.ts';

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

describe('an application that could not be sent', () => {
  it('is still there, goes out under the same key, and is stored once', async function () {
    this.timeout(30_000);
    const { url } = await demoServer();
    const { id } = await simpleProject();
    const student = newStudent();
    const { page } = await visit();
    const keys: (string | null)[] = [];
    let failures = 0;
    await page.route('**/applications', async (route) => {
      keys.push(await route.request().headerValue('Idempotency-Key'));
      if (failures === 0) {
        failures += 1;
        // It arrives, but its answer does not.
        await route.fetch();
        await route.abort('connectionreset');
      } else {
        await route.continue();
      }
    });
    await page.goto(`${url}/?fh-project=${id}&fh-apply=1`);
    await fillIn(page, student);
    await form(page).send.click();
    await page.getByRole('alert').first().waitFor();
    expect(await form(page).proposal.inputValue()).to.equal(student.proposal);
    await page
      .getByRole('button', { name: /Send application|Try again/ })
      .first()
      .click();
    await form(page).receipt.waitFor();
    expect(new Set(keys).size).to.equal(1);
    expect(keys.length).to.be.greaterThan(1);

    const csv = await (await asStaff('/staff/applications.csv')).text();
    expect(csv.split(student.email).length - 1).to.equal(1);
  });
});
