/** Reads the parameters of `GET /projects` strictly: what the widget would overlook is told to the caller. */
import { isDate } from '../../../src/domain/dates.ts';
import {
  isListKey,
  queryFromParams,
  QUERY_KEYS,
  SORTS,
  type Query,
} from '../../../src/domain/query.ts';
import { badParameter } from '../http/problem.ts';

export const DEFAULT_LIMIT = 20;
export const MAX_LIMIT = 100;
const MAX_TEXT = 200;
const MAX_VALUES = 50;

export interface ListRequest {
  readonly query: Query;
  readonly limit: number;
  readonly cursor?: string;
}

/** What is wrong with a value, as the end of a sentence; undefined when nothing is. */
type Check = (value: string) => string | undefined;

/** Control characters are never typed, and PostgreSQL has no room for NUL. */
const checkText: Check = (value) =>
  value.length > MAX_TEXT || /\p{Cc}/u.test(value)
    ? `can be at most ${MAX_TEXT} characters long, without control characters.`
    : undefined;

const oneOf =
  (allowed: readonly string[]): Check =>
  (value) =>
    allowed.includes(value) ? undefined : `has to be one of ${allowed.join(', ')}.`;

const atLeast =
  (least: number, exclusive = false): Check =>
  (value) => {
    const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : NaN;
    const fits = (exclusive ? number > least : number >= least) && number < 1e9;
    return fits ? undefined : `has to be a number ${exclusive ? 'above' : 'of at least'} ${least}.`;
  };

const date: Check = (value) => (isDate(value) ? undefined : 'has to be a date, as YYYY-MM-DD.');
const flag = oneOf(['true', 'false']);

const checks: Readonly<Partial<Record<keyof Query, Check>>> = {
  workMode: oneOf(['remote', 'hybrid', 'onsite']),
  payMin: atLeast(0),
  currency: (value) =>
    /^[A-Z]{3}$/.test(value) ? undefined : 'has to be an ISO 4217 code such as USD.',
  hoursMax: atLeast(0, true),
  durationDaysMax: atLeast(0, true),
  applyByFrom: date,
  applyByTo: date,
  workAuthorization: oneOf(['required', 'not_required']),
  paid: flag,
  featured: flag,
  sort: oneOf(SORTS),
};

/** The values of one parameter. An empty one counts as absent, as a form sends it. */
const valuesOf = (params: URLSearchParams, name: string): string[] =>
  params
    .getAll(name)
    .map((each) => each.trim())
    .filter(Boolean);

function singleValue(params: URLSearchParams, name: string): string | undefined {
  const values = valuesOf(params, name);
  if (values.length > 1) throw badParameter(name, 'can be given only once.');
  return values[0];
}

function checkParameter(params: URLSearchParams, name: keyof Query): void {
  const values = isListKey(name)
    ? valuesOf(params, name)
    : [singleValue(params, name)].filter((value) => value !== undefined);
  if (values.length > MAX_VALUES)
    throw badParameter(name, `can be given at most ${MAX_VALUES} times.`);
  for (const value of values) {
    const wrong = checkText(value) ?? checks[name]?.(value);
    if (wrong) throw badParameter(name, wrong);
  }
}

function readLimit(params: URLSearchParams): number {
  const text = singleValue(params, 'limit');
  if (text === undefined) return DEFAULT_LIMIT;
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : NaN;
  if (!(limit >= 1 && limit <= MAX_LIMIT))
    throw badParameter('limit', `has to be a whole number from 1 to ${MAX_LIMIT}.`);
  return limit;
}

/** Parameters that are not known here are ignored, so that a link with a tracking parameter still works. */
export function readListRequest(params: URLSearchParams): ListRequest {
  for (const name of QUERY_KEYS) checkParameter(params, name);
  const query = queryFromParams(params);
  if (valuesOf(params, 'payMin').length > 0 && query.currency === undefined)
    throw badParameter('payMin', 'needs the parameter currency.');
  const cursor = singleValue(params, 'cursor');
  return { query, limit: readLimit(params), ...(cursor !== undefined && { cursor }) };
}
