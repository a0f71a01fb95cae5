/** A report for people. */
import type { Reading } from '../../src/source/mapping/definition.ts';
import type { Explanation, FieldReport, Report, SourceReport } from '../check/report.ts';
import { cut } from '../check/short.ts';
import type { Style } from './style.ts';
import { counted } from './summary.ts';
import { tableLines } from './table.ts';

/** Longest cell of the table, in characters. */
const LONGEST = 60;

const ordinal = (index: number): string => ['1st', '2nd', '3rd'][index] ?? `${index + 1}th`;

/** A value of a config in a few characters: its paths, or as it is written. */
function wayText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(wayText).join(' | ');
  const {
    path,
    const: constant,
    concat,
    all,
    by = ', ',
    each,
    value: inner = '$',
    fields,
  } = value as Reading;
  if (constant !== undefined) return `always ${JSON.stringify(constant)}`;
  if (concat) return concat.map(wayText).join(by === ', ' ? ' + ' : ` + ${JSON.stringify(by)} + `);
  if (all) return all.map(wayText).join(' and ');
  if (each !== undefined)
    return `${wayText(each)}: ${fields ? Object.values(fields).map(wayText).join(', ') : wayText(inner)}`;
  return wayText(path ?? '$');
}

/** Where a field comes from; where it does in several ways, in how many records each. */
function fromText({ ways, example }: FieldReport): string {
  const hits = ways.filter((way) => way.hits > 0);
  if (hits.length > 1)
    return hits.map(({ value, hits: n }) => `${n}× ${wayText(value)}`).join(', ');
  const index = ways.findIndex((way) => way.hits > 0);
  const text = ways.length ? wayText(ways[Math.max(0, index)]!.value) : '';
  const steps = (example?.steps ?? []).map((step) => ` → ${step}`).join('');
  const place = ways.length > 1 && index > 0 ? ` (${ordinal(index)} of ${ways.length})` : '';
  return text + steps + place;
}

const rowOf = (field: FieldReport, all: number): readonly string[] => [
  field.name,
  `${field.records}/${all}`,
  cut(fromText(field), LONGEST),
  cut(field.example?.raw ?? field.failures[0]?.example ?? '–', LONGEST),
  cut(field.example?.result ?? '–', LONGEST),
];

/** Fields that are in no record, and of which there is nothing else to say. */
const isSilent = ({ records, failures, hints, name }: FieldReport): boolean =>
  !records && !failures.length && !hints.length && !['id', 'title', 'employer.name'].includes(name);

/** What there is to say of the fields besides the table. */
const notesOf = ({ fields, unused }: Explanation): string[] => [
  ...fields.flatMap(({ name, failures }) =>
    failures.map(
      ({ what, records, example }) =>
        `${name}: ${counted(records, 'value')} cannot be read${what === name ? '' : ` by ${what.replace(/^as /, '')}`}, for example "${cut(example, LONGEST)}".`,
    ),
  ),
  ...fields.flatMap(({ name, hints }) =>
    hints.map((hint) => `${name}: ${hint}${/[?.]$/.test(hint) ? '' : '.'}`),
  ),
  ...unused.map(
    ({ path, looksLike, fields: names, example }) =>
      `${path} is not used; it looks like ${looksLike} ("${cut(example, 30)}"): ${names.map((name) => `\`${name}\``).join(' or ')}?`,
  ),
];

function explanationLines(
  title: string,
  explanation: Explanation,
  width: number,
  style: Style,
): string[] {
  const { fields, skipped } = explanation;
  const all = explanation.records - explanation.dropped;
  const [head = '', ...rows] = tableLines(
    [
      ['Field', 'Records', 'From', 'In the response', 'Becomes'],
      ...fields.filter((field) => !isSilent(field)).map((field) => rowOf(field, all)),
    ],
    width,
  );
  const silent = fields.filter(isSilent).map(({ name }) => name);
  return [
    style.bold(title),
    style.dim(head),
    ...rows,
    ...(silent.length ? [style.dim(`In no record: ${silent.join(', ')}.`)] : []),
    ...(skipped.length
      ? [
          '',
          ...skipped
            .slice(0, 5)
            .map(({ record, reason }) => style.red(`Record ${record} cannot be shown: ${reason}.`)),
        ]
      : []),
    ...(skipped.length > 5 ? [style.red(`… and ${skipped.length - 5} more.`)] : []),
    ...notesOf(explanation).map((note) => `${style.yellow('?')} ${note}`),
    '',
  ];
}

function pagingText({ paging }: SourceReport): string[] {
  if (!paging) return [];
  const { kind, total, pages, next } = paging;
  const ways = {
    page: 'by {page}',
    offset: 'by {offset}',
    cursor: 'by {cursor}',
    next: 'by the address of the next page',
    none: 'none, one response is all',
  };
  const known = [
    ...(total === null ? [] : [`total ${total}`]),
    ...(pages === null ? [] : [`pages ${pages}`]),
    ...(next === null ? [] : [`next ${cut(next, LONGEST)}`]),
  ];
  return [`Paging: ${ways[kind]}${known.length ? ` (${known.join(', ')})` : ''}`];
}

function sourceLines(source: SourceReport, width: number, style: Style): string[] {
  const { id, key, url, preset, mode, format, requests, list, detail, outlook, warnings } = source;
  const facets = Object.entries(outlook?.facets ?? {})
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${count}`);
  const lines = [
    `${style.bold(id ?? key)}  ${url}  ${style.dim(`(${[preset && `preset ${preset}`, `mode ${mode}`, format].filter(Boolean).join(', ')})`)}`,
    ...requests.map(
      ({ method, url: asked, status, size, time }) =>
        `${method} ${asked}  ${style.dim(`${status ?? 'no answer'}, ${size} characters, ${time} ms`)}`,
    ),
    ...pagingText(source),
    ...(facets.length ? [`Facets, by their number of choices: ${facets.join(', ')}`] : []),
    '',
  ];
  if (list)
    lines.push(...explanationLines(`List: ${counted(list.records, 'record')}`, list, width, style));
  if (detail)
    lines.push(...explanationLines('One project, by its own answer', detail, width, style));
  if (warnings.length)
    lines.push(...warnings.map((warning) => `${style.yellow('!')} ${warning}`), '');
  return lines;
}

/**
 * The lines of a report.
 * @param width columns of the terminal
 */
export function reportLines(report: Report, width: number, style: Style): string[] {
  const { problems, sources, summary, ok } = report;
  return [
    ...sources.flatMap((source) => sourceLines(source, width, style)),
    ...problems.map(({ message }) => `${style.red('✗')} ${message}`),
    ...(problems.length ? [''] : []),
    ...summary.split('\n').map((line) => (ok ? style.green(line) : line)),
  ];
}
