/**
 * What every peer says: the words of a card and of the filters, as the board says them in English. Each peer
 * draws them in its own way.
 */
interface Range {
  readonly min?: number;
  readonly max?: number;
}

/** A list item of the native API, as far as it is drawn. */
export interface Item {
  readonly id: string;
  readonly title: string;
  readonly summary?: string;
  readonly employer: { readonly name: string; readonly verified?: boolean };
  readonly category?: string;
  readonly skills?: readonly string[];
  readonly featured?: boolean;
  readonly hours?: Range;
  readonly durationDays?: Range;
  readonly pay?: Range & {
    readonly kind: string;
    readonly currency?: string;
    readonly per?: string;
    readonly display?: string;
    readonly estimated?: boolean;
  };
  readonly workMode?: string;
  readonly locations?: readonly { readonly display: string }[];
  readonly applyBy?: string;
  readonly timeZone?: string;
}

export interface List {
  readonly items: readonly Item[];
  readonly total: number;
  readonly nextCursor: string | null;
  readonly facets: Readonly<Record<string, readonly Choice[]>>;
}

export interface Choice {
  readonly value: string;
  readonly count: number;
}

/** A fact of a card: its class and term, its first line, and what stands under it. */
export interface Fact {
  readonly name: string;
  readonly term: string;
  readonly main: string;
  readonly more?: string | undefined;
}

const moneys = new Map<string, Intl.NumberFormat>();

/** Memoized: formatters are dear to make. */
function money(currency: string, digits: number): Intl.NumberFormat {
  const key = `${currency} ${digits}`;
  let format = moneys.get(key);
  if (!format) {
    format = new Intl.NumberFormat('en', {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    moneys.set(key, format);
  }
  return format;
}

let dayFormat: Intl.DateTimeFormat | undefined;
let weekdayFormat: Intl.DateTimeFormat | undefined;

/** `Dec 5`. Made when it is first used: whoever draws nothing should not pay for it. */
const day = (at: number): string => {
  dayFormat ??= new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric', timeZone: 'UTC' });
  return dayFormat.format(at);
};

/** `Sat, Dec 5`. */
const weekday = (at: number): string => {
  weekdayFormat ??= new Intl.DateTimeFormat('en', {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return weekdayFormat.format(at);
};

const ends = ({ min, max }: Range): [number, number] => [(min ?? max)!, (max ?? min)!];
const one = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 1 });

function amount(range: Range, currency: string): string {
  const [min, max] = ends(range);
  if (Math.round(min) === Math.round(max) || min === max)
    return money(currency, min === max && !Number.isInteger(min) ? 2 : 0).format(min);
  return `${money(currency, 0).format(min)}–${one(Math.round(max))}`;
}

function span(range: Range, unit: string): string {
  const [min, max] = ends(range);
  return min === max
    ? `${one(min)} ${unit}${min === 1 ? '' : 's'}`
    : `${one(min)}–${one(max)} ${unit}s`;
}

function payFact({ pay, hours }: Item): [main: string, more?: string] {
  if (pay?.kind === 'unpaid') return ['Unpaid'];
  if (!pay?.currency || (pay.min ?? pay.max) === undefined)
    return [pay?.display ?? 'Pay not stated'];
  const { currency, kind } = pay;
  const isHourly = pay.per === 'hour' || (!pay.per && kind === 'hourly');
  const figure = amount(pay, currency);
  const said = (text: string) => (pay.estimated ? `${text} (estimated)` : text);
  const main = isHourly ? `${figure} an hour` : kind === 'stipend' ? `${figure} stipend` : figure;
  if (!hours) return [said(main)];
  const [low, high] = ends(pay);
  const [least, most] = ends(hours);
  const more = isHourly
    ? `${amount({ min: low * least, max: high * most }, currency)} in all`
    : `${amount({ min: low / most, max: high / least }, currency)} an hour`;
  return [main, said(more)];
}

const DAY = 86_400_000;

/** The day in a zone, `YYYY-MM-DD`. */
export const todayIn = (timeZone: string): string =>
  new Intl.DateTimeFormat('sv', { timeZone }).format();

function deadlineFact({ applyBy }: Item, today: string): [main: string, more: string] {
  const at = Date.parse(applyBy!);
  const left = Math.round((at - Date.parse(today)) / DAY);
  if (left < 2) return [left ? 'Tomorrow' : 'Today', weekday(at)];
  return [(left > 2 ? 'By ' : '') + day(at), `${left} days left`];
}

export const MODES: Readonly<Record<string, string>> = {
  remote: 'Remote',
  hybrid: 'Hybrid',
  onsite: 'On site',
};

/** What stands in the columns of a card. */
export function factsOf(item: Item, today: string): Fact[] {
  const [pay, rate] = payFact(item);
  const [by, left] = deadlineFact(item, today);
  const days = item.durationDays && ends(item.durationDays).map((each) => Math.round(each / 7));
  const duration = days && span({ min: days[0]!, max: days[1]! }, 'week');
  const hours = item.hours && span(item.hours, 'hour');
  const places = item.locations?.map(({ display }) => display).join(' · ');
  const mode = MODES[item.workMode ?? ''];
  return [
    { name: 'pay', term: 'Pay', main: pay, more: rate },
    {
      name: 'time',
      term: 'Time',
      main: hours ?? duration ?? 'Time not stated',
      more: hours && duration,
    },
    {
      name: 'where',
      term: 'Where',
      main: mode ?? places ?? 'Place not stated',
      more: mode && item.workMode !== 'remote' ? places : undefined,
    },
    { name: 'deadline', term: 'Apply by', main: by, more: left },
  ];
}

/** Skills that a card names, and how many others there are. */
export const skillsOf = ({ skills = [] }: Item): [named: string, others: string] => [
  skills.slice(0, 4).join(' · '),
  skills.length > 4 ? `+${skills.length - 4}` : '',
];

export const initials = (name: string): string =>
  (name.match(/[\p{L}\p{N}][^\s]*/gu) ?? [])
    .slice(0, 2)
    .map((word) => [...word][0])
    .join('')
    .toUpperCase();

/** The sets of choices that are offered, by parameter; of each the first five. */
export const FILTERS: Readonly<Record<string, string>> = {
  workMode: 'Work mode',
  category: 'Category',
  location: 'Location',
  skill: 'Skills',
  industry: 'Industry',
};
export const FIRST = 5;

export const SORTS: Readonly<Record<string, string>> = {
  newest: 'Newest',
  deadline: 'Deadline',
  pay: 'Highest pay',
  shortest: 'Fewest hours',
};

export const ICONS = {
  verified: 'M12 3l7 3v5c0 4.5-3 8-7 10-4-2-7-5.5-7-10V6zM9 11.500l2.2 2.200L15 10',
  where: 'M12 21c4-4.5 6.5-8 6.5-11a6.5 6.5 0 0 0-13 0c0 3 2.5 6.5 6.5 11Z',
};

/** The address of a page of the list. */
export const listUrl = (api: string, params = 'limit=20'): string => `${api}/projects?${params}`;

export const fetchList = async (api: string, params?: string): Promise<List> => {
  const response = await fetch(listUrl(api, params), { credentials: 'same-origin' });
  return (await response.json()) as List;
};
