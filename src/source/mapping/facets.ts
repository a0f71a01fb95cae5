/** The choices of filters, where an API gives them. */
import { decodeFacets } from '../decode.ts';
import { isObject } from '../decode-values.ts';
import type { FacetName, Facets, RequestOptions } from '../listings-source.ts';
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
    const read = choices.map((choice) => ({
      value: firstOf(valueOf?.(choice, {})),
      label: firstOf(labelOf?.(choice, {})),
      count: countOf(amountOf?.(choice, {})),
    }));
    // Of listings themselves, several have the same value.
    return [...new Map(read.map((each) => [each.value, each])).values()];
  };
}

/** The answer to the same question without the filter of a facet; undefined where that does not narrow it. */
export type AskWithout = (facet: FacetName) => Promise<Answer> | undefined;

function compileFacet(
  name: FacetName,
  definition: FacetDefinition,
  api: Api,
): (answer: Answer, without: AskWithout, options?: RequestOptions) => Choices | Promise<Choices> {
  const { values, path } = definition;
  if (values) {
    const choices = values.map((each) => (typeof each === 'string' ? { value: each } : each));
    return () => choices;
  }
  const choicesIn = compileChoices(definition);
  // What is chosen may narrow what could be chosen beside it. Then the count is of the others alone.
  if (path === undefined)
    return async (answer, without) => choicesIn(((await without(name)) ?? answer).body);
  const request = api.request(definition, `list.facets.${name}`);
  const ask = remember(async (options) => choicesIn((await api.ask(request, {}, options)).body));
  return (answer, _without, options) => ask(answer, options);
}

/**
 * Compiles the facets of a list. Those that cannot be had are left out: a list without counts is still a list.
 * @throws ConfigError or PathError
 */
export function compileFacets(
  { facets = {} }: ListDefinition,
  api: Api,
): (answer: Answer, without: AskWithout, options?: RequestOptions) => Promise<Facets> {
  const made = (Object.keys(facets) as FacetName[]).map(
    (name) => [name, compileFacet(name, facets[name]!, api)] as const,
  );
  return async (answer, without, options) => {
    const read = await Promise.all(
      made.map(async ([name, choicesOf]) => {
        try {
          return [[name, await choicesOf(answer, without, options)]];
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
