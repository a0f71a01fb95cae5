/** The whole task by keyboard alone, with an eye on where the focus is after each key. */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { form } from './support/application.ts';
import { visit } from './support/browser.ts';
import { demoServer } from './support/demo-server.ts';
import { pageWith } from './support/host-site.ts';
import { untilListed } from './support/listings.ts';
import { storedOf } from './support/staff.ts';
import * as trouble from './support/troubled-site.ts';
import {
  ASKS_EVERYTHING,
  everything,
  expectKept,
  expectStored,
  putIn,
  toReview,
  type Everything,
} from './support/whole-form.ts';

/** Where the focus is. */
interface Stop {
  /** Nowhere: the next Tab would begin at the top of the page. */
  readonly lost: boolean;
  readonly tag: string;
  readonly type: string;
  /** Name of a control. */
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
  /** What it is called, or says. */
  readonly words: string;
  /** Inside one of our elements. */
  readonly ours: boolean;
  /** Something is drawn around it. */
  readonly ring: boolean;
  readonly inView: boolean;
  /** Its place in reading order. */
  readonly place: number;
}

const stopOn = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    let element = document.activeElement as HTMLInputElement | null;
    let ours = false;
    while (element?.shadowRoot?.activeElement) {
      ours ||= element.localName.startsWith('foothold-');
      element = element.shadowRoot.activeElement as HTMLInputElement;
    }
    const all: Element[] = [];
    const walk = (root: ParentNode) => {
      for (const each of root.querySelectorAll('*')) {
        all.push(each);
        if (each.shadowRoot) walk(each.shadowRoot);
      }
    };
    walk(document);
    // The ring of a control that is laid unseen over what shows it is drawn around that.
    const isRinged = (each: Element | null | undefined, part?: string) => {
      if (!each) return false;
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each, part);
      const isClear = /, 0\)$|\/ 0\)$|transparent/.test(outlineColor);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !isClear;
    };
    const drawn = [element, element?.nextElementSibling, element?.closest('label')];
    const box = element?.getBoundingClientRect();
    const label = element?.labels?.[0]?.textContent;
    return {
      lost: !element || element === document.body,
      tag: element?.localName ?? '',
      type: element?.type ?? '',
      name: element?.name ?? '',
      value: element?.value ?? '',
      checked: element?.checked === true,
      words: (element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 60),
      ours,
      ring: drawn.some((each) => isRinged(each)) || isRinged(element, '::after'),
      inView:
        !!box && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
      place: element ? all.indexOf(element) : -1,
    };
  });

/** Presses a key and waits until the focus is somewhere. */
async function press(page: Page, key: string): Promise<Stop> {
  await page.keyboard.press(key);
  let stop = await stopOn(page);
  // Between two views the focus may be nowhere for a moment; it must not stay there.
  for (let tries = 0; stop.lost && tries < 60; tries += 1) {
    await page.waitForTimeout(50);
    stop = await stopOn(page);
  }
  expect(stop.lost, `focus after ${key}`).to.equal(false);
  return stop;
}

/** Tab, with what has to hold at each of its stops. */
async function tab(page: Page, key = 'Tab'): Promise<Stop> {
  const before = await stopOn(page);
  const stop = await press(page, key);
  const where = `${stop.tag} “${stop.words}”`;
  expect(stop.name, 'the trap for programs').not.to.equal('fax');
  if (!stop.ours) return stop;
  expect(stop.inView, `${where} is in view`).to.equal(true);
  // Within a date the browser has stops, and rings, of its own.
  if (stop.type === 'date' && before.name === stop.name) return stop;
  expect(stop.ring, `${where} has a ring`).to.equal(true);
  if (before.ours && key === 'Tab')
    expect(stop.place, `${where} after “${before.words}”`).to.be.greaterThan(before.place);
  return stop;
}

async function tabUntil(page: Page, words: RegExp, limit = 120, key = 'Tab'): Promise<Stop> {
  for (let count = 0; count < limit; count += 1) {
    const stop = await tab(page, key);
    if (words.test(stop.words)) return stop;
  }
  throw new Error(`${limit} times ${key} does not lead to ${String(words)}.`);
}

/** Fills in what has the focus, as its kind wants it. */
async function answer(
  page: Page,
  { tag, type, name, value }: Stop,
  all: Everything,
): Promise<void> {
  const wanted = all.texts[name] ?? '';
  const { keyboard } = page;
  if (type === 'file') {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      keyboard.press('Space'),
    ]);
    const files = all.files[name] ?? [];
    await chooser.setFiles(
      files.map((file) => ({
        name: file.name,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(file.text),
      })),
    );
    for (const file of files) await page.getByText(file.name).first().waitFor();
  } else if (type === 'checkbox') {
    if (wanted === 'true' || wanted.split(',').includes(value)) await press(page, 'Space');
  } else if (type === 'radio') {
    let stop = await press(page, 'Space');
    for (let count = 0; count < 6 && stop.value !== wanted; count += 1)
      stop = await press(page, 'ArrowDown');
    expect([stop.value, stop.checked]).to.deep.equal([wanted, true]);
  } else if (type === 'date') {
    const [year = '', month = '', day = ''] = wanted.split('-');
    await keyboard.type(month + day + year);
  } else if (tag === 'textarea') await keyboard.insertText(wanted);
  else await keyboard.type(wanted);
}

