import { expect, waitUntil } from '@open-wc/testing';
import type { Project } from '../../../src/domain/project.ts';
import { MemorySource } from '../../../src/source/memory-source.ts';
import { allByRole, byRole } from '../../support/by-role.ts';
import { day, feedWith, memory, projects, titles } from './support.ts';

const one = (project: Partial<Project>): MemorySource =>
  new MemorySource([
    { id: 'one', title: 'Map of a shoreline', employer: { name: 'Tern & Tide' }, ...project },
  ]);

/** What is read of the first card, word by word. */
const textOf = async (project: Partial<Project>, layout = 'list', width = 1100) => {
  const feed = await feedWith({ source: one(project), attributes: { layout }, width });
  const [article] = allByRole(feed, 'article');
  return article!.textContent.replace(/\s+/g, ' ').trim();
};

describe('a card', () => {
  it('stands in a list, with a heading and one link or button', async () => {
    const feed = await feedWith({ source: memory(3), attributes: { 'project-href': '/p/{id}' } });
    const list = byRole(feed, 'list');
    const items = allByRole(list, 'listitem');
    expect(items).to.have.length(3);
    for (const item of items) {
      expect(allByRole(item, 'article')).to.have.length(1);
      expect(allByRole(item, 'heading')).to.have.length(1);
      expect(allByRole(item, 'link')).to.have.length(1);
      expect(allByRole(item, 'button')).to.have.length(0);
      expect(allByRole(item, 'heading')[0]!.localName).to.equal('h3');
    }
  });

  it('says what is paid, when, where and until when, each with its term', async () => {
    const text = await textOf({
      pay: { kind: 'fixed', min: 450, max: 450, currency: 'USD' },
      hours: { min: 20, max: 30 },
      durationDays: { min: 14, max: 21 },
      workMode: 'hybrid',
      locations: [{ display: 'Fernhollow' }],
      applyBy: day(9),
      timeZone: 'UTC',
      category: 'Marketing',
    });
    for (const words of [
      'Map of a shoreline',
      'Tern & Tide · Marketing',
      'Pay $450 $15–23 an hour',
      'Time 20–30 hours 2–3 weeks',
      'Where Hybrid Fernhollow',
      'Apply by',
      '9 days left',
    ])
      expect(text).to.contain(words);
  });

  it('says what is not known', async () => {
    const text = await textOf({});
    for (const words of ['Pay not stated', 'Time not stated', 'Place not stated', 'No date stated'])
      expect(text).to.contain(words);
  });

  it('names an unpaid project so, and shows the words of a source without figures', async () => {
    expect(await textOf({ pay: { kind: 'unpaid' } })).to.contain('Unpaid');
    expect(await textOf({ pay: { kind: 'unknown', display: 'Paid in books' } })).to.contain(
      'Paid in books',
    );
  });

  it('says by a word when it closes tomorrow, and in full on demand', async () => {
    const source = one({ applyBy: day(1), timeZone: 'UTC' });
    const feed = await feedWith({ source, attributes: { 'project-href': '/p/{id}' } });
    const [article] = allByRole(feed, 'article');
    const time = article!.querySelector('time')!;
    expect(time.dateTime).to.equal(day(1));
    expect(time.textContent.trim()).to.equal('Tomorrow');
    const year = day(1).slice(0, 4);
    expect(byRole(article!, 'link', 'Map of a shoreline').title).to.match(
      new RegExp(`^Apply by \\w+day, .*${year}.*UTC`),
    );
  });

  it("says an instant without a zone on the reader's own clock, as the detail does", async () => {
    const at = new Date(new Date().getFullYear() + 1, 4, 6, 0, 30);
    // The same instant where it is still, or already, another day.
    const elsewhere = new Date(at.getTime() - 13 * 3_600_000).toISOString().slice(0, 19);
    const feed = await feedWith({ source: one({ applyBy: `${elsewhere}-13:00` }) });
    const article = byRole(feed, 'article');
    expect(article.textContent).to.match(/May 6/);
    expect(allByRole(article, 'button')[0]?.title).to.match(/May 6.*12:30/);
  });

  it('counts no days where the time zone is not known', async () => {
    expect(await textOf({ applyBy: day(5) })).not.to.contain('left');
  });

  it('marks what is featured and whose employer is verified', async () => {
    const text = await textOf({ featured: true, employer: { name: 'Tern', verified: true } });
    expect(text).to.contain('Featured');
    expect(text).to.contain('Verified employer');
    const plain = await textOf({});
    expect(plain).not.to.contain('Featured');
    expect(plain).not.to.contain('Verified employer');
  });

  it('names four skills and counts the others', async () => {
    const text = await textOf({ skills: ['a', 'b', 'c', 'd', 'e', 'f'] });
    expect(text).to.contain('Skills: a · b · c · d +2');
  });

  it('keeps four short lines in a compact list', async () => {
    const compact = await textOf(
      { applyBy: day(1), timeZone: 'UTC', featured: true, category: 'Design', skills: ['a'] },
      'compact',
    );
    expect(compact).to.contain('Closes tomorrow');
    for (const words of ['Featured', 'Design', 'Skills']) expect(compact).not.to.contain(words);
  });

  it('gives the deadline a line of its own in a compact list', async () => {
    const source = one({ hours: { min: 5 }, workMode: 'remote', applyBy: day(9) });
    const feed = await feedWith({ source, attributes: { layout: 'compact' }, width: 300 });
    const terms = [...feed.renderRoot.querySelectorAll('dd')];
    const [, time, where, deadline] = terms.map((term) => term.getClientRects()[0]!);
    expect(where!.top).to.be.closeTo(time!.top, 3);
    expect(deadline!.top).to.be.at.least(where!.bottom - 3);
  });

  it('loads logos from the API and listed origins alone', async () => {
    const own = new URL('/logo.png', location.href).href;
    const source = new MemorySource([
      { id: 'a', title: 'A', employer: { name: 'Tern & Tide', logoUrl: own } },
      { id: 'b', title: 'B', employer: { name: 'Old Mill', logoUrl: 'https://t.example/x.png' } },
    ]);
    const feed = await feedWith({ source, attributes: { 'image-origins': location.origin } });
    const images = [...feed.renderRoot.querySelectorAll('img')];
    expect(images.map(({ src }) => src)).to.deep.equal([own]);
    expect(allByRole(feed, 'article')[1]!.textContent).to.contain('OM');
  });

  it('shows initials until a logo is there, and where it is not to be had', async () => {
    const there =
      'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>';
    const source = new MemorySource(
      ['A', 'B'].map((title) => ({
        id: title,
        title,
        employer: { name: 'Old Mill', logoUrl: new URL(`/no-logo-${title}`, location.href).href },
      })),
    );
    const feed = await feedWith({ source, attributes: { 'image-origins': location.origin } });
    const [first, second] = feed.renderRoot.querySelectorAll('img');
    const isSeen = (image: Element) => image.checkVisibility({ visibilityProperty: true });
    expect(first!.parentElement!.textContent.trim()).to.equal('OM');
    await waitUntil(() => first!.complete && second!.complete);
    expect(isSeen(first!)).to.equal(false);
    first!.src = there;
    await waitUntil(() => isSeen(first!), 'the logo that is there');
    expect(isSeen(second!)).to.equal(false);
    first!.src = '/no-logo-C';
    await waitUntil(() => !isSeen(first!), 'the initials again');
  });

  it('loads nothing from an address that is none, nor from one without an origin', async () => {
    const logos = ['logo.png', 'data:image/png;base64,AAAA', 'blob:null/1', ''];
    const source = new MemorySource(
      logos.map((logoUrl, index) => ({
        id: `${index}`,
        title: `Project ${index}`,
        employer: { name: 'Tern & Tide', logoUrl },
      })),
    );
    const feed = await feedWith({ source, attributes: { 'image-origins': 'logos data:,x' } });
    expect(allByRole(feed, 'article')).to.have.length(4);
    expect(feed.renderRoot.querySelectorAll('img')).to.have.length(0);
  });

  it('takes no more than 60 elements with everything known', async () => {
    const feed = await feedWith({
      source: one({
        featured: true,
        employer: { name: 'Tern & Tide', verified: true },
        category: 'Marketing',
        summary: 'A short summary.',
        skills: ['a', 'b', 'c', 'd', 'e'],
        pay: { kind: 'fixed', min: 450, max: 450, currency: 'USD' },
        hours: { min: 20, max: 30 },
        durationDays: { min: 14, max: 21 },
        workMode: 'hybrid',
        locations: [{ display: 'Fernhollow' }],
        applyBy: day(1),
        timeZone: 'UTC',
      }),
    });
    const item = allByRole(feed, 'article')[0]!.parentElement!;
    expect(item.querySelectorAll('*').length + 1).to.be.at.most(60);
  });

  it('draws text as text', async () => {
    const feed = await feedWith({
      source: one({ title: '<img src=x onerror=alert(1)>', category: '<b>x</b>' }),
    });
    expect(titles(feed)).to.deep.equal(['<img src=x onerror=alert(1)>']);
    expect(feed.renderRoot.querySelector('img')).to.equal(null);
  });

  it('that cannot be drawn takes only itself away, and is told', async () => {
    const reasons: string[] = [];
    const [first, second] = projects(2);
    const poisoned: Project = {
      ...first!,
      get employer(): Project['employer'] {
        throw new Error('poisoned');
      },
    };
    const feed = await feedWith({
      source: {
        detail: () => Promise.reject(new Error('not asked here')),
        list: () =>
          Promise.resolve({
            projects: [poisoned, second!],
            total: 2,
            nextCursor: null,
            facets: {},
            skipped: [],
          }),
      },
      prepare: (element) => {
        element.addEventListener('foothold-records-skipped', (event) => {
          reasons.push(...event.reasons);
        });
      },
    });
    expect(titles(feed)).to.deep.equal(['Project 1']);
    expect(feed.renderRoot.textContent).to.contain('1 listing is not shown');
    expect(reasons).to.deep.equal(['p0: Error: poisoned']);
  });
});

