/**
 * Full-text search is fed with plain words on both sides, so that accents, punctuation and addresses
 * are split alike in a project and in what a student types ("R&D", "café", "C++").
 */
import type { Project } from '../../../src/domain/project.ts';

const MAX_WORDS = 20;

export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const joined = (...texts: (string | undefined)[]): string => wordsOf(texts.join(' ')).join(' ');

/** What a project is found by, by weight: its title, its labels, its text. */
export function searchTexts(project: Project): [title: string, labels: string, text: string] {
  return [
    joined(project.title),
    joined(
      project.employer.name,
      project.category,
      project.industry,
      ...(project.skills ?? []),
      ...(project.tools ?? []).map((tool) => tool.name),
      ...(project.locations ?? []).map((location) => location.display),
    ),
    joined(
      project.summary,
      ...(project.tasks ?? []),
      ...(project.deliverables ?? []).map((each) => each.title),
    ),
  ];
}

export const searchWords = (q: string): string[] => wordsOf(q).slice(0, MAX_WORDS);

/**
 * All of the words, in any order, the last one perhaps still being typed.
 * Undefined for a text without any word, which nothing can contain.
 */
export function searchExpression(q: string): string | undefined {
  const words = searchWords(q);
  return words.length === 0 ? undefined : `${words.join(' & ')}:*`;
}
