import { expect } from 'chai';
import { convert } from './convert-with.ts';

const text = (words: string, more: object = {}) => ({ type: 'text', text: words, ...more });

describe('blocks', () => {
  it('are those of Strapi', () => {
    const blocks = [
      { type: 'heading', level: 3, children: [text('Tasks')] },
      {
        type: 'paragraph',
        children: [
          text('Compare '),
          text('five', { bold: true, italic: true }),
          { type: 'link', url: 'https://a.example/?a&b', children: [text('shops')] },
          text('\n'),
        ],
      },
      {
        type: 'list',
        format: 'ordered',
        children: [
          { type: 'list-item', children: [text('One')] },
          {
            type: 'list',
            format: 'unordered',
            children: [{ type: 'list-item', children: [text('Two')] }],
          },
        ],
      },
      { type: 'quote', children: [text('Well done')] },
      { type: 'code', children: [text('a < b')] },
      { type: 'image', image: { url: 'https://a.example/x.png' }, children: [text('')] },
    ];
    expect(convert('blocks', blocks)).to.equal(
      '<h3>Tasks</h3>' +
        '<p>Compare <i><b>five</b></i><a href="https://a.example/?a&#38;b">shops</a><br></p>' +
        '<ol><li>One</li><ul><li>Two</li></ul></ol>' +
        '<blockquote>Well done</blockquote><pre>a &#60; b</pre>',
    );
  });

  it('are those of Editor.js, whose text is HTML', () => {
    const blocks = {
      time: 1,
      blocks: [
        { type: 'header', data: { text: 'Tasks', level: 2 } },
        { type: 'paragraph', data: { text: 'Compare <b>five</b>' } },
        {
          type: 'list',
          data: {
            style: 'ordered',
            items: ['One', { content: 'Two', items: [{ content: 'x', items: [] }] }],
          },
        },
      ],
    };
    expect(convert('blocks', blocks)).to.equal(
      '<h2>Tasks</h2><p>Compare <b>five</b></p><ol><li>One</li><li>Two<ul><li>x</li></ul></li></ol>',
    );
  });

  it('are those of ProseMirror', () => {
    const doc = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 4 }, content: [text('Tasks')] },
        { type: 'bulletList', content: [{ type: 'listItem', content: [text('One')] }] },
      ],
    };
    expect(convert('blocks', doc)).to.equal('<h4>Tasks</h4><ul><li>One</li></ul>');
  });

  it('have marks of ProseMirror in a list', () => {
    const marked = text('five', { marks: [{ type: 'bold' }, { type: 'highlight' }] });
    const doc = { type: 'doc', content: [{ type: 'paragraph', content: [marked] }] };
    expect(convert('blocks', doc)).to.equal('<p><b>five</b></p>');
  });

  it('are those of Contentful', () => {
    const node = (nodeType: string, content: unknown[], data = {}) => ({ nodeType, data, content });
    const words = (value: string, ...marks: string[]) => ({
      nodeType: 'text',
      value,
      marks: marks.map((type) => ({ type })),
      data: {},
    });
    const document = node('document', [
      node('heading-3', [words('Tasks')]),
      node('paragraph', [
        words('Compare '),
        words('five', 'bold'),
        node('hyperlink', [words('shops')], { uri: 'https://a.example' }),
      ]),
      node('unordered-list', [node('list-item', [node('paragraph', [words('One')])])]),
      node('embedded-asset-block', [], { target: { sys: { id: 'a1' } } }),
    ]);
    expect(convert('blocks', document)).to.equal(
      '<h3>Tasks</h3><p>Compare <b>five</b><a href="https://a.example">shops</a></p><ul><li><p>One</p></li></ul>',
    );
  });

  it('leave the words of a block that is not known', () => {
    expect(convert('blocks', [{ type: 'callout', children: [text('Hurry')] }])).to.equal('Hurry');
  });

  it('end where they are nested too deep', () => {
    let block: unknown = text('x');
    for (let depth = 0; depth < 100_000; depth++) block = { type: 'quote', children: [block] };
    expect(convert('blocks', block)).not.to.contain('x');
  });
});
