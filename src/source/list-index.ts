/**
 * What the parameters of the list mean, over projects that are all at hand: for every source that has no server to
 * search, filter, sort and count them.
 *
 * A project whose value is unknown is left out while that filter is on; only what restricts nobody
 * (no class years, no word on work authorization) matches everybody.
 */
import { deadlineOf, type Deadline } from '../domain/project-rules.ts';
import type { Project } from '../domain/project.ts';
import type { Query } from '../domain/query.ts';
import { FacetIndex } from './facet-index.ts';
import type { FacetName, Facets, FacetValue } from './listings-source.ts';
import { atOnce, inSlices, type Work } from './pause.ts';
import {
  choicesOf,
  isByWords,
  isFeaturedFirst,
  isPaid,
  most,
  sortKey,
  VALUE_SORTS,
  valueSort,
  type ValueSort,
} from './project-values.ts';
import { byText, sorted } from './sorted.ts';
import { WordIndex } from './word-index.ts';

const FACETS = Object.keys(choicesOf) as FacetName[];

/** What becomes of a project. From `ALL_BUT` on: the filter of the facet with that number alone keeps it out. */
const [OUT, FOUND, SEVERAL, ALL_BUT] = [0, 1, 2, 3] as const;

/** Tells of the project at an index. */
type Test = (index: number) => boolean;

/** What a query finds. */
export interface Found {
  /** In the query's order. */
  readonly projects: Project[];
  /** For each choice of each facet how many projects it would give, all other filters kept; commonest first. */
  readonly facets: () => Facets;
}

/**
 * Projects with what queries look at worked out once, as rows of numbers: whatever is asked then is a walk along
 * these, and along what the words of a query stand in.
 */
export class ListIndex {
  /** In the order of their ids, which settles what nothing else does. */
  readonly #projects: readonly Project[];
  /** The last instant at which an application is taken; `-Infinity` where none is, whatever the date. */
  readonly #ends: Float64Array;
  /** The last day on which one is taken, as text, so that days compare as they sort. */
  readonly #days: (string | undefined)[] = [];
  readonly #durations: Float64Array;
  readonly #keys = new Map<ValueSort, Float64Array>();
  readonly #facets = new Map<FacetName, FacetIndex>();
  /** The indexes of all projects in an order that was asked for, by its name. */
  readonly #orders = new Map<string, Uint32Array>();
  #words: WordIndex | undefined;
  #preparing: Promise<void> | undefined;

  private constructor(projects: readonly Project[]) {
    this.#projects = projects;
    this.#ends = new Float64Array(projects.length);
    this.#durations = new Float64Array(projects.length);
    for (const sort of VALUE_SORTS) this.#keys.set(sort, new Float64Array(projects.length));
  }

  static *over(all: Iterable<Project>): Work<ListIndex> {
    const projects = yield* sorted([...all], (a, b) => byText(a.id, b.id));
    const index = new ListIndex(projects);
    // Many close on the same day, and a day in a zone takes longer to work out than all else.
    const deadlines = new Map<string, Deadline | undefined>();
    for (const [at, project] of projects.entries()) {
      const { applyBy, timeZone } = project;
      const days = `${applyBy ?? ''} ${timeZone ?? ''}`;
      if (!deadlines.has(days)) deadlines.set(days, deadlineOf(project, 0));
      index.#take(project, at, deadlines.get(days));
      yield;
    }
    for (const name of FACETS) index.#facets.set(name, yield* FacetIndex.over(name, projects));
    return index;
  }

