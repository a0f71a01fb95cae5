/** The Web API of Airtable behind a server that adds the token: one table with the fields of the guide, and its formulas. */
import type { Pay, Project } from '../../../src/domain/project.ts';
import { jsonIn } from '../support/documented.ts';
import { inOrder, stored, type Document } from '../support/documents.ts';
import { fakeApi, json, status, type FakeApi } from '../support/fake-api.ts';
import { only } from '../support/only.ts';

export const airtableUrl = 'https://careers.northmere.example/airtable/appQ1w2E3r4T5y6U7';

const columns = jsonIn('docs/presets/airtable.md', '"Apply by": "Date"') as Readonly<
  Record<string, string>
>;

interface Row {
  readonly id: string;
  readonly createdTime: string;
  readonly fields: Document;
}

const modes: Readonly<Record<string, string>> = {
  remote: 'Remote',
  hybrid: 'Hybrid',
  onsite: 'On-site',
};

/** `Pay` is a number, for all of the work. */
const isForAll = ({ kind, per }: Pay) => kind === 'fixed' && per === undefined;

/** A row; what is not filled in is not there. */
function rowOf(project: Project): Row {
  const { id, title, employer, hours, durationDays, pay, workMode, locations } = stored(project)!;
  const fields = {
    Title: title,
    Employer: employer.name,
    Summary: project.summary,
    Category: project.category,
    Industry: project.industry,
    Skills: project.skills,
    'Work mode': workMode && modes[workMode],
    Location: locations?.[0]?.display,
    Hours: hours?.max,
    Weeks: durationDays?.max && durationDays.max / 7,
    Pay: pay && isForAll(pay) ? pay.max : undefined,
    Currency: pay && isForAll(pay) ? pay.currency : undefined,
    'Apply by': stored(project)!.applyBy,
    'Time zone': project.timeZone,
    Posted: project.postedAt?.replace('Z', '.000Z'),
    Featured: project.featured,
    'Apply link': `https://www.northmere.example/apply/${id}`,
  };
  const unlisted = Object.keys(fields).filter((name) => !columns[name]);
  if (unlisted.length) throw new Error(`The table of the guide has no ${unlisted.join()}.`);
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  return { id, createdTime: '2026-11-01T10:00:00.000Z', fields: Object.fromEntries(known) };
}

class Refusal extends Error {
  readonly type: string;
  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

const invalid = (what: string): never => {
  throw new Refusal(
    'INVALID_FILTER_BY_FORMULA',
    `The formula for filtering records is invalid: ${what}`,
  );
};

type Value = string | number | boolean | undefined;
type Formula = (row: Row) => Value;

const textOf = (value: Value): string => (value === undefined ? '' : String(value));
const isTrue = (value: Value) =>
  value !== undefined && value !== '' && value !== 0 && value !== false;
const days = (values: readonly Value[]): [string, string] => {
  const [one, other] = values.map((value) => textOf(value).slice(0, 10));
  if (!one || !other) throw new Error('#ERROR!');
  return [one, other];
};

const functions: Readonly<Record<string, (values: readonly Value[], row: Row) => Value>> = {
  AND: (values) => values.every(isTrue),
  OR: (values) => values.some(isTrue),
  NOT: ([value]) => !isTrue(value),
  LOWER: ([text]) => textOf(text).toLowerCase(),
  SEARCH: ([text, where]) => textOf(where).indexOf(textOf(text)) + 1 || undefined,
  FIND: ([text, where]) => textOf(where).indexOf(textOf(text)) + 1,
  IS_BEFORE: (values) => days(values)[0] < days(values)[1],
  IS_AFTER: (values) => days(values)[0] > days(values)[1],
  RECORD_ID: (_none, { id }) => id,
};

const comparisons: Readonly<Record<string, (one: Value, other: Value) => boolean>> = {
  '=': (one, other) => textOf(one) === textOf(other),
  '>': (one, other) => Number(one ?? 0) > Number(other ?? 0),
  '>=': (one, other) => Number(one ?? 0) >= Number(other ?? 0),
  '<=': (one, other) => Number(one ?? 0) <= Number(other ?? 0),
};

const TOKEN =
  /\s*(?:'((?:[^'\\]|\\.)*)'|\{([^{}]+)\}|(\d+(?:\.\d+)?)|([A-Z_]+)|(>=|<=|[=>&*(),]))/y;

