/** Explains a response by a definition: what each record becomes, field by field. Asks for nothing. */
import type { Project } from '../../src/domain/project.ts';
import { isObject } from '../../src/source/decode-values.ts';
import type { Api } from '../../src/source/mapping/api.ts';
import type { Value } from '../../src/source/mapping/definition.ts';
import { fillWords } from '../../src/source/mapping/fill-words.ts';
import { nearest } from '../../src/source/mapping/nearest.ts';
import { projectFields } from '../../src/source/mapping/project-fields.ts';
import { compileKeep } from '../../src/source/mapping/reading.ts';
import type { RecordReader } from '../../src/source/mapping/record-reader.ts';
import type { Scope, Surroundings } from '../../src/source/mapping/scope.ts';
import { explainField, valueAt, type ReadRecord } from './field.ts';
import type { Explanation, FieldReport, Skipped } from './report.ts';
import { findUnused, readBy } from './unused.ts';
import { nativeWay, wayByName, waysOf, type Way } from './ways.ts';

/** Fields without which a record cannot be shown. */
const required = ['id', 'title', 'employer.name'];

/** Fields that have no fields inside them. */
const leaves = [...projectFields].filter(([, kind]) => !kind.members).map(([name]) => name);

/** An explanation, and the projects themselves, as they stand in the response. */
export interface Explained {
  readonly report: Explanation;
  readonly projects: readonly Project[];
}

/** What is explained. */
export interface Explaining {
  readonly api: Api;
  readonly reader: RecordReader;
  /** As `reader.itemsIn` gives them, or the one record about a project. */
  readonly items: readonly Scope[];
  readonly surroundings: Surroundings;
  /** Names of fields that the config itself says, not its preset. */
  readonly own: ReadonlySet<string>;
  /** Of the answer about one project: which one. */
  readonly detailOf?: Pick<Project, 'id'>;
}

/** The project in a record, or why there is none. */
async function readOne(
  { reader, surroundings, detailOf }: Explaining,
  scope: Scope,
): Promise<Project | string> {
  if (detailOf)
    try {
      return reader.readDetail(scope, surroundings, { id: detailOf.id });
    } catch (error) {
      return (error as Error).message.replace(/^"detail": the record has /, '');
    }
  const { projects, skipped } = await reader.read([scope], surroundings);
  return projects[0] ?? skipped[0]?.reason.replace(/^record 0: /, '') ?? 'not kept';
}

/** Reads each record by itself. */
async function readAll(explaining: Explaining) {
  const { api, items, detailOf } = explaining;
  const { keep, drop } = detailOf ? {} : (api.definition.list ?? {});
  const isKept = compileKeep(fillWords({ keep, drop }, { today: api.today }));
  const records: ReadRecord[] = [];
  const skipped: Skipped[] = [];
  for (const [index, scope] of items.entries()) {
    if (isKept && !isKept(scope.value)) continue;
    const read = await readOne(explaining, scope);
    const isProject = typeof read !== 'string';
    if (!isProject) skipped.push({ record: index, reason: read });
    records.push({ scope, project: isProject ? read : undefined });
  }
  return { records, skipped };
}

/** The fields that the engine reads; undefined where records are projects as they are. */
function fieldsOf({
  api: { definition },
  detailOf,
}: Explaining): Readonly<Record<string, Value>> | undefined {
  const { fields, detail } = definition;
  return detailOf && detail?.fields ? { ...(fields ?? { '*': '$' }), ...detail.fields } : fields;
}

/** The ways to each field that is said, or found by its name. */
function allWays(
  fields: Readonly<Record<string, Value>> | undefined,
  scopes: readonly Scope[],
): Map<string, readonly Way[]> {
  if (!fields) return new Map(leaves.map((name) => [name, [nativeWay(name)]]));
  const { '*': others, ...said } = fields;
  const ways = new Map(Object.entries(said).map(([name, value]) => [name, waysOf(value)]));
  if (others !== undefined)
    for (const name of projectFields.keys()) {
      const way = wayByName(name, others, scopes);
      if (way) ways.set(name, [...(ways.get(name) ?? []), way]);
    }
  return ways;
}

/** A needed field that no record has, where a member has nearly its name. */
function withNearName(field: FieldReport, scopes: readonly Scope[]): FieldReport {
  if (field.records || field.hints.some((hint) => hint.includes('did you mean'))) return field;
  const [name = ''] = field.name.split('.');
  const names = new Set(scopes.flatMap(({ value }) => (isObject(value) ? Object.keys(value) : [])));
  const meant = nearest(
    name,
    [...names].filter((each) => !projectFields.has(each)),
  );
  return meant === undefined
    ? field
    : { ...field, hints: [`no \`${name}\`; did you mean \`${meant}\`?`] };
}

/** Explains the records of a response. */
export async function explain(explaining: Explaining): Promise<Explained> {
  const { api, items, surroundings, own } = explaining;
  const { records, skipped } = await readAll(explaining);
  const scopes = records.map(({ scope }) => scope);
  const projects = records.flatMap(({ project }) => project ?? []);
  const { list = {} } = api.definition;
  const said = fieldsOf(explaining);
  const ways = allWays(said, scopes);
  // A project is known by its list already.
  const needed = explaining.detailOf ? [] : required;
  for (const name of needed) if (!ways.has(name)) ways.set(name, [nativeWay(name)]);
  const isByName = !said || '*' in said;
  const values = [...ways.values()].flat().map(({ value }) => value);
  const used = new Set(readBy(values).flat());
  const fields = [...ways]
    .map(([name, each]) =>
      explainField(name, each, records, {
        surroundings,
        isNative: !said,
        isOwn: own.has(name),
        isNeeded: needed.includes(name),
        used,
      }),
    )
    .filter(
      ({ name, ways: each }) =>
        (said && name in said) || needed.includes(name) || each.some(({ hits }) => hits),
    )
    .map((field) => (isByName && needed.includes(field.name) ? withNearName(field, scopes) : field))
    // An id may be made of a title: what is amiss with that is said of the title.
    .map((field, index, all) => {
      const later = new Set(all.slice(index + 1).flatMap(({ hints }) => hints));
      return { ...field, hints: field.hints.filter((hint) => !later.has(hint)) };
    });
  const had = new Set(fields.flatMap(({ name, records: count }) => (count ? [name] : [])));
  const lacking = new Set(
    leaves.filter(
      (name) => !had.has(name) && projects.every((each) => valueAt(each, name) === undefined),
    ),
  );
  const ids = new Set(projects.map(({ id }) => id));
  return {
    projects,
    report: {
      records: items.length,
      dropped: items.length - records.length,
      projects: ids.size,
      merged: projects.length - ids.size,
      skipped,
      fields,
      unused: findUnused(
        scopes.map(({ value }) => value),
        {
          values,
          conditions: [...(list.keep ?? []), ...(list.drop ?? [])],
          isByName,
          lacking,
        },
      ),
    },
  };
}
