/** Reads the records in an API's answers: where they are, which count, and what each is as a project. */
import type { ApplicationTerms, Project } from '../../domain/project.ts';
import { decodeProject, isSkipped } from '../decode.ts';
import { isObject, own } from '../decode-values.ts';
import type { RequestOptions, SkippedRecord } from '../listings-source.ts';
import { takePause } from '../pause.ts';
import { plainJson } from '../plain-json.ts';
import type { Answer } from './answer.ts';
import type { Api } from './api.ts';
import type { ApplyDefinition } from './definition.ts';
import { compileFields } from './fields.ts';
import { fillWords } from './fill-words.ts';
import { compileFindItems } from './items.ts';
import { plainMembers } from './plain-names.ts';
import { compileKeep } from './reading.ts';
import { addTo } from './same-project.ts';
import type { Scope, Surroundings, Table } from './scope.ts';
import { compileTables } from './tables.ts';

/** What came of some records. */
export interface Records {
  readonly projects: readonly Project[];
  readonly skipped: readonly SkippedRecord[];
}

/** A record whose members are called by their letters and digits; of equal names the first counts. */
const withPlainNames = (item: Scope): Scope =>
  isObject(item.value) ? { ...item, value: Object.fromEntries(plainMembers(item.value)) } : item;

/** The records in an object that names them, each with its name under `name`. */
const named = ({ value, outer }: Scope, name: string): Scope[] =>
  isObject(value)
    ? Object.entries(value).map(([key, record]) => ({
        value: isObject(record) ? { [name]: key, ...record } : record,
        outer,
      }))
    : [];

/** What went wrong, in the words of an API that says so with the status of a success. */
export const complaintIn = (body: unknown): string | undefined =>
  ['error', 'errors', 'message', 'detail']
    .flatMap((name) => own(body, name))
    .map((value) => own(value, 'message') ?? value)
    .find((value): value is string => typeof value === 'string');

/** One record over another; what has members in both has those of both. */
const laidOver = (base: object, over: object): object =>
  Object.fromEntries(
    Object.entries({ ...base, ...over }).map(([name, value]: [string, unknown]) => {
      const before = own(base, name);
      return [name, isObject(before) && isObject(value) ? laidOver(before, value) : value];
    }),
  );

/** How to apply where a listing does not say: as the config does, and without what its request has no place for. */
function usualTerms({ mode, body }: ApplyDefinition): ApplicationTerms {
  if (mode !== 'post') return { mode };
  const text = body === undefined ? '{application}{files}' : plainJson(body);
  const requires = {
    ...(!/\{(?:resume|files)\b/.test(text) && { resume: 'none' as const }),
    ...(!/\{(?:proposal|application)\b/.test(text) && { proposal: 'none' as const }),
  };
  return Object.keys(requires).length ? { requires } : {};
}

export class RecordReader {
  readonly #api: Api;
  /** What relative URLs in a record are resolved against. */
  readonly #base: string;
  /** What holds of a project where its record does not say otherwise. */
  readonly #usual: object | undefined;
  readonly #findItems;
  readonly #isKept;
  readonly #fields;
  readonly #detailFields;
  readonly #tables;

  /** @throws ConfigError or PathError */
  constructor(api: Api) {
    this.#api = api;
    const { definition, today, url } = api;
    const { list = {}, detail, fields, apply } = definition;
    const items = list.items ?? (list.keyed === undefined ? undefined : '$');
    this.#findItems = compileFindItems(items, list.format ?? definition.format);
    this.#isKept = compileKeep(fillWords({ keep: list.keep, drop: list.drop }, { today }));
    this.#fields = fields && compileFields(fields);
    this.#detailFields = detail?.fields
      ? compileFields({ ...(fields ?? { '*': '$' }), ...detail.fields })
      : this.#fields;
    this.#tables = compileTables(api);
    const application = apply && usualTerms(apply);
    this.#usual = application && { application };
    // A file is one document; of an API the address is a folder.
    this.#base = list.path === undefined ? url : url.replace(/\/*$/, '/');
  }

  /** What stands around the records of an answer: its tables, and who is told what is missing. */
  async surroundings(answer: Answer, options?: RequestOptions): Promise<Surroundings> {
    const tables: ReadonlyMap<string, Table> | undefined = await this.#tables?.(answer, options);
    return { zone: this.#api.definition.zone, today: this.#api.today, tables };
  }

  /**
   * The records in an answer, not read yet.
   * @throws SourceError `malformed` when the path to them leads nowhere
   */
  itemsIn({ body, url }: Answer): readonly Scope[] {
    const items = this.#findItems(body);
    if (items) {
      const { keyed, plainNames } = this.#api.definition.list ?? {};
      const records = keyed === undefined ? items : items.flatMap((item) => named(item, keyed));
      return plainNames ? records.map(withPlainNames) : records;
    }
    const [path = '$.items'] = [this.#api.definition.list?.items].flat(2);
    const names = isObject(body.value) ? Object.keys(body.value).slice(0, 8) : [];
    const said = complaintIn(body.value);
    throw this.#api.malformed(
      `"list.items": "${path}" leads nowhere in the reply of ${url}` +
        (names.length ? `, which has ${names.join(', ')}` : '') +
        (said ? `. It says: ${said}` : ''),
    );
  }

  /** Reads records, in slices that leave the page time to react. */
  async read(items: readonly Scope[], surroundings: Surroundings): Promise<Records> {
    const projects = new Map<string, Project>();
    const skipped: SkippedRecord[] = [];
    const missed = new Map<string, number>();
    const noted: Surroundings = {
      ...surroundings,
      miss: (what) => missed.set(what, (missed.get(what) ?? 0) + 1),
    };
    let seen = 0;
    for (let index = 0; index < items.length; index++) {
      const pause = takePause();
      if (pause) await pause;
      const item = items[index]!;
      if (this.#isKept && !this.#isKept(item.value)) continue;
      seen++;
      const decoded = this.#decode(this.#fields?.(item, noted) ?? item.value);
      if (isSkipped(decoded)) {
        skipped.push({ reason: `record ${index}: ${decoded.reason}` });
        continue;
      }
      addTo(projects, decoded);
    }
    for (const [what, count] of missed)
      this.#api.warn(`${what}: ${count} of ${seen} records have a value that cannot be read`, what);
    if (skipped.length)
      this.#api.warn(
        `${skipped.length} of ${seen} records are left out; the first: ${skipped[0]!.reason}`,
        'records',
      );
    return { projects: [...projects.values()], skipped };
  }

  /**
   * Reads one project from the answer about it, over what is known of it: its id at least, which the answer may
   * leave out, and what a list has said.
   */
  readDetail(
    record: Scope,
    surroundings: Surroundings,
    listed: Pick<Project, 'id'> & Partial<Project>,
  ): Project {
    const item = this.#api.definition.list?.plainNames ? withPlainNames(record) : record;
    const known = { ...this.#usual, ...listed };
    const project = this.#decode(this.#detailFields?.(item, surroundings) ?? item.value, known);
    if (isSkipped(project)) throw this.#api.malformed(`"detail": the record has ${project.reason}`);
    return project;
  }

  #decode(record: unknown, known = this.#usual): Project | SkippedRecord {
    return decodeProject(known && isObject(record) ? laidOver(known, record) : record, this.#base);
  }
}
