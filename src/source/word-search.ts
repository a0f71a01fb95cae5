/** Finds projects by words: all of them, in any order, the last one perhaps still being typed. */
import type { Project } from '../domain/project.ts';

/** The words of a text, in lower case and without accents. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

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

/** Words take longer to cut than to compare, and a list asks for the same projects with every letter typed. */
const cut = new WeakMap<Project, readonly string[][]>();

function searchable(project: Project): readonly string[][] {
  let words = cut.get(project);
  if (!words) {
    words = textsOf(project).map((texts) => wordsOf(texts.join(' ')));
    cut.set(project, words);
  }
  return words;
}

/** How well a project fits the words of `q`; 0 when one of them is nowhere in it. */
export function relevanceOf(project: Project, q: string): number {
  const wanted = wordsOf(q);
  const typing = wanted.at(-1);
  let sum = 0;
  for (const word of wanted) {
    const place = searchable(project).findIndex((words) =>
      words.some((each) => each === word || (word === typing && each.startsWith(word))),
    );
    if (place < 0) return 0;
    sum += 3 - place;
  }
  return sum;
}
