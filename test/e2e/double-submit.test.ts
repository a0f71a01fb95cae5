/** A hundred times (in all tests; forty otherwise) somebody sends twice, each in one of many ways: a hundred records, and everybody knows it. */
import { expect } from 'chai';
import type { BrowserContext, Page } from 'playwright-core';
import type { Project } from '../../src/domain/project.ts';
import { fillIn, form, newStudent, simpleProject, type Student } from './support/application.ts';
import { visit } from './support/browser.ts';
import { container, pageWith, scriptTag } from './support/host-site.ts';
import { storedOf } from './support/staff.ts';
import * as trouble from './support/troubled-site.ts';

const TIMES = process.env['FOOTHOLD_TEST_ALL'] ? 100 : 20;
/** How many people send at one time. */
const TOGETHER = 4;

interface Scene {
  readonly site: trouble.TroubledSite;
  readonly context: BrowserContext;
  readonly student: Student;
  readonly project: Project;
  /** The form, filled in, in a tab of its own. */
  open(student?: Student): Promise<Page>;
}

/** Ends with the page that says how it went. */
type Way = (scene: Scene) => Promise<Page>;

const send = (page: Page) => form(page).send;
const draft = (page: Page) => page.getByRole('checkbox', { name: /^Keep my answers/ });
const unconfirmed = (page: Page) => page.getByText('We could not confirm that it arrived.');
const duplicate = (page: Page) => page.getByText('You have applied to this project before');
const earlier = (page: Page) => page.getByText('An earlier version had already arrived.');

/** The heading of a receipt, or the words that there is one already. */
const ending = (page: Page) => form(page).receipt.or(duplicate(page));

