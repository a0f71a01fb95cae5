/** A definition on answers that are written out, for what only one API does. */
import type { Project } from '../../../src/domain/project.ts';
import type { ListingsSource } from '../../../src/source/listings-source.ts';
import type { SourceDefinition } from '../../../src/source/mapping/definition.ts';
import { openSource } from '../../../src/source/mapping/open-source.ts';

export interface Opened {
  readonly source: ListingsSource;
  /** What the developer was told. */
  readonly warnings: readonly string[];
  readonly requests: readonly Request[];
  /** Everything that it lists, by id. */
  readonly all: () => Promise<ReadonlyMap<string, Project>>;
}

/**
 * Opens a source.
 * @param respond what the API answers; what is no response is sent as JSON
 */
export function openOn(
  definition: SourceDefinition,
  respond: (url: URL) => unknown,
  locale?: string,
): Opened {
  const warnings: string[] = [];
  const requests: Request[] = [];
  const source = openSource(definition, {
    locale,
    fetch: (input, init) => {
      const request = new Request(input, init);
      requests.push(request.clone());
      const answer = respond(new URL(request.url));
      return Promise.resolve(answer instanceof Response ? answer : Response.json(answer));
    },
    clock: { sleep: () => Promise.resolve() },
    warn: (message: string) => warnings.push(message),
  });
  return {
    source,
    warnings,
    requests,
    all: async () => {
      const { projects } = await source.list({}, { limit: 100 });
      return new Map(projects.map((project) => [project.id, project]));
    },
  };
}
