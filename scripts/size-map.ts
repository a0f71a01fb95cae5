/**
 * `npm run size:map`: what `foothold.js` is made of, as a picture and a table in `docs/size.md`.
 * Written when the figures are wanted anew, as they change with every commit.
 */
import { writeFileSync } from 'node:fs';
import { code, table } from './lib/markdown.ts';
import { type Group, measureSizeMap, type Part, type SizeMap } from './lib/size-map.ts';
import { type Box, squarify } from './lib/treemap.ts';

const WIDTH = 960;
const HEIGHT = 640;
const HEADING = 20;
const GAP = 2;
/** Pixels that a character takes at most, at 11 px. */
const CHARACTER = 6.4;

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);

const escape = (text: string): string =>
  text.replace(/[<>&"]/g, (character) => `&#${String(character.charCodeAt(0))};`);

const shortName = (path: string): string =>
  path.replace(/^.*\//, '').replace(/\.(ts|js)$/, '') || 'wrapping';

const attributes = ({ x, y, width, height }: Box): string =>
  Object.entries({ x, y, width, height })
    .map(([name, value]) => `${name}="${value.toFixed(1)}"`)
    .join(' ');

/** As much as fits; nothing where that is no word. */
function label(text: string, { x, y, width, height }: Box, kind: string): string {
  const fits = Math.floor((width - 8) / CHARACTER);
  if (height < 15 || fits < Math.min(4, text.length)) return '';
  const shown = text.length > fits ? `${text.slice(0, fits - 1)}…` : text;
  return `<text class="${kind}" x="${(x + 4).toFixed(1)}" y="${(y + 13).toFixed(1)}">${escape(shown)}</text>`;
}

const inset = ({ x, y, width, height }: Box): Box => ({
  x: x + GAP / 2,
  y: y + GAP / 2,
  width: Math.max(width - GAP, 0),
  height: Math.max(height - GAP, 0),
});

function drawModule({ name, gzip, minified }: Part, box: Box): string {
  const inner = inset(box);
  const title = `${name || 'wrapping'}: ${kilobytes(gzip)} kB gzip, ${kilobytes(minified)} kB minified`;
  return `<g><title>${escape(title)}</title><rect class="module" ${attributes(inner)}/>${label(shortName(name), inner, 'name')}</g>`;
}

function drawGroup({ name, gzip, modules }: Group, box: Box, hue: number): string {
  const outer = inset(box);
  const inner = { ...outer, y: outer.y + HEADING, height: outer.height - HEADING };
  const seen = modules.filter((module) => module.gzip > 0);
  const boxes = squarify(
    seen.map((module) => module.gzip),
    inner,
  );
  const drawn = seen.map((module, index) => drawModule(module, boxes[index]!));
  return `<g><rect ${attributes(outer)} fill="hsl(${String(hue)} 45% 27%)"/>${label(`${kilobytes(gzip)} ${name}`, outer, 'group')}
${drawn.join('\n')}</g>`;
}

/** Dark areas with light words, which stand out from a light page and from a dark one. */
function draw({ gzip, groups }: SizeMap): string {
  const boxes = squarify(
    groups.map((group) => group.gzip),
    { x: 0, y: 0, width: WIDTH, height: HEIGHT },
  );
  const drawn = groups.map((group, index) =>
    drawGroup(group, boxes[index]!, Math.round((360 * index) / groups.length)),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(WIDTH)} ${String(HEIGHT)}" role="img" aria-label="What foothold.js is made of: ${kilobytes(gzip)} kB gzip">
<style>text{font:11px system-ui,sans-serif;fill:#fff}.group{font-weight:700}.module{fill:#fff;fill-opacity:.09}</style>
${drawn.join('\n')}
</svg>
`;
}

function describe({ minified, gzip, groups, subsets }: SizeMap): string {
  const share = (bytes: number) => `${String(Math.round((100 * bytes) / gzip))} %`;
  const figures = (part: Part) => [kilobytes(part.minified), kilobytes(part.gzip)];
  const shared = gzip - groups.reduce((total, group) => total + group.gzip, 0);
  const heavy = groups
    .flatMap((group) => group.modules)
    .sort((a, b) => b.gzip - a.gzip)
    .slice(0, 25);
  return `# What foothold.js is made of

Written by \`npm run size:map\`, from the source map of the script itself: ${kilobytes(gzip)} kB gzip, ${kilobytes(minified)} kB minified. How it became as small as it is, and what was not done: [0021](decisions/0021-small-scripts.md).

![The parts of foothold.js, each as large as its share](images/size.svg)

gzip is what the whole file loses without the part. What several parts share counts for none of them, which is why they add up to less than the whole.

${table(
  ['part', 'minified, kB', 'gzip, kB', 'share'],
  [
    ...groups.map((group) => [group.name, ...figures(group), share(group.gzip)]),
    ['what several share', '', kilobytes(shared), share(shared)],
    ['**all**', kilobytes(minified), kilobytes(gzip), '100 %'],
  ],
)}
A script of fewer elements would weigh

${table(
  ['script with', 'minified, kB', 'gzip, kB'],
  [
    ...subsets.map((part) => [part.name, ...figures(part)]),
    ['all', ...figures({ name: '', minified, gzip })],
  ],
)}
The heaviest modules:

${table(
  ['module', 'minified, kB', 'gzip, kB'],
  heavy.map((module) => [code(module.name), ...figures(module)]),
)}`;
}

const sizes = await measureSizeMap();
writeFileSync('docs/images/size.svg', draw(sizes));
writeFileSync('docs/size.md', describe(sizes));
console.log(`docs/size.md: foothold.js is ${kilobytes(sizes.gzip)} kB gzip.`);
