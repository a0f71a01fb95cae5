/**
 * `npm run screenshots`: the pictures in `docs/images`, taken from the running product on a fixed day,
 * so that they change only when the product does.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { startServer } from '../demo/server/server.ts';
import { site } from '../demo/server/site.ts';
import { buildCdn } from './build.ts';
import { browserArgs, findBrowser } from './find-browser.ts';
import { ROOT } from './lib/run.ts';

const OUT = join(ROOT, 'docs', 'images');
const TODAY = Date.parse('2026-11-22T15:00:00Z');
const PROJECT = 'mkt-204';

const DESKTOP = { width: 1280, height: 1000 };
const LONG = { width: 1280, height: 1500 };
const PHONE = { width: 360, height: 740 };

const PROPOSAL = `Last spring three of us started a repair evening in our dormitory. We put up two posters by the bike racks and wrote one message a week to the house group; 42 people came to the first evening and 60 to the third. We left out a website on purpose: nobody who would come needed one.

For the refill station I would begin with the people who already buy from you, and ask five of them what would make them bring a bottle. I can give four hours a week from December 10 and have no exams until the end.`;

async function fillIn(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Full name' }).fill('Amara Osei');
  await page.getByRole('textbox', { name: 'Email' }).fill('a.osei@northmere.example');
  await page.getByRole('textbox', { name: 'Your proposal' }).fill(PROPOSAL);
  await page
    .getByLabel('Resume')
    .first()
    .setInputFiles({
      name: 'Amara-Osei-resume.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(184_000, 32)]),
    });
  await page.getByRole('checkbox', { name: /^I agree/ }).check();
}

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly viewport: { readonly width: number; readonly height: number };
  /** What has to be there before the picture is taken. */
  readonly ready: (page: Page) => Promise<void>;
}

const listed = async (page: Page): Promise<void> => {
  await page.locator('foothold-board').getByRole('listitem').getByRole('link').nth(5).waitFor();
};

const read = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { name: 'About the project' }).waitFor();
};

const pictures: readonly Picture[] = [
  {
    name: 'feed',
    path: '/?fh-workMode=remote&fh-workMode=hybrid&fh-sort=deadline',
    viewport: DESKTOP,
    ready: listed,
  },
  { name: 'feed-phone', path: '/?fh-sort=deadline', viewport: PHONE, ready: listed },
  { name: 'feed-dark', path: '/dark.html?fh-sort=pay', viewport: DESKTOP, ready: listed },
  { name: 'feed-arabic', path: '/arabic.html?fh-sort=deadline', viewport: DESKTOP, ready: listed },
  { name: 'detail-phone', path: `/?fh-project=${PROJECT}`, viewport: PHONE, ready: read },
  { name: 'detail', path: `/?fh-project=${PROJECT}`, viewport: DESKTOP, ready: read },
  {
    name: 'form',
    path: `/?fh-project=${PROJECT}&fh-apply=1`,
    viewport: LONG,
    ready: fillIn,
  },
  {
    name: 'receipt',
    path: `/?fh-project=${PROJECT}&fh-apply=1`,
    viewport: DESKTOP,
    async ready(page) {
      await fillIn(page);
      await page.getByRole('button', { name: 'Send application' }).click();
      await page.getByRole('heading', { name: 'Application sent' }).waitFor();
    },
  },
];

async function take(browser: Browser, url: string, picture: Picture): Promise<void> {
  const { name, path, viewport, ready } = picture;
  const context = await browser.newContext({
    viewport,
    locale: 'en-US',
    timezoneId: 'America/Chicago',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(TODAY);
  await page.goto(url + path);
  await ready(page);
  await page.waitForLoadState('networkidle');
  await page.mouse.move(0, 0);
  await page.evaluate((isPhone) => {
    // A phone has no room for both the site's header and a project.
    const board = isPhone && document.querySelector('foothold-board');
    scrollTo({ top: board ? board.getBoundingClientRect().top + scrollY - 16 : 0 });
  }, viewport === PHONE);
  await page.screenshot({ path: join(OUT, `${name}.png`), caret: 'hide' });
  await context.close();
  console.log(`docs/images/${name}.png`);
}

await buildCdn();
await mkdir(OUT, { recursive: true });
const { path: executablePath, env } = await findBrowser();
const server = await startServer({ site, now: () => TODAY, limits: 'off' });
const browser = await chromium.launch({ executablePath, env, args: [...browserArgs] });
try {
  for (const picture of pictures) await take(browser, server.url, picture);
} finally {
  await browser.close();
  await server.close();
}
