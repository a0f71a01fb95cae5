import { aTimeout, expect, oneEvent, waitUntil } from '@open-wc/testing';
import type { Query } from '../../../src/domain/query.ts';
import type { FootholdListingFeed } from '../../../src/elements/listing-feed/listing-feed.ts';
import { MemorySource } from '../../../src/source/memory-source.ts';
import { allByRole, byRole, nameOf } from '../../support/by-role.ts';
import {
  choose,
  day,
  feedWith,
  focused,
  memory,
  place,
  press,
  projects,
  says,
  titles,
  type,
} from './support.ts';

const changesOf = (feed: FootholdListingFeed): Query[] => {
  const changes: Query[] = [];
  feed.addEventListener('foothold-query-change', ({ query }) => changes.push(query));
  return changes;
};

describe('searching', () => {
  it('waits for a pause in typing, and asks once', async () => {
    const feed = await feedWith();
    const changes = changesOf(feed);
    for (const words of ['P', 'Project', 'Project 1']) type(feed, words);
    expect(changes).to.deep.equal([]);
    await oneEvent(feed, 'foothold-results');
    expect(changes).to.deep.equal([{ q: 'Project 1' }]);
    await waitUntil(() => titles(feed)[0] === 'Project 1');
  });

  it('does not wait after Enter', async () => {
    const feed = await feedWith();
    const changes = changesOf(feed);
    choose(type(feed, 'Project 7'), 'Project 7');
    expect(changes).to.deep.equal([{ q: 'Project 7' }]);
  });

  it('leaves the box alone while somebody types, and follows what is set from outside', async () => {
    const feed = await feedWith();
    const box = type(feed, 'Project ');
    await oneEvent(feed, 'foothold-results');
    await feed.updateComplete;
    expect(box.value).to.equal('Project ');
    feed.query = { q: 'Employer 3' };
    await feed.updateComplete;
    expect(box.value).to.equal('Employer 3');
    feed.query = {};
    await feed.updateComplete;
    expect(box.value).to.equal('');
  });
});

describe('the order', () => {
  it('is the newest first, and the best match for words', async () => {
    const feed = await feedWith();
    const sort = () => byRole(feed, 'combobox', 'Sort by');
    expect(sort().value).to.equal('newest');
    expect([...sort().options].map(({ label }) => label)).to.deep.equal([
      'Newest',
      'Deadline',
      'Highest pay',
      'Fewest hours',
    ]);
    const changes = changesOf(feed);
    choose(sort(), 'pay');
    expect(feed.query).to.deep.equal({ sort: 'pay' });
    choose(sort(), 'newest');
    feed.query = { q: 'Project' };
    await feed.updateComplete;
    expect(sort().value).to.equal('relevance');
    expect(changes).to.deep.equal([{ sort: 'pay' }, {}]);
  });

  it('is what the attribute says while none is chosen', async () => {
    const source = new MemorySource(
      projects(3).map((project, index) => ({ ...project, applyBy: day(9 - index) })),
    );
    const feed = await feedWith({ source, attributes: { sort: 'deadline' } });
    expect(titles(feed)).to.deep.equal(['Project 2', 'Project 1', 'Project 0']);
    expect(byRole(feed, 'combobox', 'Sort by').value).to.equal('deadline');
    expect(feed.query).to.deep.equal({});
  });
});

