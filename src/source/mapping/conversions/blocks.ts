/** The conversion of block JSON, in which editors of content systems keep rich text. */
import { own } from '../../decode-values.ts';
import { tableOf, textOf } from './convert.ts';
import { escape } from './html.ts';

/** Deepest nesting that is followed. */
const MAX_DEPTH = 40;

/** Tags by type of block, of which only letters count. A block of another type leaves its content. */
const tags = tableOf(
  'paragraph:p heading:h header:h list:ul bulletlist:ul unorderedlist:ul orderedlist:ol listitem:li ' +
    'quote:blockquote blockquote:blockquote code:pre codeblock:pre link:a hyperlink:a',
);

const marks = { bold: 'b', italic: 'i', strikethrough: 's', code: 'code' };

/** A member of a block, or of what its editor keeps the settings of a block in. */
const member = (block: unknown, name: string): unknown =>
  own(block, name) ?? own(own(block, 'attrs'), name) ?? own(own(block, 'data'), name);

/** Whether a text has a mark: as a member, or in its list of marks. */
const isMarked = (block: unknown, mark: string): boolean =>
  own(block, mark) === true ||
  [own(block, 'marks')].flat().some((each) => own(each, 'type') === mark);

const within = (tag: string, html: string): string => `<${tag}>${html}</${tag}>`;

function render(block: unknown, depth: number): string {
  // Text that is no block is that of Editor.js, and HTML already.
  if (typeof block === 'string') return block;
  const inside = (content: unknown): string =>
    content == null || depth > MAX_DEPTH ? '' : render(content, depth + 1);
  if (Array.isArray(block)) return block.map(inside).join('');
  const text = own(block, 'text') ?? own(block, 'value');
  if (typeof text === 'string')
    return Object.entries(marks).reduce(
      (html, [mark, tag]) => (isMarked(block, mark) ? within(tag, html) : html),
      escape(text).replaceAll('\n', '<br>'),
    );

  const isOrdered = (member(block, 'format') ?? member(block, 'style')) === 'ordered';
  const items = member(block, 'items');
  const content = ['children', 'content', 'blocks', 'text'].map((name) => member(block, name));
  const inner = inside(content.find((each) => each !== undefined));
  if (Array.isArray(items) && items.length)
    return (
      inner +
      within(isOrdered ? 'ol' : 'ul', items.map((item) => within('li', inside(item))).join(''))
    );

  const type = textOf(own(block, 'type') ?? own(block, 'nodeType')).toLowerCase();
  const tag = tags.get(type.replace(/[^a-z]/g, ''));
  if (tag === 'h')
    return within(`h${Number(member(block, 'level') ?? /\d/.exec(type)) || 2}`, inner);
  if (tag === 'a')
    return `<a href="${escape(textOf(member(block, 'url') ?? member(block, 'uri')))}">${inner}</a>`;
  return tag ? within(tag === 'ul' && isOrdered ? 'ol' : tag, inner) : inner;
}

/** HTML of the blocks of Strapi and other Slate editors, of ProseMirror (TipTap), of Editor.js and of Contentful. */
export const blocks = (value: unknown): string | undefined =>
  (typeof value === 'object' && render(value, 0)) || undefined;
