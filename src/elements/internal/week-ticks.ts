import { html, nothing, type TemplateResult } from 'lit';
import type { Range } from '../../domain/project.ts';

/** More squares than this would have to be counted. */
const MOST = 4;

const squares = (from: number, to: number, shape: string): string =>
  [0.5, 11.5, 22.5, 33.5]
    .slice(from, to)
    .map((x) => `M${x} .5${shape}`)
    .join('');

const FULL = 'h8v8h-8z';
const HALF = 'v8h8z';

/**
 * Four small squares: filled ones are weeks, half a one is the open end of a range. The words beside
 * them say the same; above four weeks they stand alone.
 */
export function weekTicks(weeks: Range | undefined): TemplateResult | typeof nothing {
  const { min = 0, max = min } = weeks ?? {};
  if (!weeks || max > MOST) return nothing;
  return html`<svg class="ticks" viewBox="0 0 42 9" aria-hidden="true">
    <path d=${squares(0, MOST, FULL)}></path>
    <path class="ticks__filled" d=${squares(0, min, FULL) + squares(min, max, HALF)}></path>
  </svg>`;
}