describe('filters', () => {
  const groups = (feed: FootholdListingFeed) => [
    ...allByRole(feed, 'group')
      .map(nameOf)
      // A disclosure is a group without a name.
      .filter((name) => name && name !== 'Filters'),
    ...[...feed.renderRoot.querySelectorAll('summary')].map(({ innerText }) => innerText.trim()),
  ];

  it('are native controls with the counts of the source', async () => {
    const feed = await feedWith();
    const modes = byRole(feed, 'group', 'Work mode');
    expect(allByRole(modes, 'checkbox').map(nameOf)).to.deep.equal([
      'Remote 10',
      'Hybrid 10',
      'On site 10',
    ]);
    byRole(modes, 'checkbox', /^Remote/).click();
    expect(feed.query).to.deep.equal({ workMode: ['remote'] });
    byRole(modes, 'checkbox', /^On site/).click();
    expect(feed.query).to.deep.equal({ workMode: ['onsite', 'remote'] });
    await says(feed, '20 projects');
    byRole(modes, 'checkbox', /^Remote/).click();
    expect(feed.query).to.deep.equal({ workMode: ['onsite'] });
    await says(feed, '10 projects');
    byRole(modes, 'checkbox', /^On site/).click();
    expect(feed.query).to.deep.equal({});
  });

  it('stand in the order of use, those without values left out', async () => {
    const feed = await feedWith();
    expect(groups(feed)).to.deep.equal([
      'Work mode',
      'Pay',
      'Hours',
      'Duration',
      'Category',
      'Apply by',
      'Location',
      'Skills',
      'Work authorization',
    ]);
  });

  it('stand as the attribute says', async () => {
    const feed = await feedWith({ attributes: { filters: 'category  hours nonsense toString' } });
    expect(groups(feed)).to.deep.equal(['Category', 'Hours']);
  });

  it('stand as the config says where the attribute does not', async () => {
    const feed = await feedWith({
      prepare: (element) => {
        element.config = { version: 1, ui: { filters: ['pay'], sorts: ['pay', 'newest'] } };
      },
    });
    expect(groups(feed)).to.deep.equal(['Pay']);
    const { options } = byRole(feed, 'combobox', 'Sort by');
    expect([...options].map(({ value }) => value)).to.deep.equal(['pay', 'newest']);
  });

  it('take the least pay in the currency that most projects pay in', async () => {
    const feed = await feedWith();
    const pay = byRole(feed, 'spinbutton', 'Pay at least, for the project');
    choose(pay, '400');
    expect(feed.query).to.deep.equal({ payMin: 400, currency: 'USD' });
    await says(feed, '10 projects');
    choose(pay, '');
    expect(feed.query).to.deep.equal({});
  });

  it('do not ask for pay where no currency is known, only whether it is stated', async () => {
    const feed = await feedWith({ source: new MemorySource([projects(3)[2]!]) });
    expect(allByRole(feed, 'spinbutton')).to.have.length(0);
    byRole(feed, 'checkbox', 'Stated pay only').click();
    expect(feed.query).to.deep.equal({ paid: true });
  });

  it('take the most hours and weeks', async () => {
    const feed = await feedWith();
    const hours = byRole(feed, 'group', 'Hours');
    expect(allByRole(hours, 'radio').map(nameOf)).to.deep.equal(['Any', '10', '20', '30', '40']);
    byRole(hours, 'radio', '20').click();
    byRole(byRole(feed, 'group', 'Duration'), 'radio', '3').click();
    expect(feed.query).to.deep.equal({ hoursMax: 20, durationDaysMax: 21 });
    byRole(hours, 'radio', 'Any').click();
    expect(feed.query).to.deep.equal({ durationDaysMax: 21 });
  });

  it('offer amounts and dates of a shared link, too', async () => {
    const feed = await feedWith({
      prepare: (element) => {
        element.query = { hoursMax: 15, applyByTo: day(60) };
      },
    });
    const hours = byRole(feed, 'group', 'Hours');
    expect(byRole(hours, 'radio', '15').checked).to.equal(true);
    expect(byRole(feed, 'combobox', 'Apply by').value).to.equal(day(60));
  });

  it('take the last day to apply', async () => {
    const feed = await feedWith();
    const select = byRole(feed, 'combobox', 'Apply by');
    const week = [...select.options].find(({ label }) => label === 'Within a week')!;
    choose(select, week.value);
    const today = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000);
    today.setUTCDate(today.getUTCDate() + 7);
    expect(feed.query).to.deep.equal({ applyByTo: today.toISOString().slice(0, 10) });
    choose(select, '');
    expect(feed.query).to.deep.equal({});
  });

  it('show five values first, then all, and move focus to the first new one', async () => {
    const many = projects(12).map((project, index) => ({
      ...project,
      category: `Category ${String.fromCharCode(65 + index)}`,
    }));
    const feed = await feedWith({ source: new MemorySource(many) });
    const names = () => allByRole(byRole(feed, 'group', 'Category'), 'checkbox').map(nameOf);
    expect(names()).to.have.length(5);
    press(feed, 'Show 7 more');
    await waitUntil(() => names().length === 12);
    await waitUntil(() => focused()?.localName === 'input');
    expect(nameOf(focused()!)).to.equal(names()[5]);
  });

  it('hold thousands of values', async () => {
    const facets = {
      skill: Array.from({ length: 10_000 }, (_, index) => ({ value: `s${index}`, count: 1 })),
    };
    const feed = await feedWith({
      source: {
        detail: () => Promise.reject(new Error('not asked here')),
        list: () =>
          Promise.resolve({
            projects: projects(1),
            total: 1,
            nextCursor: null,
            facets,
            skipped: [],
          }),
      },
    });
    const [skills] = [...feed.renderRoot.querySelectorAll('summary')].filter(
      ({ innerText }) => innerText.trim() === 'Skills',
    );
    skills!.click();
    await aTimeout(0);
    expect(allByRole(feed, 'checkbox', /^s\d/)).to.have.length(5);
    press(feed, 'Show 95 more');
    await feed.updateComplete;
    expect(allByRole(feed, 'checkbox', /^s\d/)).to.have.length(100);
  });

  it('are not offered for what the scope fixes', async () => {
    const feed = await feedWith({
      attributes: { scope: 'category=Design&workMode=remote&sort=pay' },
    });
    expect(allByRole(feed, 'group', 'Category')).to.have.length(0);
    expect(allByRole(feed, 'group', 'Work mode')).to.have.length(0);
    expect(allByRole(feed, 'combobox', 'Sort by')).to.have.length(0);
    expect(allByRole(feed, 'button', /^Remove/)).to.have.length(0);
    await says(feed, '10 projects');
    expect(feed.query).to.deep.equal({});
  });

  it('stay open while a student works in them', async () => {
    const feed = await feedWith({
      prepare: (element) => {
        element.query = { skill: ['maps'] };
      },
    });
    const maps = byRole(byRole(feed, 'group', 'Skills'), 'checkbox', /^maps/);
    maps.click();
    await says(feed, '30 projects');
    expect(maps.checkVisibility()).to.equal(true);
  });

  it('can be left out, as can search and order', async () => {
    const feed = await feedWith({
      attributes: { 'without-filters': '', 'without-search': '', 'without-sort': '' },
    });
    for (const role of ['group', 'checkbox', 'combobox', 'searchbox'])
      expect(allByRole(feed, role)).to.have.length(0);
  });
});

