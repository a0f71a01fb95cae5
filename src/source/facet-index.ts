import type { Project } from '../domain/project.ts';
import type { FacetName, FacetValue } from './listings-source.ts';
import type { Work } from './pause.ts';
import { choicesOf } from './project-values.ts';
import { byText, sorted } from './sorted.ts';

/** Tells of the project at an index. */
type Test = (index: number) => boolean;

/** The choices of one facet, numbered in the order of their texts, and for each project the numbers of its own. */
export class FacetIndex {
  readonly #values: readonly string[];
  /** For each project where its numbers begin, and where the last ones end. */
  readonly #starts: Uint32Array;
  /** What comes after the last choice stands for each of them. */
  readonly #numbers: Uint32Array;

  private constructor(values: readonly string[], starts: Uint32Array, numbers: Uint32Array) {
    this.#values = values;
    this.#starts = starts;
    this.#numbers = numbers;
  }

  static *over(name: FacetName, projects: readonly Project[]): Work<FacetIndex> {
    const found = new Map<string, number>();
    const starts = new Uint32Array(projects.length + 1);
    const entries: number[] = [];
    /** For each choice the last project that it is entered for: some say one thing twice. */
    const lasts: number[] = [];
    for (const [index, project] of projects.entries()) {
      const choices = choicesOf[name](project);
      if (!choices) entries.push(-1);
      for (const value of choices ?? []) {
        let number = found.get(value);
        if (number === undefined) found.set(value, (number = found.size));
        if (lasts[number] !== index) entries.push(number);
        lasts[number] = index;
      }
      starts[index + 1] = entries.length;
      yield;
    }
    const values = yield* sorted([...found.keys()], byText);
    const places = new Uint32Array(values.length);
    for (const [place, value] of values.entries()) places[found.get(value)!] = place;
    const numbers = Uint32Array.from(entries, (number) => places[number] ?? values.length);
    return new FacetIndex(values, starts, numbers);
  }

  /** True of projects that answer to one of these choices. */
  answersTo(wanted: readonly string[]): Test {
    const isWanted = new Uint8Array(this.#values.length + 1);
    isWanted[this.#values.length] = 1;
    for (const value of wanted) {
      const number = this.#values.indexOf(value);
      if (number >= 0) isWanted[number] = 1;
    }
    return (index) => {
      for (let at = this.#starts[index]!; at < this.#starts[index + 1]!; at++)
        if (isWanted[this.#numbers[at]!]) return true;
      return false;
    };
  }

  /**
   * How many of the projects that are counted answer to each choice, the commonest first.
   * @param isKnown of which projects the choices are taken, for those that answer to each of them
   */
  count(isCounted: Test, isKnown: Test): FacetValue[] {
    const counts = this.#countEach(isCounted);
    const all = counts[this.#values.length]!;
    const known = all ? this.#countEach(isKnown) : counts;
    return this.#values
      .flatMap((value, number) => (known[number] ? { value, count: counts[number]! + all } : []))
      .sort((a, b) => b.count - a.count);
  }

  #countEach(isCounted: Test): Uint32Array {
    const counts = new Uint32Array(this.#values.length + 1);
    for (let index = 0; index + 1 < this.#starts.length; index++) {
      if (!isCounted(index)) continue;
      for (let at = this.#starts[index]!; at < this.#starts[index + 1]!; at++)
        counts[this.#numbers[at]!]!++;
    }
    return counts;
  }
}
