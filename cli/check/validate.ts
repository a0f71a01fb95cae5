/** What is wrong with a config by itself. */
import type { FootholdConfig } from '../../src/source/config.ts';
import schema from '../../src/source/config.schema.json' with { type: 'json' };
import { fullOpener } from '../../src/source/mapping/open-config.ts';
import { openSource } from '../../src/source/mapping/open-source.ts';
import { partOf, sourcesIn, type Part } from './parts.ts';
import type { Problem } from './report.ts';
import { SchemaChecker } from './schema.ts';
import { messageOf } from './subject.ts';

/** What is to be known of a config before anything is asked. */
export interface Validated {
  readonly problems: readonly Problem[];
  /** Those sources that can be opened. */
  readonly parts: readonly Part[];
}

/** Every key of a part of a config with its value, outer ones first: `api.list.keep[0]`. */
function* keysIn(value: unknown, key: string): Generator<readonly [string, unknown]> {
  yield [key, value];
  if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value))
      yield* keysIn(inner, Array.isArray(value) ? `${key}[${name}]` : `${key}.${name}`);
}

/** One key, as messages begin with it: `"api": "fields.title": …`. */
const KEY = /^:? ?"((?:[^"]|"(?![: ]))*)"/;

/**
 * An error of the code that reads configs, with the exact place. Its message begins with keys, each inside the one
 * before; where a path or a condition is wrong, it follows as it is written.
 * @param source the part of the config that it is about
 */
function problemOf(error: unknown, source?: Pick<Part, 'key' | 'own'>): Problem {
  // A file does not know that it is one of several.
  const message = messageOf(error).replace(/^"file"/, `"${source?.key ?? 'file'}"`);
  const keys = source ? [...keysIn(source.own, source.key)] : [];
  const [start = '', first = ''] = KEY.exec(message) ?? [];
  let key = first;
  let rest = message.slice(start.length);
  for (;;) {
    const [token = '', name] = KEY.exec(rest) ?? [];
    const inner = keys.find(([each]) => each === `${key}.${String(name)}`);
    if (!inner) {
      const place = keys.find(([each, value]) => value === name && each.startsWith(key));
      if (place && name !== undefined) [key] = place;
      return { key, message: first ? `"${key}"${rest}` : message };
    }
    [key] = inner;
    rest = rest.slice(token.length);
  }
}

/** A problem of the schema in words that begin with the key, as those of the code do. */
const spelled = ({ key, message }: Problem): Problem => ({
  key,
  message: `${key ? `"${key}"` : 'The config'} ${message}${/[?.]$/.test(message) ? '' : '.'}`,
});

/** True where one key is the other, or is inside it. */
const isWithin = (key: string, outer: string): boolean =>
  key === outer || key.startsWith(`${outer}.`) || key.startsWith(`${outer}[`);

/**
 * Reads a config as a page does, and by its schema. What the code has complained of is not said twice.
 * @param baseUrl what relative addresses are resolved against
 */
export function validate(value: unknown, baseUrl: string): Validated {
  const problems: Problem[] = [];
  const attempt = <Result>(
    run: () => Result,
    source?: Pick<Part, 'key' | 'own'>,
  ): Result | undefined => {
    try {
      return run();
    } catch (error) {
      problems.push(problemOf(error, source));
      return undefined;
    }
  };
  const config: FootholdConfig | undefined = attempt(() => fullOpener.readConfig(value));
  const sources = config ? sourcesIn(config) : [];
  const options = { baseUrl, warn: () => undefined };
  const parts = sources.flatMap((source) => {
    const open = (): Part => {
      const part = partOf(source);
      openSource(part.definition, options, part.key);
      return part;
    };
    return attempt(open, source) ?? [];
  });
  // That a source is wrong says nothing of what else is wrong inside it.
  const said = problems
    .map(({ key }) => key)
    .filter((key) => !sources.some((source) => source.key === key));
  const others = new SchemaChecker(schema)
    .check(value)
    .filter(({ key }) => !said.some((each) => isWithin(key, each) || isWithin(each, key)));
  return { problems: [...problems, ...others.map(spelled)], parts };
}
