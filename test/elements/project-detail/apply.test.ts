import { ContextProvider } from '@lit/context';
import { aTimeout, expect } from '@open-wc/testing';
import { sendMouse, setViewport } from '@web/test-runner-commands';
import { navigationContext, type Navigation, type View } from '../../../src/controllers/context.ts';
import type { ApplicationTerms, Project } from '../../../src/domain/project.ts';
import type { FootholdProjectDetail } from '../../../src/elements/project-detail/project-detail.ts';
import type { FootholdApplicationRedirectEvent } from '../../../src/events/application-redirect.ts';
import { allByRole, byRole } from '../../support/by-role.ts';
import { bare, day, detailWith, full, sourceOf, textOf, type Setup } from './support.ts';

const NAME = 'Apply for Competitor pricing study';

const withTerms = (application: ApplicationTerms, more: Partial<Project> = {}): Project => ({
  ...full,
  ...more,
  application,
});

const applyLink = (detail: FootholdProjectDetail) => byRole(detail, 'link', NAME);

/** The next event that says where a student goes. */
const redirect = (detail: FootholdProjectDetail): Promise<FootholdApplicationRedirectEvent> =>
  new Promise((resolve) => {
    detail.addEventListener('foothold-application-redirect', resolve, { once: true });
  });

const noApply = (detail: FootholdProjectDetail) =>
  allByRole(detail, 'link', /^Apply/).length + allByRole(detail, 'button', /^Apply/).length === 0;

/** What stands beside Apply. */
const described = (element: Element): string =>
  textOf(
    (element.getRootNode() as ShadowRoot).getElementById(
      element.getAttribute('aria-describedby') ?? '',
    ),
  );

/** Clicks without leaving the page, and tells whether the page would have been left. */
function click(element: HTMLElement, options: MouseEventInit = {}): boolean {
  let isFollowed = false;
  const stay = (event: Event) => {
    isFollowed = !event.defaultPrevented;
    event.preventDefault();
  };
  addEventListener('click', stay, { once: true });
  element.dispatchEvent(
    new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ...options }),
  );
  return isFollowed;
}

/** A board around, with its addresses or without. */
async function inBoard(hasAddress: boolean, setup: Setup = {}) {
  const opened: View[] = [];
  const navigation: Navigation = {
    hrefFor: (view) => (hasAddress ? `https://school.example/?view=${view.name}` : undefined),
    open: (view) => opened.push(view),
  };
  const detail = await detailWith({
    ...setup,
    prepare: (_, box) => {
      new ContextProvider(box, { context: navigationContext, initialValue: navigation });
    },
  });
  return { detail, opened };
}

