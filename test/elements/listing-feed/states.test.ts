import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import type { FootholdListingFeed } from '../../../src/elements/listing-feed/listing-feed.ts';
import { MemorySource } from '../../../src/source/memory-source.ts';
import { SourceError, type ErrorKind } from '../../../src/source/source-error.ts';
import { violationsOf } from '../../support/axe.ts';
import { allByRole, byRole, nameOf } from '../../support/by-role.ts';
import { page, scriptedList } from '../../support/scripted-list.ts';
import {
  feedWith,
  focused,
  memory,
  place,
  press,
  projects,
  says,
  status,
  titles,
} from './support.ts';

const fallback = (): HTMLAnchorElement => {
  const link = document.createElement('a');
  link.href = 'https://listings.example.edu/';
  link.textContent = 'Browse micro-internships';
  return link;
};

/** True where the author's own link is really drawn: its slot may be hidden, or not there. */
const showsFallback = (feed: FootholdListingFeed): boolean =>
  feed.querySelector('a')!.checkVisibility({ visibilityProperty: true });

const text = (feed: FootholdListingFeed): string =>
  (feed.renderRoot as ShadowRoot).textContent.replace(/\s+/g, ' ');

/** A source that fails as long as `error` is set. */
const failing = (error: SourceError | undefined, count = 30) => {
  const state = { error };
  return { state, source: memory(count, { fail: () => state.error }) };
};

const isInState = (feed: FootholdListingFeed, name: string) => feed.matches(`:state(${name})`);

describe('a feed that is loading', () => {
  it("shows the author's fallback first, and a skeleton after a moment", async () => {
    const source = memory(3, { latency: 100_000 });
    const feed = await place({ source, content: fallback() });
    expect(isInState(feed, 'loading')).to.equal(true);
    expect(showsFallback(feed)).to.equal(true);
    expect(allByRole(feed, 'searchbox')).to.have.length(0);
    await waitUntil(() => !showsFallback(feed));
    expect(allByRole(feed, 'searchbox')).to.have.length(1);
    expect(status(feed)).to.equal('Loading projects…');
    expect(await violationsOf(feed)).to.deep.equal([]);
  });

  it('shows the list at once when it is there', async () => {
    const feed = await feedWith({ source: memory(3), content: fallback() });
    expect(showsFallback(feed)).to.equal(false);
    expect(isInState(feed, 'loading')).to.equal(false);
    expect(allByRole(feed, 'searchbox')).to.have.length(1);
    expect(titles(feed)).to.have.length(3);
  });

  it('says so to assistive technology while another list is on its way, and keeps this one', async () => {
    const source = scriptedList();
    const feed = await place({ source });
    await source.asked[0]!.answer(page(['a', 'b']));
    await feed.updateComplete;
    feed.query = { q: 'x' };
    await feed.updateComplete;
    const section = feed.renderRoot.querySelector('section')!;
    expect(section.ariaBusy).to.equal('true');
    expect(titles(feed)).to.deep.equal(['Project a', 'Project b']);
    expect(text(feed)).not.to.contain('These projects are from');
    await source.asked[1]!.answer(page(['x']));
    await feed.updateComplete;
    expect(section.ariaBusy).to.equal('false');
    expect(titles(feed)).to.deep.equal(['Project x']);
  });
});

