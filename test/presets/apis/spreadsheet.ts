/** A spreadsheet as somebody at a career center keeps it, and the two ways in which it is published. */
import type { Pay, Project, Range } from '../../../src/domain/project.ts';
import { csv, fakeApi, text, type FakeApi } from '../support/fake-api.ts';
import { only } from '../support/only.ts';

/** The address of a project's own page. */
const pageOf = ({ id }: Project) => `https://www.northmere.example/projects/${id}`;

/** `20-30`, `40+` or `up to 5`. */
function words({ min, max }: Range = {}): string {
  if (max === undefined) return min === undefined ? '' : `${min}+`;
  if (min === undefined) return `up to ${max}`;
  return min === max ? String(min) : `${min}-${max}`;
}

function payWords({ kind, currency, per, ...range }: Pay): string {
  if (kind === 'unpaid') return 'unpaid';
  const amount = currency === 'USD' ? `$${words(range)}` : `${words(range)} ${currency}`;
  const unit = per ?? (kind === 'hourly' ? 'hour' : 'project');
  return unit === 'project' ? amount : `${amount} per ${unit}`;
}

type Cell = string | number | boolean | undefined;

const columns: Readonly<Record<string, (project: Project) => Cell>> = {
  ID: ({ id }) => id,
  'Project title': ({ title }) => title,
  Company: ({ employer }) => employer.name,
  Link: pageOf,
  Summary: ({ summary }) => summary,
  Deliverables: ({ deliverables }) => deliverables?.map(({ title }) => title).join('; '),
  Hours: ({ hours }) => words(hours),
  Weeks: ({ durationDays: { min, max } = {} }) =>
    words({ ...(min && { min: min / 7 }), ...(max && { max: max / 7 }) }),
  Pay: ({ pay }) => pay && pay.kind !== 'stipend' && payWords(pay),
  Stipend: ({ pay }) => pay?.kind === 'stipend' && payWords(pay),
  Deadline: ({ applyBy }) => applyBy,
  'Time zone': ({ timeZone }) => timeZone,
  Posted: ({ postedAt }) => postedAt,
  'Work mode': ({ workMode }) => workMode,
  Location: ({ locations }) => locations?.map(({ display }) => display).join('; '),
  Category: ({ category }) => category,
  Industry: ({ industry }) => industry,
  Skills: ({ skills }) => skills?.join(', '),
  'Class years': ({ eligibility }) => eligibility?.classYears?.join(', '),
  'Work authorization': ({ eligibility }) => eligibility?.workAuthorization,
  Status: ({ status }) => status,
  Featured: ({ featured }) => featured,
};

const rowsOf = (projects: readonly Project[]): Cell[][] =>
  projects.map((project) => Object.values(columns).map((of) => of(project) || undefined));

const base = 'https://sheets.example.com';

/** Published as CSV. */
export const publishedCsv = (projects: readonly Project[], separator?: string): FakeApi =>
  fakeApi({
    base,
    routes: { 'GET /list.csv': () => csv([Object.keys(columns), ...rowsOf(projects)], separator) },
  });
export const csvUrl = `${base}/list.csv`;

/** A cell as Google has it: days are dates whose months count from 0. */
function cellOf(value: Cell): object | null {
  if (value === undefined) return null;
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(value)) ?? [];
  return year
    ? { v: `Date(${year},${Number(month) - 1},${Number(day)})`, f: `${month}/${day}/${year}` }
    : { v: value };
}

/** Asked in the way of the Google Visualization API; without `headers` Google would guess whether there is a header. */
export const gviz = (projects: readonly Project[]): FakeApi =>
  fakeApi({
    base,
    routes: {
      'GET /spreadsheets/d/1aBcD/gviz/tq': ({ query }) => {
        if (query.get('headers') !== '1') throw new TypeError('The fake has one row of headers.');
        const cols = Object.keys(columns).map((label, index) => ({
          id: String.fromCharCode(65 + index),
          label,
          type: 'string',
        }));
        const rows = rowsOf(projects).map((cells) => ({ c: cells.map(cellOf) }));
        const reply = { version: '0.6', status: 'ok', table: { cols, rows, parsedNumHeaders: 1 } };
        return text(`/*O_o*/\ngoogle.visualization.Query.setResponse(${JSON.stringify(reply)});`);
      },
    },
  });
export const gvizUrl = `${base}/spreadsheets/d/1aBcD/gviz/tq?headers=1`;

/** What a spreadsheet can say of a project, and what the preset adds. */
export function knownInSheet(project: Project): Project {
  const { id, title, employer, pay, locations, deliverables, eligibility } = project;
  const url = pageOf(project);
  return {
    id,
    title,
    employer: only(employer, 'name'),
    url,
    application: { mode: 'redirect', url },
    ...only(project, 'summary', 'hours', 'durationDays', 'applyBy', 'timeZone', 'postedAt'),
    ...only(project, 'workMode', 'category', 'industry', 'skills', 'status', 'featured'),
    ...(eligibility && { eligibility: only(eligibility, 'classYears', 'workAuthorization') }),
    ...(deliverables && { deliverables: deliverables.map((each) => only(each, 'title')) }),
    ...(locations && { locations: locations.map((place) => only(place, 'display')) }),
    ...(pay && { pay: knownPay(pay) }),
  };
}

/** Pay with its unit; what is paid by the month has no kind in such words. */
function knownPay(pay: Pay): Pay {
  if (pay.kind === 'unpaid') return { ...pay, display: 'unpaid' };
  if (pay.kind === 'stipend') return pay;
  const per = pay.per ?? (pay.kind === 'hourly' ? 'hour' : 'project');
  return { ...pay, per, ...(pay.per && { kind: 'unknown' }) };
}
