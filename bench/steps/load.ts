/**
 * How long it takes until the first listing is painted, on DevTools' "Slow 4G" and a processor at a quarter
 * of its speed; what the page computes meanwhile; and how far what stands on it is moved.
 */
import {
  DESKTOP,
  inFrames,
  PHONE,
  settledMainThread,
  waitForCards,
  withSample,
} from '../lib/browser.ts';
import type { Row, StepOptions } from '../lib/rows.ts';
import { assertSameCards } from '../lib/same-cards.ts';
import { ALL_PEERS, onStage, type Stage } from '../lib/stage.ts';
import { interleaved, ratio, summarize } from '../lib/statistics.ts';
import { bareTag, snippet } from '../pages/host-page.ts';

/** Runs in every frame before anything else: says when the first card was painted, and sums up shift. */
const probe = `(() => {
  window.shift = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) window.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  const has = (root) =>
    root.querySelector('article') ||
    [...root.querySelectorAll('foothold-board, foothold-listing-feed')].some(
      ({ shadowRoot }) => shadowRoot && has(shadowRoot),
    );
  const look = () => {
    if (!has(document)) return requestAnimationFrame(look);
    // What is there when a frame begins is painted at its end; a task after that is after the paint.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      window.firstCard = performance.timeOrigin + performance.now();
    };
    port2.postMessage(undefined);
  };
  requestAnimationFrame(look);
})()`;

interface Loaded {
  /** Milliseconds from the start of navigation. */
  readonly first: number;
  readonly shift: number;
  readonly requests: number;
  /** Bytes on the wire, without headers. */
  readonly bytes: number;
}