/** https://support.airtable.com/docs/formula-field-reference, as far as it is asked here. */
function formulaOf(text: string): Formula {
  let at = 0;
  const next = () => {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    return token ?? invalid(text.slice(at));
  };
  const take = (): RegExpExecArray => {
    const token = next();
    at = TOKEN.lastIndex;
    return token;
  };
  const sign = () => (at < text.length ? next()[5] : undefined);

  const primary = (): Formula => {
    const [, words, field, number, name] = take();
    if (words !== undefined) return () => words.replace(/\\(.)/g, '$1');
    if (number !== undefined) return () => Number(number);
    if (field !== undefined) {
      if (!columns[field]) invalid(`Unknown field names: ${field.toLowerCase()}`);
      return ({ fields }) => {
        const value = fields[field];
        return Array.isArray(value) ? value.join(', ') : (value as Value);
      };
    }
    const call = functions[name ?? ''] ?? invalid(`Unknown function: ${name}`);
    if (take()[5] !== '(') invalid(text);
    const given: Formula[] = [];
    while (sign() !== ')') {
      given.push(comparison());
      if (sign() === ',') take();
    }
    take();
    return (row) =>
      call(
        given.map((each) => each(row)),
        row,
      );
  };
  const joined = (): Formula => {
    let left = primary();
    for (let by = sign(); by === '&' || by === '*'; by = sign()) {
      take();
      const [one, other] = [left, primary()];
      left =
        by === '&'
          ? (row) => textOf(one(row)) + textOf(other(row))
          : (row) => Number(one(row) ?? 0) * Number(other(row) ?? 0);
    }
    return left;
  };
  function comparison(): Formula {
    const left = joined();
    const compare = comparisons[sign() ?? ''];
    if (!compare) return left;
    take();
    const right = joined();
    return (row) => compare(left(row), right(row));
  }
  const whole = comparison();
  if (at < text.length) invalid(text.slice(at));
  return whole;
}

/** A row for which a formula fails is not found. */
const holds = (formula: Formula) => (row: Row) => {
  try {
    return isTrue(formula(row));
  } catch {
    return false;
  }
};

const known = 'view filterByFormula sort[0][field] sort[0][direction] pageSize offset'.split(' ');

function answer(rows: readonly Row[], query: URLSearchParams): object {
  for (const name of query.keys())
    if (!known.includes(name)) throw new Refusal('INVALID_REQUEST_UNKNOWN', name);
  if (query.get('view') !== 'Open') throw new Refusal('VIEW_NAME_NOT_FOUND', 'View not found');
  const formula = query.has('filterByFormula') && formulaOf(query.get('filterByFormula')!);
  const found = formula ? rows.filter(holds(formula)) : rows;
  const [field, direction] = [query.get('sort[0][field]'), query.get('sort[0][direction]')];
  if (field && (!columns[field] || !/^(asc|desc)$/.test(direction ?? '')))
    throw new Refusal('UNKNOWN_FIELD_NAME', `Unknown field name: "${field}"`);
  const documents = found.map((row) => ({ ...row.fields, row }));
  const ordered = field
    ? inOrder(documents, [direction === 'desc' ? `-${field}` : field])
    : documents;
  const size = Number(query.get('pageSize') ?? 100);
  if (!(size >= 1 && size <= 100)) throw new Refusal('INVALID_PAGE_SIZE', 'pageSize');
  const [, start = 0] = /^itr\/(\d+)$/.exec(query.get('offset') ?? '') ?? [];
  if (query.has('offset') && !start)
    throw new Refusal('LIST_RECORDS_ITERATOR_NOT_AVAILABLE', 'The iterator has expired.');
  const end = Number(start) + size;
  return {
    records: ordered.slice(Number(start), end).map(({ row }) => row),
    ...(end < ordered.length && { offset: `itr/${end}` }),
  };
}

export function fakeAirtable(projects: readonly Project[]): FakeApi {
  const rows = projects.filter((project) => stored(project)).map(rowOf);
  return fakeApi({
    base: airtableUrl,
    routes: {
      'GET /Projects': ({ query }) => {
        try {
          return json(answer(rows, query));
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          return status(422, { error: { type: error.type, message: error.message } });
        }
      },
    },
  });
}

/** What the table of the guide has fields for. */
export function knownToAirtable(project: Project): Project | undefined {
  const known = stored(project);
  if (!known) return undefined;
  const { id, title, employer, hours, durationDays, pay, locations, postedAt } = known;
  const exactly = (value: number) => ({ min: value, max: value });
  return {
    id,
    title,
    employer: { name: employer.name },
    ...only(known, 'summary', 'category', 'industry', 'skills', 'workMode'),
    ...only(known, 'applyBy', 'timeZone', 'featured'),
    ...(locations && { locations: [{ display: locations[0]!.display }] }),
    ...(hours && { hours: exactly(hours.max!) }),
    ...(durationDays && { durationDays: exactly(durationDays.max!) }),
    ...(pay && isForAll(pay) && { pay: { ...pay, ...exactly(pay.max!), per: 'project' } }),
    ...(postedAt !== undefined && { postedAt: postedAt.replace('Z', '.000Z') }),
    application: { mode: 'redirect', url: `https://www.northmere.example/apply/${id}` },
  };
}
