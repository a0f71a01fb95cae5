/**
 * Of what the benchmarks measure, that which comes out the same on every machine: requests, elements, and
 * how many times as much is computed as without any library, with room for a busy machine.
 */
import { expect } from 'chai';
import { cardTexts, waitForCards, withSample } from '../../bench/lib/browser.ts';
import { openStage, type Stage } from '../../bench/lib/stage.ts';
import { median } from '../../bench/lib/statistics.ts';
import { snippet } from '../../bench/pages/host-page.ts';
import { countElements, firstPages } from '../../bench/steps/render.ts';

/** How much more the main thread may compute for a page of 20 than plain DOM code does; it only goes down. */
const MOST_COMPUTING = 2.6;
const SAMPLES = 7;

describe('within its budgets:', () => {
  let stage: Stage;

  before(async () => {
    stage = await openStage(['vanilla']);
  });
  after(() => stage.close());

  const shown = (name: 'foothold' | 'vanilla') => {
    const script = `/${name}.js`;
    const content = snippet({ api: stage.server.api, script, preload: true });
    const url = stage.page(`${name}-budget`, content);
    return withSample(stage.browser, {}, async ({ page }) => {
      stage.server.log.length = 0;
      await page.goto(url);
      await waitForCards(page, 20);
      await page.waitForTimeout(500);
      return { texts: await cardTexts(page), asked: stage.server.log.map(({ path }) => path) };
    });
  };

  it('the recommended snippet asks for its script and one list, each once', async () => {
    const { asked } = await shown('foothold');
    expect(asked).to.have.members([
      '/foothold-budget.html',
      '/foothold.js',
      '/api/projects?limit=20',
    ]);
  });

  it('a card has at most 60 elements and the filters 600, however many listings there are', async () => {
    const few = await countElements(stage);
    stage.list(10_000);
    const many = await countElements(stage);
    stage.list(240);
    expect(many.card).to.be.within(1, 60);
    expect(many.filters).to.be.within(1, 600);
    expect(many.choices).to.be.within(1, 10);
    expect(many.filters).to.equal(few.filters);
  });

  it('a page of 20 says what plain DOM code says, and computes little more', async function () {
    this.timeout(240_000);
    expect((await shown('foothold')).texts).to.deep.equal((await shown('vanilla')).texts);
    // Computing is measured where there is time for it.
    if (!process.env['FOOTHOLD_TEST_ALL']) return;
    const { foothold, vanilla } = await firstPages(stage, SAMPLES, ['foothold', 'vanilla']);
    expect(median(foothold) / median(vanilla)).to.be.within(0, MOST_COMPUTING);
  });
});
