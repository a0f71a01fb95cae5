/** Plots for the documentation. Their colours can be read on a light page and on a dark one. */
import type { Row } from './rows.ts';

const TEXT = '#6e7781';
const OURS = '#2f81f7';
const OTHERS = '#8c959f';
const MISSED = '#cf5b3f';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const svg = (width: number, height: number, title: string, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escape(title)}" font-family="system-ui, sans-serif" font-size="13" fill="${TEXT}">
<title>${escape(title)}</title>
${body}
</svg>
`;

const round = (value: number): number => Math.round(value * 10) / 10;

export interface Bar {
  readonly label: string;
  readonly row: Row;
  readonly isOurs: boolean;
}

/** One bar each, from 0, with the middle half of the samples as a line across its end. */
export function bars(title: string, unit: string, all: readonly Bar[]): string {
  const width = 720;
  const left = 270;
  const step = 30;
  const most = Math.max(...all.map(({ row: { value, high = value } }) => Math.max(value, high)));
  const x = (value: number) => round(left + (value / most) * (width - left - 70));
  const body = all.map(({ label, row, isOurs }, index) => {
    const { value, low = value, high = value } = row;
    const y = 40 + index * step;
    return `<text x="${left - 10}" y="${y + 14}" text-anchor="end"${isOurs ? ' font-weight="600"' : ''}>${escape(label)}</text>
<rect x="${left}" y="${y}" width="${round(x(value) - left)}" height="20" fill="${isOurs ? OURS : OTHERS}"/>
<path d="M${x(low)} ${y + 10}H${x(high)}M${x(low)} ${y + 5}v10M${x(high)} ${y + 5}v10" stroke="${TEXT}" stroke-width="1.5"/>
<text x="${round(x(Math.max(value, high)) + 8)}" y="${y + 14}">${value.toFixed(2)}${unit}</text>`;
  });
  const caption = `<text x="${left}" y="22" font-weight="600">${escape(title)}</text>`;
  return svg(width, 40 + all.length * step + 10, title, [caption, ...body].join('\n'));
}

export interface Curve {
  readonly label: string;
  readonly isOurs: boolean;
  readonly points: readonly (readonly [size: number, ms: number])[];
}

/** Heights of labels that would stand on each other, moved apart. */
function labelHeights(wanted: readonly number[]): number[] {
  const heights = [...wanted];
  const fromTop = heights.map((_, index) => index).sort((a, b) => wanted[a]! - wanted[b]!);
  fromTop.forEach((index, place) => {
    const above = fromTop[place - 1];
    if (above !== undefined)
      heights[index] = round(Math.max(heights[index]!, heights[above]! + 15));
  });
  return heights;
}

/** Time over the number of listings, both in powers of ten. */
export function curves(
  title: string,
  all: readonly Curve[],
  line?: { at: number; label: string },
): string {
  const width = 720;
  const height = 380;
  const [left, right, top, bottom] = [80, 170, 50, 50];
  const xs = all.flatMap(({ points }) => points.map(([size]) => Math.log10(size)));
  const ys = all.flatMap(({ points }) => points.map(([, ms]) => Math.log10(ms)));
  const [x0, x1] = [Math.min(...xs), Math.max(...xs)];
  const [y0, y1] = [Math.floor(Math.min(...ys)), Math.ceil(Math.max(...ys))];
  const x = (size: number) =>
    round(left + ((Math.log10(size) - x0) / (x1 - x0)) * (width - left - right));
  const y = (ms: number) =>
    round(height - bottom - ((Math.log10(ms) - y0) / (y1 - y0)) * (height - top - bottom));
  const grid: string[] = [];
  for (let power = y0; power <= y1; power++) {
    const ms = 10 ** power;
    grid.push(
      `<path d="M${left} ${y(ms)}H${width - right}" stroke="${TEXT}" stroke-opacity=".3"/>`,
      `<text x="${left - 8}" y="${y(ms) + 4}" text-anchor="end">${ms.toLocaleString('en-US')} ms</text>`,
    );
  }
  for (const size of new Set(all.flatMap(({ points }) => points.map(([each]) => each))))
    grid.push(
      `<text x="${x(size)}" y="${height - bottom + 20}" text-anchor="middle">${size.toLocaleString('en-US')}</text>`,
    );
  if (line)
    grid.push(
      `<path d="M${left} ${y(line.at)}H${width - right}" stroke="${MISSED}" stroke-dasharray="4 4"/>`,
      `<text x="${left + 70}" y="${y(line.at) + 16}" fill="${MISSED}">${escape(line.label)}</text>`,
    );
  const ends = labelHeights(all.map(({ points }) => y(points.at(-1)![1]) + 4));
  const drawn = all.map(({ label, isOurs, points }, index) => {
    const colour = isOurs ? OURS : OTHERS;
    const [lastSize] = points.at(-1)!;
    return `<path d="M${points.map(([size, ms]) => `${x(size)} ${y(ms)}`).join('L')}" fill="none" stroke="${colour}" stroke-width="2"/>
${points.map(([size, ms]) => `<circle cx="${x(size)}" cy="${y(ms)}" r="3" fill="${colour}"/>`).join('')}
<text x="${x(lastSize) + 8}" y="${ends[index]!}"${isOurs ? ' font-weight="600"' : ''}>${escape(label)}</text>`;
  });
  const caption = `<text x="${left}" y="24" font-weight="600">${escape(title)}</text>
<text x="${(left + width - right) / 2}" y="${height - 8}" text-anchor="middle">listings</text>`;
  return svg(width, height, title, [caption, ...grid, ...drawn].join('\n'));
}
