/** `bench/results.json`: what was measured last, step by step. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Row } from './rows.ts';

const FILE = new URL('../results.json', import.meta.url);

export interface StepResults {
  /** The day, `YYYY-MM-DD`. */
  readonly at: string;
  /** With what, `Chromium 156.0`; absent of what needs no browser. */
  readonly browser?: string;
  readonly rows: readonly Row[];
}

export interface Results {
  readonly node: string;
  readonly platform: string;
  readonly machine: string;
  /** Every figure by its name. */
  readonly results: Readonly<Record<string, number>>;
  readonly steps: Readonly<Record<string, StepResults>>;
}

const machine = (): string => `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`;

export function readResults(): Partial<Results> {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Partial<Results>) : {};
}

/** Figures as they are worth keeping. */
const short = (value: number): number => Number(value.toPrecision(4));

/** @throws for what is no number, as where a clock was too coarse */
function shortened(row: Row): Row {
  const odd = Object.values(row).some((each) => typeof each === 'number' && !Number.isFinite(each));
  if (odd) throw new RangeError(`"${row.name}" was not measured: it comes to ${row.value}.`);
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      typeof value === 'number' ? short(value) : (value as unknown),
    ]),
  ) as unknown as Row;
}

/** Puts what was measured now in place of what was measured of the same steps before. */
export function saveResults(measured: Readonly<Record<string, StepResults>>): Results {
  const steps = { ...readResults().steps };
  for (const [name, { rows, ...step }] of Object.entries(measured))
    steps[name] = { ...step, rows: rows.map(shortened) };
  const results: Results = {
    node: process.version,
    platform: process.platform,
    machine: machine(),
    results: Object.fromEntries(
      Object.values(steps).flatMap(({ rows }) => rows.map(({ name, value }) => [name, value])),
    ),
    steps,
  };
  writeFileSync(FILE, `${JSON.stringify(results, null, 2)}\n`);
  return results;
}
