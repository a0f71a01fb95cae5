/** A student finds a project, reads it and applies; the application is in the database. */
import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import type { Project } from '../../src/domain/project.ts';
import {
  fillIn,
  form,
  newStudent,
  resume,
  simpleProject,
  type Student,
} from './support/application.ts';
import { violationsOn } from './support/axe.ts';
import { DESKTOP, foreignRequests, PHONE, visit } from './support/browser.ts';
import { demoServer } from './support/demo-server.ts';
import { untilListed } from './support/listings.ts';
import { asStaff } from './support/staff.ts';

const apply = (page: Page, { title }: Project) =>
  page.getByRole('link', { name: `Apply for ${title}` });

/** The reference on the receipt. */
async function referenceOn(page: Page): Promise<string> {
  await form(page).receipt.waitFor();
  return await page.locator('div:has(> dt:text-is("Reference")) > dd').innerText();
}

/** Looks it up as a member of staff: in the export, and the file itself, byte for byte. */
async function expectStored(student: Student, project: Project, reference: string): Promise<void> {
  expect(reference).to.match(/^\S{6,}$/);
  const csv = await (await asStaff('/staff/applications.csv')).text();
  const row = csv.split('\r\n').find((line) => line.includes(student.email)) ?? '';
  for (const value of [reference, project.id, student.name, student.proposal.slice(0, 40)])
    expect(row).to.contain(value);

  const { url, staffPassword } = await demoServer();
  const credentials = { username: 'staff', password: staffPassword };
  const { page } = await visit({ httpCredentials: credentials });
  await page.goto(`${url}/staff`);
  await page.getByRole('row', { name: student.name }).getByRole('link').first().click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: resume.name }).click(),
  ]);
  expect(await readFile(await download.path())).to.deep.equal(resume.buffer);
}

