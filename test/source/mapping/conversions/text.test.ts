import { expect } from 'chai';
import fc from 'fast-check';
import { convert, convertEach } from './convert-with.ts';

describe('text', () => {
  it('is the trimmed text of anything single', () => {
    expect(convertEach('text', [' a b ', 7, 1.5, false])).to.deep.equal([
      'a b',
      '7',
      '1.5',
      'false',
    ]);
  });

  it('has a lower case', () => {
    expect(convert('lower', ' Paid ')).to.equal('paid');
  });
});

describe('split', () => {
  it('takes a text apart at commas, without blanks', () => {
    expect(convert('split', ' research, , spreadsheets,')).to.deep.equal([
      'research',
      'spreadsheets',
    ]);
  });

  it('takes it apart at semicolons where there are any, and at the ends of lines', () => {
    expect(convert('split', 'Chicago, IL; Ghent')).to.deep.equal(['Chicago, IL', 'Ghent']);
    expect(convert('split', 'excel\r\nsql, python\n')).to.deep.equal(['excel', 'sql', 'python']);
    expect(convert('split', 'a report; a table\na chart', { by: ';' })).to.have.length(3);
  });

  it('takes it apart at something else', () => {
    expect(convert('split', 'a, b | c', { by: '|' })).to.deep.equal(['a, b', 'c']);
    expect(convert('split', 'a\nb', { by: '\n' })).to.deep.equal(['a', 'b']);
  });

  it('brings back what was joined', () => {
    const word = fc.stringMatching(/^[a-z]+$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1 }),
        fc.constantFrom(',', ';', ' / '),
        (list, by) => {
          expect(convert('split', list.join(by), { by })).to.deep.equal(list);
        },
      ),
    );
  });
});

describe('slug', () => {
  it('keeps letters and digits of any script', () => {
    expect(
      convertEach('slug', ['Café Müller & Söhne: 20 %', 'İstanbul', '한국어', 'هندسة']),
    ).to.deep.equal(['cafe-muller-sohne-20', 'istanbul', '한국어', 'هندسة']);
  });

  it('is nothing of signs alone', () => {
    expect(convert('slug', '?!')).to.equal(undefined);
  });

  it('keeps the end of what is too long, where addresses differ', () => {
    const address = (id: number) => convert('slug', `https://a.example/${'x'.repeat(200)}/${id}`);
    expect(address(1)).to.match(/^x+-1$/);
    expect(address(1)).not.to.equal(address(2));
  });

  it('is safe in a URL, short, and its own slug', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 150 }), (text) => {
        const slug = convert('slug', text);
        if (slug === undefined) return;
        expect(slug).to.match(/^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*$/u);
        expect((slug as string).length).to.be.at.most(100);
        encodeURIComponent(slug as string);
        expect(convert('slug', slug)).to.equal(slug);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('url', () => {
  it('adds parameters before the fragment', () => {
    const params = { utm_source: 'board', utm_medium: 'career center' };
    expect(convert('url', 'https://a.example/x#apply', { params })).to.equal(
      'https://a.example/x?utm_source=board&utm_medium=career+center#apply',
    );
    expect(convert('url', 'https://a.example/x?id=1', { params: { ref: 7 } })).to.equal(
      'https://a.example/x?id=1&ref=7',
    );
  });

  it('leaves an address that is relative to the source as it is', () => {
    const relative = ['/jobs/1', 'jobs/1', '//a.example/1', './1'];
    expect(convertEach('url', relative)).to.deep.equal(relative);
  });

  it('completes and unescapes an address where that is certain', () => {
    expect(convert('url', 'www.lakeside.example')).to.equal('https://www.lakeside.example');
    expect(convert('url', 'https://a.example/?a=1&#038;b=2&amp;c=3')).to.equal(
      'https://a.example/?a=1&b=2&c=3',
    );
  });

  it('is nothing of another scheme, of an email address and of words', () => {
    const none = [
      'javascript:alert(1)//',
      'mailto:a@b.example',
      'data:text/html,/',
      'jobs@lakeside.example',
      'N/A',
      'none',
      'see http://a.example/',
    ];
    expect(convertEach('url', none).filter(Boolean)).to.deep.equal([]);
  });
});

describe('host', () => {
  it('is the name of the machine, without www', () => {
    expect(convert('host', 'https://www.lakeside.example/jobs')).to.equal('lakeside.example');
  });

  it('is nothing of what is no http address, or hides another host', () => {
    const none = ['/jobs', 'mailto:a@b.example', 'https://a.example@b.example/'];
    expect(convertEach('host', none).filter(Boolean)).to.deep.equal([]);
  });
});
