import { html, nothing, type TemplateResult } from 'lit';

/** Half of the gap that marks the minimum, in hundredths of the width. */
const GAP = 0.4;

/**
 * A thin bar that fills up to the limit, with a gap at the minimum. Drawn by attributes, since a page's
 * policy may forbid inline styles; the words beside it say the same.
 */
export function wordMeter(n: number, min: number, max: number): TemplateResult | typeof nothing {
  const full = max || min;
  if (!full) return nothing;
  const at = Math.min(n / full, 1) * 100;
  const mark = min < full ? (min / full) * 100 : 101;
  const bar = (from: number, to: number) => `M${from} 0H${Math.max(from, to)}V1H${from}z`;
  const cut = (end: number) => bar(0, Math.min(end, mark - GAP)) + bar(mark + GAP, end);
  return html`<svg
    class="meter ${n > full && max ? 'over' : ''}"
    viewBox="0 0 100 1"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    <path d=${cut(100)}></path>
    <path d=${cut(at)}></path>
  </svg>`;
}
