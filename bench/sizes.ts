/** What the scripts weigh, and what of `foothold-any.js` is mapping and what are presets. Gzip, in kB. */
import { readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build, type Plugin, type Rolldown } from 'vite';
import { configFor } from '../vite.config.ts';

const PRESETS = '/src/source/mapping/presets/';

/** The same script, with these presets left empty. */
const withoutPresets = (isLeftOut: (name: string) => boolean): Plugin => ({
  name: 'bench:without-presets',
  enforce: 'pre',
  load: (id) => (id.includes(PRESETS) && id.endsWith('.json') && isLeftOut(id) ? '{}' : null),
});

async function weigh(script: string, isLeftOut: (name: string) => boolean = () => false) {
  const config = configFor(script, 'dist/bench', [withoutPresets(isLeftOut)]);
  const { output } = (await build({
    ...config,
    logLevel: 'silent',
    build: { ...config.build, write: false },
  })) as Rolldown.RolldownOutput;
  return gzipSync(output[0].code, { level: 9 }).byteLength / 1000;
}

/** Kilobytes by what they are of. */
export async function measureSizes(): Promise<Readonly<Record<string, number>>> {
  const native = await weigh('foothold');
  const engine = await weigh('foothold-any', () => true);
  const whole = await weigh('foothold-any');
  const count = readdirSync(new URL(`..${PRESETS}`, import.meta.url)).filter((name) =>
    name.endsWith('.json'),
  ).length;
  return {
    'foothold.js, kB': native,
    'foothold-any.js, kB': whole,
    'mapping, formats, client mode, merge and applying, kB': engine - native,
    [`presets (${count}), kB`]: whole - engine,
    'a preset, kB': (whole - engine) / count,
  };
}