describe('a feed with projects', () => {
  it('has nothing that keeps anybody out, in every layout', async () => {
    for (const layout of ['list', 'grid', 'compact'])
      for (const width of [300, 1100]) {
        const feed = await feedWith({
          source: memory(6),
          width,
          attributes: { layout, 'page-size': '4', 'project-href': '#{id}' },
          prepare: (element) => {
            element.query = { q: 'Project', workMode: ['hybrid', 'remote', 'onsite'] };
          },
        });
        if (width === 300) press(feed, /^Filters/);
        await feed.updateComplete;
        expect(await violationsOf(feed), `${layout} ${width}`).to.deep.equal([]);
      }
  });

  it('says in which language its words are, and runs in its direction', async () => {
    const wording = { ar: { sortBy: 'ترتيب حسب' } };
    for (const [locale, label, direction] of [
      ['ar', 'ترتيب حسب', 'rtl'],
      // No wording: English, whatever the page speaks.
      ['fr', 'Sort by', 'ltr'],
    ] as const) {
      const feed = await feedWith({
        attributes: { locale },
        prepare: (element) => {
          element.config = { version: 1, ui: { wording } };
        },
      });
      const words = [byRole(feed, 'combobox', label), byRole(feed, 'heading', 'Projects')];
      for (const each of words) {
        expect(each.closest('[lang]')?.getAttribute('lang')).to.equal(
          locale === 'ar' ? 'ar' : 'en',
        );
        expect(getComputedStyle(each).direction).to.equal(direction);
      }
    }
  });

  it('tells what arrived', async () => {
    const told: unknown[] = [];
    const feed = await place({
      attributes: { 'page-size': '4' },
      prepare: (element) => {
        element.addEventListener('foothold-results', ({ query, total, shown }) => {
          told.push([query, total, shown]);
        });
      },
    });
    await says(feed, '30 projects');
    byRole(feed, 'checkbox', /^Remote/).click();
    await says(feed, '10 projects');
    press(feed, 'Show more projects');
    await waitUntil(() => titles(feed).length === 8);
    expect(told).to.deep.equal([
      [{}, 30, 4],
      [{ workMode: ['remote'] }, 10, 4],
      [{ workMode: ['remote'] }, 10, 8],
    ]);
  });

  it('says once how many records could not be read, and tells why', async () => {
    const source = scriptedList();
    const told: (readonly string[])[] = [];
    const feed = await place({
      source,
      prepare: (element) => {
        element.addEventListener('foothold-records-skipped', ({ count, reasons }) => {
          expect(count).to.equal(reasons.length);
          told.push(reasons);
        });
      },
    });
    await source.asked[0]!.answer(
      page(['a'], { total: 3, nextCursor: 'c', skipped: [{ reason: 'title missing' }] }),
    );
    await feed.updateComplete;
    expect(text(feed)).to.contain('1 listing is not shown');
    press(feed, 'Show more projects');
    await source.asked[1]!.answer(page(['b'], { total: 3, skipped: [{ reason: 'id missing' }] }));
    await feed.updateComplete;
    expect(text(feed)).to.contain('2 listings are not shown');
    expect(told).to.deep.equal([['title missing'], ['id missing']]);
    expect(await violationsOf(feed)).to.deep.equal([]);
  });
});

describe('a feed without projects', () => {
  it('says that there are none yet', async () => {
    const feed = await feedWith({ source: memory(0) });
    expect(status(feed)).to.equal('No projects yet');
    expect(isInState(feed, 'empty')).to.equal(true);
    expect(allByRole(feed, 'list')).to.have.length(0);
    expect(await violationsOf(feed)).to.deep.equal([]);
  });

  it('says so in the words of its author', async () => {
    const own = document.createElement('p');
    own.slot = 'empty';
    own.textContent = 'Come back in spring.';
    const feed = await feedWith({ source: memory(0), content: own });
    expect(own.checkVisibility()).to.equal(true);
    expect(status(feed)).to.equal('No projects yet');
  });

  it('says what could be given up, with what that would bring', async () => {
    const feed = await feedWith({
      prepare: (element) => {
        element.query = { workMode: ['remote'], category: ['Data'], q: 'Project' };
      },
    });
    expect(status(feed)).to.equal('No projects match');
    expect(isInState(feed, 'empty')).to.equal(true);
    expect(text(feed)).to.contain('Nothing matches Data, Remote, and “Project”.');
    await waitUntil(() => allByRole(feed, 'button', /^Remove “/).length === 2);
    expect(allByRole(feed, 'button', /^Remove “/).map(nameOf)).to.deep.equal([
      'Remove “Data” 10 projects',
      'Remove “Remote” 10 projects',
    ]);
    expect(await violationsOf(feed)).to.deep.equal([]);
    press(feed, /^Remove “Data”/);
    expect(feed.query).to.deep.equal({ workMode: ['remote'], q: 'Project' });
    await says(feed, '10 projects');
    await waitUntil(() => focused()?.getAttribute('role') === 'status');
  });

  it('clears all filters on demand', async () => {
    const feed = await feedWith({
      prepare: (element) => {
        element.query = { category: ['Nothing'] };
      },
    });
    press(feed, 'Clear filters');
    await says(feed, '30 projects');
  });
});

