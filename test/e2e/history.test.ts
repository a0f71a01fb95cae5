/** The board in the browser's history: Back, Forward, reload, and links that are passed on. */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { fillIn, form, newStudent, simpleProject } from './support/application.ts';
import { visit, visitWithBackForwardCache } from './support/browser.ts';
import { demoServer } from './support/demo-server.ts';
import { untilListed } from './support/listings.ts';

const searchBox = (page: Page) => page.getByRole('searchbox', { name: 'Search projects' });
const status = (page: Page) => page.getByText(/^[\d,]+ projects?$/).first();
const titles = (page: Page) =>
  page.locator('foothold-board').getByRole('listitem').locator('a[href*="fh-project="]');
const backLink = (page: Page) => page.getByRole('link', { name: 'Back to projects' });
const heading = (page: Page, name: string) =>
  page.locator('foothold-board').getByRole('heading', { name, exact: true }).first();

const isFocused = async (page: Page, index: number) =>
  await titles(page)
    .nth(index)
    .evaluate((link) => link.matches(':focus'));

const params = (page: Page) => new URL(page.url()).searchParams;

async function openBoard(query = ''): Promise<Page> {
  const { url } = await demoServer();
  const { page } = await visit();
  await page.goto(`${url}/${query}`);
  await titles(page).first().waitFor();
  return page;
}

const search = (page: Page, words: string): Promise<void> =>
  untilListed(page, () => searchBox(page).fill(words));

describe('Back', () => {
  it('returns from a project to the same search, filters and link', async () => {
    const page = await openBoard();
    await search(page, 'design');
    await untilListed(page, () => page.getByRole('checkbox', { name: /^Remote/ }).check());
    const found = await status(page).textContent();
    const title = (await titles(page).nth(2).textContent())?.trim() ?? '';
    await titles(page).nth(2).click();
    await heading(page, title).waitFor();

    await page.goBack();
    await titles(page).nth(2).waitFor();
    expect(await searchBox(page).inputValue()).to.equal('design');
    expect(await page.getByRole('checkbox', { name: /^Remote/ }).isChecked()).to.equal(true);
    expect(await status(page).textContent()).to.equal(found);
    await page.waitForTimeout(200);
    expect(await isFocused(page, 2)).to.equal(true);
  });

  it('and the link “Back to projects” lead to the same place, and Forward to the project again', async () => {
    const page = await openBoard();
    const title = (await titles(page).first().textContent())?.trim() ?? '';
    await titles(page).first().click();
    await backLink(page).click();
    await titles(page).first().waitFor();
    expect(params(page).has('fh-project')).to.equal(false);
    await page.goBack();
    await page.goForward();
    await page.waitForTimeout(300);
    await titles(page).first().click();
    await page.goBack();
    await titles(page).first().waitFor();
    await page.goForward();
    await heading(page, title).waitFor();
  });

  it('restores pages that were loaded, and the place on the page', async () => {
    const page = await openBoard();
    for (const shown of [40, 60]) {
      await page.getByRole('button', { name: 'Show more projects' }).click();
      await titles(page)
        .nth(shown - 1)
        .waitFor();
    }
    const link = titles(page).nth(44);
    await link.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    expect(before).to.be.greaterThan(1500);
    await link.click();
    await backLink(page).waitFor();

    await page.goBack();
    await titles(page).nth(59).waitFor();
    await page.waitForTimeout(400);
    expect(await titles(page).count()).to.equal(60);
    expect(await page.evaluate(() => scrollY)).to.be.closeTo(before, 60);
    expect(await isFocused(page, 44)).to.equal(true);
  });

  it('leaves the board for the page before it, not for each letter typed', async () => {
    const { url } = await demoServer();
    const { page } = await visit();
    await page.goto(`${url}/privacy.html`);
    await page.goto(`${url}/`);
    await titles(page).first().waitFor();
    await searchBox(page).pressSequentially('survey', { delay: 40 });
    await page.waitForFunction(() => location.search.includes('fh-q=survey'));
    await page.goBack();
    expect(new URL(page.url()).pathname).to.equal('/privacy.html');
  });

  it('from a half-written application and Forward keeps every answer and the file', async () => {
    const { id, title } = await simpleProject();
    const page = await openBoard();
    await page.goto(`${page.url()}?fh-project=${id}`);
    await page.getByRole('link', { name: `Apply for ${title}` }).click();
    const student = newStudent();
    await fillIn(page, student);
    await page.goBack();
    await page.getByRole('link', { name: `Apply for ${title}` }).waitFor();
    await page.goForward();
    const fields = form(page);
    await fields.name.waitFor();
    expect(await fields.name.inputValue()).to.equal(student.name);
    expect(await fields.email.inputValue()).to.equal(student.email);
    expect(await fields.proposal.inputValue()).to.equal(student.proposal);
    await page.getByText('resume.pdf').first().waitFor();
    await fields.send.click();
    await fields.receipt.waitFor();
  });
});

