/** Finds projects by words: all of them, in any order, the last one perhaps still being typed. */
import type { Project } from '../domain/project.ts';
import { InvertedIndex, placeOf, weightOf } from './inverted-index.ts';
import type { Work } from './pause.ts';

/** The words of a text, in lower case and without accents. */
export const wordsOf = (text: string): readonly string[] =>
  // Most texts are plain, and take a third of the time.
  (/^[\0-\x7f]*$/.test(text)
    ? text.toLowerCase().match(/[a-z\d]+/g)
    : text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)) ?? [];

/** What a project is found by: its title, its labels, its text. A word counts most in the first. */
const textsOf = (project: Project): readonly (string | undefined)[][] => [
  [project.title],
  [
    project.employer.name,
    project.category,
    project.industry,
    ...(project.skills ?? []),
    ...(project.tools ?? []).map(({ name }) => name),
    ...(project.locations ?? []).map(({ display }) => display),
  ],
  [
    project.summary,
    ...(project.tasks ?? []),
    ...(project.deliverables ?? []).map(({ title }) => title),
  ],
];

/** The words of projects, by what they count: 3 in the title, 2 in the labels, 1 in the text. */
export const wordIndex = (projects: readonly Project[]): Work<InvertedIndex> =>
  InvertedIndex.over(projects, (project, enter) => {
    let weight = 3;
    for (const texts of textsOf(project)) {
      for (const word of wordsOf(texts.join(' '))) enter(word, weight);
      weight--;
    }
  });

/**
 * For each of so many projects how well it fits the words of `q`; 0 when one of them is nowhere in it.
 * @param index see `wordIndex`
 */
export function relevance(index: InvertedIndex, size: number, q: string): Uint32Array {
  const sums = new Uint32Array(size);
  const wanted = wordsOf(q);
  const typing = wanted.at(-1);
  for (const [turn, word] of wanted.entries()) {
    const best = new Uint8Array(size);
    for (const entry of index.entriesOf(word, word === typing)) {
      const [place, weight] = [placeOf(entry), weightOf(entry)];
      if (best[place]! < weight) best[place] = weight;
    }
    for (const [place, weight] of best.entries())
      sums[place] = weight && (turn === 0 || sums[place]) ? sums[place]! + weight : 0;
  }
  return sums;
}
