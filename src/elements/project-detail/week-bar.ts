import { html, type TemplateResult } from 'lit';
import type { Range } from '../../domain/project.ts';

/** A month is the usual measure; longer projects get as many weeks as they have, up to this. */
const FEWEST = 4;
const MOST = 12;

/**
 * The weeks of a project as a bar: full where it certainly lasts, hatched where it may, outlined for
 * the rest of a month. Decorative: its words stand beside it. Undefined where it would be too fine to read.
 */
export function weekBar({ min = 0, max = min }: Range): TemplateResult | undefined {
  if (max > MOST) return undefined;
  const weeks: string[] = [];
  for (let week = 0; week < Math.max(FEWEST, max); week++) {
    weeks.push(week < min ? 'full' : week < max ? 'open' : '');
  }
  return html`<div class="weeks" aria-hidden="true">
    ${weeks.map((kind) => html`<span class=${kind}></span>`)}
  </div>`;
}
