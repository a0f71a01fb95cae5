/** The command `foothold`. */
import { existsSync, writeFileSync } from 'node:fs';
import { readArguments, USAGE, UsageError, type Values } from './arguments.ts';
import { check } from './check/check.ts';
import type { Report } from './check/report.ts';
import { parseConfig, readText } from './files.ts';
import { DraftError } from './init/draft.ts';
import { init } from './init/init.ts';
import { reportLines } from './print/report.ts';
import { styleFor } from './print/style.ts';

const { env, stdout } = process;

/** Columns, where the output goes into a file. */
const WIDTH = 120;

/** `FILE`, or `ID=FILE` for one of several sources, each with its text. */
const textsOf = (words: readonly string[] = []): ReadonlyMap<string, string> =>
  new Map(
    words.map((word) => {
      const [, id = '', path = word] = /^([\w-]{1,40})=(.+)$/.exec(word) ?? [];
      return [id, readText(path)];
    }),
  );

/** An option that is an address. */
function addressOf(name: 'base' | 'origin' | 'url', values: Values): string | undefined {
  const value = values[name];
  if (value === undefined || URL.canParse(value)) return value;
  throw new UsageError(`--${name} is an address such as https://www.example.edu/.`);
}

function print(report: Report, { json }: Values): number {
  const lines = json
    ? [JSON.stringify(report, null, 2)]
    : reportLines(report, stdout.columns ?? WIDTH, styleFor(stdout.isTTY, env));
  console.log(lines.join('\n'));
  return report.ok ? 0 : 1;
}

async function runCheck([path, ...samples]: readonly string[], values: Values): Promise<number> {
  if (path === undefined) throw new UsageError('Which config?');
  const text = readText(path);
  const origin = addressOf('origin', values);
  const options = {
    samples: textsOf([...(values.sample ?? []), ...samples]),
    details: textsOf(values.detail),
    isLive: values.live ?? false,
    baseUrl: addressOf('base', values),
    origin: origin === undefined ? undefined : new URL(origin).origin,
    token: values.token ?? env['FOOTHOLD_TOKEN'],
  };
  let config: unknown;
  try {
    config = parseConfig(text);
  } catch (error) {
    const { message } = error as Error;
    return print(
      {
        ok: false,
        problems: [{ key: '', message }],
        sources: [],
        summary: 'The config has 1 problem.',
      },
      values,
    );
  }
  return print(await check(config, options), values);
}

async function runInit([word]: readonly string[], values: Values): Promise<number> {
  const { out = 'foothold.json', force, token = env['FOOTHOLD_TOKEN'] } = values;
  if (word === undefined) throw new UsageError('Which address or file?');
  if (out !== '-' && existsSync(out) && !force)
    throw new UsageError(
      `${out} is there already: --out FILE names another, --force writes over it.`,
    );
  const { config, by, notes, report } = await init(word, { url: addressOf('url', values), token });
  const text = `${JSON.stringify(config, null, 2)}\n`;
  if (out === '-') stdout.write(text);
  else writeFileSync(out, text);
  const made =
    by === 'inferred'
      ? 'by what the response looks like'
      : by === 'native'
        ? 'for the native contract'
        : `by the preset ${by}`;
  console.error(
    [
      ...(out === '-' ? [] : [`${out} is written, ${made}.`]),
      ...notes.map((note) => `? ${note}`),
      ...report.problems.map(({ message }) => `✗ ${message}`),
      report.summary,
    ].join('\n'),
  );
  return report.ok ? 0 : 1;
}

async function main(args: readonly string[]): Promise<number> {
  const { command, words, values } = readArguments(args, env);
  if (command === 'check') return runCheck(words, values);
  if (command === 'init') return runInit(words, values);
  console.log(USAGE);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof DraftError) {
    console.error(error.message);
    process.exitCode = 1;
  } else if (error instanceof UsageError) {
    console.error(`${error.message}\n\n${USAGE}`);
    process.exitCode = 2;
  } else throw error;
}
