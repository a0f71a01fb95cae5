/** `foothold check`: what a config makes of the listings that it is for. */
import type { FootholdConfig } from '../../src/source/config.ts';
import type { OpenOptions } from '../../src/source/mapping/api.ts';
import { UsageError } from '../arguments.ts';
import { summaryOf } from '../print/summary.ts';
import { look } from './look.ts';
import type { Part } from './parts.ts';
import type { Problem, Report, SourceReport } from './report.ts';
import { validate } from './validate.ts';
import { liveWire, savedWire } from './wire.ts';

/** What a config is checked on; without a sample and not live it is only read. */
export interface CheckOptions {
  /** Texts of responses by the id of their source; of a config with one source under the empty id. */
  readonly samples?: ReadonlyMap<string, string>;
  readonly details?: ReadonlyMap<string, string>;
  readonly isLive?: boolean;
  /** Address of the page. Default one that stands for any. */
  readonly baseUrl?: string | undefined;
  /** Its origin. */
  readonly origin?: string | undefined;
  readonly token?: string | undefined;
}

/** Stands for the page, where nothing says which it is. */
const SOMEWHERE = 'https://www.example.edu/';

const ofPart = (
  texts: ReadonlyMap<string, string> | undefined,
  { id = '' }: Part,
): string | undefined => texts?.get(id) ?? texts?.get('');

/** Records that stand in the config, as if they were a response. */
function withoutData({ definition, ...part }: Part): Part {
  const { data: _data, ...rest } = definition;
  return { ...part, definition: { mode: 'client', url: SOMEWHERE, ...rest } };
}

/** Looks at one source, where there is anything to look at. */
async function lookAt(
  part: Part,
  config: unknown,
  options: CheckOptions,
  opening: OpenOptions,
): Promise<SourceReport | undefined> {
  const { data } = part.own;
  const saved =
    data === undefined
      ? ofPart(options.samples, part)
      : typeof data === 'string'
        ? data
        : JSON.stringify(data);
  if (saved === undefined && !options.isLive) return undefined;
  const isLive = saved === undefined;
  const origin = options.origin ?? new URL(opening.baseUrl ?? SOMEWHERE).origin;
  return look(data === undefined ? part : withoutData(part), {
    wire: isLive ? liveWire(origin) : savedWire(saved),
    detail: ofPart(options.details, part),
    isLive,
    origin,
    options: opening,
    ui: (config as FootholdConfig).ui,
  });
}

/** Refuses names of sources that the config has not. */
function checkIds(parts: readonly Part[], { samples, details }: CheckOptions): void {
  const ids = parts.map(({ id = '' }) => id);
  for (const id of [...(samples?.keys() ?? []), ...(details?.keys() ?? [])])
    if (id ? !ids.includes(id) : parts.length > 1)
      throw new UsageError(
        id
          ? `The config has no source "${id}"; there are ${ids.join(', ')}.`
          : `The config has several sources: write --sample ${String(ids[0])}=FILE.`,
      );
}

/**
 * Checks a config.
 * @param config as it was parsed
 * @throws UsageError when a sample is for a source that is not there
 */
export async function check(config: unknown, options: CheckOptions = {}): Promise<Report> {
  const { baseUrl = SOMEWHERE, token } = options;
  const { problems: own, parts } = validate(config, baseUrl);
  checkIds(parts, options);
  const opening: OpenOptions = { baseUrl, ...(token !== undefined && { token: () => token }) };
  const sources: SourceReport[] = [];
  // One after the other, so that their requests can be told apart, and an API is not asked twice at once.
  for (const part of parts) {
    const report = await lookAt(part, config, options, opening);
    if (report) sources.push(report);
  }
  const problems: Problem[] = [...own, ...sources.flatMap((source) => source.problems)];
  if (!problems.length && !parts.length && (options.isLive || options.samples?.size))
    problems.push({
      key: '',
      message: 'The config names no listings: "api", "file" or "sources".',
    });
  return { ok: !problems.length, problems, sources, summary: summaryOf(problems, sources) };
}