describe('a feed that failed', () => {
  const kinds: readonly [ErrorKind, RegExp][] = [
    ['offline', /You are offline/],
    ['timeout', /did not answer in time/],
    ['network', /could not be reached/],
    ['http', /This is not your connection/],
    ['malformed', /cannot be read/],
    ['blocked', /does not allow/],
  ];
  for (const [kind, sentence] of kinds) {
    it(`says what happened in a plain sentence (${kind})`, async () => {
      const { source } = failing(new SourceError(kind, 'x'));
      const feed = await feedWith({ source });
      expect(byRole(feed, 'alert').textContent).to.match(sentence);
      expect(byRole(feed, 'alert').textContent).to.contain('Projects could not be loaded');
      expect(/Trying by itself in 20 seconds/.test(text(feed))).to.equal(kind !== 'blocked');
    });
  }

  it("offers to try again, and the author's fallback meanwhile", async () => {
    const { source, state } = failing(new SourceError('http', 'x', { status: 500 }));
    const errors: unknown[] = [];
    const feed = await feedWith({
      source,
      content: fallback(),
      prepare: (element) => {
        element.addEventListener('foothold-error', ({ operation, kind, status: code }) => {
          errors.push([operation, kind, code]);
        });
      },
    });
    expect(isInState(feed, 'failed')).to.equal(true);
    expect(showsFallback(feed)).to.equal(true);
    expect(text(feed)).to.contain('Meanwhile:');
    expect(errors).to.deep.equal([['list', 'http', 500]]);
    expect(await violationsOf(feed)).to.deep.equal([]);
    state.error = undefined;
    press(feed, 'Try again');
    await says(feed, '30 projects');
    expect(showsFallback(feed)).to.equal(false);
    expect(isInState(feed, 'failed')).to.equal(false);
  });

  it('says nothing of a fallback where there is none', async () => {
    const feed = await feedWith({ source: failing(new SourceError('network', 'x')).source });
    expect(allByRole(feed, 'alert')).to.have.length(1);
    const meanwhile = [...feed.renderRoot.querySelectorAll('div')].find(
      (each) => each.textContent.trim() === 'Meanwhile:',
    );
    expect(meanwhile?.checkVisibility()).to.equal(false);
  });

  it('tries again once the browser is back online', async () => {
    const { source, state } = failing(new SourceError('offline', 'x'));
    const feed = await feedWith({ source });
    state.error = undefined;
    dispatchEvent(new Event('online'));
    await says(feed, '30 projects');
  });

  it('keeps search and filters, and what was typed', async () => {
    const { source, state } = failing(undefined);
    const feed = await feedWith({ source });
    state.error = new SourceError('timeout', 'x');
    byRole(feed, 'checkbox', /^Remote/).click();
    await waitUntil(() => allByRole(feed, 'alert').length === 1);
    expect(byRole(feed, 'checkbox', /^Remote/).checked).to.equal(true);
    expect(allByRole(feed, 'button', 'Remove Remote')).to.have.length(1);
    expect(titles(feed)).to.have.length(0);
    state.error = undefined;
    press(feed, 'Try again');
    await says(feed, '10 projects');
  });

  it('keeps an old list where the same query fails, and says how old it is', async () => {
    const { source, state } = failing(undefined);
    const feed = await feedWith({ source });
    // As after an hour in another tab.
    state.error = new SourceError('network', 'x');
    feed.query = { paid: true };
    await waitUntil(() => allByRole(feed, 'alert').length === 1);
    state.error = undefined;
    press(feed, 'Try again');
    await says(feed, '20 projects');
    expect(text(feed)).not.to.contain('These projects are from');
  });

  it('keeps the list where the next page fails', async () => {
    const { source, state } = failing(undefined);
    const errors: string[] = [];
    const feed = await feedWith({ source, attributes: { 'page-size': '20' } });
    feed.addEventListener('foothold-error', ({ kind }) => errors.push(kind));
    state.error = new SourceError('timeout', 'x');
    press(feed, 'Show more projects');
    await waitUntil(() => allByRole(feed, 'alert').length === 1);
    expect(byRole(feed, 'alert').textContent).to.match(/next projects could not be loaded/);
    expect(titles(feed)).to.have.length(20);
    expect(errors).to.deep.equal(['timeout']);
    expect(await violationsOf(feed)).to.deep.equal([]);
    state.error = undefined;
    press(feed, 'Try again');
    await waitUntil(() => titles(feed).length === 30);
    expect(allByRole(feed, 'alert')).to.have.length(0);
  });
});

