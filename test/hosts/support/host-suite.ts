/** The contract of a source, over HTTP on the real server of an API. */
import { expect } from 'chai';
import type { Project } from '../../../src/domain/project.ts';
import type { FacetName } from '../../../src/source/listings-source.ts';
import { openSource } from '../../../src/source/mapping/open-source.ts';
import { contractProjects } from '../../contract/contract-projects.ts';
import { Oracle } from '../../contract/oracle.ts';
import { outage } from '../../contract/outage.ts';
import { presetSuite, type PresetSuite } from '../../presets/support/preset-suite.ts';
import { NotHere } from './installed.ts';

/** A server of somebody else's. */
export interface Host {
  readonly name: string;
  /** Address of its list. */
  readonly list: string;
  /** Where its list says how many there are in all, if not in its body. */
  readonly totalHeader?: string;
  /** Installs and starts it. Throws `NotHere` where that cannot be. */
  readonly start: () => Promise<unknown>;
  /** Makes it hold exactly these projects, in its own way. */
  readonly fill: (projects: readonly Project[]) => Promise<unknown>;
  readonly stop: () => Promise<unknown>;
}

/** How long it may take to install a host and start it, in milliseconds. */
const PATIENCE = 20 * 60_000;

/** Tests on a host; where it cannot be had they are skipped, with a word about why. */
export function onHost({ name, list, totalHeader, start, stop }: Host, tests: () => void): void {
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
      const Origin = 'https://www.example.edu';
      const { headers } = await fetch(list, { headers: { Origin } });
      expect(['*', Origin]).to.include(headers.get('Access-Control-Allow-Origin'));
      if (!totalHeader) return;
      const exposed = headers.get('Access-Control-Expose-Headers')?.toLowerCase().split(/,\s*/);
      expect(exposed).to.include(totalHeader.toLowerCase());
    });

    tests();
  });
}

export interface HostSuite extends Omit<PresetSuite, 'api'> {
  /** What there is to choose from over the contract's projects, as people read it. */
  readonly choices: { readonly [Name in FacetName]?: readonly string[] };
}

/** The contract through a preset, or through a definition alone, and the choices of its filters. */
export function hostSuite(host: Host, { choices, ...suite }: HostSuite): void {
  const { preset, config, url, limits, name = `The preset ${preset}` } = suite;
  presetSuite({
    ...suite,
    api: async (projects) => {
      await host.fill(projects);
      const { around, fail, heal } = outage();
      return { fetch: around(fetch), fail, heal };
    },
  });

  it(`${name} gives the choices of filters`, async () => {
    const now = Date.now();
    await host.fill(new Oracle(contractProjects(now), limits, now).held);
    const source = openSource({ url, ...(preset && { preset }), ...config });
    const { facets } = await source.list({}, { limit: 1 });
    const given = Object.entries(facets).map(([facet, values]) => [
      facet,
      values.map(({ label, value }) => label ?? value).sort(),
    ]);
    expect(Object.fromEntries(given)).to.deep.include(choices);
  });
}
