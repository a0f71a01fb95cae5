/** What the records of a response have. */
import { isObject, own } from '../../src/source/decode-values.ts';
import { isEmpty } from '../../src/source/mapping/scope.ts';

/** One member of the records, also of an object or of objects in a list inside them. */
export interface Member {
  /** From the record inwards; lists on the way have no name: `company`, `name`. */
  readonly names: readonly string[];
  /** The way to it: `$.company.name`, `$.tags[*].label`. */
  readonly path: string;
  /** What it holds in the records that have it, blank values left out. A list of plain values is one value. */
  readonly values: readonly unknown[];
}

/** Bounds on what is looked at: levels of a record, members in all, and entries of one list. */
const MAX_DEPTH = 5;
const MAX_MEMBERS = 400;
const MAX_ENTRIES = 20;

/** A step of a path to a member of this name. */
export const stepTo = (name: string): string =>
  /^(?!\d)[\w\x80-\ud7ff\ue000-\uffff]+$/.test(name)
    ? `.${name}`
    : `['${name.replace(/[\\']/g, '\\$&')}']`;

/** Rich text as a list of blocks, as Strapi has it, or as a document of them: one value, not many things. */
export const isBlocks = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0 &&
      value.every((each) => own(each, 'type') !== undefined && own(each, 'children') !== undefined)
    : Array.isArray(own(value, 'content')) &&
      /^doc(?:ument)?$/.test(String(own(value, 'type') ?? own(value, 'nodeType')));

const isListOfObjects = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.some(isObject) && !isBlocks(value);

/** The members of records, in the order in which they are met. */
export function membersOf(records: readonly unknown[]): readonly Member[] {
  const found = new Map<string, Member & { readonly values: unknown[] }>();

  function visit(value: unknown, names: readonly string[], path: string): void {
    if (names.length > MAX_DEPTH) return;
    if (isObject(value) && !isBlocks(value)) {
      for (const [name, inner] of Object.entries(value))
        visit(inner, [...names, name], path + stepTo(name));
    } else if (isListOfObjects(value)) {
      for (const each of value.slice(0, MAX_ENTRIES))
        if (isObject(each)) visit(each, names, `${path}[*]`);
    } else if (names.length) {
      const member = found.get(path) ?? { names, path, values: [] };
      if (!found.has(path) && found.size < MAX_MEMBERS) found.set(path, member);
      if (!isEmpty(value)) member.values.push(value);
    }
  }

  for (const record of records) visit(record, [], '$');
  return [...found.values()];
}
