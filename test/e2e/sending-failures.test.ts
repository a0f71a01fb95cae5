/**
 * Every way in which sending can fail that anybody has thought of: after each, everything is still there and
 * the words are plain; and once the obstacle is gone the very same application goes out and is stored whole.
 */
import { expect } from 'chai';
import type { BrowserContext, Page } from 'playwright-core';
import { form } from './support/application.ts';
import { visit } from './support/browser.ts';
import { demoServer } from './support/demo-server.ts';
import { hostSite, pageWith, type HostPage } from './support/host-site.ts';
import { storedOf } from './support/staff.ts';
import * as trouble from './support/troubled-site.ts';
import {
  ASKS_EVERYTHING,
  everything,
  expectKept,
  expectStored,
  putIn,
  toReview,
} from './support/whole-form.ts';

/** How many are tried at one time. */
const TOGETHER = 3;

const UNCONFIRMED = /We could not confirm that it arrived\. Your text is safe\. Press Send again/;

/** What a student cannot know the meaning of. */
const JARGON =
  /\b(HTTP|API|XHR|CORS|CSP|DNS|JSON|URL|server|network error|undefined|null|NaN|exception|Error:|status|[45]\d\d)\b/;

interface Scene {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly site: trouble.TroubledSite;
  /** What the site serves; it may change. */
  readonly pages: Record<string, HostPage>;
}

interface Failure {
  /** The page with the form; default the form alone, with the API on its own origin. */
  readonly html?: (site: trouble.TroubledSite) => HostPage;
  /** Puts the obstacle in the way, before “Send application” is pressed. */
  readonly before?: (scene: Scene) => unknown;
  /** What happens after it was pressed. */
  readonly after?: (scene: Scene) => unknown;
  /** What the student reads. */
  readonly says: RegExp;
  /** Takes the obstacle away; default everything is passed on. */
  readonly clear?: (scene: Scene) => unknown;
  /** It goes out without anybody pressing anything. */
  readonly byItself?: boolean;
}

const meeting = (...troubles: trouble.Trouble[]): Pick<Failure, 'before'> => ({
  before: ({ site }) => {
    site.go(...troubles);
  },
});

/** The browser itself fails the request, as it does for that reason. */
const fails = (reason: string): Pick<Failure, 'before' | 'clear'> => ({
  before: ({ page }) => page.route('**/applications', (route) => route.abort(reason)),
  clear: ({ page }) => page.unroute('**/applications'),
});

