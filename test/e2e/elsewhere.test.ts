/** A student writes here what is sent elsewhere: at another host, or by email. */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { Project } from '../../src/domain/project.ts';
import { violationsOn } from './support/axe.ts';
import { foreignRequests, PHONE, visit, type Visit } from './support/browser.ts';
import { demoServer } from './support/demo-server.ts';
import { container, hostSite, pageWith, scriptTag } from './support/host-site.ts';

const TEXT = 'I would begin with the shelves.\n\nThen I would ask & listen, 100 %.';

/** An open project that takes applications in this way. */
async function projectBy(wanted: 'redirect' | 'email'): Promise<Project> {
  const { url } = await demoServer();
  const response = await fetch(`${url}/api/projects?limit=100`);
  const { items } = (await response.json()) as { items: Project[] };
  for (const { id } of items) {
    const project = (await (await fetch(`${url}/api/projects/${id}`)).json()) as Project;
    if (project.application?.mode === wanted && /^[\x20-\x7e]+$/.test(project.title))
      return project;
  }
  throw new Error(`No listed project takes applications by ${wanted}.`);
}

const box = (page: Page) => page.getByRole('textbox', { name: 'Your proposal' });

/** From the project to where its proposal is written, and writes it. */
async function write(page: Page, text = TEXT): Promise<void> {
  await page.getByRole('link', { name: 'Write your proposal first' }).click();
  await box(page).fill(text);
}

/** Nothing of what was typed is anywhere but in the field, and in the email that was opened. */
async function expectUntold({ page, context, requests, errors }: Visit): Promise<void> {
  const { cookies, origins } = await context.storageState({ indexedDB: true });
  expect({ cookies, origins }, 'stored').to.deep.equal({ cookies: [], origins: [] });
  expect(
    await page.evaluate(() => [sessionStorage.length, JSON.stringify(history.state)].join()),
  ).not.to.match(/^[1-9]|shelves/);
  const addresses = requests.filter((address) => !address.startsWith('mailto:'));
  expect([page.url(), ...addresses].join()).not.to.contain('shelves');
  expect(errors).to.deep.equal([]);
}

describe('an application that is made elsewhere', () => {
  it('is written here, copied, and taken along to a page that learns nothing', async () => {
    const { url } = await demoServer();
    const project = await projectBy('redirect');
    const there = project.application!.url!;
    const opened = await visit({ permissions: ['clipboard-read', 'clipboard-write'] });
    const { page, context } = opened;
    let referrer: string | undefined = 'nothing was asked';
    await context.route(there, async (route) => {
      referrer = route.request().headers()['referer'];
      await route.fulfill({ contentType: 'text/html', body: '<title>Their form</title>' });
    });
    await page.goto(`${url}/?fh-project=${project.id}`);
    const direct = page.getByRole('link', { name: `Apply for ${project.title}` }).first();
    expect(await direct.getAttribute('href')).to.equal(there);

    await write(page);
    await page.getByRole('button', { name: 'Copy my proposal' }).click();
    await page.getByRole('status').getByText('Copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).to.equal(TEXT);
    expect(await violationsOn(page)).to.deep.equal([]);
    expect(foreignRequests(opened, url), 'before the student leaves').to.deep.equal([]);

    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('link', { name: `Continue to ${new URL(there).host}` }).click(),
    ]);
    await tab.waitForLoadState();
    expect(await tab.title()).to.equal('Their form');
    expect(await tab.evaluate(() => document.referrer === '' && opener === null)).to.equal(true);
    expect(referrer).to.equal(undefined);
    expect(await box(page).inputValue()).to.equal(TEXT);
    await expectUntold(opened);
  });

  it('is still there after Back and Forward, and the page asks before it goes', async () => {
    const { url } = await demoServer();
    const { id } = await projectBy('redirect');
    const { page, context } = await visit({ viewport: PHONE });
    await page.goto(`${url}/?fh-project=${id}`);
    await write(page);
    await page.goBack();
    await page.getByRole('link', { name: 'Write your proposal first' }).waitFor();
    await page.goForward();
    expect(await box(page).inputValue()).to.equal(TEXT);
    await box(page).press('End');
    const [dialog] = await Promise.all([
      context.waitForEvent('dialog'),
      page.getByRole('link', { name: 'Home' }).click({ noWaitAfter: true }),
    ]);
    expect(dialog.type()).to.equal('beforeunload');
    // A browser that is closed while the page goes may never end.
    await page.waitForURL((address) => !address.searchParams.has('fh-project'));
  });

  it('opens an email with the text in it, without a question and without leaving the page', async () => {
    const { url } = await demoServer();
    const project = await projectBy('email');
    const opened = await visit();
    const { page } = opened;
    await page.goto(`${url}/?fh-project=${project.id}`);
    await write(page);
    await page.getByText('Attach your resume').waitFor();
    const link = page.getByRole('link', { name: 'Open your email' });
    const letter = new URL((await link.getAttribute('href')) ?? '');
    expect(letter.pathname).to.equal(project.application!.email);
    expect(letter.searchParams.get('body')).to.equal(TEXT.replaceAll('\n', '\r\n'));
    await link.click({ noWaitAfter: true });
    await page.waitForTimeout(300);
    expect(await box(page).inputValue()).to.equal(TEXT);
    await expectUntold(opened);
  });

  it('can be copied by hand on a page without https, which has no clipboard', async () => {
    const { id } = await projectBy('redirect');
    const site = await hostSite({ '/': pageWith(container() + (await scriptTag())) });
    const { page } = await visit();
    await page.goto(`${site.by('school.example')}/?fh-project=${id}`);
    await write(page);
    await page.getByRole('button', { name: 'Copy my proposal' }).click();
    await page.getByText('The text is selected: copy it from there.').waitFor();
    const selected = await box(page).evaluate((field) => {
      const { selectionStart: from, selectionEnd: to, value } = field as HTMLTextAreaElement;
      return [field.matches(':focus'), value.slice(from, to)];
    });
    expect(selected).to.deep.equal([true, TEXT]);
  });

  it('is on a page of its own that needs no privacy notice', async () => {
    const { url } = await demoServer();
    const { id } = await projectBy('redirect');
    const { page, errors } = await visit();
    await page.goto(`${url}/elsewhere.html?id=${id}`);
    await box(page).fill(TEXT);
    await page.getByRole('link', { name: /^Continue to / }).waitFor();
    expect(errors).to.deep.equal([]);
  });
});
