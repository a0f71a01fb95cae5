/** How a list goes on, in one response. */
import { compileCount, compileNext, type Answer } from '../../src/source/mapping/answer.ts';
import type { ListDefinition } from '../../src/source/mapping/definition.ts';
import type { Surroundings } from '../../src/source/mapping/scope.ts';
import type { PagingReport } from './report.ts';

/** Which of the ways an API has, as `pagingOf` of the engine tells them apart. */
function kindOf({ next }: ListDefinition, uses: ReadonlySet<string>): PagingReport['kind'] {
  if (uses.has('cursor')) return 'cursor';
  if (next !== undefined) return 'next';
  if (uses.has('offset')) return 'offset';
  return uses.has('page') ? 'page' : 'none';
}

/** What a response says of the whole list. */
export function pagingReport(
  list: ListDefinition,
  uses: ReadonlySet<string>,
  answer: Answer,
  surroundings: Surroundings,
): PagingReport {
  return {
    kind: kindOf(list, uses),
    total: compileCount(list.total)(answer, surroundings) ?? null,
    pages: compileCount(list.pages)(answer, surroundings) ?? null,
    next: compileNext(list.next)(answer, surroundings) ?? null,
  };
}

/**
 * What a response says of a list that is longer.
 * @param count of its records
 */
export function pagingWarnings(
  { kind, total, next }: PagingReport,
  count: number,
  isLive: boolean,
): readonly string[] {
  if ((total ?? 0) <= count) return [];
  // Of a live list the engine says so itself.
  if (kind === 'none' && !isLive)
    return [
      'The list has more than this response, and nothing says how the rest is asked for: with {page}, {offset} or {cursor}, or by "list.next".',
    ];
  return (kind === 'cursor' || kind === 'next') && next === null
    ? [
        `"list.next" leads to nothing in this response, which has ${count} of ${String(total)} records: the list ends here.`,
      ]
    : [];
}
