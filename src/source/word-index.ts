/** Finds projects by words: all of them, in any order, the last one perhaps still being typed. */
import type { Project } from '../domain/project.ts';
import type { Work } from './pause.ts';
import { byText, sorted } from './sorted.ts';

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

/** What a word counts in the title; 1 less in the labels, and 2 less in the text. */
const MOST = 3;

/**
 * An inverted index: all words in order, and for each the projects that it is in. Words that begin alike stand
 * side by side, and so do their projects: what has been typed of a word is as quickly found as a whole one.
 */
export class WordIndex {
  readonly #size: number;
  readonly #words: readonly string[];
  /** For each word where its entries begin, and where the last ones end. */
  readonly #starts: Uint32Array;
  /** The place of a project among all, times 4, and what the word counts in it. */
  readonly #entries: Uint32Array;

  private constructor(
    size: number,
    words: readonly string[],
    starts: Uint32Array,
    entries: Uint32Array,
  ) {
    this.#size = size;
    this.#words = words;
    this.#starts = starts;
    this.#entries = entries;
  }

  static *over(projects: readonly Project[]): Work<WordIndex> {
    const found = new Map<string, number[]>();
    for (const [index, project] of projects.entries()) {
      for (const [place, texts] of textsOf(project).entries()) {
        for (const word of wordsOf(texts.join(' '))) {
          const entry = index * 4 + MOST - place;
          const entries = found.get(word);
          if (!entries) found.set(word, [entry]);
          // Where it counts most has come first.
          else if (entries.at(-1)! >> 2 !== index) entries.push(entry);
        }
      }
      yield;
    }
    const words = yield* sorted([...found.keys()], byText);
    const starts = new Uint32Array(words.length + 1);
    for (const [index, word] of words.entries())
      starts[index + 1] = starts[index]! + found.get(word)!.length;
    const entries = new Uint32Array(starts[words.length]!);
    for (const [index, word] of words.entries()) {
      entries.set(found.get(word)!, starts[index]);
      yield;
    }
    // As pieces of one text: each was one of the text of a project, which it would keep.
    return new WordIndex(projects.length, words.join(' ').match(/\S+/g) ?? [], starts, entries);
  }

  /** For each project how well it fits the words of `q`; 0 when one of them is nowhere in it. */
  scores(q: string): Uint32Array {
    const sums = new Uint32Array(this.#size);
    const wanted = wordsOf(q);
    const typing = wanted.at(-1);
    for (const [index, word] of wanted.entries()) {
      const best = this.#best(word, word === typing);
      for (let at = 0; at < sums.length; at++) {
        const isOut = !best[at] || (index > 0 && !sums[at]);
        sums[at] = isOut ? 0 : sums[at]! + best[at]!;
      }
    }
    return sums;
  }

  /** What a word counts in each project. */
  #best(word: string, isBeginning: boolean): Uint8Array {
    const best = new Uint8Array(this.#size);
    const first = this.#firstFrom(word);
    const isThere = this.#words[first] === word;
    // No letter is that far back.
    const end = isBeginning ? this.#firstFrom(`${word}\uffff`) : first + (isThere ? 1 : 0);
    for (let at = this.#starts[first]!; at < this.#starts[end]!; at++) {
      const entry = this.#entries[at]!;
      const counts = entry & 3;
      if (best[entry >> 2]! < counts) best[entry >> 2] = counts;
    }
    return best;
  }

  /** The index of the first word that is not before this one. */
  #firstFrom(word: string): number {
    let low = 0;
    let high = this.#words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#words[middle]! < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
