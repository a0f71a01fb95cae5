/** What a step of the benchmarks hands back. */
import type { Summary } from './statistics.ts';

export interface Row extends Partial<Omit<Summary, 'value'>> {
  /** What was measured, of whom. */
  readonly name: string;
  readonly value: number;
  /** `×` of a quotient; `kB` is 1,000 bytes; `shift` is a layout shift score; none is a count. */
  readonly unit: '×' | '%' | 'kB' | 'MB' | 'ms' | 'px' | 'shift' | '';
  /** What it may be at most. */
  readonly limit?: number;
  /** What it should be at most. */
  readonly goal?: number;
}

export interface StepOptions {
  /** Samples of each. */
  readonly reps: number;
  /** Also measures what a school could use instead. */
  readonly peers: boolean;
}

export type Step = (options: StepOptions) => Promise<readonly Row[]>;

export const isMet = ({ value, limit }: Row): boolean | undefined =>
  limit === undefined ? undefined : value <= limit;

/** A figure as it is read: three digits that count. */
export function figure({ unit }: Pick<Row, 'unit'>, value: number): string {
  const digits = value !== 0 && Math.abs(value) < 0.1 ? 3 : value < 100 ? 2 : 0;
  const text = value.toLocaleString('en-US', { maximumFractionDigits: digits });
  return unit === '' || unit === 'shift' ? text : `${text} ${unit}`;
}
