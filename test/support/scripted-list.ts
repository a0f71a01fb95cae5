import type { Project } from '../../src/domain/project.ts';
import type { Query } from '../../src/domain/query.ts';
import type {
  ListingsSource,
  Page,
  PageRequest,
  RequestOptions,
} from '../../src/source/listings-source.ts';

export const project = (id: string, more: Partial<Project> = {}): Project => ({
  id,
  title: `Project ${id}`,
  employer: { name: 'Example Works' },
  ...more,
});

/** A page of projects with these ids, the last one unless `more` says otherwise. */
export const page = (ids: readonly string[], more: Partial<Page> = {}): Page => ({
  projects: ids.map((id) => project(id)),
  total: ids.length,
  nextCursor: null,
  facets: {},
  skipped: [],
  ...more,
});

export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

interface Question {
  readonly query: Query;
  readonly request: PageRequest;
  readonly options: RequestOptions;
  readonly answer: (page: Page) => Promise<void>;
  readonly fail: (error: Error) => Promise<void>;
}

/** A source whose every list the test answers by hand. */
export function scriptedList(): ListingsSource & { readonly asked: Question[] } {
  const asked: Question[] = [];
  return {
    asked,
    detail: () => Promise.reject(new Error('not asked for here')),
    list: (query, request, options = {}) =>
      new Promise((resolve, reject) => {
        options.signal?.addEventListener('abort', () => {
          reject(new DOMException('Aborted', 'AbortError'));
        });
        asked.push({
          query,
          request,
          options,
          answer: (answer) => (resolve(answer), settled()),
          fail: (error) => (reject(error), settled()),
        });
      }),
  };
}
