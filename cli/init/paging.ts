/** Guesses how a list goes on: by its address, its headers, and what stands around the records. */
import { isObject } from '../../src/source/decode-values.ts';
import type { ListDefinition, Template } from '../../src/source/mapping/definition.ts';
import { refuseSecrets } from '../../src/source/mapping/secrets.ts';
import { type Member, membersOf } from '../shape/members.ts';

export interface InferredPaging {
  readonly list: Pick<
    ListDefinition,
    'query' | 'total' | 'pages' | 'next' | 'firstPage' | 'pageSize'
  >;
  readonly notes: readonly string[];
}

/** Letters and digits alone. */
const bare = (name: string): string => name.toLowerCase().replace(/[^a-z\d]+/g, '');

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** What parameters are called, by the variable that they stand for. */
const parameters: Readonly<Record<string, ReadonlySet<string>>> = {
  page: words('page p pageno pagenumber pageindex pagenum paged currentpage paginationpage pg'),
  limit: words(
    'limit perpage pagesize size rows take hitsperpage resultsperpage maxresults paginationpagesize paginationlimit top pagelimit',
  ),
  offset: words('offset skip start startindex from paginationstart pageoffset'),
  cursor: words('cursor after pagetoken nexttoken continuation nextcursor pagecursor'),
};

const variableOf = (name: string): string | undefined =>
  Object.entries(parameters).find(([, names]) => names.has(bare(name)))?.[0];

/** What members around the records are called. */
const totals = words(
  'total totalcount totalresults totalitems totalrecords totalelements totalfound numfound nbhits found totalhits estimatedtotalhits count recordcount resultcount jobcount filtercount',
);
const pageCounts = words('totalpages pagecount pages lastpage nbpages numberofpages numpages');
const nexts = words(
  'next nexturl nextlink nextpage nextpageurl odatanextlink linksnext linksnexthref nexthref metanext pagingnext paginationnext paginationnexturl',
);
const nextCursors = words(
  'nextcursor nextpagetoken nexttoken cursor endcursor metanextcursor paginationnextcursor',
);

interface Around {
  readonly path: string;
  readonly names: readonly string[];
  readonly value: unknown;
}

/** The plain members around the records. */
function around(body: unknown): readonly Around[] {
  if (!isObject(body)) return [];
  const single = (member: Member): boolean =>
    member.values.length === 1 && !member.path.includes('[*]');
  return membersOf([body])
    .filter(single)
    .map(({ path, names, values: [value] }) => ({ path, names, value }));
}

/** A member whose last name is one of some words, or all of its names together; the shortest way to one. */
const find = (
  members: readonly Around[],
  known: ReadonlySet<string>,
  test: (value: unknown) => boolean,
): Around | undefined =>
  members
    .filter(
      ({ names, value }) =>
        test(value) && (known.has(bare(names.at(-1)!)) || known.has(bare(names.join('')))),
    )
    .sort((a, b) => a.names.length - b.names.length)[0];

const isUrl = (value: unknown): boolean =>
  typeof value === 'string' && /^(?:https?:\/\/|\/|\?)/.test(value);
const isToken = (value: unknown): boolean =>
  typeof value === 'string' && value !== '' && !isUrl(value);

/** True of a parameter that a config may hold. */
function isPublic(name: string, value: string): boolean {
  try {
    refuseSecrets({ query: { [name]: value } });
    return true;
  } catch {
    return false;
  }
}

/** The parameters of an address, those that name a place in the list as variables. */
function readQuery(url: URL | undefined, notes: string[]) {
  const query: Record<string, Template> = {};
  let firstPage: number | undefined;
  let pageSize: number | undefined;
  for (const [name, value] of url?.searchParams ?? []) {
    const variable = variableOf(name);
    if (!isPublic(name, value)) {
      notes.push(
        `The parameter "${name}" is left out: a config is public, and this looks like a key. One that everybody may see goes into "publicKey" and is written {publicKey}.`,
      );
      continue;
    }
    query[name] = variable === undefined ? value : `{${variable}}`;
    if (variable === 'page') firstPage = Number(value) === 0 ? 0 : undefined;
    if (variable === 'limit') pageSize = Number(value) || undefined;
  }
  return { query, firstPage, pageSize };
}

/** Whether a query already says where in the list. */
const hasPlace = (query: Readonly<Record<string, Template>>): boolean =>
  Object.values(query).some((value) => /^\{(?:page|offset|cursor)\}$/.test(String(value)));

/**
 * Infers paging.
 * @param url that was asked; undefined of a file
 * @param count of the records in the response
 */
export function inferPaging(
  body: unknown,
  count: number,
  url: URL | undefined,
  headers: Headers | undefined,
): InferredPaging {
  const notes: string[] = [];
  const { query, firstPage, pageSize } = readQuery(url, notes);
  const members = around(body).filter(({ path }) => !/\[/.test(path) || path.includes("['"));
  const isCount = (value: unknown) => typeof value === 'number' && value >= count;
  const total = find(members, totals, isCount);
  const pages = find(members, pageCounts, (value) => typeof value === 'number');
  const next = find(members, nexts, isUrl);
  const cursor = find(members, nextCursors, isToken);
  const totalHeader = ['X-Total-Count', 'X-WP-Total', 'X-Total'].find((name) => headers?.has(name));
  const list: { -readonly [Key in keyof InferredPaging['list']]: InferredPaging['list'][Key] } = {};
  if (total) list.total = total.path;
  else if (totalHeader !== undefined) list.total = { header: totalHeader };
  if (firstPage !== undefined) list.firstPage = firstPage;
  if (pageSize !== undefined) list.pageSize = pageSize;
  if (!hasPlace(query)) {
    if (next) list.next = next.path;
    else if (/rel="?next\b/.test(headers?.get('Link') ?? '')) list.next = { header: 'Link' };
    else if (cursor) {
      list.next = cursor.path;
      query['cursor'] = '{cursor}';
      notes.push(
        `${cursor.path} leads to the next page; that the API takes it as the parameter "cursor" is a guess.`,
      );
    } else echoed(members, total, pages, count, query, list, notes);
  } else if (pages && !total) list.pages = pages.path;
  if (Object.keys(query).length) list.query = query;
  return { list, notes };
}

/** An API that says at which page it is probably takes a parameter of that name. */
function echoed(
  members: readonly Around[],
  total: Around | undefined,
  pages: Around | undefined,
  count: number,
  query: Record<string, Template>,
  list: { -readonly [Key in keyof InferredPaging['list']]: InferredPaging['list'][Key] },
  notes: string[],
): void {
  const isMore = Number(total?.value ?? 0) > count || Number(pages?.value ?? 0) > 1;
  if (!isMore) return;
  const named = (variable: string) =>
    find(members, parameters[variable]!, (value) => typeof value === 'number');
  const place = named('offset') ?? named('page');
  if (!place) {
    notes.push(
      `The response has ${count} of ${Number(total?.value ?? NaN) || 'more'} records, and nothing says how the others are asked for: add a parameter for {page}, {offset} or {cursor} to "list.query".`,
    );
    return;
  }
  const variable = named('offset') ? 'offset' : 'page';
  const name = place.names.at(-1)!;
  query[name] = `{${variable}}`;
  list.pageSize = count;
  if (variable === 'page' && place.value === 0) list.firstPage = 0;
  if (!total && pages) list.pages = pages.path;
  notes.push(
    `The response says ${name} ${String(place.value)}; that the API takes a parameter of that name is a guess.`,
  );
}
