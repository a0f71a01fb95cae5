/** Conversions of text that stands for HTML: plain paragraphs and Markdown. */
import { escape } from './html.ts';

/** Plain text as HTML: a paragraph for each that an empty line sets apart, with the breaks of its lines. */
export const paragraphs = (text: string): string =>
  escape(text)
    .split(/\r?\n\s*\n/)
    .map((paragraph) => `<p>${paragraph.replace(/\r?\n/g, '<br>')}</p>`)
    .join('');

/** Code, a link, bold and italic. No part of it can run past the end of its line. */
const span =
  /`([^`]+)`|\[([^[\]]+)\]\(((?:https?:\/\/|mailto:)[^\s()]+)\)|\*\*(\S.*?)\*\*(?!\*)|(?:\*|\b_)([^\s*_][^*_]*)(?:\*|_\b)/g;

/** A line of escaped text, with what Markdown marks in it. */
const marked = (line: string): string =>
  line.replace(
    span,
    (_all, code?: string, label?: string, href?: string, bold?: string, italic?: string) =>
      code
        ? `<code>${code}</code>`
        : label
          ? `<a href="${href!}">${marked(label)}</a>`
          : bold
            ? `<strong>${marked(bold)}</strong>`
            : `<em>${marked(italic!)}</em>`,
  );

const lineForm = /^\s*(?:(#{1,6}) |([-*+] )|(\d{1,3}[.)] ))?\s*(.*)$/s;

/**
 * Markdown as HTML: headings, paragraphs, lists of one level, code, links, bold and italic. Anything
 * else is text, HTML included.
 */
export function markdown(text: string): string {
  let html = '';
  let tag = '';
  const enter = (next = ''): void => {
    if (next === tag) return;
    html += (tag && `</${tag}>`) + (next && `<${next}>`);
    tag = next;
  };
  for (const line of escape(text).split(/\r\n?|\n/)) {
    const [, heading, bullet, number, words = ''] = lineForm.exec(line)!;
    if (/^\s*```/.test(line)) enter(tag === 'pre' ? '' : 'pre');
    else if (tag === 'pre') html += `${line}\n`;
    else if (!words) {
      if (tag === 'p') enter();
    } else if (heading) {
      enter();
      html += `<h${heading.length}>${marked(words)}</h${heading.length}>`;
    } else if (bullet ?? number) {
      enter(bullet ? 'ul' : 'ol');
      html += `<li>${marked(words)}</li>`;
    } else if (tag.endsWith('l') && /^\s/.test(line)) {
      // An item goes on in the line below it.
      html = `${html.slice(0, -'</li>'.length)} ${marked(words)}</li>`;
    } else {
      enter('p');
      html += marked(words.trim()) + (line.endsWith('  ') ? '<br>' : '\n');
    }
  }
  enter();
  return html;
}
