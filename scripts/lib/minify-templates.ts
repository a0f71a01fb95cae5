/**
 * Takes the white space out of the `html` and `css` templates of the script build, shortens the names of
 * private properties, and nothing else: values, selectors, fallback declarations and the spaces that
 * separate words stay as they are.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { minify } from 'html-minifier-next';
import { minifyHTMLLiterals } from 'minify-literals';
import type { Plugin } from 'vite';
import { ROOT } from './run.ts';

/** Stands at both ends of a template, so that the space beside a word there is kept. */
const EDGE = '<x-edge></x-edge>';

export const minifyMarkup = async (markup: string): Promise<string> => {
  const minified = await minify(EDGE + markup + EDGE, {
    caseSensitive: true,
    collapseWhitespace: true,
    removeComments: true,
    collapseBooleanAttributes: true,
    removeAttributeQuotes: false,
    keepClosingSlash: true,
    inlineCustomElements: ['x-edge', 'slot'],
    // A template is a piece of a document: never complete it, never drop what seems empty.
    continueOnParseError: false,
  });
  return minified.slice(EDGE.length, -EDGE.length);
};

const CSS_STRING = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/.source;
const CSS_COMMENT = new RegExp(String.raw`(${CSS_STRING})|/\*[^]*?\*/`, 'g');
const CSS_SPACE = new RegExp(
  [
    `(?<text>${CSS_STRING})`,
    String.raw`\s*(?<around>[{};,>])\s*`,
    String.raw`(?<before>[:(])\s+`,
    String.raw`\s+(?<after>\)|!important)`,
    String.raw`\s+`,
    String.raw`(?<![\w.])0(?=\.\d)(?<zero>)`,
  ].join('|'),
  'g',
);

/** Comments, white space that means nothing, and zeros before a decimal point. */
export const minifyCss = (css: string): string =>
  css
    .replace(CSS_COMMENT, (_all, text?: string) => text ?? ' ')
    .replace(CSS_SPACE, (...found: unknown[]) => {
      const { text, around, before, after, zero } = found.at(-1) as Record<string, string>;
      return text ?? around ?? before ?? after ?? zero ?? ' ';
    })
    .replaceAll(';}', '}')
    .trim();

const PRIVATE_PROPERTY = /--_[\w-]+/g;

/** All of them, in an order that is the same in each build. */
const privateProperties = (): readonly string[] => {
  const sheets = globSync('src/styles/*.ts', { cwd: ROOT })
    .concat(globSync('src/**/*.styles.ts', { cwd: ROOT }))
    .map((path) => readFileSync(join(ROOT, path), 'utf8'));
  return [...new Set(sheets.join().match(PRIVATE_PROPERTY))].sort();
};

/**
 * `--_accent-text` becomes `--_1`, the same in each style sheet: private properties (`--_…`) go from one
 * to the other, but no page can rely on them. Those that pages set are called `--foothold-…`.
 */
export const shortenPrivateProperties = (css: string, names: readonly string[]): string =>
  css.replace(PRIVATE_PROPERTY, (name) =>
    names.includes(name) ? `--_${names.indexOf(name).toString(36)}` : name,
  );

/** Works on the JavaScript that is left when types are gone. */
export const minifyTemplates = (): Plugin => {
  const names = privateProperties();
  return {
    name: 'foothold:minify-templates',
    async transform(code, id) {
      if (!id.includes('/src/') || !/\b(html|svg|css)`/.test(code)) return null;
      const result = await minifyHTMLLiterals(code, {
        fileName: id,
        html: minifyMarkup,
        css: (text) => shortenPrivateProperties(minifyCss(text), names),
        cssTags: ['css'],
      });
      return result ? { code: result.code, map: result.map?.toString() ?? null } : null;
    },
  };
};
