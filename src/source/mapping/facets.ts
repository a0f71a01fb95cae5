/** The choices of filters, where an API gives them. */
import { decodeFacets } from '../decode.ts';
import { isObject } from '../decode-values.ts';
import type { Facets, RequestOptions } from '../listings-source.ts';
import { isAbort } from '../source-error.ts';
import type { Answer } from './answer.ts';
import type { Api } from './api.ts';
import type { FacetDefinition, ListDefinition } from './definition.ts';
import { compileItems, compileValue } from './reading.ts';
import { firstOf, type Scope } from './scope.ts';
import { remember } from './tables.ts';

type Choices = readonly { readonly value?: unknown; readonly label?: unknown }[];

const countOf = (value: unknown): unknown => {
  const count = firstOf(value);
  return typeof count === 'string' && count ? Number(count) : count;
};

/** Counts by value, as choices: `{"Design": 4}`. */
const fromCounts = (counts: object): Choices =>
  Object.entries(counts).map(([value, count]) => ({ value, count: countOf(count) }));

function compileChoices({ items, value, label, count }: FacetDefinition): (body: Scope) => Choices {
  const found = compileItems(items ?? '$');
  const [valueOf, labelOf, amountOf] = [value ?? '$', label, count].map((each) =>
    each === undefined ? undefined : compileValue(each),
  );
  return (body) => {
    const choices = found(body, {});
    const [only] = choices;
    if (value === undefined && choices.length === 1 && isObject(only?.value))
      return fromCounts(only.value);
    return choices.map((choice) => ({
      value: firstOf(valueOf?.(choice, {})),
      label: firstOf(labelOf?.(choice, {})),
      count: countOf(amountOf?.(choice, {})),
    }));
  };
}

function compileFacet(
  definition: FacetDefinition,
  where: string,
  api: Api,
): (answer: Answer, options?: RequestOptions) => Choices | Promise<Choices> {
  const { values, path } = definition;
  if (values) {
    const choices = values.map((each) => (typeof each === 'string' ? { value: each } : each));
    return () => choices;
  }
  const choicesIn = compileChoices(definition);
  if (path === undefined) return ({ body }) => choicesIn(body);
  const request = api.request(definition, where);
  return remember(async (options) => choicesIn((await api.ask(request, {}, options)).body));
}

/**
 * Compiles the facets of a list. Those that cannot be had are left out: a list without counts is still a list.
 * @throws ConfigError or PathError
 */
export function compileFacets(
  { facets = {} }: ListDefinition,
  api: Api,
): (answer: Answer, options?: RequestOptions) => Promise<Facets> {
  const made = Object.entries(facets).map(
    ([name, definition]) => [name, compileFacet(definition, `list.facets.${name}`, api)] as const,
  );
  return async (answer, options) => {
    const read = await Promise.all(
      made.map(async ([name, choicesOf]) => {
        try {
          return [[name, await choicesOf(answer, options)]];
        } catch (error) {
          if (isAbort(error)) throw error;
          api.warn(`"list.facets.${name}": ${String(error)}`);
          return [];
        }
      }),
    );
    return decodeFacets(Object.fromEntries(read.flat()));
  };
}
