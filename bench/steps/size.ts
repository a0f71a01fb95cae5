/** What the scripts weigh, compressed. */
import type { Row, StepOptions } from '../lib/rows.ts';
import { ALL_PEERS } from '../lib/stage.ts';
import { bundlePeer, gzipSize, installPeers } from '../peers/build.ts';
import { measureSizes } from '../sizes.ts';

/** What `foothold.js` may weigh, and what it should. */
const BUDGET = { limit: 24, goal: 20 };

export async function measureSize({ peers }: StepOptions): Promise<Row[]> {
  const rows: Row[] = Object.entries(await measureSizes()).map(([name, value]) => ({
    name,
    unit: 'kB',
    value,
    ...(name.startsWith('foothold.js') && BUDGET),
  }));
  if (!peers) return rows;
  installPeers();
  for (const name of ALL_PEERS)
    rows.push({
      name: `a feed alone: ${name}, kB`,
      unit: 'kB',
      value: gzipSize(await bundlePeer(name)),
    });
  return rows;
}
