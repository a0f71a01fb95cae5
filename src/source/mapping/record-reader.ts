/** Reads the records in an API's answers: where they are, which count, and what each is as a project. */
import type { Project } from '../../domain/project.ts';
import { decodeProject, isSkipped } from '../decode.ts';
import { isObject, own, prose } from '../decode-values.ts';
import type { RequestOptions, SkippedRecord } from '../listings-source.ts';
import type { Answer } from './answer.ts';
import type { Api } from './api.ts';
import { compileFields } from './fields.ts';
import { fillWords } from './fill-words.ts';
import { compileFindItems } from './items.ts';
import { takePause } from './pause.ts';
import { plainMembers } from './plain-names.ts';
import { compileKeep } from './reading.ts';
import { addTo } from './same-project.ts';
import type { Scope, Surroundings, Table } from './scope.ts';
import { compileTables } from './tables.ts';

/** What came of some records. */
export interface Records {
  readonly projects: readonly Project[];
  readonly skipped: readonly SkippedRecord[];
  /** By id, of projects that were read without their description: reads it. */
  readonly descriptions: ReadonlyMap<string, () => string | undefined>;
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

/** One record over another; what has members in both has those of both. */
const laidOver = (base: object, over: object): object =>
  Object.fromEntries(
    Object.entries({ ...base, ...over }).map(([name, value]: [string, unknown]) => {
      const before = own(base, name);
      return [name, isObject(before) && isObject(value) ? { ...before, ...value } : value];
    }),
  );

export class RecordReader {
  readonly #api: Api;
  /** What relative URLs in a record are resolved against. */
  readonly #base: string;
  /** What holds of a project where its record does not say otherwise. */
  readonly #usual: object | undefined;
  readonly #findItems;
  readonly #isKept;
  readonly #fields;
  readonly #fieldsOfCard;
  readonly #description;
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
    const { descriptionHtml, ...card } = fields ?? {};
    this.#description = descriptionHtml && compileFields({ descriptionHtml });
    this.#fieldsOfCard = this.#description ? compileFields(card) : this.#fields;
    this.#detailFields = detail?.fields
      ? compileFields({ ...(fields ?? { '*': '$' }), ...detail.fields })
      : this.#fields;
    this.#tables = compileTables(api);
    const mode = apply?.mode ?? 'post';
    this.#usual = mode === 'post' ? undefined : { application: { mode } };
    // A file is one document; of an API the address is a folder.
    this.#base = list.path === undefined ? url : url.replace(/\/*$/, '/');
  }

  /** What stands around the records of an answer: its tables, and who is told what is missing. */
  async surroundings(answer: Answer, options?: RequestOptions): Promise<Surroundings> {
    const tables: ReadonlyMap<string, Table> | undefined = await this.#tables?.(answer, options);
    return { zone: this.#api.definition.zone, tables };
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
    throw this.#api.malformed(
      `"list.items": "${path}" leads nowhere in the reply of ${url}` +
        (names.length ? `, which has ${names.join(', ')}` : ''),
    );
  }

  /**
   * Reads records, in slices that leave the page time to react.
   * @param isLong leaves descriptions for later: they are what takes longest, and of a long list few are looked at
   */
  async read(
    items: readonly Scope[],
    surroundings: Surroundings,
    isLong = false,
  ): Promise<Records> {
    const fields = isLong ? this.#fieldsOfCard : this.#fields;
    const describe = isLong && this.#description;
    const descriptions = new Map<string, () => string | undefined>();
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
      const decoded = this.#decode(fields?.(item, noted) ?? item.value);
      if (isSkipped(decoded)) {
        skipped.push({ reason: `record ${index}: ${decoded.reason}` });
        continue;
      }
      if (describe && !projects.has(decoded.id))
        descriptions.set(decoded.id, () => prose(describe(item, surroundings).descriptionHtml));
      addTo(projects, decoded);
    }
    for (const [what, count] of missed)
      this.#api.warn(`${what}: ${count} of ${seen} records have a value that cannot be read`, what);
    if (skipped.length)
      this.#api.warn(
        `${skipped.length} of ${seen} records are left out; the first: ${skipped[0]!.reason}`,
        'records',
      );
    return { projects: [...projects.values()], skipped, descriptions };
  }

  /** Reads one project from the answer about it, over what a list has said of it. */
  readDetail(record: Scope, surroundings: Surroundings, listed?: Project): Project {
    const item = this.#api.definition.list?.plainNames ? withPlainNames(record) : record;
    const project = this.#decode(this.#detailFields?.(item, surroundings) ?? item.value, listed);
    if (isSkipped(project)) throw this.#api.malformed(`"detail": the record has ${project.reason}`);
    return project;
  }

  #decode(record: unknown, known = this.#usual): Project | SkippedRecord {
    return decodeProject(known && isObject(record) ? laidOver(known, record) : record, this.#base);
  }
}
