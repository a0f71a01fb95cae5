/** What the documentation says is there: links, files, commands, attributes, tokens, keys; and its examples work. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect } from 'chai';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { en } from '../../src/i18n/en/index.ts';
import { decodePage } from '../../src/source/decode.ts';
import type { ListingsSource } from '../../src/source/listings-source.ts';
import * as source from '../../src/source/index.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const paths = ['*.md', 'docs/**/*.md', 'demo/**/*.md']
  .flatMap((glob) => globSync(glob, { cwd: ROOT }))
  .sort();
const documents = paths.map((path) => ({ path, text: read(path) }));

interface Fence {
  readonly path: string;
  readonly line: number;
  readonly language: string;
  readonly code: string;
}

const fences: Fence[] = documents.flatMap(({ path, text }) =>
  [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
    ({ 1: language = '', 2: code = '', index }) => ({
      path,
      line: text.slice(0, index).split('\n').length,
      language,
      code,
    }),
  ),
);
const fencesIn = (language: string) => fences.filter((fence) => fence.language === language);
const place = ({ path, line }: Fence) => `${path}:${line}`;
const prose = (text: string) => text.replace(/^```.*?^```$/gms, '');

/** What the reference, which is made from the code, lists of each element. */
const reference = new Map(
  read('docs/reference.md')
    .split(/^## `<(?=foothold)/m)
    .slice(1)
    .map((text): [string, (title: string) => string[]] => [
      text.slice(0, text.indexOf('>')),
      (title) => {
        const [, table = ''] = text.split(`### ${title}\n`);
        return [...(table.split('###')[0] ?? '').matchAll(/^\| `([^`]+)`/gm)].map(
          ([, name = '']) => name,
        );
      },
    ]),
);
const listed = (element: string, title: string) => reference.get(element)?.(title) ?? [];

/** The anchors that GitHub gives to headings. */
const anchorsOf = (text: string) =>
  [...prose(text).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

const packageJson = JSON.parse(read('package.json')) as {
  readonly scripts: Record<string, string>;
  readonly exports: Record<string, unknown>;
};

describe('the documentation', () => {
  for (const { path, text } of documents) {
    it(`leads somewhere with each link of ${path}`, () => {
      for (const [, target = ''] of prose(text).matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^(https?|mailto):/.test(target)) continue;
        const [file = '', anchor] = target.split('#');
        const found = file === '' ? path : relative(ROOT, join(ROOT, dirname(path), file));
        expect(existsSync(join(ROOT, found)), target).to.equal(true);
        if (anchor !== undefined) expect(anchorsOf(read(found)), target).to.include(anchor);
      }
    });

    it(`names files and commands that are there in ${path}`, () => {
      for (const [, name = ''] of text.matchAll(/`((?:src|demo|test|docs|scripts)\/[\w./-]*)`/g))
        expect(existsSync(join(ROOT, name)) || name.startsWith('dist'), name).to.equal(true);
      for (const [, name = ''] of text.matchAll(/npm run ([\w:]+)/g))
        expect(Object.keys(packageJson.scripts)).to.include(name);
    });
  }

  it('uses tokens that are there, and names all of them', () => {
    const sources = globSync('src/**/*.ts', { cwd: ROOT }).map(read).join('');
    const tokensOf = (text: string) =>
      new Set([...text.matchAll(/--foothold-[a-z-]*[a-z]/g)].map(([token]) => token));
    const real = tokensOf(sources);
    for (const { path, text } of documents)
      for (const token of tokensOf(text))
        expect(real.has(token), `${token} in ${path}`).to.equal(true);
    expect([...tokensOf(read('docs/guides/theming.md'))]).to.include.members([...real]);
  });

  it('styles parts and states that are there', () => {
    const css = fencesIn('css');
    expect(css).not.to.have.length(0);
    for (const fence of css) {
      for (const [, element = '', part] of fence.code.matchAll(/([\w-]+)::part\(([\w-]+)\)/g))
        expect(listed(element, 'Parts'), place(fence)).to.include(part);
      for (const [, element = '', state] of fence.code.matchAll(/([\w-]+)(:state\([\w-]+\))/g))
        expect(listed(element, 'States'), place(fence)).to.include(state);
    }
  });
});

describe('an HTML example', () => {
  /** Attributes of a tag, without what stands between quotes. */
  const attributesOf = (tag: string) =>
    [...tag.replace(/"[^"]*"/g, '""').matchAll(/\s([\w-]+)(?==|[\s/>]|$)/g)].map(
      ([, name = '']) => name,
    );

  for (const fence of fencesIn('html'))
    it(`has elements, attributes and targets that are there: ${place(fence)}`, () => {
      for (const [tag, name = ''] of fence.code.matchAll(
        /<(foothold-[\w-]+)(?:"[^"]*"|[^">])*>/g,
      )) {
        expect([...reference.keys()]).to.include(name);
        expect(listed(name, 'Attributes')).to.include.members(
          attributesOf(tag.slice(name.length + 1)),
        );
      }
      for (const [tag] of fence.code.matchAll(/<script(?:"[^"]*"|[^">])*>/g)) {
        if (!tag.includes('foothold.js')) continue;
        const data = attributesOf(tag)
          .filter((attribute) => attribute.startsWith('data-'))
          .map((attribute) => attribute.slice('data-'.length))
          .filter((attribute) => !['target', 'element', 'locales'].includes(attribute));
        const element = /data-element="([\w-]+)"/.exec(tag)?.[1] ?? 'board';
        expect(listed(`foothold-${element}`, 'Attributes')).to.include.members(data);
        const [, target] = /data-target="#([\w-]+)"/.exec(tag) ?? [];
        if (target !== undefined) expect(fence.code).to.include(`id="${target}"`);
      }
    });
});

describe('a JSON example', () => {
  const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
  (addFormats as unknown as { default: (ajv: Ajv2020) => void }).default(ajv);
  const fitsSchema = ajv.compile(JSON.parse(read('src/source/config.schema.json')) as object);

  const expectConfig = (config: { ui?: { wording?: Record<string, object> } }) => {
    expect(fitsSchema(config), ajv.errorsText(fitsSchema.errors)).to.equal(true);
    for (const wording of Object.values(config.ui?.wording ?? {}))
      expect(Object.keys(en)).to.include.members(Object.keys(wording));
  };

  for (const fence of fencesIn('json'))
    it(`is what it is for: ${place(fence)}`, () => {
      const value = JSON.parse(fence.code) as Record<string, object>;
      if ('version' in value) expectConfig(value);
      else if ('items' in value) {
        const { projects, skipped } = decodePage(value);
        expect(projects).to.have.length(1);
        expect(skipped).to.deep.equal([]);
      } else if (!fence.path.startsWith('docs/presets/'))
        // Pages of presets show records and settings of other systems; their own tests read those.
        expectConfig({ version: 1, ui: { wording: value } } as object);
    });

  it('within an element fits the schema, too', () => {
    const inline = fencesIn('html').flatMap(({ code }) => [
      ...code.matchAll(/<script type="application\/json">(.*?)<\/script>/gs),
    ]);
    expect(inline).not.to.have.length(0);
    for (const [, json = ''] of inline) expectConfig(JSON.parse(json) as object);
  });
});

describe('a JavaScript example', () => {
  const scripts = fencesIn('js');
  const specifiers = Object.keys(packageJson.exports).map((name) =>
    name.replace(/^\./, 'foothold'),
  );

  for (const fence of scripts)
    it(`can be parsed and imports what is exported: ${place(fence)}`, () => {
      const { diagnostics = [] } = ts.transpileModule(fence.code, { reportDiagnostics: true });
      expect(diagnostics.map(({ messageText }) => messageText)).to.deep.equal([]);
      for (const [, names = '', from = ''] of fence.code.matchAll(
        /import (?:\{(.*?)\} from )?'(.*?)'/g,
      )) {
        expect(specifiers).to.include(from);
        for (const name of names.split(',').map((each) => each.trim()))
          if (from === 'foothold/source') expect(Object.keys(source)).to.include(name);
          else if (name !== '') expect(read('src/index.ts')).to.include(name);
      }
    });

  /** Runs an example that gives an element a source, and returns that source. */
  function sourceOf(mark: string, known: Record<string, unknown>): ListingsSource {
    const code = scripts.find((fence) => fence.code.includes(mark))?.code ?? '';
    const board: { source?: ListingsSource } = {};
    const scope = { ...source, document: { querySelector: () => board }, ...known };
    const body = code.replace(/^import .*$/gm, '');
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- an example of ours
    new Function(...Object.keys(scope), body)(...Object.values(scope));
    if (!board.source) throw new Error(`No example with ${mark} gives a source.`);
    return board.source;
  }

  it('of a source of its own works, alone and shared', async () => {
    const asked: string[] = [];
    let status = 200;
    const job = { ref: 7, name: 'Count bicycles', company: 'Lakeside Analytics' };
    const fetch = (url: string) => {
      asked.push(url);
      const body = url.includes('search') ? { results: [job], count: 1 } : job;
      return Promise.resolve(Response.json(body, { status }));
    };
    const own = sourceOf('async list(', { fetch });
    const page = await own.list({ q: 'a&b' }, { limit: 20 });
    expect(page.projects).to.deep.equal([
      { id: '7', title: 'Count bicycles', employer: { name: 'Lakeside Analytics' } },
    ]);
    expect(page).to.deep.include({ total: 1, nextCursor: null, facets: {}, skipped: [] });
    expect(asked[0]).to.match(/q=a%26b$/);
    expect((await own.detail('7')).title).to.equal('Count bicycles');
    const shared = source.shareRequests(own);
    await Promise.all([shared.list({}, { limit: 20 }), shared.list({}, { limit: 20 })]);
    expect(asked).to.have.length(3);
    status = 500;
    const error: unknown = await own.list({}, { limit: 20 }).catch((reason: unknown) => reason);
    expect(error).to.include({ kind: 'http', status: 500 });
  });

  it('of listings in memory works', async () => {
    const projects = [
      { id: '1', title: 'Count bicycles', employer: { name: 'Lakeside Analytics' } },
    ];
    const memory = sourceOf('new MemorySource', { projects });
    expect((await memory.list({ q: 'bicycles' }, { limit: 20 })).total).to.equal(1);
  });
});
