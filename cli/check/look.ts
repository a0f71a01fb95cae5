/** Looks at one source: asks it as a page would, and explains what came. */
import { parseBody } from '../../src/source/formats/parse.ts';
import type { Scope, Surroundings } from '../../src/source/mapping/scope.ts';
import type { Answer } from '../../src/source/mapping/answer.ts';
import type { RequestDefinition } from '../../src/source/mapping/definition.ts';
import { Listing } from '../../src/source/mapping/listing.ts';
import { isNative } from '../../src/source/mapping/open-config.ts';
import { plainMembers } from '../../src/source/mapping/plain-names.ts';
import { compileItems } from '../../src/source/mapping/reading.ts';
import { findRecords } from '../shape/records.ts';
import { askDetail, askPage } from './ask.ts';
import { explain, type Explained } from './explain.ts';
import { whyMissing } from './miss.ts';
import { facetsMissing, outlookOf } from './outlook.ts';
import { pagingReport, pagingWarnings } from './paging.ts';
import type { Part } from './parts.ts';
import type { SourceReport } from './report.ts';
import { Subject, messageOf, type Looking } from './subject.ts';
import { corsWarnings, definitionWarnings } from './warnings.ts';
import type { Noted } from './wire.ts';

/** A response as a tree with its tables; undefined where it cannot be read. */
interface ReadAnswer {
  readonly answer: Answer;
  readonly surroundings: Surroundings;
}

async function readAnswer(
  subject: Subject,
  { text, answered }: Pick<Noted, 'text' | 'answered'>,
  request: RequestDefinition,
  where: string,
): Promise<ReadAnswer | undefined> {
  const { definition, url } = subject.api;
  try {
    const value = parseBody(request.format ?? definition.format ?? 'json', text);
    const answer: Answer = { body: { value }, headers: answered, url };
    return { answer, surroundings: await tablesOf(subject, answer) };
  } catch (error) {
    subject.complain(where, messageOf(error));
    return undefined;
  }
}

/** What stands around the records. A list is still one without a table that cannot be had. */
async function tablesOf({ reader, warnings, api }: Subject, answer: Answer): Promise<Surroundings> {
  try {
    return await reader.surroundings(answer);
  } catch (error) {
    warnings.add(`"tables": ${messageOf(error)}`);
    return { zone: api.definition.zone };
  }
}

/** The records of a list; where the way to them leads nowhere, the complaint says what there is. */
function itemsIn(subject: Subject, answer: Answer): readonly Scope[] | undefined {
  try {
    return subject.reader.itemsIn(answer);
  } catch {
    const [path = '$.items'] = [subject.api.definition.list?.items].flat(2);
    const why = whyMissing({ path, scopes: [answer.body], within: [] });
    const found = findRecords(answer.body.value);
    const there = found?.records.length
      ? ` There are ${found.records.length} objects at ${[found.items].flat().join(' → ')}.`
      : '';
    const reason = why ? `: ${why.message}` : '';
    const end = reason.endsWith('?') ? '' : '.';
    subject.complain('list.items', `${path} leads nowhere${reason}${end}${there}`);
    return undefined;
  }
}

const ownFields = ({ part }: Subject): ReadonlySet<string> =>
  new Set(Object.keys(part.own.fields ?? {}));

/** Explains the answer about one project: a saved one, or that about the first of a list. */
async function explainDetail(subject: Subject, list: Explained): Promise<Explained | undefined> {
  const { api, reader, looking } = subject;
  const { detail } = api.definition;
  if (!detail) return undefined;
  const [first] = list.projects;
  const saved =
    looking.detail === undefined ? undefined : { text: looking.detail, answered: undefined };
  const noted = looking.isLive ? first && (await askDetail(subject, first.id)) : saved;
  const read = noted && (await readAnswer(subject, noted, detail, 'detail'));
  if (!read) return undefined;
  const found = compileItems(detail.record ?? '$')(read.answer.body, {}).slice(0, 1);
  const { plainNames } = api.definition.list ?? {};
  const items = found.map((item) =>
    plainNames ? { ...item, value: Object.fromEntries(plainMembers(item.value)) } : item,
  );
  if (!items.length)
    subject.complain('detail.record', 'there is no record in the answer about a project.');
  const { surroundings } = read;
  const detailOf = { id: first?.id ?? 'saved' };
  return explain({ api, reader, items, surroundings, own: ownFields(subject), detailOf });
}

/** Explains a list, and complains of what it hides. */
async function explainList(
  subject: Subject,
  { answer, surroundings }: ReadAnswer,
): Promise<Explained | undefined> {
  const { api, reader } = subject;
  const items = itemsIn(subject, answer);
  if (!items) return undefined;
  const list = await explain({ api, reader, items, surroundings, own: ownFields(subject) });
  const { skipped, records, dropped } = list.report;
  const [first] = skipped;
  if (first)
    subject.complain(
      'fields',
      `${skipped.length} of ${records - dropped} records cannot be shown; the first of them (record ${first.record}) has ${first.reason}.`,
    );
  else if (records && records === dropped)
    subject.complain('list', `"keep" and "drop" leave out all of ${records} records.`);
  return list;
}

/** Looks at a source by its responses. */
export async function look(part: Part, looking: Looking): Promise<SourceReport> {
  const subject = new Subject(part, looking);
  const { api, reader, warnings } = subject;
  const { definition, url } = api;
  const { wire, isLive, origin, ui } = looking;
  for (const warning of definitionWarnings(api, part.own, part.key)) warnings.add(warning);
  const page = await askPage(subject);
  const [first] = wire.noted;
  const read =
    first?.exchange.status === 200
      ? await readAnswer(subject, first, definition.list ?? {}, 'list')
      : undefined;
  const list = read && (await explainList(subject, read));
  const detail = list && (await explainDetail(subject, list));
  const paging =
    read &&
    pagingReport(
      definition.list ?? {},
      new Listing(api, reader).request.uses,
      read.answer,
      read.surroundings,
    );
  const isOurs = part.key.endsWith('api') && isNative(part.own);
  const outlook =
    page && list && outlookOf(page, definition, list.projects, ui, { isLive, isNative: isOurs });
  if (outlook?.applications === 'nowhere' && list?.projects.length)
    warnings.add(
      'No project says how to apply: it has neither "url" nor "application.url" nor "application.email", and "apply" takes none.',
    );
  if (paging && list)
    for (const warning of pagingWarnings(paging, list.report.records, isLive))
      warnings.add(warning);
  if (page)
    for (const name of facetsMissing(page, definition))
      warnings.add(
        `A filter is asked for that nobody sees, since nothing says what there is to choose: "list.facets" has no "${name}".`,
      );
  if (isLive) for (const warning of corsWarnings(api, wire.noted, origin)) warnings.add(warning);
  return {
    key: part.key,
    ...(part.id !== undefined && { id: part.id }),
    url,
    ...(definition.preset !== undefined && { preset: definition.preset }),
    mode: definition.mode ?? 'server',
    format: definition.list?.format ?? definition.format ?? 'json',
    requests: isLive ? wire.noted.map(({ exchange }) => exchange) : [],
    ...(paging && { paging }),
    ...(list && { list: list.report }),
    ...(detail && { detail: detail.report }),
    ...(outlook && { outlook }),
    problems: subject.problems,
    warnings: [...warnings],
  };
}
