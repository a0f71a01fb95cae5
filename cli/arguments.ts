/** What is said on the command line. */
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Wrong use: the message says how it is right, and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const USAGE = `foothold check CONFIG [SAMPLE]   what a config makes of the listings it is for
  --sample FILE    a saved response of the list; FILE may be ID=FILE, where the config has several sources
  --detail FILE    a saved response about one project
  --live           asks the real API
  --base URL       address of the page, against which relative addresses are resolved
  --origin URL     of the page, for the check of CORS (default https://www.example.edu)
  --token TOKEN    what stands for {token}; default the variable FOOTHOLD_TOKEN
  --json           the report as JSON

foothold init URL|FILE           writes a first config for listings
  --url URL        where a FILE came from
  --out FILE       where to write it (default foothold.json)
  --force          over what is there
  --token TOKEN    sent as a bearer token; it is not written down

Exit code: 0 good, 1 the config or the listings have problems, 2 wrong use.`;

const options = {
  sample: { type: 'string', multiple: true },
  detail: { type: 'string', multiple: true },
  live: { type: 'boolean' },
  base: { type: 'string' },
  origin: { type: 'string' },
  token: { type: 'string' },
  json: { type: 'boolean' },
  url: { type: 'string' },
  out: { type: 'string' },
  force: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies NonNullable<ParseArgsConfig['options']>;

type Name = keyof typeof options;

const allowed: Readonly<Record<string, readonly Name[]>> = {
  check: ['sample', 'detail', 'live', 'base', 'origin', 'token', 'json', 'help'],
  init: ['url', 'out', 'force', 'token', 'help'],
};

/** The environment of a process. */
export type Env = Readonly<Record<string, string | undefined>>;

/**
 * `npm exec foothold check --json` hands options without a `--` before them not on, but lays them into the environment.
 * A value has then become a word of its own.
 */
function fromNpm(env: Env): string[] {
  if (env['npm_command'] !== 'exec') return [];
  const said = (name: string) => env[`npm_config_${name}`];
  return Object.entries(options).flatMap(([name, { type }]) => {
    const value = said(name);
    if (!value) return [];
    if (type === 'boolean') return value === 'true' ? [`--${name}`] : [];
    // "true" is what is left of an option whose value stands among the words.
    return value === 'true' || name === 'url' ? [] : [`--${name}=${value}`];
  });
}

/** The command, its words, and its options. */
export function readArguments(args: readonly string[], env: Env) {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args, ...fromNpm(env)], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  const { values, positionals } = parsed;
  const [command = '', ...words] = positionals;
  const known = allowed[command];
  if (values.help || !known) {
    if (command && !known) throw new UsageError(`"${command}" is no command.`);
    return { command: 'help', words, values };
  }
  for (const name of Object.keys(values) as Name[])
    if (!known.includes(name) && args.some((arg) => arg.startsWith(`--${name}`)))
      throw new UsageError(`"foothold ${command}" has no option --${name}.`);
  return { command, words, values };
}

export type Values = ReturnType<typeof readArguments>['values'];
