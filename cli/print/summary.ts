/** What comes of a config, in sentences. */
import { filterLabel, sortLabel } from '../check/outlook.ts';
import type { Explanation, Outlook, Problem, SourceReport } from '../check/report.ts';

const listed = (names: readonly string[]): string => names.join(', ');

/** `1 record`, `20 records`. */
export const counted = (count: number, word: string): string =>
  `${count} ${word}${count === 1 ? '' : 's'}`;

function ofRecords({ records, dropped, projects, merged }: Explanation): string {
  if (!records) return 'The list is empty.';
  const left = records - dropped;
  const become = left === 1 ? 'becomes a project' : 'become projects';
  return [
    `${projects + merged} of ${counted(left, 'record')} ${become}.`,
    dropped
      ? ` ${dropped} more ${dropped === 1 ? 'is' : 'are'} left out by "keep" and "drop".`
      : '',
    merged
      ? ` ${merged} of them ${merged === 1 ? 'is the same project as another' : 'are the same projects as others'}.`
      : '',
  ].join('');
}

function ofOutlook(
  { search, filters, hidden, sorts, applications }: Outlook,
  mode: SourceReport['mode'],
): string {
  const why = mode === 'client' ? 'nothing known' : 'not asked for, or no choices known';
  return [
    `Search: ${search ? 'yes' : 'no'}.`,
    `Filters: ${listed(filters.map(filterLabel)) || 'none'}.`,
    ...(hidden.length ? [`Hidden: ${listed(hidden.map(filterLabel))} (${why}).`] : []),
    ...(sorts.length ? [`Orders: ${listed(sorts.map(sortLabel))}.`] : []),
    `Apply: ${applications === 'elsewhere' ? 'on the listing’s own page, or by email' : applications}.`,
  ].join(' ');
}

/** What comes of the records, and below it what students see of that. */
const ofSource = ({ list, outlook, mode }: SourceReport): readonly string[] => [
  ...(list ? [ofRecords(list)] : []),
  ...(list?.projects && outlook ? [ofOutlook(outlook, mode)] : []),
];

/** A few sentences about all of it, in lines. */
export function summaryOf(problems: readonly Problem[], sources: readonly SourceReport[]): string {
  const lines = sources.flatMap((source) => {
    const [first, ...rest] = ofSource(source);
    if (first === undefined) return [];
    return [sources.length > 1 ? `${source.id ?? source.key}: ${first}` : first, ...rest];
  });
  if (lines.length) return lines.join('\n');
  return problems.length
    ? `The config has ${counted(problems.length, 'problem')}.`
    : 'The config is valid. With --sample FILE or --live it is tried on a response.';
}
