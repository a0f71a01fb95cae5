/**
 * What the parameters of the list mean, one project and one test after the other: too slow for a list that is
 * typed at, and simple enough to hold `ListIndex` to.
 */
import { availabilityOf, deadlineOf, hasAmount, payPer } from '../../src/domain/project-rules.ts';
import type { Project, Range } from '../../src/domain/project.ts';
import type { Query, Sort } from '../../src/domain/query.ts';
import type { FacetName, Facets } from '../../src/source/listings-source.ts';

/** The words of a text, in lower case and without accents. */
const wordsOf = (text: string): string[] =>
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

const searchable = (project: Project): readonly string[][] =>
  textsOf(project).map((texts) => wordsOf(texts.join(' ')));

/** How well a project fits the words of `q`; 0 when one of them is nowhere in it. */
function relevanceOf(project: Project, q: string): number {
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

const most = (range: Range | undefined): number | undefined => range?.max ?? range?.min;

/**
 * The most a project can pay for all of its work; undefined where that is not known. Weekly and monthly
 * pay is not: nobody said for how many weeks.
 */
function mostPay({ pay, hours }: Pick<Project, 'pay' | 'hours'>): number | undefined {
  if (pay?.kind === 'unpaid') return 0;
  if (!hasAmount(pay) || pay.kind === 'unknown') return undefined;
  const factor = { project: 1, hour: most(hours), week: undefined, month: undefined }[payPer(pay)];
  const amount = most(pay);
  return amount === undefined || factor === undefined ? undefined : amount * factor;
}

const isPaid = ({ pay }: Project) => !!pay && pay.kind !== 'unpaid' && pay.kind !== 'unknown';

/** The last day on which an application is taken, as text, so that days compare as they sort. */
const lastDay = (project: Project): string | undefined => deadlineOf(project, 0)?.date;

const atMost = (value: number | undefined, limit: number) => value !== undefined && value <= limit;

/** The choices of a facet that a project answers to; undefined where it answers to each of them. */
const choicesOf: {
  readonly [Name in FacetName]: (project: Project) => readonly string[] | undefined;
} = {
  category: ({ category }) => (category ? [category] : []),
  industry: ({ industry }) => (industry ? [industry] : []),
  skill: ({ skills }) => skills ?? [],
  workMode: ({ workMode }) => (workMode && workMode !== 'unknown' ? [workMode] : []),
  location: ({ locations }) => locations?.map(({ display }) => display) ?? [],
  classYear: ({ eligibility }) =>
    eligibility?.classYears?.length ? eligibility.classYears : undefined,
  currency: (project) =>
    project.pay?.currency && mostPay(project) !== undefined ? [project.pay.currency] : [],
};

const FACETS = Object.keys(choicesOf) as FacetName[];

type Test = (project: Project) => boolean;

/** The tests that a query puts projects to, by the facet whose filter each of them is. */
function facetTests(query: Query): Map<FacetName, Test> {
  const tests = new Map<FacetName, Test>();
  for (const name of FACETS) {
    if (name === 'currency') continue;
    const wanted = query[name];
    if (!wanted?.length) continue;
    tests.set(
      name,
      (project) => choicesOf[name](project)?.some((choice) => wanted.includes(choice)) ?? true,
    );
  }
  const { payMin, currency } = query;
  if (payMin !== undefined) {
    tests.set(
      'currency',
      (project) => project.pay?.currency === currency && (mostPay(project) ?? -1) >= payMin,
    );
  }
  return tests;
}

/** The tests that no facet counts without. */
function plainTests(query: Query, now: number): Test[] {
  const { q, hoursMax, durationDaysMax, applyByFrom, applyByTo, workAuthorization } = query;
  const tests: Test[] = [(project) => availabilityOf(project, now) === 'open'];
  if (q) tests.push((project) => relevanceOf(project, q) > 0);
  if (hoursMax !== undefined) tests.push(({ hours }) => atMost(most(hours), hoursMax));
  if (durationDaysMax !== undefined) {
    tests.push(({ durationDays }) => atMost(most(durationDays), durationDaysMax));
  }
  if (applyByFrom) tests.push((project) => (lastDay(project) ?? '') >= applyByFrom);
  if (applyByTo) tests.push((project) => (lastDay(project) ?? '~') <= applyByTo);
  if (workAuthorization) {
    tests.push(({ eligibility }) => {
      const needed = eligibility?.workAuthorization;
      return workAuthorization === 'required' ? needed === 'required' : needed !== 'required';
    });
  }
  if (query.paid) tests.push(isPaid);
  if (query.featured) tests.push(({ featured }) => featured === true);
  return tests;
}

/** A number by which projects ascend. */
const keyOf: {
  readonly [Key in Exclude<Sort, 'relevance'>]: (project: Project) => number | undefined;
} = {
  newest: ({ postedAt }) => (postedAt ? -Date.parse(postedAt) : undefined),
  deadline: (project) => {
    const day = lastDay(project);
    return day ? Date.parse(day) : undefined;
  },
  pay: (project) => {
    const pay = mostPay(project);
    return pay === undefined ? undefined : -pay;
  },
  shortest: ({ hours }) => most(hours),
};

/** True where the words decide the order. */
const isByWords = ({ q, sort = 'relevance' }: Query): boolean => !!q && sort === 'relevance';

/**
 * What a query sorts by: for each project numbers that ascend, the first that differ decide. The
 * unknown comes last, and featured ones first unless the query says how to sort.
 */
function orderOf(query: Query): (project: Project) => readonly number[] {
  const { q = '', sort } = query;
  const key = isByWords(query)
    ? (project: Project) => -relevanceOf(project, q)
    : keyOf[sort && sort !== 'relevance' ? sort : 'newest'];
  return (project) => {
    const value = key(project) ?? NaN;
    return [sort === undefined && project.featured ? 0 : 1, Number.isNaN(value) ? Infinity : value];
  };
}

/** Negative where `a` comes first, 0 where nothing decides. */
function compareOrder(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((each, at) => each !== b[at]);
  return index < 0 ? 0 : a[index]! < b[index]! ? -1 : 1;
}

function inOrder(projects: readonly Project[], query: Query): Project[] {
  const order = orderOf(query);
  return projects
    .map((project) => ({ project, order: order(project) }))
    .sort((a, b) => compareOrder(a.order, b.order) || (a.project.id < b.project.id ? -1 : 1))
    .map(({ project }) => project);
}

/** The projects that a query finds, in its order. */
export function findPlainly(projects: readonly Project[], query: Query, now: number): Project[] {
  const tests = [...plainTests(query, now), ...facetTests(query).values()];
  return inOrder(
    projects.filter((project) => tests.every((test) => test(project))),
    query,
  );
}

/**
 * For each choice of each facet how many projects it would give, all other filters kept; commonest
 * first.
 */
export function countPlainly(projects: readonly Project[], query: Query, now: number): Facets {
  const always = plainTests(query, now);
  const open = projects.filter((project) => always.every((test) => test(project)));
  const tests = [...facetTests(query)];
  const facets: { [Name in FacetName]?: { value: string; count: number }[] } = {};
  for (const name of FACETS) {
    const counts = new Map<string, number>();
    for (const project of open) {
      for (const value of choicesOf[name](project) ?? []) counts.set(value, 0);
    }
    for (const project of open) {
      if (!tests.every(([own, test]) => own === name || test(project))) continue;
      for (const value of new Set(choicesOf[name](project) ?? counts.keys())) {
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    facets[name] = [...counts]
      .filter(([, count]) => count > 0)
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }
  return facets;
}
