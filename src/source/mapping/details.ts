/** One project: a request of its own. */
import type { Project } from '../../domain/project.ts';
import type { RequestOptions } from '../listings-source.ts';
import { SourceError } from '../source-error.ts';
import type { Api } from './api.ts';
import type { DetailDefinition } from './definition.ts';
import type { RecordReader } from './record-reader.ts';
import { compileItems } from './reading.ts';
import type { CompiledRequest } from './request.ts';

export const gone = (): SourceError => new SourceError('http', 'No such project.', { status: 404 });

/** Refuses ids that no URL can carry: `..` stays "up" even when it is encoded. */
export function checkId(id: string): void {
  if (!id || /^\.\.?$/.test(id)) throw gone();
}

export class Details {
  readonly #api: Api;
  readonly #reader: RecordReader;
  readonly #request: CompiledRequest;
  readonly #records;

  /** @throws ConfigError or PathError */
  constructor(definition: DetailDefinition, api: Api, reader: RecordReader) {
    this.#api = api;
    this.#reader = reader;
    this.#request = api.request(definition, 'detail', ['id']);
    this.#records = compileItems(definition.record ?? '$');
  }

  /**
   * Asks for a project.
   * @param listed what a list has said of it, which stays where the answer says nothing else
   * @throws SourceError with status 404 where an API answers with nothing in place of a project
   */
  async read(id: string, listed?: Project, options?: RequestOptions): Promise<Project> {
    checkId(id);
    const answer = await this.#api.ask(this.#request, { id }, options);
    const surroundings = await this.#reader.surroundings(answer, options);
    const [record] = this.#records(answer.body, surroundings);
    if (!record) throw gone();
    const project = this.#reader.readDetail(record, surroundings, listed ?? { id });
    // What was asked for is what counts: an API may write its ids in more than one way.
    return project.id === id ? project : { ...project, id };
  }
}
