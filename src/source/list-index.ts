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
import { InvertedIndex, placeOf } from './inverted-index.ts';
import type { FacetName, Facets, FacetValue } from './listings-source.ts';
import type { Work } from './pause.ts';
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
import { relevance, wordIndex } from './words.ts';

const FACETS = Object.keys(choicesOf) as FacetName[];
/** Entered for what answers to each choice of a facet. Nothing is called that, and it comes last. */
const ANY = '\uffff';

/** What keeps a project out: this, or for the filter of each facet a bit. What nothing keeps out is found. */
const OUT = 1 << FACETS.length;

/** What a query finds. */
export interface Found {
  /** In the query's order, as many as were wanted. */
  readonly projects: Project[];
  readonly total: number;
  /** For each choice of each facet how many projects it would give, all other filters kept; commonest first. */
  readonly facets: () => Facets;
}

/** What was found, in an order of all. */
function firstOf(order: Uint32Array, bars: Uint8Array, most: number): number[] {
  const found: number[] = [];
  for (let at = 0; found.length < most; at++) if (!bars[order[at]!]) found.push(order[at]!);
  return found;
}

/**
 * Projects with what queries look at worked out once, as rows of numbers: whatever is asked then is a walk along
 * these, and along what the words of a query stand in.
 */
export class ListIndex {
  /** In the order of their ids, which settles what nothing else does. */
  readonly #projects: readonly Project[];
  /** The last instant at which an application is taken; `-Infinity` where none is, whatever the date. */
  readonly #ends: number[] = [];
  /** The last day on which one is taken, as text, so that days compare as they sort. */
  readonly #days: (string | undefined)[] = [];
  readonly #durations: number[] = [];
  readonly #featured: boolean[] = [];
  /** What is sorted by; pay and hours are filtered by it, too. */
  readonly #keys: Readonly<Record<ValueSort, number[]>> = {
    newest: [],
    deadline: [],
    pay: [],
    shortest: [],
  };
  /** One for each of `FACETS`. */
  readonly #facets: InvertedIndex[] = [];
  /** All places in an order that was asked for, by its name. */
  readonly #orders = new Map<string, Uint32Array>();
  /**
   * The work on them, of which whoever needs them does a part, until it is done. Then it is let go of: it would
   * keep all that it went through.
   */
  #words: InvertedIndex | Work<InvertedIndex>;

  private constructor(projects: readonly Project[]) {
    this.#projects = projects;
    this.#words = wordIndex(projects);
  }

  static *over(all: Iterable<Project>): Work<ListIndex> {
    const projects = yield* sorted([...all], (a, b) => byText(a.id, b.id));
    const index = new ListIndex(projects);
    // Many close on the same day, and a day in a zone takes longer to work out than all else.
    const deadlines = new Map<string, Deadline | undefined>();
    for (const project of projects) {
      const { applyBy = '', timeZone = '' } = project;
      const days = `${applyBy} ${timeZone}`;
      if (!deadlines.has(days)) deadlines.set(days, deadlineOf(project, 0));
      index.#add(project, deadlines.get(days));
      yield;
    }
    for (const name of FACETS) {
      const facet = InvertedIndex.over(projects, (project, enter) => {
        for (const choice of choicesOf[name](project) ?? [ANY]) enter(choice);
      });
      index.#facets.push(yield* facet);
    }
    return index;
  }

  /** Makes ready for words. They take longest, and a list is looked at before it is searched. */
  *prepareWords(): Work<InvertedIndex> {
    while (!(this.#words instanceof InvertedIndex)) {
      const { done, value } = this.#words.next();
      if (done) this.#words = value;
      else yield;
    }
    return this.#words;
  }

  /**
   * @param now milliseconds since 1970
   * @param wanted how many projects, from the first
   */
  *search(query: Query, now: number, wanted = Infinity): Work<Found> {
    const { q } = query;
    const scores = q ? relevance(yield* this.prepareWords(), this.#projects.length, q) : undefined;
    const order = isByWords(query) ? undefined : yield* this.#orderFor(query);
    const bars = this.#barsTo(query, now, scores);
    let total = 0;
    for (const bar of bars) if (!bar) total++;
    const most = Math.min(wanted, total);
    const found = order ? firstOf(order, bars, most) : this.#bestOf(query, bars, scores!, most);
    return {
      projects: found.map((place) => this.#projects[place]!),
      total,
      facets: () => this.#count(bars),
    };
  }

  #add(project: Project, deadline: Deadline | undefined): void {
    const { status = 'open', durationDays, featured = false } = project;
    this.#ends.push(status === 'open' ? (deadline?.at ?? Infinity) : -Infinity);
    this.#days.push(deadline?.date);
    this.#durations.push(most(durationDays) ?? Infinity);
    this.#featured.push(featured);
    for (const sort of VALUE_SORTS) this.#keys[sort].push(sortKey(sort, project, deadline));
  }

  /** What keeps each project out. */
  #barsTo(query: Query, now: number, scores: Uint32Array | undefined): Uint8Array {
    const { hoursMax, durationDaysMax, applyByFrom, applyByTo, workAuthorization } = query;
    const projects = this.#projects;
    const ends = this.#ends;
    const days = this.#days;
    const { shortest: hours, pay } = this.#keys;
    const bars = new Uint8Array(projects.length);
    const require = (test: (place: number) => boolean, bar = OUT) => {
      for (let place = 0; place < bars.length; place++) if (!test(place)) bars[place]! |= bar;
    };
    require((place) => now <= ends[place]!);
    if (scores) require((place) => scores[place]! > 0);
    if (hoursMax !== undefined) require((place) => hours[place]! <= hoursMax);
    if (durationDaysMax !== undefined)
      require((place) => this.#durations[place]! <= durationDaysMax);
    if (applyByFrom) require((place) => (days[place] ?? '') >= applyByFrom);
    if (applyByTo) require((place) => (days[place] ?? '~') <= applyByTo);
    if (workAuthorization)
      require((place) => {
        const needed = projects[place]!.eligibility?.workAuthorization;
        return (needed === 'required') === (workAuthorization === 'required');
      });
    if (query.paid) require((place) => isPaid(projects[place]!));
    if (query.featured) require((place) => this.#featured[place]!);
    const { payMin, currency = '' } = query;
    for (const [number, name] of FACETS.entries()) {
      const isPay = name === 'currency';
      const wanted = isPay ? payMin !== undefined && [currency] : query[name];
      if (!wanted || !wanted.length) continue;
      const isIn = new Uint8Array(bars.length);
      for (const choice of [...wanted, ANY])
        for (const entry of this.#facets[number]!.entriesOf(choice)) isIn[placeOf(entry)] = 1;
      require((place) => !!isIn[place] && (!isPay || -pay[place]! >= payMin!), 1 << number);
    }
    return bars;
  }

  *#orderFor(query: Query): Work<Uint32Array> {
    const sort = valueSort(query);
    const isFirst = isFeaturedFirst(query);
    const name = `${sort} ${isFirst}`;
    let order = this.#orders.get(name);
    if (!order) {
      const keys = this.#keys[sort];
      const rank = (place: number) => (isFirst && this.#featured[place] ? 0 : 1);
      const places = yield* sorted([...keys.keys()], (a, b) => {
        const [one, other] = [keys[a]!, keys[b]!];
        return rank(a) - rank(b) || (one < other ? -1 : one > other ? 1 : 0);
      });
      this.#orders.set(name, (order = Uint32Array.from(places)));
    }
    return order;
  }

  /** What was found, the best matches first: sorted by putting each with its equals. */
  #bestOf(query: Query, bars: Uint8Array, scores: Uint32Array, most: number): number[] {
    const isFirst = isFeaturedFirst(query);
    let best = 0;
    for (const score of scores) if (score > best) best = score;
    const equals: number[][] = [];
    for (let place = 0; place < bars.length; place++) {
      if (bars[place]) continue;
      const rank = best - scores[place]! + (isFirst && this.#featured[place] ? 0 : best);
      const row = (equals[rank] ??= []);
      if (row.length < most) row.push(place);
    }
    return equals.flat().slice(0, most);
  }

  #count(bars: Uint8Array): Facets {
    const facets: { [Name in FacetName]?: readonly FacetValue[] } = {};
    for (const [number, name] of FACETS.entries()) {
      const choices = this.#facets[number]!;
      const others = ~(1 << number);
      const countOf = (entries: Uint32Array) => {
        let count = 0;
        for (const entry of entries) if (!(bars[placeOf(entry)]! & others)) count++;
        return count;
      };
      const toAny = countOf(choices.entriesOf(ANY));
      facets[name] = choices.texts
        .flatMap((value, at) => {
          const entries = choices.entriesAt(at);
          const count = countOf(entries) + toAny;
          // What answers to any choice makes none.
          const isNamed = () => entries.some((entry) => bars[placeOf(entry)]! < OUT);
          return count && value !== ANY && isNamed() ? { value, count } : [];
        })
        .sort((a, b) => b.count - a.count);
    }
    return facets;
  }
}
