/** Writes a first config for a response, and tries it on that. */
import { isObject } from '../../src/source/decode-values.ts';
import { guessFormat, parseBody } from '../../src/source/formats/parse.ts';
import type { Format } from '../../src/source/mapping/definition.ts';
import { complaintIn } from '../../src/source/mapping/record-reader.ts';
import { check } from '../check/check.ts';
import type { Explanation, Report } from '../check/report.ts';
import { findRecords } from '../shape/records.ts';
import { inferFields } from './fields.ts';
import {
  fileSource,
  inferredSource,
  knownSource,
  nativeSource,
  withEmployer,
  type Given,
  type Parsed,
  type Source,
} from './sources.ts';

export interface Draft {
  readonly config: Readonly<Record<string, unknown>>;
  /** What it was made by: the name of a preset, `native`, or `inferred`. */
  readonly by: string;
  /** What is not sure, in sentences. */
  readonly notes: readonly string[];
  /** What the config makes of the very same response. */
  readonly report: Report;
}

/** A response of which no config can be made. */
export class DraftError extends Error {
  override readonly name = 'DraftError';
}

/** Links of a page to feeds. */
const FEED = /<link\b[^<>]*type=["']application\/(?:rss\+xml|atom\+xml|feed\+json)["'][^<>]*>/gi;

/** A page for people, which may say where its feed is. */
function refusePage({ text, url }: Given): never {
  const feeds = [...text.matchAll(FEED)]
    .flatMap(([tag]) => /href=["']([^"']+)/.exec(tag)?.[1] ?? [])
    .map((href) => (url ? new URL(href, url).href : href));
  throw new DraftError(
    'This is a page for people, without data in it. ' +
      (feeds.length ? `It has feeds: ${feeds.join(', ')}.` : 'Look for an API or a feed of it.'),
  );
}

function formatOf(given: Given): Format {
  const { text, url, file = '' } = given;
  const format = guessFormat(url?.href ?? file, text);
  if (!format && /^\s*<(?:!doctype|html)/i.test(text)) refusePage(given);
  return format ?? 'csv';
}

function parse(given: Given): Parsed {
  const format = formatOf(given);
  try {
    return { ...given, format, body: parseBody(format, given.text) };
  } catch (error) {
    throw new DraftError((error as Error).message, { cause: error });
  }
}

const configOf = ({ place, definition }: Source, notes: readonly string[] = []) => ({
  version: 1,
  ...(notes.length && { $comment: notes }),
  [place]: definition,
});

/** A source, and what it makes of the response. */
interface Tried {
  readonly source: Source;
  readonly report: Report;
}

async function tryOn(source: Source, { text }: Given): Promise<Tried> {
  return { source, report: await check(configOf(source), { samples: new Map([['', text]]) }) };
}

const listOf = ({ report }: Tried): Explanation | undefined => report.sources[0]?.list;

/** Adds what a preset does not find in these very records: fields that people call by other names. */
function completed(tried: Tried, given: Parsed): Source {
  const { source } = tried;
  const list = listOf(tried);
  // Where the API searches, it does so by the names of the preset: other names would need other filters, too.
  if (!list || source.definition.preset === undefined || tried.report.sources[0]?.mode === 'server')
    return source;
  const missing = ['id', 'title', 'employer.name'].filter(
    (name) => !list.fields.find((field) => field.name === name)?.records,
  );
  // A preset for an API knows what it does not read.
  const unused = source.place === 'file' ? list.unused : [];
  const wanted = [...missing, ...unused.flatMap(({ fields }) => fields.slice(0, 1))];
  const found = inferFields(findRecords(given.body)?.records ?? [], wanted);
  const fields = missing.includes('employer.name')
    ? withEmployer(found.fields, given)
    : found.fields;
  if (!Object.keys(fields).length) return source;
  const { definition, notes } = source;
  return {
    ...source,
    definition: { ...definition, fields: { ...definition.fields, ...fields } },
    notes: [...notes, ...found.notes],
  };
}

/** Leaves out records without a title, where others have one: blank rows and headings. */
function withoutBlanks(tried: Tried): Source {
  const { source } = tried;
  const list = listOf(tried);
  const { definition, notes } = source;
  const [path] = [definition.fields?.title].flat();
  if (!list?.skipped.length || !list.projects || typeof path !== 'string' || !path.startsWith('$.'))
    return source;
  const drop = [...(definition.list?.drop ?? []), `!@${path.slice(1)}`];
  return {
    ...source,
    definition: { ...definition, list: { ...definition.list, drop } },
    notes: [
      ...notes,
      `${list.skipped.length} of ${list.records} records have no title, and are left out.`,
    ],
  };
}

/** Tries a source, and again with each improvement that makes another of it. */
async function improve(source: Source, given: Parsed): Promise<Tried> {
  let best = await tryOn(source, given);
  for (const better of [(tried: Tried) => completed(tried, given), withoutBlanks]) {
    const next = better(best);
    if (next === best.source) continue;
    const tried = await tryOn(next, given);
    if (tried.report.problems.length <= best.report.problems.length) best = tried;
  }
  return best;
}

/** Sentences about what the config makes of the response. */
function findings(tried: Tried, { url }: Given): readonly string[] {
  const { place, definition } = tried.source;
  const isPreset = definition.preset !== undefined;
  const fields = listOf(tried)?.fields ?? [];
  const employer = fields.find(({ name }) => name === 'employer.name')?.example?.from;
  const sentences: string[] = [];
  if (!url && !(isPreset && place === 'api'))
    sentences.push('A file does not say where the listings are: "url" is its name here.');
  if (isObject(employer) && 'const' in employer)
    sentences.push(
      `No record says who the employer is: "employer.name" is always "${String(employer.const)}". Write its name there.`,
    );
  for (const { name, failures } of fields)
    if (failures[0])
      sentences.push(
        `"${name}": some values cannot be read, such as "${failures[0].example.slice(0, 60)}".`,
      );
  if (
    !isPreset &&
    definition.fields &&
    !fields.some(({ name, records }) => records && name.startsWith('hours'))
  )
    sentences.push('Nothing says how many hours a project takes; that filter is hidden.');
  return sentences;
}

/**
 * Writes a first config: by the native contract, by a preset, or else by what the response looks like.
 * @param isKnown false to use no preset
 * @throws DraftError when the response has nothing to go by
 */
export async function draft(response: Given, isKnown = true): Promise<Draft> {
  const given = parse(response);
  let best: Tried | undefined;
  for (const sourceOf of isKnown
    ? [nativeSource, knownSource, fileSource, inferredSource]
    : [inferredSource]) {
    const source = sourceOf(given);
    const tried = source && (await improve(source, given));
    if (!tried || (best && !tried.report.ok)) continue;
    best = tried;
    if (tried.report.ok && listOf(tried)?.projects) break;
  }
  if (!best) {
    const said = complaintIn(given.body);
    throw new DraftError(
      'There are no listings in the response, so nothing can be learnt from it.' +
        (said ? ` It says: ${said}` : ''),
    );
  }
  const { definition } = best.source;
  const notes = [...new Set([...best.source.notes, ...findings(best, given)])];
  return {
    config: configOf(best.source, notes),
    by: definition.preset ?? (definition.fields ? 'inferred' : 'native'),
    notes,
    report: best.report,
  };
}
