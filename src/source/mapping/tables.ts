/** Tables: words that records name by a key, in the same response, at another address, or in the config. */
import { ConfigError } from '../config-error.ts';
import type { RequestOptions } from '../listings-source.ts';
import { untilAborted } from '../retry.ts';
import type { Answer } from './answer.ts';
import type { Api } from './api.ts';
import { textOf } from './conversions/convert.ts';
import type { TableDefinition } from './definition.ts';
import { didYouMean } from './nearest.ts';
import { compileItems, compileValue } from './reading.ts';
import { firstOf, isEmpty, type Scope, type Table } from './scope.ts';

type MakeTable = (answer: Answer, options?: RequestOptions) => Table | Promise<Table>;

/** The rows of a body by their keys; of equal keys the first counts. */
function compileRows({ items, key, value }: TableDefinition): (body: Scope) => Table {
  const rows = compileItems(items ?? '$');
  const keyOf = compileValue(key ?? '$.id');
  const inside = value === undefined ? undefined : compileValue(value);
  return (body) => {
    const table = new Map<string, Scope>();
    for (const row of rows(body, {})) {
      const name = textOf(firstOf(keyOf(row, {})));
      const found = inside ? inside(row, {}) : row.value;
      if (!name || isEmpty(found) || table.has(name)) continue;
      table.set(name, { value: found, outer: row });
    }
    return table;
  };
}

function compileTable(definition: TableDefinition, where: string, api: Api): MakeTable {
  const { values, path } = definition;
  if (values) {
    const table: Table = new Map(Object.entries(values).map(([key, value]) => [key, { value }]));
    return () => table;
  }
  const rowsOf = compileRows(definition);
  if (path === undefined) return (answer) => rowsOf(answer.body);
  const request = api.request(definition, where);
  return remember(async (options) => rowsOf((await api.ask(request, {}, options)).body));
}

/** Asks once, and again only when it failed or shall be asked anew. Nobody's signal ends it for the others. */
export function remember<Result>(
  ask: (options: RequestOptions) => Promise<Result>,
): (_answer: unknown, options?: RequestOptions) => Promise<Result> {
  let known: Promise<Result> | undefined;
  return (_answer, { reload, signal } = {}) => {
    if (!known || reload) {
      const asked = ask({ reload });
      known = asked;
      asked.catch(() => {
        if (known === asked) known = undefined;
      });
    }
    return untilAborted(known, signal);
  };
}

/** Names of the tables in which something is looked up. */
const lookupsIn = (part: unknown): unknown[] =>
  typeof part === 'object' && part !== null
    ? Object.entries(part).flatMap(([key, inner]: [string, unknown]) =>
        key === 'lookup' ? [inner] : lookupsIn(inner),
      )
    : [];

/**
 * Compiles the tables of an API's definition; undefined where there are none.
 * @throws ConfigError or PathError
 */
export function compileTables(
  api: Api,
): ((answer: Answer, options?: RequestOptions) => Promise<ReadonlyMap<string, Table>>) | undefined {
  const { tables = {}, fields, detail } = api.definition;
  const names = Object.keys(tables);
  for (const name of lookupsIn([fields, detail?.fields]).map(String))
    if (!names.includes(name))
      throw new ConfigError(
        `"lookup": "${name}" is no table.${didYouMean(name, names)} "tables" has ${names.join(', ') || 'none'}.`,
      );
  const made = Object.entries(tables).map(
    ([name, definition]) => [name, compileTable(definition, `tables.${name}`, api)] as const,
  );
  if (!made.length) return undefined;
  return async (answer, options) => {
    const all = await Promise.all(
      made.map(async ([name, make]) => [name, await make(answer, options)] as const),
    );
    return new Map(all);
  };
}
