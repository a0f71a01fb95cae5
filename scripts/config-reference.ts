/**
 * Writes `docs/reference-config.md` from the schema of the config, so that the reference is what
 * editors check. `--check` only compares.
 */
import { readFileSync } from 'node:fs';
import { cell, code, table, writeOrCheck } from './lib/markdown.ts';

/** As much of JSON Schema as the config's schema uses, and the reference can tell. */
interface Schema {
  readonly $ref?: string;
  /** What a kind of value is. Where it stands, editors show what is said of the key, and not this. */
  readonly $comment?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | false;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly then?: Schema;
  readonly else?: Schema;
}

interface Document extends Schema {
  readonly $defs: Readonly<Record<string, Schema>>;
}

const schema = JSON.parse(readFileSync('src/source/config.schema.json', 'utf8')) as Document;

/** What a reference leads to: `#/$defs/value`, `#/properties/api`. */
const resolve = (reference: string): Schema => {
  const [, of, name = ''] = reference.split('/');
  return (of === '$defs' ? schema.$defs : (schema.properties ?? {}))[name] ?? {};
};

const json = (value: unknown): string =>
  JSON.stringify(value, null, 1)
    .replace(/\n\s*/g, ' ')
    .replace(/([[{]) | (?=[\]}])/g, '$1');

/** The anchor that GitHub gives to a heading. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

const link = (title: string): string =>
  `[${title.replace(/^(An?|The) |:.*/g, '')}](#${anchor(title)})`;

/** Words of which one may stand there. */
const choices = (values: readonly unknown[] = []): string =>
  values.map((each) => code(String(each))).join(' ');

const words: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  boolean: 'true or false',
  array: 'list',
};

/** What may stand there besides `null`, which only takes something away. */
const alternativesOf = ({ anyOf, then, else: other }: Schema): readonly Schema[] =>
  (anyOf ?? [other, then])
    .filter((each) => each !== undefined)
    .filter(({ type }) => type !== 'null');

/** The sections by the parts of the schema that they tell of; a kind of value is called by its key. */
const titles = new Map(
  Object.entries(schema.$defs).flatMap(([key, part]): [Schema, string][] =>
    (part.title ?? part.$comment) ? [[part, part.title ?? `A ${key}`]] : [],
  ),
);

/** The title of the section that tells of what may stand there, if there is one. */
function titleOf(part: Schema): string | undefined {
  const [only, other] = alternativesOf(part);
  const [inner = other ? undefined : only] = part.$ref ? [resolve(part.$ref)] : (part.allOf ?? []);
  return titles.get(part) ?? (inner && titleOf(inner));
}

const either = new Intl.ListFormat('en', { type: 'disjunction' });

/** What may stand there, in words. */
function typeOf(value: Schema): string {
  const title = titleOf(value);
  if (title) return link(title);
  if (value.$ref && !value.type) return typeOf(resolve(value.$ref));
  if ('const' in value) return code(json(value.const));
  if (value.enum) return choices(value.enum);
  const alternatives = alternativesOf(value);
  if (alternatives.length) return either.format(alternatives.map(typeOf));
  const { type = 'anything', items, additionalProperties, propertyNames } = value;
  const inner = items ?? additionalProperties;
  const names = choices(propertyNames?.enum);
  const types = [type].flat().filter((each) => each !== 'null');
  return either.format(
    types.map((each) => {
      const word = words[each] ?? each;
      if (!inner || (each !== 'array' && each !== 'object')) return word;
      return `${word} of ${typeOf(inner)}${names ? `, by ${names}` : ''}`;
    }),
  );
}

/** The keys of an object, and of the objects in it that have no section of their own. */
function rowsOf({ properties = {}, required = [], allOf }: Schema, prefix: string): string[][] {
  return Object.entries(properties).flatMap(([key, own]) => {
    const property = { ...allOf?.[0]?.additionalProperties, ...own };
    const title = titleOf(property);
    // What is told in a section of its own is not told here as well.
    const {
      description,
      default: byDefault,
      examples = [],
    } = property.$ref
      ? { ...resolve(property.$ref), ...(title ? { examples: [] } : {}), ...property }
      : property;
    const row = [
      code(prefix + key),
      typeOf(property),
      byDefault === undefined ? '' : code(json(byDefault)),
      cell(`${required.includes(key) ? 'Needed. ' : ''}${description ?? ''}`),
      examples.map((each) => code(json(each))).join('<br>'),
    ];
    return [row, ...(title ? [] : rowsOf(property, `${prefix}${key}.`))];
  });
}

/** A table of the keys, without the columns in which nothing stands. */
function keys(of: Schema, prefix = ''): string {
  const columns = ['key', 'is', 'default', '', 'example'];
  const rows = rowsOf(of, prefix);
  const used = (_: string, at: number) => rows.some((row) => row[at] !== '');
  return table(
    columns.filter(used),
    rows.map((row) => row.filter(used)),
  );
}

function section([part, title]: readonly [Schema, string]): string {
  const { $comment, description = '', allOf = [], examples = [] } = part;
  const [, path = ''] = /^`([\w.]+)`:/.exec(title) ?? [];
  const base = allOf.map(titleOf).find(Boolean);
  return [
    `## ${title}`,
    `${$comment ?? description}${base ? ` It has the keys of a ${link(base)} as well.` : ''}`,
    choices(part.enum),
    ...(examples.length ? [examples.map((each) => `* ${code(json(each))}`).join('\n')] : []),
    keys(part, path && `${path}.`),
  ]
    .filter(Boolean)
    .join('\n\n');
}

writeOrCheck(
  'docs/reference-config.md',
  `# The config, key by key

Made from [the schema](../src/source/config.schema.json) by \`npm run reference\`; do not edit. The [guide](guides/config.md) says how a page gets its config.
An editor that knows the schema completes these keys and points out any other.
[Paths](reference-paths.md), [conversions](reference-conversions.md) and [formats](reference-formats.md) have references of their own.

${schema.description ?? ''}

${[keys(schema), ...[...titles].map(section)].map((text) => text.trimEnd()).join('\n\n')}
`,
);
