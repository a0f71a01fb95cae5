import { aTimeout, expect, oneEvent, waitUntil } from '@open-wc/testing';
import { allByRole } from '../../support/by-role.ts';
import { MemorySource } from '../../../src/source/memory-source.ts';
import { feedWith, memory, place, projects, says, titles } from './support.ts';

const isBusy = (feed: Awaited<ReturnType<typeof place>>) =>
  feed.renderRoot.querySelector('section')?.ariaBusy === 'true';

/** A feed at the moment when it has drawn something of its list. */
async function drawn(...setup: Parameters<typeof place>) {
  const feed = await place(...setup);
  await oneEvent(feed, 'foothold-results');
  // Lit draws in a microtask, frames are painted in tasks.
  for (let i = 0; i < 20; i++) await Promise.resolve();
  return feed;
}

describe('the first cards', () => {
  it('are there before the others and the filters, which follow after they are painted', async () => {
    const feed = await drawn({ source: memory(30) });
    expect(titles(feed)).to.have.length(5);
    expect(isBusy(feed)).to.equal(true);
    expect(allByRole(feed, 'group', 'Filters')).to.have.length(0);
    await waitUntil(() => !isBusy(feed));
    expect(titles(feed)).to.have.length(20);
    expect(allByRole(feed, 'group', 'Filters')).to.have.length(1);
  });

  it('take as much height as all of them will', async () => {
    const feed = await drawn({ source: memory(20), width: 380 });
    const early = feed.offsetHeight;
    await feed.updateComplete;
    expect(titles(feed)).to.have.length(20);
    expect(feed.offsetHeight / early).to.be.within(0.7, 1.3);
  });

  it('are not all that `updateComplete` waits for', async () => {
    const feed = await drawn({ source: memory(12) });
    await feed.updateComplete;
    expect(titles(feed)).to.have.length(12);
  });

  it('stay what they are when the others come', async () => {
    const feed = await drawn({ source: memory(12) });
    const before = allByRole(feed, 'article');
    before[2]!.querySelector<HTMLElement>('[data-id]')!.focus();
    await feed.updateComplete;
    expect(allByRole(feed, 'article').slice(0, 5)).to.deep.equal(before);
    expect(feed.shadowRoot!.activeElement).to.equal(before[2]!.querySelector('[data-id]'));
  });

  for (const width of [380, 800, 1100])
    it(`do not move when the others come, at ${width} px`, async () => {
      const wide = projects(12).map((project, index) => ({
        ...project,
        ...(index > 6 && {
          pay: { kind: 'hourly', min: 22.5, max: 1000, currency: 'CAD', estimated: true } as const,
          locations: [{ display: 'Fernhollow-upon-the-Water, Another Country' }],
        }),
      }));
      const feed = await drawn({ source: new MemorySource(wide), width });
      const places = () =>
        allByRole(feed, 'article')
          .slice(0, 5)
          .flatMap((card) => [...card.querySelectorAll('h3, dd')])
          .map((each) => {
            const { x, y } = each.getBoundingClientRect();
            return { x, y: y - feed.getBoundingClientRect().y };
          });
      const before = places();
      await feed.updateComplete;
      expect(titles(feed)).to.have.length(12);
      expect(places()).to.deep.equal(before);
    });

  it('are not drawn apart when another question is asked', async () => {
    const feed = await feedWith({ source: memory(30) });
    feed.query = { category: ['Design'] };
    await says(feed, '10 projects');
    await aTimeout(0);
    expect(titles(feed)).to.have.length(10);
  });
});
