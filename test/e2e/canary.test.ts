/**
 * Marks that stand in every field, looked for in every place to which a page could leak them. They go out in
 * one kind of request, and nowhere else; into the tab's own storage only where the student asked for it.
 */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { form } from './support/application.ts';
import { foreignRequests, visit } from './support/browser.ts';
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

/** How a mark looks once something has encoded it. */
function shapesOf(mark: string): readonly string[] {
  const whole = [0, 1, 2].map((shift) => {
    const encoded = Buffer.from(' '.repeat(shift) + mark).toString('base64');
    // The characters at both ends depend on the neighbours.
    return encoded.slice(shift && 4, -4).toLowerCase();
  });
  return [mark.toLowerCase(), Buffer.from(mark).toString('hex'), ...whole];
}

const found = (where: string, text: string, shapes: readonly string[]): string[] =>
  shapes.some((shape) => text.toLowerCase().includes(shape)) ? [where] : [];

/** Writes down, before any script of the page runs, what the page would not show afterwards. */
function keepWatch(): void {
  const kept: string[] = [];
  Object.assign(window, { kept });
  const walk = (value: unknown, seen = new Set<unknown>(), depth = 0): string => {
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    if (typeof value !== 'object' || value === null || seen.has(value) || depth > 6) return '';
    // Nodes hold the form itself; what hosts get of them is looked at elsewhere.
    if (value instanceof Node || value === window) return '';
    seen.add(value);
    const names = new Set<string>();
    for (
      let each: unknown = value;
      each && each !== Object.prototype;
      each = Object.getPrototypeOf(each)
    )
      for (const name of Object.getOwnPropertyNames(each)) names.add(name);
    return [...names]
      .map((name) => {
        try {
          return `${name}=${walk((value as Record<string, unknown>)[name], seen, depth + 1)}`;
        } catch {
          return name;
        }
      })
      .join(' ');
  };
  const { dispatchEvent } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function (event) {
    if (event.type.startsWith('foothold-')) kept.push(`event ${event.type} ${walk(event)}`);
    return dispatchEvent.call(this, event);
  };
  addEventListener('error', ({ message, error }) => kept.push(`error ${message} ${String(error)}`));
  addEventListener('unhandledrejection', ({ reason }) => kept.push(`rejection ${String(reason)}`));
  addEventListener('securitypolicyviolation', (event) => kept.push(`violation ${walk(event)}`));
  for (const name of ['pushState', 'replaceState'] as const) {
    const change = history[name].bind(history);
    history[name] = (state: unknown, title, url) => {
      kept.push(`${name} ${walk(state)} ${String(url)}`);
      change(state, title, url);
    };
  }
}

interface Places {
  readonly [place: string]: string;
}

/** All places in the page itself, as text. */
const places = (page: Page): Promise<Places> =>
  page.evaluate(async () => {
    const stored = (storage: Storage) => JSON.stringify(Object.entries(storage));
    const databases: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) databases.push(name);
    const caches_: string[] = [];
    for (const name of (await globalThis.caches?.keys()) ?? []) caches_.push(name);
    const entries =
      (
        window as unknown as {
          navigation?: { entries(): { url: string | null; getState(): unknown }[] };
        }
      ).navigation?.entries() ?? [];
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const usual = new Set(Object.getOwnPropertyNames(frame.contentWindow));
    frame.remove();
    const globals = Object.getOwnPropertyNames(window)
      .filter((name) => !usual.has(name) && name !== 'kept')
      .map((name) => {
        try {
          return `${name}=${JSON.stringify((window as unknown as Record<string, unknown>)[name])}`;
        } catch {
          return name;
        }
      });
    return {
      localStorage: stored(localStorage),
      sessionStorage: stored(sessionStorage),
      databases: databases.join(),
      caches: caches_.join(),
      cookies: document.cookie,
      address: location.href,
      'history.state': JSON.stringify(history.state),
      'history entries': JSON.stringify(entries.map((each) => [each.url, each.getState()])),
      'window.name': window.name,
      title: document.title,
      referrer: document.referrer,
      globals: globals.join('\n'),
      'requested resources': performance
        .getEntries()
        .map(({ name }) => name)
        .join('\n'),
      // Without shadow roots: what the page's own scripts, and other tools, find in it.
      document: document.documentElement.outerHTML,
      'events, errors and history': (window as unknown as { kept: string[] }).kept.join('\n'),
    };
  });

/** All text and all values that are in the page, also inside shadow roots. */
const everythingShown = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const texts: string[] = [];
    const walk = (root: ParentNode) => {
      for (const element of root.querySelectorAll('*')) {
        texts.push(...[...element.attributes].map(({ value }) => value));
        if ('value' in element) texts.push(String(element.value));
        if (element.shadowRoot) walk(element.shadowRoot);
      }
      texts.push((root as Element | ShadowRoot).textContent ?? '');
    };
    walk(document);
    return texts.join('\n');
  });

let marks = 0;