/** Presses Tab until the element has the focus, as someone without a mouse does. */
async function tabTo(page: Page, target: Locator, limit = 150): Promise<void> {
  await target.waitFor();
  for (let count = 0; count < limit; count += 1) {
    if (await target.evaluate((element) => element.matches(':focus'))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${limit} times Tab does not lead to ${String(target)}.`);
}

describe('find, read, apply', () => {
  it('on the board: the row and the file are there', async function () {
    this.timeout(30_000);
    const { url } = await demoServer();
    const project = await simpleProject();
    const student = newStudent();
    const opened = await visit();
    const { page } = opened;
    await page.goto(url);
    await page.getByRole('searchbox', { name: 'Search projects' }).fill(project.title);
    await page.getByRole('link', { name: project.title, exact: true }).first().click();
    await page.getByRole('heading', { name: 'About the project' }).waitFor();
    await apply(page, project).click();
    await fillIn(page, student);
    await form(page).send.click();
    const reference = await referenceOn(page);
    await expectStored(student, project, reference);
    expect(opened.errors).to.deep.equal([]);
    expect(foreignRequests(opened, url)).to.deep.equal([]);
  });

  it('by keyboard alone', async function () {
    this.timeout(45_000);
    const { url } = await demoServer();
    const project = await simpleProject();
    const student = newStudent();
    const { page } = await visit();
    const { keyboard } = page;
    // In place of the system's own dialog.
    page.on('filechooser', (chooser) => void chooser.setFiles(resume));
    await page.goto(url);
    await tabTo(page, page.getByRole('searchbox', { name: 'Search projects' }));
    await untilListed(page, () => keyboard.type(project.title));
    await tabTo(page, page.getByRole('link', { name: project.title, exact: true }).first());
    await keyboard.press('Enter');
    await page.getByRole('heading', { name: 'About the project' }).waitFor();
    await tabTo(page, apply(page, project).first());
    await keyboard.press('Enter');
    const fields = form(page);
    await tabTo(page, fields.name);
    await keyboard.type(student.name);
    await tabTo(page, fields.email);
    await keyboard.type(student.email);
    await tabTo(page, fields.proposal);
    await keyboard.insertText(student.proposal);
    await tabTo(page, fields.resume);
    await keyboard.press('Space');
    await page.getByText(resume.name).first().waitFor();
    await tabTo(page, fields.consent);
    await keyboard.press('Space');
    await tabTo(page, fields.send);
    await keyboard.press('Enter');
    const reference = await referenceOn(page);
    expect(await fields.receipt.evaluate((element) => element.matches(':focus'))).to.equal(true);
    await expectStored(student, project, reference);
  });

  it('on a phone', async function () {
    this.timeout(30_000);
    const { url } = await demoServer();
    const project = await simpleProject();
    const student = newStudent();
    const { page } = await visit({ viewport: PHONE, hasTouch: true, isMobile: true });
    await page.goto(url);
    await page.getByRole('searchbox', { name: 'Search projects' }).fill(project.title);
    await page.getByRole('link', { name: project.title, exact: true }).first().tap();
    await apply(page, project).last().tap();
    await fillIn(page, student);
    await form(page).send.tap();
    await expectStored(student, project, await referenceOn(page));
  });

  it('over three pages of the site, one for each element', async function () {
    this.timeout(30_000);
    const { url } = await demoServer();
    const project = await simpleProject();
    const student = newStudent();
    const { page, errors } = await visit();
    await page.goto(`${url}/projects.html`);
    await page.getByRole('searchbox', { name: 'Search projects' }).fill(project.title);
    await page.getByRole('link', { name: project.title, exact: true }).first().click();
    await page.waitForURL(`${url}/project.html?id=${project.id}`);
    await page.getByRole('heading', { level: 1, name: project.title }).waitFor();
    const data = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(data ?? '')).to.include({ '@type': 'JobPosting', title: project.title });
    await apply(page, project).first().click();
    await page.waitForURL(`${url}/apply.html?id=${project.id}`);
    await fillIn(page, student);
    await form(page).send.click();
    await expectStored(student, project, await referenceOn(page));
    expect(errors).to.deep.equal([]);
  });

  it('from the teaser on the home page', async () => {
    const { url } = await demoServer();
    const { page } = await visit();
    await page.goto(`${url}/home.html`);
    const links = page.locator('foothold-listing-feed').getByRole('listitem').getByRole('link');
    await links.first().waitFor();
    expect(await links.count()).to.equal(3);
    const title = (await links.first().textContent())?.trim() ?? '';
    await links.first().click();
    await page.waitForURL(/[?&]fh-project=/);
    await page.getByRole('heading', { name: title, exact: true }).waitFor();
  });

  it('from the teaser to all that are like it', async () => {
    const { url } = await demoServer();
    const { page } = await visit();
    await page.goto(`${url}/home.html`);
    const all = page.getByRole('link', { name: /^See all \d+ projects$/ });
    const count = /\d+/.exec((await all.textContent()) ?? '')?.[0] ?? '';
    await all.click();
    await page.getByRole('status').getByText(`${count} projects`, { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Remove Featured' }).waitFor();
  });
});

describe('each step is accessible:', () => {
  const views = { desktop: DESKTOP, phone: PHONE };
  for (const [device, viewport] of Object.entries(views)) {
    it(`project, empty form sent, full form, receipt (${device})`, async function () {
      this.timeout(45_000);
      const { url } = await demoServer();
      const project = await simpleProject();
      const { page } = await visit({ viewport, reducedMotion: 'reduce' });
      const expectNothingFound = async (step: string) => {
        expect(await violationsOn(page), step).to.deep.equal([]);
      };
      await page.goto(`${url}/?fh-project=${project.id}`);
      await page.getByRole('heading', { name: 'About the project' }).waitFor();
      await expectNothingFound('project');
      await apply(page, project).last().click();
      await form(page).send.click();
      await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
      await expectNothingFound('form with problems');
      await fillIn(page, newStudent());
      await expectNothingFound('full form');
      await form(page).send.click();
      await form(page).receipt.waitFor();
      await expectNothingFound('receipt');
    });
  }
});

describe('staff', () => {
  it('are asked for their password', async () => {
    const { url } = await demoServer();
    expect((await fetch(`${url}/staff`)).status).to.equal(401);
    expect((await asStaff('/staff')).status).to.equal(200);
  });
});
