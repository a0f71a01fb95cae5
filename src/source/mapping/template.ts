/** Templates: what a request is made of, compiled once and filled for each request. */
import { ConfigError } from '../config-error.ts';
import { isObject, own } from '../decode-values.ts';
import { plainJson } from '../plain-json.ts';
import type { Choose, Each, Join, Lookup, Template } from './definition.ts';
import { didYouMean } from './nearest.ts';
import { escapeOf, partsOf } from './text-parts.ts';

/** What a template is filled with. Absent, null, empty text and an empty list are no value. */
export type Variables = Readonly<Record<string, unknown>>;

/** Fills a template; undefined where it says nothing. */
export type Fill = (variables: Variables) => unknown;

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length);

/** A value as text; what has parts is JSON. */
export const written = (value: unknown): string =>
  typeof value === 'object' ? plainJson(value) : String(value);

/** Of `{sort.order}` the variable is `sort`. */
const rootOf = (name: string): string => name.split('.', 1)[0]!;

/** The value of `name`, or of `name.member`. */
function valueOf(variables: Variables, name: string): unknown {
  let value: unknown = variables;
  for (const key of name.split('.')) value = own(value, key);
  return isNothing(value) ? undefined : value;
}

/** Puts terms into one text; undefined where there are none. */
function joined(
  terms: readonly unknown[],
  by: string,
  within: string | undefined,
): string | undefined {
  const text = terms.join(by);
  return terms.length ? (within?.replace('{all}', () => text) ?? text) : undefined;
}

/** A compiler notes the names of all variables that it meets in `uses`. */
export type Compile = (template: Template, uses: Set<string>) => Fill;

/**
 * A text. One that is a single variable stands for its value.
 * @param usual how a value is written where its slot does not say
 */
export function compileText(text: string, uses: Set<string>, usual = ''): Fill {
  const parts = partsOf(text);
  for (const part of parts) if (typeof part !== 'string') uses.add(rootOf(part.name));
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'object' && !only.escape && !usual)
    return (variables) => valueOf(variables, only.name);
  const writers = parts.map((part) => {
    if (typeof part === 'string') return () => part;
    const escape = part.escape || usual ? escapeOf(part.escape || usual) : String;
    return (variables: Variables) => {
      const value = valueOf(variables, part.name);
      return value === undefined
        ? undefined
        : [value]
            .flat()
            .map((each) => escape(written(each)))
            .join(',');
    };
  });
  return (variables) => {
    let filled = '';
    for (const write of writers) {
      const words = write(variables);
      if (words === undefined) return undefined;
      filled += words;
    }
    return filled;
  };
}

function compileJoin({ join, by, within }: Join, uses: Set<string>): Fill {
  const terms = join.map((term) => compileTemplate(term, uses));
  return (variables) =>
    joined(
      terms.map((fill) => fill(variables)).filter((term) => !isNothing(term)),
      by,
      within,
    );
}

function compileEach({ each, as, key, by, within }: Each, uses: Set<string>): Fill {
  const inner = new Set<string>();
  const fill = compileTemplate(as, inner);
  const name = key === undefined ? undefined : compileText(key, inner);
  uses.add(rootOf(each));
  for (const used of inner) if (used !== 'value' && used !== 'key') uses.add(used);
  return (variables) => {
    const values = valueOf(variables, each);
    if (values === undefined) return undefined;
    const members = isObject(values)
      ? Object.entries(values)
      : [values].flat().map((value, index) => [String(index), value] as const);
    const filled = members.flatMap(([own, value]) => {
      const inside = { ...variables, key: own, value };
      const part = fill(inside);
      return isNothing(part) ? [] : [[String(name?.(inside) ?? own), part] as const];
    });
    if (name) return filled.length ? Object.fromEntries(filled) : undefined;
    const parts = filled.map(([, part]) => part);
    return by === undefined ? (parts.length ? parts : undefined) : joined(parts, by, within);
  };
}

function compileLookup({ of, map }: Lookup, uses: Set<string>): Fill {
  const fill = compileText(of, uses);
  const words = new Map(Object.entries(map));
  const translate = (value: unknown) => words.get(String(value));
  return (variables) => {
    const value = fill(variables);
    if (!Array.isArray(value)) return value === undefined ? undefined : translate(value);
    const found = value.map(translate).filter((word) => word !== undefined);
    return found.length ? found : undefined;
  };
}

function compileChoice({ if: name, then, else: other }: Choose, uses: Set<string>): Fill {
  uses.add(rootOf(name));
  const fill = compileTemplate(then, uses);
  const otherwise = other === undefined ? () => undefined : compileTemplate(other, uses);
  return (variables) =>
    valueOf(variables, name) === undefined ? otherwise(variables) : fill(variables);
}

/** An object, member by member. `...` lays the members of a value, or of each in a list, beside the others. */
function compileObject(template: { readonly [member: string]: Template }, uses: Set<string>): Fill {
  const members = Object.entries(template).map(
    ([name, inner]) => [name, compileTemplate(inner, uses)] as const,
  );
  return (variables) => {
    const filled = members.flatMap(([name, fill]): (readonly [string, unknown])[] => {
      const value = fill(variables);
      if (value === undefined) return [];
      return name === '...'
        ? [value].flat().flatMap((each) => (isObject(each) ? Object.entries(each) : []))
        : [[name, value]];
    });
    return filled.length || !members.length ? Object.fromEntries(filled) : undefined;
  };
}

/**
 * Compiles a template.
 * @throws ConfigError when a brace is left open or an escape is not known
 */
export function compileTemplate(template: Template, uses: Set<string>): Fill {
  if (typeof template === 'string') return compileText(template, uses);
  if (typeof template !== 'object' || template === null) return () => template;
  if (Array.isArray(template)) {
    const parts = (template as readonly Template[]).map((part) => compileTemplate(part, uses));
    return (variables) => {
      const filled = parts.map((fill) => fill(variables)).filter((part) => part !== undefined);
      return filled.length || !parts.length ? filled : undefined;
    };
  }
  if (Array.isArray((template as Partial<Join>).join)) return compileJoin(template as Join, uses);
  if ('each' in template && 'as' in template) return compileEach(template as Each, uses);
  if ('if' in template && 'then' in template) return compileChoice(template as Choose, uses);
  if ('of' in template && 'map' in template) return compileLookup(template as Lookup, uses);
  return compileObject(template as { readonly [member: string]: Template }, uses);
}

/**
 * Refuses names that nothing fills.
 * @param where the key of the request, for the message
 */
export function refuseUnknown(
  uses: ReadonlySet<string>,
  known: readonly string[],
  where: string,
): void {
  for (const name of uses)
    if (!known.includes(name))
      throw new ConfigError(
        `"${where}" uses {${name}}, which nothing fills.${didYouMean(name, known)} There are ${known.join(', ')}. A name of your own gets its value in "params".`,
      );
}
