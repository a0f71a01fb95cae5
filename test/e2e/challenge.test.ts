/** A check before sending, by a provider's own element (ALTCHA) against the reference API. */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { fillIn, form, newStudent, simpleProject, type Student } from './support/application.ts';
import { visit } from './support/browser.ts';
import { demoServer } from './support/demo-server.ts';
import { storedOf } from './support/staff.ts';

async function openForm(page: Page, id: string, student: Student): Promise<void> {
  const { url } = await demoServer();
  await page.goto(`${url}/challenge.html?fh-project=${id}&fh-apply=1`);
  await fillIn(page, student);
}

const solved = (page: Page) => page.locator('[data-state=verified]').waitFor({ timeout: 30_000 });

describe('a check before sending', function () {
  this.timeout(90_000);

  it('is waited for, and goes along once it is done', async () => {
    const { page, errors } = await visit();
    const { id } = await simpleProject();
    const student = newStudent();
    // The task is held back, so that the student is faster.
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/challenge', async (route) => {
      await held;
      await route.continue();
    });
    await openForm(page, id, student);
    await form(page).send.click();
    await page.getByText('Finish the check above first. Nothing was sent.').waitFor();
    release();
    await solved(page);
    await form(page).send.click();
    await form(page).receipt.waitFor();
    expect(await storedOf(student.email)).to.have.length(1);
    expect(errors).to.deep.equal([]);
  });

  it('is done anew after an application that was not taken', async () => {
    const { page } = await visit();
    const { id } = await simpleProject();
    const student = newStudent();
    await openForm(page, id, student);
    await solved(page);
    await form(page).send.click();
    await form(page).receipt.waitFor();

    await openForm(page, id, student);
    await solved(page);
    const reset = page.evaluate(
      () =>
        new Promise((resolve) =>
          document.addEventListener('foothold-challenge-reset', () => resolve(true)),
        ),
    );
    await form(page).send.click();
    await page.getByText('You have applied to this project before').waitFor();
    expect(await reset).to.equal(true);
    expect(await page.locator('[data-state=verified]').count(), 'a token that is good').to.equal(0);
    expect(await storedOf(student.email)).to.have.length(1);
  });

  it('is asked for by the API, in words that say what to do', async () => {
    const { page } = await visit();
    const { id } = await simpleProject();
    const student = newStudent();
    await openForm(page, id, student);
    await solved(page);
    // What stands in the control is no token of the API's.
    await page.evaluate(() => {
      document.querySelector<HTMLInputElement>('input[name=altcha]')!.value = 'made up';
    });
    await form(page).send.click();
    const summary = page.getByRole('group', { name: 'There is a problem' });
    await summary.getByText('Do it again, then send once more').waitFor();
    expect(await form(page).proposal.inputValue()).to.equal(student.proposal);
    expect(await storedOf(student.email)).to.have.length(0);
  });
});
