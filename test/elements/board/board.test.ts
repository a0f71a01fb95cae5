import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../../src/define/all.ts';
import type { Project } from '../../../src/domain/project.ts';
import type { FootholdBoard } from '../../../src/elements/board/board.ts';
import { MemorySource } from '../../../src/source/memory-source.ts';
import { SourceError } from '../../../src/source/source-error.ts';
import { violationsOf } from '../../support/axe.ts';
import { allByRole, byRole } from '../../support/by-role.ts';

const projects: readonly Project[] = Array.from({ length: 50 }, (_, index) => ({
  id: `p/${index}`,
  title: `Project ${index}`,
  employer: { name: 'Tern & Tide' },
  category: index % 2 ? 'Design' : 'Data',
  postedAt: `2026-01-01T00:00:${String(59 - index).padStart(2, '0')}Z`,
  application: { mode: 'post', requires: { proposal: 'none' } },
}));

const start = location.href;
afterEach(() => {
  history.pushState(null, '', start);
});

/** A board on an API with fifty projects. */
const draw = (attributes = html``): Promise<FootholdBoard> => fixture(attributes);
const board = (source = new MemorySource(projects)) =>
  draw(html`<foothold-board demo page-size="10" .source=${source}></foothold-board>`);

/** Waits for something with a role and a name, and returns it. */
async function find(root: Element, role: string, name: string | RegExp): Promise<HTMLElement> {
  let found: HTMLElement[] = [];
  await waitUntil(
    () => (found = allByRole(root, role, name)).length === 1,
    `${role} ${String(name)}`,
    { timeout: 4000 },
  );
  return found[0]!;
}

/** Waits until a project is open; its title stands in the list, too. */
async function opened(root: Element, title: string, role = 'link'): Promise<HTMLElement> {
  await find(root, role, `Apply for ${title}`);
  return byRole(root, 'heading', title);
}

/** The element that has focus, across shadow roots. */
function focused(): Element | null {
  let { activeElement } = document;
  while (activeElement?.shadowRoot?.activeElement) ({ activeElement } = activeElement.shadowRoot);
  return activeElement;
}
const focusIsOn = (text: string) =>
  waitUntil(() => focused()?.textContent?.trim() === text, `focus on ${text}`, { timeout: 4000 });

async function back(): Promise<void> {
  const gone = new Promise((resolve) => {
    addEventListener('popstate', resolve, { once: true });
  });
  history.back();
  await gone;
  await aTimeout(0);
}

/** Waits until the list says so. */
const says = (root: Element, words: string) =>
  waitUntil(
    () => allByRole(root, 'status').some(({ textContent }) => textContent.trim() === words),
    words,
    { timeout: 4000 },
  );

/** Fills in all that the form asks for. */
async function fillIn(element: Element): Promise<void> {
  for (const [label, text] of [
    ['Full name', 'Amara Osei'],
    ['Email', 'amara@example.edu'],
  ] as const) {
    const box = (await find(element, 'textbox', label)) as HTMLInputElement;
    box.value = text;
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }
  (await find(element, 'checkbox', /^I agree/)).click();
}