describe('a page kept by the browser', () => {
  it('comes back as it was, without a request, and goes on working', async function () {
    this.timeout(30_000);
    const { url } = await demoServer();
    const opened = await visitWithBackForwardCache();
    const { page } = opened;
    await page.goto(url);
    await titles(page).first().waitFor();
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => {
        document.title = persisted ? 'kept' : 'loaded again';
      });
    });
    await page.goto(`${url}/privacy.html`);
    const asked = opened.requests.length;
    await page.evaluate(() => {
      history.back();
    });
    await page.waitForFunction(() => /kept|again/.test(document.title));
    expect(await page.title()).to.equal('kept');
    // Chromium may ask for the icon of the tab again.
    const again = opened.requests.slice(asked).filter((each) => !each.endsWith('.svg'));
    expect(again).to.deep.equal([]);
    await search(page, 'design');
  });
});

describe('an address', () => {
  it('shows the same after a reload and in another browser: search, filters, sort, pages', async () => {
    const page = await openBoard();
    await search(page, 'report');
    await untilListed(page, () =>
      page.getByLabel('Sort by').selectOption({ label: 'Highest pay' }),
    );
    expect(params(page).get('fh-sort')).to.equal('pay');
    const seen = await titles(page).allTextContents();
    expect(seen.length).to.be.greaterThan(1);

    await page.reload();
    await titles(page).first().waitFor();
    expect(await titles(page).allTextContents()).to.deep.equal(seen);
    expect(await searchBox(page).inputValue()).to.equal('report');

    const other = await visit();
    await other.page.goto(page.url());
    await titles(other.page).first().waitFor();
    expect(await titles(other.page).allTextContents()).to.deep.equal(seen);
  });

  it('of several loaded pages asks for them in one request', async () => {
    const { url } = await demoServer();
    const opened = await visit();
    await opened.page.goto(`${url}/projects.html?fh-page=3`);
    await opened.page.locator('a[href^="/project.html?id="]').nth(59).waitFor();
    const lists = opened.requests.filter((each) => /\/api\/projects\?/.test(each));
    expect(lists).to.have.length(1);
    expect(lists[0]).to.contain('limit=60');
  });

  it('of a project and of an application lead there', async () => {
    const { id, title } = await simpleProject();
    const { url } = await demoServer();
    const { page } = await visit();
    await page.goto(`${url}/?fh-project=${id}`);
    await heading(page, title).waitFor();
    await page.goto(`${url}/?fh-project=${id}&fh-apply=1`);
    await form(page).send.waitFor();
  });

  it('keeps what others have put there: parameters, fragment and history state', async () => {
    const page = await openBoard('?utm_source=newsletter&tag=a&tag=b#main');
    await page.evaluate(() => {
      history.replaceState({ host: 'kept' }, '');
    });
    await search(page, 'design');
    const check = async () => {
      const { searchParams, hash } = new URL(page.url());
      expect(searchParams.get('utm_source')).to.equal('newsletter');
      expect(searchParams.getAll('tag')).to.deep.equal(['a', 'b']);
      expect(hash).to.equal('#main');
      expect(await page.evaluate(() => (history.state as { host?: string }).host)).to.equal('kept');
    };
    await check();
    await titles(page).first().click();
    await backLink(page).waitFor();
    await check();
    await page.goBack();
    await titles(page).first().waitFor();
    await check();
  });
});

describe('links in the board', () => {
  it('open in a new tab, like any other link', async () => {
    const page = await openBoard();
    const link = titles(page).first();
    const title = (await link.textContent())?.trim() ?? '';
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      link.click({ modifiers: ['ControlOrMeta'] }),
    ]);
    await heading(tab, title).waitFor();
    expect(params(page).has('fh-project')).to.equal(false);
  });
});

describe('two boards on one page', () => {
  it('keep their own search and their own place in the address', async () => {
    const { url } = await demoServer();
    const { page } = await visit();
    await page.goto(`${url}/two-boards.html`);
    const [design, all] = [page.locator('#design'), page.locator('#all')];
    await design.getByRole('searchbox').fill('poster');
    await page.waitForFunction(() => location.search.includes('design-q=poster'));
    expect(await all.getByRole('searchbox').inputValue()).to.equal('');
    await all.locator('a[href*="all-project="]').first().click();
    await all.getByRole('link', { name: 'Back to projects' }).waitFor();
    expect(params(page).get('design-q')).to.equal('poster');
    expect(params(page).has('all-project')).to.equal(true);

    await page.reload();
    await all.getByRole('link', { name: 'Back to projects' }).waitFor();
    await design.getByRole('searchbox').waitFor();
    expect(await design.getByRole('searchbox').inputValue()).to.equal('poster');
  });

  it('shows in the scoped one only its own category, and offers no filter for it', async () => {
    const { url } = await demoServer();
    const opened = await visit();
    await opened.page.goto(`${url}/two-boards.html`);
    const [design, all] = [opened.page.locator('#design'), opened.page.locator('#all')];
    await all.getByRole('group', { name: 'Category' }).waitFor();
    await design.locator('a[href*="design-project="]').first().waitFor();
    expect(
      opened.requests.some((each) => /\/api\/projects\?category=Design&limit=5$/.test(each)),
    ).to.equal(true);
    expect(await design.getByRole('group', { name: 'Category' }).count()).to.equal(0);
  });
});
