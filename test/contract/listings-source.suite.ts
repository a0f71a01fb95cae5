/**
 * What every source of listings has to do. A test file gives it a source and a name for it; of a source
 * whose API knows or does less than the native one, also in what.
 */
import type { Limits } from './limits.ts';
import { applications } from './sections/applications.ts';
import { counts } from './sections/counts.ts';
import { details } from './sections/details.ts';
import { emptiness } from './sections/emptiness.ts';
import { failures } from './sections/failures.ts';
import { lists } from './sections/lists.ts';
import { pages } from './sections/pages.ts';
import { refusals } from './sections/refusals.ts';
import { reports } from './sections/reports.ts';
import { Trial, type MakeSource } from './trial.ts';

export type { Limits } from './limits.ts';
export type { MakeSource, Subject } from './trial.ts';

/** All of them ask the same source, one after the other. */
const overProjects = [lists, counts, pages, details, applications, reports, refusals];

/**
 * Without `limits` a source is held to what is written down in the sections. With them it is held to what
 * a `MemorySource`, which is held to that, makes of what its API knows; what makes no sense for it is not
 * asked.
 */
export function listingsSourceSuite(name: string, makeSource: MakeSource, limits?: Limits): void {
  describe(`${name} as a source of listings`, () => {
    const trial = new Trial(makeSource, limits);

    describe('over some projects', () => {
      before(async function () {
        if (!(await trial.begin(trial.oracle.held))) this.skip();
      });
      after(() => trial.end());
      for (const section of overProjects) section(trial);
    });
    emptiness(trial);
    failures(trial);
  });
}
