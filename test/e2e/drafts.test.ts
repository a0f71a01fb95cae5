/**
 * What is left of an application in a tab that goes: everything where the student asked for it and has not sent
 * it yet, nothing after it was sent or cleared, and never a file or an agreement.
 */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { form } from './support/application.ts';
import { visit, visitWithBackForwardCache } from './support/browser.ts';
import { pageWith } from './support/host-site.ts';
import { storedOf } from './support/staff.ts';
import { openTabs, type Tabs } from './support/tabs.ts';
import * as trouble from './support/troubled-site.ts';
import {
  ASKS_EVERYTHING,
  everything,
  expectStored,
  putIn,
  toReview,
  whatIsIn,
  type Everything,
} from './support/whole-form.ts';

const open = () =>
  trouble.troubledSite({
    '/': pageWith(trouble.formTag(ASKS_EVERYTHING)),
    '/elsewhere': pageWith('Elsewhere'),
  });

const keep = (page: Page) => page.getByRole('checkbox', { name: /^Keep my answers/ });
const goOn = (page: Page) => page.getByRole('button', { name: 'Go on with them' });

/** Fills everything in, with the draft kept or not. */
async function write(page: Page, url: string, all: Everything, keeps: boolean): Promise<void> {
  await page.goto(url);
  await form(page).name.waitFor();
  if (keeps) await keep(page).check();
  await putIn(page, all);
}

/** Every answer is back; files and agreements are given anew. */
async function expectTexts(page: Page, { texts }: Everything): Promise<void> {
  const { recording: _recording, consent: _consent, ...others } = texts;
  const { texts: found, files } = await whatIsIn(page);
  expect(found).to.deep.equal(others);
  expect(Object.values(files).flat()).to.deep.equal([]);
}

/** Nothing of an application is shown, offered or kept. */
async function expectNothing(page: Page, { texts, files }: Everything): Promise<void> {
  const marks = [texts['name'], texts['email'], texts['approach'], files['resume']?.[0]?.name];
  await form(page).name.or(page.getByText('Cleared').first()).first().waitFor();
  await page.waitForTimeout(300);
  expect(await goOn(page).count()).to.equal(0);
  const { texts: found, files: chosen } = await whatIsIn(page);
  const shown = [...Object.values(found), ...Object.values(chosen).flat()].join('\n');
  const text = await page.locator('body').innerText();
  const stored = await page.evaluate(() => JSON.stringify([sessionStorage, localStorage]));
  for (const mark of marks) expect(shown + text + stored).not.to.contain(mark);
}

async function sendAndFinish(page: Page): Promise<void> {
  await toReview(page);
  await form(page).send.click();
  await page.getByRole('button', { name: 'Finish and clear' }).click();
  await page.getByRole('heading', { name: 'Cleared' }).waitFor();
}

describe('a tab that goes', () => {
  let tabs: Tabs | undefined;

  before(async function () {
    this.timeout(30_000);
    tabs = await openTabs();
    if (!tabs) this.skip();
  });
  after(() => tabs?.close());

  for (const how of ['discard', 'crash', 'reopen'] as const) {
    const what = { discard: 'thrown away', crash: 'crashed', reopen: 'closed and reopened' }[how];

    it(`${what}, offers what was kept, and it can be sent`, async function () {
      this.timeout(60_000);
      const { url } = await open();
      const all = everything();
      const page = await tabs!.context.newPage();
      await write(page, url, all, true);
      const again = await tabs![how](page);
      await goOn(again).click();
      await expectTexts(again, all);
      await putIn(again, all);
      await toReview(again);
      await form(again).send.click();
      await form(again).receipt.waitFor();
      expectStored(await storedOf(all.email), all);
    });

    it(`${what}, offers nothing that nobody asked to keep`, async function () {
      this.timeout(60_000);
      const { url } = await open();
      const all = everything();
      const page = await tabs!.context.newPage();
      await write(page, url, all, false);
      await expectNothing(await tabs![how](page), all);
    });

    it(`${what} after Finish and clear, brings nothing back`, async function () {
      this.timeout(60_000);
      const { url } = await open();
      const all = everything();
      const page = await tabs!.context.newPage();
      await write(page, url, all, true);
      await sendAndFinish(page);
      await expectNothing(await tabs![how](page), all);
    });
  }
});

describe('after Finish and clear', () => {
  it('a page that the browser has kept shows nothing on Back', async function () {
    this.timeout(60_000);
    const { url } = await open();
    const all = everything();
    const { page } = await visitWithBackForwardCache();
    await write(page, url, all, true);
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted }));
    });
    await sendAndFinish(page);
    await page.goto(`${url}/elsewhere`);
    await page.evaluate(() => {
      history.back();
    });
    await page.waitForURL(`${url}/`, { waitUntil: 'commit' });
    const isKept = () => (window as unknown as { persisted?: boolean }).persisted;
    await page.waitForFunction(() => document.querySelector('foothold-application-form'));
    expect(await page.evaluate(isKept), 'the page was kept').to.equal(true);
    await expectNothing(page, all);
  });

  it('reload, Back and Forward fill nothing in again', async function () {
    this.timeout(60_000);
    const { url } = await open();
    const all = everything();
    const { page } = await visit();
    await write(page, url, all, true);
    await sendAndFinish(page);
    await page.reload();
    await expectNothing(page, all);
    await page.goto(`${url}/elsewhere`);
    await page.goBack();
    await expectNothing(page, all);
    await page.goto(`${url}/elsewhere`);
    await page.goBack();
    await page.goForward();
    await page.goBack();
    await expectNothing(page, all);
  });
});

describe('a form that was left unsent', () => {
  it('warns; without the draft nothing is there afterwards, not even by the browser’s own memory', async function () {
    this.timeout(60_000);
    const { url } = await open();
    const all = everything();
    const { page, leftUnsent } = await visit();
    await write(page, url, all, false);
    // Browsers warn only of pages in which somebody has done something.
    await form(page).name.click();
    await page.goto(`${url}/elsewhere`);
    expect(leftUnsent).to.have.lengthOf(1);
    await page.goBack();
    await expectNothing(page, all);
  });

  it('in a page that the browser has kept is there as it was, with the files', async function () {
    this.timeout(60_000);
    const { url } = await open();
    const all = everything();
    const { page } = await visitWithBackForwardCache();
    await write(page, url, all, false);
    await page.goto(`${url}/elsewhere`);
    await page.evaluate(() => {
      history.back();
    });
    await page.waitForURL(`${url}/`, { waitUntil: 'commit' });
    await toReview(page);
    await form(page).send.click();
    await form(page).receipt.waitFor();
    expectStored(await storedOf(all.email), all);
  });
});
