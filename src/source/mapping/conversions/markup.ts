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

/** How many marks may stand inside each other: a row of asterisks would be marks all the way in. */
const MAX_DEPTH = 4;

/** A line of escaped text, with what Markdown marks in it. */
function marked(line: string, depth = 0): string {
  if (depth === MAX_DEPTH) return line;
  const inside = (text: string): string => marked(text, depth + 1);
  return line.replace(
    span,
    (_all, code?: string, label?: string, href?: string, bold?: string, italic?: string) =>
      code
        ? `<code>${code}</code>`
        : label
          ? `<a href="${href!}">${inside(label)}</a>`
          : bold
            ? `<strong>${inside(bold)}</strong>`
            : `<em>${inside(italic!)}</em>`,
  );
}

const lineForm = /^\s*(?:(#{1,6}) |([-*+] )|(\d{1,3}[.)] ))?\s*(.*)$/s;

/**
 * Markdown as HTML: headings, paragraphs, lists of one level, code, links, bold and italic. Anything
 * else is text, HTML included.
 */
export function markdown(text: string): string {
  let html = '';
  let tag = '';
  // What ends the item that is open: it may go on in the line below it.
  let end = '';
  const enter = (next = ''): void => {
    if (next === tag) return;
    html += end + (tag && `</${tag}>`) + (next && `<${next}>`);
    tag = next;
    end = '';
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
      html += `${end}<li>${marked(words)}`;
      end = '</li>';
    } else if (end && /^\s/.test(line)) {
      html += ` ${marked(words)}`;
    } else {
      enter('p');
      html += marked(words.trim()) + (line.endsWith('  ') ? '<br>' : '\n');
    }
  }
  enter();
  return html;
}
