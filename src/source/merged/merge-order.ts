/** What comes first of projects that several sources have found. */
import type { Project } from '../../domain/project.ts';
import type { Query } from '../../domain/query.ts';
import { atOnce } from '../pause.ts';
import { isByWords, isFeaturedFirst, sortKey, valueSort } from '../project-values.ts';
import { relevance, wordIndex } from '../words.ts';

/**
 * Numbers that ascend, the first that differ decide.
 * @param place how many of its source come before it
 */
export type MergeOrder = (project: Project, place: number) => readonly number[];

const relevanceOf = (project: Project, q: string): number =>
  relevance(atOnce(wordIndex([project])), 1, q)[0]!;

/** By what the query sorts by; for words by place, since what they count differs from source to source. */
export function mergeOrder(query: Query): MergeOrder {
  const isFirst = isFeaturedFirst(query);
  return (project, place) => {
    const rank = isFirst && project.featured ? 0 : 1;
    return isByWords(query)
      ? [rank, place, -relevanceOf(project, query.q!)]
      : [rank, sortKey(valueSort(query), project)];
  };
}

/** True where `a` comes first. */
export function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((each, index) => each !== b[index]);
  return at >= 0 && a[at]! < b[at]!;
}