describe('filters in a narrow place', () => {
  it('are behind a button that says how many are active', async () => {
    const feed = await feedWith({
      width: 360,
      prepare: (element) => {
        element.query = { workMode: ['remote', 'hybrid'] };
      },
    });
    const button = byRole(feed, 'button', /^Filters/);
    expect(nameOf(button)).to.equal('Filters 2 active');
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    expect(allByRole(feed, 'checkbox')).to.have.length(0);
    button.click();
    await feed.updateComplete;
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    const panel = byRole(feed, 'group', 'Filters');
    expect(panel.id).to.equal(button.getAttribute('aria-controls'));
    expect(allByRole(panel, 'checkbox', /^Remote/)).to.have.length(1);
  });

  it('close by a button that says what there is to see, and move focus there', async () => {
    const feed = await feedWith({ width: 360 });
    press(feed, 'Filters');
    await feed.updateComplete;
    byRole(feed, 'checkbox', /^Remote/).click();
    await says(feed, '10 projects');
    press(feed, 'Show 10 projects');
    await feed.updateComplete;
    expect(allByRole(feed, 'checkbox')).to.have.length(0);
    await waitUntil(() => focused()?.textContent.trim() === '10 projects');
  });

  it('stand beside the list where there is room, without a button', async () => {
    const feed = await feedWith({ width: 1100 });
    expect(allByRole(feed, 'button', /^Filters/)).to.have.length(0);
    const panel = byRole(feed, 'group', 'Filters').getBoundingClientRect();
    const list = byRole(feed, 'list').getBoundingClientRect();
    expect(panel.right).to.be.lessThan(list.left);
  });
});

describe('chips', () => {
  const asked: Query = {
    workMode: ['remote'],
    category: ['Design'],
    payMin: 300,
    currency: 'USD',
    hoursMax: 30,
    durationDaysMax: 21,
    paid: true,
    applyByTo: '2030-12-05',
    applyByFrom: '2020-01-31',
    workAuthorization: 'not_required',
    classYear: ['junior'],
    featured: true,
  };
  const chips = (feed: FootholdListingFeed) => allByRole(feed, 'button', /^Remove/);

  it('name everything that restricts the list', async () => {
    const feed = await feedWith({
      prepare: (element) => {
        element.query = asked;
      },
    });
    expect(chips(feed).map(nameOf).sort()).to.include.members([
      'Remove $300 or more',
      'Remove Apply by Dec 5',
      'Remove Apply by Jan 31 or later',
      'Remove Design',
      'Remove Featured',
      'Remove Junior',
      'Remove No work authorization needed',
      'Remove Remote',
      'Remove Stated pay only',
      'Remove Up to 3 weeks',
      'Remove Up to 30 hours',
    ]);
  });

  it('take away one restriction each, and focus moves on', async () => {
    const feed = await feedWith({
      prepare: (element) => {
        element.query = { category: ['Data', 'Design'], payMin: 100, currency: 'USD' };
      },
    });
    press(feed, 'Remove Data');
    expect(feed.query).to.deep.equal({ category: ['Design'], payMin: 100, currency: 'USD' });
    await waitUntil(() => focused() === chips(feed)[0]);
    expect(nameOf(focused()!)).to.equal('Remove Design');
    press(feed, 'Remove $100 or more');
    expect(feed.query).to.deep.equal({ category: ['Design'] });
    await waitUntil(() => focused() === chips(feed)[0]);
    press(feed, 'Remove Design');
    await says(feed, '30 projects');
    await waitUntil(() => focused()?.textContent.trim() === '30 projects');
    expect(chips(feed)).to.have.length(0);
  });

  it('go all at once by "Clear filters"; words and order stay', async () => {
    const feed = await feedWith({
      prepare: (element) => {
        element.query = { q: 'Project', sort: 'pay', workMode: ['remote'], paid: true };
      },
    });
    press(feed, 'Clear filters');
    expect(feed.query).to.deep.equal({ q: 'Project', sort: 'pay' });
    await says(feed, '30 projects');
    expect(allByRole(feed, 'button', 'Clear filters')).to.have.length(0);
    expect(byRole(feed, 'checkbox', /^Remote/).checked).to.equal(false);
    await waitUntil(() => focused()?.getAttribute('role') === 'status');
  });
});

