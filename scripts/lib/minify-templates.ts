/**
 * Takes the white space out of the `html` and `css` templates of the script build, and nothing else:
 * values, selectors, fallback declarations and the spaces that separate words stay as they are.
 */
import { minify } from 'html-minifier-next';
import { minifyHTMLLiterals } from 'minify-literals';
import type { Plugin } from 'vite';

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

/** Works on the JavaScript that is left when types are gone. */
export const minifyTemplates = (): Plugin => ({
  name: 'foothold:minify-templates',
  async transform(code, id) {
    if (!id.includes('/src/') || !/\b(html|svg|css)`/.test(code)) return null;
    const result = await minifyHTMLLiterals(code, {
      fileName: id,
      html: minifyMarkup,
      css: minifyCss,
      cssTags: ['css'],
      sourceMap: false,
    });
    return result ? { code: result.code, map: null } : null;
  },
});
