/** The whole task at 320 px, as on an old phone or at 400 % zoom: nothing to the side, nothing too small to hit. */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { form } from './support/application.ts';
import { visit } from './support/browser.ts';
import { container, pageWith, scriptTag } from './support/host-site.ts';
import { storedOf } from './support/staff.ts';
import * as trouble from './support/troubled-site.ts';
import {
  ASKS_EVERYTHING,
  everything,
  expectStored,
  putIn,
  toReview,
} from './support/whole-form.ts';

const NARROW = { width: 320, height: 640 };

/** WCAG 2.2, 1.4.12: what a reader may set without anything being lost. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }`;

/** What is wrong with the page as it stands; nothing, if nothing is. */
const flaws = (page: Page, isCoarse: boolean): Promise<string[]> =>
  page.evaluate((coarse) => {
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} px wide`);
    const elements: HTMLElement[] = [];
    const walk = (root: ParentNode) => {
      for (const each of root.querySelectorAll<HTMLElement>('*')) {
        if (each.shadowRoot) walk(each.shadowRoot);
        if (each.getRootNode() !== document && each.checkVisibility()) elements.push(each);
      }
    };
    walk(document);
    const called = (each: Element) =>
      `${each.localName} “${(each.getAttribute('aria-label') ?? each.getAttribute('name') ?? each.textContent).trim().replace(/\s+/g, ' ').slice(0, 40)}”`;
    for (const each of elements) {
      const style = getComputedStyle(each);
      if (each.closest('.hidden') || style.position === 'absolute') continue;
      const { right, left, width } = each.getBoundingClientRect();
      if (width && (right > clientWidth + 1 || left < -1))
        found.push(`${called(each)} is beside the page`);
      // What does not fit is cut off; a text box may be scrolled.
      const isBox = each.matches('input, select, textarea');
      const isCut =
        !isBox && each.scrollWidth > each.clientWidth + 1 && /hidden|clip/.test(style.overflowX);
      if (isCut && style.display !== 'inline') found.push(`${called(each)} is cut`);
    }
    for (const each of elements) {
      if (!each.matches('a[href], button, input:not([tabindex="-1"]), select, textarea, summary'))
        continue;
      if (each.closest('.hidden')) continue;
      const style = getComputedStyle(each);
      // A link within a sentence is as high as the sentence.
      if (style.display === 'inline' && each.closest('p, li')) continue;
      const target = each.closest('label') ?? each;
      const { width, height } = target.getBoundingClientRect();
      // What is drawn as a button or a field has the size of a finger.
      const least = coarse && each.matches('.button, .field, .option input, [type=file]') ? 44 : 24;
      // A tick and its label are pressed alike.
      const label = (each as HTMLInputElement).labels?.[0]?.getBoundingClientRect();
      if (
        Math.max(height, label?.height ?? 0) < least - 0.5 ||
        Math.max(width, label?.width ?? 0) < 24 - 0.5
      )
        found.push(`${called(each)} is ${Math.round(width)} × ${Math.round(height)} px`);
    }
    return [...new Set(found)];
  }, isCoarse);

interface Reader {
  readonly fontSize?: string;
  readonly spacing?: boolean;
  readonly coarse?: boolean;
}

/** Sets the spacing in the page and in all shadow roots there are now, as a reader's tool does. */
const space = (page: Page): Promise<void> =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    const walk = (root: Document | ShadowRoot) => {
      if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) walk(shadowRoot);
    };
    walk(document);
  }, SPACING);

async function wholeTask({
  fontSize = '100%',
  spacing = false,
  coarse = true,
}: Reader): Promise<void> {
  const board = pageWith(container() + (await scriptTag()));
  const html = board.html
    .replace('<html', `<html style="font-size:${fontSize}"`)
    .replace(
      '</head>',
      '<meta name="viewport" content="width=device-width, initial-scale=1"></head>',
    );
  const site = await trouble.troubledSite({ '/': { html } });
  const { page, context } = await visit({ viewport: NARROW, hasTouch: coarse, isMobile: coarse });
  const all = everything();
  const wrong: string[] = [];
  const look = async (state: string) => {
    if (spacing) await space(page);
    wrong.push(...(await flaws(page, coarse)).map((flaw) => `${state}: ${flaw}`));
  };

  await page.goto(site.url);
  await page.getByRole('button', { name: 'Show more projects' }).waitFor();
  await look('list');
  await page.goto(`${site.url}/?fh-project=${ASKS_EVERYTHING}`);
  await page.getByRole('heading', { name: 'About the project' }).waitFor();
  await look('project');
  await page
    .getByRole('link', { name: /^Apply for/ })
    .last()
    .click();
  await form(page).name.waitFor();
  await look('form');
  const next = page.getByRole('button', { name: /^(Next|Review)$/ });
  await next.click();
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
  await look('problems');
  await form(page).email.fill('amara.osei@gmial.com');
  await form(page).name.focus();
  await page.getByRole('button', { name: 'Use it' }).waitFor();
  await look('did you mean');
  await page.getByRole('button', { name: 'Clear form' }).click();
  await page.getByText('Clear everything').waitFor();
  await look('clear?');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await putIn(page, all);
  for (let step = 1; !(await form(page).send.isVisible()); step += 1) {
    await look(`step ${step}`);
    const heading = page.getByText(/^Step \d+ of \d+$/).filter({ visible: true });
    const before = await heading.textContent();
    await next.click();
    await page
      .getByText(before ?? '')
      .filter({ visible: true })
      .waitFor({ state: 'hidden' });
  }
  await look('review');
  await context.setOffline(true);
  await form(page).send.click();
  await page.getByText('You are offline.').waitFor();
  await look('offline');
  site.go(trouble.silence);
  await context.setOffline(false);
  await page.getByText('Waiting for the confirmation').waitFor();
  await look('sending');
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText('We could not confirm').waitFor();
  await look('unconfirmed');
  site.go(
    trouble.complains(422, { errors: [{ pointer: '/files/resume', detail: 'Too old.' }] }),
    trouble.pass,
  );
  await form(page).send.click();
  await page.getByRole('link', { name: 'Too old.' }).waitFor();
  await look('refused');
  await toReview(page);
  await form(page).send.click();
  await form(page).receipt.waitFor();
  await page.getByText('What you sent').click();
  await look('receipt');
  expectStored(await storedOf(all.email), all);
  await page.getByRole('button', { name: 'Finish and clear' }).click();
  await page.getByRole('button', { name: 'Show more projects' }).waitFor();
  expect([...new Set(wrong)]).to.deep.equal([]);
}

describe(`at ${NARROW.width} px`, () => {
  const readers: Readonly<Record<string, Reader>> = {
    'with a finger': {},
    'with wider spacing of text': { spacing: true },
    'with text of twice the size': { fontSize: '200%' },
  };
  for (const [name, reader] of Object.entries(readers)) {
    it(`${name}: the whole task fits`, async function () {
      this.timeout(90_000);
      await wholeTask(reader);
    });
  }
});
