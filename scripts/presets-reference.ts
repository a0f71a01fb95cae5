/**
 * Writes `docs/presets/README.md`: what each preset can and cannot do, from the presets themselves. `--check`
 * only compares.
 */
import { existsSync, readFileSync } from 'node:fs';
import { QUERY_KEYS } from '../src/domain/query.ts';
import type { SourceDefinition, Template } from '../src/source/mapping/definition.ts';
import { presets } from '../src/source/mapping/presets/index.ts';
import { readDefinition } from '../src/source/mapping/read-definition.ts';
import { compileTemplate } from '../src/source/mapping/template.ts';
import { table, writeOrCheck } from './lib/markdown.ts';

const FOLDER = 'docs/presets';

/** What a micro-internship should say and job systems often do not, by the fields that say it. */
const facts: Readonly<Record<string, readonly string[]>> = {
  pay: ['pay'],
  hours: ['hours'],
  duration: ['durationDays'],
  deadline: ['applyBy'],
  place: ['locations'],
  'work mode': ['workMode'],
  skills: ['skills'],
  questions: ['application.questions'],
};

/** Variables of a list's request. */
function usesOf({ list = {} }: SourceDefinition): ReadonlySet<string> {
  const uses = new Set<string>();
  const { path = '', query = {}, body } = list;
  const templates: Template[] = [path, query, body ?? null];
  for (const template of templates) compileTemplate(template, uses);
  return uses;
}

const pagingOf = ({ list = {} }: SourceDefinition, uses: ReadonlySet<string>): string => {
  if (uses.has('cursor')) return 'by cursor';
  if (list.next !== undefined) return 'by link';
  if (uses.has('offset')) return 'by offset';
  return uses.has('page') ? 'by page' : 'all at once';
};

const isServer = ({ mode = 'server' }: SourceDefinition): boolean => mode === 'server';

/** A list of names, or a word for none. */
const names = (all: readonly string[]): string => all.join(', ') || '—';

function filtersOf(definition: SourceDefinition, uses: ReadonlySet<string>): string {
  if (!isServer(definition)) return 'all of which something is known';
  return names(
    QUERY_KEYS.filter((key) => !['q', 'sort', 'currency'].includes(key) && uses.has(key)),
  );
}

function factsOf({ fields = {}, detail }: SourceDefinition): string {
  const known = Object.keys({ ...fields, ...detail?.fields });
  const isKnown = (path: string) => known.some((each) => `${each}.`.startsWith(`${path}.`));
  return known.length && !known.includes('*')
    ? names(Object.keys(facts).filter((fact) => facts[fact]!.some(isKnown)))
    : 'all that has our names';
}

/** The first heading of a preset's page. */
function titleOf(name: string): string {
  const file = `${FOLDER}/${name}.md`;
  if (!existsSync(file)) throw new Error(`${file} is missing: each preset has a page.`);
  return /^# (.*)$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? name;
}

const rows = [...presets.keys()].sort().map((name) => {
  const definition = readDefinition({ preset: name, url: 'https://x.example' }, 'api', presets);
  const uses = usesOf(definition);
  const isAsked = isServer(definition);
  return [
    `[${titleOf(name)}](${name}.md)`,
    `\`${name}\``,
    isAsked ? 'the API' : 'the browser',
    isAsked && !uses.has('q') ? 'no' : 'yes',
    filtersOf(definition, uses),
    isAsked ? names(Object.keys(definition.list?.sorts ?? {})) : 'all',
    pagingOf(definition, uses),
    factsOf(definition),
    definition.apply?.mode ?? 'link',
  ];
});

const columns = [
  'for',
  'preset',
  'searched by',
  'search',
  'filters',
  'orders',
  'fetched',
  'can know',
  'apply',
];

writeOrCheck(
  `${FOLDER}/README.md`,
  `# Presets

<!-- Written by scripts/presets-reference.ts. Do not edit. -->

A preset is a [config](../guides/config.md) that comes along: it knows how a system is asked and read. You add the address, and change what your own installation does in another way; every key of yours is laid over the preset's.

\`\`\`html
<foothold-board api="https://boards-api.greenhouse.io/v1/boards/lakeside" preset="greenhouse"></foothold-board>
\`\`\`

Where listings are searched by the browser, all of them are fetched at once (2,000 unless the config says otherwise), and filters work for whatever is known of them; a filter for which nothing is known is hidden. Where the API searches, the board offers what the API can
do. "Can know" names what a system has a place for, if need be one that you add: each page says which custom fields.

${table(columns, rows)}
`,
);
