import { expect } from 'chai';
import fc from 'fast-check';
import { ConfigError } from '../../../src/source/config-error.ts';
import { escapeOf, escapes, matchText, partsOf } from '../../../src/source/mapping/text-parts.ts';

/** Any text at all, halves of surrogate pairs included. */
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...'\\"\'`{}<>&%/ ,;|\n'.split('')), fc.nat(0xffff)))
  .map((units) =>
    units.map((unit) => (typeof unit === 'number' ? String.fromCharCode(unit) : unit)).join(''),
  );

describe('text with slots', () => {
  it('is cut into words and slots in turn', () => {
    expect(partsOf('jobs/{id}?in={city|quoted}.')).to.deep.equal([
      'jobs/',
      { name: 'id', escape: '' },
      '?in=',
      { name: 'city', escape: 'quoted' },
      '.',
    ]);
    expect(partsOf('')).to.deep.equal([]);
    expect(partsOf('{a}{b}')).to.have.length(2);
  });

  it('takes spaces inside a slot for nothing', () => {
    expect(partsOf('{ city | quoted }')).to.deep.equal([{ name: 'city', escape: 'quoted' }]);
  });

  it('has doubled braces for braces', () => {
    expect(partsOf('{{{a}}}')).to.deep.equal(['{', { name: 'a', escape: '' }, '}']);
    fc.assert(
      fc.property(anyText, (text) => {
        const parts = partsOf(text.replace(/[{}]/g, '$&$&'));
        expect(parts).to.deep.equal(text ? [text] : []);
      }),
    );
  });

  it('ends a slot at its brace, not at one in a quoted name of a path', () => {
    expect(partsOf(`{$['a}b']} {^["c\\"}|x"]|html}`)).to.deep.equal([
      { name: "$['a}b']", escape: '' },
      ' ',
      { name: '^["c\\"}|x"]', escape: 'html' },
    ]);
  });

  it('is refused when a brace stays open', () => {
    for (const text of ['{', 'a {b', "{$['a}"])
      expect(() => partsOf(text)).to.throw(
        ConfigError,
        `"${text}" opens a brace that it does not close. A brace that is meant is written {{.`,
      );
  });
});

describe('an escape', () => {
  /** Reads a text that begins and ends with a quote, and has backslashes before signs that are meant. */
  function unquoted(text: string, quote: string): string {
    expect(text.startsWith(quote)).to.equal(true);
    let read = '';
    for (let at = 1; at < text.length; at++) {
      if (text[at] === quote) {
        expect(at).to.equal(text.length - 1);
        return read;
      }
      if (text[at] === '\\') at++;
      read += text[at] ?? '';
    }
    throw new Error('It never ends.');
  }

  const written = (escape: string, text: string) => escapeOf(escape)(text);
  const law = (name: string, holds: (text: string) => void) =>
    it(name, () => {
      const property = fc.property(anyText, (text) => {
        holds(text);
      });
      fc.assert(property, { numRuns: 500 });
    });

  law('"quoted" holds any text between double quotes', (text) =>
    expect(unquoted(written('quoted', text), '"')).to.equal(text),
  );
  law('"single" holds any text between single quotes', (text) =>
    expect(unquoted(written('single', text), "'")).to.equal(text),
  );
  law('"inside" holds any text where quotes stand already, of either kind', (text) => {
    expect(unquoted(`"${written('inside', text)}"`, '"')).to.equal(text);
    expect(unquoted(`'${written('inside', text)}'`, "'")).to.equal(text);
  });
  law('"doubled" holds any text between single quotes, as SQL has it', (text) => {
    const [before, inner, after] = /^(')(.*)'$/s.exec(written('doubled', text))!.slice(1);
    expect([before, after]).to.deep.equal(["'", undefined]);
    expect(inner!.replaceAll("''", '')).to.not.contain("'");
    expect(inner!.replaceAll("''", "'")).to.equal(text);
  });
  law('"backtick" never ends before its end', (text) =>
    expect(written('backtick', text)).to.equal(`\`${text.replaceAll('`', '')}\``),
  );
  law('"url" is one segment of a URL, whatever the text', (text) => {
    const url = new URL(`https://a.example/jobs/x${written('url', text)}/more`);
    expect(url.search + url.hash).to.equal('');
    const [, , segment] = url.pathname.split('/');
    expect(decodeURIComponent(segment!)).to.equal(`x${text.replace(/\p{Cs}/gu, '\ufffd')}`);
  });
  law('"html" has no tag and no end of an attribute', (text) =>
    expect(written('html', text)).to.not.match(/[<>"]|&(?!(amp|lt|gt|quot);)/),
  );

  it('"digits" makes a number of a date', () => {
    expect(written('digits', '2026-12-05')).to.equal('20261205');
    expect(written('digits', 'no 7, (8)')).to.equal('78');
  });

  it('that is not known is refused with those that there are', () => {
    expect(() => escapeOf('sql')).to.throw(
      ConfigError,
      `"|sql" is none of ${[...escapes.keys()].join(', ')}.`,
    );
    expect(() => escapeOf('constructor')).to.throw(ConfigError);
  });
});

describe('a pattern', () => {
  const match = (pattern: string, text: string) => {
    const found = matchText(partsOf(pattern), text);
    return found && Object.fromEntries(found);
  };

  it('takes apart what a template has put together', () => {
    const word = fc
      .string({ unit: fc.constantFrom(...'abcXYZ12 é本{'.split('')), minLength: 1 })
      .filter((text) => text === text.trim() && text !== '');
    const between = fc.constantFrom(': ', ' - ', ' | ', '/', ' (', ') ', '*.*');
    const end = fc.constantFrom('', ')', '.');
    const shape = fc.tuple(fc.constantFrom('', 'Job: ', '['), fc.array(between), end);
    fc.assert(
      fc.property(shape, fc.infiniteStream(word), ([start, betweens, last], words) => {
        const values: Record<string, string> = {};
        let [pattern, text] = [start, start];
        for (const [index, separator] of [...betweens, last].entries()) {
          const value = words.next().value as string;
          values[`part${index}`] = value;
          pattern += `{part${index}}${separator}`;
          text += value + separator;
        }
        expect(match(pattern, text)).to.deep.equal(values);
      }),
    );
  });

  it('gives each slot what stands before the next words, and the last one the rest', () => {
    expect(match('{company}: {title}', 'Lakeside: Study: part two')).to.deep.equal({
      company: 'Lakeside',
      title: 'Study: part two',
    });
    expect(match('{from}-{to}/{total}', '0-24/3573458')).to.include({ total: '3573458' });
  });

  it('is held to its end: what ends it may stand in the text before, too', () => {
    expect(match('{title} ({place})', 'Study (short) (Berlin)')).to.deep.equal({
      title: 'Study',
      place: 'short) (Berlin',
    });
    expect(match('{title}.', 'A.B.C.')).to.deep.equal({ title: 'A.B.C' });
  });

  it('gives nothing where its words are not in the text', () => {
    expect(match('{company}: {title}', 'Study')).to.equal(undefined);
    expect(match('Job {title}', 'A Job study')).to.equal(undefined);
    expect(match('{title} (remote)', 'Study (remote), soon')).to.equal(undefined);
    expect(match('exactly', 'exactly that')).to.equal(undefined);
  });

  it('takes no sign for a rule of its own', () => {
    expect(match('.*{a}(b|c)+{d}$', '.*x(b|c)+y$')).to.deep.equal({ a: 'x', d: 'y' });
    expect(match('.*{a}', 'anything')).to.equal(undefined);
  });
});
