/**
 * `npm run bench`: the benchmarks as one table, also in `bench/results.json` and in `docs/performance.md`.
 *
 * ```sh
 * npm run bench                                  # all steps but the million
 * npm run bench -- --only million --reps 50      # the API with a million listings
 * npm run bench -- --only load,render --peers    # some, against what else a school could use
 * npm run bench -- --reps 5                      # fewer samples of each; default 20
 * ```
 */
import { parseArgs } from 'node:util';
import { measureCrowd } from './crowd.ts';
import { browserVersion } from './lib/browser.ts';
import { writeDocuments } from './lib/documents.ts';
import { saveResults, type StepResults } from './lib/results.ts';
import type { Step } from './lib/rows.ts';
import { printTable } from './lib/table.ts';
import { measureApi, measureMillion } from './steps/api.ts';
import { measureLoad } from './steps/load.ts';
import { measureRender } from './steps/render.ts';
import { measureSearch } from './steps/search.ts';
import { measureSize } from './steps/size.ts';
import { measureType } from './steps/type.ts';

interface Listed {
  readonly run: Step;
  readonly usesBrowser?: true;
  /** Takes so long that it runs only when it is asked for. */
  readonly isLong?: true;
}

const steps: Readonly<Record<string, Listed>> = {
  size: { run: measureSize },
  load: { run: measureLoad, usesBrowser: true },
  render: { run: measureRender, usesBrowser: true },
  type: { run: measureType, usesBrowser: true },
  search: { run: measureSearch },
  api: { run: measureApi },
  crowd: { run: measureCrowd },
  million: { run: measureMillion, isLong: true },
};

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    reps: { type: 'string', default: '20' },
    peers: { type: 'boolean', default: false },
  },
});
const wanted = values.only?.split(',') ?? Object.keys(steps).filter((name) => !steps[name]?.isLong);
const unknown = wanted.filter((name) => !(name in steps));
const reps = Number(values.reps);
if (unknown.length > 0 || !Number.isInteger(reps) || reps < 1) {
  console.error(
    unknown.length > 0
      ? `No step ${unknown.join(', ')}. Steps: ${Object.keys(steps).join(', ')}.`
      : `--reps is a whole number from 1, not ${values.reps}.`,
  );
  process.exit(2);
}

const measured: Record<string, StepResults> = {};
for (const name of wanted) {
  const { run, usesBrowser } = steps[name]!;
  console.error(`── ${name}`);
  const rows = await run({ reps, peers: values.peers });
  measured[name] = {
    at: new Date().toISOString().slice(0, 10),
    ...(usesBrowser && { browser: await browserVersion() }),
    rows,
  };
}
console.log(printTable(Object.values(measured).flatMap(({ rows }) => rows)));
writeDocuments(saveResults(measured));
