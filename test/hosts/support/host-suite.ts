/** The contract of a source, over HTTP on the real server of an API. */
import { expect } from 'chai';
import type { Project } from '../../../src/domain/project.ts';
import { outage } from '../../contract/outage.ts';
import { presetSuite, type PresetSuite } from '../../presets/support/preset-suite.ts';
import { NotHere } from './installed.ts';

/** A server of somebody else's. */
export interface Host {
  readonly name: string;
  /** Address of its list. */
  readonly list: string;
  /** Installs and starts it. Throws `NotHere` where that cannot be. */
  readonly start: () => Promise<unknown>;
  /** Makes it hold exactly these projects, in its own way. */
  readonly fill: (projects: readonly Project[]) => Promise<unknown>;
  readonly stop: () => Promise<unknown>;
}

/** How long it may take to install a host and start it, in milliseconds. */
const PATIENCE = 20 * 60_000;

/** Tests on a host; where it cannot be had they are skipped, with a word about why. */
export function onHost({ name, list, start, stop }: Host, tests: () => void): void {
  describe(name, function () {
    this.timeout(60_000);
    before(async function () {
      this.timeout(PATIENCE);
      try {
        await start();
      } catch (error) {
        if (!(error instanceof NotHere)) throw error;
        console.warn(`    Skipped: ${error.message}`);
        this.skip();
      }
    });
    after(stop);

    it('lets pages of another host read it', async () => {
      const headers = { Origin: 'https://www.example.edu' };
      const allowed = (await fetch(list, { headers })).headers.get('Access-Control-Allow-Origin');
      expect(['*', headers.Origin]).to.include(allowed);
    });

    tests();
  });
}

/** The contract through a preset, or through a definition alone. */
export const hostSuite = (host: Host, suite: Omit<PresetSuite, 'api'>): void =>
  presetSuite({
    ...suite,
    api: async (projects) => {
      await host.fill(projects);
      const { around, fail, heal } = outage();
      return { fetch: around(fetch), fail, heal };
    },
  });