async function load({ browser, server }: Stage, url: string, viewport = DESKTOP): Promise<Loaded> {
  return await withSample(browser, { viewport, isThrottled: true }, async ({ page }) => {
    await page.addInitScript(probe);
    server.log.length = 0;
    await page.goto(url);
    await waitForCards(page, 20, 60_000);
    // Whatever else moves has done so by then: the slowest that is still asked for is a logo.
    await page.waitForTimeout(700);
    const [start = NaN] = await inFrames<number>(page, 'performance.timeOrigin');
    const painted = await inFrames<number | undefined>(page, 'window.firstCard');
    const [shift = NaN] = await inFrames<number>(page, 'window.shift');
    const asked = server.log.slice();
    return {
      first: Math.min(...painted.filter((each) => each !== undefined)) - start,
      shift,
      requests: asked.length,
      bytes: asked.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  });
}

/** Milliseconds of the main thread for a whole page, unthrottled. */
const computed = ({ browser }: Stage, url: string, cards: number): Promise<number> =>
  withSample(browser, {}, async (sample) => {
    await sample.page.goto(url);
    await waitForCards(sample.page, cards);
    return await settledMainThread(sample);
  });

const BOARD = 'Foothold, recommended snippet';
const PLAIN = 'Foothold, without the preload line';
const LIMIT = 'vanilla DOM, script and API in parallel';
const peerNames = {
  preact: 'Preact',
  react: 'React + TanStack Query',
  instantsearch: 'InstantSearch.js',
  iframe: 'script → iframe → React app',
} as const;

/** What the first listing may take, as parts of what others take: the limit and the goal. */
const against: readonly (readonly [of: string, to: string, limit: number, goal: number])[] = [
  [BOARD, LIMIT, 1.2, 1.1],
  [PLAIN, LIMIT, 1.5, 1.4],
  [BOARD, peerNames.instantsearch, 0.66, 0.6],
  [BOARD, peerNames.iframe, 0.46, 0.42],
];

function pagesOf({ page, server: { api } }: Stage, peers: boolean): Record<string, string> {
  const put = (name: string, preload: boolean, file = name) =>
    page(
      `${name}-load`,
      // Only our snippet reserves height; the others are pasted as they are.
      snippet({
        api,
        script: `/${file}.js`,
        preload,
        ...(file !== 'foothold' && { reserved: '' }),
      }),
    );
  return {
    [BOARD]: put('foothold', true),
    [PLAIN]: put('foothold-plain', false, 'foothold'),
    [LIMIT]: put('vanilla', true),
    ...(peers &&
      Object.fromEntries(
        Object.entries(peerNames).map(([name, words]) => [words, put(name, false)]),
      )),
  };
}

async function timesOf(stage: Stage, pages: Record<string, string>, reps: number): Promise<Row[]> {
  const samples = await interleaved(Object.keys(pages), reps, (name) => load(stage, pages[name]!));
  const firsts = (name: string) => samples[name]!.map(({ first }) => first);
  const rows: Row[] = [];
  for (const [of, to, limit, goal] of against)
    if (to in samples)
      rows.push({
        name: `first listing: ${of} ÷ ${to}`,
        unit: '×',
        limit,
        goal,
        ...ratio(firsts(of), firsts(to)),
      });
  for (const name of Object.keys(samples))
    rows.push({
      name: `first listing ÷ limit: ${name}`,
      unit: '×',
      ...ratio(firsts(name), firsts(LIMIT)),
    });
  for (const [name, each] of Object.entries(samples)) {
    rows.push({ name: `first listing: ${name}`, unit: 'ms', ...summarize(firsts(name)) });
    rows.push({
      name: `layout shift: ${name}`,
      unit: 'shift',
      ...summarize(each.map(({ shift }) => shift)),
    });
  }
  const [board] = samples[BOARD]!;
  rows.push(
    {
      name: 'requests with the recommended snippet: page, script, list',
      unit: '',
      value: board!.requests,
      limit: 3,
    },
    { name: 'bytes with the recommended snippet, brotli', unit: 'kB', value: board!.bytes / 1000 },
  );
  return rows;
}

async function computedOf(
  stage: Stage,
  pages: Record<string, string>,
  reps: number,
): Promise<Row[]> {
  const EMPTY = 'empty';
  const all: Record<string, string> = { ...pages, [EMPTY]: `${stage.server.site}/empty.html` };
  const samples = await interleaved(Object.keys(all), reps, (name) =>
    computed(stage, all[name]!, name === EMPTY ? 0 : 20),
  );
  const { value: nothing } = summarize(samples[EMPTY]!);
  const own = (name: string) => samples[name]!.map((each) => each - nothing);
  return Object.keys(pages).flatMap((name): Row[] => [
    {
      name: `main thread of a load ÷ vanilla: ${name}`,
      unit: '×',
      ...ratio(own(name), own(LIMIT)),
    },
    { name: `main thread of a load: ${name}`, unit: 'ms', ...summarize(own(name)) },
  ]);
}

async function shiftsOf(stage: Stage, reps: number): Promise<Row[]> {
  const { page, server } = stage;
  const script = '/foothold.js';
  const pages: Record<string, string> = {
    'canonical snippet': page(
      'shift-canonical',
      snippet({ api: server.api, script, preload: true }),
    ),
    'bare tag, nothing reserved': page('shift-bare', bareTag(server.api, script)),
  };
  const viewports = { phone: PHONE, desktop: DESKTOP };
  const rows: Row[] = [];
  for (const [device, viewport] of Object.entries(viewports)) {
    const samples = await interleaved(Object.keys(pages), reps, (name) =>
      load(stage, pages[name]!, viewport),
    );
    for (const [name, each] of Object.entries(samples)) {
      const shifts = each.map(({ shift }) => shift);
      const worst = { ...summarize(shifts), value: Math.max(...shifts) };
      rows.push({
        name: `layout shift at worst, ${device}: ${name}`,
        unit: 'shift',
        ...worst,
        ...(name === 'canonical snippet' && { limit: 0 }),
      });
    }
  }
  return rows;
}

/** Figures of loading, for the board and, on demand, for what else a school could use. */
export const measureLoad = ({ reps, peers }: StepOptions): Promise<Row[]> =>
  onStage(peers ? ALL_PEERS : ['vanilla'], async (stage) => {
    const pages = pagesOf(stage, peers);
    await assertSameCards(stage, pages);
    return [
      ...(await timesOf(stage, pages, reps)),
      ...(await computedOf(stage, pages, reps)),
      ...(await shiftsOf(stage, reps)),
    ];
  });
