/** Requests from templates. */
import { plainJson } from '../plain-json.ts';
import type { Format, RequestDefinition } from './definition.ts';
import { compileTemplate, compileText, written, type Fill, type Variables } from './template.ts';

/** A request that is ready to go out. */
export interface Outgoing {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface CompiledRequest {
  /** Names of the variables that it is filled with. */
  readonly uses: ReadonlySet<string>;
  readonly format: Format;
  fill(variables: Variables): Outgoing;
}

/** Writes a parameter: a list once for each value, under a name that counts where it has a `[*]`. */
function append(params: URLSearchParams, name: string, value: unknown): void {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  values.forEach((each, index) => {
    params.append(name.replace('[*]', `[${index}]`), written(each));
  });
}

const compileAll = (
  templates: Readonly<Record<string, unknown>> = {},
  uses: Set<string>,
): readonly (readonly [string, Fill])[] =>
  Object.entries(templates).map(([name, template]) => [
    name,
    compileTemplate(template as string, uses),
  ]);

/** Puts a path behind a base URL that may have a query of its own; an absolute one stands for itself. */
function join(base: string, path: string): URL {
  if (/^https?:\/\//.test(path)) return new URL(path);
  const url = new URL(base);
  const [pathname = '', query] = path.split('?', 2);
  if (pathname) url.pathname = url.pathname.replace(/\/+$/, '') + pathname.replace(/^(?!\/)/, '/');
  for (const [name, value] of new URLSearchParams(query)) url.searchParams.append(name, value);
  return url;
}

/**
 * Compiles a request.
 * @param base absolute URL that its path is added to
 * @param common headers of all requests, and the format where it states none
 * @throws ConfigError for a template that cannot be read
 */
export function compileRequest(
  definition: RequestDefinition,
  base: string,
  common: Pick<RequestDefinition, 'headers' | 'format'> = {},
): CompiledRequest {
  const uses = new Set<string>();
  const path = compileText(definition.path ?? '', uses, 'url');
  const query = compileAll(definition.query, uses);
  const headers = compileAll({ ...common.headers, ...definition.headers }, uses);
  const body = definition.body === undefined ? undefined : compileTemplate(definition.body, uses);
  return {
    uses,
    format: definition.format ?? common.format ?? 'json',
    fill(variables) {
      const url = join(base, String(path(variables) ?? ''));
      for (const [name, fill] of query) {
        const value = fill(variables);
        if (value !== undefined) append(url.searchParams, name, value);
      }
      const sent: Record<string, string> = {};
      for (const [name, fill] of headers) {
        const value = fill(variables);
        if (value !== undefined) sent[name] = String(value);
      }
      const outgoing = { url: url.href, method: definition.method ?? 'GET', headers: sent };
      if (!body) return outgoing;
      const json = { 'Content-Type': 'application/json' };
      return { ...outgoing, headers: { ...json, ...sent }, body: plainJson(body(variables) ?? {}) };
    },
  };
}
