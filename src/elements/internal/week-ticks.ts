import { html, nothing, type TemplateResult } from 'lit';
import type { Range } from '../../domain/project.ts';

/** More squares than this would have to be counted. */
const MOST = 4;
/** From one square to the next, and its size. */
const STEP = 11;
const SIZE = 8;

const squares = (from: number, to: number, shape: string): string =>
  Array.from(
    { length: to - from },
    (_, index) => `M${(from + index) * STEP + 0.5} .5${shape}`,
  ).join('');

/**
 * Four small squares: filled ones are weeks, half a one is the open end of a range. The words beside
 * them say the same; above four weeks they stand alone.
 */
export function weekTicks(weeks: Range | undefined): TemplateResult | typeof nothing {
  const { min = 0, max = min } = weeks ?? {};
  if (!weeks || max > MOST) return nothing;
  const filled = squares(0, min, `h${SIZE}v${SIZE}h-${SIZE}z`);
  const half = squares(min, max, `v${SIZE}h${SIZE}z`);
  return html`<svg class="ticks" viewBox="0 0 ${MOST * STEP - 2} 9" aria-hidden="true">
    <path d=${squares(0, MOST, `h${SIZE}v${SIZE}h-${SIZE}z`)}></path>
    <path class="ticks__filled" d=${filled + half}></path>
  </svg>`;
}
