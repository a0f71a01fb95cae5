/** What a letter in the search box costs where the browser searches, and whether anything keeps it from answering. */
import { openings } from '../openings.ts';
import { COUNT, definition } from '../mapping.ts';
import {
  inFrames,
  settledMainThread,
  waitForCards,
  withSample,
  type Sample,
} from '../lib/browser.ts';
import { heapOf } from '../lib/heap.ts';
import type { Row, StepOptions } from '../lib/rows.ts';
import { onStage, type Stage } from '../lib/stage.ts';
import { interleaved, ratio, summarize } from '../lib/statistics.ts';
import { longestTask } from '../lib/tasks.ts';
import { emptyPage } from '../pages/host-page.ts';
import { bundleModule } from '../peers/build.ts';

const SIZES = [200, 1_000, 10_000, 100_000] as const;
/** Typed letter by letter; each is asked for by itself. */
const WORD = 'resea';
/** Longer than the pause after which a letter is asked for, in ms. */
const PAUSE = 350;
const PAGE = 20;

const inTask = (code: string) => `setTimeout(() => { ${code} })`;

async function focusSearch({ page }: Sample): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search projects' }).focus();
}

interface Typed {
  /** Milliseconds of the main thread for one letter, drawing included. */
  readonly letter: number;
  /** The longest task while typing, and while the listings were taken in, in ms. */
  readonly longest: number;
  readonly indexing: number;
}

async function typed({ browser }: Stage, url: string, size: number): Promise<Typed> {
  const open = async (run: (sample: Sample) => Promise<Typed>) =>
    await withSample(browser, {}, async (sample) => {
      await sample.page.goto(url);
      await sample.page.evaluate(inTask(`prepareListings(${size}); prepared = true`));
      await sample.page.waitForFunction('window.prepared');
      await settledMainThread(sample);
      return await run(sample);
    });
  const draw = async ({ page }: Sample) => {
    await page.evaluate(inTask('drawFeed()'));
    await waitForCards(page, PAGE);
  };
  return await open(async (sample) => {
    const { page } = sample;
    const indexing = await longestTask(browser, page, async () => {
      await draw(sample);
      await settledMainThread(sample);
    });
    await focusSearch(sample);
    const before = await settledMainThread(sample);
    for (const letter of WORD.slice(0, -1)) {
      await page.keyboard.press(letter);
      await page.waitForTimeout(PAUSE);
      await settledMainThread(sample);
    }
    const letter = ((await settledMainThread(sample)) - before) / (WORD.length - 1);
    const longest = await longestTask(browser, page, async () => {
      await page.keyboard.press(WORD.at(-1)!);
      await page.waitForTimeout(PAUSE);
      await settledMainThread(sample);
    });
    const [status] = await inFrames<string>(page, `deep('[role=status]')[0].textContent`);
    if (!/\d/.test(status ?? '')) throw new Error(`Typing found nothing: ${status ?? ''}`);
    return { letter, longest, indexing };
  });
}

interface Mapped {
  /** The longest task while a JSON API's 10,000 listings are fetched, mapped, drawn and made ready to be searched. */
  readonly longest: number;
  /** `JSON.parse` of the same text, which is one task. */
  readonly parsing: number;
  /** Milliseconds of all tasks. */
  readonly all: number;
  /** Bytes of JavaScript objects that are kept for a listing, its part of what is drawn among them. */
  readonly kept: number;
}

async function mapped({ browser, server, page }: Stage): Promise<Mapped> {
  server.put(
    '/openings',
    'application/json',
    JSON.stringify({ data: { openings: openings(COUNT) } }),
  );
  const url = page('client-file', {
    feed: `${emptyPage.feed}<script src="/client-mode.js"></script>`,
  });
  const open = <Result>(run: (sample: Sample) => Promise<Result>) =>
    withSample(browser, {}, async (sample) => {
      await sample.page.goto(url);
      return await run(sample);
    });
  const parsing = await open(async ({ page: blank }) => {
    await blank.evaluate(`fetch('/openings').then(async (reply) => { text = await reply.text() })`);
    return await longestTask(browser, blank, async () => {
      await blank.evaluate(`new Promise((resolve) => ${inTask('resolve(!JSON.parse(text))')})`);
    });
  });
  return await open(async (sample) => {
    const heap = await heapOf(sample.cdp);
    const before = await settledMainThread(sample);
    const longest = await longestTask(browser, sample.page, async () => {
      await sample.page.evaluate(
        inTask(`drawFile(${JSON.stringify(server.site)}, ${JSON.stringify(rest)})`),
      );
      await waitForCards(sample.page, PAGE);
      await settledMainThread(sample);
    });
    const all = (await settledMainThread(sample)) - before;
    return { longest, parsing, all, kept: ((await heapOf(sample.cdp)) - heap) / COUNT };
  });
}

const { url: _url, ...rest } = definition;

export const measureType = ({ reps }: StepOptions): Promise<Row[]> =>
  onStage([], async (stage) => {
    const { server, page } = stage;
    server.put(
      '/client-mode.js',
      'text/javascript',
      await bundleModule({ file: 'pages/client-mode.ts' }),
    );
    const url = page('client-mode', {
      feed: `${emptyPage.feed}<script src="/client-mode.js"></script>`,
    });
    const few = Math.min(reps, 7);
    const samples = await interleaved(SIZES.map(String), few, (size) =>
      typed(stage, url, Number(size)),
    );
    const pick = (size: number, key: keyof Typed) => samples[size]!.map((each) => each[key]);
    const rows: Row[] = [
      {
        name: 'a letter at 10,000 ÷ at 200',
        unit: '×',
        ...ratio(pick(10_000, 'letter'), pick(200, 'letter')),
        limit: 1.5,
      },
    ];
    for (const size of SIZES) {
      const of = `${size.toLocaleString('en-US')} listings`;
      rows.push(
        { name: `a letter, ${of}`, unit: 'ms', ...summarize(pick(size, 'letter')) },
        {
          name: `longest task for a letter, ${of}`,
          unit: 'ms',
          ...summarize(pick(size, 'longest')),
        },
        {
          name: `longest task when they come, ${of}`,
          unit: 'ms',
          ...summarize(pick(size, 'indexing')),
          ...(size <= 10_000 && { limit: 50 }),
        },
      );
    }
    const files: Mapped[] = [];
    for (let round = 0; round < few; round++) files.push(await mapped(stage));
    const of = 'while 10,000 of a JSON API are mapped';
    rows.push(
      {
        name: `longest task ${of}`,
        unit: 'ms',
        ...summarize(files.map(({ longest }) => longest)),
        limit: 50,
      },
      {
        name: 'JSON.parse of their text alone, which is one task',
        unit: 'ms',
        ...summarize(files.map(({ parsing }) => parsing)),
      },
      { name: `main thread ${of}`, unit: 'ms', ...summarize(files.map(({ all }) => all)) },
      {
        name: 'kept for each of them, of 1.06 kB JSON',
        unit: 'kB',
        ...summarize(files.map(({ kept }) => kept / 1000)),
      },
    );
    return rows;
  });