describe('a feed whose list grew old', () => {
  it('says from when it is, once it could not be brought up to date', async () => {
    const source = scriptedList();
    const cached = {
      ...source,
      cached: () => ({ value: page(['old']), at: Date.now() - 90_000, fresh: false }),
      cachedDetail: () => undefined,
      invalidate: () => undefined,
    };
    const feed = await place({ source: cached });
    await feed.updateComplete;
    expect(titles(feed)).to.deep.equal(['Project old']);
    expect(text(feed)).not.to.contain('These projects are from');
    await source.asked[0]!.fail(new SourceError('network', 'x'));
    await feed.updateComplete;
    expect(text(feed)).to.match(/These projects are from .*\d\d/);
    expect(titles(feed)).to.deep.equal(['Project old']);
    expect(await violationsOf(feed)).to.deep.equal([]);
    press(feed, 'Try again');
    expect(source.asked[1]!.options.reload).to.equal(true);
    await source.asked[1]!.answer(page(['new']));
    await feed.updateComplete;
    expect(titles(feed)).to.deep.equal(['Project new']);
    expect(text(feed)).not.to.contain('These projects are from');
  });
});

describe('a feed whose list is known already', () => {
  it('shows and tells it at once, and asks nobody', async () => {
    const source = scriptedList();
    const cached = {
      ...source,
      cached: () => ({ value: page(['a', 'b']), at: Date.now(), fresh: true }),
      cachedDetail: () => undefined,
      invalidate: () => undefined,
    };
    const told: number[] = [];
    const feed = await place({
      source: cached,
      prepare: (element) => {
        element.addEventListener('foothold-results', ({ shown }) => told.push(shown));
      },
    });
    expect(titles(feed)).to.deep.equal(['Project a', 'Project b']);
    expect(told).to.deep.equal([2]);
    expect(source.asked).to.deep.equal([]);
  });
});

describe('focus on a card', () => {
  const refreshed = async (ids: string[]) => {
    const source = scriptedList();
    const cached = {
      ...source,
      cached: () => ({ value: page(['a', 'b']), at: Date.now(), fresh: false }),
      cachedDetail: () => undefined,
      invalidate: () => undefined,
    };
    const feed = await place({ source: cached });
    feed.focusProject('b');
    expect(focused()!.textContent.trim()).to.equal('Project b');
    await source.asked[0]!.answer(page(ids));
    await feed.updateComplete;
    expect(titles(feed)).to.deep.equal(ids.map((id) => `Project ${id}`));
    return feed;
  };

  it('stays on its project when others come before it', async () => {
    await refreshed(['new', 'a', 'b']);
    expect(focused()!.textContent.trim()).to.equal('Project b');
  });

  it('goes to the number of projects when its project is gone', async () => {
    const feed = await refreshed(['a', 'c']);
    expect(focused()).to.equal(byRole(feed, 'status'));
  });
});

describe('a feed without a source', () => {
  it("shows the author's fallback alone", async () => {
    const { error } = console;
    const errors: string[] = [];
    console.error = (message: string) => errors.push(message);
    const box = document.createElement('div');
    document.body.append(box);
    const feed = document.createElement('foothold-listing-feed');
    feed.append(fallback());
    box.append(feed);
    await feed.updateComplete;
    expect(showsFallback(feed)).to.equal(true);
    await waitUntil(() => errors.length === 1, '', { timeout: 3000 });
    console.error = error;
    expect(errors[0]).to.contain('<foothold-listing-feed>');
    expect(showsFallback(feed)).to.equal(true);
    box.remove();
  });
});