/** The whole task, with a failure and a retry; looks around after each step. */
async function lookEverywhere(keepsDraft: boolean): Promise<void> {
  marks += 1;
  const mark = `qz${process.pid.toString(36)}x${marks}canary`;
  const all = everything(mark);
  const typed = [
    ...Object.values(all.texts),
    ...Object.values(all.files)
      .flat()
      .map((file) => file.name),
  ];
  // What no mark fits into is as rare as one.
  const phone = '5553071946';
  const hours = '7.2530719';
  const filled = { ...all, texts: { ...all.texts, phone: `+1 312 ${phone}`, weekly_hours: hours } };
  expect(typed.filter((text) => text.includes(mark)).length).to.be.at.least(11);
  const shapes = [...shapesOf(mark), phone, hours, '2031-05-17'];

  const site = await trouble.troubledSite({
    '/': pageWith(container() + (await scriptTag())),
    '/before': pageWith('<a href="/">Board</a>'),
  });
  const opened = await visit({ permissions: ['clipboard-read', 'clipboard-write'] });
  const { page, context } = opened;
  const consoleTexts: string[] = [];
  const leaks: string[] = [];
  /** All that could carry something in a body. */
  const carriers = new Set<string>();
  page.on('console', (message) => consoleTexts.push(message.text()));
  page.on('pageerror', (error) => consoleTexts.push(`${error.message} ${error.stack ?? ''}`));
  page.on('request', (request) => {
    const { url, method, headers } = {
      url: request.url(),
      method: request.method(),
      headers: request.headers(),
    };
    leaks.push(...found(`the address ${method} ${url}`, decodeURIComponent(url), shapes));
    leaks.push(...found(`the headers of ${url}`, JSON.stringify(headers), shapes));
    if (method !== 'GET') carriers.add(`${method} ${url}`);
  });
  page.on('websocket', (socket) => carriers.add(socket.url()));
  await context.addInitScript(keepWatch);

  const look = async (step: string) => {
    const { sessionStorage, ...others } = await places(page);
    for (const [place, text] of Object.entries(others))
      leaks.push(...found(`${step}: ${place}`, text, shapes));
    leaks.push(...found(`${step}: the console`, consoleTexts.join('\n'), shapes));
    const cookies = JSON.stringify(await context.cookies());
    leaks.push(...found(`${step}: cookies`, cookies, shapes));
    return found('', sessionStorage ?? '', shapes).length > 0 ? sessionStorage : undefined;
  };

  await page.goto(`${site.url}/before`);
  await page.getByRole('link', { name: 'Board' }).click();
  await page.goto(`${site.url}/?fh-project=${ASKS_EVERYTHING}`);
  await page
    .getByRole('link', { name: /^Apply for/ })
    .first()
    .click();
  if (keepsDraft) await page.getByRole('checkbox', { name: /^Keep my answers/ }).check();
  await putIn(page, filled);
  const kept = await look('filled in');
  expect(kept !== undefined, 'kept in the tab').to.equal(keepsDraft);
  // Never a file, nor what was agreed to.
  expect(kept ?? '').not.to.match(
    /resumebytes|samplebytes|resume\.pdf|sample\.txt|\/consent|recording/,
  );

  await toReview(page);
  await page.getByRole('button', { name: 'Copy my answers' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).to.contain(`${mark}approach`);
  await page.evaluate(() => navigator.clipboard.writeText(''));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download my answers' }).click(),
  ]);
  leaks.push(...found('the name of the download', download.suggestedFilename(), shapes));
  leaks.push(...found('the address of the download', download.url(), shapes));

  site.go(
    trouble.complains(422, {
      errors: [{ pointer: '/answers/approach', detail: 'Say more.' }],
    }),
    trouble.loseReply,
    trouble.cutReply,
    trouble.says(500),
    trouble.says(502),
    trouble.pass,
  );
  await form(page).send.click();
  await page.getByRole('link', { name: 'Say more.' }).click();
  await look('refused');
  await toReview(page);
  await form(page).send.click();
  await page.getByText('We could not confirm that it arrived.').waitFor();
  await look('unconfirmed');
  await page.goBack();
  await page.goForward();
  await form(page).send.click();
  await form(page).receipt.waitFor();
  expectStored(await storedOf(filled.email), filled);
  const afterwards = await look('sent');
  expect(afterwards, 'kept in the tab after sending').to.equal(undefined);

  await page.getByRole('button', { name: 'Finish and clear' }).click();
  await page
    .getByRole('heading', { name: 'About the project' })
    .or(page.getByRole('searchbox'))
    .first()
    .waitFor();
  expect(await look('finished'), 'kept in the tab after Finish').to.equal(undefined);
  expect(await page.evaluate(() => sessionStorage.length)).to.equal(0);
  leaks.push(...found('finished: the page', await everythingShown(page), shapes));
  for (let entry = 0; entry < 3; entry += 1) {
    await page.goBack();
    await page.waitForTimeout(200);
    await look(`back ${entry + 1}`);
    leaks.push(...found(`back ${entry + 1}: the page`, await everythingShown(page), shapes));
  }

  expect(leaks).to.deep.equal([]);
  expect([...carriers]).to.deep.equal([
    `POST ${site.url}/api/projects/${ASKS_EVERYTHING}/applications`,
  ]);
  expect(foreignRequests(opened, site.url)).to.deep.equal([]);
  const onServer =
    site.headers.map((each) => JSON.stringify(each)).join('\n') + site.requested.join('\n');
  expect(found('what the server logs', onServer, shapes)).to.deep.equal([]);
}

describe('what a student writes', () => {
  it('is found nowhere but in the body of the one request', async function () {
    this.timeout(90_000);
    await lookEverywhere(false);
  });

  it('is in the tab’s own storage besides, when the student asked for it, until it is sent', async function () {
    this.timeout(90_000);
    await lookEverywhere(true);
  });
});