describe('the number of projects', () => {
  it('is in a status that is there while it is waited for', async () => {
    const feed = await place({ source: memory(1, { latency: 600 }) });
    await says(feed, 'Loading projects…');
    const region = feed.renderRoot.querySelector('[role=status]');
    await says(feed, '1 project');
    expect(feed.renderRoot.querySelector('[role=status]')).to.equal(region);
  });

  it('is a least one where the source does not count', async () => {
    const source = (nextCursor: string | null) => ({
      detail: () => Promise.reject(new Error('not asked here')),
      list: () =>
        Promise.resolve({
          projects: projects(20),
          total: null,
          nextCursor,
          facets: {},
          skipped: [],
        }),
    });
    const feed = await feedWith({ source: source('c') });
    await says(feed, 'More than 20 projects');
    expect(feed.renderRoot.textContent).to.contain('20 shown');
    feed.source = source(null);
    await says(feed, '20 projects');
  });
});

describe('more projects', () => {
  it('are appended, and focus moves to the first new one', async () => {
    const feed = await feedWith({ attributes: { 'page-size': '12', 'project-href': '#{id}' } });
    const changes: number[] = [];
    feed.addEventListener('foothold-query-change', () => changes.push(feed.pages));
    expect(feed.renderRoot.textContent).to.contain('12 of 30 shown');
    press(feed, 'Show more projects');
    await waitUntil(() => titles(feed).length === 24);
    await waitUntil(() => focused()?.textContent.trim() === 'Project 12');
    press(feed, 'Show more projects');
    await waitUntil(() => titles(feed).length === 30);
    await waitUntil(() => focused()?.textContent.trim() === 'Project 24');
    expect(allByRole(feed, 'button', 'Show more projects')).to.have.length(0);
    expect(changes).to.deep.equal([2, 3]);
  });

  it('are there at once in a view that is restored', async () => {
    const feed = await feedWith({
      attributes: { 'page-size': '10' },
      prepare: (element) => {
        element.query = { sort: 'newest' };
        element.pages = 2;
      },
    });
    const changes = changesOf(feed);
    expect(titles(feed)).to.have.length(20);
    expect(feed.pages).to.equal(2);
    expect(changes).to.deep.equal([]);
  });
});

describe('coming back to a card', () => {
  it('moves focus to its link, or to the list where it is gone', async () => {
    const feed = await feedWith({ attributes: { 'project-href': '#{id}' } });
    feed.focusProject('p3');
    expect(focused()?.textContent.trim()).to.equal('Project 3');
    feed.focusProject('gone');
    expect(focused()?.textContent.trim()).to.equal('30 projects');
  });

  it('can begin at the search box', async () => {
    const feed = await feedWith();
    feed.focus();
    expect(nameOf(focused()!)).to.equal('Search projects');
    const teaser = await feedWith({ attributes: { 'max-items': '2', 'project-href': '#{id}' } });
    teaser.focus();
    expect(focused()?.textContent.trim()).to.equal('Project 0');
  });
});

describe('a view in the URL', () => {
  afterEach(() => {
    history.replaceState(null, '', location.pathname);
  });

  it('is kept by a feed that stands alone, and restored', async () => {
    history.replaceState(null, '', '?foreign=1&list-workMode=remote&list-page=2');
    const attributes = { routing: 'query', 'route-key': 'list', 'page-size': '4' };
    const feed = await feedWith({ attributes });
    expect(feed.query).to.deep.equal({ workMode: ['remote'] });
    expect(titles(feed)).to.have.length(8);
    byRole(feed, 'radio', '3').click();
    expect(location.search).to.equal('?foreign=1&list-workMode=remote&list-durationDaysMax=21');
  });

  it('is not touched by a feed in memory', async () => {
    history.replaceState(null, '', '?foreign=1');
    const feed = await feedWith();
    byRole(feed, 'checkbox', /^Remote/).click();
    expect(location.search).to.equal('?foreign=1');
  });
});
