/** What drawing costs: of a page of 20, of other listings in place of 2,000, in elements and in memory. */
import { heapOf } from '../lib/heap.ts';
import {
  DESKTOP,
  inFrames,
  PHONE,
  settledMainThread,
  waitForCards,
  withSample,
  type Sample,
} from '../lib/browser.ts';
import type { Row, StepOptions } from '../lib/rows.ts';
import { assertSameCards } from '../lib/same-cards.ts';
import { onStage, type Stage } from '../lib/stage.ts';
import { interleaved, ratio, summarize } from '../lib/statistics.ts';
import { emptyPage, mountScript, snippet, waiting } from '../pages/host-page.ts';
import type { PeerName } from '../peers/build.ts';

const PAGE = 20;
/** Pages of 100 that are shown before a filter changes. */
const PAGES = 20;
const LARGE = 100;

/** The script has run and nothing is drawn; then it draws. */
async function mounted(
  { browser, server }: Stage,
  url: string,
  look: (sample: Sample, before: number) => Promise<number>,
): Promise<number> {
  return await withSample(browser, {}, async (sample) => {
    await sample.page.goto(url);
    const before = await settledMainThread(sample);
    await sample.page.evaluate(mountScript(server.api));
    await waitForCards(sample.page, PAGE);
    return await look(sample, before);
  });
}

/** Milliseconds of the main thread from an empty container to 20 cards with their filters. */
const firstPage = (stage: Stage, url: string): Promise<number> =>
  mounted(stage, url, async (sample, before) => (await settledMainThread(sample)) - before);

/** The same for several of them, in turn. */
export function firstPages<Name extends PeerName | 'foothold'>(
  stage: Stage,
  reps: number,
  names: readonly Name[],
): Promise<Readonly<Record<Name, readonly number[]>>> {
  const urlOf = (name: Name) =>
    stage.page(`${name}-waiting`, waiting(`/${name}.js`, name === 'foothold'));
  return interleaved(names, reps, (name) => firstPage(stage, urlOf(name)));
}

async function pagesOf20(stage: Stage, reps: number, names: readonly PeerName[]): Promise<Row[]> {
  const all = ['foothold', ...names] as const;
  const samples = await firstPages(stage, reps, all);
  return all.flatMap((name): Row[] => [
    ...(name === 'vanilla'
      ? []
      : [
          {
            name: `page of 20 ÷ vanilla: ${name}`,
            unit: '×' as const,
            ...ratio(samples[name], samples.vanilla),
            ...(name === 'foothold' && { limit: 1.25 }),
          },
        ]),
    { name: `page of 20: ${name}`, unit: 'ms', ...summarize(samples[name]) },
  ]);
}

/** What shows 2,000 cards, and what then asks for those of one category alone. Run in the page. */
const acts = {
  foothold: {
    show: `(() => {
      feed = document.createElement('foothold-listing-feed');
      feed.setAttribute('api', API);
      feed.pageSize = ${LARGE};
      feed.pages = ${PAGES};
      document.getElementById('micro-internships').append(feed);
    })()`,
    filter: `feed.query = { category: [CATEGORY] }`,
  },
  vanilla: {
    show: `mountPeer(document.getElementById('micro-internships'), API);
      showPeer('limit=${LARGE}', ${PAGES})`,
    filter: `showPeer('category=' + encodeURIComponent(CATEGORY) + '&limit=${LARGE}')`,
  },
} as const;

async function filterChange(
  { browser, server, page }: Stage,
  name: keyof typeof acts,
): Promise<number> {
  const url = page(`${name}-waiting`, waiting(`/${name}.js`, name === 'foothold'));
  return await withSample(browser, {}, async (sample) => {
    await sample.page.goto(url);
    await sample.page.evaluate(
      `API = ${JSON.stringify(server.api)}; CATEGORY = 'Design'; feed = undefined`,
    );
    await sample.page.evaluate(`setTimeout(() => { ${acts[name].show} })`);
    await waitForCards(sample.page, PAGES * LARGE, 60_000);
    const before = await settledMainThread(sample);
    await sample.page.evaluate(`setTimeout(() => { ${acts[name].filter} })`);
    await waitForCards(sample.page, LARGE);
    return (await settledMainThread(sample)) - before;
  });
}

async function filterChanges(stage: Stage, reps: number): Promise<Row[]> {
  stage.list(4_000);
  const names = ['foothold', 'vanilla'] as const;
  const samples = await interleaved(names, reps, (name) => filterChange(stage, name));
  return [
    {
      name: 'filter change with 2,000 cards shown ÷ keyed vanilla',
      unit: '×',
      ...ratio(samples.foothold, samples.vanilla),
      limit: 1.4,
    },
    ...names.map((name): Row => ({
      name: `filter change with 2,000 cards shown: ${name}`,
      unit: 'ms',
      ...summarize(samples[name]),
    })),
  ];
}