const failures: Readonly<Record<string, Failure>> = {
  'cut before the upload': { ...meeting(trouble.cutAtOnce), says: UNCONFIRMED },
  'cut during the upload': { ...meeting(trouble.cutWhileUploading), says: UNCONFIRMED },
  'cut after the upload': { ...meeting(trouble.cutAfterUpload), says: UNCONFIRMED },
  'cut after it was stored': { ...meeting(trouble.loseReply), says: UNCONFIRMED },
  'a 201 that is cut': { ...meeting(trouble.cutReply), says: UNCONFIRMED },
  'a 201 that is empty': { ...meeting(trouble.says(201)), says: UNCONFIRMED },
  'a 201 without a reference': {
    ...meeting(trouble.says(201, { type: 'application/json', body: '{"ok":true}' })),
    says: UNCONFIRMED,
  },
  'a sign-in page with 200': {
    ...meeting(trouble.says(200, { type: 'text/html', body: '<form>Sign in</form>' })),
    says: UNCONFIRMED,
  },
  'a redirect to a sign-in page elsewhere': {
    before: async ({ site }) => {
      const elsewhere = await hostSite({ '/sign-in': pageWith('Sign in') });
      site.go(trouble.says(302, { headers: { Location: `${elsewhere.url}/sign-in` } }));
    },
    says: UNCONFIRMED,
  },
  'a redirect that would send it elsewhere': {
    before: async ({ site }) => {
      const elsewhere = await hostSite(
        {},
        {
          '/': trouble.says(201, {
            type: 'application/json',
            body: '{"id":"stolen","reference":"STOLEN"}',
            headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' },
          }),
        },
      );
      site.go(trouble.says(307, { headers: { Location: `${elsewhere.url}/` } }));
    },
    says: UNCONFIRMED,
  },
  'no address of that name': { ...fails('namenotresolved'), says: UNCONFIRMED },
  'a connection that is refused': { ...fails('connectionrefused'), says: UNCONFIRMED },
  'blocked by an extension': { ...fails('blockedbyclient'), says: UNCONFIRMED },
  'an address that cannot be reached': { ...fails('addressunreachable'), says: UNCONFIRMED },
  'another origin that does not allow it': {
    html: ({ url }) =>
      pageWith(
        trouble
          .formTag(ASKS_EVERYTHING)
          .replace('"/api"', `"${url.replace('127.0.0.1', 'api.example')}/api"`),
      ),
    before: ({ site }) => {
      site.preflights(trouble.says(204));
    },
    says: UNCONFIRMED,
    clear: ({ site }) => {
      site.preflights(trouble.pass);
    },
  },
  'another origin whose reply may not be read': {
    html: ({ url }) =>
      pageWith(
        trouble
          .formTag(ASKS_EVERYTHING)
          .replace('"/api"', `"${url.replace('127.0.0.1', 'api.example')}/api"`),
      ),
    ...meeting(trouble.says(201, { stored: true })),
    says: UNCONFIRMED,
  },
  'a policy of the page that forbids it': {
    html: ({ url }) =>
      pageWith(trouble.formTag(ASKS_EVERYTHING), {
        'Content-Security-Policy': `connect-src ${url}/api/projects/${ASKS_EVERYTHING}`,
      }),
    says: /This page does not allow applications to be sent\. Nothing was sent\./,
    // A policy holds as long as its page: what goes on is a page without it, that finds the draft.
    clear: async ({ page, pages }) => {
      pages['/'] = pageWith(trouble.formTag(ASKS_EVERYTHING));
      await page.reload();
      await page.getByRole('button', { name: 'Go on with them' }).click();
    },
  },
  'offline from the start': {
    before: ({ context }) => context.setOffline(true),
    says: /You are offline\. It goes out by itself once you are back\./,
    clear: ({ context }) => context.setOffline(false),
    byItself: true,
  },
  'offline in the middle': {
    before: ({ site }) => {
      site.go(trouble.late(1500, trouble.cutAfterUpload), trouble.pass);
    },
    after: async ({ page, context }) => {
      await page.getByText('Waiting for the confirmation').waitFor();
      await context.setOffline(true);
    },
    says: /You are offline\. It goes out by itself once you are back\./,
    clear: ({ context }) => context.setOffline(false),
    byItself: true,
  },
  'no answer in time': {
    ...meeting(trouble.silence),
    after: async ({ page }) => {
      await page.getByText('Waiting for the confirmation').waitFor();
      // A minute without a sign of life ends an attempt, a minute and a half all of them.
      await page.clock.fastForward(61_000);
      await page.getByRole('button', { name: 'Still trying…' }).waitFor();
      await page.waitForTimeout(1000);
      await page.clock.fastForward(61_000);
    },
    says: UNCONFIRMED,
  },
  'stopped by the student while it goes up': {
    ...meeting(trouble.silence),
    after: async ({ page }) => {
      await page.getByText('Waiting for the confirmation').waitFor();
      await page.getByRole('button', { name: 'Stop' }).click();
    },
    says: UNCONFIRMED,
  },
  '400': {
    ...meeting(trouble.complains(400, { detail: 'Something is missing.' })),
    says: /The application was not accepted\. Something is missing\. Nothing was sent\./,
  },
  '401': {
    ...meeting(trouble.says(401)),
    says: /The application was not accepted\. Nothing was sent\./,
  },
  '403 of a firewall': {
    ...meeting(trouble.says(403, { type: 'text/html', body: '<h1>403 Forbidden</h1>' })),
    says: /The application was not accepted\. Nothing was sent\./,
  },
  '404': {
    ...meeting(trouble.complains(404)),
    says: /This project is no longer available\. Nothing was sent\./,
  },
  '408': { ...meeting(trouble.complains(408)), says: UNCONFIRMED },
  '409, closed': {
    ...meeting(trouble.complains(409, { code: 'closed' })),
    says: /Applications are closed\. Nothing was sent\./,
  },
  '409, applied before': {
    ...meeting(trouble.complains(409, { code: 'duplicate-applicant' })),
    says: /You have applied to this project before, with this email address\./,
  },
  '409, of another kind': {
    ...meeting(trouble.complains(409, { code: 'limit', detail: 'Three are open already.' })),
    says: /The application was not accepted\. Three are open already\./,
  },
  '410': {
    ...meeting(trouble.complains(410)),
    says: /This project is no longer available\. Nothing was sent\./,
  },
  '413 without a word': {
    ...meeting(trouble.says(413)),
    says: /Choose another file for “Resume”: “\w+\.pdf” was refused, for its size or its type/,
  },
  '415 without a word': {
    ...meeting(trouble.says(415)),
    says: /Choose another file for “Resume”: “\w+\.pdf” was refused, for its size or its type/,
  },
  '422 on a field': {
    ...meeting(
      trouble.complains(422, {
        errors: [{ pointer: '/answers/approach', detail: 'Say more about the first day.' }],
      }),
    ),
    says: /There is a problem.*Say more about the first day\./s,
  },
  '422 on a question that is gone': {
    ...meeting(
      trouble.complains(422, {
        errors: [{ pointer: '/answers/favourite', detail: 'This question is not asked any more.' }],
      }),
    ),
    says: /There is a problem.*This question is not asked any more\./s,
  },
  '422 on a file': {
    ...meeting(
      trouble.complains(422, {
        errors: [{ pointer: '/files/resume', detail: 'This file is locked by a password.' }],
      }),
    ),
    says: /There is a problem.*This file is locked by a password\./s,
  },
  '422 without a word': {
    ...meeting(trouble.says(422)),
    says: /The application was not accepted\. Nothing was sent\./,
  },
  '429 with a time to wait': {
    ...meeting(trouble.complains(429, {}, { 'Retry-After': '120' })),
    says: /Too much is being sent at once\. Nothing is lost\. Try again in 2 minutes\./,
  },
  '500': { ...meeting(trouble.complains(500)), says: UNCONFIRMED },
  '502 with a page of a gateway': {
    ...meeting(trouble.says(502, { type: 'text/html', body: '<h1>502 Bad Gateway</h1>' })),
    says: UNCONFIRMED,
  },
  '503, and soon well again': {
    ...meeting(trouble.complains(503, {}, { 'Retry-After': '2' }), trouble.pass),
    says: /Still trying…/,
    byItself: true,
  },
  '503 for long': {
    ...meeting(trouble.complains(503, {}, { 'Retry-After': '3600' })),
    says: /Too much is being sent at once\. Nothing is lost\. Try again in 60 minutes\./,
  },
  '504': { ...meeting(trouble.says(504)), says: UNCONFIRMED },
  'the page holds it and its promise rejects': {
    before: ({ page }) =>
      page.evaluate(() => {
        const hold = (event: Event & { waitUntil?: (promise: Promise<unknown>) => void }) => {
          event.waitUntil?.(Promise.reject(new Error('No session')));
        };
        addEventListener('foothold-application-submit', hold, { once: true });
      }),
    says: /This page stopped it\. Nothing was sent\./,
  },
  'the page has no token': {
    before: ({ page }) =>
      page.locator('foothold-application-form').evaluate((element) => {
        Object.assign(element, { token: () => Promise.reject(new Error('Signed out')) });
      }),
    says: /The application was not accepted\. Nothing was sent\./,
    clear: ({ page }) =>
      page.locator('foothold-application-form').evaluate((element) => {
        Object.assign(element, { token: undefined });
      }),
  },
  'a challenge that is not finished': {
    html: () =>
      pageWith(
        trouble
          .formTag(ASKS_EVERYTHING)
          .replace(
            '></foot',
            '><div slot="challenge"><input name="altcha" aria-label="Check"></div></foot',
          ),
      ),
    says: /Finish the check above first\. Nothing was sent\./,
    clear: ({ page }) => page.getByRole('textbox', { name: 'Check' }).fill('a token'),
  },
};

