/** `npm run bench`: the benchmarks as one table, also in `bench/results.json`. */
import { writeFileSync } from 'node:fs';
import { measureMapping } from './mapping.ts';
import { measureSizes } from './sizes.ts';

const results = { ...(await measureSizes()), ...(await measureMapping()) };

const width = Math.max(...Object.keys(results).map(({ length }) => length));
for (const [name, value] of Object.entries(results))
  console.log(`${name.padEnd(width)}  ${value.toFixed(2).padStart(12)}`);

const measured = { node: process.version, platform: process.platform, results };
writeFileSync(new URL('results.json', import.meta.url), `${JSON.stringify(measured, null, 2)}\n`);
