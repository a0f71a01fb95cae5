import { expect } from 'chai';
import fc from 'fast-check';
import { parseBody } from '../../../src/source/formats/parse.ts';
import { problem } from './problem.ts';

const parse = (text: string) => parseBody('xml', text);
/** What an element is that has this content. */
const content = (text: string) => (parse(`<r>${text}</r>`) as { r: unknown }).r;

describe('XML', () => {
  it('gives text for an element that is nothing but text', () => {
    expect(parse('<title>\n  Count\n bicycles </title>')).to.deep.equal({
      title: 'Count\n bicycles',
    });
    expect(parse('<title/>')).to.deep.equal({ title: '' });
    expect(parse('<title > </title >')).to.deep.equal({ title: '' });
  });

  it('gives an object for an element with others in it, and a list for several of one name', () => {
    expect(
      parse('<jobs><job><id>1</id><tag>a</tag><tag>b</tag></job> <job><id>2</id></job></jobs>'),
    ).to.deep.equal({ jobs: { job: [{ id: '1', tag: ['a', 'b'] }, { id: '2' }] } });
  });

  it('has attributes as @name and the text beside them as #text', () => {
    expect(content(`<a href = "x?a=1&amp;b=2" rel='it"s > that'\n/>`)).to.deep.equal({
      a: { '@href': 'x?a=1&b=2', '@rel': 'it"s > that' },
    });
    expect(content('<guid isPermaLink="false"> 7 </guid>')).to.deep.equal({
      guid: { '@isPermaLink': 'false', '#text': '7' },
    });
  });

  it('keeps prefixes as they are written', () => {
    expect(parse('<r xmlns:job="urn:x"><job:place>Ghent</job:place></r>')).to.deep.equal({
      r: { '@xmlns:job': 'urn:x', 'job:place': 'Ghent' },
    });
  });

  it('passes over declarations, instructions, comments and a DOCTYPE', () => {
    expect(
      parse(`<?xml version="1.0"?>\n<?style a="<b>"?>
        <!DOCTYPE r [ <!ELEMENT r (#PCDATA)> <!-- [a] --> ]>
        <!-- <a> --><r>a<!-- b --> c<?d?></r><!-- e -->\n`),
    ).to.deep.equal({ r: 'a c' });
    expect(parse('<!DOCTYPE r SYSTEM "https://x.example/r.dtd"><r/>')).to.deep.equal({ r: '' });
  });

  it('knows the entities of XML and numbers, and leaves others as they are written', () => {
    expect(content('&lt;p&gt; &amp;amp; &quot;&apos; &#8364;&#x20AC;&#128512;')).to.equal(
      `<p> &amp; "' €€😀`,
    );
    for (const text of [
      'R&D',
      'a && b',
      '&nbsp;',
      '&LT;',
      '&#;',
      '&#x110000;',
      '&#9999999;',
      '&toString;',
    ])
      expect(content(text)).to.equal(text);
  });

  it('expands nothing that a DOCTYPE defines', () => {
    const laughs = `<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///x">]>`;
    expect(parse(`${laughs}<r x="&b;">&b;&f;</r>`)).to.deep.equal({
      r: { '@x': '&b;', '#text': '&b;&f;' },
    });
  });

  it('keeps CDATA as it is', () => {
    expect(content('\n <![CDATA[ <p>a &amp; b</p> ]]>\n')).to.equal(' <p>a &amp; b</p> ');
    expect(content(' a <![CDATA[<]]> b <![CDATA[ ]]> c ')).to.equal('a < b   c');
    expect(content('<![CDATA[]]>')).to.equal('');
    expect(content('<![CDATA[a]]]]><![CDATA[>]]>')).to.equal('a]]>');
  });

  it('has the markup of what looks like HTML as #html', () => {
    expect(content('Count <b>all</b> bicycles')).to.deep.equal({
      b: 'all',
      '#text': 'Count  bicycles',
      '#html': 'Count <b>all</b> bicycles',
    });
    expect(content('<c type="xhtml">\n<div><i>a</i> &amp; <br/></div></c>')).to.deep.equal({
      c: {
        '@type': 'xhtml',
        div: { i: 'a', br: '', '#text': '&', '#html': '<i>a</i> &amp; <br/>' },
        '#html': '\n<div><i>a</i> &amp; <br/></div>',
      },
    });
    expect(content('<p>a</p><p>b</p>')).to.have.property('#html', '<p>a</p><p>b</p>');
    expect(content('<job><id>1</id></job>')).to.not.have.property('#html');
  });

  it('has elements of any name, without harm', () => {
    const value = content(
      '<__proto__><polluted>1</polluted></__proto__><constructor>a</constructor>',
    );
    expect(Object.keys(value as object)).to.deep.equal(['__proto__', 'constructor']);
    expect(value).to.not.have.property('polluted');
    expect(parse('<größe-1.x>4</größe-1.x>')).to.deep.equal({ 'größe-1.x': '4' });
  });

  it('says in which line it is not well-formed', () => {
    for (const [text, line, what] of [
      ['<a>\n<b>\n</a>', 3, '</a> does not close <b>'],
      ['<a>\n</a></a>', 2, '</a>'],
      ['<a>\n<b/>', 2, '<a> is never closed'],
      ['<a>\n<b', 2, '<b>'],
      ['<a>\n<b c>', 2, '<b>'],
      ['<a>\n<b c=d>', 2, '<b>'],
      ['<a>\n<b c="d>\n</b>', 2, '<b>'],
      ['<a>\n1 < 2</a>', 2, '"< 2</a>"'],
      ['<a>\n<!-- b</a>', 2, '<!--'],
      ['<a>\n<![CDATA[ b</a>', 2, 'CDATA'],
      ['<a>\n<!DOCTYPE b [ </a>', 2, 'DOCTYPE'],
      ['<a/>\nb', 2, 'one root'],
      ['<a/>\n<b/>', 2, 'one root'],
      ['<a/>\n<a/>', 2, 'one root'],
      ['<?xml?>', 1, 'one root'],
      ['{"a": 1}', 1, 'one root'],
    ] as const)
      expect(problem('xml', text), text).to.contain(`line ${line}, `).and.to.contain(what);
  });

  it('says what came instead', () => {
    expect(problem('xml', ' ')).to.equal('The reply is not XML: it is empty.');
    expect(problem('xml', '<!DOCTYPE html><html><meta charset=utf-8>')).to.contain('HTML page');
  });

  it('is at most 100 elements deep', () => {
    const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    expect(parse(nested(100))).to.have.nested.property('a.a.a');
    expect(problem('xml', nested(101))).to.contain('100 elements deep');
  });

  it('is read as it was written', () => {
    type Tree = string | { readonly [name: string]: Tree | readonly Tree[] };
    const { tree } = fc.letrec<{ tree: Tree; leaf: string; branch: Tree }>((tie) => ({
      tree: fc.oneof({ depthSize: 'small' }, tie('leaf'), tie('branch')),
      leaf: fc
        .string({ unit: fc.constantFrom(...Array.from(' <>&"\'aé😀]\n;#')) })
        .map((each) => each.trim()),
      branch: fc
        .tuple(
          fc.dictionary(fc.constantFrom('@id', '@job:x', '@__proto__'), tie('leaf'), {
            maxKeys: 3,
          }),
          fc.dictionary(
            fc.constantFrom('a', 'job:b', 'c-1', '__proto__', 'constructor', 'é'),
            fc.oneof(tie('tree'), fc.array(tie('tree'), { minLength: 2, maxLength: 3 })),
            { minKeys: 1, maxKeys: 4 },
          ),
        )
        .map(
          ([attributes, children]) =>
            Object.fromEntries([
              ...Object.entries(attributes),
              ...Object.entries(children),
            ]) as Tree,
        ),
    }));
    const escape = (text: string) =>
      text.replace(/[<>&"]/g, (char) => `&#${char === '<' ? 'x3C' : char.charCodeAt(0)};`);
    const write = (name: string, value: Tree): string => {
      if (typeof value === 'string') return `<${name}>${escape(value)}</${name}>`;
      const members = Object.entries(value);
      const attributes = members.filter(([key]) => key.startsWith('@'));
      const children = members.filter(([key]) => !key.startsWith('@'));
      return [
        `<${name}`,
        ...attributes.map(([key, text]) => ` ${key.slice(1)}="${escape(text as string)}"`),
        '>\n',
        ...children.flatMap(([key, each]) => [each].flat().map((one) => write(key, one))),
        `</${name}>`,
      ].join('');
    };
    fc.assert(
      fc.property(tree, (value) => {
        expect(parse(write('root', value))).to.deep.equal({ root: value });
      }),
    );
  });
});
