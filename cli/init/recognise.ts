/** Recognises the API that a response is of. */
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { parsePath } from '../../src/source/mapping/path.ts';
import { presets } from '../../src/source/mapping/presets/index.ts';
import { matchText, partsOf } from '../../src/source/mapping/text-parts.ts';
import { knownApis, type KnownApi } from './known-apis.ts';

/** A preset with where the listings are. */
export interface Recognised {
  readonly preset: string;
  /** Absent where the preset has it. */
  readonly url?: string | undefined;
  readonly notes: readonly string[];
}

const hasPreset = ({ preset }: KnownApi): boolean => presets.has(preset);

/** The preset for an address of an API, or of the page for people that it draws. */
export function recogniseAddress(address: string): Recognised | undefined {
  for (const { preset, addresses = [], notes = [] } of knownApis.filter(hasPreset))
    for (const [pattern, url] of addresses) {
      const [found] = pattern.exec(address) ?? [];
      if (found !== undefined)
        return { preset, url: found.replace(pattern, url) || undefined, notes };
    }
  return undefined;
}

/** An address that an address in the response gives away: the text before a pattern may be anything. */
function addressFrom({ from }: KnownApi, body: unknown): string | undefined {
  const text = from && parsePath(from.path).first(body);
  if (!from || typeof text !== 'string') return undefined;
  const start = from.match.split('{', 1)[0]!;
  const at = text.indexOf(start);
  const found = at < 0 ? undefined : matchText(partsOf(from.match), text.slice(at));
  return found && from.url.replace(/\{(\w+)\}/g, (_, name: string) => found.get(name) ?? '');
}

/** The preset for a response, by its shape. */
export function recogniseShape(body: unknown): Recognised | undefined {
  const known = knownApis
    .filter(hasPreset)
    .find(
      ({ has = [] }) =>
        has.length && has.every((path) => parsePath(path).first(body) !== undefined),
    );
  if (!known) return undefined;
  const { preset, url, notes = [] } = known;
  const own: SourceDefinition | undefined = presets.get(preset);
  const said = addressFrom(known, body);
  return {
    preset,
    url: said ?? (own?.url === undefined ? url : undefined),
    notes: [
      ...(said === undefined && url !== undefined && own?.url === undefined
        ? ['The words in capitals in "url" are not known from a response: replace them.']
        : []),
      ...notes,
    ],
  };
}