async function middleOf(page: Page): Promise<{ x: number; y: number }> {
  await send(page).scrollIntoViewIfNeeded();
  const box = await send(page).boundingBox();
  if (!box) throw new Error('There is no button to send.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Reloads a page whose draft is kept, and goes on with it. */
async function reloadAndGoOn(page: Page, student: Student): Promise<void> {
  await page.reload();
  await page.getByRole('button', { name: 'Go on with them' }).click();
  // Files and agreements are given anew; the rest is there.
  const { resume, consent } = form(page);
  await resume.setInputFiles(resumeOf(student));
  await consent.check();
}

const resumeOf = ({ email }: Student) => ({
  name: 'resume.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.4 of ${email}\n%%EOF\n`),
});

/** A way in which the reply does not come, and only asking again can tell. */
const afterSilence =
  (how: trouble.Trouble, next: (page: Page, scene: Scene) => Promise<unknown>): Way =>
  async (scene) => {
    const page = await scene.open();
    scene.site.go(how);
    await send(page).click();
    await unconfirmed(page).waitFor();
    scene.site.go(trouble.pass);
    await next(page, scene);
    return page;
  };

const changeAndSend = async (page: Page, { student }: Scene) => {
  await form(page).proposal.fill(`${student.proposal} And one more thing.`);
  await send(page).click();
  await earlier(page).waitFor();
};

const ways: Readonly<Record<string, Way>> = {
  'double click': async ({ open }) => {
    const page = await open();
    await send(page).dblclick();
    return page;
  },
  'five clicks': async ({ open }) => {
    const page = await open();
    await send(page).click({ clickCount: 5 });
    return page;
  },
  'Enter in a field, then a click': async ({ open }) => {
    const page = await open();
    const { x, y } = await middleOf(page);
    await form(page).email.focus();
    await page.keyboard.press('Enter');
    await page.mouse.click(x, y);
    return page;
  },
  'Enter twice in a field': async ({ open }) => {
    const page = await open();
    await form(page).name.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    return page;
  },
  'Enter held down on the button': async ({ open }) => {
    const page = await open();
    await send(page).focus();
    for (let count = 0; count < 6; count += 1) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    return page;
  },
  'Space and Enter on the button': async ({ open }) => {
    const page = await open();
    await send(page).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    return page;
  },
  'tap and click': async ({ open }) => {
    const page = await open();
    const { x, y } = await middleOf(page);
    await page.touchscreen.tap(x, y);
    await page.mouse.click(x, y);
    return page;
  },
  'double tap': async ({ open }) => {
    const page = await open();
    const { x, y } = await middleOf(page);
    await page.touchscreen.tap(x, y);
    await page.touchscreen.tap(x, y);
    return page;
  },
  'a script of the page that submits, and a click': async ({ open }) => {
    const page = await open();
    const { x, y } = await middleOf(page);
    await page.locator('foothold-application-form').evaluate((element) => {
      const inner = element.shadowRoot?.querySelector('form');
      inner?.requestSubmit();
      inner?.requestSubmit();
    });
    await page.mouse.click(x, y);
    return page;
  },
  'clicks during a slow first request': async ({ open, site }) => {
    const page = await open();
    site.go(trouble.late(2000));
    const { x, y } = await middleOf(page);
    await page.mouse.click(x, y);
    for (let count = 0; count < 4; count += 1) {
      await page.mouse.click(x, y);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(60);
    }
    return page;
  },
  'two tabs at one time': async ({ open }) => {
    const tabs = [await open(), await open()] as const;
    await Promise.all(tabs.map((page) => send(page).click()));
    await Promise.all(tabs.map((page) => ending(page).waitFor()));
    const receipts = await Promise.all(tabs.map((page) => form(page).receipt.count()));
    expect(receipts.toSorted()).to.deep.equal([0, 1]);
    return tabs[1];
  },
  'two tabs, one after the other': async ({ open }) => {
    const first = await open();
    const second = await open();
    await send(first).click();
    await form(first).receipt.waitFor();
    await send(second).click();
    await duplicate(second).waitFor();
    return second;
  },
  'two tabs, the address in capitals in one': async ({ open, student }) => {
    const first = await open();
    const second = await open({ ...student, email: ` ${student.email.toUpperCase()} ` });
    await Promise.all([first, second].map((page) => send(page).click()));
    await ending(first).waitFor();
    return second;
  },
  'two tabs, the reply to one of them lost': async ({ open, site }) => {
    const first = await open();
    const second = await open();
    site.go(trouble.loseReply, trouble.pass);
    await send(first).click();
    await send(second).click();
    await ending(first).waitFor();
    return second;
  },
  'a tab that was duplicated with its draft': async ({ open, context, student }) => {
    const page = await open();
    await draft(page).check();
    await send(page).hover();
    const [copy] = await Promise.all([
      context.waitForEvent('page'),
      page.evaluate(() => void window.open(location.href)),
    ]);
    await copy.getByRole('button', { name: 'Go on with them' }).click();
    await form(copy).resume.setInputFiles(resumeOf(student));
    await form(copy).consent.check();
    await Promise.all([page, copy].map((each) => send(each).click()));
    await ending(page).waitFor();
    return copy;
  },
  'two forms on one page': async ({ context, site, student }) => {
    const page = await context.newPage();
    await page.goto(`${site.url}/twice`);
    const [first, second] = [page.locator('#first'), page.locator('#second')];
    await fillIn(first, student);
    await form(second).send.waitFor();
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('foothold-application-form'))
        element.shadowRoot?.querySelector('form')?.requestSubmit();
    });
    await Promise.all([first, second].map((each) => form(each).receipt.waitFor()));
    return page;
  },
  'the reply lost once: it goes out again by itself': async ({ open, site }) => {
    const page = await open();
    site.go(trouble.loseReply, trouble.pass);
    await send(page).click();
    await form(page).receipt.waitFor();
    expect(site.keys).to.have.lengthOf(2);
    return page;
  },
  'the reply cut in the middle': async ({ open, site }) => {
    const page = await open();
    site.go(trouble.cutReply, trouble.pass);
    await send(page).click();
    return page;
  },
  'the connection lost while the server works': async ({ open, site }) => {
    const page = await open();
    site.go(trouble.leaveEarly, trouble.leaveEarly, trouble.pass);
    await send(page).click();
    return page;
  },
  'stored, and a gateway says 504': async ({ open, site }) => {
    const page = await open();
    site.go(trouble.says(504, { stored: true }), trouble.pass);
    await send(page).click();
    return page;
  },
  'stored, and a sign-in page answers': afterSilence(
    trouble.says(200, { type: 'text/html', body: '<h1>Sign in</h1>', stored: true }),
    (page) => send(page).click(),
  ),
  'all replies lost, sent again by hand': afterSilence(trouble.loseReply, (page) =>
    send(page).dblclick(),
  ),
  'all replies lost, changed and sent again': afterSilence(trouble.loseReply, changeAndSend),
  'all replies lost, changed, and the next reply lost, too': afterSilence(
    trouble.cutReply,
    async (page, scene) => {
      scene.site.go(trouble.loseReply, trouble.pass);
      await changeAndSend(page, scene);
    },
  ),
  'all replies lost, reloaded with the draft kept': async ({ open, site, student }) => {
    const page = await open();
    await draft(page).check();
    site.go(trouble.loseReply);
    await send(page).click();
    await unconfirmed(page).waitFor();
    site.go(trouble.pass);
    await reloadAndGoOn(page, student);
    await send(page).click();
    await form(page).receipt.waitFor();
    return page;
  },
  'reloaded while it is sent, with the draft kept': async ({ open, site, student }) => {
    const page = await open();
    await draft(page).check();
    site.go(trouble.lateReply(3000), trouble.pass);
    await send(page).click();
    await page.waitForTimeout(200);
    await reloadAndGoOn(page, student);
    await send(page).click();
    await form(page).receipt.waitFor();
    return page;
  },
  'reloaded and changed, with the draft kept': async (scene) => {
    const { open, site, student } = scene;
    const page = await open();
    await draft(page).check();
    site.go(trouble.loseReply);
    await send(page).click();
    await unconfirmed(page).waitFor();
    site.go(trouble.pass);
    await reloadAndGoOn(page, student);
    await changeAndSend(page, scene);
    return page;
  },
  'reloaded after it was sent, and written anew': async ({ open, student }) => {
    const page = await open();
    await send(page).click();
    await form(page).receipt.waitFor();
    await page.reload();
    await fillIn(page, student);
    await send(page).click();
    await duplicate(page).waitFor();
    return page;
  },
  'finished and cleared, and written anew': async ({ open, student }) => {
    const page = await open();
    await send(page).click();
    await page.getByRole('button', { name: 'Finish and clear' }).click();
    await page.reload();
    await fillIn(page, student);
    await send(page).click();
    await duplicate(page).waitFor();
    return page;
  },
  'stopped in time, or too late, and sent again': async ({ open, site }) => {
    const page = await open();
    site.go(trouble.lateReply(60_000), trouble.pass);
    await send(page).click();
    await page.getByRole('button', { name: 'Stop' }).click();
    await send(page).click();
    return page;
  },
  'stopped, changed and sent again': async (scene) => {
    const { open, site, student } = scene;
    const page = await open();
    site.go(trouble.lateReply(60_000), trouble.pass);
    await send(page).click();
    while ((await storedOf(student.email)).length === 0) await page.waitForTimeout(100);
    await page.getByRole('button', { name: 'Stop' }).click();
    await changeAndSend(page, scene);
    return page;
  },
  'offline while it waits for the reply': async ({ open, site, context }) => {
    const page = await open();
    site.go(trouble.lateReply(1500), trouble.pass);
    await send(page).click();
    await page.waitForTimeout(200);
    await context.setOffline(true);
    await page.waitForTimeout(300);
    await context.setOffline(false);
    return page;
  },
  'Back and Forward while it is sent': async ({ context, site, student, project }) => {
    const page = await context.newPage();
    await page.goto(`${site.url}/board?fh-project=${project.id}`);
    await page
      .getByRole('link', { name: `Apply for ${project.title}` })
      .first()
      .click();
    await fillIn(page, student);
    site.go(trouble.lateReply(800), trouble.pass);
    await send(page).click();
    await page.goBack();
    await page.goForward();
    await send(page).or(form(page).receipt).first().waitFor();
    if (await send(page).count()) await send(page).click({ force: true });
    return page;
  },
  'Back and Forward after the reply was lost': async ({ context, site, student, project }) => {
    const page = await context.newPage();
    await page.goto(`${site.url}/board?fh-project=${project.id}`);
    await page
      .getByRole('link', { name: `Apply for ${project.title}` })
      .first()
      .click();
    await fillIn(page, student);
    site.go(trouble.loseReply);
    await send(page).click();
    await unconfirmed(page).waitFor();
    site.go(trouble.pass);
    await page.goBack();
    await page.goForward();
    await send(page).click();
    await form(page).receipt.waitFor();
    return page;
  },
  'Back from the receipt, and applying once more': async ({ context, site, student, project }) => {
    const page = await context.newPage();
    await page.goto(`${site.url}/board?fh-project=${project.id}`);
    const apply = page.getByRole('link', { name: `Apply for ${project.title}` }).first();
    await apply.click();
    await fillIn(page, student);
    await send(page).click();
    await form(page).receipt.waitFor();
    await page.goBack();
    await apply.click();
    await form(page).receipt.waitFor();
    return page;
  },
};