  /** Makes ready for the order of a query. */
  *prepareOrder(query: Query): Work<Uint32Array> {
    const sort = valueSort(query);
    const isFirst = isFeaturedFirst(query);
    const name = `${sort} ${isFirst}`;
    let order = this.#orders.get(name);
    if (!order) {
      const keys = this.#keys.get(sort)!;
      const rank = (index: number) => (isFirst && this.#projects[index]!.featured ? 0 : 1);
      const indexes = yield* sorted([...keys.keys()], (a, b) => {
        const [one, other] = [keys[a]!, keys[b]!];
        return rank(a) - rank(b) || (one < other ? -1 : one > other ? 1 : 0);
      });
      this.#orders.set(name, (order = Uint32Array.from(indexes)));
    }
    return order;
  }

  /** Makes ready for words. They take longest, and a list is looked at before it is searched. */
  prepareWords(): Promise<void> {
    return (this.#preparing ??= inSlices(WordIndex.over(this.#projects)).then((words) => {
      this.#words = words;
    }));
  }

  /** @param now milliseconds since 1970 */
  search(query: Query, now: number): Found {
    const scores = query.q ? this.#wordIndex.scores(query.q) : undefined;
    const outcomes = this.#outcomes(query, now, scores);
    return {
      projects: isByWords(query)
        ? this.#bestFirst(query, outcomes, scores!)
        : this.#inOrder(query, outcomes),
      facets: () => this.#count(outcomes),
    };
  }

  get #wordIndex(): WordIndex {
    return (this.#words ??= atOnce(WordIndex.over(this.#projects)));
  }

  #take(project: Project, at: number, deadline: Deadline | undefined): void {
    const { status = 'open' } = project;
    this.#ends[at] = status === 'open' ? (deadline?.at ?? Infinity) : -Infinity;
    this.#days.push(deadline?.date);
    this.#durations[at] = most(project.durationDays) ?? Infinity;
    for (const [sort, keys] of this.#keys) keys[at] = sortKey(sort, project, deadline);
  }

  /** What becomes of each project. */
  #outcomes(query: Query, now: number, scores: Uint32Array | undefined): Uint8Array {
    const outcomes = new Uint8Array(this.#projects.length);
    const always = this.#plainTests(query, now, scores);
    const filters = [...this.#facetTests(query)].map(
      ([name, test]) => [ALL_BUT + FACETS.indexOf(name), test] as const,
    );
    const passes = (index: number) => {
      for (const test of always) if (!test(index)) return false;
      return true;
    };
    for (let index = 0; index < outcomes.length; index++) {
      if (!passes(index)) continue;
      outcomes[index] = FOUND;
      for (const [allButThis, test] of filters)
        if (!test(index)) outcomes[index] = outcomes[index] === FOUND ? allButThis : SEVERAL;
    }
    return outcomes;
  }

  /** The tests that no facet counts without. */
  #plainTests(query: Query, now: number, scores: Uint32Array | undefined): Test[] {
    const { hoursMax, durationDaysMax, applyByFrom, applyByTo, workAuthorization } = query;
    const projects = this.#projects;
    const days = this.#days;
    const ends = this.#ends;
    const tests: Test[] = [];
    if (scores) tests.push((index) => scores[index]! > 0);
    tests.push((index) => now <= ends[index]!);
    const hours = this.#keys.get('shortest')!;
    if (hoursMax !== undefined) tests.push((index) => hours[index]! <= hoursMax);
    if (durationDaysMax !== undefined)
      tests.push((index) => this.#durations[index]! <= durationDaysMax);
    if (applyByFrom) tests.push((index) => (days[index] ?? '') >= applyByFrom);
    if (applyByTo) tests.push((index) => (days[index] ?? '~') <= applyByTo);
    if (workAuthorization)
      tests.push((index) => {
        const needed = projects[index]!.eligibility?.workAuthorization;
        return (needed === 'required') === (workAuthorization === 'required');
      });
    if (query.paid) tests.push((index) => isPaid(projects[index]!));
    if (query.featured) tests.push((index) => projects[index]!.featured === true);
    return tests;
  }

  /** The tests that a query puts projects to, by the facet whose filter each of them is. */
  #facetTests(query: Query): Map<FacetName, Test> {
    const tests = new Map<FacetName, Test>();
    for (const [name, facet] of this.#facets) {
      const wanted = name === 'currency' ? undefined : query[name];
      if (wanted?.length) tests.set(name, facet.answersTo(wanted));
    }
    const { payMin, currency = '' } = query;
    if (payMin !== undefined) {
      const isIn = this.#facets.get('currency')!.answersTo([currency]);
      const pays = this.#keys.get('pay')!;
      tests.set('currency', (index) => isIn(index) && -pays[index]! >= payMin);
    }
    return tests;
  }

  /** What was found, in an order of the projects themselves. */
  #inOrder(query: Query, outcomes: Uint8Array): Project[] {
    const order = atOnce(this.prepareOrder(query));
    const found = order.filter((index) => outcomes[index] === FOUND);
    return Array.from(found, (index) => this.#projects[index]!);
  }

  /** What was found, the best matches first: sorted by putting each with its equals. */
  #bestFirst(query: Query, outcomes: Uint8Array, scores: Uint32Array): Project[] {
    const isFirst = isFeaturedFirst(query);
    let best = 0;
    for (const score of scores) if (score > best) best = score;
    const equals: Project[][] = [];
    for (const [index, project] of this.#projects.entries()) {
      if (outcomes[index] !== FOUND) continue;
      const place = best - scores[index]! + (isFirst && project.featured ? 0 : best);
      (equals[place] ??= []).push(project);
    }
    return equals.flat();
  }

  #count(outcomes: Uint8Array): Facets {
    const facets: { [Name in FacetName]?: readonly FacetValue[] } = {};
    for (const [number, name] of FACETS.entries()) {
      facets[name] = this.#facets.get(name)!.count(
        (index) => outcomes[index] === FOUND || outcomes[index] === ALL_BUT + number,
        (index) => outcomes[index] !== OUT,
      );
    }
    return facets;
  }
}