/** Elements of the largest card and of all filters, text and comments not counted. */
export async function countElements(
  { browser, page, server }: Stage,
  viewport = DESKTOP,
): Promise<{ readonly card: number; readonly filters: number; readonly choices: number }> {
  const url = page(
    'foothold-count',
    snippet({ api: server.api, script: '/foothold.js', preload: true }),
  );
  return await withSample(browser, { viewport }, async (sample) => {
    await sample.page.goto(url);
    await waitForCards(sample.page, PAGE);
    const [counts] = await inFrames<{ card: number; filters: number; choices: number }>(
      sample.page,
      `(() => {
        const size = (element) => 1 + element.querySelectorAll('*').length;
        const [filters] = deep('[role=group][aria-label=Filters]');
        return {
          card: Math.max(...deep('article').map(size)),
          filters: filters ? size(filters) : 0,
          choices: Math.max(0, ...[...(filters?.querySelectorAll('fieldset') ?? [])].map(
            (each) => each.querySelectorAll('[type=checkbox]').length)),
        };
      })()`,
    );
    return counts!;
  });
}

async function elements(stage: Stage): Promise<Row[]> {
  const rows: Row[] = [];
  for (const total of [200, 10_000, 100_000]) {
    stage.list(total);
    const { card, filters, choices } = await countElements(stage);
    const of = `of ${total.toLocaleString('en-US')} listings`;
    rows.push(
      { name: `elements of the largest card, ${of}`, unit: '', value: card, limit: 60 },
      { name: `elements of the filters, ${of}`, unit: '', value: filters, limit: 600 },
      { name: `values of a set of filters at first, ${of}`, unit: '', value: choices, limit: 10 },
    );
  }
  return rows;
}

/** Megabytes that stay in memory: of a page that only holds what the API sent, and of the feed. */
async function memory(stage: Stage, reps: number): Promise<Row[]> {
  const { browser, server, page } = stage;
  const { api } = server;
  const urls = {
    // Both hold the answer; only one draws it.
    data: page('heap-data', {
      feed: `${emptyPage.feed}<script>fetch('${api}/projects?limit=20').then((r) => r.json()).then((data) => { window.data = data; })</script>`,
    }),
    script: page('heap-script', waiting('/foothold.js', true)),
    foothold: page('heap-foothold', snippet({ api, script: '/foothold.js' })),
    vanilla: page('heap-vanilla', snippet({ api, script: '/vanilla.js' })),
  };
  const names = Object.keys(urls) as (keyof typeof urls)[];
  const samples = await interleaved(names, reps, (name) =>
    withSample(browser, {}, async (sample) => {
      await sample.page.goto(urls[name]);
      await waitForCards(sample.page, name === 'data' || name === 'script' ? 0 : PAGE);
      await settledMainThread(sample);
      return (await heapOf(sample.cdp)) / 1e6;
    }),
  );
  const { value: data } = summarize(samples.data);
  const { value: script } = summarize(samples.script);
  const beside = (name: keyof typeof urls, held: number) =>
    summarize(samples[name].map((each) => each - held));
  return [
    {
      name: 'heap beside the data: feed of 20',
      unit: 'MB',
      ...beside('foothold', data),
      limit: 0.2,
    },
    {
      name: 'heap beside the data: of which the script, nothing drawn',
      unit: 'MB',
      ...beside('script', data),
    },
    {
      name: 'heap beside the data: of which drawing, with the data',
      unit: 'MB',
      ...beside('foothold', script),
    },
    { name: 'heap beside the data: vanilla', unit: 'MB', ...beside('vanilla', data) },
  ];
}

/** How much the skeleton differs from the cards that take its place, in pixels. */
async function skeletons({ browser, page, server }: Stage): Promise<Row[]> {
  const url = page('foothold-skeleton', snippet({ api: server.api, script: '/foothold.js' }));
  const rows: Row[] = [];
  for (const [device, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
    const heights = await withSample(browser, { viewport }, async (sample) => {
      let release: () => void = () => undefined;
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      await sample.page.route('**/projects?*', async (route) => {
        await released;
        await route.continue();
      });
      await sample.page.goto(url);
      await sample.page.waitForTimeout(800);
      const measure = (selector: string) =>
        inFrames<number[]>(
          sample.page,
          `deep('${selector}').map((each) => each.getBoundingClientRect().height)`,
        );
      const [bones = []] = await measure('.bone');
      release();
      await waitForCards(sample.page, PAGE);
      const [cards = []] = await measure('.list > li');
      return { bones, cards };
    });
    const { value: bone } = summarize(heights.bones);
    const { value: card, least, low, high } = summarize(heights.cards);
    rows.push({
      name: `height of a card less that of its skeleton, ${device}`,
      unit: 'px',
      value: card - bone,
      least: least - bone,
      low: low - bone,
      high: high - bone,
      n: heights.cards.length,
    });
  }
  return rows;
}

export const measureRender = ({ reps, peers }: StepOptions): Promise<Row[]> => {
  const names: readonly PeerName[] = peers
    ? ['vanilla', 'preact', 'react', 'instantsearch']
    : ['vanilla'];
  return onStage(names, async (stage) => {
    const { api } = stage.server;
    await assertSameCards(
      stage,
      Object.fromEntries(
        ['foothold', ...names].map((name) => [
          name,
          stage.page(`${name}-same`, snippet({ api, script: `/${name}.js` })),
        ]),
      ),
    );
    return [
      ...(await pagesOf20(stage, reps, names)),
      ...(await memory(stage, Math.min(reps, 10))),
      ...(await skeletons(stage)),
      ...(await filterChanges(stage, Math.min(reps, 10))),
      ...(await elements(stage)),
    ];
  });
};
