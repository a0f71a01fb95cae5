import { expect, waitUntil } from '@open-wc/testing';
import type { FootholdListingFeed } from '../../../src/elements/listing-feed/listing-feed.ts';
import type { Offers, Page } from '../../../src/source/listings-source.ts';
import { MemorySource } from '../../../src/source/memory-source.ts';
import { MergedSource } from '../../../src/source/merged/merged-source.ts';
import { SourceError } from '../../../src/source/source-error.ts';
import { violationsOf } from '../../support/axe.ts';
import { allByRole, byRole, nameOf } from '../../support/by-role.ts';
import { page } from '../../support/scripted-list.ts';
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

const text = (feed: FootholdListingFeed): string =>
  (feed.renderRoot as ShadowRoot).textContent.replace(/\s+/g, ' ');

/** A source that offers so much, and otherwise has what there is in memory. */
const offering = (offers: Offers, more: Partial<Page> = {}) => {
  const source = memory(30);
  return {
    detail: source.detail.bind(source),
    list: async (...asked: Parameters<MemorySource['list']>) => ({
      ...(await source.list(...asked)),
      offers,
      ...more,
    }),
  };
};

describe('what a source does not offer', () => {
  const groups = (feed: FootholdListingFeed) => [
    ...allByRole(feed, 'group')
      .map(nameOf)
      .filter((name) => name && name !== 'Filters'),
    ...[...feed.renderRoot.querySelectorAll('summary')].map(({ innerText }) => innerText.trim()),
  ];
  const sorts = (feed: FootholdListingFeed) =>
    allByRole(feed, 'combobox', 'Sort by').flatMap((each) =>
      [...(each as HTMLSelectElement).options].map(({ label }) => label),
    );

  it('is no filter', async () => {
    const source = offering({ filters: ['q', 'category', 'skill'], sorts: ['newest', 'pay'] });
    const feed = await feedWith({ source });
    expect(groups(feed)).to.deep.equal(['Category', 'Skills']);
    expect(sorts(feed)).to.deep.equal(['Newest', 'Highest pay']);
    expect(allByRole(feed, 'searchbox')).to.have.length(1);
    expect(await violationsOf(feed)).to.deep.equal([]);
  });

  it('is no filter either where the page names it', async () => {
    const source = offering({ filters: ['category'], sorts: [] });
    const feed = await feedWith({ source, attributes: { filters: 'hours category pay' } });
    expect(groups(feed)).to.deep.equal(['Category']);
  });

  it('is no part of the filter for pay', async () => {
    const stated = await feedWith({ source: offering({ filters: ['paid'], sorts: [] }) });
    expect(groups(stated)).to.deep.equal(['Pay']);
    expect(allByRole(stated, 'spinbutton')).to.have.length(0);
    expect(allByRole(stated, 'checkbox', 'Stated pay only')).to.have.length(1);
    const least = await feedWith({ source: offering({ filters: ['payMin'], sorts: [] }) });
    expect(allByRole(least, 'spinbutton')).to.have.length(1);
    expect(allByRole(least, 'checkbox')).to.have.length(0);
  });

  it('is no search, and no order where one is left', async () => {
    const source = offering({ filters: ['category'], sorts: ['relevance', 'newest'] });
    const feed = await feedWith({ source });
    expect(allByRole(feed, 'searchbox')).to.have.length(0);
    expect(sorts(feed)).to.deep.equal([]);
    feed.query = { q: 'Project' };
    await waitUntil(() => sorts(feed).length > 0);
    expect(sorts(feed)).to.deep.equal(['Best match', 'Newest']);
  });

  it('says that projects stand as they are listed where that order has no name', async () => {
    const source = offering({ filters: [], sorts: ['deadline'] });
    const feed = await feedWith({ source });
    expect(sorts(feed)).to.deep.equal(['As listed', 'Deadline']);
    const order = byRole(feed, 'combobox');
    expect(order.selectedOptions[0]?.text.trim()).to.equal('As listed');
    order.value = 'deadline';
    order.dispatchEvent(new Event('change'));
    await waitUntil(() => feed.query.sort === 'deadline');
    order.value = '';
    order.dispatchEvent(new Event('change'));
    await waitUntil(() => feed.query.sort === undefined);
  });

  it('leaves no empty place where no filter is left', async () => {
    const source = offering({ filters: ['q'], sorts: [] });
    for (const width of [360, 1100]) {
      const feed = await feedWith({ source, width });
      expect(allByRole(feed, 'button', /^Filters/)).to.have.length(0);
      expect(allByRole(feed, 'group')).to.have.length(0);
      const list = byRole(feed, 'list').getBoundingClientRect();
      expect(list.left).to.be.closeTo(feed.getBoundingClientRect().left, 1);
    }
  });

  it('can still be taken away where a link asks for it', async () => {
    const feed = await feedWith({
      source: offering({ filters: [], sorts: [] }),
      prepare: (element) => {
        element.query = { workMode: ['remote'] };
      },
    });
    expect(allByRole(feed, 'group', 'Work mode')).to.have.length(0);
    press(feed, 'Remove Remote');
    expect(feed.query).to.deep.equal({});
  });

  it('stays away while a query is on its way, and when it fails', async () => {
    const offers: Offers = { filters: ['q', 'workMode'], sorts: [] };
    const state: { error?: Error } = {};
    const source = offering(offers);
    const feed = await feedWith({
      source: {
        ...source,
        list: (...asked) => (state.error ? Promise.reject(state.error) : source.list(...asked)),
      },
    });
    state.error = new SourceError('network', 'x');
    byRole(feed, 'checkbox', /^Remote/).click();
    await feed.updateComplete;
    expect(groups(feed)).to.deep.equal(['Work mode']);
    await waitUntil(() => allByRole(feed, 'alert').length === 1);
    expect(groups(feed)).to.deep.equal(['Work mode']);
  });
});