describe('where a card leads', () => {
  const page = 'https://jobs.example.org/one';
  const link = async (attributes: Record<string, string>, project: Partial<Project> = {}) => {
    const feed = await feedWith({ source: one(project), attributes });
    return {
      feed,
      href: allByRole(feed, 'link').map((each) => each.getAttribute('href')),
      buttons: allByRole(feed, 'button', 'Map of a shoreline'),
    };
  };

  it('is project-href first, with the id as one encoded segment', async () => {
    const { href } = await link(
      { 'project-href': '/projects/{id}?ref={id}', 'board-href': '/board' },
      { id: 'a/b ü', url: page },
    );
    expect(href).to.deep.equal(['/projects/a%2Fb%20%C3%BC?ref=a%2Fb%20%C3%BC']);
  });

  it('is else the board at board-href, beside what its address says already', async () => {
    const { href } = await link(
      { 'board-href': '/board?lang=en#top', 'route-key': 'design' },
      { id: 'a b', url: page },
    );
    expect(href).to.deep.equal([`${location.origin}/board?lang=en&design-project=a+b#top`]);
  });

  it("is else the project's own page", async () => {
    expect((await link({}, { url: page })).href).to.deep.equal([page]);
  });

  for (const url of [undefined, 'javascript:alert(1)', 'data:text/html,x']) {
    it(`is a button where there is no page to lead to (${String(url)})`, async () => {
      const { href, buttons } = await link({}, url === undefined ? {} : { url });
      expect(href).to.deep.equal([]);
      expect(buttons).to.have.length(1);
    });
  }

  it('is told before it opens, and stays when told to', async () => {
    const { feed } = await link({ 'project-href': '#opened-{id}' });
    const told: string[] = [];
    feed.addEventListener('foothold-project-select', (event) => {
      told.push(event.projectId);
      if (told.length === 1) event.preventDefault();
    });
    byRole(feed, 'link', 'Map of a shoreline').click();
    expect(location.hash).not.to.equal('#opened-one');
    byRole(feed, 'link', 'Map of a shoreline').click();
    expect(location.hash).to.equal('#opened-one');
    expect(told).to.deep.equal(['one', 'one']);
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('is the own affair of a browser that is asked for another tab', async () => {
    const { feed } = await link({ 'project-href': '#opened-{id}' });
    let told = 0;
    feed.addEventListener('foothold-project-select', () => told++);
    // So that no window opens here.
    feed.addEventListener('click', (event) => {
      expect(event.defaultPrevented).to.equal(false);
      event.preventDefault();
    });
    for (const key of ['ctrlKey', 'metaKey', 'shiftKey', 'altKey'])
      byRole(feed, 'link', 'Map of a shoreline').dispatchEvent(
        new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, [key]: true }),
      );
    expect(told).to.equal(0);
  });

  it('is told alone where there is only a button', async () => {
    const { feed, buttons } = await link({});
    const told: string[] = [];
    feed.addEventListener('foothold-project-select', ({ projectId }) => told.push(projectId));
    buttons[0]!.click();
    expect(told).to.deep.equal(['one']);
  });
});

describe('a card in a language from right to left', () => {
  it('has a place in another script at the same side as all else', async () => {
    const source = new MemorySource([
      { ...projects(1)[0]!, workMode: 'hybrid', locations: [{ display: 'Vancouver' }] },
    ]);
    const feed = await feedWith({
      source,
      prepare: (element) => {
        element.config = { version: 1, ui: { wording: { ar: {} } } };
        element.locale = 'ar';
      },
    });
    const fact = [...feed.renderRoot.querySelectorAll('dd')].find((each) =>
      each.textContent.includes('Vancouver'),
    )!;
    const text = document.createRange();
    text.selectNodeContents([...fact.querySelectorAll('bdi')].at(-1)!);
    expect(text.getBoundingClientRect().right).to.be.closeTo(fact.getBoundingClientRect().right, 1);
  });
});
