/** Requests from templates. */
import { ConfigError } from '../config-error.ts';
import type { Format, RequestDefinition, Template } from './definition.ts';
import { encode } from './encode-body.ts';
import { compileTemplate, compileText, written, type Fill, type Variables } from './template.ts';

/** A request that is ready to go out. */
export interface Outgoing {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: FormData | string;
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

type Fills = readonly (readonly [name: string, fill: Fill])[];

const compileAll = (templates: Readonly<Record<string, Template>> = {}, uses: Set<string>): Fills =>
  Object.entries(templates).map(([name, template]) => [name, compileTemplate(template, uses)]);

/** Names and values of the templates that say something. */
const filled = (fills: Fills, variables: Variables): (readonly [string, unknown])[] =>
  fills
    .map(([name, fill]) => [name, fill(variables)] as const)
    .filter(([, value]) => value != null);

/** Puts a path behind a base URL that may have a query of its own. */
function join(base: string, path: string): URL {
  const url = new URL(base);
  const [pathname = '', query] = path.split('?', 2);
  if (pathname) url.pathname = url.pathname.replace(/\/+$/, '') + pathname.replace(/^(?!\/)/, '/');
  for (const [name, value] of new URLSearchParams(query)) url.searchParams.append(name, value);
  return url;
}

/**
 * Compiles a request.
 * @param where its key in the definition, for messages
 * @param base absolute URL that its path is added to
 * @param common headers of all requests to the host of `base`, and the format where it states none
 * @throws ConfigError for a template that cannot be read
 */
export function compileRequest(
  { path = '', query, headers, body, method = 'GET', encoding = 'json', format }: RequestDefinition,
  where: string,
  base: string,
  common: Pick<RequestDefinition, 'headers' | 'format'> = {},
): CompiledRequest {
  if (body !== undefined && method === 'GET')
    throw new ConfigError(`"${where}.body" goes with "method": "POST" alone: a GET sends none.`);
  const [, host] = /^https?:\/\/([^/?#]*)/.exec(path) ?? [];
  if (host?.includes('{'))
    throw new ConfigError(
      `"${where}": "${path}" has a variable in its host. It may have some after it.`,
    );
  // What the API may know, another host may not: common headers can hold a token.
  const isOwn = !host || new URL(path).origin === new URL(base).origin;
  const uses = new Set<string>();
  const pathOf = compileText(path, uses, 'url');
  const params = compileAll(query, uses);
  const fields = compileAll({ ...(isOwn && common.headers), ...headers }, uses);
  const bodyOf = body === undefined ? undefined : compileTemplate(body, uses);
  return {
    uses,
    format: format ?? common.format ?? 'json',
    fill(variables) {
      const filledPath = String(pathOf(variables) ?? '');
      // An address of its own is one as it is written: no value makes one.
      const url = host && filledPath ? new URL(filledPath) : join(base, filledPath);
      for (const [name, value] of filled(params, variables)) append(url.searchParams, name, value);
      const written = bodyOf && encode(encoding, bodyOf(variables) ?? {});
      // In lower case, so that one of two spellings of a name counts, not both.
      const sent: Record<string, string> = { ...written?.headers };
      for (const [name, value] of filled(fields, variables))
        sent[name.toLowerCase()] = String(value);
      const outgoing = { url: url.href, method, headers: sent };
      return written ? { ...outgoing, body: written.body } : outgoing;
    },
  };
}
