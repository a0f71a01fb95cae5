/**
 * Writes `docs/reference.md` from the custom elements manifest, so that the reference is what the
 * code says. `--check` only compares.
 */
import { readFileSync } from 'node:fs';
import { cell, code, table as tableOf, writeOrCheck } from './lib/markdown.ts';

interface Named {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
}
interface Member extends Named {
  readonly kind: string;
  readonly privacy?: string;
  readonly static?: boolean;
  readonly attribute?: string;
  readonly parameters?: readonly Named[];
}
interface Declaration extends Named {
  readonly customElement?: boolean;
  readonly tagName?: string;
  readonly attributes?: readonly (Named & { readonly fieldName?: string })[];
  readonly members?: readonly Member[];
  readonly events?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
  readonly cssStates?: readonly Named[];
}

const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
};

const order = ['board', 'listing-feed', 'project-detail', 'application-form', 'provider'];
const elements = manifest.modules
  .flatMap((module) => module.declarations ?? [])
  .filter((declaration) => declaration.customElement && declaration.tagName)
  .sort(
    (a, b) =>
      order.indexOf(a.tagName!.replace('foothold-', '')) -
      order.indexOf(b.tagName!.replace('foothold-', '')),
  );

function table(heading: string, columns: readonly string[], rows: readonly string[][]): string {
  return rows.length ? `\n### ${heading}\n\n${tableOf(columns, rows)}` : '';
}

const described = (entries: readonly Named[] = [], quote = code): string[][] =>
  entries.map(({ name, description }) => [name ? quote(name) : '(default)', cell(description)]);

function section(element: Declaration): string {
  const fields = (element.members ?? []).filter(
    ({ kind, privacy, static: isStatic, attribute, name }) =>
      kind === 'field' && !privacy && !isStatic && !attribute && !/^[#_]/.test(name),
  );
  const methods = (element.members ?? []).filter(
    ({ kind, privacy, description }) => kind === 'method' && !privacy && description,
  );
  return [
    `\n## \`<${element.tagName!}>\`\n\n${(element.description ?? '').trim()}\n`,
    table(
      'Attributes',
      ['attribute', 'type', 'default', ''],
      (element.attributes ?? []).map((each) => [
        code(each.name),
        code(each.type?.text.replace(/ \| undefined$/, '')),
        code(each.default),
        cell(each.description),
      ]),
    ),
    table(
      'Properties without an attribute',
      ['property', 'type', ''],
      fields.map((each) => [code(each.name), code(each.type?.text), cell(each.description)]),
    ),
    table(
      'Methods',
      ['method', ''],
      methods.map((each) => [
        code(`${each.name}(${(each.parameters ?? []).map(({ name }) => name).join(', ')})`),
        cell(each.description),
      ]),
    ),
    table(
      'Events',
      ['event', 'class', ''],
      (element.events ?? []).map((each) => [
        code(each.name),
        code(each.type?.text),
        cell(each.description),
      ]),
    ),
    table('Slots', ['slot', ''], described(element.slots)),
    table('Parts', ['part', ''], described(element.cssParts)),
    table(
      'States',
      ['state', ''],
      described(element.cssStates, (name = '') => code(`:state(${name})`)),
    ),
    table('Custom properties', ['property', ''], described(element.cssProperties)),
  ].join('');
}

const text = `# Reference

Made from the code by \`npm run reference\`; do not edit. Events are classes with read-only fields; all of them bubble and are composed.
${elements.map(section).join('')}`;

writeOrCheck('docs/reference.md', text);