describe('a feed of several sources', () => {
  /** A campus board with three projects and a job board with two, which fails as long as `error` is set. */
  const two = (error?: SourceError) => {
    const state = { error };
    const jobs = projects(5).slice(3);
    const source = new MergedSource([
      { id: 'campus', name: 'Campus board', source: memory(3) },
      {
        id: 'jobs',
        name: 'Harbor jobs',
        source: new MemorySource(jobs, { fail: () => state.error }),
      },
    ]);
    return { source, state };
  };
  const failed = new SourceError('timeout', 'too slow');
  /** The note without the marks that keep each name in its own direction. */
  const notes = (feed: FootholdListingFeed) =>
    allByRole(feed, 'status')
      .slice(1)
      .map((each) =>
        each.textContent
          .replace(/[\u2068\u2069]/g, '')
          .replace(/\s+/g, ' ')
          .trim(),
      );

  it('says on each card where the project comes from', async () => {
    const { source } = two();
    const feed = await feedWith({ source });
    const [first, , , fourth] = allByRole(feed, 'article');
    expect(first!.textContent.replace(/\s+/g, ' ')).to.contain(
      'Employer 0 · Design · via Campus board',
    );
    expect(fourth!.textContent.replace(/\s+/g, ' ')).to.contain('via Harbor jobs');
    expect(await violationsOf(feed)).to.deep.equal([]);
    const compact = await feedWith({ source, attributes: { layout: 'compact' } });
    expect(text(compact)).not.to.contain('Campus board');
  });

  it('shows those that answer, and says which does not', async () => {
    const { source } = two(failed);
    const feed = await feedWith({ source });
    expect(titles(feed)).to.deep.equal(['Project 0', 'Project 1', 'Project 2']);
    expect(status(feed)).to.equal('3 projects');
    expect(notes(feed)).to.deep.equal([
      'Harbor jobs could not be reached. Its projects are missing. Try again',
    ]);
    expect(allByRole(feed, 'alert')).to.have.length(0);
    expect(await violationsOf(feed)).to.deep.equal([]);
  });

  it('says so, too, where the others have nothing', async () => {
    const { source } = two(failed);
    const feed = await feedWith({
      source,
      prepare: (element) => {
        element.query = { q: 'nowhere' };
      },
    });
    expect(status(feed)).to.equal('No projects match');
    expect(notes(feed)).to.have.length(1);
  });

  it('names all that do not answer in one sentence', async () => {
    const down = (name: string) => ({
      id: name,
      name,
      source: new MemorySource([], { fail: () => failed }),
    });
    const parts = [{ id: 'campus', source: memory(3) }, down('Harbor'), down('Lakeside')];
    const feed = await feedWith({ source: new MergedSource(parts) });
    expect(notes(feed)).to.deep.equal([
      'Harbor and Lakeside could not be reached. Their projects are missing. Try again',
    ]);
  });

  it('tries again when told to, and keeps focus in the list', async () => {
    const { source, state } = two(failed);
    const feed = await feedWith({ source });
    const again = byRole(feed, 'button', 'Try again');
    again.focus();
    again.click();
    await feed.updateComplete;
    expect(titles(feed)).to.have.length(3);
    await waitUntil(() => feed.renderRoot.querySelector('section')?.ariaBusy === 'false');
    expect(notes(feed)).to.have.length(1);
    expect(focused()).to.equal(again);
    state.error = undefined;
    again.click();
    await says(feed, '5 projects');
    expect(notes(feed)).to.deep.equal([]);
    expect(focused()!.textContent.trim()).to.equal('5 projects');
  });

  it('tries again once the browser is back online', async () => {
    const { source, state } = two(failed);
    const feed = await feedWith({ source });
    state.error = undefined;
    dispatchEvent(new Event('online'));
    await says(feed, '5 projects');
  });

  it('tells once of each source that did not answer', async () => {
    const { source } = two(failed);
    const errors: string[] = [];
    const feed = await feedWith({
      source,
      attributes: { 'page-size': '2' },
      prepare: (element) => {
        element.addEventListener('foothold-error', ({ operation, kind }) => {
          errors.push(`${operation} ${kind}`);
        });
      },
    });
    press(feed, 'Show more projects');
    await waitUntil(() => titles(feed).length === 3);
    expect(notes(feed)).to.have.length(1);
    expect(errors).to.deep.equal(['list timeout']);
  });
});

describe('a source that tells at once of everything that it could not read', () => {
  it('is on its first page all the same', async () => {
    const skipped = Array.from({ length: 30 }, () => ({ reason: 'no title' }));
    let changes = 0;
    const feed = await place({
      source: {
        detail: () => Promise.reject(new Error('not asked here')),
        list: () => Promise.resolve(page(['a', 'b'], { total: 9, nextCursor: 'c', skipped })),
      },
      attributes: { 'page-size': '2' },
      prepare: (element) => {
        element.addEventListener('foothold-query-change', () => changes++);
      },
    });
    await says(feed, '9 projects');
    expect(feed.pages).to.equal(1);
    expect(changes).to.equal(0);
  });
});