describe('a teaser', () => {
  const attributes = { 'max-items': '3', 'board-href': '/board', layout: 'compact' };

  it('shows a few projects and the way to all', async () => {
    const header = document.createElement('h2');
    header.slot = 'header';
    header.textContent = 'Micro-internships';
    const feed = await feedWith({ attributes, width: 300, content: header });
    expect(titles(feed)).to.deep.equal(['Project 0', 'Project 1', 'Project 2']);
    for (const role of ['searchbox', 'combobox', 'checkbox', 'button'])
      expect(allByRole(feed, role)).to.have.length(0);
    const all = byRole(feed, 'link', 'See all 30 projects');
    expect(all.getAttribute('href')).to.equal('/board');
    expect(await violationsOf(feed)).to.deep.equal([]);
  });

  it('asks for no more than it shows', async () => {
    const source = scriptedList();
    await place({ source, attributes: { ...attributes, scope: 'featured=true' } });
    expect(source.asked[0]!.request.limit).to.equal(3);
    expect(source.asked[0]!.query).to.deep.equal({ featured: true });
  });

  it('says visibly where there is nothing', async () => {
    const feed = await feedWith({ source: memory(0), attributes });
    expect(status(feed)).to.equal('No projects yet');
    const box = byRole(feed, 'status').getBoundingClientRect();
    expect(box.height).to.be.greaterThan(10);
  });
});

describe('the place that a feed takes', () => {
  const long = 'W'.repeat(300);
  const awkward = projects(4).map((project) => ({
    ...project,
    title: long,
    employer: { name: long },
    category: long,
    skills: Array.from({ length: 500 }, (_, index) => `${long}${index}`),
    locations: [{ display: long }],
    pay: { kind: 'unknown' as const, display: long },
    summary: long,
  }));

  for (const width of [300, 360, 640, 1024, 1280]) {
    it(`holds what is too long at ${width} px`, async () => {
      for (const layout of ['list', 'grid', 'compact']) {
        const feed = await feedWith({
          source: new MemorySource(awkward),
          width,
          attributes: { layout },
          prepare: (element) => {
            element.query = { category: [long] };
          },
        });
        if (width < 1024) press(feed, /^Filters/);
        await feed.updateComplete;
        const edge = feed.getBoundingClientRect().right + 1;
        const wide = [...feed.renderRoot.querySelectorAll<HTMLElement>('*')].filter(
          (each) =>
            each.checkVisibility() &&
            !each.closest('.hidden, .card__skills, .card__summary') &&
            each.getBoundingClientRect().right > edge,
        );
        expect(
          wide.map(({ outerHTML }) => outerHTML.slice(0, 80)),
          layout,
        ).to.deep.equal([]);
        expect(feed.parentElement!.scrollWidth).to.equal(width);
      }
    });
  }

  it('is reserved by its token', async () => {
    const feed = await place({
      source: memory(0),
      prepare: (element) => {
        element.style.setProperty('--foothold-min-block-size', '700px');
      },
    });
    expect(feed.offsetHeight).to.equal(700);
    await says(feed, 'No projects yet');
    expect(feed.offsetHeight).to.equal(700);
  });
});

describe('a feed that is moved in the page', () => {
  it('goes on with its request', async () => {
    const source = scriptedList();
    const feed = await place({ source });
    const other = document.createElement('div');
    document.body.append(other);
    other.append(feed);
    await aTimeout(0);
    expect(source.asked[0]!.options.signal?.aborted).to.equal(false);
    await source.asked[0]!.answer(page(['a']));
    await feed.updateComplete;
    expect(titles(feed)).to.deep.equal(['Project a']);
    expect(source.asked).to.have.length(1);
    other.remove();
  });

  it('ends its request when it is taken away, and asks again when it comes back', async () => {
    const source = scriptedList();
    const feed = await place({ source });
    const box = feed.parentElement!;
    feed.remove();
    await aTimeout(0);
    expect(source.asked[0]!.options.signal?.aborted).to.equal(true);
    box.append(feed);
    await feed.updateComplete;
    await source.asked[1]!.answer(page(['a']));
    await feed.updateComplete;
    expect(titles(feed)).to.deep.equal(['Project a']);
  });
});