describe('by keyboard alone', () => {
  it('a student finds a project, answers every kind of question, and clears the receipt away', async function () {
    this.timeout(120_000);
    const { url } = await demoServer();
    const response = await fetch(`${url}/api/projects/${ASKS_EVERYTHING}`);
    const { title } = (await response.json()) as { title: string };
    const all = everything();
    const { page, errors } = await visit();
    await page.goto(url);
    await page.getByRole('button', { name: 'Show more projects' }).waitFor();
    await tabUntil(page, /^Search projects/);
    await untilListed(page, () => page.keyboard.type(title));
    const link = page.getByRole('link', { name: title, exact: true });
    await link.waitFor();
    while (!(await link.first().evaluate((each) => each.matches(':focus')))) await tab(page);
    await press(page, 'Enter');
    await page.getByRole('heading', { name: 'About the project' }).waitFor();
    await tabUntil(page, /^Apply for/);
    await press(page, 'Enter');
    await form(page).name.waitFor();

    const answered = new Set<string>();
    const steps: string[] = [];
    for (let count = 0; count < 200; count += 1) {
      const stop = await tab(page);
      const { name, tag, type, value, words } = stop;
      const isSend = words.startsWith('Send application');
      if (isSend) break;
      if (tag === 'button' && /^(Next|Review)$/.test(words)) {
        steps.push(words);
        await press(page, 'Enter');
        // A new step begins with its heading.
        expect((await stopOn(page)).tag).to.match(/^h\d$/);
        continue;
      }
      const id = type === 'checkbox' ? `${name} ${value}` : name;
      if (!name || tag === 'button' || answered.has(id)) continue;
      answered.add(id);
      await answer(page, stop, all);
    }
    expect(steps.length).to.be.greaterThan(2);
    expect(steps.at(-1)).to.equal('Review');
    await expectKept(page, all);

    await press(page, 'Enter');
    await form(page).receipt.waitFor();
    expect((await stopOn(page)).words).to.equal('Application sent');
    expectStored(await storedOf(all.email), all);
    await tabUntil(page, /^Finish and clear/);
    await press(page, 'Enter');
    await page.getByRole('button', { name: 'Show more projects' }).or(link).first().waitFor();
    expect((await stopOn(page)).lost).to.equal(false);
    expect(errors).to.deep.equal([]);
  });

  it('nobody is caught: Tab leads out of the form at its end, Shift+Tab at its beginning', async function () {
    this.timeout(60_000);
    const site = await trouble.troubledSite({
      '/': pageWith(
        `<a href="#">Before</a>${trouble.formTag(ASKS_EVERYTHING)}<a href="#">After</a>`,
      ),
    });
    const { page } = await visit();
    await page.goto(site.url);
    await putIn(page, everything());
    await tabUntil(page, /^Before$/);
    const there: string[] = [];
    for (let stop = await tab(page); stop.words !== 'After'; stop = await tab(page))
      there.push(stop.words);
    const back: string[] = [];
    for (
      let stop = await tab(page, 'Shift+Tab');
      stop.words !== 'Before';
      stop = await tab(page, 'Shift+Tab')
    )
      back.unshift(stop.words);
    expect(back).to.deep.equal(there);
    expect(there.length).to.be.within(6, 40);
  });

  it('the focus stays where it makes sense when what was pressed goes away', async function () {
    this.timeout(60_000);
    const site = await trouble.troubledSite({ '/': pageWith(trouble.formTag(ASKS_EVERYTHING)) });
    const { page } = await visit();
    const all = everything();
    await page.goto(site.url);
    await putIn(page, all);

    await page.getByRole('button', { name: 'Clear form' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Clear everything you wrote and chose?').waitFor();
    await page.waitForTimeout(100);
    expect((await stopOn(page)).words).to.equal('Clear it');
    await tab(page);
    await page.keyboard.press('Enter');
    await page.getByText('Clear everything').waitFor({ state: 'hidden' });
    await page.waitForTimeout(100);
    expect((await stopOn(page)).words).to.equal('Clear form');

    const sample = all.files['work_sample']?.[1]?.name ?? '';
    while (!(await page.getByRole('button', { name: `Remove ${sample}` }).isVisible()))
      await page.getByRole('button', { name: /^(Next|Review)$/ }).click();
    await page.getByRole('button', { name: `Remove ${sample}` }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(sample).waitFor({ state: 'hidden' });
    await page.waitForTimeout(100);
    expect((await stopOn(page)).type).to.equal('file');

    await toReview(page);
    site.go(trouble.silence);
    await form(page).send.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Waiting for the confirmation').waitFor();
    await tabUntil(page, /^Stop$/);
    await page.keyboard.press('Enter');
    await page.getByText('We could not confirm').waitFor();
    await page.waitForTimeout(100);
    expect((await stopOn(page)).words).to.match(/^Send application/);
  });
});
