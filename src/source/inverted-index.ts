import type { Project } from '../domain/project.ts';
import type { Work } from './pause.ts';
import { byText, sorted } from './sorted.ts';

/** Enters a text for a project, with a weight of 0 to 3. What is entered for one twice counts the first time. */
type Enter = (text: string, weight?: number) => void;

/** The place of the project among all of which an index has an entry. */
export const placeOf = (entry: number): number => entry >> 2;

export const weightOf = (entry: number): number => entry & 3;

/**
 * Texts in order, and for each of them entries for the projects that have it. Texts that begin alike stand side by
 * side, and so do their entries: what has been typed of a word is found as quickly as the whole.
 */
export class InvertedIndex {
  readonly texts: readonly string[];
  /** For each text where its entries begin, and where the last ones end. */
  readonly #starts: Uint32Array;
  readonly #entries: Uint32Array;

  private constructor(texts: readonly string[], starts: Uint32Array, entries: Uint32Array) {
    this.texts = texts;
    this.#starts = starts;
    this.#entries = entries;
  }

  static *over(
    projects: readonly Project[],
    read: (project: Project, enter: Enter) => void,
  ): Work<InvertedIndex> {
    const found = new Map<string, number[]>();
    let place = 0;
    const enter: Enter = (text, weight = 0) => {
      const entries = found.get(text);
      const entry = place * 4 + weight;
      if (!entries) found.set(text, [entry]);
      else if (placeOf(entries.at(-1)!) !== place) entries.push(entry);
    };
    for (const project of projects) {
      read(project, enter);
      place++;
      yield;
    }
    const texts = yield* sorted([...found.keys()], byText);
    const starts = new Uint32Array(texts.length + 1);
    let end = 0;
    for (const [at, text] of texts.entries()) starts[at + 1] = end += found.get(text)!.length;
    const entries = new Uint32Array(end);
    for (const [at, text] of texts.entries()) {
      entries.set(found.get(text)!, starts[at]);
      yield;
    }
    return new InvertedIndex(texts, starts, entries);
  }

  /** The entries of a text by its place among all. */
  entriesAt(at: number): Uint32Array {
    return this.#entries.subarray(this.#starts[at], this.#starts[at + 1]);
  }

  /** The entries of a text, or of all that begin with it. */
  entriesOf(text: string, isBeginning = false): Uint32Array {
    const first = this.#firstFrom(text);
    const isThere = this.texts[first] === text;
    // No letter is that far back.
    const end = isBeginning ? this.#firstFrom(`${text}\uffff`) : first + (isThere ? 1 : 0);
    return this.#entries.subarray(this.#starts[first], this.#starts[end]);
  }

  /** The place of the first text that is not before this one. */
  #firstFrom(text: string): number {
    let low = 0;
    let high = this.texts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.texts[middle]! < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
