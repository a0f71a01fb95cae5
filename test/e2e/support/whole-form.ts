/** The form of a project that asks for everything there is, as somebody fills it in who answers everything. */
import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { form } from './application.ts';
import type { Stored } from './staff.ts';

/** Asks for answers of every type. */
export const ASKS_EVERYTHING = 'mkt-209';

export interface Everything {
  /** What stands in each control, by the id of its question. */
  readonly texts: Readonly<Record<string, string>>;
  readonly files: Readonly<
    Record<string, readonly { readonly name: string; readonly text: string }[]>
  >;
}

/** So that a file is on its way for more than a moment. */
const LONG = `% ${'0123456789'.repeat(7)}\n`.repeat(2500);

let people = 0;

/** Answers to everything that are like no others; `mark` stands in each of them that can hold it. */
export function everything(mark?: string): Everything & { readonly email: string } {
  people += 1;
  const own = mark ?? `p${process.pid}n${people}`;
  const email = `${own}email@student.example`;
  const sentence = `${own}proposal I would begin with the data that is there and ask what nobody has asked. `;
  return {
    email,
    texts: {
      name: `${own}name Osei`,
      email,
      proposal: sentence.repeat(3).trim(),
      pronunciation: `${own}pronunciation`,
      second_email: `${own}second@student.example`,
      phone: `+1 312 555 ${String(1000 + (people % 9000))}`,
      portfolio: `https://${own}portfolio.example/work`,
      approach: `${own}approach: listen to three customers first.`,
      weekly_hours: '7.25',
      earliest_start: '2031-05-17',
      experience: 'course',
      experience_details: `${own}details of a course on interviews.`,
      languages: 'es,vi',
      own_computer: 'true',
      recording: 'true',
      consent: 'true',
    },
    files: {
      resume: [{ name: `${own}resume.pdf`, text: `%PDF-1.4 ${own}resumebytes\n${LONG}%%EOF\n` }],
      work_sample: [
        { name: `${own}sample.txt`, text: `${own}samplebytes` },
        { name: `${own}other.pdf`, text: `%PDF-1.4 ${own}otherbytes\n%%EOF\n` },
      ],
    },
  };
}

export const fileInput = (root: Page | Locator, id: string) =>
  root.locator(`input[type=file][name=${id}]`);

/** Puts everything in at once, as typing and choosing would, into whatever step it belongs. */
export async function putIn(page: Page, { texts, files }: Everything): Promise<void> {
  await page.locator('input[name=name]').first().waitFor({ state: 'attached' });
  for (const [id, chosen] of Object.entries(files)) {
    await fileInput(page, id).setInputFiles(
      chosen.map(({ name, text }) => ({
        name,
        mimeType: name.endsWith('.pdf') ? 'application/pdf' : 'text/plain',
        buffer: Buffer.from(text),
      })),
    );
  }
  await page.locator('foothold-application-form').evaluate(async (element, answers) => {
    const form = element as HTMLElement & { updateComplete: Promise<unknown> };
    const say = (control: Element, name: string) =>
      control.dispatchEvent(new Event(name, { bubbles: true, composed: true }));
    for (const [id, text] of Object.entries(answers)) {
      const controls = [
        ...(form.shadowRoot?.querySelectorAll<HTMLInputElement>(`form [name="${id}"]`) ?? []),
      ];
      for (const control of controls) {
        if (control.type === 'checkbox' || control.type === 'radio') {
          const wanted =
            text.split(',').includes(control.value) || (text === 'true' && control.value === 'on');
          if (control.checked === wanted) continue;
          control.checked = wanted;
        } else control.value = text;
        say(control, 'input');
      }
      if (controls.length === 0) throw new Error(`Nothing asks for ${id}.`);
      await form.updateComplete;
    }
  }, texts);
  for (const { name } of Object.values(files).flat())
    await page.locator('.files__box', { hasText: name }).first().waitFor({ state: 'attached' });
}

/** What stands in all controls of the form now, and which files it has. */
export async function whatIsIn(
  page: Page,
): Promise<{ texts: Record<string, string>; files: Record<string, string[]> }> {
  return await page
    .locator('foothold-application-form')
    .first()
    .evaluate((element) => {
      const texts: Record<string, string> = {};
      const files: Record<string, string[]> = {};
      const controls = element.shadowRoot?.querySelectorAll<HTMLInputElement>(
        'form [data-field] :is(input, select, textarea)',
      );
      for (const control of controls ?? []) {
        const { name, type, value, checked } = control;
        if (type === 'file')
          files[name] = [...(control.parentElement?.querySelectorAll('b') ?? [])].map(
            ({ textContent }) => textContent.trim(),
          );
        else if (type !== 'checkbox' && type !== 'radio') texts[name] = value;
        else if (checked)
          texts[name] = [texts[name], value === 'on' ? 'true' : value].filter(Boolean).join();
      }
      return { texts, files };
    });
}

/** Nothing of it has gone. */
export async function expectKept(page: Page, { texts, files }: Everything): Promise<void> {
  const now = await whatIsIn(page);
  expect(now.texts).to.deep.equal(texts);
  expect(now.files).to.deep.equal(
    Object.fromEntries(Object.entries(files).map(([id, all]) => [id, all.map(({ name }) => name)])),
  );
}

/** Goes through the steps to the last one, with “Send application”. */
export async function toReview(page: Page): Promise<void> {
  const next = page.getByRole('button', { name: /^(Next|Review)$/ });
  const { send } = form(page);
  for (let count = 0; count < 12; count += 1) {
    await next.or(send).waitFor();
    if (await send.isVisible()) return;
    const heading = await page
      .getByText(/^Step \d+ of \d+$/)
      .first()
      .textContent();
    await next.click();
    await page
      .getByText(heading ?? '')
      .filter({ visible: true })
      .waitFor({ state: 'hidden' });
  }
  throw new Error('The steps do not end.');
}

/** The server has everything, value by value and byte by byte. */
export function expectStored(stored: readonly Stored[], { texts, files }: Everything): void {
  expect(stored).to.have.lengthOf(1);
  const [{ application, files: received } = expect.fail()] = stored;
  const { name, email, proposal, consent, ...answers } = texts;
  expect(application.applicant).to.deep.equal({ name, email });
  expect(application.proposal).to.equal(proposal);
  expect(application.consent.accepted).to.equal(consent === 'true');
  expect(application.answers).to.deep.equal({
    ...answers,
    weekly_hours: Number(answers['weekly_hours']),
    languages: answers['languages']?.split(','),
    own_computer: true,
    recording: true,
  });
  expect(
    received.map(({ part, name: fileName, text }) => ({ part, name: fileName, text })),
  ).to.have.deep.members(
    Object.entries(files).flatMap(([part, all]) => all.map((file) => ({ part, ...file }))),
  );
}
