/**
 * What the parameters of the list look at in a project: for every source that holds its listings itself and has
 * no server to filter and sort them.
 */
import { deadlineOf, hasAmount, payPer, type Deadline } from '../domain/project-rules.ts';
import type { Project, Range } from '../domain/project.ts';
import type { Query, Sort } from '../domain/query.ts';
import type { FacetName } from './listings-source.ts';

export const most = (range: Range | undefined): number | undefined => range?.max ?? range?.min;

/**
 * The most a project can pay for all of its work; undefined where that is not known. Weekly and monthly
 * pay is not: nobody said for how many weeks.
 */
export function mostPay({ pay, hours }: Pick<Project, 'pay' | 'hours'>): number | undefined {
  if (pay?.kind === 'unpaid') return 0;
  if (!hasAmount(pay) || pay.kind === 'unknown') return undefined;
  const factor = { project: 1, hour: most(hours), week: undefined, month: undefined }[payPer(pay)];
  const amount = most(pay);
  return amount === undefined || factor === undefined ? undefined : amount * factor;
}

export const isPaid = ({ pay }: Project): boolean =>
  !!pay && pay.kind !== 'unpaid' && pay.kind !== 'unknown';

/** The choices of a facet that a project answers to; undefined where it answers to each of them. */
export const choicesOf: {
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

/** The orders that a project's own values make. */
export type ValueSort = Exclude<Sort, 'relevance'>;

const keys: {
  readonly [Key in ValueSort]: (
    project: Project,
    deadline: Deadline | undefined,
  ) => number | undefined;
} = {
  newest: ({ postedAt }) => (postedAt ? -Date.parse(postedAt) : undefined),
  deadline: (_, deadline) => deadline && Date.parse(deadline.date),
  pay: (project) => {
    const pay = mostPay(project);
    return pay === undefined ? undefined : -pay;
  },
  shortest: ({ hours }) => most(hours),
};

export const VALUE_SORTS = Object.keys(keys) as ValueSort[];

/** A number by which projects ascend; what is unknown comes last. */
export function sortKey(
  sort: ValueSort,
  project: Project,
  deadline = deadlineOf(project, 0),
): number {
  const key = keys[sort](project, deadline) ?? NaN;
  return Number.isNaN(key) ? Infinity : key;
}

/** The order of a query that is not by words. */
export const valueSort = ({ sort = 'newest' }: Query): ValueSort =>
  sort === 'relevance' ? 'newest' : sort;

/** True where the words decide the order. */
export const isByWords = ({ q, sort = 'relevance' }: Query): boolean => !!q && sort === 'relevance';

/** True where featured ones come first: unless the query says how to sort. */
export const isFeaturedFirst = ({ sort }: Query): boolean => sort === undefined;