describe('a board', () => {
  it('leads from the list to a project, to its form and back again', async () => {
    const element = await board();
    (await find(element, 'link', 'Project 3')).click();
    const title = await opened(element, 'Project 3');
    await focusIsOn('Project 3');
    expect(title.localName).to.equal('h2');
    expect(location.search).to.contain('fh-project=p%2F3');
    expect(allByRole(element, 'searchbox')).to.have.length(0);

    (await find(element, 'link', 'Apply for Project 3')).click();
    await find(element, 'heading', 'Apply to Tern & Tide');
    await focusIsOn('Apply to Tern & Tide');
    expect(location.search).to.match(/fh-project=p%2F3&fh-apply=1/);

    await back();
    await opened(element, 'Project 3');
    expect(location.search).not.to.contain('fh-apply');
    await back();
    await find(element, 'searchbox', 'Search projects');
    await focusIsOn('Project 3');
    expect(location.href).to.equal(start);
  });

  it('opens what a shared link says', async () => {
    history.pushState(null, '', `${location.pathname}?fh-project=p%2F7`);
    const element = await board();
    await opened(element, 'Project 7');
    expect(allByRole(element, 'searchbox')).to.have.length(0);
    (await find(element, 'link', 'Back to projects')).click();
    await find(element, 'link', 'Project 0');
    expect(location.search).not.to.contain('fh-project');
  });

  it('keeps what was searched and shown in the address, and takes it from there', async () => {
    const element = await board();
    const search = (await find(element, 'searchbox', 'Search projects')) as HTMLInputElement;
    (await find(element, 'button', 'Show more projects')).click();
    await find(element, 'link', 'Project 19');
    expect(location.search).to.contain('fh-page=2');
    search.value = 'Project 1';
    search.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await waitUntil(() => location.search.includes('fh-q=Project+1'), 'words in the address');
    expect(location.search).not.to.contain('fh-page');

    element.remove();
    history.pushState(null, '', `${location.pathname}?fh-category=Design&fh-page=2`);
    const again = await board();
    await find(again, 'link', 'Project 39');
    expect(allByRole(again, 'article')).to.have.length(20);
  });

  it('keeps list, search and place while a project is open', async () => {
    let lists = 0;
    const source = new MemorySource(projects);
    const list = source.list.bind(source);
    source.list = (...request) => {
      lists++;
      return list(...request);
    };
    const element = await board(source);
    (await find(element, 'link', 'Project 5')).click();
    await opened(element, 'Project 5');
    await back();
    await find(element, 'link', 'Project 5');
    expect(lists).to.equal(1);
  });

  it('keeps every answer when the form is left and opened again', async () => {
    history.pushState(null, '', `${location.pathname}?fh-project=p%2F4`);
    const element = await board();
    (await find(element, 'link', 'Apply for Project 4')).click();
    const name = (await find(element, 'textbox', 'Full name')) as HTMLInputElement;
    name.value = 'Amara Osei';
    name.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await back();
    (await find(element, 'link', 'Apply for Project 4')).click();
    const again = (await find(element, 'textbox', 'Full name')) as HTMLInputElement;
    expect(again.value).to.equal('Amara Osei');
  });

  it('does not open a project when the page cancels it', async () => {
    const element = await board();
    element.addEventListener('foothold-project-select', (event) => {
      event.preventDefault();
      expect(event.projectId).to.equal('p/2');
    });
    (await find(element, 'link', 'Project 2')).click();
    await aTimeout(50);
    expect(location.href).to.equal(start);
    await find(element, 'searchbox', 'Search projects');
  });

  it('leaves clicks that mean another tab to the browser', async () => {
    const element = await board();
    const link = await find(element, 'link', 'Project 2');
    expect((link as HTMLAnchorElement).href).to.contain('fh-project=p%2F2');
    let prevented: boolean | undefined;
    addEventListener(
      'click',
      (event) => {
        prevented = event.defaultPrevented;
        event.preventDefault();
      },
      { once: true },
    );
    link.dispatchEvent(
      new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ctrlKey: true }),
    );
    expect(prevented).to.equal(false);
  });

  it('in memory opens in place and leaves the address alone', async () => {
    const element = await draw(
      html`<foothold-board
        demo
        routing="memory"
        .source=${new MemorySource(projects)}
      ></foothold-board>`,
    );
    (await find(element, 'button', 'Project 3')).click();
    await opened(element, 'Project 3', 'button');
    expect(location.href).to.equal(start);
    (await find(element, 'button', 'Back to projects')).click();
    await find(element, 'button', 'Project 3');
  });

  it('leads to pages of the site, and shows a part of the list, when told so', async () => {
    const element = await draw(
      html`<foothold-board
        demo
        max-items="3"
        project-href="/project?id={id}"
        board-href="/all"
        .source=${new MemorySource(projects)}
      ></foothold-board>`,
    );
    const card = (await find(element, 'link', 'Project 2')) as HTMLAnchorElement;
    expect(card.href).to.equal(`${location.origin}/project?id=p%2F2`);
    expect(allByRole(element, 'article')).to.have.length(3);
    const all = (await find(element, 'link', 'See all 50 projects')) as HTMLAnchorElement;
    expect(all.href).to.equal(`${location.origin}/all`);
  });

  it('two boards keep two views in one address', async () => {
    const pair = await fixture<HTMLElement>(
      html`<div>
        <foothold-board demo .source=${new MemorySource(projects)}></foothold-board>
        <foothold-board demo route-key="two" .source=${new MemorySource(projects)}></foothold-board>
      </div>`,
    );
    const [first, second] = pair.querySelectorAll('foothold-board');
    (await find(first!, 'link', 'Project 1')).click();
    (await find(second!, 'link', 'Project 2')).click();
    await opened(first!, 'Project 1');
    await opened(second!, 'Project 2');
    expect(location.search).to.match(/fh-project=p%2F1&two-project=p%2F2/);
    await back();
    await find(second!, 'link', 'Project 2');
    await opened(first!, 'Project 1');
  });

  it('hands the fallback to whichever view needs it', async () => {
    const source = new MemorySource(projects, {
      fail: (operation) =>
        operation === 'detail' ? (new (class extends Error {})('down') as never) : undefined,
    });
    history.pushState(null, '', `${location.pathname}?fh-project=p%2F7`);
    const element = await draw(
      html`<foothold-board demo .source=${source}><a href="/browse">Browse</a></foothold-board>`,
    );
    await find(element, 'button', 'Try again');
    expect(element.querySelector('a')!.checkVisibility()).to.equal(true);
    (await find(element, 'link', 'Back to projects')).click();
    await find(element, 'link', 'Project 7');
    expect(element.querySelector('a')!.checkVisibility()).to.equal(false);
  });

  it('tells about a sent application, and is accessible in each view', async () => {
    const element = await board();
    await find(element, 'link', 'Project 6');
    expect(await violationsOf(element)).to.deep.equal([]);
    (await find(element, 'link', 'Project 6')).click();
    await opened(element, 'Project 6');
    expect(await violationsOf(element)).to.deep.equal([]);
    (await find(element, 'link', 'Apply for Project 6')).click();
    await fillIn(element);
    expect(await violationsOf(element)).to.deep.equal([]);
    let sent: { readonly reference: string } | undefined;
    element.addEventListener('foothold-application-sent', (event) => {
      sent = event;
    });
    (await find(element, 'button', 'Send application')).click();
    await find(element, 'heading', 'Application sent');
    expect(sent?.reference).to.be.a('string').and.not.equal('');
    (await find(element, 'link', 'Back to projects')).click();
    await find(element, 'link', 'Project 6');
  });

  it('passes on its color scheme, as a provider does', async () => {
    for (const element of [
      await fixture(
        html`<foothold-board color-scheme="dark" .source=${new MemorySource([])}></foothold-board>`,
      ),
      await fixture(html`<foothold-provider color-scheme="dark"><p>Text</p></foothold-provider>`),
    ]) {
      const inner = element.shadowRoot?.querySelector('foothold-listing-feed');
      expect(getComputedStyle(inner ?? element.children[0]!).colorScheme).to.equal('dark');
    }
  });

  it('starts its headings at the level that the page says', async () => {
    const element = await draw(
      html`<foothold-board
        demo
        heading-level="4"
        .source=${new MemorySource(projects)}
      ></foothold-board>`,
    );
    const card = await find(element, 'heading', 'Project 0');
    expect(card.localName).to.equal('h5');
    (await find(element, 'link', 'Project 0')).click();
    expect((await opened(element, 'Project 0')).localName).to.equal('h4');
  });

  it('takes what the page puts into its slots later', async () => {
    const element = await board();
    await find(element, 'link', 'Project 0');
    const header = Object.assign(document.createElement('h2'), {
      slot: 'header',
      textContent: 'Micro-internships',
    });
    element.append(header);
    await waitUntil(() => header.checkVisibility());
  });

  it('tells a failure once, also where two of its parts wait for one project', async () => {
    const told: string[] = [];
    const wrapper = await fixture<HTMLElement>(html`<div></div>`);
    wrapper.addEventListener('foothold-error', ({ operation, kind }) => {
      told.push(`${operation} ${kind}`);
    });
    history.pushState(null, '', '?fh-project=p%2F7&fh-apply=1');
    const source = {
      url: 'https://listings.example/',
      list: () => Promise.reject(new SourceError('timeout', 'No answer')),
      detail: () => Promise.reject(new SourceError('timeout', 'No answer')),
    };
    const element = await fixture<FootholdBoard>(
      html`<foothold-board demo .source=${source}></foothold-board>`,
      { parentNode: wrapper },
    );
    await find(element, 'button', 'Try again');
    await aTimeout(50);
    expect(told).to.deep.equal(['detail timeout']);
  });

  it('keeps view, list and answers when it is moved, and asks for nothing again', async () => {
    const source = new MemorySource(projects);
    let asked = 0;
    const counting = {
      list: (...args: Parameters<MemorySource['list']>) => ((asked += 1), source.list(...args)),
      detail: (...args: Parameters<MemorySource['detail']>) => (
        (asked += 1),
        source.detail(...args)
      ),
      apply: source.apply.bind(source),
    };
    const [from, to] = [
      await fixture<HTMLElement>(html`<div></div>`),
      await fixture<HTMLElement>(html`<div></div>`),
    ];
    const element = await fixture<FootholdBoard>(
      html`<foothold-board demo page-size="10" .source=${counting}></foothold-board>`,
      { parentNode: from },
    );
    await find(element, 'link', 'Project 3');
    to.append(element);
    await aTimeout(50);
    expect(asked).to.equal(1);
    (await find(element, 'link', 'Project 3')).click();
    (await opened(element, 'Project 3'),
    await find(element, 'link', 'Apply for Project 3')).click();
    const name = (await find(element, 'textbox', 'Full name')) as HTMLInputElement;
    name.value = 'Amara Osei';
    name.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    const before = asked;
    from.append(element);
    await aTimeout(50);
    expect(asked).to.equal(before);
    expect(await find(element, 'textbox', 'Full name')).to.have.property('value', 'Amara Osei');
  });

  it('moves focus to the list also where that has to be loaded first', async () => {
    history.pushState(null, '', '?fh-project=p%2F3');
    const element = await board();
    await opened(element, 'Project 3');
    (await find(element, 'link', 'Back to projects')).click();
    await focusIsOn('Project 3');
  });

  it('moves focus back to "Apply" by Back, to the title by the link', async () => {
    const element = await board();
    (await find(element, 'link', 'Project 2')).click();
    await opened(element, 'Project 2');
    (await find(element, 'link', 'Apply for Project 2')).click();
    await focusIsOn('Apply to Tern & Tide');
    await back();
    await focusIsOn('Apply');
    (await find(element, 'link', 'Apply for Project 2')).click();
    await focusIsOn('Apply to Tern & Tide');
    (await find(element, 'link', 'Back to the project')).click();
    await focusIsOn('Project 2');
  });

  it('asks what the page tells it to, and says so in the address', async () => {
    const element = await fixture<FootholdBoard>(
      html`<foothold-board
        demo
        .source=${new MemorySource(projects)}
        .query=${{ category: ['Design'] }}
      ></foothold-board>`,
    );
    await says(element, '25 projects');
    expect(element.query).to.deep.equal({ category: ['Design'] });
    element.query = { q: 'Project 7' };
    await says(element, '1 project');
    expect(new URLSearchParams(location.search).get('fh-q')).to.equal('Project 7');
    expect(byRole(element, 'searchbox', 'Search projects')).to.have.property('value', 'Project 7');
  });

  it('lets the address say more than the page', async () => {
    history.pushState(null, '', '?fh-category=Data');
    const element = await fixture<FootholdBoard>(
      html`<foothold-board
        demo
        .source=${new MemorySource(projects)}
        .query=${{ q: 'Project 7' }}
      ></foothold-board>`,
    );
    await says(element, '25 projects');
    expect(element.query).to.deep.equal({ category: ['Data'] });
  });

  it('keeps a proposal that is written before leaving, and leads back to where that was opened', async () => {
    const application = { mode: 'redirect', url: 'https://apply.example/' } as const;
    const element = await board(
      new MemorySource(projects.map((project) => ({ ...project, application }))),
    );
    (await find(element, 'link', 'Project 2')).click();
    const leave = (await find(element, 'link', 'Apply for Project 2')) as HTMLAnchorElement;
    expect(leave.href).to.equal('https://apply.example/');
    const DRAFT = 'Write your proposal first';
    (await find(element, 'link', DRAFT)).click();
    const box = (await find(element, 'textbox', 'Your proposal')) as HTMLTextAreaElement;
    expect(location.search).to.contain('fh-apply=1').and.not.to.contain('begin');
    box.value = 'I would begin';
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await back();
    await focusIsOn(DRAFT);
    (await find(element, 'link', DRAFT)).click();
    const again = (await find(element, 'textbox', 'Your proposal')) as HTMLTextAreaElement;
    expect(again.value).to.equal('I would begin');
    expect(await violationsOf(element)).to.deep.equal([]);
  });

  it('forwards every part that its views have', async () => {
    const element = await board();
    const missing = new Set<string>();
    const collect = () => {
      for (const view of element.renderRoot.querySelectorAll('[exportparts]')) {
        const forwarded = view.getAttribute('exportparts')!.split(', ');
        for (const { part } of view.shadowRoot!.querySelectorAll('[part]'))
          for (const name of part) if (!forwarded.includes(name)) missing.add(name);
      }
    };
    (await find(element, 'link', 'Project 2')).click();
    await opened(element, 'Project 2');
    collect();
    (await find(element, 'link', 'Apply for Project 2')).click();
    await fillIn(element);
    collect();
    (await find(element, 'button', 'Send application')).click();
    await find(element, 'heading', 'Application sent');
    collect();
    expect([...missing]).to.deep.equal([]);
  });

  it('without an api says so to the developer once, and shows the fallback', async () => {
    const errors: unknown[] = [];
    const { error } = console;
    console.error = (message: unknown) => void errors.push(message);
    try {
      const element = await draw(html`<foothold-board><a href="/all">All</a></foothold-board>`);
      await aTimeout(1300);
      expect(errors).to.have.length(1);
      expect(errors[0]).to.match(/^<foothold-board>.*Set api=/);
      expect(element.querySelector('a')!.checkVisibility({ visibilityProperty: true })).to.equal(
        true,
      );
    } finally {
      console.error = error;
    }
  });
});