describe('Apply', () => {
  it('leads to the form where the page says that it is', async () => {
    const detail = await detailWith({
      project: { ...full, id: 'a/b ?#$&' },
      attributes: { 'project-id': 'x', 'apply-href': '/apply?id={id}' },
    });
    expect(applyLink(detail).getAttribute('href')).to.equal(
      `${location.origin}/apply?id=${encodeURIComponent('a/b ?#$&')}`,
    );
    expect(click(applyLink(detail))).to.equal(true);
  });

  it('bears an id with half a character', async () => {
    const detail = await detailWith({
      project: { ...full, id: 'a\ud800' },
      attributes: { 'project-id': 'x', 'apply-href': '/apply?id={id}' },
    });
    expect(applyLink(detail).search).to.equal('?id=a%EF%BF%BD');
  });

  it('says beforehand what it takes', async () => {
    const detail = await detailWith({
      attributes: { 'project-id': 'x', 'apply-href': '/apply?id={id}' },
    });
    expect(textOf(byRole(detail, 'article'))).to.include(
      'About 15 minutes. Resume required. Proposal required. 1 question.',
    );
  });

  describe('elsewhere', () => {
    const project = withTerms({ mode: 'redirect', url: 'https://jobs.example/apply/1' });

    it('is a link that says where to, and tells that page nothing', async () => {
      const detail = await detailWith({ project });
      expect(applyLink(detail)).to.include({
        href: 'https://jobs.example/apply/1',
        target: '_blank',
        rel: 'noopener noreferrer nofollow',
        referrerPolicy: 'no-referrer',
      });
      expect(described(applyLink(detail))).to.equal('On jobs.example, opens in a new tab.');
    });

    it('says so by an event, which can keep the student here', async () => {
      const detail = await detailWith({ project });
      const heard = redirect(detail);
      expect(click(applyLink(detail))).to.equal(true);
      expect(await heard).to.include({
        projectId: 'mkt-204',
        url: 'https://jobs.example/apply/1',
        cancelable: true,
        composed: true,
      });
      detail.addEventListener('foothold-application-redirect', (each) => {
        each.preventDefault();
      });
      expect(click(applyLink(detail))).to.equal(false);
    });

    it('stays elsewhere inside a board', async () => {
      const { detail, opened } = await inBoard(true, { project });
      expect(click(applyLink(detail))).to.equal(true);
      expect(opened).to.deep.equal([]);
    });
  });

  describe('by email', () => {
    it('writes to the address, with a subject', async () => {
      const detail = await detailWith({
        project: withTerms({ mode: 'email', email: 'jobs@lakeside.example' }, { title: 'A & B?' }),
      });
      const link = byRole(detail, 'link', 'Apply for A & B?');
      expect(link.href).to.equal(
        'mailto:jobs@lakeside.example?subject=Application%3A%20A%20%26%20B%3F',
      );
      expect(described(link)).to.match(/^By email to jobs@lakeside\.example\./);
    });

    it('opens beside the page, which a website that writes emails would replace', async () => {
      const detail = await detailWith({
        project: withTerms({ mode: 'email', email: 'jobs@lakeside.example' }),
      });
      expect(applyLink(detail)).to.include({
        target: '_blank',
        rel: 'noopener noreferrer nofollow',
        referrerPolicy: 'no-referrer',
      });
    });

    it('says by an event the address alone', async () => {
      const detail = await detailWith({
        project: withTerms({ mode: 'email', email: 'jobs@lakeside.example' }),
      });
      const heard = redirect(detail);
      click(applyLink(detail));
      expect(await heard).to.include({
        url: 'mailto:jobs@lakeside.example',
      });
    });

    for (const email of [
      'a@b?bcc=c@d',
      'a@b,c@d',
      'a@b&body=x',
      'no address',
      'javascript:x@y',
      '<a@b>',
    ])
      it(`does not write to ${email}`, async () => {
        const detail = await detailWith({ project: withTerms({ mode: 'email', email }) });
        expect(applyLink(detail).href).to.equal(full.url);
      });
  });

  describe('where there is no form on the page', () => {
    it("leads to the listing's own page", async () => {
      const detail = await detailWith();
      expect(applyLink(detail).href).to.equal(full.url);
      expect(described(applyLink(detail))).to.match(/^On listings\.example, opens in a new tab\./);
    });

    it('says so where that is not known either', async () => {
      const detail = await detailWith({ project: bare });
      expect(noApply(detail)).to.equal(true);
      expect(textOf(byRole(detail, 'article'))).to.include(
        'Applications are not taken on this page',
      );
    });

    it('is the same where the source takes no applications', async () => {
      const { apply: _apply, ...source } = sourceOf(full);
      const { detail } = await inBoard(true, { source });
      expect(applyLink(detail).href).to.equal(full.url);
    });
  });

  describe('inside a board', () => {
    it('opens the form in place, by a link that can be opened elsewhere', async () => {
      const { detail, opened } = await inBoard(true);
      expect(applyLink(detail).href).to.equal('https://school.example/?view=application');
      expect(click(applyLink(detail), { ctrlKey: true })).to.equal(true);
      expect(click(applyLink(detail), { metaKey: true })).to.equal(true);
      expect(click(applyLink(detail), { shiftKey: true })).to.equal(true);
      expect(opened).to.deep.equal([]);
      expect(click(applyLink(detail))).to.equal(false);
      expect(opened).to.deep.equal([{ name: 'application', id: 'mkt-204' }]);
    });

    it('opens it by a button where views have no address', async () => {
      const { detail, opened } = await inBoard(false);
      byRole(detail, 'button', NAME).click();
      byRole(detail, 'button', 'Back to projects').click();
      expect(opened).to.deep.equal([{ name: 'application', id: 'mkt-204' }, { name: 'list' }]);
    });

    it('leads back in place', async () => {
      const { detail, opened } = await inBoard(true);
      const back = byRole(detail, 'link', 'Back to projects');
      expect(back.href).to.equal('https://school.example/?view=list');
      expect(click(back, { ctrlKey: true })).to.equal(true);
      expect(click(back)).to.equal(false);
      expect(opened).to.deep.equal([{ name: 'list' }]);
    });
  });

  describe('after a proposal was written', () => {
    const project = withTerms({ mode: 'redirect', url: 'https://jobs.example/apply/1' });
    const attributes = { 'project-id': 'x', 'apply-href': '/apply?id={id}' };
    const DRAFT = 'Write your proposal first';
    const drafts = (detail: FootholdProjectDetail) =>
      [...allByRole(detail, 'link', DRAFT), ...allByRole(detail, 'button', DRAFT)].length;

    for (const [name, application] of Object.entries<ApplicationTerms>({
      'at another host': project.application!,
      'by email': { mode: 'email', email: 'jobs@lakeside.example' },
    }))
      it(`stays one click away, ${name}, with a second way to where it can be written`, async () => {
        const detail = await detailWith({ project: withTerms(application), attributes });
        expect(applyLink(detail).href).to.match(/^(https:\/\/jobs|mailto:jobs)/);
        expect(byRole(detail, 'link', DRAFT).href).to.equal(`${location.origin}/apply?id=mkt-204`);
      });

    it('is the same where the source takes no applications', async () => {
      const { apply: _apply, ...source } = sourceOf(full);
      const detail = await detailWith({ source, attributes });
      expect(byRole(detail, 'link', DRAFT)).to.exist;
    });

    it('opens the form in place inside a board, by a link or by a button', async () => {
      const linked = await inBoard(true, { project });
      const link = byRole(linked.detail, 'link', DRAFT);
      expect(link.href).to.equal('https://school.example/?view=application');
      expect(click(link, { ctrlKey: true })).to.equal(true);
      expect(click(link)).to.equal(false);
      expect(linked.opened).to.deep.equal([{ name: 'application', id: 'mkt-204' }]);

      const { detail, opened } = await inBoard(false, { project });
      byRole(detail, 'button', DRAFT).click();
      expect(opened).to.deep.equal([{ name: 'application', id: 'mkt-204' }]);
    });

    it('takes the focus back to where the form was opened', async () => {
      const { detail } = await inBoard(true, { project });
      detail.focusApply();
      const { activeElement } = detail.renderRoot as ShadowRoot;
      expect(textOf(activeElement)).to.equal(DRAFT);
    });

    for (const [name, setup] of Object.entries<Setup>({
      'where none is asked': {
        project: withTerms({ ...project.application, requires: { proposal: 'none' } }),
        attributes,
      },
      'where no page has the form': { project },
      'where the form itself sends': { attributes },
      'once it is too late': { project: { ...project, status: 'closed' }, attributes },
    }))
      it(`offers no writing ${name}`, async () => {
        expect(drafts(await detailWith(setup))).to.equal(0);
      });

    it('presumes nothing of what is asked elsewhere', async () => {
      const { apply: _apply, ...source } = sourceOf(withTerms({}));
      const unknown = await detailWith({ source, attributes });
      expect(textOf(byRole(unknown, 'article'))).not.to.include('Proposal required');
      const known = await detailWith({
        project: withTerms({ ...project.application, requires: { proposal: 'required' } }),
        attributes,
      });
      expect(textOf(byRole(known, 'article'))).to.include('Proposal required.');
    });
  });

  describe('while nothing can be sent', () => {
    const closed: [string, Partial<Project>, string][] = [
      ['closed', { status: 'closed' }, 'Applications are closed'],
      ['filled', { status: 'filled' }, 'All places are filled'],
      ['paused', { status: 'paused' }, 'Applications are paused'],
      ['of a status of its own', { status: 'in review' }, 'in review'],
      [
        'past its deadline',
        { applyBy: '2020-03-05', timeZone: 'America/Chicago' },
        'Applications are closed The deadline was Thu, Mar 5, 2020.',
      ],
    ];
    for (const [name, change, words] of closed) {
      it(`is not there for a project ${name}, which is said`, async () => {
        const { detail } = await inBoard(true, { project: { ...full, ...change } });
        expect(noApply(detail)).to.equal(true);
        const text = textOf(byRole(detail, 'article'));
        expect(text).to.include(words);
        expect(text).not.to.match(/Apply by|Add deadline|About 15 minutes/);
      });
    }

    it('is there until the day has ended everywhere, where no zone is known', async () => {
      const { detail } = await inBoard(true, {
        project: { ...full, applyBy: day(0), timeZone: '' },
      });
      expect(applyLink(detail)).to.be.instanceOf(HTMLAnchorElement);
    });
  });

  it('is followed by what the page puts there', async () => {
    const content = document.createElement('p');
    content.slot = 'actions';
    content.textContent = 'Ask us first';
    const detail = await detailWith({ content });
    expect(content.assignedSlot).to.be.instanceOf(HTMLSlotElement);
    expect(
      applyLink(detail).compareDocumentPosition(content.assignedSlot!) &
        Node.DOCUMENT_POSITION_FOLLOWING,
    ).to.be.above(0);
  });

  describe('on a phone', () => {
    afterEach(() => setViewport({ width: 1280, height: 800 }));

    it('stands in a bar at the bottom of the window, with pay and deadline', async () => {
      await setViewport({ width: 360, height: 640 });
      const detail = await detailWith({ width: 344 });
      const bar = applyLink(detail).parentElement!;
      expect(textOf(bar)).to.match(/^\$450 By Dec 5, 2098 · [\d,]+ days left Apply$/);
      await aTimeout(50);
      expect(applyLink(detail).getBoundingClientRect().bottom).to.be.within(560, 640);
      scrollTo(0, 600);
      await aTimeout(50);
      expect(applyLink(detail).getBoundingClientRect().bottom).to.be.within(560, 640);
      // It ends with the component.
      const after = document.createElement('div');
      after.style.blockSize = '2000px';
      document.body.append(after);
      scrollTo(0, document.documentElement.scrollHeight);
      await aTimeout(50);
      expect(applyLink(detail).getBoundingClientRect().bottom).to.be.below(0);
      after.remove();
      scrollTo(0, 0);
    });

    it('covers nothing that has focus', async () => {
      await setViewport({ width: 360, height: 640 });
      const detail = await detailWith({ width: 344 });
      scrollTo(0, 0);
      for (const link of [...allByRole(detail, 'link'), ...allByRole(detail, 'button')]) {
        link.focus();
        await aTimeout(20);
        if (link.parentElement === applyLink(detail).parentElement) continue;
        expect(link.getBoundingClientRect().bottom, textOf(link)).to.be.at.most(
          applyLink(detail).parentElement!.getBoundingClientRect().top,
        );
      }
    });

    it('stands in the panel where the window is too low for a bar', async () => {
      await setViewport({ width: 640, height: 300 });
      const detail = await detailWith({ width: 600 });
      expect(textOf(applyLink(detail).parentElement)).to.match(/^Pay/);
    });

    it('is large enough for a finger', async () => {
      await setViewport({ width: 360, height: 640 });
      const detail = await detailWith({ width: 344 });
      const { width, height } = applyLink(detail).getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(44);
      await sendMouse({ type: 'move', position: [1, 1] });
    });
  });
});
