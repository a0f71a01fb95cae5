/** A student finds a project, reads it and applies; the application is in the database. */
import { expect } from 'chai';
import { readdir } from 'node:fs/promises';
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
import { foreignRequests, PHONE, visit } from './support/browser.ts';
import { demoServer } from './support/demo-server.ts';
import { asStaff } from './support/staff.ts';

const apply = (page: Page, { title }: Project) =>
  page.getByRole('link', { name: `Apply for ${title}` });

/** The reference on the receipt. */
async function referenceOn(page: Page): Promise<string> {
  await form(page).receipt.waitFor();
  const text = await page.locator('body').innerText();
  const { url } = await demoServer();
  void url;
  const [, reference] = /Reference\s+([A-Z0-9][A-Z0-9-]+)/.exec(text) ?? [];
  if (!reference) throw new Error('The receipt shows no reference.');
  return reference;
}

async function expectStored(student: Student, project: Project, reference: string): Promise<void> {
  const response = await asStaff('/staff/applications.csv');
  expect(response.status).to.equal(200);
  const row = (await response.text()).split(/\r?\n/).find((line) => line.includes(student.email));
  expect(row, 'the row of the applicant').to.be.a('string');
  expect(row).to.contain(student.name);
  expect(row).to.contain(project.id);
  expect(row).to.contain(reference);

  const { dataFolder } = await demoServer();
  const files = await readdir(dataFolder, { recursive: true, withFileTypes: true });
  const stored = files.filter((file) => file.isFile() && !file.parentPath.includes('database'));
  expect(stored.length).to.be.greaterThan(0);
  expect(stored.map(({ name }) => name)).to.not.include(resume.name);
  const page = await (await asStaff('/staff')).text();
  expect(page).to.contain(student.email);
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
    await page.goto(url);
    await tabTo(page, page.getByRole('searchbox', { name: 'Search projects' }));
    await keyboard.type(project.title);
    const title = page.getByRole('link', { name: project.title, exact: true }).first();
    await page.waitForFunction(() => location.search.includes('fh-q='));
    await page.waitForLoadState('networkidle');
    await tabTo(page, title);
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
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      keyboard.press('Space'),
    ]);
    await chooser.setFiles(resume);
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
    await page.waitForURL(/\/\?fh-project=/);
    await page.getByRole('heading', { name: title, exact: true }).waitFor();
  });
});

describe('staff', () => {
  it('are asked for their password, and see how many applications there are', async () => {
    const { url } = await demoServer();
    expect((await fetch(`${url}/staff`)).status).to.equal(401);
    expect((await asStaff('/staff')).status).to.equal(200);
  });
});
