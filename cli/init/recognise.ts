/** Recognises the API that a response is of. */
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { parsePath } from '../../src/source/mapping/path.ts';
import { presets } from '../../src/source/mapping/presets/index.ts';
import { matchText, partsOf } from '../../src/source/mapping/text-parts.ts';
import { knownApis, type KnownApi } from './known-apis.ts';

/** A preset with what has to be said besides it. */
export interface Recognised {
  readonly definition: SourceDefinition;
  readonly notes: readonly string[];
}

const presetOf = ({ preset }: KnownApi): SourceDefinition => presets.get(preset) ?? {};

const withoutEnd = (path: string): string => path.replace(/\/+$/, '');

/** What stands for the variables of the list's path in a path; undefined where it is another one. */
function paramsIn(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const found = matchText(partsOf(pattern), path);
  const params = found && Object.fromEntries(found);
  return params && Object.values(params).some((value) => value.includes('/')) ? undefined : params;
}

/** What a path below the address of an API says: names that the preset leaves open, or another list. */
function below(known: KnownApi, rest: string): Partial<SourceDefinition> {
  const { list, detail, params } = presetOf(known);
  const { path = '' } = list ?? {};
  if (!rest || !path || path.includes('{page}')) return {};
  const found = paramsIn(path, rest);
  if (found) {
    const other = Object.entries(found).filter(([name, value]) => params?.[name] !== value);
    return other.length ? { params: Object.fromEntries(other) } : {};
  }
  const isPlain = detail?.path === `${path}/{id}`;
  return { list: { path: rest }, ...(isPlain && { detail: { path: `${rest}/{id}` } }) };
}

/** The preset for an address of an API, or of the page for people that it draws. */
export function recogniseAddress(address: string): Recognised | undefined {
  for (const known of knownApis)
    for (const [pattern, url] of known.addresses ?? []) {
      const [found] = pattern.exec(address) ?? [];
      if (found === undefined) continue;
      const base = found.replace(pattern, url);
      const [path = ''] = address.slice(base.length).split(/[?#]/);
      const isOfApi = base !== '' && address.startsWith(base);
      const { preset, notes = [] } = known;
      return {
        definition: {
          preset,
          ...(base && { url: base }),
          ...(isOfApi && below(known, withoutEnd(path))),
        },
        notes,
      };
    }
  return undefined;
}

/** The address that an address in the response gives away. What stands before a pattern may be anything. */
function addressFrom({ from }: KnownApi, body: unknown): string | undefined {
  const text = from && parsePath(from.path).first(body);
  if (!from || typeof text !== 'string') return undefined;
  const at = text.indexOf(from.match.split('{', 1)[0]!);
  const found = at < 0 ? undefined : matchText(partsOf(from.match), text.slice(at));
  return found && from.url.replace(/\{(\w+)\}/g, (_, name: string) => found.get(name) ?? '');
}

/** An address without the path of the list, which the preset adds itself. */
function baseOf(known: KnownApi, { origin, pathname }: URL): Partial<SourceDefinition> {
  const { path = '' } = presetOf(known).list ?? {};
  const segments = withoutEnd(pathname).split('/');
  const start = segments.length - (path.split('/').length - 1);
  const rest = path && start > 0 ? `/${segments.slice(start).join('/')}` : '';
  const isList = rest !== '' && paramsIn(path, rest) !== undefined;
  return isList
    ? { url: origin + segments.slice(0, start).join('/'), ...below(known, rest) }
    : { url: origin + withoutEnd(pathname) };
}

const capitals = 'The words in capitals in "url" are not known from a response: replace them.';

/**
 * The preset for a response, by its shape.
 * @param url that gave it, where that is known
 */
export function recogniseShape(body: unknown, url?: URL): Recognised | undefined {
  const known = knownApis.find(
    ({ has = [] }) => has.length && has.every((path) => parsePath(path).first(body) !== undefined),
  );
  if (!known) return undefined;
  const { preset, notes = [] } = known;
  if (presetOf(known).url !== undefined) return { definition: { preset }, notes };
  if (url) return { definition: { preset, ...baseOf(known, url) }, notes };
  const said = addressFrom(known, body);
  return {
    definition: { preset, url: said ?? known.url ?? '' },
    notes: said === undefined ? [capitals, ...notes] : notes,
  };
}
