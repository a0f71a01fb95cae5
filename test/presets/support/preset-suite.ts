/** What every preset has to do: the contract of a source, on a fake of the API that it is for. */
import { expect } from 'chai';
import type { Project } from '../../../src/domain/project.ts';
import type { Query } from '../../../src/domain/query.ts';
import type { ListingsSource } from '../../../src/source/listings-source.ts';
import type { SourceDefinition } from '../../../src/source/mapping/definition.ts';
import { openSource } from '../../../src/source/mapping/open-source.ts';
import { listingsSourceSuite, type Limits } from '../../contract/listings-source.suite.ts';
import type { FakeApi } from './fake-api.ts';

/** An API as it is reached. */
type Reached = Pick<FakeApi, 'fetch' | 'fail' | 'heal'>;

export interface PresetSuite {
  /** Name of the preset; without one the API is described by `config` alone. */
  readonly preset?: string;
  readonly url: string;
  /** The API, with these projects in its own words. It must not answer what the real one would refuse. */
  readonly api: (projects: readonly Project[]) => Reached | Promise<Reached>;
  /** What a school would add to the preset. */
  readonly config?: SourceDefinition;
  /** A query in the API's own words, as its facets give them: where a category is asked for by a number. */
  readonly asks?: (query: Query) => Query;
  /** In what the API falls short of the native one. */
  readonly limits: Limits;
  /** What the tests are called; default by the preset. */
  readonly name?: string;
}

/** The source, asked in the API's own words. */
const askedBy = (source: ListingsSource, asks: (query: Query) => Query): ListingsSource => ({
  list: (query, page, options) => source.list(asks(query), page, options),
  detail: (id, options) => source.detail(id, options),
});

/** Opens the source as a page would, but for time, which does not pass between two tries. */
export function presetSuite({ preset, url, api, config, limits, name, asks }: PresetSuite): void {
  const definition: SourceDefinition = { url, ...(preset && { preset }), ...config };
  const makeSource = async (projects: readonly Project[]) => {
    const { fetch, fail, heal } = await api(projects);
    const warnings: string[] = [];
    let isToFail = false;
    const source = openSource(definition, {
      fetch,
      clock: { sleep: () => Promise.resolve() },
      warn: (message: string) => warnings.push(message),
    });
    return {
      source: asks ? askedBy(source, asks) : source,
      heal,
      fail: (how: Parameters<typeof fail>[0]) => {
        isToFail = true;
        fail(how);
      },
      close: () => {
        if (!isToFail) expect(warnings, 'warnings for the developer').to.deep.equal([]);
      },
    };
  };
  listingsSourceSuite(name ?? `The preset ${preset}`, makeSource, limits);
}