/** All that the form says apart from its fields: the summary, and notes beside the button. */
async function saysNow(page: Page): Promise<string> {
  return await page
    .locator('foothold-application-form')
    .evaluate((element) =>
      [
        ...(element.shadowRoot?.querySelectorAll<HTMLElement>(
          '[part~=error-summary], form [part=note], form .note, [part=submit-button]',
        ) ?? []),
      ]
        .map((each) => each.innerText.replace(/\s+/g, ' '))
        .join('\n'),
    );
}

async function run(name: string, failure: Failure): Promise<void> {
  const { before, after, says, clear, byItself, html } = failure;
  const all = everything();
  const pages: Record<string, HostPage> = { '/': pageWith(trouble.formTag(ASKS_EVERYTHING)) };
  const site = await trouble.troubledSite(pages);
  if (html) pages['/'] = html(site);
  const { context, page } = await visit();
  const scene = { page, context, site, pages };
  if (name === 'no answer in time') await page.clock.install();
  try {
    await page.goto(site.url);
    await putIn(page, all);
    if (name.includes('policy'))
      await page.getByRole('checkbox', { name: /^Keep my answers/ }).check();
    await toReview(page);
    await before?.(scene);
    await form(page).send.click();
    await after?.(scene);
    let said = '';
    for (let tries = 0; tries < 150 && !says.test(said); tries += 1) {
      await page.waitForTimeout(100);
      said = await saysNow(page);
    }
    expect(said, name).to.match(says);
    expect(said, name).not.to.match(JARGON);
    await expectKept(page, all);

    site.go(trouble.pass);
    await clear?.(scene);
    if (name.includes('policy')) {
      await putIn(page, all);
      await toReview(page);
    }
    if (!byItself) {
      await toReview(page);
      await form(page).send.click();
    }
    await form(page).receipt.waitFor();
    expectStored(await storedOf(all.email), all);
    expect(new Set(site.keys).size, 'keys').to.be.within(1, 1);
  } finally {
    await context.close();
    await site.close();
  }
}

describe('sending that fails', () => {
  const names = Object.keys(failures);
  let isOver = false;
  after(() => {
    isOver = true;
  });

  it(`in ${names.length} ways leaves everything there, and everything arrives afterwards`, async function () {
    this.timeout(300_000);
    expect(names).to.have.lengthOf.at.least(30);
    await demoServer();
    const waiting = Object.entries(failures);
    const wrong: string[] = [];
    const work = async () => {
      for (let next = waiting.shift(); next && !isOver; next = waiting.shift()) {
        const [name, failure] = next;
        try {
          await run(name, failure);
        } catch (error) {
          wrong.push(`${name}: ${String(error)}`);
        }
      }
    };
    await Promise.all(Array.from({ length: TOGETHER }, work));
    expect(wrong).to.deep.equal([]);
  });
});
