/**
 * Untrusted HTML to new nodes that can do nothing but be read: no scripts, no styles, no requests.
 *
 * Nothing is cleaned. The browser parses the text into a document that is never shown, and what a
 * constant table allows is built anew from it: elements without attributes, links with a checked
 * address, and text. What the table does not know leaves its text behind, or nothing at all.
 */
import { parseHtml } from './parse-html.ts';
import { safeUrl } from './safe-url.ts';

/** Bounds on hostile lengths: of the HTML in characters, of what is read of it, and of nesting. */
const MAX_LENGTH = 50_000;
const MAX_NODES = 5_000;
const MAX_DEPTH = 40;

/**
 * What becomes of an element; `-` goes with all that is in it, those not named leave their content.
 * A map and no object: a polluted `Object.prototype` adds nothing to it.
 */
const tags: ReadonlyMap<string, string> = new Map(
  (
    'p br hr ul ol li a h1 h2 h3 h4 h5 h6 strong em code s blockquote pre sub sup ' +
    'table thead tbody tfoot tr td th caption b:strong i:em tt:code strike:s del:s ' +
    'div section:div article:div header:div footer:div form:div dl:div dt:div dd:div ' +
    'head:- title:- script:- style:- iframe:- noscript:- noframes:- noembed:-'
  )
    .split(' ')
    .map((entry) => {
      const [name, tag = name] = entry.split(':') as [string, string?];
      return [name, tag];
    }),
);

/**
 * The elements that a parser opens again in every paragraph after the one in which they were left
 * open: `<p>` with a thousand of them, then thousands of `<p>`, are millions of nodes, and the end of
 * the tab. The parser opens at most three that are alike, so they are made alike beforehand.
 */
const reopened =
  /<(\/?)(b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>]|$)[^>]*>?/gi;

const alike = (_tag: string, slash: string, name: string): string =>
  `<${slash}${tags.get(name.toLowerCase()) ?? 'span'}>`;

/** A link to a page, an address or a telephone, and to nothing else. */
function link(address: string): HTMLElement | undefined {
  const href = /^(mailto|tel):/.test(address) ? address : safeUrl(address)?.href;
  return href
    ? Object.assign(document.createElement('a'), {
        href,
        rel: 'noopener noreferrer nofollow ugc',
        referrerPolicy: 'no-referrer',
      })
    : undefined;
}

const isList = (node: Node): boolean => /^[OU]L$/.test(node.nodeName);
const hasText = (node: Node): boolean => /\S/.test(node.textContent ?? '');

/**
 * Makes a fragment of untrusted HTML, or of plain text, whose lines are kept.
 * @param level the level of the text's own highest headings; the others follow without gaps
 */
export function richText(html: string, level: number): DocumentFragment {
  const fragment = document.createDocumentFragment();
  let left = MAX_NODES;
  /** The headings above the present place, as levels of the source. */
  const outline: string[] = [];

  function elementFor(from: HTMLElement, tag: string, into: Node): HTMLElement | undefined {
    if (tag === 'a') return link(from.getAttribute('href') ?? '');
    if (/^h\d/.test(tag)) {
      if (!hasText(from)) return undefined;
      while (outline.at(-1)! >= tag) outline.pop();
      return document.createElement(`h${Math.min(level - 1 + outline.push(tag), 6)}`);
    }
    return document.createElement(tag === 'li' && !isList(into) ? 'div' : tag);
  }

  /**
   * Copies what is below the walker's place, and leaves it there. A walker, for it reads no property
   * of a node: `<form><input name="firstChild">` lays the input over the form's own `firstChild`.
   */
  function copy(walker: TreeWalker, into: Node, depth: number): void {
    let node = walker.firstChild();
    if (!node) return;
    for (; node && left > 0; node = walker.nextSibling()) {
      left--;
      let child: Node | undefined;
      if (node instanceof Text) child = document.createTextNode(node.data);
      // Only HTML: what is in SVG or MathML is parsed by other rules.
      else if (node instanceof HTMLElement) {
        const name = node instanceof HTMLFormElement ? 'form' : node.localName;
        const tag = tags.get(name);
        if (tag === '-') continue;
        child = tag && depth < MAX_DEPTH ? elementFor(node, tag, into) : undefined;
        copy(walker, child ?? into, depth + 1);
        // What is empty would be a gap, or a heading or link without a name; a space is kept.
        if (child && !hasText(child) && !/^(br|hr|t.+)$/.test(name)) {
          child = document.createTextNode(child.textContent ? ' ' : '');
        }
      }
      if (!child) continue;
      if (isList(into) && child.nodeName !== 'LI' && hasText(child)) {
        const item = document.createElement('li');
        item.append(child);
        child = item;
      }
      into.appendChild(child);
    }
    walker.parentNode();
  }

  const text = html.length > MAX_LENGTH ? `${html.slice(0, MAX_LENGTH)}…` : html;
  const lines = /<[a-z/!]/i.test(text) ? text : text.replace(/\n/g, '<br>');
  try {
    copy(document.createTreeWalker(parseHtml(lines.replace(reopened, alike))), fragment, 0);
  } catch {
    // The page's policy allows no parser: the words without their tags.
    fragment.append(text.replace(/<[^<>]*>/g, ' '));
  }
  return fragment;
}