/** All ways again and again, in an order that is mixed and the same each time. */
function mixed(count: number): readonly (readonly [string, Way])[] {
  const rounds = Array.from({ length: Math.ceil(count / Object.keys(ways).length) }, () =>
    Object.entries(ways),
  );
  const all = rounds.flat().slice(0, count);
  let seed = 20_261_126;
  for (let last = all.length - 1; last > 0; last -= 1) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    const other = seed % (last + 1);
    [all[last], all[other]] = [all[other]!, all[last]!];
  }
  return all;
}

/** What went otherwise than it should; nothing when there is one record and the student knows of it. */
async function runOnce(way: Way, project: Project): Promise<string | undefined> {
  const student = newStudent();
  const tag = trouble.formTag(project.id);
  const site = await trouble.troubledSite({
    '/': pageWith(tag),
    '/twice': pageWith(
      trouble.formTag(project.id, 'id="first"') + trouble.formTag(project.id, 'id="second"'),
    ),
    '/board': pageWith(
      container() + (await scriptTag({ integrity: undefined, crossorigin: undefined })),
    ),
  });
  const { context, page: blank } = await visit({ hasTouch: true });
  try {
    await blank.close();
    const page = await way({
      site,
      context,
      student,
      project,
      async open(who = student) {
        const tab = await context.newPage();
        await tab.goto(site.url);
        await fillIn(tab, who);
        await form(tab).resume.setInputFiles(resumeOf(student));
        return tab;
      },
    });
    await ending(page).first().waitFor();
    const { length } = await storedOf(student.email);
    return length === 1 ? undefined : `${length} records`;
  } catch (error) {
    return String(error);
  } finally {
    await context.close();
    await site.close();
  }
}

describe('sending twice', () => {
  let isOver = false;
  after(() => {
    isOver = true;
  });

  it(`${TIMES} times, in ${Object.keys(ways).length} ways, makes ${TIMES} records`, async function () {
    this.timeout(TIMES * 8_000);
    const project = await simpleProject();
    const waiting = [...mixed(TIMES)];
    const wrong: string[] = [];
    const work = async () => {
      for (let next = waiting.pop(); next && !isOver; next = waiting.pop()) {
        const [name, way] = next;
        const what = await runOnce(way, project);
        if (what) wrong.push(`${name}: ${what}`);
      }
    };
    await Promise.all(Array.from({ length: TOGETHER }, work));
    expect(wrong).to.deep.equal([]);
  });
});
